"""How connections end, and what the engine says of it; trying again is the worker's."""

import asyncio
from typing import Any

import pytest

from tests.engine.conftest import Play, Town
from tests.engine.rig import number_of
from wadesk.wire.engine_frames import (
    Banned,
    Connect,
    Connected,
    ConnectFailure,
    Disconnect,
    Disconnected,
    LoggedOut,
    LoginRestart,
    Outdated,
    Paired,
    Peer,
    Reconnect,
    Replaced,
    Reply,
    Restricted,
    Status,
    StreamError,
)


@pytest.mark.parametrize(
    ("reason", "attrs", "end"),
    [
        (401, {}, LoggedOut(attempt=2, cause="device_removed", code=401)),
        (403, {}, LoggedOut(attempt=2, cause="main_device_gone", code=403)),
        (
            403,
            {"logout_message_header": "This account is locked"},
            LoggedOut(attempt=2, cause="account_locked", code=403),
        ),
        (406, {}, Banned(attempt=2, code=406)),
        (402, {"code": 101, "expire": 3600}, Restricted(attempt=2, code=101, seconds=3600)),
        (405, {}, Outdated(attempt=2)),
        (409, {}, ConnectFailure(attempt=2, code=409, reason="")),
        (418, {}, ConnectFailure(attempt=2, code=418, reason="")),
        (500, {}, Disconnected(attempt=2)),
        (503, {}, Disconnected(attempt=2)),
    ],
)
def test_every_refused_login_has_its_own_event(play: Play, reason: int, attrs: dict[str, Any], end: object) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            await rig.ask(lambda number: Disconnect(id=number))
            town.network.faults.fail_logins(reason, times=1, **attrs)
            rig.attempt = 1
            mark = len(rig.heard)
            assert (await rig.connect()).ok
            assert await rig.wait(type(end), after=mark) == end
            assert not [frame for frame in rig.heard[mark:] if isinstance(frame, Connected)]

    play(scene)


def test_a_cut_is_told_and_the_engine_does_not_connect_by_itself(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            logins = len(town.network.records.logins)
            town.network.connection_of(town.shop.number).cut()
            assert (await rig.wait(Disconnected)).attempt == rig.attempt
            status = await rig.ask(lambda number: Status(id=number))
            assert (status.connected, status.logged_in) == (False, False)
            refused = await rig.send(number_of(town.shop), Peer(number=number_of(town.ana)), "Oi")
            assert (refused.outcome, refused.retry, refused.error) == ("not_sent", True, "not_connected")
            assert len(town.network.records.logins) == logins
            await rig.online()

    play(scene)


@pytest.mark.parametrize(
    ("code", "conflict", "kind"), [(500, "", StreamError), (503, "", Disconnected), (0, "replaced", Replaced)]
)
def test_a_stream_that_ends_says_why(play: Play, code: int, conflict: str, kind: type) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            town.network.connection_of(town.shop.number).stream_error(code, conflict)
            # An end may come without its cause (engine.md): then as a plain cut.
            await rig.until("an end", lambda: rig.all(kind) or rig.all(Disconnected))

    play(scene)


def test_a_refused_or_silent_upgrade_is_an_error_and_a_disconnect_gives_it_up(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.ready()
            town.network.faults.refused_upgrades = 1
            assert (await rig.connect()).error == "http_503"
            town.network.faults.slow_upgrade = 30
            await rig.child.write(Connect(id=77, attempt=5))
            status = await rig.ask(lambda number: Status(id=number), seconds=2)
            assert status.connected is False
            assert (await rig.ask(lambda number: Disconnect(id=number), seconds=3)).ok
            given_up = await rig.wait(Reply, lambda reply: reply.id == 77)
            assert given_up.error == "cancelled"
            await rig.child.write(Connect(id=78, attempt=6))
            assert await asyncio.wait_for(rig.stop(), 3) == 0

    play(scene)


def test_connecting_twice_is_one_login_and_reconnecting_is_two(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            logins = len(town.network.records.logins_of(town.shop.number))
            replies = await asyncio.gather(*(rig.ask(lambda number: Connect(id=number, attempt=7)) for _ in range(3)))
            assert {reply.error for reply in replies} == {"already_connected"}
            assert len(town.network.records.logins_of(town.shop.number)) == logins
            mark = len(rig.heard)
            assert (await rig.ask(lambda number: Reconnect(id=number, attempt=8))).ok
            assert (await rig.wait(Connected, after=mark)).attempt == 8
            assert len(town.network.records.logins_of(town.shop.number)) == logins + 1

    play(scene)


def test_an_engine_killed_between_pairing_and_login_logs_in_after_its_restart(play: Play) -> None:
    async def scene(town: Town) -> None:
        first = town.rig()
        await first.start()
        await first.pair(town.shop)
        await first.kill()
        async with town.rig() as again:
            assert (await again.ready()).self_number == number_of(town.shop)
            await again.online()
        assert len(first.all(Paired)) == len(first.all(LoginRestart)) == 1

    play(scene)
