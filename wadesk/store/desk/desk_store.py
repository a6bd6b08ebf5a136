"""The way into the desk's database; every method is one transaction."""

from types import TracebackType
from typing import Self

from wadesk.domain.desk import Account, Slot
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import SlotStatus
from wadesk.domain.requests import HistoryAmount, Verdict
from wadesk.paths import DataFolder
from wadesk.store.desk import accounts, numbers, settings, slots, statuses
from wadesk.store.desk.tables import open_desk
from wadesk.store.encrypted import Database
from wadesk.wire.engine_frames import Network


class DeskStore:
    """Accounts, slots, bound numbers, last link states and settings. Synchronous; safe from any one thread at a time.

    Every method may raise StoreError besides what it names. Nothing is cached: what a method returns is
    what the file says.
    """

    def __init__(self, database: Database) -> None:
        """Stand on an open database; :meth:`open` makes one."""
        self._database = database

    @classmethod
    def open(cls, data: DataFolder, key: bytes, network: Network) -> Self:
        """Open (or, in a new folder, make) the desk's database with its raw 32-byte key.

        StoreError reasons: ``wrong_key``, ``damaged``, ``newer``, ``foreign_network``, ``missing`` (the
        file is gone although accounts lie in the folder), ``locked``, ``disk_full``, ``no_access``.
        """
        return cls(open_desk(data, key, network))

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def accounts(self) -> list[Account]:
        """All accounts, by position."""
        with self._database.reading() as sql:
            return accounts.all_accounts(sql)

    def account(self, account_id: AccountId) -> Account:
        """One account; NotFound."""
        with self._database.reading() as sql:
            return accounts.one_account(sql, account_id)

    def add_account(self, name: str, initials: str | None = None, colour: int | None = None) -> Account:
        """Add an account at the end. Without initials they are proposed, without colour the first unused is taken.

        Raises InvalidRequest (``empty_name``, ``bad_initials``, ``bad_colour``), TooLarge (``long_name``),
        Conflict (``initials_taken``).
        """
        with self._database.writing() as sql:
            return accounts.add(sql, name, initials, colour)

    def change_account(
        self, account_id: AccountId, name: str | None = None, initials: str | None = None, colour: int | None = None
    ) -> Account:
        """Another name, initials (two characters) or colour (1 to 20); None leaves what there is.

        NotFound; InvalidRequest and TooLarge as for a new one; Conflict ``initials_taken`` (facts ``initials``,
        ``account``: the name of the one that has them).
        """
        with self._database.writing() as sql:
            return accounts.change(sql, account_id, name, initials, colour)

    def move_account(self, account_id: AccountId, position: int) -> list[Account]:
        """Put an account at ``position``, counted from 1; the accounts whose position changed. NotFound."""
        with self._database.writing() as sql:
            return accounts.move(sql, account_id, position)

    def slots(self, account_id: AccountId | None = None) -> list[Slot]:
        """All slots, or one account's, by account position and index. ``number`` is set once it is bound."""
        with self._database.reading() as sql:
            return slots.all_slots(sql, account_id)

    def slot(self, slot_id: SlotId) -> Slot:
        """One slot; NotFound."""
        with self._database.reading() as sql:
            return slots.one_slot(sql, slot_id)

    def add_slot(self, account_id: AccountId, name: str | None = None) -> Slot:
        """Add a slot under the lowest index never used in this account, else the lowest free one.

        Without a name its name is empty. Raises NotFound, SlotsFull, InvalidRequest, TooLarge.
        """
        with self._database.writing() as sql:
            return slots.add(sql, account_id, name)

    def rename_slot(self, slot_id: SlotId, name: str) -> Slot:
        """Another name (may be empty). NotFound, TooLarge."""
        with self._database.writing() as sql:
            return slots.rename(sql, slot_id, name)

    def remove_slot(self, slot_id: SlotId) -> None:
        """Erase the slot's row, its number, link state and settings; its index counts as used. NotFound."""
        with self._database.writing() as sql:
            slots.remove(sql, slot_id)
            settings.forget_slot(sql, slot_id)

    def histories(self) -> dict[SlotId, HistoryAmount]:
        """How much history each slot's link imports."""
        with self._database.reading() as sql:
            return slots.histories(sql)

    def choose_history(self, slot_id: SlotId, amount: HistoryAmount) -> None:
        """Keep how much history a slot's next link imports. NotFound."""
        with self._database.writing() as sql:
            slots.choose_history(sql, slot_id, amount)

    def claim_number(self, slot_id: SlotId, number: str, lid: str | None, now_ms: int) -> Verdict:
        """Claim ``number`` for a slot before its pairing completes; of two slots exactly one gets it.

        Refused with ``wrong_number`` (facts ``expected``, ``got``: the slot is bound to another number) or
        ``bound_elsewhere`` (facts ``got``, ``slot_id``, ``slot``: its name or index, ``account``: its name).
        NotFound for a slot that is gone.
        """
        with self._database.writing() as sql:
            return numbers.claim(sql, slot_id, number, lid, now_ms)

    def bind_number(self, slot_id: SlotId, number: str, now_ms: int) -> Slot:
        """Bind ``number`` (claimed before, or confirmed by the engine's own store). Conflict as in a claim."""
        with self._database.writing() as sql:
            return numbers.bind(sql, slot_id, number, now_ms)

    def release_claim(self, slot_id: SlotId, number: str) -> bool:
        """Release the slot's claim on ``number``; whether there was one. A bound number stays bound."""
        with self._database.writing() as sql:
            return numbers.release(sql, slot_id, number)

    def claimed_slots(self) -> list[SlotId]:
        """The slots with a claim that neither became a bound number nor was released."""
        with self._database.reading() as sql:
            return numbers.claimed(sql)

    def release_stale_claims(self, now_ms: int) -> list[SlotId]:
        """Release every claim older than 60 s (engine.md); the slots that had one."""
        with self._database.writing() as sql:
            return numbers.release_stale(sql, now_ms)

    def keep_status(self, status: SlotStatus) -> bool:
        """Keep a slot's last link state; an older one, or one of a slot that is gone, is ignored (False)."""
        with self._database.writing() as sql:
            return statuses.keep(sql, status)

    def statuses(self) -> dict[SlotId, SlotStatus]:
        """The last kept link state of every slot that has one."""
        with self._database.reading() as sql:
            return statuses.all_statuses(sql)

    def setting(self, key: str) -> str | None:
        """A setting of the program (language, window geometry), or None."""
        with self._database.reading() as sql:
            return settings.one(sql, key)

    def settings(self, prefix: str) -> dict[str, str]:
        """Every setting whose key begins with ``prefix``, by key."""
        with self._database.reading() as sql:
            return settings.every(sql, prefix)

    def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None forgets it."""
        with self._database.writing() as sql:
            settings.put(sql, key, value)
