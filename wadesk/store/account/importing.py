"""Recording a piece of history in one transaction: who, which chats, and all its messages in a few statements."""

from typing import Any

import msgspec
from sqlalchemy import Connection

from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Kind, MessageState, advances
from wadesk.store.account.chats import ASIDE, count_unread, find_newest, open_chat, require_slot
from wadesk.store.account.messages import LONGEST_TEXT, kind_of, new_message_id, peer_key, raw_bytes
from wadesk.store.account.notices import add_imported, is_kept, note_fetched
from wadesk.store.account.people import recognise_past
from wadesk.store.account.rows import chat_from, id_list
from wadesk.store.account.values import Imported
from wadesk.wire.engine_frames import HistoryChat, HistoryChunk, HistoryMessage, Peer

_INSERT = """
    INSERT INTO message (message_id, slot_id, chat_id, from_me, sender, server_id, kind, state, time_ms, text, detail,
        target, raw, imported)
    VALUES (:message, :slot, :chat, :from_me, :sender, :id, :kind, :state, :time, :text, :detail, :target, :raw, 1)
    ON CONFLICT (slot_id, chat_id, server_id, from_me, ifnull(sender, 0)) DO UPDATE SET imported = 1
"""
# CROSS JOIN and INDEXED BY: else the planner walks through all messages of the slot for each piece.
# A placeholder keeps its place and its id; whether it is unread was known before the message was.
_REPLACE = """
    UPDATE message SET kind = :kind, text = :text, detail = :detail, target = :target, raw = :raw, time_ms = :time,
        state = iif(from_me = 0 AND :aside, 'read', state)
    WHERE arrival = :arrival
"""
_PLACEHOLDERS = """
    SELECT m.arrival, m.chat_id, m.from_me, ifnull(m.sender, 0), m.server_id
    FROM json_each(:keys) AS k
    CROSS JOIN message AS m INDEXED BY message_key
        ON m.slot_id = :slot AND m.chat_id = k.value ->> 0 AND m.server_id = k.value ->> 1
    WHERE m.kind = 'undecryptable'
"""
_READ_OLDER = """
    UPDATE message SET state = 'read'
    WHERE slot_id = :slot AND chat_id = :chat AND from_me = 0 AND state = 'delivered' AND imported = 1
        AND arrival NOT IN (
            SELECT arrival FROM message
            WHERE slot_id = :slot AND chat_id = :chat AND from_me = 0 AND imported = 1
                AND kind NOT IN ('reaction', 'edit', 'revoke')
            ORDER BY time_ms DESC, arrival DESC LIMIT :unread
        )
"""
_READ_ALL = """
    UPDATE message SET state = 'read'
    WHERE slot_id = :slot AND chat_id IN (SELECT value FROM json_each(:chats)) AND from_me = 0 AND state = 'delivered'
        AND imported = 1
"""
Row = dict[str, Any]


