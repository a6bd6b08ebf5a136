"""Our Go program around whatsmeow: starts the process of one slot and speaks to it in frames."""

from collections.abc import Callable

from wadesk.engine.protocol import EngineFailed
from wadesk.wire.codec import Codec, FrameError
from wadesk.wire.deadlines import deadline
from wadesk.wire.engine_frames import (
    ENGINE_FRAME_LIMIT,
    ENGINE_PROTOCOL,
    Ack,
    Build,
    Check,
    Connect,
    Disconnect,
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
    PairCode,
    Peer,
    Ready,
    Reconnect,
    Reply,
    Send,
    Status,
    ToEngine,
)
from wadesk.wire.environment import child_environment
from wadesk.wire.process import ChildGone, ChildProcess
from wadesk.wire.requests import ChannelClosed, Outstanding

READY_LIMIT_S = 20.0
"""From launch to ``ready``: an engine waits up to ten seconds for its predecessor's lock (recipes.md)."""
CONNECT_LIMIT_S = 25.0
SEND_LIMIT_S = 90.0
"""A silent server blocks a send for up to 75 s (engine.md, "Sending")."""
QUERY_LIMIT_S = 80.0
"""A query inside a command can take 75 s."""
HISTORY_LIMIT_S = 600.0
"""A blob of 10,000 messages is read in a second, but each of its chunks waits for a commit."""
QUICK_LIMIT_S = 10.0
PING_LIMIT_S = 40.0
"""A commit that is slow must not look like an engine that hangs."""
FORGET_LIMIT_S = 5.0
EXIT_LIMIT_S = 1.0
"""For handing over ``exit``: the pipe of an engine that hangs may be full."""
STOP_GRACE_S = 5.0
"""From ``exit`` to terminate (engine.md, "Connecting")."""


