"""What was said before a number was linked: notices of it, and the pieces it comes in."""

from wadesk.domain.ids import SlotId
from wadesk.store.account import importing, notices
from wadesk.store.account.values import Imported, KeptNotice
from wadesk.store.encrypted import Database
from wadesk.wire.engine_frames import HistoryChunk


class Past:
    """Imports history. All of it can be had again until :meth:`forget_notice`, so that only then it must be durable."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def next_notice(self, slot_id: SlotId) -> KeptNotice | None:
        """The oldest notice to the slot's present number that is not imported yet."""
        with self._database.reading() as sql:
            return notices.next_notice(sql, slot_id)

    def count_try(self, slot_id: SlotId, message_id: str) -> int:
        """Fetching it failed once more; how often so far."""
        with self._database.writing() as sql:
            return notices.count_try(sql, slot_id, message_id)

    def forget_notice(self, slot_id: SlotId, message_id: str) -> None:
        """It is imported and acknowledged, or will never come."""
        with self._database.writing() as sql:
            notices.forget(sql, slot_id, message_id)

    def imported(self, slot_id: SlotId) -> int:
        """How many messages the import has brought."""
        with self._database.reading() as sql:
            return notices.imported(sql, slot_id)

    def record_chunk(self, chunk: HistoryChunk, slot_id: SlotId, own_number: str, now_ms: int) -> Imported:
        """Record a piece: what is there already is not doubled, and nothing that happened since is undone.

        A piece of a notice that is not kept for ``own_number`` is passed over. After the last one the notice
        is ``fetched``, and everything before it on the disk.
        """
        with self._database.writing(durable=chunk.last) as sql:
            return importing.record(sql, chunk, slot_id, own_number, now_ms)
