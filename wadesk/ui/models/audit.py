"""Where the messages of the open chat left from, counted in the store and not from memory."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import WaDeskError
from wadesk.domain.message import Chat
from wadesk.domain.requests import SentFrom
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort


@dataclass(frozen=True)
class Finding:
    """How many messages of ``chat`` left, how many of them from other numbers than its own, and when that was counted.

    ``numbers`` are those others (E.164).
    """

    chat: Chat
    total: int
    strange: int
    numbers: tuple[str, ...]
    counted_ms: int


class Audit(QObject):
    """``changed``: :attr:`finding` is another one; None while nothing was counted for the chat on show."""

    changed = Signal()

    def __init__(
        self, port: InboxPort, tasks: Starter, now_ms: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._port, self._tasks, self._now_ms = port, tasks, now_ms
        self._chat: Chat | None = None
        self._counting: Chat | None = None
        self.finding: Finding | None = None

    def look(self, chat: Chat | None) -> None:
        """Count for this chat, and again whenever it is another value; a burst is counted once more at its end."""
        before, self._chat = self._chat, chat
        if before == chat:
            return
        if before is None or chat is None or before.chat_id != chat.chat_id:
            self.finding = None
            self.changed.emit()
        if chat is not None and self._counting is None:
            self._counting = chat
            self._tasks.start(self._count(), "counting what left")

    async def _count(self) -> None:
        try:
            while (chat := self._chat) is not None:
                self._counting = chat
                sent = await self._port.sent_from(chat.chat_id)
                if self._chat == chat:
                    self._take(chat, sent)
                    return
        except WaDeskError:
            # What was counted before stays, with the time it was counted at; the chat's next change counts again.
            self._chat = None
        finally:
            self._counting = None

    def _take(self, chat: Chat, sent: SentFrom) -> None:
        strange = {number: count for number, count in sent.numbers.items() if number != chat.held_from}
        found = Finding(chat, sent.total, sum(strange.values()), tuple(sorted(strange)), self._now_ms())
        self.finding = found
        self.changed.emit()
