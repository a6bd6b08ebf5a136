"""Small pictures of people and groups: asked for when one is to be drawn, decoded outside of painting, few kept."""

import base64
import binascii
from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import ChatId
from wadesk.domain.message import Chat
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort

KEPT = 400
"""Pictures in memory: what a list shows, some screens long."""
SIDE = 160
"""Px of a picture's longer side: the largest circle of the window at twice its size."""
_JPEG = b"\xff\xd8\xff"
_MOST_BYTES = 512_000
_MOST_SIDE = 4_096


class Pictures(QObject):
    """``came`` (ChatId): a picture that was asked for can be drawn, or is another one now."""

    came = Signal(object)

    def __init__(self, port: InboxPort, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks
        self._kept: OrderedDict[ChatId, tuple[str, QPixmap | None]] = OrderedDict()
        self._asked: set[ChatId] = set()

    def of(self, chat: Chat) -> QPixmap | None:
        """The picture of a chat's contact or group; None where there is none, or while it is on its way."""
        if chat.picture is None:
            return None
        kept = self._kept.get(chat.chat_id)
        if kept is not None:
            self._kept.move_to_end(chat.chat_id)
        if (kept is None or kept[0] != chat.picture) and chat.chat_id not in self._asked:
            self._asked.add(chat.chat_id)
            self._tasks.start(self._fetch(chat.chat_id, chat.picture), "picture")
        return kept[1] if kept is not None else None

    async def _fetch(self, chat_id: ChatId, wanted: str) -> None:
        try:
            found = await self._port.picture(chat_id)
        except WaDeskError:
            # Initials stand in its place; the next change of the chat asks again.
            return
        finally:
            self._asked.discard(chat_id)
        # Under the id that was asked for: where another one came meanwhile, the chat's own change follows.
        self._kept[chat_id] = (wanted, decoded(found.jpeg))
        self._kept.move_to_end(chat_id)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.came.emit(chat_id)


def decoded(jpeg: str | None) -> QPixmap | None:
    """A picture from base64, at most :data:`SIDE` px; None for none and for what is none."""
    if not jpeg or len(jpeg) > _MOST_BYTES:
        return None
    try:
        found = base64.b64decode(jpeg, validate=True)
    except (binascii.Error, ValueError):
        return None
    if not found.startswith(_JPEG):
        return None
    # The buffer only points at it.
    data = QByteArray(found)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE:
        return None
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image: QImage = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
