"""The desk's database for the supervisor's loop: every call on one thread, accounts and slots kept in memory.

This process is the only writer, so that what is kept here is what the file says.
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from wadesk.domain.desk import Account, Slot
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import SlotStatus
from wadesk.domain.requests import HistoryAmount, Verdict
from wadesk.paths import DataFolder
from wadesk.store.desk.desk_store import DeskStore
from wadesk.supervisor.access import not_found
from wadesk.supervisor.thread import CallThread
from wadesk.wire.engine_frames import Network


class Desk:
    """Accounts, slots, bound numbers and last link states. Methods that write may raise StoreError too."""

    def __init__(self, store: DeskStore, thread: CallThread) -> None:
        """Stand on an open store; :meth:`open` makes one."""
        self._store = store
        self._thread = thread
        self._accounts: dict[AccountId, Account] = {}
        self._slots: dict[SlotId, Slot] = {}
        self._histories: dict[SlotId, HistoryAmount] = {}

    @classmethod
    @asynccontextmanager
    async def open(cls, data: DataFolder, key: bytes, network: Network) -> AsyncIterator[Self]:
        """The desk of ``data`` while the block runs; StoreError when its database cannot be opened."""
        thread = CallThread("desk")
        try:
            store = await thread.call(DeskStore.open, data, key, network)
            try:
                desk = cls(store, thread)
                await desk._load()
                yield desk
            finally:
                await thread.call(store.close)
        finally:
            await thread.aclose()

    def accounts(self) -> list[Account]:
        """All accounts, by position."""
        return sorted(self._accounts.values(), key=lambda account: account.position)

    def account(self, account_id: AccountId) -> Account:
        """One account; NotFound."""
        if account_id not in self._accounts:
            raise not_found()
        return self._accounts[account_id]

    def slots(self, account_id: AccountId | None = None) -> list[Slot]:
        """All slots, or one account's, by account position and index."""
        chosen = [slot for slot in self._slots.values() if account_id in {None, slot.account_id}]
        return sorted(chosen, key=lambda slot: (self._accounts[slot.account_id].position, slot.index))

    def slot(self, slot_id: SlotId) -> Slot:
        """One slot; NotFound."""
        if slot_id not in self._slots:
            raise not_found()
        return self._slots[slot_id]

    async def add_account(self, name: str, initials: str | None, colour: int | None) -> Account:
        """A new account at the end; raises what ``DeskStore.add_account`` raises."""
        return self._keep(await self._thread.call(self._store.add_account, name, initials, colour))

    async def change_account(
        self, account_id: AccountId, name: str | None, initials: str | None, colour: int | None
    ) -> Account:
        """Another name, initials or colour; raises what ``DeskStore.change_account`` raises."""
        return self._keep(await self._thread.call(self._store.change_account, account_id, name, initials, colour))

    async def move_account(self, account_id: AccountId, position: int) -> list[Account]:
        """Put an account at ``position``, counted from 1; those that moved."""
        moved = await self._thread.call(self._store.move_account, account_id, position)
        return [self._keep(account) for account in moved]

    async def add_slot(self, account_id: AccountId, name: str | None) -> Slot:
        """A new slot; SlotsFull at the eleventh."""
        return self._keep_slot(await self._thread.call(self._store.add_slot, account_id, name))

    async def rename_slot(self, slot_id: SlotId, name: str) -> Slot:
        """Another name for a slot."""
        return self._keep_slot(await self._thread.call(self._store.rename_slot, slot_id, name))

    async def remove_slot(self, slot_id: SlotId) -> None:
        """Erase a slot, its number and its last link state."""
        await self._thread.call(self._store.remove_slot, slot_id)
        self._slots.pop(slot_id, None)
        self._histories.pop(slot_id, None)

    def history(self, slot_id: SlotId) -> HistoryAmount:
        """How much history a slot's link imports; recent until another amount was chosen."""
        return self._histories.get(slot_id, HistoryAmount.RECENT)

    async def choose_history(self, slot_id: SlotId, amount: HistoryAmount) -> None:
        """Keep how much history a slot's next link imports."""
        await self._thread.call(self._store.choose_history, slot_id, amount)
        self._histories[slot_id] = amount

    async def claim_number(self, slot_id: SlotId, number: str, lid: str | None) -> Verdict:
        """Claim a number before its pairing completes."""
        return await self._thread.call(self._store.claim_number, slot_id, number, lid, now_ms())

    async def bind_number(self, slot_id: SlotId, number: str) -> Slot:
        """Bind a number; Conflict when it is bound elsewhere."""
        return self._keep_slot(await self._thread.call(self._store.bind_number, slot_id, number, now_ms()))

    async def release_claim(self, slot_id: SlotId, number: str) -> bool:
        """Release a claim; whether there was one."""
        return await self._thread.call(self._store.release_claim, slot_id, number)

    async def claimed_slots(self) -> list[SlotId]:
        """The slots whose pairing was said yes to and never heard of again."""
        return await self._thread.call(self._store.claimed_slots)

    async def release_stale_claims(self) -> list[SlotId]:
        """Release old claims; the slots that had one."""
        return await self._thread.call(self._store.release_stale_claims, now_ms())

    async def statuses(self) -> dict[SlotId, SlotStatus]:
        """The last kept link states."""
        return await self._thread.call(self._store.statuses)

    async def keep_statuses(self, statuses: list[SlotStatus]) -> None:
        """Keep link states for the next start."""
        for status in statuses:
            await self._thread.call(self._store.keep_status, status)

    async def setting(self, key: str) -> str | None:
        """A setting of the program, or None."""
        return await self._thread.call(self._store.setting, key)

    async def settings(self, prefix: str) -> dict[str, str]:
        """Every setting whose key begins with ``prefix``."""
        return await self._thread.call(self._store.settings, prefix)

    async def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None forgets it."""
        await self._thread.call(self._store.put_setting, key, value)

    async def _load(self) -> None:
        for account in await self._thread.call(self._store.accounts):
            self._keep(account)
        for slot in await self._thread.call(self._store.slots):
            self._keep_slot(slot)
        self._histories.update(await self._thread.call(self._store.histories))

    def _keep(self, account: Account) -> Account:
        self._accounts[account.account_id] = account
        return account

    def _keep_slot(self, slot: Slot) -> Slot:
        self._slots[slot.slot_id] = slot
        return slot


def now_ms() -> int:
    """The time as UTC milliseconds."""
    return time.time_ns() // 1_000_000
