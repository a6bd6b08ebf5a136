"""A worker's part in the smallest form: starts one engine, hears its frames, answers the waiting ones."""

import asyncio
import base64
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from wadesk.wire.codec import Codec
from wadesk.wire.engine_frames import (
    ENGINE_FRAME_LIMIT,
    ENGINE_PROTOCOL,
    Ack,
    Build,
    Connect,
    Connected,
    Fatal,
    FromEngine,
    Hello,
    LoginRestart,
    MessageHeard,
    OfflineDone,
    Paired,
    Peer,
    PrePair,
    QrCode,
    Ready,
    Reply,
    Send,
)
from wadesk.wire.process import ChildProcess

F = TypeVar("F")
KEY = base64.b64encode(bytes(range(32))).decode()
LIMIT_S = 20.0


class Rig:
    """One engine. ``heard`` is all it said, ``stored`` the waiting events that were acknowledged.

    ``answers(frame)`` decides whether a waiting event is acknowledged; ``accepts`` is the answer to ``pre_pair``.
    """

    def __init__(self, engine: Path, folder: Path, network: str, *, without: str, hello: dict[str, Any]) -> None:
        """Nothing runs yet; ``hello`` overrides fields of the first frame."""
        self._engine, self._folder = engine, folder
        self._network = network + (f";without={without}" if without else "")
        self._hello = hello
        self._child: ChildProcess[FromEngine] | None = None
        self._reader: asyncio.Task[None] | None = None
        self._news = asyncio.Condition()
        self._number = 0
        self.attempt = 0
        self.heard: list[FromEngine] = []
        self.stored: list[Any] = []
        self.log = b""
        self.accepts = True
        self.answers: Callable[[Any], bool] = lambda _frame: True

    @property
    def child(self) -> ChildProcess[FromEngine]:
        """The process."""
        assert self._child is not None
        return self._child

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Start the process and say hello."""
        self._folder.mkdir(parents=True, exist_ok=True)
        env = {"PATH": os.environ["PATH"], "WADESK_OFFLINE_NETWORK": self._network}
        codec: Codec[FromEngine] = Codec(FromEngine, ENGINE_FRAME_LIMIT)
        self._child = await ChildProcess.start([str(self._engine)], codec, env=env, stderr=asyncio.subprocess.PIPE)
        self._reader = asyncio.create_task(self._read())  # noqa: TID251 - a test's own, ended in stop
        fields: dict[str, Any] = {
            "protocol": ENGINE_PROTOCOL,
            "network": "offline",
            "number": None,
            "key": KEY,
            "folder": str(self._folder),
            "device_name": "WaDesk · Loja",
        }
        await self.child.write(Hello(**(fields | self._hello)))

    async def ready(self) -> Ready:
        """Its first word."""
        return await self.wait(Ready)

    async def stop(self) -> int:
        """Close its stdin and wait for its end; the exit status."""
        status = await self.child.stop(5)
        await self._drained()
        return status

    async def kill(self) -> None:
        """End it as a power cut would."""
        self.child.kill()
        await self.stop()

    async def end(self) -> None:
        """See to it that nothing is left, whatever the scene did."""
        if self._reader is not None:
            await self.kill()

    async def _drained(self) -> None:
        if self._reader is not None:
            await self._reader
            self.log += await self.child.stderr.read()
            self._reader = None

    async def _read(self) -> None:
        while (frame := await self.child.read()) is not None:
            await self._take(frame)

    async def _take(self, frame: Any) -> None:
        seq = getattr(frame, "seq", None)
        if isinstance(frame, PrePair):
            await self.child.write(Ack(seq=frame.seq, accept=self.accepts))
        elif seq is not None and self.answers(frame):
            self.stored.append(frame)
            await self._say(Ack(seq=seq))
        async with self._news:
            self.heard.append(frame)
            self._news.notify_all()

    async def _say(self, frame: object) -> None:
        try:
            await self.child.write(frame)
        except Exception:  # noqa: BLE001 - it has ended; what it said is what the test looks at
            return

    async def write_raw(self, data: bytes) -> None:
        """Put bytes that are no frame into its stdin."""
        stream = self.child._process.stdin
        assert stream is not None
        stream.write(data)
        await stream.drain()

    async def acknowledge(self, frame: Any) -> None:
        """Answer a waiting event late."""
        self.stored.append(frame)
        await self._say(Ack(seq=frame.seq))

    async def until(self, what: str, condition: Callable[[], F], seconds: float = LIMIT_S) -> F:
        """The first true value of ``condition``, looked at after every frame; AssertionError with the frames heard."""
        try:
            async with asyncio.timeout(seconds), self._news:
                while not (value := condition()):
                    await self._news.wait()
                return value
        except TimeoutError:
            heard = [type(frame).__name__ for frame in self.heard]
            raise AssertionError(f"not within {seconds} s: {what}; heard {heard[-40:]}") from None

    async def wait(
        self,
        kind: type[F],
        matches: Callable[[F], bool] = lambda _frame: True,
        *,
        after: int = 0,
        seconds: float = LIMIT_S,
    ) -> F:
        """The first frame of ``kind`` that matches, among those from index ``after`` on."""

        def found() -> F | None:
            frames = (frame for frame in self.heard[after:] if isinstance(frame, kind))
            return next((frame for frame in frames if matches(frame)), None)

        value = await self.until(kind.__name__, found, seconds)
        assert value is not None
        return value

    def all(self, kind: type[F]) -> list[F]:
        """Every frame of ``kind`` heard so far."""
        return [frame for frame in self.heard if isinstance(frame, kind)]

    async def ask(self, command: Callable[[int], object], seconds: float = LIMIT_S) -> Reply:
        """Send a command and wait for its reply."""
        self._number += 1
        number = self._number
        await self.child.write(command(number))
        return await self.wait(Reply, lambda reply: reply.id == number, seconds=seconds)

    async def connect(self) -> Reply:
        """Connect under the next attempt number."""
        self.attempt += 1
        return await self.ask(lambda number: Connect(id=number, attempt=self.attempt))

    async def online(self) -> None:
        """Connect and wait until the backlog is in."""
        mark = len(self.heard)
        reply = await self.connect()
        assert reply.ok, reply.error
        await self.wait(Connected, after=mark)
        await self.wait(OfflineDone, after=mark)

    async def link(self, phone: Any) -> None:
        """Link by QR with a simulated phone, log in and wait for the backlog."""
        mark = await self.pair(phone)
        reply = await self.connect()
        assert reply.ok, reply.error
        await self.wait(Connected, after=mark)
        await self.wait(OfflineDone, after=mark)

    async def link_without_backlog(self, phone: Any) -> None:
        """Link by QR and log in, with a backlog that may never end because something is left unanswered."""
        mark = await self.pair(phone)
        reply = await self.connect()
        assert reply.ok, reply.error
        await self.wait(Connected, after=mark)

    async def pair(self, phone: Any) -> int:
        """Show a code, have it scanned, and wait until the login may follow; the index of the frames from there."""
        await self.ready()
        mark = len(self.heard)
        reply = await self.connect()
        assert reply.ok, reply.error
        code = await self.wait(QrCode, after=mark)
        await phone.scan(code.code)
        await self.wait(Paired, after=mark)
        await self.wait(LoginRestart, after=mark)
        return len(self.heard)

    async def build(self, text: str) -> str:
        """The protobuf of a text."""
        reply = await self.ask(lambda number: Build(id=number, kind="text", text=text))
        assert reply.raw is not None
        return reply.raw

    async def send(self, sender: str, to: Peer, text: str, message_id: str = "", seconds: float = LIMIT_S) -> Reply:
        """Send a text; the reply tells the outcome."""
        raw = await self.build(text)
        key = message_id or "3EB0" + os.urandom(9).hex().upper()
        return await self.ask(lambda number: Send(id=number, sender=sender, to=to, message_id=key, raw=raw), seconds)

    def begin_send(self, sender: str, to: Peer, raw: str, message_id: str) -> "asyncio.Task[Reply]":
        """Send what was built and do not wait for its outcome yet."""
        command = self.ask(lambda number: Send(id=number, sender=sender, to=to, message_id=message_id, raw=raw))
        return asyncio.create_task(command)  # noqa: TID251 - the test awaits it

    def texts(self) -> list[str]:
        """The texts of the messages stored, in order, each id once (as a store's unique key would have it)."""
        seen: dict[str, str] = {}
        for frame in self.stored:
            if isinstance(frame, MessageHeard) and frame.kind == "text":
                seen.setdefault(frame.server_id, frame.text)
        return list(seen.values())

    async def fatal(self) -> Fatal:
        """Its last word."""
        return await self.wait(Fatal)


def number_of(phone: Any) -> str:
    """A simulated phone's number as frames have it."""
    return "+" + phone.number
