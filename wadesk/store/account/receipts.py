"""Receipts: other people's move ticks, never down; one's own reads clear unread (engine.md, "Receiving")."""

from sqlalchemy import Connection

from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import MessageState, advances
from wadesk.store.account.chats import count_unread, find_chat, require_slot
from wadesk.store.account.messages import direct_peer, peer_key
from wadesk.store.account.people import all_contacts
from wadesk.store.account.rows import id_list, read_changed
from wadesk.store.account.values import Changed
from wadesk.wire.engine_frames import ReceiptHeard

WAITING_LIFE_MS = 14 * 24 * 3_600_000
"""How long a receipt waits for its message: as long as WhatsApp keeps what a linked device has not fetched."""

_OTHERS = {"delivered": MessageState.DELIVERED, "read": MessageState.READ, "played": MessageState.READ}
_OWN_READS = frozenset({"read", "played", "read_self", "played_self"})


def record(sql: Connection, event: ReceiptHeard, slot_id: SlotId, own_number: str, now_ms: int) -> list[Changed]:
    """Apply ``event``, or keep it for messages that are not here yet; what changed."""
    require_slot(sql, slot_id)
    own_read = event.kind in _OWN_READS and (event.by_me or event.kind.endswith("_self"))
    state = MessageState.READ if own_read else None if event.by_me else _OTHERS.get(event.kind)
    if state is None:
        return []
    group = event.chat.group
    contacts: list[int] | list[None] = [None]
    if group is None:
        contacts = all_contacts(sql, direct_peer(event.chat, event.author, by_me=event.by_me))
    missing = set(event.message_ids)
    changed: list[Changed] = []
    for contact in contacts:
        chat_id = find_chat(sql, slot_id, own_number, contact, group)
        if chat_id is None:
            continue
        found = _find(sql, event, slot_id, chat_id, from_me=not own_read)
        missing -= {row[1] for row in found}
        if own_read:
            changed += _read_here(sql, slot_id, chat_id, [row[0] for row in found])
        else:
            changed += _move(sql, state, [row[0] for row in found if advances(MessageState(row[2]), state)])
    if missing:
        _keep(sql, missing, slot_id, own_number, peer_key(contacts[0], group), not own_read, state, now_ms)
    return changed


def _find(
    sql: Connection, event: ReceiptHeard, slot_id: SlotId, chat_id: ChatId, *, from_me: bool
) -> list[tuple[int, str, str]]:
    """(arrival, server id, state) of the messages the receipt names."""
    rows = sql.exec_driver_sql(
        """
        SELECT arrival, server_id, state FROM message
        WHERE slot_id = :slot AND chat_id = :chat AND from_me = :from_me
            AND server_id IN (SELECT value FROM json_each(:ids))
        """,
        {"slot": slot_id, "chat": chat_id, "from_me": from_me, "ids": id_list(event.message_ids)},
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _move(sql: Connection, state: MessageState, arrivals: list[int]) -> list[Changed]:
    """Move the ticks; what the other side has needs no sending any more, whatever was thought of it."""
    ids = {"state": state, "arrivals": id_list(arrivals)}
    sql.exec_driver_sql(
        """
        UPDATE message SET state = :state, error = NULL
        WHERE arrival IN (SELECT value FROM json_each(:arrivals))
        """,
        ids,
    )
    sql.exec_driver_sql(
        """
        DELETE FROM outbox WHERE message_id IN (
            SELECT message_id FROM message WHERE arrival IN (SELECT value FROM json_each(:arrivals))
        )
        """,
        ids,
    )
    return read_changed(sql, arrivals)


def _read_here(sql: Connection, slot_id: SlotId, chat_id: ChatId, arrivals: list[int]) -> list[Changed]:
    """The own phone read these and what came before them: nothing of it is unread, no receipt of ours is due."""
    read = (
        sql.exec_driver_sql(
            """
        UPDATE message SET state = 'read', receipt_due = 0
        WHERE slot_id = :slot AND chat_id = :chat AND from_me = 0 AND state = 'delivered'
            AND (time_ms, arrival) <= (
                SELECT time_ms, arrival FROM message WHERE arrival IN (SELECT value FROM json_each(:arrivals))
                ORDER BY time_ms DESC, arrival DESC LIMIT 1
            )
        RETURNING arrival
        """,
            {"slot": slot_id, "chat": chat_id, "arrivals": id_list(arrivals)},
        )
        .scalars()
        .all()
    )
    sql.exec_driver_sql(
        "UPDATE message SET receipt_due = 0 WHERE arrival IN (SELECT value FROM json_each(:arrivals))",
        {"arrivals": id_list(arrivals)},
    )
    if read:
        count_unread(sql, slot_id, chat_id)
    return read_changed(sql, list(read))


def _keep(
    sql: Connection,
    missing: set[str],
    slot_id: SlotId,
    own_number: str,
    peer: str,
    from_me: bool,
    state: MessageState,
    now_ms: int,
) -> None:
    """Keep a receipt whose message is not here yet; "read" stays over "delivered", and comes later in the alphabet."""
    sql.exec_driver_sql("DELETE FROM receipt_waiting WHERE kept_ms < :limit", {"limit": now_ms - WAITING_LIFE_MS})
    sql.exec_driver_sql(
        """
        INSERT INTO receipt_waiting (slot_id, held_from, peer, server_id, from_me, state, kept_ms)
        SELECT :slot, :held, :peer, value, :from_me, :state, :now FROM json_each(:ids) WHERE true
        ON CONFLICT DO UPDATE SET state = max(state, excluded.state)
        """,
        {
            "slot": slot_id,
            "held": own_number,
            "peer": peer,
            "from_me": from_me,
            "state": state,
            "now": now_ms,
            "ids": id_list(sorted(missing)),
        },
    )
