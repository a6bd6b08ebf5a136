"""Where a passphrase comes from: a terminal, or a file that its owner alone can read."""

import getpass
import os
import stat
import sys
from pathlib import Path

from wadesk.domain.errors import VaultError

_LONGEST = 4096


def passphrase_from(file: Path | None) -> str:
    """The passphrase; VaultError with a sentence where there is none to be had."""
    if file is not None:
        return _read(file)
    if not sys.stdin.isatty():
        raise VaultError("no_passphrase", "There is no terminal to ask for the passphrase: give --passphrase-file.")
    return getpass.getpass("Passphrase: ")


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            mode = os.fstat(opened.fileno()).st_mode
            content = opened.read(_LONGEST)
    except OSError as error:
        raise VaultError("no_passphrase", f"The file {file} cannot be read: {error.strerror}.") from None
    if sys.platform != "win32" and stat.S_IMODE(mode) & 0o077:
        raise VaultError("open_passphrase", f"Others may read {file}: make it its owner's alone (chmod 600).")
    try:
        # The line end that an editor leaves is no part of it.
        return content.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise VaultError("no_passphrase", f"The file {file} is not text.") from None