class EmbeddedEngine:
    """One engine process. Frames are read by :meth:`next_event`, which hands replies to those who wait for them."""

    def __init__(self, executable: str, hello: Hello) -> None:
        """``hello`` is the first frame; it holds the slot's key and goes nowhere but into the pipe."""
        self._argv = [executable]
        self._hello = hello
        self._codec: Codec[FromEngine] = Codec(FromEngine, ENGINE_FRAME_LIMIT)
        self._process: ChildProcess[FromEngine] | None = None
        self._replies: Outstanding[Reply] = Outstanding()
        self._last_word = ""
        self._ending = False

    @property
    def last_word(self) -> str:
        """The code of its ``fatal`` frame, or what was wrong with its frames."""
        return self._last_word

    @property
    def pid(self) -> int | None:
        """The process id, once started."""
        return self._process.pid if self._process else None

    async def start(self) -> Ready:
        """Start the process and shake hands: protocol and network must be ours."""
        try:
            self._process = await ChildProcess.start(self._argv, self._codec, env=child_environment())
        except OSError:
            raise EngineFailed("engine_missing") from None
        try:
            async with deadline(READY_LIMIT_S):
                await self._write(self._hello)
                first = await self._read()
        except TimeoutError:
            self._process.kill()
            raise EngineFailed("engine_silent") from None
        except BaseException:
            # Whoever waited for it is gone (its slot is removed): nobody else would ever end it.
            self._process.kill()
            raise
        return await self._accept(first)

    async def _accept(self, first: FromEngine | None) -> Ready:
        if isinstance(first, Ready):
            if first.protocol == ENGINE_PROTOCOL and first.network == self._hello.network:
                return first
            self._last_word = "protocol" if first.protocol != ENGINE_PROTOCOL else "network"
        await self.stop(kill=True)
        raise EngineFailed(self._last_word)

    async def next_event(self) -> FromEngine | None:
        """The next event; settles the replies that come between."""
        while (frame := await self._read()) is not None:
            if not isinstance(frame, Reply):
                return frame
            self._replies.settle(frame.id, frame)
        self._replies.fail_all()
        return None

    async def _read(self) -> FromEngine | None:
        if self._process is None:
            return None
        try:
            frame = await self._process.read()
        except FrameError:
            # Nothing it says can be trusted any more, and what is not acknowledged comes again.
            self._last_word = self._last_word or "protocol"
            self._process.kill()
            return None
        if isinstance(frame, Fatal):
            self._last_word = frame.code
        return frame

    async def acknowledge(self, seq: int, *, accept: bool = True, reason: str = "") -> None:
        """Answer a waiting event; an engine that has ended needs none."""
        try:
            await self._write(Ack(seq=seq, accept=accept, reason=reason))
        except EngineFailed:
            return

    async def connect(self, attempt: int, *, again: bool = False) -> Reply:
        """Connect as ``attempt``; the reply comes when the socket stands."""
        command = Reconnect if again else Connect
        return await self._ask(lambda number: command(id=number, attempt=attempt), CONNECT_LIMIT_S)

    async def disconnect(self) -> Reply:
        """Drop the connection."""
        return await self._ask(lambda number: Disconnect(id=number), QUICK_LIMIT_S)

    async def forget(self) -> Reply:
        """Delete the device row."""
        return await self._ask(lambda number: Forget(id=number), FORGET_LIMIT_S)

    async def logout(self) -> Reply:
        """Unlink from the phone."""
        return await self._ask(lambda number: Logout(id=number), QUICK_LIMIT_S)

    async def ping(self) -> Reply:
        """Ask for a sign of life."""
        return await self._ask(lambda number: Status(id=number), PING_LIMIT_S)

    async def build(self, text: str) -> Reply:
        """Make a text's protobuf."""
        return await self._ask(lambda number: Build(id=number, kind="text", text=text), QUICK_LIMIT_S)

    async def check(self, numbers: list[str]) -> Reply:
        """Ask the server who is there."""
        return await self._ask(lambda number: Check(id=number, numbers=numbers), QUERY_LIMIT_S)

    async def pair_code(self, number: str) -> Reply:
        """Ask for a pairing code."""
        return await self._ask(lambda command: PairCode(id=command, number=number), QUERY_LIMIT_S)

    async def picture(self, who: Peer, *, known: str | None = None) -> Reply:
        """Fetch a profile picture."""
        return await self._ask(lambda number: FetchPicture(id=number, who=who, known=known), QUERY_LIMIT_S)

    async def groups(self) -> Reply:
        """List this number's groups."""
        return await self._ask(lambda number: FetchGroups(id=number), QUERY_LIMIT_S)

    async def history(self, *, message_id: str, raw: str) -> Reply:
        """Load what a notice offers."""
        return await self._ask(lambda number: FetchHistory(id=number, message_id=message_id, raw=raw), HISTORY_LIMIT_S)

    async def history_done(self, message_id: str) -> Reply:
        """Acknowledge a notice."""
        return await self._ask(lambda number: HistoryDone(id=number, message_id=message_id), QUERY_LIMIT_S)

    async def send(self, *, sender: str, to: Peer, message_id: str, raw: str) -> Reply:
        """Send what was built."""
        return await self._ask(
            lambda number: Send(id=number, sender=sender, to=to, message_id=message_id, raw=raw), SEND_LIMIT_S
        )

    async def mark_read(self, *, chat: Peer, author: Peer, message_ids: list[str], time_ms: int) -> Reply:
        """Send read receipts."""
        return await self._ask(
            lambda number: MarkRead(id=number, chat=chat, author=author, message_ids=message_ids, time_ms=time_ms),
            QUERY_LIMIT_S,
        )

    async def stop(self, *, kill: bool = False) -> None:
        """Say ``exit``, close its stdin, wait, terminate, kill. Something else must keep reading its frames."""
        if self._process is None:
            return
        if kill:
            self._process.kill()
        elif not self._ending:
            self._ending = True
            await self._say_exit()
        await self._process.stop(STOP_GRACE_S)

    async def _say_exit(self) -> None:
        try:
            async with deadline(EXIT_LIMIT_S):
                await self._write(Exit(id=self._replies.open()))
        except (EngineFailed, ChannelClosed, TimeoutError):
            return

    async def _ask(self, command: Callable[[int], ToEngine], limit_s: float) -> Reply:
        try:
            number = self._replies.open()
            # Around the write too: one that reads nothing leaves a large frame waiting in the pipe.
            async with deadline(limit_s):
                await self._write(command(number))
                return await self._replies.answer(number, limit_s)
        except ChannelClosed:
            raise EngineFailed(self._last_word) from None

    async def _write(self, frame: ToEngine) -> None:
        if self._process is None:
            raise EngineFailed("")
        try:
            await self._process.write(frame)
        except ChildGone:
            raise EngineFailed(self._last_word) from None
