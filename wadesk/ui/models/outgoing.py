"""Texts on their way from the composer to the outbox: in order per chat, each asked once, none lost."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import NotFound, WaDeskError
from wadesk.domain.ids import ChatId
from wadesk.domain.message import Message
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort
from wadesk.ui.models.sender import Letter, Sender, check_sender


class Outgoing(QObject):
    """Hands texts to the port one after another; a refused one comes back with those that waited behind it.

    ``queued`` carries the message as it was queued, ``refused`` the chat, the texts (joined) and the
    WaDeskError. A text that comes back and is sent again unchanged goes under the same idempotency key:
    where the answer was lost on the way, it still arrives once.
    """

    queued = Signal(object)
    refused = Signal(object, str, object)

    def __init__(
        self,
        port: InboxPort,
        tasks: Starter,
        sender: Callable[[ChatId], Sender | None],
        new_key: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._tasks = tasks
        self._sender = sender
        self._new_key = new_key
        self._waiting: dict[ChatId, deque[Letter]] = {}
        self._returned: dict[ChatId, Letter] = {}

    def send(self, chat_id: ChatId, shown_number: str, text: str) -> None:
        """Queue ``text`` in the slot that ``chat_id`` names, while the bar shows ``shown_number``."""
        letter = Letter(chat_id, shown_number, text, self._key_for(chat_id, text))
        waiting = self._waiting.get(chat_id)
        if waiting is not None:
            waiting.append(letter)
            return
        self._waiting[chat_id] = deque([letter])
        self._tasks.start(self._drain(chat_id), "texts of a chat")

    def _key_for(self, chat_id: ChatId, text: str) -> str:
        before = self._returned.pop(chat_id, None)
        return before.key if before is not None and before.text == text else self._new_key()

    async def _drain(self, chat_id: ChatId) -> None:
        waiting = self._waiting[chat_id]
        try:
            while waiting:
                self.queued.emit(await self._send(waiting[0]))
                waiting.popleft()
        except WaDeskError as error:
            self._give_back(chat_id, waiting, error)
        finally:
            del self._waiting[chat_id]

    async def _send(self, letter: Letter) -> Message:
        sender = self._sender(letter.chat_id)
        if sender is None:
            raise NotFound("no_such_chat", "This chat is not here any more. Nothing was sent.")
        check_sender(letter, sender)
        return await self._port.send_text(
            slot_id=sender.slot.slot_id, chat_id=letter.chat_id, text=letter.text, idempotency_key=letter.key
        )

    def _give_back(self, chat_id: ChatId, waiting: deque[Letter], error: WaDeskError) -> None:
        if len(waiting) == 1:
            self._returned[chat_id] = waiting[0]
        self.refused.emit(chat_id, "\n".join(letter.text for letter in waiting), error)
