"""Rows of accounts."""

from msgspec import structs
from sqlalchemy import Connection

from wadesk.domain.desk import Account
from wadesk.domain.errors import Conflict, InvalidRequest, NotFound
from wadesk.domain.ids import AccountId, new_account_id
from wadesk.domain.names import clean_initials, clean_name, propose_initials

COLOURS = range(1, 21)
"""Ten colours, each in two shapes (design.md, section 5): 11 is the first colour in the second shape."""


def all_accounts(sql: Connection) -> list[Account]:
    """All accounts, by position."""
    rows = sql.exec_driver_sql("SELECT account_id, name, initials, colour, position FROM account ORDER BY position")
    return [_account(*row) for row in rows]


def one_account(sql: Connection, account_id: AccountId) -> Account:
    """One account; NotFound."""
    row = sql.exec_driver_sql(
        "SELECT account_id, name, initials, colour, position FROM account WHERE account_id = :id", {"id": account_id}
    ).first()
    if row is None:
        raise NotFound("no_account", "There is no such account.")
    return _account(*row)


def add(sql: Connection, name: str, initials: str | None, colour: int | None) -> Account:
    """Add an account at the end; see :meth:`DeskStore.add_account`."""
    name = clean_name(name)
    there = all_accounts(sql)
    taken = {account.initials for account in there}
    chosen = propose_initials(name, taken) if initials is None else _free_initials(initials, there)
    if colour is not None:
        _check_colour(colour)
    account = Account(
        account_id=new_account_id(),
        name=name,
        initials=chosen,
        colour=_free_colour(there) if colour is None else colour,
        position=1 + max((account.position for account in there), default=0),
    )
    sql.exec_driver_sql(
        "INSERT INTO account (account_id, name, initials, colour, position) VALUES (:id, :name, :in, :colour, :pos)",
        {"id": account.account_id, "name": name, "in": chosen, "colour": account.colour, "pos": account.position},
    )
    return account


def change(
    sql: Connection, account_id: AccountId, name: str | None, initials: str | None, colour: int | None
) -> Account:
    """Another name, initials or colour; None leaves what there is. See :meth:`DeskStore.change_account`."""
    account = one_account(sql, account_id)
    others = [other for other in all_accounts(sql) if other.account_id != account_id]
    if colour is not None:
        _check_colour(colour)
    changed = structs.replace(
        account,
        name=account.name if name is None else clean_name(name),
        initials=account.initials if initials is None else _free_initials(initials, others),
        colour=account.colour if colour is None else colour,
    )
    sql.exec_driver_sql(
        "UPDATE account SET name = :name, initials = :in, colour = :colour WHERE account_id = :id",
        {"id": account_id, "name": changed.name, "in": changed.initials, "colour": changed.colour},
    )
    return changed


def move(sql: Connection, account_id: AccountId, position: int) -> list[Account]:
    """Put an account at ``position``, counted from 1; those whose position changed, in their new order."""
    moved = one_account(sql, account_id)
    before = all_accounts(sql)
    order = [account for account in before if account.account_id != account_id]
    order.insert(min(max(position, 1), len(before)) - 1, moved)
    told = [
        structs.replace(account, position=place) for place, account in enumerate(order, 1) if account.position != place
    ]
    # Positions are unique at every moment: first out of the way, then to their places.
    for sign in (-1, 1):
        for account in told:
            sql.exec_driver_sql(
                "UPDATE account SET position = :place WHERE account_id = :id",
                {"place": sign * account.position, "id": account.account_id},
            )
    return told


def _free_initials(initials: str, others: list[Account]) -> str:
    cleaned = clean_initials(initials)
    for account in others:
        if account.initials == cleaned:
            sentence = f"{account.name} has the initials {cleaned} already. Choose two others."
            raise Conflict("initials_taken", sentence, initials=cleaned, account=account.name)
    return cleaned


def _check_colour(colour: int) -> None:
    if colour not in COLOURS:
        raise InvalidRequest("bad_colour", f"A colour is a number from {COLOURS[0]} to {COLOURS[-1]}.")


def _free_colour(there: list[Account]) -> int:
    """The first unused colour; when all are used, the first of those used least."""
    used = [account.colour for account in there]
    return min(COLOURS, key=used.count)


def _account(account_id: str, name: str, initials: str, colour: int, position: int) -> Account:
    return Account(account_id=AccountId(account_id), name=name, initials=initials, colour=colour, position=position)
