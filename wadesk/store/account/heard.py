"""What engines hear, recorded: each method commits before it returns, and the engine is answered after it."""

from wadesk.domain.ids import SlotId
from wadesk.domain.message import Chat, Kind
from wadesk.store.account import aside, messages, names, receipts
from wadesk.store.account.values import Changed, Recorded
from wadesk.store.encrypted import Database
from wadesk.wire.engine_frames import (
    GroupHeard,
    GroupName,
    HistoryNotice,
    MessageHeard,
    Peer,
    ReceiptHeard,
    Undecryptable,
)


class Heard:
    """Records messages, receipts, names and notices of one slot at a time. ``own_number`` is the engine's own."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def record_message(self, event: MessageHeard, slot_id: SlotId, own_number: str, now_ms: int) -> Recorded:
        """Record one message under its unique key (slot, chat, from_me, sender, server id).

        A repeat changes nothing; a placeholder of the same key is replaced; receipts that came before it
        are applied; an incoming one counts as unread. The raw protobuf is kept beside it.
        """
        with self._database.writing() as sql:
            return messages.record(sql, event, slot_id, own_number, now_ms)

    def record_undecryptable(self, event: Undecryptable, slot_id: SlotId, own_number: str, now_ms: int) -> Recorded:
        """Record a placeholder that the later message with the same id replaces; never replaces a message."""
        placeholder = MessageHeard(
            seq=0,
            chat=event.chat,
            author=event.author,
            from_me=event.from_me,
            server_id=event.server_id,
            time_ms=event.time_ms,
            kind=Kind.UNDECRYPTABLE,
        )
        return self.record_message(placeholder, slot_id, own_number, now_ms)

    def record_receipt(self, event: ReceiptHeard, slot_id: SlotId, own_number: str, now_ms: int) -> list[Changed]:
        """Move ticks by other people's receipts, never down; one's own reads clear unread.

        One that comes before its message is kept for 14 days. Returns what changed.
        """
        with self._database.writing() as sql:
            return receipts.record(sql, event, slot_id, own_number, now_ms)

    def record_push_name(self, who: Peer, name: str, slot_id: SlotId) -> list[Chat]:
        """What somebody calls himself; the chats whose row changed by it."""
        with self._database.writing() as sql:
            return names.record_push_name(sql, who, name, slot_id)

    def record_contact_name(self, who: Peer, name: str, slot_id: SlotId) -> list[Chat]:
        """What this slot's phone calls somebody; the slot's chats whose row changed by it."""
        with self._database.writing() as sql:
            return names.record_contact_name(sql, who, name, slot_id)

    def record_group(self, event: GroupHeard, slot_id: SlotId, own_number: str) -> Chat | None:
        """A group's new name; its chat's row when that changed. A group without messages is not listed."""
        with self._database.writing() as sql:
            return names.record_group(sql, event, slot_id, own_number)

    def record_groups(self, groups: list[GroupName], slot_id: SlotId, own_number: str) -> list[Chat]:
        """What all groups of the slot are called; the listed chats whose row changed by it."""
        with self._database.writing() as sql:
            return names.record_groups(sql, groups, slot_id, own_number)

    def keep_history_notice(self, notice: HistoryNotice, slot_id: SlotId, own_number: str, now_ms: int) -> None:
        """Keep a notice as it is, once per message id."""
        with self._database.writing() as sql:
            aside.keep_notice(sql, notice, slot_id, own_number, now_ms)

    def attempt(self, slot_id: SlotId, server_id: str, now_ms: int) -> int:
        """Count an attempt to record a message before it is made; recording it forgets the count.

        For a worker that starts after an unclean end (``AccountStore.unclean``): at 2 the message has ended
        the worker twice and belongs set aside.
        """
        with self._database.writing() as sql:
            return aside.attempt(sql, slot_id, server_id, now_ms)

    def forget_attempts(self, slot_id: SlotId, server_id: str) -> None:
        """What was attempted is recorded; a message's own recording does this by itself."""
        with self._database.writing() as sql:
            aside.forget_attempts(sql, slot_id, server_id)

    def set_aside(self, slot_id: SlotId, server_id: str, kind: str, raw: bytes, now_ms: int) -> None:
        """Keep the frame of an event that cannot be recorded, so that it can be acknowledged."""
        with self._database.writing() as sql:
            aside.set_aside(sql, slot_id, server_id, kind, raw, now_ms)
