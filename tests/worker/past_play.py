"""A scripted engine whose phone offers history: a notice, pieces that wait each, the reply, the last word."""

from collections.abc import Callable

from tests.worker.scripted import EngineLife, Play
from wadesk.wire.engine_frames import (
    Ack,
    Connect,
    Connected,
    FetchHistory,
    HistoryChat,
    HistoryChunk,
    HistoryDone,
    HistoryMessage,
    HistoryNotice,
    OfflineDone,
    Peer,
    Reconnect,
    Reply,
)

ANA = Peer(number="+5511988880001", lid="88880001")
NOTICE = "3ANOTICE"
LONG_AGO = 1_600_000_000_000
PER_PIECE = 5

STEPS = (
    "noticed", "notice acked", "asked", "piece said", "piece acked", "last piece acked", "fetched", "done asked",
    "done",
)  # fmt: skip


class Past:
    """Plays the history of ``pieces`` pieces. ``at`` is called with each step's name as it is reached.

    After piece ``hold_at`` it waits for the test to call ``go_on``.
    """

    def __init__(self, play: Play, pieces: int = 3, progress: int = 100) -> None:
        self.play, self._pieces, self._progress = play, pieces, progress
        self._noticed = False
        self._seqs: dict[tuple[EngineLife, int], int] = {}
        self._notices: dict[tuple[EngineLife, int], bool] = {}
        self._fetches: dict[EngineLife, int] = {}
        self.at: Callable[[str, EngineLife], None] = lambda _step, _life: None
        self.hold_at: int | None = None
        self.go_on: Callable[[], None] | None = None
        self.fetches = 0
        self.dones = 0
        play.rules |= {
            Connect: self._connect, Reconnect: self._connect, Ack: self._ack, FetchHistory: self._fetch,
            HistoryDone: self._done,
        }  # fmt: skip

    @property
    def texts(self) -> list[str]:
        return [f"past {number}" for number in range(self._pieces * PER_PIECE)]

    def _connect(self, life: EngineLife, frame: Connect | Reconnect) -> None:
        life.say(Reply(id=frame.id, ok=True))
        life.say(Connected(attempt=frame.attempt))
        life.say(OfflineDone(attempt=frame.attempt, count=0))
        if not self._noticed:
            seq = life.seq()
            self._notices[life, seq] = True
            life.say(
                HistoryNotice(
                    seq=seq, message_id=NOTICE, sync_type="recent", chunk=1, progress=self._progress, raw="AA=="
                )
            )
            self.at("noticed", life)

    def _ack(self, life: EngineLife, frame: Ack) -> None:
        if (life, frame.seq) in self._notices:
            self._noticed = True
            self.at("notice acked", life)
        piece = self._seqs.pop((life, frame.seq), None)
        if piece is None:
            return
        if piece + 1 < self._pieces:
            self.at("piece acked", life)
            if piece == self.hold_at:
                self.go_on = lambda: self._say_piece(life, piece + 1)
            else:
                self._say_piece(life, piece + 1)
        else:
            self.at("last piece acked", life)
            life.say(Reply(id=self._fetches[life], ok=True))
            self.at("fetched", life)

    def _fetch(self, life: EngineLife, frame: FetchHistory) -> None:
        assert (frame.message_id, frame.raw) == (NOTICE, "AA==")
        self.fetches += 1
        self._fetches[life] = frame.id
        self.at("asked", life)
        self._say_piece(life, 0)

    def _done(self, life: EngineLife, frame: HistoryDone) -> None:
        self.at("done asked", life)
        life.say(Reply(id=frame.id, ok=True))
        self.dones += 1
        self.at("done", life)

    def _say_piece(self, life: EngineLife, piece: int) -> None:
        """The newest piece first, as the engine cuts a long chat; two of its messages are unread."""
        seq = life.seq()
        self._seqs[life, seq] = piece
        first = (self._pieces - 1 - piece) * PER_PIECE
        messages = [
            HistoryMessage(
                author=ANA, from_me=False, server_id=f"P{number}", time_ms=LONG_AGO + number, kind="text",
                text=f"past {number}", raw="AA==",
            )
            for number in range(first, first + PER_PIECE)
        ]  # fmt: skip
        life.say(
            HistoryChunk(
                seq=seq, message_id=NOTICE, percent=self._progress, last=piece + 1 == self._pieces,
                chats=[HistoryChat(chat=ANA, name="Ana", unread=2, messages=messages)],
            )
        )  # fmt: skip
        self.at("piece said", life)
