"""A slot's life as it is asked for: start, pause, reconnect, log out, clear, remove; each touches its slot only."""

import asyncio
from typing import assert_never

from wadesk.domain.errors import Unavailable
from wadesk.domain.events import PairingCodeGone, QrGone, StatusChanged
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.requests import (
    AskPairingCode,
    CancelLink,
    CheckNumber,
    ClearSlot,
    LogoutSlot,
    NumberChecked,
    PairingCodeMade,
    PauseSlot,
    ReconnectSlot,
    RemoveSlot,
    StartSlot,
    StopSlot,
)
from wadesk.domain.resolver import require_account
from wadesk.worker.account import Account
from wadesk.worker.asking import ask_pairing_code, check_number, leave, not_connected
from wadesk.worker.erasing import erase, erase_keys
from wadesk.worker.line import Line

Steers = StartSlot | CancelLink | StopSlot | PauseSlot | ReconnectSlot | LogoutSlot | ClearSlot | RemoveSlot


class Steering:
    """The lines of one account. What is asked of one slot is done in turn; other slots do not wait for it."""

    def __init__(self, account: Account, *, careful: bool) -> None:
        """No line is open yet. ``careful`` after an unclean end of the worker before."""
        self._account = account
        self._careful = careful
        self._lines: dict[SlotId, Line] = {}
        self._turns: dict[SlotId, asyncio.Lock] = {}

    async def steer(self, body: Steers) -> None:
        """Carry out ``body`` after what was asked of the same slot before; InvalidRequest for a foreign slot."""
        slot = self._own(body.slot_id)
        async with self._turns.setdefault(slot, asyncio.Lock()):
            if isinstance(body, StartSlot):
                await self._start(body)
            elif isinstance(body, RemoveSlot):
                await self._remove(slot)
            elif isinstance(body, ClearSlot):
                await self._clear(slot)
            elif (line := self._lines.get(slot)) is not None:
                await self._change(line, body)
            elif isinstance(body, LogoutSlot):
                raise not_connected()
            elif isinstance(body, PauseSlot):
                raise Unavailable("not_started", "This number has not been started yet.")

    async def ask_pairing_code(self, body: AskPairingCode) -> PairingCodeMade:
        """A code for the phone of a number; Unavailable ``not_linking``."""
        line = self._lines.get(self._own(body.slot_id))
        if line is None:
            raise Unavailable("not_linking", "Show a QR code first.")
        return PairingCodeMade(code=await ask_pairing_code(line, body.number))

    async def check_number(self, body: CheckNumber) -> NumberChecked:
        """How the server names a number; Unavailable ``not_connected``."""
        line = self._lines.get(self._own(body.slot_id))
        if line is None:
            raise not_connected()
        return NumberChecked(number=await check_number(self._account, line, body.number))

    def wake(self) -> None:
        """The computer slept, or its clock jumped."""
        for line in self._lines.values():
            line.wake_up()

    def wake_sender(self, slot: SlotId, *, receipts: bool) -> None:
        """Something was queued in ``slot``, or read receipts are due there."""
        if (line := self._lines.get(slot)) is not None:
            line.wake(receipts=receipts)

    def statuses(self) -> list[SlotStatus]:
        """The link states of all slots that were started."""
        return [line.status for line in self._lines.values()]

    async def close(self) -> None:
        """End all lines at the same time, each engine in its clean order."""
        await asyncio.gather(*(line.close() for line in self._lines.values()), return_exceptions=True)

    def _own(self, slot: object) -> SlotId:
        return require_account(slot, self._account.account_id)

    async def _start(self, body: StartSlot) -> None:
        line = self._lines.get(body.slot_id)
        if line is None:
            line = Line(self._account, body, careful=self._careful)
            await line.open(body.number)
            self._lines[body.slot_id] = line
        line.want(body)

    async def _change(self, line: Line, body: CancelLink | StopSlot | PauseSlot | ReconnectSlot | LogoutSlot) -> None:
        match body:
            case CancelLink():
                line.cancel_link()
            case StopSlot():
                await line.halt()
            case PauseSlot():
                await line.halt(by=body.by)
            case ReconnectSlot():
                line.try_now()
            case LogoutSlot():
                await leave(line)
            case _:
                assert_never(body)

    async def _clear(self, slot: SlotId) -> None:
        """End the engine, then erase its key store; rows, folder and bound number stay."""
        line = self._lines.get(slot)
        if line is not None:
            await line.clear()
        await erase_keys(self._account.folder.slot(slot))
        if line is None:
            number = await self._account.store.run(self._account.store.store.slots.number, slot)
            status = SlotStatus(
                slot_id=slot, state=LinkState.UNLINKED, epoch=self._account.epoch, counter=0, number=number
            )
            self._account.reporter.put(StatusChanged(status=status))

    async def _remove(self, slot: SlotId) -> None:
        """Unlink where that can be done now, end the engine, erase every row and the folder."""
        if (line := self._lines.get(slot)) is not None:
            await line.unlink()
            await line.close()
            del self._lines[slot]
            self._account.reporter.put(QrGone(slot_id=slot))
            self._account.reporter.put(PairingCodeGone(slot_id=slot))
        await self._account.store.run(self._account.store.store.slots.remove_slot, slot)
        await asyncio.to_thread(erase, self._account.folder.slot(slot).root)
