"""Who somebody is: one contact per person and account, known by number, LID or both (engine.md, "Receiving")."""

from typing import NamedTuple

from sqlalchemy import Connection

from wadesk.store.account.merging import merge_people
from wadesk.wire.engine_frames import Peer


class Person(NamedTuple):
    """A contact. ``recycled``: who had the number before; ``merged``: two contacts were found to be one."""

    contact: int
    recycled: int | None = None
    merged: bool = False


class _Row(NamedTuple):
    contact: int
    number: str | None
    lid: str | None


def find_person(sql: Connection, peer: Peer) -> Person:
    """The contact of ``peer``, made where there is none; what is new about it is kept, but nothing is merged."""
    by_lid, by_number = _rows(sql, peer)
    if by_lid is not None:
        if by_number is None and by_lid.number is None:
            _set_number(sql, by_lid.contact, peer.number)
        return Person(by_lid.contact)
    if by_number is None:
        return Person(_add(sql, peer.number, peer.lid))
    if peer.lid is None or by_number.lid is None:
        _set_lid(sql, by_number.contact, peer.lid)
        return Person(by_number.contact)
    return Person(_add(sql, None, peer.lid))


def all_contacts(sql: Connection, peer: Peer) -> list[int]:
    """The contact of ``peer``, and with it the one of its number that a message would merge with it."""
    found = find_person(sql, peer).contact
    _, by_number = _rows(sql, peer)
    if by_number is None or by_number.contact == found or by_number.lid is not None:
        return [found]
    return [found, by_number.contact]


def recognise(sql: Connection, peer: Peer) -> Person:
    """The contact of ``peer`` by all that a message says of it.

    A number and a LID that belong together make one person of two. A known number with a LID other than
    its own is a recycled number: its former holder keeps the chats and loses the number.
    """
    by_lid, by_number = _rows(sql, peer)
    if peer.number is None or peer.lid is None or (by_lid is None and by_number is None):
        return find_person(sql, peer)
    if by_number is None or by_number == by_lid:
        row = by_lid or by_number
        contact = row.contact if row is not None else _add(sql, peer.number, peer.lid)
        _set_number(sql, contact, peer.number)
        return Person(contact)
    if by_number.lid is not None:
        _take_number_away(sql, by_number.contact)
        contact = by_lid.contact if by_lid is not None else _add(sql, None, peer.lid)
        _set_number(sql, contact, peer.number)
        return Person(contact, recycled=by_number.contact)
    if by_lid is None:
        _set_lid(sql, by_number.contact, peer.lid)
        return Person(by_number.contact)
    merge_people(sql, source=by_number.contact, target=by_lid.contact)
    _set_number(sql, by_lid.contact, peer.number)
    return Person(by_lid.contact, merged=True)


def recognise_past(sql: Connection, peer: Peer) -> Person:
    """Like :func:`recognise` for what was said long ago: it takes nobody's number away, who has it by now."""
    by_lid, by_number = _rows(sql, peer)
    if by_lid is not None and by_lid == by_number:
        return Person(by_lid.contact)
    if peer.lid is not None and by_number is not None and by_number.lid not in {None, peer.lid}:
        return Person(by_lid.contact if by_lid is not None else _add(sql, None, peer.lid))
    return recognise(sql, peer)


def _rows(sql: Connection, peer: Peer) -> tuple[_Row | None, _Row | None]:
    """The contacts with the LID and with the number of ``peer``."""
    found = sql.exec_driver_sql(
        """
        SELECT contact_id, number, lid FROM contact WHERE lid = :lid
        UNION SELECT contact_id, number, lid FROM contact WHERE number = :number
        """,
        {"lid": peer.lid, "number": peer.number},
    ).all()
    rows = [_Row(*row) for row in found]
    by_lid = next((row for row in rows if peer.lid is not None and row.lid == peer.lid), None)
    by_number = next((row for row in rows if peer.number is not None and row.number == peer.number), None)
    return by_lid, by_number


def _add(sql: Connection, number: str | None, lid: str | None) -> int:
    if number is None and lid is None:
        raise ValueError("nobody: neither a number nor a LID")
    added = sql.exec_driver_sql(
        "INSERT INTO contact (number, lid) VALUES (:number, :lid) RETURNING contact_id", {"number": number, "lid": lid}
    )
    return int(added.scalar_one())


def _set_lid(sql: Connection, contact: int, lid: str | None) -> None:
    if lid is not None:
        sql.exec_driver_sql(
            "UPDATE contact SET lid = :lid, typed = 0 WHERE contact_id = :contact", {"lid": lid, "contact": contact}
        )


def _set_number(sql: Connection, contact: int, number: str | None) -> None:
    """The person's number is ``number`` now; another one before it becomes the former."""
    if number is not None:
        sql.exec_driver_sql(
            """
            UPDATE contact SET number = :number, typed = 0,
                former_number = CASE WHEN number <> :number THEN number ELSE former_number END
            WHERE contact_id = :contact AND number IS NOT :number
            """,
            {"number": number, "contact": contact},
        )


def _take_number_away(sql: Connection, contact: int) -> None:
    sql.exec_driver_sql(
        "UPDATE contact SET former_number = number, number = NULL WHERE contact_id = :contact", {"contact": contact}
    )
