"""A scripted engine: the test plays the engine of one slot, with the real one's manners unless told otherwise.

``test_engine_contract`` holds these manners to the real engine.
"""

import asyncio
import base64
import contextlib
import os
import shlex
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from wadesk.wire.codec import Codec
from wadesk.wire.engine_frames import (
    ENGINE_FRAME_LIMIT,
    ENGINE_PROTOCOL,
    Ack,
    Build,
    Check,
    Checked,
    Connect,
    Connected,
    Disconnect,
    Disconnected,
    Exit,
    Fatal,
    FetchGroups,
    FetchHistory,
    FetchPicture,
    Forget,
    FromEngine,
    Hello,
    HistoryDone,
    Logout,
    MarkRead,
    MessageHeard,
    OfflineDone,
    PairCode,
    Peer,
    ProfilePicture,
    QrCode,
    Ready,
    Reconnect,
    Reply,
    Send,
    Status,
    ToEngine,
)

PROXY = Path(__file__).with_name("proxy_engine.py")
LIMIT_S = 20.0


class EngineLife:
    """One process of the scripted engine. ``rules`` replace manners: frame type to what is done instead."""

    def __init__(self, play: "Play", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._play, self._reader, self._writer = play, reader, writer
        self._out: Codec[ToEngine] = Codec(ToEngine, ENGINE_FRAME_LIMIT)
        self._seq = 0
        self._attempt = 0
        self.heard: list[ToEngine] = []
        self.acks: list[Ack] = []
        self.ended = asyncio.Event()

    async def live(self) -> None:
        """Behave until the worker goes away or this process is killed."""
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                length = self._out.length(await self._reader.readexactly(4))
                frame = self._out.decode(await self._reader.readexactly(length))
                await self._hear(frame)
        self._writer.close()
        self.ended.set()
        await self._play.tell()

    def say(self, frame: FromEngine) -> None:
        self._writer.write(self._out.encode(frame))

    def say_bytes(self, data: bytes) -> None:
        self._writer.write(data)

    def last_word(self, code: str) -> None:
        """The process ends with ``fatal``."""
        self.say(Fatal(code=code))
        self._writer.write_eof()

    def crash(self) -> None:
        """The process ends without a word."""
        os.kill(self.pid, signal.SIGKILL)

    @property
    def pid(self) -> int:
        peer = self._writer.get_extra_info("socket")
        return int.from_bytes(peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 4), sys.byteorder)

    def seq(self) -> int:
        self._seq += 1
        return self._seq

    @property
    def attempt(self) -> int:
        return self._attempt

    async def _hear(self, frame: ToEngine) -> None:
        self.heard.append(frame)
        if isinstance(frame, Ack):
            self.acks.append(frame)
        if isinstance(frame, Connect | Reconnect):
            self._attempt = frame.attempt
        rule = self._play.rules.get(type(frame), _MANNERS.get(type(frame)))
        if rule is not None:
            rule(self, frame)
        await self._play.tell()


Rule = Callable[[EngineLife, Any], None]


class Play:
    """All lives of one slot's scripted engine, and what they have in common. ``number`` is what it is linked to."""

    def __init__(self, number: str | None) -> None:
        self.number = number
        self.rules: dict[type, Rule] = {}
        self.lives: list[EngineLife] = []
        self.sent: list[Send] = []
        self._news = asyncio.Condition()

    @property
    def now(self) -> EngineLife:
        return self.lives[-1]

    async def tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def wait(self, what: str, condition: Callable[[], Any], seconds: float = LIMIT_S) -> Any:
        try:
            async with asyncio.timeout(seconds), self._news:
                while not (value := condition()):
                    await self._news.wait()
                return value
        except TimeoutError:
            raise AssertionError(f"not within {seconds} s: {what}") from None

    async def wait_for(self, kind: type, count: int = 1) -> list[Any]:
        """The frames of ``kind`` that all lives heard, once they are ``count``."""

        def found() -> list[Any] | None:
            heard = [frame for life in self.lives for frame in life.heard if isinstance(frame, kind)]
            return heard if len(heard) >= count else None

        found_frames: list[Any] = await self.wait(f"{count} {kind.__name__}", found)
        return found_frames


def _ready(life: EngineLife, hello: Hello) -> None:
    life.say(
        Ready(
            protocol=ENGINE_PROTOCOL,
            network=hello.network,
            version="scripted",
            self_number=life._play.number,
            self_lid="99" if life._play.number else None,
        )
    )


