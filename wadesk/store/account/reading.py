"""Read marks: unread counts here, and the read receipts that leave for them."""

from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.message import Chat
from wadesk.store.account import read_marks
from wadesk.store.account.values import ReadReceipt
from wadesk.store.encrypted import Database


class Reading:
    """Marks chats read; receipts wait until the engine took them and may be missed without harm."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def mark_read(self, slot_id: SlotId, chat_id: ChatId, message_id: MessageId) -> Chat:
        """A person saw the chat up to ``message_id``: those before it are read and their receipts due.

        NotFound (``no_chat``, ``no_message``), InvalidRequest ``foreign_chat``.
        """
        with self._database.writing() as sql:
            return read_marks.mark_read(sql, slot_id, chat_id, message_id)

    def due(self, slot_id: SlotId, limit: int = 200) -> list[ReadReceipt]:
        """Receipts that have not left, of chats the slot's present number holds, by chat and author."""
        with self._database.writing() as sql:
            return read_marks.due(sql, slot_id, limit)

    def receipts_left(self, slot_id: SlotId, receipt: ReadReceipt) -> None:
        """The engine took these receipts."""
        with self._database.writing() as sql:
            read_marks.left(sql, slot_id, receipt)
