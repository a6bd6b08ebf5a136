"""What a worker must not decide itself, it asks the parent."""

from typing import Protocol

from wadesk.domain.requests import Ask, Verdict
from wadesk.wire.requests import ChannelClosed, Outstanding
from wadesk.wire.worker_frames import Asked, AskResult

ASK_LIMIT_S = 15.0
"""A phone waits 20 s for the answer to ``pre_pair``, and silence refuses."""


class AskPipe(Protocol):
    """The worker's end of the pipe, as far as questions need it."""

    def write(self, frame: object) -> None:
        """Put a frame behind those before it; never waits."""


class Parent:
    """Questions under way. An answer that does not come is a no."""

    def __init__(self, pipe: AskPipe) -> None:
        """Ask through ``pipe``; whoever reads it hands the answers to :meth:`settle`."""
        self._pipe = pipe
        self._asks: Outstanding[Verdict] = Outstanding()

    async def ask(self, body: Ask) -> Verdict:
        """The parent's word on ``body``."""
        try:
            number = self._asks.open()
            self._pipe.write(Asked(id=number, body=body))
            return await self._asks.answer(number, ASK_LIMIT_S)
        except (TimeoutError, ChannelClosed):
            return Verdict(accepted=False, code="no_answer")

    def settle(self, result: AskResult) -> None:
        """An answer came."""
        self._asks.settle(result.id, result.verdict)

    def gone(self) -> None:
        """The parent closed the pipe: nothing is answered any more."""
        self._asks.fail_all()
