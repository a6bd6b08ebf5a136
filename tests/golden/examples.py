"""One example at least of every frame between worker and engine. `python -m tests.golden.examples` writes them down.

Run it after a change of `wadesk/wire/engine_frames.py`; the Go tests then say what `frames_in.go` and
`frames_out.go` lack.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from wadesk.wire import engine_frames as frames

FILE = Path(__file__).parent / "engine_frames.json"

ANA = frames.Peer(number="+5511988880001", lid="90000000000001")
BO = frames.Peer(lid="90000000000002")
GROUP = frames.Peer(group="120363000000000001@g.us")

TO_ENGINE: list[frames.ToEngine] = [
    frames.Hello(
        protocol=1,
        network="offline",
        number=None,
        key="AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        folder="/data/accounts/a/a-slot1",
        device_name="WaDesk · Balcão",
    ),
    frames.Hello(
        protocol=1,
        network="whatsapp",
        number="+5511999990011",
        key="",
        folder="C:\\Users\\Zoë\\slot",
        device_name="",
        history="full",
        log_level="debug",
        proxy="socks5://127.0.0.1:1080",
    ),
    frames.Ack(seq=1),
    frames.Ack(seq=2, accept=False, reason="bound_elsewhere"),
    frames.Connect(id=1, attempt=1),
    frames.Reconnect(id=2, attempt=2),
    frames.Disconnect(id=3),
    frames.Logout(id=4),
    frames.Forget(id=5),
    frames.PairCode(id=6, number="+5511999990011"),
    frames.Build(id=7, kind="text", text='Olá "mundo" <b>&</b> \u2028 👩‍👩‍👧'),
    frames.Send(id=8, sender="+5511999990011", to=ANA, message_id="3EB0000000000000000001", raw="CgJPaQ=="),
    frames.Send(id=9, sender="+5511999990011", to=GROUP, message_id="3EB0000000000000000002", raw="CgJPaQ=="),
    frames.MarkRead(id=10, chat=GROUP, author=BO, message_ids=["3A01", "3A02"], time_ms=1790000000123),
    frames.Presence(id=11, available=True),
    frames.Check(id=12, numbers=["+5511988880001", "+551188880001"]),
    frames.Status(id=13),
    frames.FetchPicture(id=14, who=ANA),
    frames.FetchPicture(id=15, who=GROUP, known="1790000000"),
    frames.FetchGroups(id=16),
    frames.FetchHistory(id=17, message_id="3A06", raw="CgA="),
    frames.HistoryDone(id=18, message_id="3A03"),
    frames.Exit(id=19),
]

FROM_ENGINE: list[frames.FromEngine] = [
    frames.Ready(protocol=1, network="offline", version="0.1.0"),
    frames.Ready(
        protocol=1,
        network="whatsapp",
        version="0.1.0",
        self_number="+5511999990011",
        self_lid="90000000000011",
        push_name="Loja",
    ),
    frames.Reply(id=1, ok=True),
    frames.Reply(id=2, ok=False, error="dial_timeout"),
    frames.Reply(id=3, ok=True, outcome="sent", time_ms=1790000000000),
    frames.Reply(id=4, ok=True, outcome="not_sent", retry=True, error="not_connected"),
    frames.Reply(id=5, ok=True, raw="CgJPaQ=="),
    frames.Reply(id=6, ok=True, code="ABCD-EFGH"),
    frames.Reply(
        id=7,
        ok=True,
        checked=[
            frames.Checked(query="+551188880001", peer=ANA),
            frames.Checked(query="+5511000000000", peer=None),
        ],
    ),
    frames.Reply(id=8, ok=True, connected=True, logged_in=False),
    frames.Reply(id=9, ok=True, picture=frames.ProfilePicture()),
    frames.Reply(id=10, ok=True, picture=frames.ProfilePicture(picture="1790000000", jpeg="/9j/2Q==")),
    frames.Reply(id=11, ok=True, groups=[frames.GroupName(group="120363000000000001@g.us", name="Obras 🏗️")]),
    frames.QrCode(attempt=1, code="https://wa.me/settings/linked_devices#a,b,c,d,1", number=1, of=6, life_ms=60000),
    frames.QrTimeout(attempt=1),
    frames.ScannedWithoutMultidevice(attempt=1),
    frames.PrePair(seq=1, number="+5511999990011", platform="android", business_name="Loja"),
    frames.Paired(attempt=1, number="+5511999990011", lid="90000000000011", platform="android"),
    frames.PairError(attempt=1, error="refused"),
    frames.PasskeyRequest(attempt=1, public_key='{"challenge":"AA"}'),
    frames.LoginRestart(attempt=1),
    frames.Connected(attempt=2),
    frames.Disconnected(attempt=2),
    frames.LoggedOut(attempt=2, cause="device_removed", code=401),
    frames.Banned(attempt=2, code=406),
    frames.Restricted(attempt=2, code=101, seconds=3600),
    frames.Replaced(attempt=2),
    frames.Outdated(attempt=2),
    frames.ConnectFailure(attempt=2, code=409, reason=""),
    frames.StreamError(attempt=2, code="500"),
    frames.KeepaliveTimeout(attempt=2, errors=2),
    frames.KeepaliveRestored(attempt=2),
    frames.OfflinePreview(attempt=2, messages=3, receipts=2, total=5),
    frames.OfflineDone(attempt=2, count=5),
    frames.MessageHeard(
        seq=2,
        chat=ANA,
        author=ANA,
        from_me=False,
        server_id="3A04",
        time_ms=1790000000000,
        kind="voice",
        detail="0:12",
        push_name="Ana 🌻",
        raw="CgJPaQ==",
    ),
    frames.MessageHeard(
        seq=3,
        chat=GROUP,
        author=BO,
        from_me=True,
        server_id="3A05",
        time_ms=1790000000000,
        kind="edit",
        text="Oi de novo",
        target="3A04",
        resent=True,
    ),
    frames.ReceiptHeard(
        seq=4, chat=ANA, author=ANA, by_me=False, message_ids=["3EB0"], kind="delivered", time_ms=1790000000000
    ),
    frames.GroupHeard(seq=5, group="120363000000000001@g.us", what="name", name="Obras", time_ms=1790000000000),
    frames.GroupHeard(seq=6, group="120363000000000001@g.us", what="leave", time_ms=1790000000000),
    frames.HistoryNotice(seq=7, message_id="3A06", sync_type="initial_bootstrap", chunk=1, progress=100, raw="CgA="),
    frames.HistoryChunk(
        seq=8,
        message_id="3A06",
        percent=40,
        last=False,
        chats=[
            frames.HistoryChat(
                chat=ANA,
                name="Ana da loja",
                unread=2,
                messages=[
                    frames.HistoryMessage(
                        author=ANA,
                        from_me=False,
                        server_id="3A08",
                        time_ms=1789000000000,
                        kind="text",
                        text="Bom dia",
                        push_name="Ana 🌻",
                        raw="CgdCb20gZGlh",
                    ),
                    frames.HistoryMessage(
                        author=BO,
                        from_me=True,
                        server_id="3A09",
                        time_ms=1789000001000,
                        kind="reaction",
                        text="👍",
                        target="3A08",
                        state="read",
                    ),
                ],
            ),
            frames.HistoryChat(chat=GROUP),
        ],
    ),
    frames.HistoryChunk(seq=9, message_id="3A06", chats=[], percent=100, last=True),
    frames.PhoneHeard(time_ms=1790000000000),
    frames.PictureChanged(who=ANA),
    frames.PictureChanged(who=GROUP, removed=True),
    frames.Undecryptable(chat=BO, author=BO, from_me=False, server_id="3A07", time_ms=1790000000000),
    frames.PushName(who=ANA, name="Ana"),
    frames.OwnPushName(name="Loja"),
    frames.ContactName(who=BO, name="Bo da obra"),
    frames.IdentityChange(who=ANA, time_ms=1790000000000),
    frames.Fatal(code="wrong_key"),
    frames.Fatal(code="protocol", detail="frame too large"),
]


def as_file() -> str:
    """The text of the golden file."""
    both = {"to_engine": TO_ENGINE, "from_engine": FROM_ENGINE}
    plain: dict[str, list[Any]] = {name: [msgspec.to_builtins(one) for one in some] for name, some in both.items()}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_file(), encoding="utf-8")
