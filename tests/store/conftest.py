"""People, numbers and open stores for the tests of what is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection

from wadesk.domain.ids import AccountId, MessageId, SlotId, new_account_id, slot_id
from wadesk.domain.message import Message, SendReason
from wadesk.domain.requests import QueueText
from wadesk.paths import AccountFolder, DataFolder
from wadesk.store.account.account_store import AccountStore
from wadesk.store.account.values import Changed, Queued, Recorded
from wadesk.store.desk.desk_store import DeskStore
from wadesk.wire.engine_frames import MessageHeard, Peer, ReceiptHeard, Undecryptable

NOON = 1_790_000_000_000
HOUR = 3_600_000
SHOP = "+5511999990011"
SHOP_B = "+5511999990022"


@dataclass(frozen=True)
class Somebody:
    number: str
    lid: str

    @property
    def both(self) -> Peer:
        return Peer(number=self.number, lid=self.lid)

    @property
    def by_number(self) -> Peer:
        return Peer(number=self.number)

    @property
    def by_lid(self) -> Peer:
        return Peer(lid=self.lid)


ANA = Somebody("+5511988880001", "111111111111111")
BO = Somebody("+5511988880002", "222222222222222")
CARLA = Somebody("+5511988880003", "333333333333333")
GROUP = "120363000000000001@g.us"


@dataclass
class Desk:
    """An account's store with one bound slot, and short words for what an engine hears."""

    store: AccountStore
    slot: SlotId
    number: str = SHOP
    now: int = NOON
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def hears(self, author: Peer, text: str = "Oi", *, server_id: str | None = None, **more: object) -> Recorded:
        event = self.event(author, text, server_id=server_id, **more)
        return self.store.heard.record_message(event, self.slot, self.number, self.now)

    def event(self, author: Peer, text: str = "Oi", *, server_id: str | None = None, **more: object) -> MessageHeard:
        values: dict[str, object] = {
            "seq": 1,
            "chat": author,
            "author": author,
            "from_me": False,
            "server_id": server_id or f"IN{next(self.ids)}",
            "time_ms": self.now,
            "kind": "text",
            "text": text,
            "raw": "cmF3",
        }
        return MessageHeard(**{**values, **more})

    def cannot_read(self, author: Peer, server_id: str, **more: object) -> Recorded:
        values: dict[str, object] = {"chat": author, "author": author, "from_me": False, "time_ms": self.now}
        event = Undecryptable(server_id=server_id, **{**values, **more})
        return self.store.heard.record_undecryptable(event, self.slot, self.number, self.now)

    def gets_receipt(self, author: Peer, kind: str, *ids: str | None, **more: object) -> list[Changed]:
        values: dict[str, object] = {"seq": 1, "chat": author, "author": author, "by_me": False}
        event = ReceiptHeard(message_ids=list(ids), kind=kind, time_ms=self.now, **{**values, **more})
        return self.store.heard.record_receipt(event, self.slot, self.number, self.now)

    def queues(self, text: str = "Bom dia", **more: object) -> Queued:
        values: dict[str, object] = {"slot_id": self.slot, "reason": SendReason.PERSON, "asker": "ana"}
        if "chat_id" not in more:
            values["number"] = ANA.number
        return self.store.outbox.queue_text(QueueText(text=text, **{**values, **more}), self.now)

    def sends(self, message_id: MessageId) -> Message:
        self.store.outbox.mark_sending(self.slot, message_id, "YnVpbHQ=", self.now)
        return self.store.outbox.mark_sent(self.slot, message_id, self.now).message

    def texts(self, **more: object) -> list[str]:
        return [message.text for message in self.store.pages.list_messages(self.slot, **more).messages]

    def sql(self, work: Callable[[Connection], object]) -> object:
        with self.store._database.writing() as connection:
            return work(connection)


@pytest.fixture
def key() -> bytes:
    return bytes(range(32))


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def account_id() -> AccountId:
    return new_account_id()


@pytest.fixture
def folder(data: DataFolder, account_id: AccountId) -> AccountFolder:
    return data.account(account_id)


@pytest.fixture
def store(folder: AccountFolder, key: bytes) -> Iterator[AccountStore]:
    with AccountStore.open(folder, key, "offline") as opened:
        yield opened


@pytest.fixture
def shop(store: AccountStore, account_id: AccountId) -> Desk:
    return linked(store, account_id, 1, SHOP)


@pytest.fixture
def second(store: AccountStore, account_id: AccountId) -> Desk:
    return linked(store, account_id, 2, SHOP_B)


@pytest.fixture
def desk(data: DataFolder, key: bytes) -> Iterator[DeskStore]:
    with DeskStore.open(data, key, "offline") as opened:
        yield opened


def linked(store: AccountStore, account_id: AccountId, index: int, number: str) -> Desk:
    slot = slot_id(account_id, index)
    store.slots.add_slot(slot)
    store.slots.bind_slot(slot, number)
    return Desk(store, slot, number)
