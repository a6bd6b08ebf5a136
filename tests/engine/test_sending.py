"""What became of a send: sent, proven unsent, or unknown; and what else leaves."""

import asyncio

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from wadesk.wire.engine_frames import Check, Disconnected, MarkRead, MessageHeard, Peer, ReceiptHeard

ID = "3EB0A1A2A3A4A5A6A7A8A9"


def test_a_message_leaves_only_from_the_number_it_names(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            reply = await rig.send("+5511999990022", Peer(number=number_of(town.ana)), "Oi")
            assert (reply.outcome, reply.retry, reply.error) == ("not_sent", False, "wrong_sender")
            assert not town.network.records.sent_by(town.shop.number)

    play(scene)


def test_a_send_goes_to_a_number_or_a_lid_and_to_nobody_who_is_not_there(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            for to in (Peer(number=number_of(town.ana)), Peer(lid=town.ana.account.lid.user)):
                assert (await rig.send(number_of(town.shop), to, f"a {bool(to.lid)}")).outcome == "sent"
                await town.ana.wait_for_text(f"a {bool(to.lid)}")
            nobody = await rig.send(number_of(town.shop), Peer(number="+5511900000000"), "Oi")
            assert (nobody.outcome, nobody.retry, nobody.error) == ("not_sent", False, "not_on_whatsapp")

    play(scene)


def test_a_refusal_by_the_server_is_final(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            town.network.faults.error_acks = 1
            reply = await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "Oi")
            assert (reply.outcome, reply.retry, reply.error) == ("not_sent", False, "refused")

    play(scene)


def test_a_cut_before_the_servers_answer_is_unknown_and_the_same_id_makes_it_one_message(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            to = Peer(number=number_of(town.ana))
            town.network.faults.cuts_before_ack = 1
            reply = await rig.send(number_of(town.shop), to, "uma vez", ID)
            assert (reply.outcome, reply.ok) == ("unknown", True)
            await rig.wait(Disconnected)
            await rig.online()
            assert (await rig.send(number_of(town.shop), to, "uma vez", ID)).outcome == "sent"
            await rig.send(number_of(town.shop), to, "fim")
            await town.ana.wait_for_text("fim")
            assert [one.text for one in town.ana.inbox] == ["uma vez", "fim"]

    play(scene)


def test_a_message_that_a_cut_swallowed_leaves_once_when_the_connection_is_back_at_once(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            to = Peer(number=number_of(town.ana))
            await rig.send(number_of(town.shop), to, "antes")
            town.network.faults.lost_messages = 1
            asked = rig.begin_send(number_of(town.shop), to, await rig.build("uma vez"), ID)
            async with asyncio.timeout(5):
                while town.network.faults.lost_messages:
                    await asyncio.sleep(0.02)
            town.network.connection_of(town.shop.number).cut()
            await rig.wait(Disconnected)
            await rig.online()
            reply = await asked
            if reply.outcome == "unknown":
                reply = await rig.send(number_of(town.shop), to, "uma vez", ID)
            assert reply.outcome == "sent"
            await rig.send(number_of(town.shop), to, "fim")
            await town.ana.wait_for_text("fim")
            assert [one.text for one in town.ana.inbox] == ["antes", "uma vez", "fim"]

    play(scene)


def test_delivery_and_reading_are_heard_as_receipts_of_the_customer(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "Oi", ID)
            ana = Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)
            delivered = await rig.wait(ReceiptHeard, lambda frame: frame.kind == "delivered")
            assert (delivered.chat, delivered.author, delivered.by_me, delivered.message_ids) == (ana, ana, False, [ID])
            await town.ana.read(town.shop.number)
            read = await rig.wait(ReceiptHeard, lambda frame: frame.kind == "read")
            assert (read.chat, read.by_me, read.message_ids) == (ana, False, [ID])

    play(scene)


def test_reading_here_is_told_to_the_customer_and_to_nobody_else(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            message = await town.ana.say(town.shop.number, "Oi")
            heard = await rig.wait(MessageHeard)
            reply = await rig.ask(
                lambda number: MarkRead(
                    id=number,
                    chat=heard.chat,
                    author=heard.author,
                    message_ids=[heard.server_id],
                    time_ms=heard.time_ms,
                )
            )
            assert reply.ok
            await town.network.changes.wait(lambda: town.ana.sent[message].receipts.get("read"), 5)

    play(scene)


def test_a_number_typed_in_another_form_is_checked_to_its_canonical_one(play: Play) -> None:
    async def scene(town: Town) -> None:
        town.network.alias("+551188880001", number_of(town.ana))
        async with town.rig() as rig:
            await rig.link(town.shop)
            asked = ["+551188880001", "+5511900000000", number_of(town.ana)]
            reply = await rig.ask(lambda number: Check(id=number, numbers=asked))
            ana = Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)
            assert reply.checked is not None
            assert [(one.query, one.peer) for one in reply.checked] == [
                (asked[0], ana),
                (asked[1], None),
                (asked[2], ana),
            ]

    play(scene)


def test_what_is_typed_on_the_phone_is_heard_as_ours_in_the_customers_chat(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            await town.shop.say(town.ana.number, "do telefone")
            heard = await rig.wait(MessageHeard)
            assert heard.from_me
            assert heard.chat.number == number_of(town.ana)
            assert heard.author.number == number_of(town.shop)

    play(scene)
