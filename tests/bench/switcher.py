"""How long the switcher takes for one typed letter with 10,000 chats of ten accounts, from the text to the rows."""

import asyncio
import os
import time
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.bench.gauges import median
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.ids import AccountId, ChatId, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import Chat, Kind
from wadesk.ui.models.commands import Commands
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.switcher import Switcher

ACCOUNTS, CHATS = 10, 1_000
TYPED = ("j", "jo", "joao", "joao con", "conceicao 7", "119000", "queijo", "zzz", "")
PICTURE_MS = 1000 / 60
"""A letter that takes no longer is answered with the next picture."""


class _Tasks:
    def __init__(self) -> None:
        self.started: list[Coroutine[Any, Any, Any]] = []

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> object:
        self.started.append(work)
        return work


class _Port:
    def __init__(self, desk: Desk) -> None:
        self._chats = {account.account_id: self._make(account.account_id) for account in desk.accounts()}

    async def list_chats(self, account_id: AccountId) -> list[Chat]:
        return self._chats[account_id]

    def _make(self, account_id: AccountId) -> list[Chat]:
        of = slot_id(account_id, 1)
        return [
            Chat(
                slot_id=of,
                chat_id=ChatId(f"{of}.{place:016}"),
                held_from="+5511999990011",
                number=f"+55119{place:08}",
                name=f"João Conceição {place}",
                time_ms=place,
                last_text="Bom dia, você ainda tem pão de queijo para amanhã cedo?",
                last_kind=Kind.TEXT,
            )
            for place in range(CHATS)
        ]


def measure() -> None:
    """Print the rows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench"])
    parent, tasks = QObject(app), _Tasks()
    desk = _desk()
    switcher = Switcher(desk, _Port(desk), tasks, Commands(parent), parent)
    began = time.process_time()
    switcher.open(None)
    asyncio.run(_all(tasks))
    print(f"switcher: {ACCOUNTS * CHATS} chats read and made ready: {(time.process_time() - began) * 1000:.0f} ms CPU")
    slowest = max((median(lambda text=text: _time(switcher, text), 9), text) for text in TYPED)
    said = "within one picture" if slowest[0] <= PICTURE_MS else f"longer than one picture ({PICTURE_MS:.0f} ms)"
    print(f"switcher: slowest typed text {slowest[1]!r}: {slowest[0]:.1f} ms CPU, {said}")


def _time(switcher: Switcher, text: str) -> float:
    began = time.process_time()
    switcher.look_for(text)
    return (time.process_time() - began) * 1000


async def _all(tasks: _Tasks) -> None:
    await asyncio.gather(*tasks.started)


def _desk() -> Desk:
    desk, accounts, sessions = Desk(), [], []
    for place in range(ACCOUNTS):
        account_id = AccountId("benchaccoun" + "abcdefghij"[place])
        account = Account(
            account_id=account_id, name=f"Account {place}", initials=f"A{place}", colour=1, position=place
        )
        slot = Slot(
            slot_id=slot_id(account_id, 1), account_id=account_id, index=1, name="Counter", number="+5511999990011"
        )
        status = SlotStatus(slot_id=slot.slot_id, state=LinkState.ONLINE, epoch=1, counter=1)
        accounts.append(account)
        sessions.append(Session(slot=slot, account=account, status=status))
    desk.load(accounts, sessions)
    return desk
