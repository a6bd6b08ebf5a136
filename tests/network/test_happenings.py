"""What may happen to a number or the network, seen by a bare client."""

import asyncio
import contextlib
import json

import pytest

from tests.network import Network, Phone, ScanRefused
from tests.network.companion import Companion
from tests.network.jid import SERVER
from tests.network.nodes import Attrs, Node
from tests.network.test_network import link, run

JPEG = b"\xff\xd8\xff\xe0 a picture"


async def refusal(network: Network, companion: Companion) -> Attrs:
    """Why the next login is refused; empty where it is not."""
    async with companion.connect(network.port) as line:
        while (node := await line.receive()).tag not in ("success", "failure"):
            pass
        return node.attrs if node.tag == "failure" else {}


def test_each_end_of_a_session_has_its_reason_until_the_number_is_pardoned() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion, hand = await link(network, shop), network.control
        seen = []
        for end in (hand.ban, hand.restrict, hand.outdate, hand.lock, hand.lose_phone):
            end(shop.number)
            seen.append(await refusal(network, companion))
            hand.pardon(shop.number)
            assert await refusal(network, companion) == {}
        assert [int(str(attrs["reason"])) for attrs in seen] == [406, 402, 405, 403, 403]
        assert [int(str(seen[1][key])) for key in ("code", "expire")] == [101, 3600]
        assert ["logout_message_header" in attrs for attrs in seen[3:]] == [True, False]
        hand.log_out(shop.number)
        assert (await refusal(network, companion))["reason"] == "401"

    run(scene)


def test_a_device_too_many_and_a_passkey_stand_before_the_link() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        await link(network, shop)
        network.control.limit_devices(shop.number, 1)
        async with Companion().connect(network.port) as line:
            with pytest.raises(ScanRefused, match="most devices"):
                await shop.scan((await line.codes())[0])
            assert (await line.receive_tag("failure")).text("reason") == "419"
        network.control.pardon(shop.number)
        network.control.demand_passkey(shop.number)
        async with Companion().connect(network.port) as line:
            with pytest.raises(ScanRefused, match="passkey"):
                await shop.scan((await line.codes())[0])
            asked = await line.receive_tag("notification")
            options = asked.child("passkey_request_options")
            assert (asked.text("type"), asked.jid("from")) == ("passkey_prologue_request", SERVER)
            assert options
            assert json.loads(options.data)["rpId"] == "whatsapp.com"
        assert shop.linked == [1]

    run(scene)


def test_a_phone_that_is_too_old_is_told_and_a_silent_login_is_recorded() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        async with Companion().connect(network.port) as line:
            network.control.scan_with_old_phone((await line.codes())[0])
            assert (await line.receive_tag("ib")).child("downgrade_webclient") is not None
        companion = await link(network, shop)
        network.control.silence_after_scan(shop.number)
        async with companion.connect(network.port) as line:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(line.receive(), 0.2)
        assert await refusal(network, companion) == {}
        assert [login.outcome for login in network.records.logins_of(shop.number)] == ["silence", "success"]

    run(scene)


def test_an_unplugged_network_is_not_there_and_comes_back_at_the_same_port() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion, port = await link(network, shop), network.port
        async with companion.connect(port) as line:
            await line.activate()
            network.control.unplug()
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await line.receive_tag("nothing")
        with pytest.raises(OSError, match="Connect call failed"):
            await refusal(network, companion)
        await network.control.plug_in()
        assert network.port == port
        assert await refusal(network, companion) == {}

    run(scene)


def test_a_black_hole_answers_nothing_until_the_number_is_pardoned() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            network.control.black_hole(shop.number)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(line.ask("w:p", "get", []), 0.2)
            network.control.pardon(shop.number)
            await line.ask("w:p", "get", [])

    run(scene)


def test_a_message_has_the_time_that_its_phone_chose_and_a_silent_phones_is_old() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion, then = await link(network, shop), int(network.now()) - 9000
        group = network.groups.create("Obras", shop, ana)
        network.control.silence_phone(shop.number, 2)
        async with companion.connect(network.port) as line:
            await line.activate()
            await ana.say(shop.number, "Oi", at=then)
            await ana.say_in(group, "No grupo", at=then + 1)
            await shop.say(ana.number, "Antes", at=then + 2)
            times = {}
            while len(times) < 3:
                node = await line.receive_tag("message")
                line.confirm_message(node)
                if node.text("category") != "peer":
                    times[str((node.jid("from") or SERVER).bare)] = int(node.text("t"))
            wanted = {str(ana.account.lid): then, str(group.jid): then + 1}
            assert times == {**wanted, str(shop.account.lid): then + 2 - 2 * 86_400}

    run(scene)


def test_a_picture_is_answered_by_its_id_told_when_it_changes_and_served_over_http() -> None:
    async def scene(network: Network, shop: Phone, ana: Phone) -> None:
        companion = await link(network, shop)
        async with companion.connect(network.port) as line:
            await line.activate()
            await ana.say(shop.number, "Oi")
            ana.set_picture(JPEG)
            while (node := await line.receive_tag("notification")).text("type") != "picture":
                pass
            change = node.child("set")
            assert change
            assert change.jid("jid") == ana.account.lid

            def asked(known: str = "") -> Node:
                question = Node("picture", {"query": "url", "type": "preview", "id": known})
                attrs: Attrs = {"id": "q", "xmlns": "w:profile:picture", "type": "get", "target": ana.account.pn}
                return network.pictures.answer(Node("iq", attrs, [question]))

            shown = asked().child("picture")
            assert shown
            assert shown.text("id") == change.text("id")
            known = asked(shown.text("id")).child("picture")
            assert known
            assert known.text("status") == "304"
            reader, writer = await asyncio.open_connection("127.0.0.1", network.port)
            writer.write(f"GET {shown.text('direct_path')} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert (await reader.read()).endswith(JPEG)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()
            network.pictures.hidden.add(ana.account.lid)
            assert [_code(asked())] == ["401"]
            network.pictures.hidden.clear()
            ana.set_picture(None)
            assert _code(asked()) == "404"

    run(scene)


def _code(answer: Node) -> str:
    error = answer.child("error")
    return error.text("code") if error else ""


@pytest.mark.parametrize(
    ("known", "typed", "found"),
    [
        ("+5511988880009", "+551188880009", True),
        ("+551188880009", "+5511988880009", True),
        ("+5511988880009", "+5511988880009", True),
        ("+5511988880009", "+551188880008", False),
        ("+551133330009", "+5511833330009", False),
        ("+441134567890", "+4411934567890", False),
    ],
)
def test_brazils_ninth_digit_may_be_there_or_not(known: str, typed: str, found: bool) -> None:
    network = Network()
    phone = network.phone(known)
    assert (network.directory.typed(typed) is phone.account) == found
