"""Listeners hear what they may, in order, bounded, and a flood of one account drowns no other."""

import asyncio

from wadesk.domain.desk import Account
from wadesk.domain.events import (
    AccountChanged,
    ChatChanged,
    MessageStored,
    QrGone,
    QrShown,
    Resync,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import AccountId, MessageId, account_of, new_account_id, new_chat_id, slot_id
from wadesk.domain.linkstate import LinkState, Qr, SlotStatus
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState
from wadesk.domain.principal import Principal, PrincipalKind, local_administrator
from wadesk.supervisor.subscriptions import Subscriptions

ANA, BO = slot_id(new_account_id(), 1), slot_id(new_account_id(), 1)


def _status(slot, counter: int) -> StatusChanged:
    return StatusChanged(status=SlotStatus(slot_id=slot, state=LinkState.ONLINE, epoch=1, counter=counter))


def _qr(slot, number: int) -> QrShown:
    return QrShown(qr=Qr(slot_id=slot, payload="x", number=number, of=6, shown_ms=0, expires_ms=1))


def _message(slot, number: int) -> MessageStored:
    chat = new_chat_id(slot)
    message = Message(
        slot_id=slot, chat_id=chat, message_id=MessageId(str(number)), direction=Direction.IN, kind=Kind.TEXT,
        state=MessageState.DELIVERED, time_ms=number, arrival=number,
    )  # fmt: skip
    return MessageStored(message=message, chat=Chat(slot_id=slot, chat_id=chat, held_from=None))


def _heard(*events, kept: int = 5, who: Principal | None = None):
    async def listen():
        subscriptions = Subscriptions(kept)
        async with subscriptions.subscribe(who or local_administrator()) as listener:
            for event in events:
                subscriptions.publish(event)
            subscriptions.close()
            return await listener.next()

    return asyncio.run(listen())


def test_messages_keep_their_order_and_states_only_their_newest() -> None:
    one, two = _message(ANA, 1), _message(ANA, 2)
    heard = _heard(_status(ANA, 1), one, _qr(ANA, 1), _status(ANA, 2), _qr(ANA, 2), two)
    assert heard == [_status(ANA, 2), _qr(ANA, 2), one, two]


def test_a_code_that_is_gone_takes_the_place_of_the_code() -> None:
    assert _heard(_qr(ANA, 1), QrGone(slot_id=ANA)) == [QrGone(slot_id=ANA)]


def test_more_messages_than_are_kept_become_one_resync_before_what_came_after() -> None:
    messages = [_message(ANA, number) for number in range(12)]
    assert _heard(*messages) == [Resync(account_id=account_of(ANA)), *messages[10:]]


def test_a_flood_in_one_account_leaves_the_others_messages_and_its_own_states() -> None:
    mine = _message(BO, 1)
    heard = _heard(mine, _status(ANA, 1), *(_message(ANA, number) for number in range(1000)))
    assert mine in heard
    assert _status(ANA, 1) in heard
    assert len(heard) < 10


def test_a_removed_slot_takes_what_was_still_to_be_told_of_it_along() -> None:
    chat = ChatChanged(chat=_message(ANA, 1).chat)
    assert _heard(_status(ANA, 1), _message(ANA, 1), chat, SlotRemoved(slot_id=ANA)) == [SlotRemoved(slot_id=ANA)]


def test_who_may_see_nothing_hears_nothing() -> None:
    account = Account(account_id=AccountId(account_of(ANA)), name="A", initials="AA", colour=1, position=1)
    stranger = Principal(kind=PrincipalKind.API_KEY, name="bot")
    resync, changed = Resync(account_id=account_of(ANA)), AccountChanged(account=account)
    events = [resync, _status(ANA, 1), _message(ANA, 1), changed]
    assert _heard(*events, who=stranger) == []
    assert len(_heard(*events)) == 4


def test_a_listener_waits_for_the_next_event_and_is_woken_at_the_end() -> None:
    async def listen():
        subscriptions = Subscriptions()
        async with subscriptions.subscribe(local_administrator()) as listener, asyncio.timeout(20):
            asyncio.get_running_loop().call_later(0.01, subscriptions.publish, _status(ANA, 1))
            first = await listener.next()
            asyncio.get_running_loop().call_later(0.01, subscriptions.close)
            return first, await listener.next()

    assert asyncio.run(listen()) == ([_status(ANA, 1)], [])
