"""Group messages and changes, both ways."""

import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from wadesk.wire.engine_frames import GroupHeard, MessageHeard, Peer, ReceiptHeard

ID = "3EB0A1A2A3A4A5A6A7A8A9"


@pytest.mark.parametrize("without", ["", "GroupKeyOnly"])
def test_the_first_message_of_a_group_is_one_message_because_its_key_is_passed_over(play: Play, without: str) -> None:
    async def scene(town: Town) -> None:
        async with town.rig(without=without) as rig:
            await rig.link(town.shop)
            group = town.network.groups.create("Obras", town.ana, town.shop)
            joined = await rig.wait(GroupHeard)
            assert (joined.group, joined.what, joined.name) == (str(group.jid), "joined", "Obras")
            sent = await town.ana.say_in(group, "Bom dia, grupo")
            await town.ana.say_in(group, "fim")
            await rig.wait(MessageHeard, lambda frame: frame.text == "fim")
            under_the_id = [frame for frame in rig.all(MessageHeard) if frame.server_id == sent]
            if without:
                assert [frame.kind for frame in under_the_id] == ["unknown", "text"], "the fault is gone"
                return
            (heard,) = under_the_id
            assert (heard.text, heard.chat) == ("Bom dia, grupo", Peer(group=str(group.jid)))
            assert heard.author == Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)

    play(scene)


def test_a_message_to_a_group_reaches_its_members_and_their_receipts_name_them(play: Play) -> None:
    async def scene(town: Town) -> None:
        bo = town.network.phone("+5511988880002", name="Bo")
        async with town.rig() as rig:
            await rig.link(town.shop)
            group = town.network.groups.create("Obras", town.shop, town.ana, bo)
            there = Peer(group=str(group.jid))
            assert (await rig.send(number_of(town.shop), there, "Bom dia a todos", ID)).outcome == "sent"
            for phone in (town.ana, bo):
                assert (await phone.wait_for_text("Bom dia a todos")).group == group.jid.user
            receipts = [
                await rig.wait(ReceiptHeard, lambda one, who=phone: one.author.number == number_of(who))  # type: ignore[misc]
                for phone in (town.ana, bo)
            ]
            assert {receipt.chat for receipt in receipts} == {there}
            town.network.groups.remove(group, town.shop)
            left = await rig.wait(GroupHeard, lambda frame: frame.what == "leave")
            assert left.group == str(group.jid)
            refused = await rig.send(number_of(town.shop), there, "Ainda?")
            assert (refused.outcome, refused.retry) == ("not_sent", False)
            assert refused.error in {"refused", "not_a_member"}
            assert not [one for one in town.ana.inbox if one.text == "Ainda?"]

    play(scene)
