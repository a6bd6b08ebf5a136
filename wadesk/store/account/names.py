"""What people and groups are called."""

from sqlalchemy import Connection

from wadesk.domain.ids import SlotId
from wadesk.domain.message import Chat
from wadesk.store.account.chats import open_chat, require_slot
from wadesk.store.account.people import find_person
from wadesk.store.account.rows import chat_from, read_chat
from wadesk.wire.engine_frames import GroupHeard, GroupName, Peer

_LISTED_OF_PERSON = "SELECT * FROM chat_row WHERE contact_id = :contact AND last_arrival IS NOT NULL"


def record_push_name(sql: Connection, who: Peer, name: str, slot_id: SlotId) -> list[Chat]:
    """What somebody calls himself: one name over the account. The chats whose row changed."""
    require_slot(sql, slot_id)
    if not name or (who.number is None and who.lid is None):
        return []
    contact = {"contact": find_person(sql, who).contact, "name": name}
    changed = sql.exec_driver_sql(
        "UPDATE contact SET push_name = :name WHERE contact_id = :contact AND push_name <> :name", contact
    )
    if not changed.rowcount:
        return []
    return [chat_from(row) for row in sql.exec_driver_sql(_LISTED_OF_PERSON, contact)]


def record_contact_name(sql: Connection, who: Peer, name: str, slot_id: SlotId) -> list[Chat]:
    """What this slot's phone calls somebody ("": nothing any more). The slot's chats whose row changed."""
    require_slot(sql, slot_id)
    if who.number is None and who.lid is None:
        return []
    entry = {"contact": find_person(sql, who).contact, "name": name, "slot": slot_id}
    changed = sql.exec_driver_sql(
        """
        INSERT INTO book_name (slot_id, contact_id, name) VALUES (:slot, :contact, :name)
        ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name
        """,
        entry,
    )
    if not changed.rowcount:
        return []
    return [chat_from(row) for row in sql.exec_driver_sql(_LISTED_OF_PERSON + " AND slot_id = :slot", entry)]


def record_group(sql: Connection, event: GroupHeard, slot_id: SlotId, own_number: str) -> Chat | None:
    """A group's name, kept also before its first message; its chat when its row changed."""
    require_slot(sql, slot_id)
    return None if event.name is None else _name_group(sql, event.group, event.name, slot_id, own_number)


def record_groups(sql: Connection, groups: list[GroupName], slot_id: SlotId, own_number: str) -> list[Chat]:
    """The same for many groups at once."""
    require_slot(sql, slot_id)
    named = [_name_group(sql, one.group, one.name, slot_id, own_number) for one in groups if one.group]
    return [chat for chat in named if chat is not None]


def _name_group(sql: Connection, group: str, name: str, slot_id: SlotId, own_number: str) -> Chat | None:
    chat_id = open_chat(sql, slot_id, own_number, None, group)
    changed = sql.exec_driver_sql(
        "UPDATE chat SET group_name = :name WHERE chat_id = :chat AND group_name <> :name RETURNING last_arrival",
        {"name": name, "chat": chat_id},
    ).first()
    return None if changed is None or changed[0] is None else read_chat(sql, chat_id)
