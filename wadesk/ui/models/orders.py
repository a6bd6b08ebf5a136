"""What a person orders about a message from inside its chat."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import WaDeskError
from wadesk.domain.message import Message
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort

Order = Callable[[], Coroutine[Any, Any, object]]


class Orders(QObject):
    """One task per order; what is refused is told (``refused``, WaDeskError), and nothing is lost by it."""

    refused = Signal(object)

    def __init__(self, port: InboxPort, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks

    def settle(self, message: Message, *, resend: bool) -> None:
        """Send a failed or uncertain message again, or call it arrived."""
        chat_id, message_id = message.chat_id, message.message_id
        self.give(
            lambda: self._port.settle(chat_id=chat_id, message_id=message_id, resend=resend), "settling a message"
        )

    def discard(self, message: Message) -> None:
        """Delete a message that never left."""
        chat_id, message_id = message.chat_id, message.message_id
        self.give(lambda: self._port.discard(chat_id=chat_id, message_id=message_id), "deleting a message")

    def give(self, order: Order, name: str) -> None:
        """Carry out ``order``; tell where it was refused. One that is cancelled before it began was never made."""
        self._tasks.start(self._told(order), name)

    async def _told(self, order: Order) -> None:
        try:
            await order()
        except WaDeskError as error:
            self.refused.emit(error)