class Import:
    """One piece of history on its way into the database."""

    def __init__(self, sql: Connection, slot_id: SlotId, own_number: str, now_ms: int) -> None:
        """Into the chats that ``own_number`` holds in ``slot_id``."""
        self._sql = sql
        self._slot = slot_id
        self._own = own_number
        self._now = now_ms
        self._people: dict[Peer, int] = {}
        self._rows: list[Row] = []
        self._unread: dict[ChatId, int] = {}
        self.merged = False

    def meet(self, chat: HistoryChat) -> None:
        """Recognise everybody of ``chat``: before anything is taken, because two people may turn out to be one."""
        somebody = [chat.chat] if chat.chat.group is None else [one.author for one in chat.messages if not one.from_me]
        for peer in somebody:
            if peer.number is not None or peer.lid is not None:
                self._contact(peer)

    def take(self, chat: HistoryChat) -> None:
        """Note a chat's names and messages; nothing of somebody without number and LID."""
        group = chat.chat.group
        contact = None
        if group is None:
            if chat.chat.number is None and chat.chat.lid is None:
                return
            contact = self._contact(chat.chat)
            self._note_name(contact, chat.name)
        if not chat.messages and group is None:
            return
        chat_id = open_chat(self._sql, self._slot, self._own, contact, group)
        if group is not None and chat.name:
            self._sql.exec_driver_sql(
                "UPDATE chat SET group_name = :name WHERE chat_id = :chat AND group_name = ''",
                {"name": chat.name, "chat": chat_id},
            )
        if chat.messages:
            self._unread[chat_id] = max(0, chat.unread)
        for message in chat.messages:
            self._take_message(message, chat, chat_id, contact)

    def write(self) -> int:
        """Write what was taken; how many messages are new."""
        newest = self._sql.exec_driver_sql("SELECT ifnull(max(arrival), 0) FROM message").scalar_one()
        self._fill_placeholders()
        self._apply_receipts()
        if self._rows:
            self._sql.exec_driver_sql(_INSERT, self._rows)
        added = self._sql.exec_driver_sql("SELECT count(*) FROM message WHERE arrival > :newest", {"newest": newest})
        self._set_unread()
        for chat_id in self._unread:
            find_newest(self._sql, self._slot, chat_id)
        return int(added.scalar_one())

    def _set_unread(self) -> None:
        read = [chat_id for chat_id, unread in self._unread.items() if not unread]
        self._sql.exec_driver_sql(_READ_ALL, {"slot": self._slot, "chats": id_list(read)})
        for chat_id, unread in self._unread.items():
            if unread:
                self._sql.exec_driver_sql(_READ_OLDER, {"slot": self._slot, "chat": chat_id, "unread": unread})
            count_unread(self._sql, self._slot, chat_id)

    @property
    def chats(self) -> list[ChatId]:
        """The chats that messages were taken for."""
        return list(self._unread)

    def _contact(self, peer: Peer) -> int:
        if peer not in self._people:
            person = recognise_past(self._sql, peer)
            if person.merged:
                self.merged = True
                self._people.clear()
            self._people[peer] = person.contact
        return self._people[peer]

    def _note_name(self, contact: int, name: str) -> None:
        """What the phone calls somebody, unless its address book has said it already; a number is no name."""
        if any(letter.isalpha() for letter in name):
            self._sql.exec_driver_sql(
                """
                INSERT INTO book_name (slot_id, contact_id, name) VALUES (:slot, :contact, :name)
                ON CONFLICT DO NOTHING
                """,
                {"slot": self._slot, "contact": contact, "name": name},
            )

    def _take_message(self, message: HistoryMessage, chat: HistoryChat, chat_id: ChatId, contact: int | None) -> None:
        kind, group = kind_of(message.kind), chat.chat.group
        sender = None
        if not message.from_me:
            person = contact
            if group is not None:
                if message.author.number is None and message.author.lid is None:
                    return
                person = sender = self._contact(message.author)
            if message.push_name:
                self._sql.exec_driver_sql(
                    "UPDATE contact SET push_name = :name WHERE contact_id = :contact AND push_name = ''",
                    {"name": message.push_name, "contact": person},
                )
        self._rows.append(
            {
                "message": new_message_id(),
                "slot": self._slot,
                "chat": chat_id,
                "from_me": int(message.from_me),
                "sender": sender,
                "id": message.server_id,
                "kind": kind,
                "state": _state(message, kind, chat.unread),
                "time": message.time_ms if message.time_ms > 0 else self._now,
                "text": message.text[:LONGEST_TEXT],
                "detail": message.detail,
                "target": message.target,
                "raw": raw_bytes(message.raw),
                "peer": peer_key(contact, group),
            }
        )

    def _fill_placeholders(self) -> None:
        """Put messages that could not be read when they came into the rows that stand for them."""
        keys = msgspec.json.encode([(row["chat"], row["id"]) for row in self._rows]).decode()
        found = self._sql.exec_driver_sql(_PLACEHOLDERS, {"keys": keys, "slot": self._slot}).all()
        if not found:
            return
        by_key = {(row["chat"], row["from_me"], row["sender"] or 0, row["id"]): row for row in self._rows}
        for arrival, *key in found:
            row = by_key.get(tuple(key))
            if row is not None and row["kind"] is not Kind.UNDECRYPTABLE:
                self._sql.exec_driver_sql(_REPLACE, {**row, "arrival": arrival, "aside": row["kind"] in ASIDE})

    def _apply_receipts(self) -> None:
        """Receipts that came before their message count, and are used up."""
        waiting = self._sql.exec_driver_sql(
            """
            SELECT server_id, peer, from_me, state FROM receipt_waiting
            WHERE slot_id = :slot AND held_from = :own AND server_id IN (SELECT value FROM json_each(:ids))
            """,
            {"slot": self._slot, "own": self._own, "ids": id_list([str(row["id"]) for row in self._rows])},
        ).all()
        states = {(row[0], row[1], row[2]): MessageState(row[3]) for row in waiting}
        for row in self._rows if states else []:
            key = (row["id"], row["peer"], row["from_me"])
            if (state := states.get(key)) is None:
                continue
            if advances(row["state"], state):
                row["state"] = state
            self._sql.exec_driver_sql(
                """
                DELETE FROM receipt_waiting
                WHERE slot_id = :slot AND held_from = :own AND server_id = :id AND peer = :peer AND from_me = :from_me
                """,
                {**row, "own": self._own},
            )


def _state(message: HistoryMessage, kind: Kind, unread: int) -> MessageState:
    """Of others' messages as many of the newest are unread as the phone says; that is set right in the end."""
    if message.from_me:
        return MessageState(message.state or MessageState.SENT)
    return MessageState.DELIVERED if unread > 0 and kind not in ASIDE else MessageState.READ


def record(sql: Connection, chunk: HistoryChunk, slot_id: SlotId, own_number: str, now_ms: int) -> Imported:
    """Record ``chunk``; see :meth:`Past.record_chunk`."""
    require_slot(sql, slot_id)
    if not is_kept(sql, slot_id, chunk.message_id, own_number):
        return Imported(chats=[], total=add_imported(sql, slot_id, 0), known=False)
    piece = Import(sql, slot_id, own_number, now_ms)
    for step in (piece.meet, piece.take):
        for chat in chunk.chats:
            step(chat)
    total = add_imported(sql, slot_id, piece.write())
    if chunk.last:
        note_fetched(sql, slot_id, chunk.message_id)
    rows = sql.exec_driver_sql(
        "SELECT * FROM chat_row WHERE last_arrival IS NOT NULL AND chat_id IN (SELECT value FROM json_each(:chats))",
        {"chats": id_list(piece.chats)},
    )
    return Imported(chats=[chat_from(row) for row in rows], total=total, resync=piece.merged)
