"""Read marks: a chat is read when a person saw its newest end, each message marked once."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import ChatId, MessageId
from wadesk.domain.message import Chat, Message
from wadesk.ui.models.port import InboxPort


class ReadMarks:
    """Decides whether a look at a chat is worth a read mark."""

    def __init__(self, port: InboxPort) -> None:
        self._port = port
        self._marked: dict[ChatId, MessageId] = {}

    def mark(self, chat: Chat, newest: Message | None) -> Callable[[], Coroutine[Any, Any, None]] | None:
        """How to make the mark now that ``newest`` (of the other side) was seen; None when there is nothing to mark."""
        if newest is None or chat.unread == 0 or newest.chat_id != chat.chat_id:
            return None
        if self._marked.get(chat.chat_id) == newest.message_id:
            return None
        self._marked[chat.chat_id] = newest.message_id
        return partial(self._mark, chat.chat_id, newest.message_id)

    async def _mark(self, chat_id: ChatId, message_id: MessageId) -> None:
        try:
            await self._port.mark_read(chat_id=chat_id, message_id=message_id)
        except WaDeskError:
            self._marked.pop(chat_id, None)
            raise
