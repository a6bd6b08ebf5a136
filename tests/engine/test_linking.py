"""Linking by QR: from the first code to a restart without one, and what can go wrong between."""

import asyncio

import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from tests.network import ScanRefused
from wadesk.wire.engine_frames import (
    Connected,
    Disconnect,
    Disconnected,
    Forget,
    LoggedOut,
    LoginRestart,
    Logout,
    MessageHeard,
    PairCode,
    Paired,
    PairError,
    Peer,
    PrePair,
    QrCode,
    Status,
)


def test_a_number_links_by_qr_and_writes_and_hears_and_comes_back_without_a_qr(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            assert (await rig.ready()).self_number is None
            await rig.link(town.shop)
            await town.ana.say(town.shop.number, "Oi!")
            heard = await rig.wait(MessageHeard)
            assert (heard.kind, heard.text, heard.from_me) == ("text", "Oi!", False)
            assert heard.chat == heard.author == Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)
            reply = await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "Bom dia, Ana")
            assert reply.outcome == "sent"
            assert reply.time_ms
            await town.ana.wait_for_text("Bom dia, Ana")
        assert rig.child.returncode == 0
        async with town.rig(number=number_of(town.shop)) as again:
            ready = await again.ready()
            assert (ready.self_number, ready.self_lid) == (number_of(town.shop), town.shop.account.lid.user)
            await again.online()
            await town.ana.say(town.shop.number, "De novo")
            await again.wait(MessageHeard, lambda frame: frame.text == "De novo")
            assert not again.all(QrCode)

    play(scene)


def test_the_first_code_of_six_lives_a_minute_and_fewer_live_less(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.ready()
            await rig.connect()
            code = await rig.wait(QrCode)
            assert (code.number, code.of, code.life_ms, code.attempt) == (1, 6, 60_000, 1)
            assert (await rig.ask(lambda number: Disconnect(id=number))).ok
            town.network.faults.refs = 2
            mark = len(rig.heard)
            await rig.connect()
            code = await rig.wait(QrCode, after=mark)
            assert (code.number, code.of, code.life_ms, code.attempt) == (1, 2, 20_000, 2)

    play(scene)


def test_events_of_linking_come_in_order_and_login_restart_once(play: Play) -> None:
    async def scene(town: Town) -> None:
        for name, behind in (("a", False), ("b", True)):
            town.network.faults.closes_behind_515 = behind
            phone = town.network.phone("+551199999002" + ("1" if behind else "2"))
            async with town.rig(name) as rig:
                await rig.link(phone)
                kinds = [type(frame) for frame in rig.heard]
                wanted = [PrePair, Paired, LoginRestart, Connected]
                assert [kind for kind in kinds if kind in wanted] == wanted
                paired = rig.all(Paired)[0]
                assert (paired.number, paired.lid) == (number_of(phone), phone.account.lid.user)

    play(scene)


@pytest.mark.parametrize("without", ["", "PrePairCallback"])
def test_a_refused_phone_is_left_without_a_session_only_because_it_is_asked_before_pairing(
    play: Play, without: str
) -> None:
    async def scene(town: Town) -> None:
        async with town.rig(without=without) as rig:
            rig.accepts = False
            await rig.ready()
            await rig.connect()
            code = await rig.wait(QrCode)
            if without:
                await town.shop.scan(code.code)
                assert town.shop.linked, "the protection is off and yet the phone was refused"
                return
            with pytest.raises(ScanRefused):
                await town.shop.scan(code.code)
            assert (await rig.wait(PairError)).error == "refused"
            assert not town.shop.linked

    play(scene)


def test_a_code_that_was_tampered_with_fails_and_linking_starts_over(play: Play) -> None:
    async def scene(town: Town) -> None:
        town.network.faults.wrong_hmacs = 1
        async with town.rig() as rig:
            await rig.ready()
            await rig.connect()
            code = await rig.wait(QrCode)
            with pytest.raises(ScanRefused):
                await town.shop.scan(code.code)
            assert (await rig.wait(PairError)).error == "not_signed"
            await rig.link(town.shop)

    play(scene)


def test_a_cut_while_unpaired_is_told_and_codes_do_not_come_back_by_themselves(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.ready()
            await rig.connect()
            await rig.wait(QrCode)
            for connection in list(town.network.connections):
                connection.cut()
            await rig.wait(Disconnected)
            await rig.link(town.shop)

    play(scene)


def test_a_number_links_by_a_code_typed_on_the_phone(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.ready()
            await rig.connect()
            await rig.wait(QrCode)
            asked = await rig.ask(lambda number: PairCode(id=number, number=number_of(town.shop)))
            assert asked.code is not None, asked.error
            await town.shop.type_code(asked.code)
            assert (await rig.wait(Paired)).number == number_of(town.shop)
            await rig.wait(LoginRestart)
            await rig.online()

    play(scene)


def test_after_an_unlinking_on_the_phone_forgetting_makes_room_for_a_new_link(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            await town.shop.unlink()
            out = await rig.wait(LoggedOut)
            assert (out.cause, out.code) == ("device_removed", 401)
            assert (await rig.ask(lambda number: Forget(id=number))).ok
            await rig.link(town.shop)
            await town.ana.say(town.shop.number, "Voltou?")
            await rig.wait(MessageHeard, lambda frame: frame.text == "Voltou?")

    play(scene)


def test_logging_out_unlinks_at_the_server_and_the_engine_can_link_again(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            assert (await rig.ask(lambda number: Logout(id=number))).ok
            await asyncio.wait_for(town.network.changes.wait(lambda: not town.shop.linked, 5), 6)
            await rig.link(town.shop)
            status = await rig.ask(lambda number: Status(id=number))
            assert (status.connected, status.logged_in) == (True, True)

    play(scene)
