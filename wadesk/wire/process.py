"""The parent's side of a child process: frames over its stdin and stdout, and its whole life."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from typing import Any, Generic, Self, TypeVar

from wadesk.wire.codec import Codec
from wadesk.wire.deadlines import deadline

In = TypeVar("In")

TERMINATE_GRACE_S = 2.0
"""From terminate to kill: enough for an exit handler, not for a hang (recipes.md)."""


# Windows knows no SIGKILL: its SIGTERM ends a process at once.
_KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL


class ChildGone(Exception):
    """A frame could not be handed over because the child has ended or closed its stdin."""


class ChildProcess(Generic[In]):
    """A child in a process group of its own, so that a console's Ctrl+C reaches the parent alone.

    Start it from the loop's thread: on Linux a child is killed when the thread that started it ends.
    Frames are read by one task; writes may come from several.
    """

    def __init__(self, process: asyncio.subprocess.Process, codec: Codec[In]) -> None:
        """Wrap a process that was started by :meth:`start`."""
        self._process = process
        self._codec = codec
        self._draining = asyncio.Lock()

    @classmethod
    async def start(cls, argv: list[str], codec: Codec[In], *, env: dict[str, str], stderr: int | None = None) -> Self:
        """Start ``argv``; OSError when that cannot be done. ``stderr`` None inherits ours, PIPE gives a stream."""
        process = await asyncio.create_subprocess_exec(
            *argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env=env,
            **_own_group(),
        )
        return cls(process, codec)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """Its exit status, or None while it lives; negative is the signal that ended it."""
        return self._process.returncode

    @property
    def stderr(self) -> asyncio.StreamReader:
        """Its stderr; only where it was started with PIPE."""
        if self._process.stderr is None:
            raise ValueError("this child's stderr is not read here")
        return self._process.stderr

    async def read(self) -> In | None:
        """The next frame, or None at its end (also in the middle of a frame); FrameError for anything else."""
        stream = self._process.stdout
        if stream is None:
            return None
        try:
            length = self._codec.length(await stream.readexactly(4))
            return self._codec.decode(await stream.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError):
            return None

    async def write(self, frame: object) -> None:
        """Hand over one frame; waits while the pipe is full. FrameTooLarge, or ChildGone when nobody reads any more."""
        data = self._codec.encode(frame)
        stream = self._process.stdin
        if stream is None or stream.is_closing():
            raise ChildGone
        try:
            stream.write(data)
            # One at a time: of several that wait asyncio gives each the pipe's end, and one that was cancelled
            # meanwhile leaves it unread, which is logged as an error of nobody's.
            async with self._draining:
                await stream.drain()
        except ConnectionError:
            await self._hear_of_the_end(stream)
            raise ChildGone from None
        except RuntimeError:
            raise ChildGone from None

    async def wait(self) -> int:
        """Its exit status, once it has ended."""
        return await self._process.wait()

    async def stop(self, grace_s: float) -> int:
        """Close its stdin and give it ``grace_s`` to end, then terminate, then kill. Its exit status."""
        if (stream := self._process.stdin) is not None:
            stream.close()
        if not await self._ended_within(grace_s):
            self._signal(signal.SIGTERM)
            if not await self._ended_within(TERMINATE_GRACE_S):
                self.kill()
        return await self._process.wait()

    def kill(self) -> None:
        """End it at once; harmless when it has ended."""
        self._signal(_KILL)

    @staticmethod
    async def _hear_of_the_end(stream: asyncio.StreamWriter) -> None:
        # CPython 3.11.2 keeps a broken pipe's error in a future that somebody must ask, or logs it as nobody's.
        # The limit is for a pipe whose end is not told yet.
        with contextlib.suppress(ConnectionError, TimeoutError):
            async with deadline(0.1):
                await stream.wait_closed()

    def _signal(self, number: signal.Signals) -> None:
        # Not through the process object: it polls before it signals, and takes the exit status away from asyncio's
        # watcher, which then makes one up (255) and warns.
        if self._process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self._process.pid, number)

    async def _ended_within(self, seconds: float) -> bool:
        try:
            async with deadline(seconds):
                await self._process.wait()
        except TimeoutError:
            return False
        return True


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"process_group": 0}
