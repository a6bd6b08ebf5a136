"""Which number of the account a person is used to: the one from which most was written to them."""

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import ChatId
from wadesk.domain.message import Chat
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort


class UsualNumbers(QObject):
    """Looks once each time a chat is opened. ``found`` (ChatId): the answer for that chat is there or differs.

    A chat without a message is unusual where the person has another one with messages; else what left from
    both is counted, in the store and not from memory.
    """

    found = Signal(object)

    def __init__(self, port: InboxPort, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks
        self._usual: dict[ChatId, ChatId] = {}

    def of(self, chat_id: ChatId) -> ChatId | None:
        """The person's chat on their usual number, where ``chat_id`` is not that one."""
        return self._usual.get(chat_id)

    def look(self, chat: Chat, with_person: list[Chat]) -> None:
        """A chat was opened; ``with_person`` are all chats of its person in the account."""
        others = [one for one in with_person if one.slot_id != chat.slot_id and one.time_ms]
        if not others:
            self._usual.pop(chat.chat_id, None)
            return
        if not chat.time_ms:
            self._usual[chat.chat_id] = max(others, key=lambda one: one.time_ms).chat_id
        self._tasks.start(self._count(chat, others), "usual number")

    async def _count(self, chat: Chat, others: list[Chat]) -> None:
        try:
            here = (await self._port.sent_from(chat.chat_id)).total
            there = [((await self._port.sent_from(one.chat_id)).total, one.time_ms, one.chat_id) for one in others]
        except WaDeskError:
            # A hint is missing; everything else works without it.
            return
        most, _, usual = max(there)
        if most > here:
            self._usual[chat.chat_id] = usual
        elif chat.time_ms:
            self._usual.pop(chat.chat_id, None)
        self.found.emit(chat.chat_id)
