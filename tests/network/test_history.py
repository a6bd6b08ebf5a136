"""What a phone tells of its past, and the media host that large pasts go through."""

import base64
import zlib

from tests.network import Network, protobuf
from tests.network.crypto import hkdf, mac, open_cbc, sha256
from tests.network.directory import DeviceProps
from tests.network.history import BOOTSTRAP, DAY, FULL, RECENT
from tests.network.media import HISTORY
from tests.network.pairing import props_of
from tests.network.websocket import Request


class House:
    """A shop with a past of ten days with Ana and in a group, and a device that was just linked."""

    def __init__(self) -> None:
        self.network = Network(lambda: 1_790_000_000)
        self.shop = self.network.phone("+5511999990011", "Balcão")
        self.ana = self.network.phone("+5511988880001", "Ana")
        self.group = self.network.groups.create("Obras", self.shop, self.ana)
        now = self.network.now()
        for day in range(10):
            self.shop.past.add(self.ana, f"dia {day}", now - day * DAY - 60, own=day % 2 == 0, state="delivered")
        self.shop.past.add(self.group, "No grupo", now - 30, author=self.ana)
        self.shop.past.chat(self.ana, name="Ana da loja", unread=3)

    def told(self, props: DeviceProps) -> list[tuple[protobuf.Message, protobuf.Message]]:
        """Each notice with the history that it holds or leads to."""
        device = self.shop.device
        device.props = props
        notices = [protobuf.Message(body).message(12).message(6) for body in self.shop.past.notices(device, [])]
        return [(notice, protobuf.Message(zlib.decompress(self.blob(notice)))) for notice in notices]

    def blob(self, notice: protobuf.Message) -> bytes:
        """What stands in a notice, or what lies on the media host, opened as a client opens it."""
        if 11 in notice:
            return notice.data(11)
        status, sealed = self.network.media.answer(_get(notice.text(5)))
        assert (status, sha256(sealed)) == (200, notice.data(4))
        keys = hkdf(notice.data(3), 112, info=HISTORY.encode())
        iv, cipher, signing = keys[:16], keys[16:48], keys[48:80]
        assert mac(signing, iv, sealed[:-10])[:10] == sealed[-10:]
        plain = open_cbc(cipher, iv, sealed[:-10])
        assert (sha256(plain), len(plain)) == (notice.data(1), notice.number(2))
        return plain


def _get(target: str, method: str = "GET") -> Request:
    return Request(method, target, {})


def texts(history: protobuf.Message) -> list[str]:
    """The texts in a history, in its order."""
    return [
        one.message(1).message(2).text(1) for conversation in history.messages(2) for one in conversation.messages(2)
    ]


def test_a_device_is_told_as_much_as_it_asked_for_newest_first() -> None:
    house = House()
    ((notice, history),) = house.told(DeviceProps(history_days=3))
    assert (notice.number(6), notice.number(9), history.number(6)) == (BOOTSTRAP, 100, 100)
    assert sorted(texts(history)) == ["No grupo", "dia 0", "dia 1", "dia 2"]
    ana, group = sorted(history.messages(2), key=lambda chat: chat.text(1), reverse=True)
    assert [one.message(1).number(3) for one in ana.messages(2)] == [1_790_000_000 - day * DAY - 60 for day in range(3)]
    assert (ana.text(1), ana.text(38), ana.number(6)) == ("5511988880001@s.whatsapp.net", "Ana da loja", 3)
    assert [one.message(1).number(4) for one in ana.messages(2)] == [3, 0, 3]
    assert (group.text(1), group.text(13)) == (str(house.group.jid), "Obras")
    message = group.messages(2)[0].message(1)
    assert (message.text(5), message.text(19)) == (str(house.ana.account.lid), "Ana")


def test_a_large_past_comes_in_notices_of_its_size_through_the_media_host() -> None:
    house = House()
    house.shop.past.per_notice, house.shop.past.inline_limit = 4, 0
    told = house.told(DeviceProps(wants_all=True, history_days=3650))
    assert [notice.number(6) for notice, _ in told] == [BOOTSTRAP, FULL, FULL]
    assert [(notice.number(7), notice.number(9)) for notice, _ in told] == [(1, 33), (2, 66), (3, 100)]
    assert sorted(text for _, history in told for text in texts(history)) == sorted(
        ["No grupo", *(f"dia {day}" for day in range(10))]
    )
    assert all(11 not in notice for notice, _ in told)
    assert house.told(DeviceProps(history_days=3650))[1][0].number(6) == RECENT


def test_a_file_that_was_deleted_or_expired_is_gone() -> None:
    media = House().network.media
    first, second = media.keep(b"one"), media.keep(b"two")
    path = base64.urlsafe_b64encode(first.path.partition("?")[0].encode()).decode().rstrip("=")
    assert media.answer(_get(f"/mms/md-msg-hist/x?auth=a&d_md={path}", "DELETE"))[0] == 200
    media.forget(second.path)
    for blob in (first, second):
        assert media.answer(_get(blob.path)) == (410, b"")
    media.failures = 1
    assert [media.answer(_get("/nowhere?x"))[0] for _ in range(2)] == [500, 410]


def test_what_a_device_asks_for_is_read_from_its_properties() -> None:
    name = "WaDesk · Balcão"
    recent = protobuf.write({1: name, 5: {5: 90}})
    full = protobuf.write({1: name, 4: 1, 5: {1: 3650, 5: 90}})
    assert props_of(protobuf.Message(recent)) == DeviceProps(name, wants_all=False, history_days=90)
    assert props_of(protobuf.Message(full)) == DeviceProps(name, wants_all=True, history_days=3650)
    assert props_of(protobuf.Message(b"")).history_days == 365
