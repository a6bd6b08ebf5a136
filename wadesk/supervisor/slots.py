"""The facade's calls about slots: their making and erasing, and each one's life between link and unlink."""

from wadesk.domain.desk import Session, Slot
from wadesk.domain.errors import NoQr
from wadesk.domain.events import SlotChanged, SlotRemoved, StatusChanged
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import PairingCode, Qr, SlotStatus
from wadesk.domain.principal import Principal, Scope
from wadesk.domain.requests import (
    AskPairingCode,
    CheckNumber,
    HistoryAmount,
    NumberChecked,
    PairingCodeMade,
)
from wadesk.supervisor.access import allows, require
from wadesk.supervisor.desk import now_ms
from wadesk.supervisor.ground import Ground, expect
from wadesk.supervisor.numbers import parse_number


class SlotCalls(Ground):
    """Slots. What a call says of one slot touches no other, and saying it twice is saying it once."""

    async def add_slot(self, who: Principal, account_id: AccountId, name: str | None = None) -> Slot:
        """A new slot with a key of its own; SlotsFull at the eleventh."""
        require(who, Scope.ADMIN, self._known_account(who, account_id))
        await self._keys.require_open()
        slot = await self._desk.add_slot(account_id, name)
        self._crew.slot_made(slot)
        await self._keys.slot(slot.slot_id)
        self._subscriptions.publish(SlotChanged(slot=slot))
        self._subscriptions.publish(StatusChanged(status=self._crew.book.get(slot.slot_id)))
        return slot

    async def rename_slot(self, who: Principal, slot_id: SlotId, name: str) -> Slot:
        """Another name for a slot."""
        require(who, Scope.ADMIN, self._known_slot(who, slot_id))
        slot = await self._desk.rename_slot(slot_id, name)
        self._subscriptions.publish(SlotChanged(slot=slot))
        return slot

    async def remove_slot(self, who: Principal, slot_id: SlotId) -> None:
        """Erase a slot and all under its id: engine, rows, folder, key. Its account's other slots work on."""
        require(who, Scope.ADMIN, self._known_slot(who, slot_id))
        await self._life.remove(slot_id)
        self._subscriptions.publish(SlotRemoved(slot_id=slot_id))

    async def sessions(self, who: Principal, account_id: AccountId | None = None) -> list[Session]:
        """The slots that ``who`` may see with their link states; reading changes nothing."""
        if account_id is not None:
            self._known_account(who, account_id)
        slots = self._desk.slots(account_id)
        return [self._session(slot) for slot in slots if allows(who, Scope.READ, slot.slot_id)]

    async def session(self, who: Principal, slot_id: SlotId) -> Session:
        """One slot with its link state."""
        return self._session(self._desk.slot(self._known_slot(who, slot_id)))

    # -- linking ----------------------------------------------------------------------------------

    async def start(self, who: Principal, slot_id: SlotId, history: HistoryAmount | None = None) -> SlotStatus:
        """Begin to link or to connect; twice is once. The link state after it.

        ``history`` is how much a new link imports; None leaves what was chosen before, recent at first.
        """
        return await self._life.start(self._slot_for(who, Scope.CONTROL, slot_id).slot_id, history)

    async def cancel_link(self, who: Principal, slot_id: SlotId) -> None:
        """End the codes of a slot that is linking. Conflict ``pairing`` once a phone was read and said yes to."""
        await self._life.cancel_link(who, self._slot_for(who, Scope.CONTROL, slot_id).slot_id)

    async def qr(self, who: Principal, slot_id: SlotId) -> Qr:
        """The code the slot shows now; NoQr when none. Never starts anything."""
        code = self._crew.book.qr(self._slot_for(who, Scope.CONTROL, slot_id).slot_id, now_ms())
        if code is None:
            raise NoQr("no_qr", "This slot shows no QR code now. Start it first.")
        return code

    async def ask_pairing_code(self, who: Principal, slot_id: SlotId, number: str) -> PairingCode:
        """A code to type into the phone of ``number`` instead of scanning; the slot must be linking.

        InvalidNumber for what cannot be a number; Unavailable where no code comes.
        """
        slot = self._slot_for(who, Scope.CONTROL, slot_id)
        request = AskPairingCode(slot_id=slot.slot_id, number=parse_number(number))
        return expect(await self._ask(who, slot.account_id, request), PairingCodeMade).code

    async def check_number(self, who: Principal, slot_id: SlotId, number: str) -> str | None:
        """``number`` as WhatsApp's server names it (its ninth digit may differ), or None: nobody is there.

        Asked through the slot, which must be connected; InvalidNumber for what cannot be a number.
        """
        slot = self._slot_for(who, Scope.SEND, slot_id)
        request = CheckNumber(slot_id=slot.slot_id, number=parse_number(number))
        return expect(await self._ask(who, slot.account_id, request), NumberChecked).number

    # -- a linked slot's life -----------------------------------------------------------------------

    async def pause(self, who: Principal, slot_id: SlotId) -> None:
        """End the slot's engine until a person resumes it, also over restarts; WhatsApp keeps what arrives."""
        await self._life.pause(who, self._slot_for(who, Scope.CONTROL, slot_id).slot_id)

    async def resume(self, who: Principal, slot_id: SlotId) -> None:
        """Connect a slot that is paused, or stays away for another reason; shows no QR code."""
        await self._life.resume(self._slot_for(who, Scope.CONTROL, slot_id).slot_id)

    async def reconnect(self, who: Principal, slot_id: SlotId) -> None:
        """Try now, without waiting for the next try; a link that stands is made anew. Paused stays paused."""
        await self._life.reconnect(who, self._slot_for(who, Scope.CONTROL, slot_id).slot_id)

    async def log_out(self, who: Principal, slot_id: SlotId) -> None:
        """Unlink the slot from its phone; history and number stay. Unavailable ``not_connected`` without a link."""
        await self._life.log_out(who, self._slot_for(who, Scope.CONTROL, slot_id).slot_id)

    async def clear(self, who: Principal, slot_id: SlotId) -> None:
        """Forget the link's keys without asking the phone; history and number stay."""
        await self._life.clear(who, self._slot_for(who, Scope.CONTROL, slot_id).slot_id)

    def _session(self, slot: Slot) -> Session:
        return Session(slot=slot, account=self._desk.account(slot.account_id), status=self._crew.book.get(slot.slot_id))
