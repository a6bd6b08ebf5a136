"""What people and groups are called and look like, and when the phone itself was heard."""

import base64

from tests.engine.conftest import Play, Town
from tests.engine.rig import Rig, number_of
from wadesk.wire.engine_frames import (
    Check,
    ContactName,
    FetchGroups,
    FetchPicture,
    GroupHeard,
    GroupName,
    MessageHeard,
    Peer,
    PhoneHeard,
    PictureChanged,
    ProfilePicture,
    Reply,
)

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100)


async def picture(rig: Rig, who: Peer, known: str | None = None) -> Reply:
    """Ask for a picture."""
    return await rig.ask(lambda number: FetchPicture(id=number, who=who, known=known))


def test_a_picture_is_fetched_once_told_when_it_changes_and_known_when_it_does_not(play: Play) -> None:
    async def scene(town: Town) -> None:
        ana = Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)
        async with town.rig() as rig:
            await rig.link(town.shop)
            await town.ana.say(town.shop.number, "Oi")
            await rig.wait(MessageHeard)
            assert (await picture(rig, ana)).picture == ProfilePicture()
            town.ana.set_picture(JPEG)
            changed = await rig.wait(PictureChanged)
            assert (changed.who, changed.removed) == (ana, False)
            first = (await picture(rig, ana)).picture
            assert first
            assert first.jpeg
            assert base64.b64decode(first.jpeg) == JPEG
            fetched = len(town.network.media.fetched)
            again = await picture(rig, ana, known=first.picture)
            assert again.picture == ProfilePicture(picture=first.picture)
            assert len(town.network.media.fetched) == fetched
            town.ana.set_picture(JPEG + b"2")
            newer = (await picture(rig, ana, known=first.picture)).picture
            assert newer
            assert newer.picture != first.picture
            town.ana.set_picture(None)
            await rig.wait(PictureChanged, lambda frame: frame.removed)
            assert (await picture(rig, ana, known=newer.picture)).picture == ProfilePicture()

    play(scene)


def test_a_picture_that_is_hidden_or_none_or_too_large_is_not_taken(play: Play) -> None:
    async def scene(town: Town) -> None:
        ana = Peer(number=number_of(town.ana))
        async with town.rig() as rig:
            await rig.ready()
            assert (await picture(rig, ana)).error == "not_connected"
            assert (await picture(rig, Peer())).error == "bad_address"
            await rig.link(town.shop)
            for data, wanted in ((JPEG + bytes(256 * 1024), "download"), (b"<svg>no</svg>", "download"), (JPEG, "")):
                town.ana.set_picture(data)
                assert (await picture(rig, ana)).error == wanted
            town.network.pictures.hidden.add(town.ana.account.lid)
            assert (await picture(rig, ana)).picture == ProfilePicture()

    play(scene)


def test_groups_are_listed_by_their_names_and_a_new_name_and_picture_are_told(play: Play) -> None:
    async def scene(town: Town) -> None:
        group = town.network.groups.create("Obras", town.shop, town.ana)
        async with town.rig() as rig:
            await rig.link(town.shop)
            listed = await rig.ask(lambda number: FetchGroups(id=number))
            assert listed.groups == [GroupName(group=str(group.jid), name="Obras")]
            town.network.groups.rename(group, "Obras da praça")
            heard = await rig.wait(GroupHeard, lambda frame: frame.what == "name")
            assert (heard.group, heard.name) == (str(group.jid), "Obras da praça")
            listed = await rig.ask(lambda number: FetchGroups(id=number))
            assert listed.groups == [GroupName(group=str(group.jid), name="Obras da praça")]
            town.network.pictures.set(group, JPEG)
            assert (await rig.wait(PictureChanged)).who == Peer(group=str(group.jid))
            assert (await picture(rig, Peer(group=str(group.jid)))).picture.jpeg

    play(scene)


def test_a_name_in_the_phones_address_book_is_told_at_once_and_after_a_restart(play: Play) -> None:
    async def scene(town: Town) -> None:
        ana = Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)
        async with town.rig() as rig:
            await rig.link(town.shop)
            town.shop.name_contact(town.ana, "Ana da padaria")
            await rig.wait(ContactName, lambda frame: frame == ContactName(who=ana, name="Ana da padaria"))
        town.shop.name_contact(town.ana, "Ana")
        async with town.rig(number=number_of(town.shop)) as again:
            await again.ready()
            await again.online()
            await again.wait(ContactName, lambda frame: frame == ContactName(who=ana, name="Ana"))

    play(scene)


def test_a_number_typed_with_or_without_the_ninth_digit_is_the_one_that_whatsapp_knows(play: Play) -> None:
    async def scene(town: Town) -> None:
        town.network.phone("+551188880002", name="Bo")
        async with town.rig() as rig:
            await rig.link(town.shop)
            typed = ["+551188880001", "+5511988880001", "+5511988880002", "+551188880003"]
            reply = await rig.ask(lambda number: Check(id=number, numbers=typed))
            assert reply.checked
            found = [one.peer.number if one.peer else None for one in reply.checked]
            assert found == ["+5511988880001", "+5511988880001", "+551188880002", None]

    play(scene)


def test_a_message_keeps_the_time_that_its_sender_gave_it(play: Play) -> None:
    async def scene(town: Town) -> None:
        then = int(town.network.now()) - 86_400
        group = town.network.groups.create("Obras", town.shop, town.ana)
        async with town.rig() as rig:
            await rig.link(town.shop)
            await town.ana.say(town.shop.number, "Ontem", at=then)
            await town.ana.say_in(group, "No grupo", at=then + 60)
            first = await rig.wait(MessageHeard, lambda frame: frame.text == "Ontem")
            second = await rig.wait(MessageHeard, lambda frame: frame.text == "No grupo")
            assert (first.time_ms, second.time_ms) == (then * 1000, (then + 60) * 1000)

    play(scene)


def test_the_phone_is_told_to_be_heard_by_the_age_of_what_it_said(play: Play) -> None:
    async def scene(town: Town) -> None:
        now = town.network.now()
        town.network.control.silence_phone(town.shop.number, 11)
        async with town.rig() as rig:
            await rig.link(town.shop)
            old = await rig.wait(PhoneHeard)
            assert abs(old.time_ms / 1000 - (now - 11 * 86_400)) < 60
            await town.ana.say(town.shop.number, "Oi")
            await rig.wait(MessageHeard)
            assert rig.all(PhoneHeard) == [old]
            town.network.control.silence_phone(town.shop.number, 0)
            await town.shop.say(town.ana.number, "Já vai")
            fresh = await rig.wait(PhoneHeard, lambda frame: frame != old)
            assert abs(fresh.time_ms / 1000 - now) < 60
            await town.shop.say(town.ana.number, "Mesmo")
            await rig.wait(MessageHeard, lambda frame: frame.text == "Mesmo")
            assert rig.all(PhoneHeard) == [old, fresh]

    play(scene)
