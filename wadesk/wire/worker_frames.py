"""The frames between the parent and an account's worker.

Parent to worker: first :class:`WorkerHello`, then :class:`Call` (with a number; one :class:`Result` each),
:class:`AskResult` for each :class:`Asked`, :class:`Ping`. Worker to parent: first :class:`WorkerReady`,
then :class:`Result`, :class:`Reports` (events in order, many in one frame), :class:`Asked`, :class:`Pong`.
"""

import msgspec

from wadesk.domain.events import WorkerEvent
from wadesk.domain.ids import AccountId
from wadesk.domain.principal import Principal
from wadesk.domain.requests import Answer, Ask, Request, Verdict
from wadesk.wire.engine_frames import Network

WORKER_PROTOCOL = 1
WORKER_FRAME_LIMIT = 8 * 1024 * 1024


class WorkerHello(msgspec.Struct, frozen=True, kw_only=True, tag="hello"):
    """The first frame: who the worker is, where its folder lies, its database key (base64 of 32 bytes)."""

    protocol: int
    network: Network
    account_id: AccountId
    folder: str
    key: str
    engine: str
    log_level: str = "warning"

    def __repr__(self) -> str:
        return f"WorkerHello({self.account_id})"


class WorkerReady(msgspec.Struct, frozen=True, kw_only=True, tag="ready"):
    """The worker's first frame: its database is open, and its start (UTC ms) is the epoch of its link states."""

    protocol: int
    network: Network
    account_id: AccountId
    epoch: int


class WorkerRefused(msgspec.Struct, frozen=True, kw_only=True, tag="refused"):
    """Instead of ready: why the worker cannot work (wrong key, damaged, newer, network, locked); then it ends."""

    code: str
    reason: str
    sentence: str
    facts: dict[str, str] = {}


class Call(msgspec.Struct, frozen=True, kw_only=True, tag="call"):
    """One request, by a principal whose right the parent has checked."""

    id: int
    principal: Principal
    body: Request


class WireError(msgspec.Struct, frozen=True, kw_only=True):
    """A :class:`wadesk.domain.errors.WaDeskError` on the wire."""

    code: str
    reason: str
    sentence: str
    facts: dict[str, str] = {}


class Result(msgspec.Struct, frozen=True, kw_only=True, tag="result"):
    """The answer to call ``id``: exactly one of ``answer`` and ``error``."""

    id: int
    answer: Answer | None = None
    error: WireError | None = None


class Reports(msgspec.Struct, frozen=True, kw_only=True, tag="reports"):
    """Facts in the order they were recorded."""

    events: list[WorkerEvent]


class Asked(msgspec.Struct, frozen=True, kw_only=True, tag="asked"):
    """The worker asks the parent something it must not decide itself."""

    id: int
    body: Ask


class AskResult(msgspec.Struct, frozen=True, kw_only=True, tag="ask_result"):
    """The parent's answer to ``asked`` number ``id``."""

    id: int
    verdict: Verdict


class Ping(msgspec.Struct, frozen=True, kw_only=True, tag="ping"):
    """Are you there? A worker that does not answer before the deadline hangs."""

    id: int


class Pong(msgspec.Struct, frozen=True, kw_only=True, tag="pong"):
    """Here."""

    id: int


ToWorker = WorkerHello | Call | AskResult | Ping
FromWorker = WorkerReady | WorkerRefused | Result | Reports | Asked | Pong
