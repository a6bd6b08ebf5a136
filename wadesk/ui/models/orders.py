"""What a person orders about a message from inside its chat."""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import WaDeskError
from wadesk.domain.message import Message
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.port import InboxPort


class Orders(QObject):
    """One task per order; what is refused is told (``refused``, WaDeskError), and nothing is lost by it."""

    refused = Signal(object)

    def __init__(self, port: InboxPort, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks

    def settle(self, message: Message, *, resend: bool) -> None:
        """Send a failed or uncertain message again, or call it arrived."""
        work = self._port.settle(chat_id=message.chat_id, message_id=message.message_id, resend=resend)
        self.give(work, "settling a message")

    def discard(self, message: Message) -> None:
        """Delete a message that never left."""
        work = self._port.discard(chat_id=message.chat_id, message_id=message.message_id)
        self.give(work, "deleting a message")

    def give(self, work: Coroutine[Any, Any, object], name: str) -> None:
        """Start ``work``; tell where it was refused."""
        self._tasks.start(self._told(work), name)

    async def _told(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except WaDeskError as error:
            self.refused.emit(error)
