"""Each protective setting is needed: with it off something is lost, with it on nothing is."""

from typing import Any

import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from wadesk.wire.engine_frames import (
    Disconnected,
    HistoryDone,
    HistoryNotice,
    MessageHeard,
    OfflineDone,
    Peer,
    ReceiptHeard,
    Undecryptable,
)


def _texts(count: int) -> list[str]:
    return [f"mensagem {i}" for i in range(count)]


async def _killed_with_messages_waiting(town: Town, without: str, stored_first: int) -> list[str]:
    """What is stored of twelve queued messages when the engine is killed while one is unanswered, and starts again."""
    async with town.rig() as rig:
        await rig.link(town.shop)
    for text in _texts(12):
        await town.ana.say(town.shop.number, text)
    first = town.rig(without=without)
    await first.start()
    left = iter(range(stored_first))
    first.answers = lambda frame: not isinstance(frame, MessageHeard) or next(left, None) is not None
    await first.connect()
    await first.until("one waits", lambda: len(first.all(MessageHeard)) > stored_first)
    await first.kill()
    async with town.rig(without=without) as second:
        await second.online()
        await second.until("the rest is in", lambda: len(second.texts()) >= 12 - stored_first - 1)
        await town.ana.say(town.shop.number, "fim")
        await second.wait(MessageHeard, lambda frame: frame.text == "fim")
        assert not second.all(Undecryptable)
        return [*first.texts(), *second.texts()]


@pytest.mark.parametrize("without", ["", "EnableDecryptedEventBuffer"])
def test_a_message_that_waited_when_the_engine_was_killed_comes_again_because_it_is_buffered(
    play: Play, without: str
) -> None:
    async def scene(town: Town) -> None:
        stored = await _killed_with_messages_waiting(town, without, stored_first=5)
        wanted = [*_texts(12), "fim"]
        if without:
            assert stored != wanted, "the protection is off and yet nothing was lost"
            assert len(stored) < len(wanted)
        else:
            assert stored == wanted

    play(scene)


@pytest.mark.parametrize("without", ["", "SynchronousAck"])
def test_a_receipt_that_waited_when_the_engine_was_killed_comes_again_because_it_was_not_acknowledged(
    play: Play, without: str
) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
        first = town.rig(without=without)
        await first.start()
        await first.online()
        sent = await first.send(number_of(town.shop), Peer(number=number_of(town.ana)), "Chegou?", "3EB0AAAA")
        assert sent.outcome == "sent"
        await town.ana.wait_for_text("Chegou?")
        await first.wait(ReceiptHeard, lambda frame: frame.kind == "delivered")
        first.answers = lambda frame: getattr(frame, "kind", "") != "read"
        await town.ana.read(town.shop.number)
        await first.wait(ReceiptHeard, lambda frame: frame.kind == "read")
        # A ping behind the receipt: what the library acknowledges at once has been acknowledged when it is answered.
        await first.build("nada")
        if without:
            await town.network.changes.wait(lambda: _acked(town, "3EB0AAAA") >= 2, 5)
        await first.kill()
        async with town.rig(without=without) as second:
            await second.online()
            again = [frame for frame in second.all(ReceiptHeard) if frame.kind == "read"]
            assert bool(again) is not bool(without)

    play(scene)


def _acked(town: Town, message_id: str) -> int:
    return sum(1 for ack in town.network.records.acks if ack.kind == "receipt" and ack.id == message_id)


@pytest.mark.parametrize("without", ["", "UseRetryMessageStore"])
def test_a_phone_that_could_not_read_a_message_gets_it_again_after_a_restart_because_it_is_kept(
    play: Play, without: str
) -> None:
    async def scene(town: Town) -> None:
        async with town.rig(without=without) as rig:
            await rig.link(town.shop)
            await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "primeira")
            await town.ana.wait_for_text("primeira")
            await town.ana.offline()
            await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "segunda")
        town.ana.account.faults.corrupted_deliveries = 1
        async with town.rig(without=without) as again:
            await again.online()
            await town.ana.online()
            retry = await again.wait(ReceiptHeard, lambda frame: frame.kind == "retry")
            if not without:
                await town.ana.wait_for_text("segunda")
                return
            lost = retry.message_ids[0]
            await town.network.changes.wait(lambda: _acked(town, lost) >= 1, 5)
            assert not [one for one in town.ana.inbox if one.text == "segunda"]

    play(scene)


@pytest.mark.parametrize("without", ["", "ManualHistorySync"])
def test_the_phone_is_told_that_history_is_stored_only_when_it_is(play: Play, without: str) -> None:
    async def scene(town: Town) -> None:
        def unanswered(frame: Any) -> bool:
            return not isinstance(frame, HistoryNotice)

        rig = town.rig(without=without)
        rig.answers = unanswered
        await rig.start()
        await rig.link_without_backlog(town.shop)
        notice = await rig.wait(HistoryNotice)
        if without:
            await town.network.changes.wait(lambda: _told(town, notice.message_id), 5)
            await rig.kill()
            return
        await rig.kill()
        assert not _told(town, notice.message_id)
        async with town.rig(without=without) as again:
            await again.online()
            same = await again.wait(HistoryNotice)
            assert (same.message_id, same.raw, same.sync_type) == (notice.message_id, notice.raw, "initial_bootstrap")
            assert not _told(town, notice.message_id)
            assert (await again.ask(lambda number: HistoryDone(id=number, message_id=notice.message_id))).ok
            await town.network.changes.wait(lambda: _told(town, notice.message_id), 5)

    play(scene)


def _told(town: Town, message_id: str) -> bool:
    return any(kind == "hist_sync" and known == message_id for _, kind, known in town.shop.device_receipts)


def test_a_worker_that_stores_late_loses_nothing_and_doubles_nothing(play: Play) -> None:
    async def scene(town: Town) -> None:
        assert await _killed_with_messages_waiting(town, "", stored_first=0) == [*_texts(12), "fim"]

    play(scene)


def test_killed_between_the_store_and_the_answer_a_message_comes_twice_under_one_id(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            rig.answers = lambda frame: not isinstance(frame, MessageHeard)
            await town.ana.say(town.shop.number, "uma vez", "3A01")
            first = await rig.wait(MessageHeard)
            await rig.kill()
        async with town.rig() as again:
            await again.online()
            second = await again.wait(MessageHeard)
            assert (first.server_id, first.author, first.text) == (second.server_id, second.author, second.text)
            assert len(again.all(MessageHeard)) == 1

    play(scene)


def test_a_message_that_waits_while_the_connection_is_cut_waits_under_two_numbers_and_both_can_be_answered(
    play: Play,
) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            rig.answers = lambda frame: not isinstance(frame, MessageHeard)
            await town.ana.say(town.shop.number, "uma vez")
            first = await rig.wait(MessageHeard)
            town.network.connection_of(town.shop.number).cut()
            await rig.wait(Disconnected)
            mark = len(rig.heard)
            await rig.connect()
            second = await rig.wait(MessageHeard, after=mark)
            assert second.seq != first.seq
            assert second.server_id == first.server_id
            rig.answers = lambda _frame: True
            await rig.acknowledge(first)
            await rig.acknowledge(second)
            await rig.wait(OfflineDone, after=mark)
            await town.ana.say(town.shop.number, "depois")
            await rig.wait(MessageHeard, lambda frame: frame.text == "depois")

    play(scene)
