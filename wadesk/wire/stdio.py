"""The child's side of its own stdin and stdout: frames in and out by two plain threads.

asyncio cannot read an inherited pipe on Windows, so that the pipe is read and written by threads, the
same on every system. Nothing but frames is ever on the pipe: descriptor 1 is moved aside first thing,
and what anybody prints goes to stderr.
"""

import asyncio
import ctypes
import os
import signal
import sys
import threading
from collections import deque
from typing import Generic, Self, TypeVar

from wadesk.wire.codec import Codec, FrameError

In = TypeVar("In")

READ_AHEAD_FRAMES = 64
"""How many frames are read before somebody asks for them: a parent that floods waits in its own pipe."""
_CHUNK = 256 * 1024
_PR_SET_PDEATHSIG = 1


class ChildPipe(Generic[In]):
    """Frames from and to the parent. ``read`` gives None when the parent closed the pipe or ended."""

    def __init__(self, codec: Codec[In], source: int, sink: int) -> None:
        """Serve the descriptors ``source`` and ``sink``, which this object owns from here on."""
        self._codec = codec
        self._source, self._sink = source, sink
        self._loop = asyncio.get_running_loop()
        self._arrived: asyncio.Queue[In | FrameError | None] = asyncio.Queue()
        self._room = threading.Semaphore(READ_AHEAD_FRAMES)
        self._outgoing: deque[bytes] = deque()
        self._pending = 0
        self._wake = threading.Condition()
        self._closed = False
        self._drained = asyncio.Event()
        self._drained.set()
        self._reader = threading.Thread(target=self._read_on, name="pipe-reader", daemon=True)
        self._writer = threading.Thread(target=self._write_on, name="pipe-writer", daemon=True)

    @classmethod
    def open(cls, codec: Codec[In]) -> Self:
        """Take over stdin and stdout of this process; to be called once, first thing in its running loop."""
        end_with_parent()
        source, sink = os.dup(0), os.dup(1)
        os.dup2(2, 1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows alone

            msvcrt.setmode(source, os.O_BINARY)
            msvcrt.setmode(sink, os.O_BINARY)
        pipe = cls(codec, source, sink)
        pipe.start()
        return pipe

    def start(self) -> None:
        """Start both threads."""
        self._reader.start()
        self._writer.start()

    @property
    def pending(self) -> int:
        """Bytes that were written here and not yet taken by the parent."""
        return self._pending

    async def read(self) -> In | None:
        """The next frame, or None at the end of the pipe; FrameError for bytes that are none."""
        frame = await self._arrived.get()
        self._room.release()
        if isinstance(frame, FrameError):
            raise frame
        return frame

    def write(self, frame: object) -> None:
        """Put ``frame`` behind those before it; never waits. FrameTooLarge when it passes the limit."""
        data = self._codec.encode(frame)
        with self._wake:
            if self._closed:
                return
            self._outgoing.append(data)
            self._pending += len(data)
            self._drained.clear()
            self._wake.notify()

    async def drained(self, below: int = 1) -> None:
        """Wait until fewer than ``below`` bytes are pending (or the parent is gone)."""
        while self._pending >= below and not self._closed:
            self._drained.clear()
            if self._pending < below:
                return
            await self._drained.wait()

    def close(self) -> None:
        """Write nothing more. What is pending is dropped; await :meth:`drained` before, where it matters."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._drained.set()

    def _read_on(self) -> None:
        received = bytearray()
        try:
            while chunk := os.read(self._source, _CHUNK):
                received += chunk
                self._hand_over(received)
        except FrameError as error:
            self._arrive(error)
        except OSError:
            pass
        self._arrive(None)

    def _hand_over(self, received: bytearray) -> None:
        start = 0
        while len(received) - start >= 4:
            length = self._codec.length(bytes(received[start : start + 4]))
            if len(received) - start - 4 < length:
                break
            body = bytes(received[start + 4 : start + 4 + length])
            start += 4 + length
            self._arrive(self._codec.decode(body))
        del received[:start]

    def _arrive(self, frame: In | FrameError | None) -> None:
        self._room.acquire()
        try:
            self._loop.call_soon_threadsafe(self._arrived.put_nowait, frame)
        except RuntimeError:
            # The loop is closed: the process is at its end and nobody listens any more.
            return

    def _write_on(self) -> None:
        while True:
            with self._wake:
                while not self._outgoing and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return
                batch = b"".join(self._outgoing)
                self._outgoing.clear()
            if not self._write_all(batch):
                return

    def _write_all(self, batch: bytes) -> bool:
        view = memoryview(batch)
        while view:
            try:
                written = os.write(self._sink, view[:_CHUNK])
            except OSError:
                self._gone()
                return False
            view = view[written:]
            with self._wake:
                self._pending -= written
            self._tell_drained()
        return True

    def _gone(self) -> None:
        with self._wake:
            self._closed = True
        self._tell_drained()

    def _tell_drained(self) -> None:
        try:
            self._loop.call_soon_threadsafe(self._drained.set)
        except RuntimeError:
            return


def end_with_parent() -> None:
    """On Linux: be killed when the parent's thread that started us ends, also while we are stopped.

    Elsewhere the end of stdin is the sign (ecosystem.md 2.2); Windows adds a job object.
    """
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        # It ended between our first line and the call: nobody would ever tell us.
        os._exit(1)
