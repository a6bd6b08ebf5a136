"""The outbox at work without a process: what it does between its database and an engine."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.worker.rig import ACCOUNT, SLOT
from tests.worker.test_hearing import hearing
from wadesk.domain.errors import StoreError
from wadesk.domain.events import MessageChanged
from wadesk.domain.ids import ChatId, MessageId, ServerId, new_chat_id, slot_id
from wadesk.domain.message import MessageState, SendReason
from wadesk.domain.requests import QueueText
from wadesk.store.account.values import OutboxItem
from wadesk.wire.engine_frames import Peer, Reply
from wadesk.wire.tasks import TaskOwner
from wadesk.worker.account import wall_ms
from wadesk.worker.connection.values import StoreFailed
from wadesk.worker.running import Running
from wadesk.worker.sending import Sender, refusal

OWN, ANA, BO = "+5511999990011", "+5511988880001", "+5511988880002"


class Answers:
    """The little of an engine that a send needs."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    async def build(self, text: str) -> Reply:
        return Reply(id=1, ok=True, raw="AA==")

    async def send(self, *, sender: str, to: Peer, message_id: str, raw: str) -> Reply:
        self.ids.append(message_id)
        return Reply(id=2, ok=True, outcome="sent", time_ms=1_700_000_000_000)


def test_a_database_that_fails_in_the_middle_of_a_send_holds_nothing_up_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, told):
            outbox, run, engine = account.store.store.outbox, account.store.run, Answers()
            failed, arrived = asyncio.Event(), asyncio.Event()
            request = QueueText(slot_id=SLOT, text="x", reason=SendReason.PERSON, asker="a", number=ANA)
            await run(outbox.queue_text, request, wall_ms())
            await run(outbox.resolve_typed, SLOT, ANA, Peer(number=ANA, lid="9"))
            works = outbox.mark_sent

            def full(*_: object) -> None:
                raise StoreError("disk_full", "The disk is full.")

            def put(event: MessageChanged) -> None:
                if event.message.state is MessageState.SENT:
                    arrived.set()

            monkeypatch.setattr(told, "put", put)
            monkeypatch.setattr(outbox, "mark_sent", full)
            sender = Sender(account, SLOT, lambda fact: failed.set() if fact == StoreFailed("disk_full") else None)
            async with TaskOwner() as tasks:
                tasks.start(sender.run(), "outbox")
                sender.online(Running(engine, OWN))
                sender.backlog_in()
                await asyncio.wait_for(failed.wait(), 5)
                monkeypatch.setattr(outbox, "mark_sent", works)
                sender.online(Running(engine, OWN))
                sender.backlog_in()
                await asyncio.wait_for(arrived.wait(), 5)
            assert len(engine.ids) == 2
            assert len(set(engine.ids)) == 1

    asyncio.run(scene())


def item(**changes: Any) -> OutboxItem:
    fields: dict[str, Any] = {
        "slot_id": SLOT, "chat_id": new_chat_id(SLOT), "message_id": MessageId("m"), "server_id": ServerId("s"),
        "sender": OWN, "peer": Peer(number=ANA), "text": "x", "raw": None, "resend": False, "typed": False,
        "attempts": 0,
    }  # fmt: skip
    return OutboxItem(**(fields | changes))


@pytest.mark.parametrize(
    ("changes", "engine_number", "reason"),
    [
        ({}, OWN, None),
        ({"chat_id": new_chat_id(slot_id(ACCOUNT, 2))}, OWN, "wrong_slot"),
        ({"slot_id": slot_id(ACCOUNT, 2)}, OWN, "wrong_slot"),
        ({"sender": BO}, OWN, "wrong_number"),
        ({}, BO, "wrong_number"),
        ({}, None, "wrong_number"),
    ],
)
def test_a_message_leaves_only_where_chat_row_and_engine_agree(
    changes: dict[str, ChatId], engine_number: str | None, reason: str | None
) -> None:
    assert refusal(item(**changes), SLOT, engine_number) == reason
