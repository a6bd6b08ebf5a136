"""A worker that speaks the frames and misbehaves as its argument says; it has no database and no engine.

`python scripted_worker.py BEHAVIOUR`: well, crash (once ready), crash-once, hang, refuse, locked, stranger,
silent, garbage, dies-asked (once, when it is asked for chats), dies-paused (once, when it is asked to pause),
tacit (tells nothing of a pause), mute (carries out nothing it is asked to change, and says so). What it is
asked stands in `asked` in its folder.
"""

import asyncio
import os
import sys
import time
from pathlib import Path

import msgspec
from msgspec.structs import replace

from wadesk.domain.events import MessageStored, PairingCodeShown, QrShown, StatusChanged, WorkerEvent
from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.linkstate import STAYS, LinkState, PairingCode, Qr, SlotStatus
from wadesk.domain.message import Chat
from wadesk.domain.requests import (
    Answer,
    AskPairingCode,
    CancelLink,
    ChatOpened,
    Chats,
    CheckNumber,
    ClearSlot,
    CountSent,
    Done,
    GetPicture,
    ListChats,
    ListStatuses,
    LogoutSlot,
    NumberChecked,
    OpenChat,
    PairingCodeMade,
    PauseSlot,
    Picture,
    ReconnectSlot,
    Request,
    SentFrom,
    StartSlot,
)
from wadesk.wire.codec import Codec
from wadesk.wire.stdio import ChildPipe
from wadesk.wire.worker_frames import (
    WORKER_FRAME_LIMIT,
    WORKER_PROTOCOL,
    Call,
    Ping,
    Pong,
    Reports,
    Result,
    ToWorker,
    WireError,
    WorkerHello,
    WorkerReady,
    WorkerRefused,
)

Pipe = ChildPipe[ToWorker]
NUMBER = "+5511999990011"


async def play(behaviour: str) -> int:
    pipe = Pipe.open(Codec(ToWorker, WORKER_FRAME_LIMIT))
    hello = await pipe.read()
    assert isinstance(hello, WorkerHello)
    account = "aaaaaaaaaaaa" if behaviour == "stranger" else hello.account_id
    if behaviour in {"refuse", "locked"}:
        reason = "damaged" if behaviour == "refuse" else "locked"
        pipe.write(WorkerRefused(code="unavailable", reason=reason, sentence="It is damaged."))
        await pipe.drained()
        return 1
    if behaviour == "silent":
        await asyncio.Event().wait()
    epoch = time.time_ns() // 1_000_000
    pipe.write(WorkerReady(protocol=WORKER_PROTOCOL, network=hello.network, account_id=account, epoch=epoch))
    await pipe.drained()
    if behaviour == "crash" or (behaviour == "crash-once" and _first_time(Path(hello.folder))):
        os._exit(3)
    if behaviour == "garbage":
        os.write(1, b"this goes to stderr\n")
        pipe.write({"type": "no such frame"})
    await _answer_on(pipe, behaviour, hello, epoch)
    return 0


async def _answer_on(pipe: Pipe, behaviour: str, hello: WorkerHello, epoch: int) -> None:
    counter = 0
    Path(hello.folder).mkdir(parents=True, exist_ok=True)
    while (frame := await pipe.read()) is not None:
        if isinstance(frame, Call) and not isinstance(frame.body, ListStatuses):
            with (Path(hello.folder) / "asked").open("ab") as told:
                told.write(msgspec.json.encode(frame.body) + b"\n")
        match frame:
            case Ping() if behaviour != "hang":
                pipe.write(Pong(id=frame.id))
            case Call(body=ListChats()) if behaviour == "dies-asked" and _first_time(Path(hello.folder)):
                os._exit(3)
            case Call(body=PauseSlot()) if behaviour == "dies-paused" and _first_time(Path(hello.folder)):
                os._exit(3)
            case Call(body=StartSlot()):
                counter += 2
                pipe.write(Reports(events=_started(frame.body, epoch, counter)))
                pipe.write(Result(id=frame.id, answer=Done()))
            case Call() if behaviour == "mute":
                error = WireError(code="unavailable", reason="mute", sentence="It will not.")
                pipe.write(Result(id=frame.id, error=error))
            case Call():
                counter += 2
                tacit = behaviour == "tacit" and isinstance(frame.body, PauseSlot)
                if not tacit and (events := _changed(frame.body, epoch, counter)) != []:
                    pipe.write(Reports(events=events))
                pipe.write(Result(id=frame.id, answer=_answer(frame.body)))
            case _:
                continue


def _changed(body: Request, epoch: int, counter: int) -> list[WorkerEvent]:
    def now(state: LinkState, **facts: object) -> list[WorkerEvent]:
        return [StatusChanged(status=SlotStatus(slot_id=slot, state=state, epoch=epoch, counter=counter, **facts))]

    slot = getattr(body, "slot_id", None)
    match body:
        case PauseSlot():
            return now(LinkState.PAUSED, number=NUMBER, facts={"by": body.by})
        case ReconnectSlot():
            return now(LinkState.ONLINE, number=NUMBER)
        case LogoutSlot():
            return now(LinkState.LOGGED_OUT, number=NUMBER, code="by_person")
        case ClearSlot() | CancelLink():
            return now(LinkState.UNLINKED)
        case AskPairingCode():
            return [PairingCodeShown(code=_pairing_code(body))]
        case _:
            return []


def _answer(body: Request) -> Answer:
    match body:
        case ListChats():
            return Chats(chats=[])
        case AskPairingCode():
            return PairingCodeMade(code=_pairing_code(body))
        case CheckNumber():
            return NumberChecked(number=None if body.number.endswith("0") else body.number)
        case OpenChat():
            chat_id = ChatId(f"{body.slot_id}.abcdefgh22222222")
            return ChatOpened(chat=Chat(chat_id=chat_id, slot_id=body.slot_id, held_from=NUMBER, number=body.number))
        case GetPicture():
            return Picture(picture="1", jpeg="AAEC")
        case CountSent():
            return SentFrom(total=3, numbers={NUMBER: 3})
        case _:
            return Done()


def _pairing_code(body: AskPairingCode) -> PairingCode:
    return PairingCode(slot_id=body.slot_id, code="ABCD1234", number=body.number, shown_ms=1, expires_ms=2**52)


def _started(body: StartSlot, epoch: int, counter: int) -> list[StatusChanged | QrShown | MessageStored]:
    if body.last is not None and body.last.state in STAYS and not (body.link or body.resume):
        return [StatusChanged(status=replace(body.last, epoch=epoch, counter=counter))]
    state = LinkState.LINKING if body.link and body.number is None else LinkState.ONLINE
    status = SlotStatus(slot_id=body.slot_id, state=state, epoch=epoch, counter=counter, number=body.number)
    events: list[StatusChanged | QrShown | MessageStored] = [StatusChanged(status=status)]
    if state is LinkState.LINKING:
        events.append(QrShown(qr=_qr(body.slot_id)))
    return events


def _qr(slot_id: SlotId) -> Qr:
    now = time.time_ns() // 1_000_000
    return Qr(slot_id=slot_id, payload="2@scripted,code", number=1, of=6, shown_ms=now, expires_ms=now + 60_000)


def _first_time(folder: Path) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    mark = folder / "crashed"
    if mark.exists():
        return False
    mark.touch()
    return True


if __name__ == "__main__":
    sys.exit(asyncio.run(play(sys.argv[1])))
