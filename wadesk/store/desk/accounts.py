"""Rows of accounts."""

from sqlalchemy import Connection

from wadesk.domain.desk import Account
from wadesk.domain.errors import Conflict, InvalidRequest, NotFound
from wadesk.domain.ids import AccountId, new_account_id
from wadesk.store.desk.names import clean_initials, clean_name, propose_initials

COLOURS = range(1, 11)


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
    chosen = propose_initials(name, taken) if initials is None else clean_initials(initials)
    if chosen in taken:
        raise Conflict("initials_taken", f"Another account has the initials {chosen}.", initials=chosen)
    if colour is not None and colour not in COLOURS:
        raise InvalidRequest("bad_colour", f"A colour is a number from {COLOURS[0]} to {COLOURS[-1]}.")
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


def rename(sql: Connection, account_id: AccountId, name: str) -> Account:
    """Another name; NotFound."""
    sql.exec_driver_sql(
        "UPDATE account SET name = :name WHERE account_id = :id", {"name": clean_name(name), "id": account_id}
    )
    return one_account(sql, account_id)


def _free_colour(there: list[Account]) -> int:
    """The first unused colour; when all are used, the first of those used least."""
    used = [account.colour for account in there]
    return min(COLOURS, key=used.count)


def _account(account_id: str, name: str, initials: str, colour: int, position: int) -> Account:
    return Account(account_id=AccountId(account_id), name=name, initials=initials, colour=colour, position=position)
