"""The one border where database errors become sentences; texts and parameters stay behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy.exc import DBAPIError

from wadesk.domain.errors import Internal, InvalidRequest, StoreError, WaDeskError

# SQLite's primary result codes (sqlite.org/rescode.html); the extended ones carry them in the low byte.
_REASONS = {
    3: "no_access",
    5: "locked",
    6: "locked",
    8: "no_access",
    10: "disk_error",
    11: "damaged",
    13: "disk_full",
    14: "no_access",
    23: "no_access",
    26: "damaged",
}

_SENTENCES = {
    "wrong_key": "{what} does not open with the key that is kept for it.",
    "damaged": "{what} is damaged.",
    "newer": "{what} was written by a newer WaDesk. Update WaDesk to open it.",
    "foreign_network": "{what} belongs to the network {found}, and this WaDesk speaks {wanted}.",
    "foreign_account": "{what} belongs to another account.",
    "locked": "{what} is in use by another program.",
    "disk_full": "The disk is full: {what} cannot take anything more.",
    "disk_error": "The disk does not read or write {what}.",
    "no_access": "{what} cannot be opened for writing: check the rights of its folder.",
    "missing": "{what} is gone although other files of it are there. Restore it from a backup.",
}


def refusal(reason: str, what: str, **facts: str) -> StoreError:
    """The error for ``reason`` about ``what`` ("The desk's database"), with the values its sentence names."""
    return StoreError(reason, _SENTENCES[reason].format(what=what, **facts), what=what, **facts)


def translate(error: Exception, what: str) -> WaDeskError:
    """What a database's error means. Only its type and SQLite's own code are looked at, never its text."""
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    reason = _REASONS.get(code & 0xFF) if isinstance(code, int) else None
    if reason is not None:
        return refusal(reason, what)
    name = getattr(cause, "sqlite_errorname", None) or type(cause).__name__
    return Internal("store_refused", f"{what} refused a change that it should take ({name}).", error=str(name))


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Turn every database error inside into a WaDeskError that carries no text and no parameter of it.

    The error that was turned still stands behind it as its context, so that is emptied too.
    """
    try:
        yield
    except (DBAPIError, sqlcipher3.dbapi2.Error) as error:
        if isinstance(error, DBAPIError):
            error.params = None
        raise translate(error, what) from None
    except UnicodeEncodeError as error:
        error.object = ""
        error.args = ()
        raise InvalidRequest("bad_text", "The text holds half a character, which cannot be kept.") from None
