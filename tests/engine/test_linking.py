"""Linking by QR, texts both ways, and a restart without a QR."""

import asyncio
from pathlib import Path

from tests.engine.rig import Rig, number_of
from tests.network import Network
from wadesk.wire.engine_frames import MessageHeard, Peer


def test_a_number_links_by_qr_and_writes_and_hears_and_comes_back_without_a_qr(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with Network() as network:
            shop, ana = network.phone("+5511999990011", name="Loja"), network.phone("+5511988880001", name="Ana")
            async with Rig(offline_engine, tmp_path, network.url) as rig:
                await rig.link(shop)
                await ana.say(shop.number, "Oi!")
                heard = await rig.wait(MessageHeard)
                assert (heard.kind, heard.text, heard.from_me) == ("text", "Oi!", False)
                assert heard.chat == heard.author
                assert heard.chat.number == number_of(ana)
                assert heard.chat.lid == ana.account.lid.user
                reply = await rig.send(number_of(shop), Peer(number=number_of(ana)), "Bom dia, Ana")
                assert reply.outcome == "sent"
                await ana.wait_for_text("Bom dia, Ana")
            assert rig.child.returncode == 0
            again = Rig(offline_engine, tmp_path, network.url, number=number_of(shop))
            async with again:
                ready = await again.ready()
                assert (ready.self_number, ready.self_lid) == (number_of(shop), shop.account.lid.user)
                await again.online()
                await ana.say(shop.number, "De novo")
                await again.wait(MessageHeard, lambda frame: frame.text == "De novo")

    asyncio.run(run())
