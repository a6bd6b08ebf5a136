"""The holder file: which process has the data folder, and where it listens for a second start."""

import os
from typing import Literal

import msgspec

from wadesk.paths import DataFolder
from wadesk.supervisor.private_file import write_private


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds the folder. ``address`` is a socket's path or a loopback port, ``key`` what a caller must show."""

    pid: int
    kind: Literal["none", "unix", "tcp"] = "none"
    address: str = ""
    key: str = ""

    def __repr__(self) -> str:
        return f"Holder({self.pid}, {self.kind})"


def write_holder(data: DataFolder, holder: Holder | None = None) -> None:
    """Say that this process holds ``data``; the file is its owner's alone to read. OSError when that fails."""
    write_private(data.holder, msgspec.json.encode(holder or Holder(pid=os.getpid())))


def read_holder(data: DataFolder) -> Holder | None:
    """The holder, or None where the file says nothing readable."""
    try:
        return msgspec.json.decode(data.holder.read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None
