"""Beginning a chat with a typed number, from a number that was chosen by name: checked first, then opened."""

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import Conflict, WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.domain.message import Chat
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort


class Beginning(QObject):
    """``named`` (E.164): WhatsApp knows the number under another spelling (Brazil's ninth digit), nothing was opened;
    ``absent``: nobody has it there; ``opened`` (Chat); ``refused`` (WaDeskError).

    One question at a time: what is answered after :meth:`forget` opens nothing.
    """

    named = Signal(str)
    absent = Signal()
    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, port: InboxPort, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks
        self._asked = 0

    def begin(self, slot_id: SlotId, number: str) -> None:
        """Check ``number`` (E.164) through ``slot_id`` and open its chat there."""
        self._asked += 1
        self._tasks.start(self._begin(slot_id, number, self._asked), "new chat")

    def forget(self) -> None:
        """The person does not want it any more."""
        self._asked += 1

    async def _begin(self, slot_id: SlotId, number: str, asked: int) -> None:
        try:
            found = await self._port.check_number(slot_id, number)
            if asked != self._asked:
                return
            if found != number:
                self._tell_other(found)
                return
            chat = await self._open(slot_id, number)
        except WaDeskError as error:
            if asked == self._asked:
                self.refused.emit(error)
            return
        if asked == self._asked:
            self.opened.emit(chat)

    def _tell_other(self, found: str | None) -> None:
        if found is None:
            self.absent.emit()
        else:
            self.named.emit(found)

    async def _open(self, slot_id: SlotId, number: str) -> Chat:
        chat = await self._port.open_chat(slot_id, number=number)
        if chat.slot_id != slot_id:
            raise Conflict("sender_differs", "The chat that was opened belongs to another number. Nothing was sent.")
        return chat
