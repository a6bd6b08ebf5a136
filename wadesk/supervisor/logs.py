"""The log folder: one file that the parent alone writes, for itself and for all its children.

Nothing secret should reach a log call; what looks like a number, an address or a key is taken out here
once more, exceptions' texts included.
"""

import asyncio
import contextlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from wadesk.paths import make_private

LONGEST_LINE = 4096
"""Bytes of one line of a child; a longer one is cut, so that a child cannot fill memory without a newline."""
_FILE_BYTES, _FILES = 2 * 1024 * 1024, 4
_CHUNK = 64 * 1024

_ADDRESS = re.compile(r"[\w.:+-]{1,64}@(?:s\.whatsapp\.net|c\.us|g\.us|lid|broadcast|newsletter|bot)\b")
_KEY = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=")
_NUMBER = re.compile(r"\+\d[\d ().-]{6,}\d|\d{8,}")

children = logging.getLogger("wadesk.child")


def scrub(text: str) -> str:
    """``text`` without what looks like an address, a key, a phone number or any other eight digits in a row."""
    return _NUMBER.sub("[number]", _KEY.sub("[key]", _ADDRESS.sub("[address]", text)))


class ScrubbingFormatter(logging.Formatter):
    """Time, level, place, then the scrubbed rest, traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {record.name} "
        rest = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        return head + scrub(f"{rest}\n{record.exc_text}" if record.exc_text else rest)


@contextmanager
def writing_logs(folder: Path) -> Iterator[None]:
    """Write what the program logs into ``folder`` while the block runs; OSError when that cannot be done."""
    make_private(folder)
    path = folder / "wadesk.log"
    path.touch(mode=0o600)
    handler = RotatingFileHandler(path, maxBytes=_FILE_BYTES, backupCount=_FILES, encoding="utf-8")
    handler.setFormatter(ScrubbingFormatter())
    everything, ours = logging.getLogger(), logging.getLogger("wadesk")
    everything.addHandler(handler)
    level = ours.level
    ours.setLevel(logging.INFO)
    try:
        yield
    finally:
        ours.setLevel(level)
        everything.removeHandler(handler)
        handler.close()


async def drain_into_log(stream: asyncio.StreamReader, owner: str) -> None:
    """Read a child's stderr to its end and log each line under ``owner`` (an account's id)."""
    pending = bytearray()
    while chunk := await stream.read(_CHUNK):
        pending += chunk
        *lines, rest = pending.split(b"\n")
        for line in lines:
            _log_line(bytes(line), owner)
        pending = bytearray(rest)
        if len(pending) > LONGEST_LINE:
            _log_line(bytes(pending), owner)
            pending.clear()
    if pending:
        _log_line(bytes(pending), owner)


def _log_line(line: bytes, owner: str) -> None:
    text = line[:LONGEST_LINE].decode("utf-8", "replace").strip()
    if text:
        with contextlib.suppress(OSError):
            # Not at WARNING: how grave it is stands in the child's own words.
            children.info("[%s] %s", owner, text)
