"""Writing to the same person from another number of the account: always asked for by name, and nothing is sent."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from wadesk.domain.desk import Session
from wadesk.domain.errors import Conflict, WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.domain.message import Chat
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort


@dataclass(frozen=True)
class Question:
    """Both numbers side by side, with how many messages left to the person from each.

    ``left_there`` is None where the other number has no chat with them yet.
    """

    chat: Chat
    here: Session
    there: Session
    left_here: int
    left_there: int | None


class NumberSwitch(QObject):
    """Knows the numbers of the chat's own account and no others (design.md 8, rules 2 and 3).

    ``asked`` (Question): a person chose another number; ``opened`` (the other number's Chat, the Chat before);
    ``refused`` (WaDeskError): it could not be opened, and nothing changed.
    """

    asked = Signal(object)
    opened = Signal(object, object)
    refused = Signal(object)

    def __init__(
        self,
        port: InboxPort,
        tasks: Starter,
        sessions: Callable[[], list[Session]],
        find: Callable[[SlotId, str], Chat | None],
        parent: QObject | None = None,
    ) -> None:
        """``sessions`` gives the shown account's numbers, ``find`` a person's chat on one of them."""
        super().__init__(parent)
        self._port, self._tasks, self._sessions, self._find = port, tasks, sessions, find

    def choices(self, chat: Chat) -> list[Session]:
        """The linked numbers of the chat's account, its own among them; none where there is nothing to choose.

        A group has its members by number: another number of the account is not in it by that.
        """
        if chat.group or not chat.number:
            return []
        found = [one for one in self._sessions() if one.slot.number]
        same = {one.account.account_id for one in found}
        mine = any(one.slot.slot_id == chat.slot_id for one in found)
        return found if mine and len(found) > 1 and len(same) == 1 else []

    def others(self, chat: Chat) -> int:
        """How many numbers besides its own a chat's person could be written from."""
        return max(0, len(self.choices(chat)) - 1)

    def choose(self, chat: Chat, slot_id: SlotId) -> None:
        """A person picked a number by name: ask, with both side by side."""
        by_slot = {one.slot.slot_id: one for one in self.choices(chat)}
        here, there = by_slot.get(chat.slot_id), by_slot.get(slot_id)
        if here is not None and there is not None and here is not there:
            self._tasks.start(self._ask(chat, here, there), "counting messages")

    def accept(self, question: Question) -> None:
        """A person accepted: open the chat there."""
        self._tasks.start(self._open(question), "opening another number's chat")

    async def _ask(self, chat: Chat, here: Session, there: Session) -> None:
        known = self._find(there.slot.slot_id, chat.number or "")
        try:
            left_here = (await self._port.sent_from(chat.chat_id)).total
            left_there = (await self._port.sent_from(known.chat_id)).total if known is not None else None
        except WaDeskError as error:
            self.refused.emit(error)
            return
        self.asked.emit(Question(chat, here, there, left_here, left_there))

    async def _open(self, question: Question) -> None:
        wanted = question.there.slot.slot_id
        try:
            chat = await self._port.open_chat(wanted, like=question.chat.chat_id)
            if chat.slot_id != wanted:
                raise Conflict("sender_differs", "The chat belongs to another number. Nothing was sent.")
        except WaDeskError as error:
            self.refused.emit(error)
            return
        self.opened.emit(chat, question.chat)
