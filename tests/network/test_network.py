"""The server and its phones, over real sockets, with a bare client in place of the library."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import qrcode

from tests.network import ALWAYS, Network, NetworkThread, Phone, ScanRefused, protobuf
from tests.network.adv import is_vouched, vouch
from tests.network.companion import Companion
from tests.network.crypto import KeyPair
from tests.network.nodes import Node
from tests.network.screen import codes_in

Scene = Callable[[Network, Phone, Phone], Awaitable[None]]


def run(scene: Scene) -> None:
    """Play a scene with a shop's phone and a customer's, in ten seconds at most."""

    async def play() -> None:
        async with asyncio.timeout(10), Network() as network:
            shop, ana = network.phone("+55 11 99999-0011", "Balcão"), network.phone("+5511988880001", "Ana")
            await scene(network, shop, ana)

    asyncio.run(play())


async def link(network: Network, phone: Phone) -> Companion:
    companion = Companion()
    async with companion.connect(network.port) as line:
        code = (await line.codes())[0]
        await asyncio.gather(phone.scan(code), line.confirm())
        assert (await line.receive_tag("stream:error")).text("code") == "515"
    return companion


def test_a_client_links_by_its_code_and_logs_in() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        assert (companion.pn, companion.lid) == (shop.account.pn.of_device(1), shop.account.lid.of_device(1))
        async with companion.connect(network.port) as line:
            await line.activate()
        assert [login.outcome for login in network.records.logins_of(shop.number)] == ["success"]

    run(scene)


def test_a_code_of_nobody_and_a_client_that_refuses_are_told_apart() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        with pytest.raises(ScanRefused, match="no code"):
            await shop.scan("https://example.org")
        with pytest.raises(ScanRefused, match="not valid"):
            await shop.scan(Companion().code("2@gone"))
        async with Companion().connect(network.port) as line:
            code = (await line.codes())[0]
            scan = asyncio.gather(shop.scan(code), return_exceptions=True)
            await line.confirm("internal-error")
            assert "internal-error" in str((await scan)[0])
        assert shop.linked == []

    run(scene)


def test_messages_go_both_ways_and_are_recorded_without_their_text() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            sent = await ana.say(shop.number, "Oi!")
            node, text = await line.read_message()
            assert (text, node.text("id"), node.jid("sender_pn")) == ("Oi!", sent, ana.account.pn)
            ack = await line.write(ana.account.lid, "3EB0AA", "Bom dia")
            assert ack.text("id") == "3EB0AA"
            heard = await ana.wait_for_text("Bom dia")
            assert (heard.from_number, heard.from_device) == (shop.number, 1)
            await network.changes.wait(lambda: len(ana.sent[sent].receipts.get("", [])) == 2)
        assert [one.id for one in network.records.sent_by(shop.number)] == ["3EB0AA"]
        assert set(network.records.sent_by(ana.number)[0].devices) == {(shop.number, 0), (shop.number, 1)}
        assert "Bom dia" not in repr(network.records)

    run(scene)


def test_what_was_not_acknowledged_comes_again_and_is_marked_as_waiting() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            await ana.say(shop.number, "one")
            await line.read_message(confirms=False)
            await ana.say(shop.number, "two")
        async with companion.connect(network.port) as line:
            await line.receive_tag("success")
            await line.ask("passive", "set", [Node("active")])
            waiting = []
            while len(waiting) < 2:
                node = await line.receive_tag("message")
                line.confirm_message(node)
                if node.text("category") != "peer":
                    waiting.append(node)
            assert all("offline" in node.attrs for node in waiting)
            done = await line.receive_tag("ib")
            assert done.child("offline") is not None
        device = network.device(shop.number)
        await network.changes.wait(lambda: not device.pending.stanzas)

    run(scene)


def test_a_phone_shows_a_repeated_id_once_and_counts_it() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        for _ in range(2):
            await shop.say(ana.number, "once", "3A01")
        bo = network.phone("+5511988880002", "Bo")
        await bo.say(ana.number, "another's", "3A01")
        await network.changes.wait(lambda: ana.repeats[shop.number, "3A01"] == 1)
        await ana.wait_for_text("another's")
        assert [one.text for one in ana.inbox] == ["once", "another's"]

    run(scene)


def test_a_damaged_message_is_asked_for_again_and_read() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        ana.account.faults.corrupted_deliveries = 1
        sent = await shop.say(ana.number, "whole")
        assert (await ana.wait_for_text("whole")).id == sent
        assert ana.undecryptable == [sent]
        assert [one.is_resend for one in network.records.with_id(sent)] == [False, True]
        assert len(network.records.receipts_for(sent, "retry")) == 1

    run(scene)


def test_a_phone_out_of_reach_gets_its_messages_when_it_is_back() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        await ana.offline()
        await shop.say(ana.number, "later")
        assert not ana.inbox
        with pytest.raises(ConnectionError):
            await ana.say(shop.number, "no way")
        await ana.online()
        await ana.wait_for_text("later")
        assert await ana.read(shop.number) == [ana.inbox[0].id]
        assert await ana.read(shop.number) == []
        await network.changes.wait(lambda: shop.sent[ana.inbox[0].id].receipts.get("read"))

    run(scene)


def test_an_unlinked_device_is_told_and_cannot_log_in_again() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            await shop.unlink()
            assert (await line.receive_tag("stream:error")).text("code") == "401"
        async with companion.connect(network.port) as line:
            assert (await line.receive()).text("reason") == "401"
        assert [login.outcome for login in network.records.logins_of(shop.number)] == ["success", "401"]

    run(scene)


@pytest.mark.parametrize("scope", ["network", "account", "device"])
def test_a_login_fails_as_often_as_told(scope: str) -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        owners: dict[str, Any] = {"network": network, "account": shop.account, "device": network.device(shop.number)}
        owners[scope].faults.fail_logins(402, times=1, code=101, expire=60)
        async with companion.connect(network.port) as line:
            failure = await line.receive()
            assert (failure.tag, failure.text("reason"), failure.text("expire")) == ("failure", "402", "60")
        async with companion.connect(network.port) as line:
            assert (await line.receive()).tag == "success"

    run(scene)


def test_acknowledgements_fail_get_lost_and_come_late() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        faults = network.device(shop.number).faults
        async with companion.connect(network.port) as line:
            await line.activate()
            faults.error_acks = 1
            assert (await line.write(ana.account.lid, "A1", "refused")).text("error") == "479"
            faults.lost_acks, faults.ack_delay = 1, 0.05
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(line.write(ana.account.lid, "A2", "no word"), 0.1)
            assert (await line.write(ana.account.lid, "A2", "again")).text("id") == "A2"
            faults.cuts_before_ack = 1
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await line.write(ana.account.lid, "A3", "cut")
            await ana.wait_for_text("cut")
        assert [one.text for one in ana.inbox] == ["no word", "cut"]
        assert ana.repeats[shop.number, "A2"] == 1

    run(scene)


def test_an_upgrade_is_refused_as_often_as_told() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        network.faults.refused_upgrades = 1
        with pytest.raises(ConnectionError, match="503"):
            async with Companion().connect(network.port):
                pass
        network.faults.refs = 3
        async with Companion().connect(network.port) as line:
            assert len(await line.codes()) == 3

    run(scene)


def test_a_silent_upgrade_ends_with_the_network() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        network.faults.slow_upgrade = ALWAYS
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1), Companion().connect(network.port):
                pass
        network.faults.slow_upgrade, network.faults.silent_handshakes = 0, 1
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1), Companion().connect(network.port):
                pass

    run(scene)


def test_a_black_hole_keeps_the_connection_and_answers_nothing() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            shop.account.faults.is_black_hole = True
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(line.ask("w:p", "get", []), 0.1)
            shop.account.faults.is_black_hole = False
            assert (await line.ask("w:p", "get", [])).text("type") == "result"

    run(scene)


def test_a_device_that_runs_low_on_keys_is_asked_for_more() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate(prekeys=6)
            await ana.say(shop.number, "Oi!")
            notice = await line.receive_tag("notification")
            count = notice.child("count")
            assert count
            assert (notice.text("type"), count.text("value")) == ("encrypt", "4")

    run(scene)


def test_a_number_typed_another_way_finds_the_account() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        network.alias("+55 11 8888-0001", ana.number)
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            asked = [Node("user", {}, [Node("contact", {}, f"{number}@c.us".encode())]) for number in (551188880001, 1)]
            query = Node("query", {}, [Node("contact", {"addressing_mode": "lid"})])
            usync = Node("usync", {}, [query, Node("list", {}, asked)])
            answer = (await line.ask("usync", "get", [usync])).child("usync")
            known, unknown = answer.child("list").children  # type: ignore[union-attr]
            assert (known.jid("jid"), known.jid("pn_jid")) == (ana.account.lid, ana.account.pn)
            assert unknown.child("contact").text("type") == "out"  # type: ignore[union-attr]

    run(scene)


def test_a_device_identity_holds_for_its_own_device_alone() -> None:
    phone, companion, other = KeyPair.generate(), KeyPair.generate(), KeyPair.generate()
    signed = protobuf.Message(vouch(phone, companion.public, bytes(32), 1, 1_800_000_000)).data(1)
    fields = protobuf.Message(signed)
    own = companion.sign(b"\x06\x01" + fields.data(1) + companion.public + phone.public)
    whole = protobuf.write({1: fields.data(1), 3: fields.data(3), 4: own})
    assert is_vouched(whole, phone.public, companion.public)
    assert not is_vouched(whole, phone.public, other.public)


def test_codes_are_read_off_a_picture_in_reading_order() -> None:
    codes = [Companion().code(f"2@{number}") for number in range(4)]
    pictures = [qrcode.make(code, box_size=3).convert("L") for code in codes]
    side = pictures[0].width
    board = pictures[0].resize((side * 2 + 40, side * 2 + 40))
    board.paste(90, (0, 0, *board.size))
    for number, picture in enumerate(pictures):
        board.paste(picture, (number % 2 * (side + 40), number // 2 * (side + 40)))
    assert codes_in(board) == codes


def test_the_network_runs_in_a_thread_of_its_own() -> None:
    with NetworkThread() as thread:
        shop = thread.call(thread.network.phone, "+5511999990011", "Balcão")
        ana = thread.call(thread.network.phone, "+5511988880001", "Ana")
        thread.call(ana.say, shop.number, "Oi!")
        assert thread.call(shop.wait_for_text, "Oi!").from_number == ana.number
        assert thread.url.startswith(f"ws://127.0.0.1:{thread.network.port}/ws/chat;root=")
