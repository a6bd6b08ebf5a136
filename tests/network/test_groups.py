"""Groups of simulated phones: everybody reads, nobody from outside, and a lost key is asked for."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.network import Network, Phone
from tests.network.ratchet import Undecryptable
from tests.network.sender_keys import OwnSenderKey, TheirSenderKey


def run(scene: Callable[[Network, Phone, Phone, Phone], Awaitable[None]]) -> None:
    async def play() -> None:
        async with asyncio.timeout(10), Network() as network:
            phones = [
                network.phone(f"+551198888000{number}", name) for number, name in enumerate(("Ana", "Bo", "Carla"))
            ]
            await scene(network, *phones)

    asyncio.run(play())


def test_every_member_reads_and_the_author_learns_of_it() -> None:
    async def scene(network: Network, ana: Phone, bo: Phone, carla: Phone) -> None:
        group = network.groups.create("Bakery", ana, bo, carla)
        for text in ("one", "two"):
            sent = await ana.say_in(group, text)
            for phone in (bo, carla):
                heard = await phone.wait_for_text(text)
                assert (heard.id, heard.group, heard.from_number) == (sent, group.jid.user, ana.number)
        await network.changes.wait(lambda: len(ana.sent[sent].receipts.get("", [])) == 2)
        assert [one.text for one in bo.inbox] == ["one", "two"]

    run(scene)


def test_who_is_not_in_the_group_is_neither_heard_nor_told() -> None:
    async def scene(network: Network, ana: Phone, bo: Phone, carla: Phone) -> None:
        group = network.groups.create("Bakery", ana, bo, carla)
        network.groups.remove(group, carla)
        await ana.say_in(group, "inside")
        await carla.say_in(group, "outside")
        await bo.wait_for_text("inside")
        network.groups.add(group, carla)
        await carla.say_in(group, "back")
        await bo.wait_for_text("back")
        assert [one.text for one in bo.inbox] == ["inside", "back"]
        assert carla.inbox == []

    run(scene)


def test_a_damaged_group_message_comes_again_with_its_key() -> None:
    async def scene(network: Network, ana: Phone, bo: Phone, carla: Phone) -> None:
        group = network.groups.create("Bakery", ana, bo, carla)
        bo.account.faults.corrupted_deliveries = 1
        sent = await ana.say_in(group, "whole")
        assert (await bo.wait_for_text("whole")).group == group.jid.user
        assert bo.undecryptable == [sent]
        await ana.say_in(group, "next")
        await bo.wait_for_text("next")

    run(scene)


def test_a_sender_key_reads_its_own_messages_in_any_order_and_no_other() -> None:
    own, other = OwnSenderKey(), OwnSenderKey()
    theirs = TheirSenderKey.parse(own.distribution())
    mail = [own.encrypt(text) for text in (b"one", b"two", b"three")]
    assert [theirs.decrypt(mail[at]) for at in (2, 0, 1)] == [b"three", b"one", b"two"]
    with pytest.raises(Undecryptable):
        theirs.decrypt(other.encrypt(b"forged"))
