"""Many changed chats at once: the same list as one by one, told once, and a selection that follows its chat."""

import random

from PySide6.QtCore import QPersistentModelIndex

from wadesk.domain.desk import Slot
from wadesk.domain.ids import new_account_id, new_chat_id, slot_id
from wadesk.domain.message import Chat
from wadesk.ui.models.chats import ChatListModel

ACCOUNT = new_account_id()
SLOT = slot_id(ACCOUNT, 1)
SLOTS = {SLOT: Slot(slot_id=SLOT, account_id=ACCOUNT, index=1, name="Balcão")}


def chats(count: int, chance: random.Random) -> list[Chat]:
    return [
        Chat(
            slot_id=SLOT,
            chat_id=new_chat_id(SLOT),
            held_from="+5511999990011",
            name=f"Cliente {at}",
            time_ms=chance.randrange(1, 10**6),
            unread=chance.randrange(3),
        )
        for at in range(count)
    ]


def later(chat: Chat, chance: random.Random) -> Chat:
    return Chat(
        slot_id=SLOT,
        chat_id=chat.chat_id,
        held_from=chat.held_from,
        name=chat.name,
        time_ms=chance.randrange(1, 10**6),
        unread=chance.randrange(3),
    )


def test_a_burst_leaves_the_same_list_as_one_by_one_and_tells_it_once():
    chance = random.Random(7)
    before = chats(60, chance)
    changed = [later(chat, chance) for chat in chance.sample(before, 40)] + chats(5, chance)
    at_once, one_by_one = ChatListModel(), ChatListModel()
    for model in (at_once, one_by_one):
        model.replace(before, SLOTS)
    followed = QPersistentModelIndex(at_once.index(at_once.row_of(changed[0].chat_id)))
    orders: list[bool] = []
    at_once.layoutChanged.connect(lambda: orders.append(True))
    at_once.put_all(changed)
    for chat in changed:
        one_by_one.put(chat)
    rows = [at_once.chat_at(row) for row in range(at_once.rowCount())]
    assert rows == [one_by_one.chat_at(row) for row in range(one_by_one.rowCount())]
    assert len(rows) == 65
    assert orders == [True]
    assert at_once.chat_at(followed.row()).chat_id == changed[0].chat_id
    assert at_once.unread() == one_by_one.unread()
