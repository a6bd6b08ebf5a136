"""Rows of pictures."""

import base64
import binascii

from sqlalchemy import Connection

from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat
from wadesk.domain.requests import Picture
from wadesk.store.account.chats import require_chat, require_slot
from wadesk.store.account.people import all_contacts
from wadesk.store.account.rows import id_list, read_chat
from wadesk.store.account.values import PictureDue
from wadesk.wire.engine_frames import Peer, ProfilePicture

LIFE_MS = 24 * 3_600_000
"""How long a picture is believed without asking; a change is told, but not while this device was away."""
LARGEST_BYTES = 256 * 1024
"""A small picture has 5 to 15 KB."""


def get(sql: Connection, slot_id: SlotId, chat_id: ChatId) -> Picture:
    """The picture of a chat, or one without content."""
    require_slot(sql, slot_id)
    row = sql.exec_driver_sql(
        "SELECT picture, jpeg FROM picture WHERE slot_id = :slot AND chat_id = :chat",
        {"slot": slot_id, "chat": require_chat(sql, slot_id, chat_id)},
    ).first()
    if row is None or row[1] is None:
        return Picture()
    return Picture(picture=row[0], jpeg=base64.b64encode(row[1]).decode())


def next_due(sql: Connection, slot_id: SlotId, now_ms: int) -> PictureDue | None:
    """Whom to ask about next, newest chat first."""
    require_slot(sql, slot_id)
    row = sql.exec_driver_sql(
        """
        SELECT chat.chat_id, contact.number, contact.lid, chat.group_jid, picture.picture
        FROM chat JOIN slot ON slot.slot_id = chat.slot_id AND slot.number = chat.held_from
        LEFT JOIN contact ON contact.contact_id = chat.contact_id
        LEFT JOIN picture ON picture.slot_id = chat.slot_id AND picture.chat_id = chat.chat_id
        WHERE chat.slot_id = :slot AND chat.last_arrival IS NOT NULL
            AND (picture.asked_ms IS NULL OR picture.due = 1 OR picture.asked_ms NOT BETWEEN :believed AND :now)
        ORDER BY chat.time_ms DESC LIMIT 1
        """,
        {"slot": slot_id, "believed": now_ms - LIFE_MS, "now": now_ms},
    ).first()
    if row is None:
        return None
    return PictureDue(
        chat_id=ChatId(row.chat_id), who=Peer(number=row.number, lid=row.lid, group=row.group_jid), known=row.picture
    )


def keep(sql: Connection, slot_id: SlotId, chat_id: ChatId, found: ProfilePicture | None, now_ms: int) -> Chat | None:
    """Note that it was asked, and what for an answer came."""
    require_slot(sql, slot_id)
    chat = require_chat(sql, slot_id, chat_id)
    values: dict[str, object] = {"slot": slot_id, "chat": chat, "now": now_ms}
    known: str | None = sql.exec_driver_sql("SELECT picture FROM chat_row WHERE chat_id = :chat", values).scalar()
    sql.exec_driver_sql(
        """
        INSERT INTO picture (slot_id, chat_id, asked_ms) VALUES (:slot, :chat, :now)
        ON CONFLICT DO UPDATE SET asked_ms = excluded.asked_ms, due = 0
        """,
        values,
    )
    if found is None or (found.picture is not None and found.jpeg is None):
        return None
    jpeg = None if found.jpeg is None else _bytes(found.jpeg)
    picture = None if jpeg is None else found.picture
    if picture == known:
        return None
    sql.exec_driver_sql(
        "UPDATE picture SET picture = :picture, jpeg = :jpeg WHERE slot_id = :slot AND chat_id = :chat",
        {**values, "picture": picture, "jpeg": jpeg if picture is not None else None},
    )
    return read_chat(sql, chat)


def note_change(sql: Connection, slot_id: SlotId, who: Peer, removed: bool) -> list[Chat]:
    """Have a changed picture asked for again, and forget one that is gone."""
    require_slot(sql, slot_id)
    if who.group is None and who.number is None and who.lid is None:
        return []
    contacts = all_contacts(sql, who) if who.group is None else []
    rows = sql.exec_driver_sql(
        """
        UPDATE picture SET due = 1 WHERE slot_id = :slot AND chat_id IN (
            SELECT chat_id FROM chat WHERE slot_id = :slot
                AND (group_jid = :group OR contact_id IN (SELECT value FROM json_each(:contacts)))
        ) RETURNING chat_id, picture
        """,
        {"slot": slot_id, "group": who.group, "contacts": id_list(contacts)},
    ).all()
    shown = [row[0] for row in rows if removed and row[1] is not None]
    sql.exec_driver_sql(
        "UPDATE picture SET picture = NULL, jpeg = NULL WHERE slot_id = :slot"
        " AND chat_id IN (SELECT value FROM json_each(:chats))",
        {"slot": slot_id, "chats": id_list(shown)},
    )
    return [read_chat(sql, chat) for chat in shown]


def _bytes(jpeg: str) -> bytes | None:
    """The picture's bytes, unless they are no base64 or far too many for a small picture."""
    try:
        content = binascii.a2b_base64(jpeg, strict_mode=True)
    except binascii.Error:
        return None
    return content if 0 < len(content) <= LARGEST_BYTES else None
