"""Who may do what: another kind of principal can do nothing, starts nothing, and learns nothing of what exists."""

import asyncio
import inspect

import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from wadesk.domain.errors import Forbidden, NotFound
from wadesk.domain.ids import new_account_id, new_chat_id, slot_id
from wadesk.domain.message import SendReason
from wadesk.domain.principal import Principal, PrincipalKind, local_administrator
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import Supervisor

WHO = local_administrator()
BOT = Principal(kind=PrincipalKind.API_KEY, name="bot")
NUMBER = "+5511999990011"

ON_THE_DESK = [
    lambda one: one.add_account(BOT, "Mine"),
    lambda one: one.wake(BOT),
    lambda one: one.setting(BOT, "look.theme"),
    lambda one: one.settings(BOT, ""),
    lambda one: one.put_setting(BOT, "look.theme", "dark"),
]
ON_AN_ACCOUNT = [
    lambda one, account: one.add_slot(BOT, account),
    lambda one, account: one.rename_account(BOT, account, "x"),
    lambda one, account: one.change_account(BOT, account, colour=2),
    lambda one, account: one.move_account(BOT, account, 1),
    lambda one, account: one.sessions(BOT, account),
    lambda one, account: one.account_chats(BOT, account),
]
ON_A_SLOT = [
    lambda one, slot: one.session(BOT, slot),
    lambda one, slot: one.start(BOT, slot),
    lambda one, slot: one.cancel_link(BOT, slot),
    lambda one, slot: one.pause(BOT, slot),
    lambda one, slot: one.resume(BOT, slot),
    lambda one, slot: one.reconnect(BOT, slot),
    lambda one, slot: one.log_out(BOT, slot),
    lambda one, slot: one.clear(BOT, slot),
    lambda one, slot: one.ask_pairing_code(BOT, slot, NUMBER),
    lambda one, slot: one.check_number(BOT, slot, NUMBER),
    lambda one, slot: one.open_chat(BOT, slot, number=NUMBER),
    lambda one, slot: one.discard(BOT, chat_id=new_chat_id(slot), message_id="1"),
    lambda one, slot: one.picture(BOT, new_chat_id(slot)),
    lambda one, slot: one.sent_from(BOT, new_chat_id(slot)),
    lambda one, slot: one.qr(BOT, slot),
    lambda one, slot: one.slot_chats(BOT, slot),
    lambda one, slot: one.messages(BOT, slot_id=slot),
    lambda one, slot: one.rename_slot(BOT, slot, "x"),
    lambda one, slot: one.remove_slot(BOT, slot),
    lambda one, slot: one.mark_read(BOT, chat_id=new_chat_id(slot), message_id="1"),
    lambda one, slot: one.settle(BOT, chat_id=new_chat_id(slot), message_id="1", resend=True),
    lambda one, slot: one.send_text(BOT, slot_id=slot, number=NUMBER, text="Oi", reason=SendReason.API),
]
# What a list shows is only what its reader may see, and a mailbox takes only that.
FILTERED = {"accounts", "sessions", "subscribe"}


def test_another_kind_of_principal_can_do_nothing_and_learns_nothing(data: DataFolder, vault: MemoryVault) -> None:
    async def play() -> None:
        async with supervisor_of(data, vault) as supervisor:
            account = await supervisor.add_account(WHO, "Padaria")
            slot = (await supervisor.add_slot(WHO, account.account_id)).slot_id
            assert await supervisor.accounts(BOT) == await supervisor.sessions(BOT) == []
            for call in ON_THE_DESK:
                with pytest.raises(Forbidden):
                    await call(supervisor)
            elsewhere = new_account_id()
            asked = [(call, (account.account_id, elsewhere)) for call in ON_AN_ACCOUNT]
            asked += [(call, (slot, slot_id(elsewhere, 1))) for call in ON_A_SLOT]
            for call, places in asked:
                for place in places:
                    with pytest.raises(NotFound) as caught:
                        await call(supervisor, place)
                    assert caught.value.sentence == "There is nothing under this id."
            assert supervisor._crew._workers == {}

    asyncio.run(play())


def test_every_call_that_names_who_asks_stands_in_the_lists_above() -> None:
    calls = {
        name
        for name, function in inspect.getmembers(Supervisor, inspect.isfunction)
        if not name.startswith("_") and "who" in inspect.signature(function).parameters
    }
    listed = {name for call in (*ON_THE_DESK, *ON_AN_ACCOUNT, *ON_A_SLOT) for name in call.__code__.co_names}
    assert calls - listed - FILTERED == set()
