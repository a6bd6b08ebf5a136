"""What may happen to a number or the network, by the hand that scenes and people use, as the engine tells it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import Rig, number_of
from tests.network import Control, ScanRefused
from wadesk.wire.engine_frames import (
    Banned,
    Connected,
    Disconnected,
    LoggedOut,
    LoginRestart,
    MessageHeard,
    Outdated,
    PairCode,
    PairError,
    PasskeyRequest,
    Peer,
    PrePair,
    QrCode,
    Reconnect,
    Replaced,
    Restricted,
    ScannedWithoutMultidevice,
    Status,
)

Hand = Callable[[Control, str], object]


async def showing(rig: Rig) -> QrCode:
    """Show a code."""
    await rig.ready()
    mark = len(rig.heard)
    assert (await rig.connect()).ok
    return await rig.wait(QrCode, after=mark)


@pytest.mark.parametrize(
    ("hand", "end"),
    [
        (Control.ban, Banned(attempt=2, code=406)),
        (lambda control, number: control.restrict(number, 90), Restricted(attempt=2, code=101, seconds=90)),
        (Control.outdate, Outdated(attempt=2)),
        (Control.lock, LoggedOut(attempt=2, cause="account_locked", code=403)),
        (Control.lose_phone, LoggedOut(attempt=2, cause="main_device_gone", code=403)),
    ],
)
def test_what_ends_a_session_cuts_it_and_is_told_when_it_comes_back(play: Play, hand: Hand, end: Any) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            rig.attempt = 1
            hand(town.network.control, town.shop.number)
            await rig.wait(Disconnected)
            mark = len(rig.heard)
            assert (await rig.connect()).ok
            assert await rig.wait(type(end), after=mark) == end
            town.network.control.pardon(town.shop.number)
            if isinstance(end, Restricted | Outdated):
                # The refused socket may stand for a moment yet.
                assert (await rig.ask(lambda number: Reconnect(id=number, attempt=3))).ok
                await rig.wait(Connected, after=mark)

    play(scene)


@pytest.mark.parametrize(("hand", "kind"), [(Control.log_out, LoggedOut), (Control.replace, Replaced)])
def test_what_ends_a_connection_tells_it_why(play: Play, hand: Hand, kind: type) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            hand(town.network.control, town.shop.number)
            # An end may come without its cause (engine.md): then as a plain cut.
            await rig.until("an end", lambda: rig.all(kind) or rig.all(Disconnected))

    play(scene)


def test_a_device_too_many_is_refused_and_no_session_is_left(play: Play) -> None:
    async def scene(town: Town) -> None:
        town.network.control.limit_devices(town.shop.number, 1)
        async with town.rig("first") as first, town.rig("second") as second:
            await first.link(town.shop)
            code = await showing(second)
            with pytest.raises(ScanRefused, match="most devices"):
                await town.shop.scan(code.code)
            assert (await second.wait(PairError)).error == "device_limit"
            assert not second.all(PrePair)
            town.network.control.limit_devices(town.shop.number, 2)
            await second.link(town.shop)

    play(scene)


def test_a_number_that_wants_its_passkey_asks_for_it_and_links_once_it_does_not(play: Play) -> None:
    async def scene(town: Town) -> None:
        town.network.control.demand_passkey(town.shop.number)
        async with town.rig() as rig:
            code = await showing(rig)
            with pytest.raises(ScanRefused, match="passkey"):
                await town.shop.scan(code.code)
            asked = await rig.wait(PasskeyRequest)
            assert '"rpId":"whatsapp.com"' in asked.public_key
            town.network.control.demand_passkey(town.shop.number, on=False)
            for connection in list(town.network.connections):
                connection.cut()
            await rig.wait(Disconnected)
            await rig.link(town.shop)

    play(scene)


def test_a_phone_that_is_too_old_is_told_and_the_codes_go_on(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            code = await showing(rig)
            town.network.control.scan_with_old_phone(code.code)
            await rig.wait(ScannedWithoutMultidevice)
            await town.shop.scan(code.code)

    play(scene)


def test_silence_after_a_scan_ends_with_the_next_login(play: Play) -> None:
    async def scene(town: Town) -> None:
        town.network.control.silence_after_scan(town.shop.number)
        async with town.rig() as rig:
            code = await showing(rig)
            await town.shop.scan(code.code)
            await rig.wait(LoginRestart)
            assert (await rig.connect()).ok
            await town.network.changes.wait(lambda: town.network.records.logins_of(town.shop.number))
            status = await rig.ask(lambda number: Status(id=number))
            assert (status.connected, status.logged_in) == (True, False)
            assert not rig.all(Connected)
            mark = len(rig.heard)
            town.network.control.cut(town.shop.number)
            for connection in list(town.network.connections):
                connection.cut()
            await rig.wait(Disconnected, after=mark)
            await rig.online()
            outcomes = [login.outcome for login in town.network.records.logins_of(town.shop.number)]
            assert outcomes == ["silence", "success"]

    play(scene)


def test_an_unplugged_network_fails_the_dial_and_comes_back_at_the_same_place(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            town.network.control.unplug()
            await rig.wait(Disconnected)
            assert (await rig.connect()).error == "no_network"
            await town.network.control.plug_in()
            await rig.online()

    play(scene)


def test_a_black_hole_takes_what_is_sent_and_says_nothing(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            raw = await rig.build("Oi")
            town.network.control.black_hole(town.shop.number)
            send = rig.begin_send(number_of(town.shop), Peer(number=number_of(town.ana)), raw, "3EB0BLACKHOLE")
            await town.ana.say(town.shop.number, "Alô?")
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(asyncio.shield(send), 1)
            status = await rig.ask(lambda number: Status(id=number))
            assert status.connected
            assert not rig.all(MessageHeard)
            town.network.control.pardon(town.shop.number)
            town.network.control.cut(town.shop.number)
            assert (await send).outcome != "sent"
            assert not town.network.records.with_id("3EB0BLACKHOLE")
            await rig.online()
            await rig.wait(MessageHeard)

    play(scene)


def test_a_slow_network_is_late_and_loses_nothing(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "Oi")
            town.network.control.slow(town.shop.number, 0.5)
            begin = town.network.now()
            reply = await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "De novo")
            assert reply.outcome == "sent"
            assert town.network.now() - begin >= 0.5

    play(scene)


def test_the_question_before_pairing_names_number_and_lid(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            (asked,) = rig.all(PrePair)
            assert (asked.number, asked.lid) == (number_of(town.shop), town.shop.account.lid.user)

    play(scene)


def test_a_pairing_code_that_is_refused_says_why_in_a_word(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:

            async def asked(number: str) -> str:
                return (await rig.ask(lambda command: PairCode(id=command, number=number))).error

            assert await asked(number_of(town.shop)) == "not_connected"
            await showing(rig)
            assert await asked("12") == "not_a_number"
            assert await asked("0119999900") == "not_a_number"
            assert await asked("+5511977770000") == "unknown_number"
            for error, word in ((429, "too_many"), (419, "device_limit"), (500, "pair_code_failed"), (0, "")):
                town.network.control.refuse_pairing_codes(error)
                assert await asked(number_of(town.shop)) == word

    play(scene)
