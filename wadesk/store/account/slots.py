"""The account's slots as its own database knows them: which rows may exist, and which number may send."""

from wadesk.domain.ids import SlotId
from wadesk.store.account import slot_rows
from wadesk.store.account.chats import require_slot
from wadesk.store.account.values import Changed
from wadesk.store.encrypted import Database


class Slots:
    """Adds, binds and erases slots."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def add_slot(self, slot_id: SlotId) -> None:
        """Let rows of this slot exist; again is nothing. InvalidRequest for another account's slot."""
        with self._database.writing() as sql:
            slot_rows.add(sql, slot_id)

    def bind_slot(self, slot_id: SlotId, number: str) -> list[Changed]:
        """The slot's number is ``number`` from now on; chats held from another stay readable and cannot send.

        What still waited for the former number fails (``number_changed``) and is returned.
        """
        with self._database.writing() as sql:
            return slot_rows.bind(sql, slot_id, number)

    def note_phone_seen(self, slot_id: SlotId, time_ms: int) -> None:
        """The phone itself was last heard of at ``time_ms``."""
        with self._database.writing() as sql:
            slot_rows.note_phone_seen(sql, slot_id, time_ms)

    def phone_seen_ms(self, slot_id: SlotId) -> int | None:
        """When the phone itself was last heard of."""
        with self._database.writing() as sql:
            return slot_rows.phone_seen_ms(sql, slot_id)

    def number(self, slot_id: SlotId) -> str | None:
        """The number the slot is bound to here."""
        with self._database.writing() as sql:
            return require_slot(sql, slot_id)

    def remove_slot(self, slot_id: SlotId) -> None:
        """Erase everything under the slot's id, people known through it alone included; again is nothing."""
        with self._database.writing() as sql:
            slot_rows.remove(sql, slot_id)
