"""Recording one heard message: who, which chat, new or known, and what waited for it."""

import binascii
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection
from uuid_utils import uuid7

from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.message import Kind, MessageState, advances
from wadesk.store.account.chats import ASIDE, add_newest, count_unread, find_newest, open_chat, require_slot
from wadesk.store.account.people import Person, recognise
from wadesk.store.account.rows import read_changed, read_chat, read_message
from wadesk.store.account.values import Recorded
from wadesk.wire.engine_frames import MessageHeard, Peer

LONGEST_TEXT = 65_536
"""Characters; WhatsApp's own limit. The raw protobuf keeps whatever a hostile sender put beyond it."""

RECYCLED = "recycled-number"
"""The ``detail`` of the line that says that a number now belongs to somebody else."""


class _Place(NamedTuple):
    """Where a message belongs: the values of its unique key but the id, and what its chat waits under."""

    chat_id: ChatId
    sender: int | None
    peer: str
    person: Person


def new_message_id() -> MessageId:
    """A fresh id of ours: UUIDv7, so that ids made later sort later."""
    return MessageId(str(uuid7()))


def peer_key(contact: int | None, group: str | None) -> str:
    """What a receipt that came before its message waits under."""
    return f"group {group}" if group is not None else f"contact {contact}"


def record(sql: Connection, event: MessageHeard, slot_id: SlotId, own_number: str, now_ms: int) -> Recorded:
    """Record ``event``; see :meth:`Heard.record_message`."""
    require_slot(sql, slot_id)
    if event.time_ms <= 0:
        event = msgspec.structs.replace(event, time_ms=now_ms)
    kind = kind_of(event.kind)
    place = _place(sql, event, slot_id, own_number)
    found = _find(sql, event, slot_id, place)
    if found is None:
        arrival = _insert(sql, event, kind, slot_id, place, _first_state(sql, event, kind, slot_id, own_number, place))
    else:
        arrival = found[0]
    replaced = found is not None and found[1] == Kind.UNDECRYPTABLE and kind is not Kind.UNDECRYPTABLE
    if replaced:
        _replace(sql, event, kind, slot_id, place, arrival)
    also = _tell_recycled(sql, event, place.person.recycled) if place.person.recycled is not None else []
    sql.exec_driver_sql(
        "DELETE FROM attempt WHERE slot_id = :slot AND server_id = :id", {"slot": slot_id, "id": event.server_id}
    )
    return Recorded(
        message=read_message(sql, arrival),
        chat=read_chat(sql, place.chat_id),
        new=found is None,
        replaced=replaced,
        also=read_changed(sql, also),
        resync=place.person.merged,
    )


def kind_of(name: str) -> Kind:
    """What a message is; a name of a later version is unknown here."""
    try:
        return Kind(name)
    except ValueError:
        return Kind.UNKNOWN


def _place(sql: Connection, event: MessageHeard, slot_id: SlotId, own_number: str) -> _Place:
    """The chat and the canonical sender. In a direct chat the sender is the chat's person."""
    group = event.chat.group
    if group is not None:
        person = recognise(sql, event.author) if not event.from_me else Person(0)
        chat = open_chat(sql, slot_id, own_number, None, group)
        place = _Place(chat, None if event.from_me else person.contact, peer_key(None, group), person)
    else:
        person = recognise(sql, direct_peer(event.chat, event.author, by_me=event.from_me))
        chat = open_chat(sql, slot_id, own_number, person.contact, None)
        place = _Place(chat, None, peer_key(person.contact, None), person)
    if event.push_name and not event.from_me:
        sql.exec_driver_sql(
            "UPDATE contact SET push_name = :name WHERE contact_id = :contact AND push_name <> :name",
            {"name": event.push_name, "contact": person.contact},
        )
    return place


def direct_peer(chat: Peer, author: Peer, *, by_me: bool) -> Peer:
    """The other person of a direct chat: of what she sends, chat and author each may hold the half that is known."""
    if by_me:
        return chat
    return Peer(number=chat.number or author.number, lid=chat.lid or author.lid)


def _find(sql: Connection, event: MessageHeard, slot_id: SlotId, place: _Place) -> tuple[int, str] | None:
    row = sql.exec_driver_sql(
        """
        SELECT arrival, kind FROM message
        WHERE slot_id = :slot AND chat_id = :chat AND server_id = :id AND from_me = :from_me
            AND ifnull(sender, 0) = :sender
        """,
        {
            "slot": slot_id,
            "chat": place.chat_id,
            "id": event.server_id,
            "from_me": event.from_me,
            "sender": place.sender or 0,
        },
    ).first()
    return None if row is None else (row[0], row[1])