def _connect(life: EngineLife, frame: Connect | Reconnect) -> None:
    life.say(Reply(id=frame.id, ok=True))
    if life._play.number is None:
        life.say(QrCode(attempt=frame.attempt, code="2@scripted", number=1, of=6, life_ms=60_000))
    else:
        life.say(Connected(attempt=frame.attempt))
        life.say(OfflineDone(attempt=frame.attempt, count=0))


def _disconnect(life: EngineLife, frame: Disconnect) -> None:
    life.say(Reply(id=frame.id, ok=True))


def _build(life: EngineLife, frame: Build) -> None:
    life.say(Reply(id=frame.id, ok=True, raw=base64.b64encode(frame.text.encode()).decode()))


def _send(life: EngineLife, frame: Send) -> None:
    if frame.sender != life._play.number:
        life.say(Reply(id=frame.id, ok=True, outcome="not_sent", retry=False, error="wrong_sender"))
        return
    life._play.sent.append(frame)
    life.say(Reply(id=frame.id, ok=True, outcome="sent", time_ms=1_700_000_000_000 + len(life._play.sent)))


def _check(life: EngineLife, frame: Check) -> None:
    checked = [Checked(query=number, peer=Peer(number=number, lid=number[-8:])) for number in frame.numbers]
    life.say(Reply(id=frame.id, ok=True, checked=checked))


def _forget(life: EngineLife, frame: Forget) -> None:
    life._play.number = None
    life.say(Reply(id=frame.id, ok=True))


def _status(life: EngineLife, frame: Status) -> None:
    life.say(Reply(id=frame.id, ok=True, connected=True, logged_in=True))


def _fine(life: EngineLife, frame: MarkRead) -> None:
    life.say(Reply(id=frame.id, ok=True))


def _pair_code(life: EngineLife, frame: PairCode) -> None:
    life.say(Reply(id=frame.id, ok=True, code="ABCD-EFGH"))


def _logout(life: EngineLife, frame: Logout) -> None:
    life._play.number = None
    life.say(Reply(id=frame.id, ok=True))


def _picture(life: EngineLife, frame: FetchPicture) -> None:
    life.say(Reply(id=frame.id, ok=True, picture=ProfilePicture()))


def _groups(life: EngineLife, frame: FetchGroups) -> None:
    life.say(Reply(id=frame.id, ok=True, groups=[]))


def _history(life: EngineLife, frame: FetchHistory) -> None:
    life.say(Reply(id=frame.id, ok=False, error="gone"))


def _history_done(life: EngineLife, frame: HistoryDone) -> None:
    life.say(Reply(id=frame.id, ok=True))


def _exit(life: EngineLife, frame: Exit) -> None:
    life.say(Reply(id=frame.id, ok=True))
    life._writer.write_eof()


_MANNERS: dict[type, Rule] = {
    Hello: _ready,
    Connect: _connect,
    Reconnect: _connect,
    Disconnect: _disconnect,
    Build: _build,
    Send: _send,
    Check: _check,
    Forget: _forget,
    Status: _status,
    MarkRead: _fine,
    PairCode: _pair_code,
    Logout: _logout,
    FetchPicture: _picture,
    FetchGroups: _groups,
    FetchHistory: _history,
    HistoryDone: _history_done,
    Exit: _exit,
}


def cut(life: EngineLife) -> None:
    """The server cuts the connection."""
    life.say(Disconnected(attempt=life.attempt))


def message(life: EngineLife, server_id: str, text: str, sender: str = "+5511988880001", time_ms: int = 0) -> int:
    """A customer writes; the number of the waiting event."""
    seq = life.seq()
    peer = Peer(number=sender, lid=sender[-8:])
    life.say(
        MessageHeard(
            seq=seq,
            chat=peer,
            author=peer,
            from_me=False,
            server_id=server_id,
            time_ms=time_ms or 1_700_000_000_000 + seq,
            kind="text",
            text=text,
            raw="AA==",
        )
    )
    return seq


@contextlib.asynccontextmanager
async def scripted_engine(folder: Path, number: str | None) -> AsyncIterator[tuple[Path, Play]]:
    """The path of an executable that is played here, and the play."""
    play = Play(number)
    tasks: set[asyncio.Task[None]] = set()

    async def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        life = EngineLife(play, reader, writer)
        play.lives.append(life)
        await play.tell()
        task = asyncio.current_task()
        if task is not None:
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await life.live()

    folder.mkdir(parents=True, exist_ok=True)
    socket_path = folder / "s"
    server = await asyncio.start_unix_server(begin, socket_path)
    executable = folder / "engine"
    command = shlex.join([sys.executable, "-S", "-E", str(PROXY), str(socket_path)])
    executable.write_text(f"#!/bin/sh\nexec {command}\n")
    executable.chmod(0o700)
    try:
        yield executable, play
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
