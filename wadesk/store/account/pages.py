"""What screens and scripts read: chats and messages, in pages by key."""

from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.message import Chat, Message
from wadesk.domain.requests import OpenChat, SentFrom
from wadesk.store.account import listing, opening
from wadesk.store.account.listing import Span
from wadesk.store.account.values import Page
from wadesk.store.encrypted import Database


class Pages:
    """Reads, and opens the chats that are read."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def list_chats(self, slot_id: SlotId | None, limit: int = 500) -> list[Chat]:
        """Chats that have messages, newest first, of one slot or (None) of the whole account."""
        with self._database.reading() as sql:
            return listing.chats(sql, slot_id, limit)

    def list_messages(
        self,
        slot_id: SlotId,
        *,
        chat_id: ChatId | None = None,
        before: MessageId | None = None,
        after: MessageId | None = None,
        limit: int = 50,
    ) -> Page:
        """A page of a chat (or of the slot), newest first; ordered by (server time, arrival).

        ``before`` gives the newest older than that message, ``after`` the oldest newer than it. A page ends
        at ``limit`` (1 to 200) or 4 MiB. InvalidRequest, NotFound (``no_chat``, ``no_message``).
        """
        with self._database.reading() as sql:
            return listing.page(sql, slot_id, chat_id, Span.of(before, after), limit)

    def get_chat(self, chat_id: ChatId) -> Chat:
        """One chat, by its id or an alias; NotFound ``no_chat``."""
        with self._database.reading() as sql:
            return listing.one_chat(sql, chat_id)

    def open_chat(self, request: OpenChat, slot_id: SlotId) -> Chat:
        """The slot's chat with a number, or with the person of another chat of this account; made where none is.

        It is listed once it has a message. InvalidRequest (``one_recipient``), InvalidNumber (``bad_number``),
        NotFound (``no_chat``, ``no_slot``), Conflict (``no_number``, ``group_chat``).
        """
        with self._database.writing() as sql:
            return opening.open_for(sql, request, slot_id)

    def count_sent(self, slot_id: SlotId, chat_id: ChatId) -> SentFrom:
        """How many messages of a chat left, by the number each left from; what waits or failed is not counted."""
        with self._database.reading() as sql:
            return opening.count_sent(sql, slot_id, chat_id)

    def get_message(self, slot_id: SlotId, message_id: MessageId) -> Message:
        """One message of a slot; NotFound ``no_message``."""
        with self._database.reading() as sql:
            return listing.one_message(sql, slot_id, message_id)
