"""Every kind of message arrives with a name, and raw; a damaged one is told and then replaced."""

import base64

from tests.engine.conftest import Play, Town
from tests.network import payloads
from wadesk.wire.engine_frames import MessageHeard, Undecryptable


def test_every_kind_is_named_and_kept_raw(play: Play) -> None:
    async def scene(town: Town) -> None:
        shop = town.shop.account.lid
        said = [
            ("media", payloads.voice(12), ("voice", "", "0:12", None)),
            ("media", payloads.image("Olha"), ("image", "Olha", "", None)),
            ("media", payloads.sticker(), ("sticker", "", "", None)),
            ("media", payloads.document("nota.pdf"), ("document", "", "nota.pdf", None)),
            ("media", payloads.location("Praça da Sé"), ("location", "", "Praça da Sé", None)),
            ("media", payloads.contact("Bo", "+5511988880002"), ("contact", "", "Bo", None)),
            ("poll", payloads.poll("Quando?", ["hoje", "amanhã"], bytes(32)), ("poll", "Quando?", "", None)),
            ("reaction", payloads.reaction(shop, "3A01", "👍"), ("reaction", "👍", "", "3A01")),
            ("text", payloads.revoke(shop, "3A01"), ("revoke", "", "", "3A01")),
            ("text", payloads.edit(shop, "3A01", "novo"), ("edit", "novo", "", "3A01")),
            ("text", payloads.reply("Sim", "3A01", shop, payloads.text("Vem?")), ("text", "Sim", "", None)),
        ]
        async with town.rig() as rig:
            await rig.link(town.shop)
            for kind, body, _wanted in said:
                await town.ana.say_raw(town.shop.number, body, kind=kind)
            await town.ana.say_raw(town.shop.number, payloads.unknown())
            await rig.until("all kinds", lambda: len(rig.all(MessageHeard)) > len(said))
            heard = rig.all(MessageHeard)
            for frame, (_kind, body, wanted) in zip(heard, said, strict=False):
                assert (frame.kind, frame.text, frame.detail, frame.target) == wanted
                assert base64.b64decode(frame.raw) == body
            assert heard[-1].kind == "unknown"
            assert heard[-1].detail or heard[-1].raw

    play(scene)


def test_a_damaged_message_is_told_and_replaced_under_its_id(play: Play) -> None:
    async def scene(town: Town) -> None:
        async with town.rig() as rig:
            await rig.link(town.shop)
            town.network.device(town.shop.number).faults.corrupted_deliveries = 1
            message = await town.ana.say(town.shop.number, "Oi!")
            lost = await rig.wait(Undecryptable)
            heard = await rig.wait(MessageHeard)
            assert lost.server_id == heard.server_id == message
            assert (lost.chat, lost.author) == (heard.chat, heard.author)
            assert (heard.text, heard.resent) == ("Oi!", True)

    play(scene)
