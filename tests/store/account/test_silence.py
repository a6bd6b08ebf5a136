"""No error of a store tells a text, a name or a number, wherever one looks for it."""

import traceback
from collections.abc import Callable, Iterator

import pytest

from tests.store.conftest import ANA, Desk
from wadesk.domain.errors import WaDeskError

SECRETS = ("segre" + "do", "Apeli" + "do", ANA.number, ANA.lid)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that stands behind it, shown or not."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def told(error: BaseException) -> str:
    """All that a log, a debugger or a crash report could print of an error."""
    words = ["".join(traceback.format_exception(error))]
    for one in chain(error):
        words += [str(one), repr(one), repr(one.args), repr(vars(one))]
        words += [repr(getattr(one, name, "")) for name in ("object", "params", "statement", "orig", "__notes__")]
    return "\n".join(words)


def refuse(shop: Desk, table: str, *, when: str = "INSERT") -> None:
    shop.sql(
        lambda sql: sql.exec_driver_sql(
            f"CREATE TRIGGER refuse_{table} BEFORE {when} ON {table} BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    )


def works(shop: Desk) -> list[Callable[[], object]]:
    text = "um " + SECRETS[0]
    name = "o " + SECRETS[1]
    return [
        lambda: shop.hears(ANA.both, text, push_name=name),
        lambda: shop.queues(text),
        lambda: shop.store.heard.record_push_name(ANA.by_number, name, shop.slot),
        lambda: shop.store.heard.record_contact_name(ANA.both, name, shop.slot),
    ]


def caught(work: Callable[[], object]) -> WaDeskError | None:
    try:
        work()
    except WaDeskError as error:
        return error
    return None


@pytest.mark.parametrize("table", ["message", "contact", "outbox", "book_name", "chat"])
def test_a_failing_insert_tells_neither_text_nor_name_nor_number(shop: Desk, table: str):
    refuse(shop, table)
    errors = [error for error in map(caught, works(shop)) if error is not None]
    assert errors
    for error in errors:
        assert error.reason == "store_refused"
        for secret in SECRETS:
            assert secret not in told(error)


def test_a_search_that_looks_everywhere_finds_a_planted_text():
    hidden = ValueError("outer")
    hidden.__context__ = KeyError("um " + SECRETS[0])
    assert SECRETS[0] in told(hidden)


def test_a_full_disk_tells_no_text(shop: Desk):
    shop.sql(lambda sql: sql.exec_driver_sql("PRAGMA max_page_count = 1"))
    error = caught(lambda: shop.hears(ANA.both, SECRETS[0] * 9000, push_name=SECRETS[1]))
    assert error is not None
    assert error.reason == "disk_full"
    assert not [secret for secret in SECRETS if secret in told(error)]


def test_half_a_character_is_refused_without_being_told(shop: Desk):
    text = SECRETS[0] + chr(0xD800)
    for work in (lambda: shop.queues(text), lambda: shop.hears(ANA.both, text)):
        error = caught(work)
        assert error is not None
        assert not [secret for secret in SECRETS if secret in told(error)]
    assert shop.texts() == []
