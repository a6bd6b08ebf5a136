"""The log holds what happened and nothing that must not leave the process."""

import asyncio
import base64
import logging
import secrets

import pytest

from wadesk.paths import DataFolder
from wadesk.supervisor.logs import LONGEST_LINE, drain_into_log, scrub, writing_logs

KEY = base64.b64encode(secrets.token_bytes(32)).decode()


@pytest.mark.parametrize(
    "secret",
    ["+5511999990011", "5511999990011", "+55 11 99999-0011", "5511999990011@s.whatsapp.net", "98765:3@lid", KEY],
    ids=["number", "digits", "written", "address", "lid", "key"],
)
def test_numbers_addresses_and_keys_are_taken_out(secret: str) -> None:
    assert secret not in scrub(f"before {secret} after")
    assert scrub(f"before {secret} after").startswith("before ")


@pytest.mark.parametrize("harmless", ["aaaaaaaaaaaa-slot1", "error 401 after 20 s", "worker 13677", "/data/logs"])
def test_what_is_needed_to_read_a_log_stays(harmless: str) -> None:
    assert scrub(harmless) == harmless


def _written(data: DataFolder) -> str:
    return (data.logs / "wadesk.log").read_text(encoding="utf-8")


def test_an_exceptions_text_is_scrubbed_too(data: DataFolder) -> None:
    with writing_logs(data.logs):
        try:
            raise ValueError("could not dial +5511999990011")
        except ValueError:
            logging.getLogger("wadesk.test").info("it failed", exc_info=True)
    assert "ValueError" in _written(data)
    assert "99999" not in _written(data)
    assert (data.logs / "wadesk.log").stat().st_mode & 0o777 == 0o600


def _drained(data: DataFolder, said: bytes) -> list[str]:
    async def drain() -> None:
        stream = asyncio.StreamReader()
        stream.feed_data(said)
        stream.feed_eof()
        await drain_into_log(stream, "aaaaaaaaaaaa")

    with writing_logs(data.logs):
        asyncio.run(drain())
    return _written(data).splitlines()


def test_each_line_of_a_child_is_one_line_with_its_account(data: DataFolder) -> None:
    lines = _drained(data, b"first +5511999990011\nsecond\n\nlast without an end")
    assert [line.partition("wadesk.child ")[2] for line in lines] == [
        "[aaaaaaaaaaaa] first [number]", "[aaaaaaaaaaaa] second", "[aaaaaaaaaaaa] last without an end",
    ]  # fmt: skip


def test_a_child_that_never_ends_its_line_is_cut(data: DataFolder) -> None:
    lines = _drained(data, b"x" * 10_000_000 + b"\nafter")
    assert max(map(len, lines)) < LONGEST_LINE + 200
    assert lines[-1].endswith("after")


def test_what_is_no_text_is_logged_as_far_as_it_can_be_read(data: DataFolder) -> None:
    assert "\ufffd readable" in _drained(data, b"\xff readable\n")[0]
