"""One account at work: takes the parent's requests and hands each to the part that answers it, or refuses it."""

import logging
from typing import assert_never

from wadesk.domain.errors import WaDeskError
from wadesk.domain.requests import (
    Answer,
    AskPairingCode,
    CancelLink,
    CheckNumber,
    ClearSlot,
    CountSent,
    DiscardMessage,
    Done,
    GetPicture,
    ListChats,
    ListMessages,
    ListStatuses,
    LogoutSlot,
    MarkRead,
    OpenChat,
    PauseSlot,
    QueueText,
    ReconnectSlot,
    RemoveSlot,
    Request,
    SettleMessage,
    StartSlot,
    Statuses,
    StopSlot,
    Wake,
)
from wadesk.wire.worker_frames import Call, Result, WireError
from wadesk.worker.account import Account
from wadesk.worker.chatting import Chatting
from wadesk.worker.steering import Steering

log = logging.getLogger(__name__)


class Runner:
    """Answers what is asked of one account. ``careful`` after an unclean end of the worker before."""

    def __init__(self, account: Account, *, careful: bool) -> None:
        """No slot is at work yet."""
        self._steering = Steering(account, careful=careful)
        self._chatting = Chatting(account, self._steering.wake_sender)

    async def answer(self, call: Call) -> Result:
        """The answer to ``call``; what is refused is told in words, a fault of ours is logged and told as one."""
        try:
            return Result(id=call.id, answer=await self._dispatch(call.body))
        except WaDeskError as error:
            told = WireError(code=error.code, reason=error.reason, sentence=error.sentence, facts=error.facts)
        except Exception:
            # A border: one request fails, the account goes on.
            log.exception("a request failed", extra={"fault": type(call.body).__name__})
            told = WireError(code="internal", reason="internal", sentence="Something went wrong inside WaDesk.")
        return Result(id=call.id, error=told)

    async def close(self) -> None:
        """End all slots' work, each engine in its clean order."""
        await self._steering.close()

    async def _dispatch(self, body: Request) -> Answer:
        match body:
            case (
                StartSlot() | CancelLink() | StopSlot() | PauseSlot() | ReconnectSlot() | LogoutSlot() | ClearSlot()
                | RemoveSlot()
            ):  # fmt: skip
                await self._steering.steer(body)
                return Done()
            case AskPairingCode():
                return await self._steering.ask_pairing_code(body)
            case CheckNumber():
                return await self._steering.check_number(body)
            case Wake():
                self._steering.wake()
                return Done()
            case ListStatuses():
                return Statuses(statuses=self._steering.statuses())
            case (
                QueueText() | SettleMessage() | DiscardMessage() | MarkRead() | OpenChat() | ListChats()
                | ListMessages() | GetPicture() | CountSent()
            ):  # fmt: skip
                return await self._chatting.answer(body)
            case _:
                assert_never(body)
