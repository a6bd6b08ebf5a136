"""The rows of one chat that are in memory: kept in order, each once, with both ends' openness."""

from bisect import bisect_left
from collections.abc import Iterable

from wadesk.domain.ids import MessageId
from wadesk.domain.message import Direction, Message

Key = tuple[int, int]


def order(message: Message) -> Key:
    """The order of a chat: the server's time, then the order of arrival."""
    return (message.time_ms, message.arrival)


class MessageWindow:
    """Messages, oldest first; ``older`` and ``newer`` say whether the chat goes on beyond either end."""

    def __init__(self) -> None:
        self.rows: list[Message] = []
        self.older = False
        self.newer = False
        self._keys: dict[MessageId, Key] = {}

    def row_of(self, message_id: MessageId) -> int:
        """The row of a message, -1 when it is not here."""
        key = self._keys.get(message_id)
        return -1 if key is None else bisect_left(self.rows, key, key=order)

    def place(self, message: Message) -> int:
        """The row where ``message`` would go in."""
        return bisect_left(self.rows, order(message), key=order)

    def belongs(self, message: Message) -> bool:
        """Whether ``message`` lies inside what is here, or continues an end beyond which nothing is missing."""
        row = self.place(message)
        return (row > 0 or not self.older) and (row < len(self.rows) or not self.newer)

    def fresh(self, messages: Iterable[Message]) -> list[Message]:
        """Those of ``messages`` that are not here yet, in order."""
        return sorted((message for message in messages if message.message_id not in self._keys), key=order)

    def insert(self, row: int, messages: list[Message]) -> None:
        """Put ``messages``, in order and all fresh, before ``row``."""
        self.rows[row:row] = messages
        self._keys.update((message.message_id, order(message)) for message in messages)

    def remove(self, first: int, last: int) -> None:
        """Take out the rows ``first`` to ``last``, both included."""
        for message in self.rows[first : last + 1]:
            del self._keys[message.message_id]
        del self.rows[first : last + 1]

    def replace(self, row: int, message: Message) -> None:
        """Put another value of the same message, at the same place, into ``row``."""
        self.rows[row] = message

    def nth_incoming_from_end(self, count: int) -> MessageId | None:
        """The ``count``-th message of the other side counted from the newest; None with fewer or none."""
        for message in reversed(self.rows):
            if message.direction is Direction.IN:
                count -= 1
                if count == 0:
                    return message.message_id
        return None
