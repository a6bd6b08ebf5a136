"""A worker that speaks the frames and misbehaves as its argument says; it has no database and no engine.

`python scripted_worker.py BEHAVIOUR`: well, crash (once ready), crash-once, hang, refuse, locked, stranger,
silent, garbage, dies-asked (once, when it is asked for chats).
"""

import asyncio
import os
import sys
import time
from pathlib import Path

from wadesk.domain.events import MessageStored, QrShown, StatusChanged
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, Qr, SlotStatus
from wadesk.domain.requests import Chats, Done, ListChats, StartSlot
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
    WorkerHello,
    WorkerReady,
    WorkerRefused,
)

Pipe = ChildPipe[ToWorker]


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
    while (frame := await pipe.read()) is not None:
        match frame:
            case Ping() if behaviour != "hang":
                pipe.write(Pong(id=frame.id))
            case Call(body=StartSlot()):
                counter += 1
                pipe.write(Reports(events=_started(frame.body, epoch, counter)))
                pipe.write(Result(id=frame.id, answer=Done()))
            case Call(body=ListChats()) if behaviour == "dies-asked" and _first_time(Path(hello.folder)):
                os._exit(3)
            case Call(body=ListChats()):
                pipe.write(Result(id=frame.id, answer=Chats(chats=[])))
            case Call():
                pipe.write(Result(id=frame.id, answer=Done()))
            case _:
                continue


def _started(body: StartSlot, epoch: int, counter: int) -> list[StatusChanged | QrShown | MessageStored]:
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