def _first_state(
    sql: Connection, event: MessageHeard, kind: Kind, slot_id: SlotId, own_number: str, place: _Place
) -> MessageState:
    """The state a message begins with: receipts that came before it count, and are used up."""
    state = MessageState.SENT if event.from_me else MessageState.DELIVERED
    waited = sql.exec_driver_sql(
        """
        DELETE FROM receipt_waiting
        WHERE slot_id = :slot AND server_id = :id AND peer = :peer AND held_from = :held AND from_me = :from_me
        RETURNING state
        """,
        {
            "slot": slot_id,
            "id": event.server_id,
            "peer": place.peer,
            "held": own_number,
            "from_me": event.from_me,
        },
    ).scalar()
    if waited is not None and advances(state, MessageState(waited)):
        state = MessageState(waited)
    return MessageState.READ if not event.from_me and kind in ASIDE else state


def _insert(
    sql: Connection, event: MessageHeard, kind: Kind, slot_id: SlotId, place: _Place, state: MessageState
) -> int:
    arrival: int = sql.exec_driver_sql(
        """
        INSERT INTO message (message_id, slot_id, chat_id, from_me, sender, server_id, kind, state, time_ms,
            text, detail, target, raw)
        VALUES (:message, :slot, :chat, :from_me, :sender, :id, :kind, :state, :time, :text, :detail, :target, :raw)
        RETURNING arrival
        """,
        {
            "message": new_message_id(),
            "slot": slot_id,
            "chat": place.chat_id,
            "from_me": event.from_me,
            "sender": place.sender,
            "id": event.server_id,
            "kind": kind,
            "state": state,
            "time": event.time_ms,
            **_content(event),
        },
    ).scalar_one()
    if kind not in ASIDE:
        add_newest(sql, place.chat_id, arrival, event.time_ms, unread=int(state is MessageState.DELIVERED))
    return arrival


def _replace(sql: Connection, event: MessageHeard, kind: Kind, slot_id: SlotId, place: _Place, arrival: int) -> None:
    """Put the message into its placeholder's row, which keeps its id and place; nobody has read it yet."""
    sql.exec_driver_sql(
        """
        UPDATE message SET kind = :kind, text = :text, detail = :detail, target = :target, raw = :raw,
            time_ms = :time, state = CASE WHEN from_me THEN state WHEN :aside THEN 'read' ELSE 'delivered' END
        WHERE arrival = :arrival
        """,
        {"kind": kind, "time": event.time_ms, "aside": kind in ASIDE, "arrival": arrival, **_content(event)},
    )
    count_unread(sql, slot_id, place.chat_id)
    find_newest(sql, slot_id, place.chat_id)


def _content(event: MessageHeard) -> dict[str, object]:
    return {
        "text": event.text[:LONGEST_TEXT],
        "detail": event.detail,
        "target": event.target,
        "raw": raw_bytes(event.raw),
    }


def raw_bytes(raw: str) -> bytes | None:
    """The protobuf of a frame's base64; what is no base64 is kept as it came."""
    try:
        return binascii.a2b_base64(raw, strict_mode=True) if raw else None
    except binascii.Error:
        return raw.encode()


def _tell_recycled(sql: Connection, event: MessageHeard, former: int) -> list[int]:
    """A line in every chat of the number's former holder: who writes from it now is somebody else."""
    chats = sql.exec_driver_sql(
        "SELECT slot_id, chat_id FROM chat WHERE contact_id = :former AND last_arrival IS NOT NULL", {"former": former}
    ).all()
    arrivals: list[int] = []
    for slot_id, chat_id in chats:
        message_id = new_message_id()
        arrival: int = sql.exec_driver_sql(
            """
            INSERT INTO message (message_id, slot_id, chat_id, from_me, server_id, kind, state, time_ms, text, detail)
            VALUES (:message, :slot, :chat, 0, :id, 'system', 'read', :time, '', :detail) RETURNING arrival
            """,
            {
                "message": message_id,
                "slot": slot_id,
                "chat": chat_id,
                # An id that no sender can choose: WhatsApp's have no space.
                "id": f"{RECYCLED} {message_id}",
                "time": event.time_ms,
                "detail": RECYCLED,
            },
        ).scalar_one()
        add_newest(sql, ChatId(chat_id), arrival, event.time_ms, unread=0)
        arrivals.append(arrival)
    return arrivals
