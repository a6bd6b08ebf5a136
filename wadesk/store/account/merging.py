"""Two contacts turn out to be one person: their chats become one within each slot, never across slots."""

from sqlalchemy import Connection

from wadesk.store.account.chats import count_unread, find_newest


def merge_people(sql: Connection, *, source: int, target: int) -> None:
    """Give all that is ``source``'s to ``target`` and delete ``source``, whose number and LID go with it.

    A message that was stored under both is one: the readable and, of two, the earlier row stays.
    """
    both = {"source": source, "target": target}
    pairs = sql.exec_driver_sql(
        """
        SELECT a.slot_id, a.chat_id, a.chat_no, b.chat_id, b.chat_no
        FROM chat AS a JOIN chat AS b ON b.slot_id = a.slot_id AND b.held_from = a.held_from
        WHERE a.contact_id = :source AND b.contact_id = :target
        """,
        both,
    ).all()
    for slot_id, chat_a, no_a, chat_b, no_b in pairs:
        keep, drop = (chat_a, chat_b) if no_a < no_b else (chat_b, chat_a)
        _merge_chats(sql, slot_id, keep=keep, drop=drop)
    sql.exec_driver_sql("UPDATE chat SET contact_id = :target WHERE contact_id = :source", both)
    _merge_senders(sql, both)
    _merge_names(sql, both)
    sql.exec_driver_sql("DELETE FROM contact WHERE contact_id = :source", both)


def _merge_chats(sql: Connection, slot_id: str, *, keep: str, drop: str) -> None:
    """Move everything of chat ``drop`` into ``keep``; the id of ``drop`` stays as an alias."""
    chats = {"slot": slot_id, "keep": keep, "drop": drop}
    sql.exec_driver_sql(
        """
        DELETE FROM message AS placeholder
        WHERE slot_id = :slot AND chat_id IN (:keep, :drop) AND kind = 'undecryptable' AND EXISTS (
            SELECT 1 FROM message AS real
            WHERE real.slot_id = :slot AND real.chat_id = iif(placeholder.chat_id = :keep, :drop, :keep)
                AND real.server_id = placeholder.server_id AND real.from_me = placeholder.from_me
                AND real.kind <> 'undecryptable'
        )
        """,
        chats,
    )
    sql.exec_driver_sql("UPDATE OR IGNORE message SET chat_id = :keep WHERE slot_id = :slot AND chat_id = :drop", chats)
    sql.exec_driver_sql("UPDATE chat_alias SET chat_id = :keep WHERE slot_id = :slot AND chat_id = :drop", chats)
    # What could not move is there already, and goes with its chat.
    sql.exec_driver_sql("DELETE FROM chat WHERE slot_id = :slot AND chat_id = :drop", chats)
    sql.exec_driver_sql("INSERT INTO chat_alias (alias, slot_id, chat_id) VALUES (:drop, :slot, :keep)", chats)
    count_unread(sql, slot_id, keep)
    find_newest(sql, slot_id, keep)


def _merge_senders(sql: Connection, both: dict[str, int]) -> None:
    """In groups: what both sent is ``target``'s; a message that is there under both stays once."""
    touched = sql.exec_driver_sql("SELECT DISTINCT slot_id, chat_id FROM message WHERE sender = :source", both).all()
    sql.exec_driver_sql(
        """
        DELETE FROM message AS placeholder
        WHERE sender IN (:source, :target) AND kind = 'undecryptable' AND EXISTS (
            SELECT 1 FROM message AS real
            WHERE real.slot_id = placeholder.slot_id AND real.chat_id = placeholder.chat_id
                AND real.server_id = placeholder.server_id AND real.kind <> 'undecryptable'
                AND real.sender = iif(placeholder.sender = :source, :target, :source)
        )
        """,
        both,
    )
    sql.exec_driver_sql("UPDATE OR IGNORE message SET sender = :target WHERE sender = :source", both)
    sql.exec_driver_sql("DELETE FROM message WHERE sender = :source", both)
    for slot_id, chat_id in touched:
        count_unread(sql, slot_id, chat_id)
        find_newest(sql, slot_id, chat_id)


def _merge_names(sql: Connection, both: dict[str, int]) -> None:
    """Names of ``source`` serve where ``target`` has none; waiting receipts change hands."""
    sql.exec_driver_sql(
        """
        UPDATE contact SET push_name = (SELECT push_name FROM contact WHERE contact_id = :source)
        WHERE contact_id = :target AND push_name = ''
        """,
        both,
    )
    sql.exec_driver_sql("UPDATE OR IGNORE book_name SET contact_id = :target WHERE contact_id = :source", both)
    # "read" stays over "delivered", as where a receipt is kept.
    sql.exec_driver_sql(
        """
        INSERT INTO receipt_waiting (slot_id, held_from, peer, server_id, from_me, state, kept_ms)
        SELECT slot_id, held_from, 'contact ' || :target, server_id, from_me, state, kept_ms
        FROM receipt_waiting WHERE peer = 'contact ' || :source
        ON CONFLICT DO UPDATE SET state = max(state, excluded.state)
        """,
        both,
    )
    sql.exec_driver_sql("DELETE FROM receipt_waiting WHERE peer = 'contact ' || :source", both)
