"""What became of a message in the outbox: every step from queued to sent, failed or uncertain."""

from typing import NamedTuple

from sqlalchemy import Connection

from wadesk.domain.errors import Conflict, NotFound
from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.message import MessageState, advances
from wadesk.store.account.chats import find_newest, require_chat, require_slot
from wadesk.store.account.messages import raw_bytes
from wadesk.store.account.queueing import former_number
from wadesk.store.account.rows import id_list, read_changed
from wadesk.store.account.sending import limits
from wadesk.store.account.values import Changed

_DEATHS = 3
"""An engine that dies so often over one message dies of it (engine.md, "Receiving")."""


class Entry(NamedTuple):
    """A message of ours; ``state`` and what follows are its outbox row's, None where that is gone."""

    arrival: int
    chat_id: ChatId
    message_id: MessageId
    message_state: MessageState
    state: str | None
    unproven: bool

    @property
    def waits(self) -> bool:
        """Whether it is still on its way: not settled by a receipt, not left to a person."""
        return self.state in ("queued", "sending", "unknown")


def entry(sql: Connection, slot_id: SlotId, message_id: MessageId) -> Entry:
    """The message and its outbox row; NotFound."""
    require_slot(sql, slot_id)
    row = sql.exec_driver_sql(
        """
        SELECT arrival, m.chat_id, m.message_id, m.state, o.state, o.first_unknown_ms IS NOT NULL
        FROM message AS m LEFT JOIN outbox AS o ON o.message_id = m.message_id
        WHERE m.message_id = :message AND m.slot_id = :slot AND m.from_me = 1
        """,
        {"message": message_id, "slot": slot_id},
    ).first()
    if row is None:
        raise NotFound("no_message", "There is no such message.")
    return Entry(row[0], row[1], row[2], MessageState(row[3]), row[4], bool(row[5]))


def begin(sql: Connection, item: Entry, raw: str, now_ms: int) -> Changed:
    """An attempt begins with what was built; the first protobuf stays, so that a resend is the same."""
    if not item.waits:
        raise Conflict("not_waiting", "This message is not waiting to be sent.")
    sql.exec_driver_sql(
        "UPDATE message SET raw = ifnull(raw, :raw) WHERE arrival = :arrival",
        {"raw": raw_bytes(raw), "arrival": item.arrival},
    )
    sql.exec_driver_sql(
        """
        UPDATE outbox SET state = 'sending', attempts = attempts + 1, attempted_ms = :now
        WHERE message_id = :message
        """,
        {"message": item.message_id, "now": now_ms},
    )
    return _tell(sql, item, MessageState.SENDING)


def sent(sql: Connection, item: Entry, time_ms: int | None) -> Changed:
    """The server has it. A receipt that was quicker stays."""
    _forget(sql, item)
    if time_ms is not None:
        sql.exec_driver_sql(
            "UPDATE message SET time_ms = :time WHERE arrival = :arrival", {"time": time_ms, "arrival": item.arrival}
        )
        chat = sql.exec_driver_sql(
            "SELECT slot_id, chat_id FROM message WHERE arrival = :arrival", {"arrival": item.arrival}
        ).one()
        find_newest(sql, chat[0], chat[1])
    if advances(item.message_state, MessageState.SENT):
        return _tell(sql, item, MessageState.SENT)
    return _as_it_is(sql, item)


def again(sql: Connection, item: Entry, next_try_ms: int, *, proven: bool) -> Changed:
    """It waits for another attempt. Once unproven it stays so: an earlier attempt may have arrived.

    What failed before its attempt began (a query) counts as one, so that it is asked ever more rarely.
    """
    if not item.waits:
        return _as_it_is(sql, item)
    unproven = item.unproven or not proven
    sql.exec_driver_sql(
        """
        UPDATE outbox SET next_try_ms = :next, state = :state, attempts = attempts + (state <> 'sending'),
            first_unknown_ms = iif(:unproven, coalesce(first_unknown_ms, attempted_ms, :next), NULL)
        WHERE message_id = :message
        """,
        {
            "message": item.message_id,
            "next": next_try_ms,
            "state": "unknown" if unproven else "queued",
            "unproven": unproven,
        },
    )
    return _tell(sql, item, MessageState.SENDING if unproven else MessageState.QUEUED)


def give_up(sql: Connection, item: Entry, code: str, *, proven: bool) -> Changed:
    """A person decides from here: failed where it is proven unsent, else uncertain. The row stays for that."""
    if not item.waits:
        return _as_it_is(sql, item)
    certain = proven and not item.unproven
    sql.exec_driver_sql(
        "UPDATE outbox SET state = :state WHERE message_id = :message",
        {"message": item.message_id, "state": "failed" if certain else "uncertain"},
    )
    return _tell(sql, item, MessageState.FAILED if certain else MessageState.UNCERTAIN, code)


def engine_died(sql: Connection, item: Entry) -> int:
    """Count an engine's end during this message; at the third it is given up."""
    if not item.waits:
        return 0
    deaths: int = sql.exec_driver_sql(
        """
        UPDATE outbox SET engine_deaths = engine_deaths + 1,
            first_unknown_ms = iif(state = 'sending', ifnull(first_unknown_ms, attempted_ms), first_unknown_ms),
            state = iif(state = 'sending', 'unknown', state)
        WHERE message_id = :message RETURNING engine_deaths
        """,
        {"message": item.message_id},
    ).scalar_one()
    if deaths >= _DEATHS:
        give_up(sql, item, "engine_died", proven=item.state != "sending")
    return deaths


