"""The owner-only endpoint: how a second start talks to the process that has the folder.

A Unix socket (0600) in the data folder, or in the runtime folder where the path would be too long for
one; on Windows a loopback port whose random key stands in the owner-only holder file. One JSON line
each way, then the connection ends.
"""

import asyncio
import contextlib
import hmac
import logging
import os
import secrets
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from wadesk.paths import DataFolder, make_private
from wadesk.supervisor.holder import Holder, read_holder, write_holder
from wadesk.wire.deadlines import deadline

log = logging.getLogger(__name__)

# sun_path has 104 bytes on macOS and 108 on Linux, the ending NUL included.
_LONGEST_PATH = 100
_LONGEST_LINE = 64 * 1024
_DEADLINE_S = 5.0


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """What a second start wants: ``raise`` the window, or ``status``."""

    ask: str
    key: str = ""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The answer: which process, whether it has a window, whether it did what was asked."""

    pid: int
    window: bool
    done: bool


class Endpoint:
    """Answers a second start. ``on_raise`` is what the window does to come to the front; None without a window."""

    def __init__(self) -> None:
        """Listen nowhere yet."""
        self.on_raise: Callable[[], None] | None = None
        self._key = secrets.token_urlsafe(32)

    @asynccontextmanager
    async def listening(self, data: DataFolder, folder_id: str) -> AsyncIterator[None]:
        """Listen while the block runs. Where that fails the program works on, without answering a second start."""
        try:
            server, path = await self._listen(data, folder_id)
        except OSError as error:
            log.info("no endpoint for a second start: %s", type(error).__name__)
            yield
            return
        try:
            yield
        finally:
            server.close()
            if path is not None:
                path.unlink(missing_ok=True)

    async def _listen(self, data: DataFolder, folder_id: str) -> tuple[asyncio.Server, Path | None]:
        if sys.platform == "win32":
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=_LONGEST_LINE)
            self._tell(data, "tcp", str(server.sockets[0].getsockname()[1]))
            return server, None
        path = socket_path(data, folder_id)
        path.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(path))
        path.chmod(0o600)
        server = await asyncio.start_unix_server(self._serve, sock=listener, limit=_LONGEST_LINE)
        self._tell(data, "unix", str(path))
        return server, path

    def _tell(self, data: DataFolder, kind: Literal["unix", "tcp"], address: str) -> None:
        write_holder(data, Holder(pid=os.getpid(), kind=kind, address=address, key=self._key))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, TimeoutError, ValueError, msgspec.MsgspecError, asyncio.CancelledError):
            async with deadline(_DEADLINE_S):
                asked = msgspec.json.decode(await reader.readline(), type=Ask)
                if hmac.compare_digest(asked.key, self._key):
                    writer.write(msgspec.json.encode(self._answer(asked)) + b"\n")
                    await writer.drain()
        writer.close()

    def _answer(self, asked: Ask) -> Told:
        done = asked.ask == "status"
        if asked.ask == "raise" and self.on_raise is not None:
            self.on_raise()
            done = True
        return Told(pid=os.getpid(), window=self.on_raise is not None, done=done)


def socket_path(data: DataFolder, folder_id: str) -> Path:
    """Where the socket of ``data`` lies."""
    path = data.socket.absolute()
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        return path
    return make_private(platformdirs.user_runtime_path("WaDesk", appauthor=False)) / f"{folder_id}.sock"


def ask_holder(data: DataFolder, ask: str) -> Told | None:
    """Ask the process that holds ``data``; None when nobody answers. Blocks for up to five seconds a step."""
    holder = read_holder(data)
    if holder is None or holder.kind == "none":
        return None
    try:
        with _connected(holder) as connection:
            connection.sendall(msgspec.json.encode(Ask(ask=ask, key=holder.key)) + b"\n")
            with connection.makefile("rb") as answers:
                return msgspec.json.decode(answers.readline(_LONGEST_LINE), type=Told)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


def _connected(holder: Holder) -> socket.socket:
    if holder.kind == "tcp" or sys.platform == "win32":
        return socket.create_connection(("127.0.0.1", int(holder.address)), timeout=_DEADLINE_S)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_DEADLINE_S)
    try:
        connection.connect(holder.address)
    except OSError:
        connection.close()
        raise
    return connection
