"""What a slot's line asks of any engine. What only some engines can do are Protocols of their own.

Values are those of ``wire.engine_frames``: whatever speaks to WhatsApp, it is told in these words.
"""

from typing import Protocol

from wadesk.wire.engine_frames import FromEngine, Peer, Ready, Reply


class EngineFailed(Exception):
    """The engine cannot be started, or has ended. ``code`` is its last word, a stable word without numbers."""

    def __init__(self, code: str) -> None:
        """``code`` as in ``fatal`` frames, or ``engine_missing``, ``engine_silent``, empty for a crash."""
        super().__init__(code)
        self.code = code


class Engine(Protocol):
    """One way to reach WhatsApp for one slot. It is started once; after its end a new one is made.

    Every command raises EngineFailed when the engine ends and TimeoutError when no answer comes in time;
    in both cases a send may or may not have left.
    """

    async def start(self) -> Ready:
        """Begin to work; EngineFailed when that cannot be done, with the reason as its code."""

    async def next_event(self) -> FromEngine | None:
        """The next event, in order; None when the engine has ended. Waiting events are acknowledged each."""

    async def acknowledge(self, seq: int, *, accept: bool = True, reason: str = "") -> None:
        """A waiting event is stored (or a pairing allowed, or not). Harmless when the engine has ended."""

    async def send(self, *, sender: str, to: Peer, message_id: str, raw: str) -> Reply:
        """Send what was built, from ``sender`` and no other number; the reply tells the outcome."""

    async def mark_read(self, *, chat: Peer, author: Peer, message_ids: list[str], time_ms: int) -> Reply:
        """Tell the author that his messages were read."""

    async def stop(self, *, kill: bool = False) -> None:
        """End in the clean order, or at once; returns when the process is gone. Twice is once."""


class Connects(Protocol):
    """An engine whose every connection is the worker's decision."""

    async def connect(self, attempt: int, *, again: bool = False) -> Reply:
        """Connect once as ``attempt``, dropping first what may be half dead when ``again``."""

    async def disconnect(self) -> Reply:
        """Drop the connection and give up a dial under way."""

    async def forget(self) -> Reply:
        """Delete the keys of a link that is over."""

    async def logout(self) -> Reply:
        """Unlink this device from the phone; needs a connection."""

    async def ping(self) -> Reply:
        """Whether it is there; TimeoutError when it hangs."""

    @property
    def last_word(self) -> str:
        """Why it ended, as far as it could tell; empty while it lives and after a plain crash."""


class Composes(Protocol):
    """An engine that makes messages before they are sent, and resolves typed numbers."""

    async def build(self, text: str) -> Reply:
        """The protobuf of a text, to be stored and sent as it is."""

    async def check(self, numbers: list[str]) -> Reply:
        """Which of ``numbers`` are on WhatsApp, and how the server names them."""


class Links(Protocol):
    """An engine that can be linked by a code of letters."""

    async def pair_code(self, number: str) -> Reply:
        """A pairing code for the phone of ``number``, after the first ``qr``; ``reply.code`` is ``XXXX-XXXX``.

        ``reply.error`` else: ``not_connected``, ``not_a_number``, ``unknown_number``, ``too_many`` (asked too
        often), ``device_limit``, ``timeout``, ``pair_code_failed``.
        """


class Looks(Protocol):
    """An engine that knows what people and groups look like and are called."""

    async def picture(self, who: Peer, *, known: str | None = None) -> Reply:
        """The small profile picture of ``who`` in ``reply.picture``, unless it is still ``known``.

        ``reply.error`` else: ``not_connected``, ``bad_address``, ``too_large``, ``download``, ``query_failed``.
        """

    async def groups(self) -> Reply:
        """Every group this number is in, in ``reply.groups``."""


class Remembers(Protocol):
    """An engine that fetches what the phone offered as history in a ``history_notice``."""

    async def history(self, *, message_id: str, raw: str) -> Reply:
        """Load the history of a kept notice. Its ``history_chunk`` events wait each, and come before the reply.

        Whoever awaits this must let somebody else read and answer the events. ``reply.error`` else:
        ``not_connected``, ``bad_notice`` (unreadable for good), ``gone`` (the blob has expired: nothing will
        ever come), ``download`` (worth another try), ``stopped`` (the link was forgotten meanwhile).
        """

    async def history_done(self, message_id: str) -> Reply:
        """The history of a notice is stored: acknowledge it and have its blob deleted. Repeatable."""


class WhatsAppEngine(Engine, Connects, Links, Composes, Looks, Remembers, Protocol):
    """All that the embedded engine can do."""
