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
from wadesk.wire.engine_frames import MessageHeard, Peer, ReceiptHeard, Reply
from wadesk.wire.tasks import TaskOwner
from wadesk.worker import sending
from wadesk.worker.account import Account, wall_ms
from wadesk.worker.connection.values import SendPassed, StoreFailed
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


def test_an_earlier_connections_time_limit_lets_nothing_leave_before_the_backlog_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "BACKLOG_LIMIT_S", 0.3)

    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, _told):
            sender, running = Sender(account, SLOT, lambda _: None), Running(Answers(), OWN)  # type: ignore[arg-type]
            sender.online(running)
            sender.offline()
            await asyncio.sleep(0.2)
            sender.online(running)
            await asyncio.sleep(0.2)
            assert not sender.open
            await asyncio.sleep(0.2)
            assert sender.open

    asyncio.run(scene())


def test_what_a_receipt_settles_after_it_was_chosen_is_not_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, _told):
            store, engine, ana = account.store.store, Answers(), Peer(number=ANA, lid="9")
            await unproven(account)
            choose = store.outbox.next_to_send

            def choose_late(*words: Any) -> OutboxItem | None:
                chosen = choose(*words)
                if chosen is not None:
                    receipt = ReceiptHeard(
                        seq=1, chat=ana, author=ana, by_me=False, message_ids=[chosen.server_id], kind="delivered",
                        time_ms=5,
                    )  # fmt: skip
                    store.heard.record_receipt(receipt, SLOT, OWN, 6)
                return chosen

            monkeypatch.setattr(store.outbox, "next_to_send", choose_late)
            failures: list[BaseException] = []
            async with TaskOwner(on_failure=failures.append) as tasks:
                await work(account, engine, tasks)
            assert (failures, engine.ids) == ([], [])

    asyncio.run(scene())


async def unproven(account: Account) -> None:
    """A message whose first attempt may have arrived."""
    outbox, run = account.store.store.outbox, account.store.run
    request = QueueText(slot_id=SLOT, text="x", reason=SendReason.PERSON, asker="a", number=ANA)
    message = (await run(outbox.queue_text, request, wall_ms())).message
    await run(outbox.resolve_typed, SLOT, ANA, Peer(number=ANA, lid="9"))
    await run(outbox.mark_sending, SLOT, message.message_id, "AA==", wall_ms())
    await run(outbox.mark_unknown, SLOT, message.message_id, 0)


async def work(account: Account, engine: Any, tasks: TaskOwner) -> None:
    """Send all there is to send, and come to rest."""
    sender, rested = Sender(account, SLOT, lambda _: None), asyncio.Event()
    outbox = account.store.store.outbox
    wait = outbox.next_try_ms

    def resting(*words: Any) -> int | None:
        loop.call_soon_threadsafe(rested.set)
        return wait(*words)

    loop = asyncio.get_running_loop()
    outbox.next_try_ms = resting  # type: ignore[method-assign]
    sending_task = tasks.start(sender.run(), "outbox")
    sender.online(Running(engine, OWN))
    sender.backlog_in()
    rest = tasks.start(rested.wait(), "rest")
    await asyncio.wait({rest, sending_task}, timeout=5, return_when=asyncio.FIRST_COMPLETED)


class Reader(Answers):
    """Takes no receipt for one message."""

    def __init__(self, bad: str) -> None:
        super().__init__()
        self.bad = bad
        self.read: list[str] = []

    async def mark_read(self, *, chat: Peer, author: Peer, message_ids: list[str], time_ms: int) -> Reply:
        if self.bad in message_ids:
            return Reply(id=3, ok=False, error="bad_message")
        self.read += message_ids
        return Reply(id=3, ok=True)


def test_a_receipt_that_can_never_leave_holds_back_no_other(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, _told):
            store, run = account.store.store, account.store.run
            for number, server_id in (("+0", "A1"), (ANA, "A2")):
                who = Peer(number=number)
                heard = MessageHeard(
                    seq=1, chat=who, author=who, from_me=False, server_id=server_id, time_ms=5, kind="text", text="x"
                )
                row = await run(store.heard.record_message, heard, SLOT, OWN, 6)
                await run(store.reading.mark_read, SLOT, row.chat.chat_id, row.message.message_id)
            engine = Reader("A1")
            async with TaskOwner() as tasks:
                await work(account, engine, tasks)
            assert engine.read == ["A2"]

    asyncio.run(scene())


def test_what_fails_before_its_attempt_is_tried_ever_more_rarely(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, _told):
            outbox, run, counts = account.store.store.outbox, account.store.run, []
            request = QueueText(slot_id=SLOT, text="x", reason=SendReason.PERSON, asker="a", number=ANA)
            message = (await run(outbox.queue_text, request, wall_ms())).message
            for _ in range(3):
                chosen = await run(outbox.next_to_send, SLOT, wall_ms())
                counts.append(-1 if chosen is None else chosen.attempts)
                await run(outbox.mark_not_sent, SLOT, message.message_id, 0)
            assert counts == [0, 1, 2]

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


@pytest.mark.parametrize("retry", [True, False])
def test_a_question_that_stays_unanswered_before_a_message_fails_nothing_and_says_nothing_of_the_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, retry: bool
) -> None:
    class Unanswered(Answers):
        """The first send ends in a query; ``retry`` false where the engine was ending."""

        async def send(self, *, sender: str, to: Peer, message_id: str, raw: str) -> Reply:
            reply = await super().send(sender=sender, to=to, message_id=message_id, raw=raw)
            if len(self.ids) > 1:
                return reply
            return Reply(id=2, ok=True, outcome="not_sent", retry=retry, error="query_failed")

    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, told):
            outbox, run, engine = account.store.store.outbox, account.store.run, Unanswered()
            arrived, facts, states = asyncio.Event(), [], []
            request = QueueText(slot_id=SLOT, text="x", reason=SendReason.PERSON, asker="a", number=ANA)
            await run(outbox.queue_text, request, wall_ms())
            await run(outbox.resolve_typed, SLOT, ANA, Peer(number=ANA, lid="9"))

            def put(event: MessageChanged) -> None:
                states.append(event.message.state)
                if event.message.state is MessageState.SENT:
                    arrived.set()

            monkeypatch.setattr(told, "put", put)
            sender = Sender(account, SLOT, facts.append)
            async with TaskOwner() as tasks:
                tasks.start(sender.run(), "outbox")
                sender.online(Running(engine, OWN))
                sender.backlog_in()
                await asyncio.wait_for(arrived.wait(), 10)
            assert len(engine.ids) == 2
            assert MessageState.FAILED not in states
            assert facts == [SendPassed()]

    asyncio.run(scene())