def recover(sql: Connection, slot_id: SlotId) -> int:
    """What was being sent when the worker ended may have arrived."""
    require_slot(sql, slot_id)
    return sql.exec_driver_sql(
        """
        UPDATE outbox SET state = 'unknown', first_unknown_ms = ifnull(first_unknown_ms, attempted_ms)
        WHERE slot_id = :slot AND state = 'sending'
        """,
        {"slot": slot_id},
    ).rowcount


def expire(sql: Connection, slot_id: SlotId, now_ms: int) -> list[Changed]:
    """Give up what waited too long for anybody to want it sent unasked."""
    require_slot(sql, slot_id)
    stale = {"slot": slot_id, **limits(now_ms)}
    unproven = (
        sql.exec_driver_sql(
            """
        UPDATE outbox SET state = 'uncertain'
        WHERE slot_id = :slot AND state = 'unknown' AND first_unknown_ms <= :unknown_limit RETURNING message_id
        """,
            stale,
        )
        .scalars()
        .all()
    )
    waited = (
        sql.exec_driver_sql(
            """
        UPDATE outbox SET state = 'failed'
        WHERE slot_id = :slot AND state = 'queued' AND queued_ms <= :queued_limit RETURNING message_id
        """,
            stale,
        )
        .scalars()
        .all()
    )
    arrivals = _tell_all(sql, list(unproven), MessageState.UNCERTAIN, "unknown_too_long")
    arrivals += _tell_all(sql, list(waited), MessageState.FAILED, "waited_too_long")
    return read_changed(sql, arrivals)


def give_up_former(sql: Connection, slot_id: SlotId, number: str) -> list[Changed]:
    """The slot has another number now: what waited to leave from the former one must not leave."""
    former = {"slot": slot_id, "number": number}
    states = {"queued": MessageState.FAILED, "sending": MessageState.UNCERTAIN, "unknown": MessageState.UNCERTAIN}
    rows = sql.exec_driver_sql(
        "SELECT message_id, state FROM outbox WHERE slot_id = :slot AND held_from <> :number", former
    ).all()
    sql.exec_driver_sql(
        """
        UPDATE outbox SET state = iif(state = 'queued', 'failed', 'uncertain')
        WHERE slot_id = :slot AND held_from <> :number AND state IN ('queued', 'sending', 'unknown')
        """,
        former,
    )
    arrivals: list[int] = []
    for state in (MessageState.FAILED, MessageState.UNCERTAIN):
        arrivals += _tell_all(sql, [row[0] for row in rows if states.get(row[1]) is state], state, "number_changed")
    return read_changed(sql, arrivals)


def settle(sql: Connection, slot_id: SlotId, chat_id: ChatId, item: Entry, resend: bool, now_ms: int) -> Changed:
    """A person's decision; see :meth:`Outbox.settle`."""
    chat = require_chat(sql, slot_id, chat_id)
    if chat != item.chat_id:
        raise NotFound("no_message", "There is no such message in this chat.")
    if item.state not in ("failed", "uncertain"):
        raise Conflict("not_settleable", "There is nothing to decide about this message.")
    if not resend:
        _forget(sql, item)
        return _tell(sql, item, MessageState.SENT) if item.state == "uncertain" else _as_it_is(sql, item)
    held_from, number = sql.exec_driver_sql(
        "SELECT held_from, number FROM chat JOIN slot USING (slot_id) WHERE chat_id = :chat", {"chat": chat}
    ).one()
    if held_from != number:
        raise former_number(held_from, number)
    sql.exec_driver_sql(
        """
        UPDATE outbox SET state = iif(state = 'failed', 'queued', 'unknown'), next_try_ms = 0, engine_deaths = 0,
            queued_ms = :now, first_unknown_ms = iif(state = 'failed', NULL, :now)
        WHERE message_id = :message
        """,
        {"message": item.message_id, "now": now_ms},
    )
    return _tell(sql, item, MessageState.QUEUED)


def _forget(sql: Connection, item: Entry) -> None:
    sql.exec_driver_sql("DELETE FROM outbox WHERE message_id = :message", {"message": item.message_id})


def _tell(sql: Connection, item: Entry, state: MessageState, error: str | None = None) -> Changed:
    sql.exec_driver_sql(
        "UPDATE message SET state = :state, error = :error WHERE arrival = :arrival",
        {"state": state, "error": error, "arrival": item.arrival},
    )
    return _as_it_is(sql, item)


def _as_it_is(sql: Connection, item: Entry) -> Changed:
    return read_changed(sql, [item.arrival])[0]


def _tell_all(sql: Connection, message_ids: list[str], state: MessageState, error: str) -> list[int]:
    """Set many messages' state; their rows."""
    rows = sql.exec_driver_sql(
        """
        UPDATE message SET state = :state, error = :error
        WHERE message_id IN (SELECT value FROM json_each(:ids)) RETURNING arrival
        """,
        {"state": state, "error": error, "ids": id_list(message_ids)},
    )
    return [int(arrival) for arrival in rows.scalars().all()]
