"""A typed number and the one WhatsApp knows it by: a ninth digit more or less is told by the server, never guessed."""

from sqlalchemy import Connection

from wadesk.domain.ids import SlotId
from wadesk.store.account.chats import require_slot
from wadesk.store.account.merging import merge_people
from wadesk.store.account.people import recognise
from wadesk.wire.engine_frames import Peer


def resolve_typed(sql: Connection, slot_id: SlotId, typed: str, peer: Peer) -> bool:
    """Note the server's answer about ``typed``; whether two contacts turned out to be one."""
    require_slot(sql, slot_id)
    number = peer.number or typed
    names = {"typed": typed, "number": number}
    merged = False
    if number != typed:
        sql.exec_driver_sql("INSERT OR REPLACE INTO typed_number (typed, number) VALUES (:typed, :number)", names)
        merged = _rename(sql, names)
    person = recognise(sql, Peer(number=number, lid=peer.lid))
    sql.exec_driver_sql("UPDATE contact SET typed = 0 WHERE contact_id = :contact", {"contact": person.contact})
    return merged or person.merged


def _rename(sql: Connection, names: dict[str, str]) -> bool:
    """Give the contact that stands as typed its real number, or to the person who has it; whether that merged two."""
    typed = sql.exec_driver_sql("SELECT contact_id FROM contact WHERE number = :typed AND typed", names).scalar()
    if typed is None:
        return False
    real = sql.exec_driver_sql("SELECT contact_id FROM contact WHERE number = :number", names).scalar()
    if real is not None:
        merge_people(sql, source=typed, target=real)
        return True
    sql.exec_driver_sql("UPDATE contact SET number = :number WHERE contact_id = :id", {**names, "id": typed})
    return False
