"""A slot's life as people steer it: start, pause, resume, reconnect, and its end. One slot each, twice is once."""

import logging
from pathlib import Path

from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import STAYS, LinkState, SlotStatus
from wadesk.domain.principal import Principal, local_administrator
from wadesk.domain.requests import (
    CancelLink,
    ClearSlot,
    HistoryAmount,
    LogoutSlot,
    PauseSlot,
    ReconnectSlot,
    RemoveSlot,
    Request,
)
from wadesk.paths import DataFolder
from wadesk.supervisor.crew import Crew
from wadesk.supervisor.desk import Desk, now_ms
from wadesk.supervisor.keys import Keys
from wadesk.supervisor.link import WorkerLost

log = logging.getLogger(__name__)

_NOTHING_TO_PAUSE = STAYS | {LinkState.UNLINKED}
_NOTHING_LINKED = frozenset({LinkState.UNLINKED, LinkState.LOGGED_OUT, LinkState.BANNED})


class SlotLife:
    """Carries a person's wish to the slot's worker, or writes it down where none runs."""

    def __init__(self, data: DataFolder, desk: Desk, keys: Keys, crew: Crew) -> None:
        """Steer the slots of ``crew``'s workers."""
        self._data = data
        self._desk = desk
        self._keys = keys
        self._crew = crew
        self._rota = crew.rota
        self._standings = crew.standings

    async def start(self, slot_id: SlotId, history: HistoryAmount | None) -> SlotStatus:
        """A person wants ``slot_id`` to work, whatever its last state: link it or connect it. Its state after it.

        ``history`` is kept until another is chosen, so that a worker that comes back asks for the same.
        """
        self._rota.require_kept(slot_id)
        if history is not None:
            await self._desk.choose_history(slot_id, history)
        return await self._begin(slot_id, link=True)

    async def resume(self, slot_id: SlotId) -> SlotStatus:
        """Leave a state that stays, without a code. The state after it."""
        return await self._begin(slot_id, resume=True)

    async def reconnect(self, who: Principal, slot_id: SlotId) -> None:
        """Try now; what was paused or logged out stays so."""
        if self._standings.get(slot_id).state is not LinkState.PAUSED:
            self._rota.held.pop(slot_id, None)
        if slot_id not in self._rota.given:
            await self._begin(slot_id)
        await self._call(who, slot_id, ReconnectSlot(slot_id=slot_id))

    async def log_out(self, who: Principal, slot_id: SlotId) -> None:
        """Unlink from the phone; Unavailable ``not_connected``. Where nothing is linked it is done already."""
        if self._standings.get(slot_id).state not in _NOTHING_LINKED:
            await self._call(who, slot_id, LogoutSlot(slot_id=slot_id))

    async def clear(self, who: Principal, slot_id: SlotId) -> None:
        """Forget the link's keys without asking the phone; Conflict ``pairing`` as for a cancelled link."""
        self._crew.claims.require_none(slot_id)
        if self._folder(slot_id).exists():
            await self._call(who, slot_id, ClearSlot(slot_id=slot_id))
            self._rota.held.pop(slot_id, None)

    async def pause(self, who: Principal, slot_id: SlotId) -> None:
        """End the slot's engine; where no worker runs there is none, and the state alone is written."""
        self._rota.require_kept(slot_id)
        self._crew.claims.require_none(slot_id)
        if self._desk.slot(slot_id).number is None:
            return
        self._rota.held[slot_id] = who.name
        link = self._crew.worker(account_of(slot_id)).link
        if link is not None and slot_id in self._rota.given:
            try:
                await link.call(who, PauseSlot(slot_id=slot_id, by=who.name))
                await self._crew.look(link, slot_id)
            except WorkerLost:
                log.info("slot %s is paused without its worker", slot_id)
            except BaseException:
                self._rota.held.pop(slot_id, None)
                raise
            else:
                return
        if self._standings.get(slot_id).state not in _NOTHING_TO_PAUSE:
            self._standings.write(slot_id, LinkState.PAUSED, now_ms(), facts={"by": who.name})

    async def cancel_link(self, who: Principal, slot_id: SlotId) -> None:
        """End a slot's codes; Conflict ``pairing`` where a phone was read and said yes to already."""
        self._rota.require_kept(slot_id)
        if self._crew.has_worker(account_of(slot_id)):
            self._crew.claims.refuse(slot_id)
            await self._call(who, slot_id, CancelLink(slot_id=slot_id))

    async def remove(self, slot_id: SlotId) -> None:
        """Erase a slot: its engine, rows and folder by its worker, then its key, then its row in the desk."""
        self._rota.require_kept(slot_id)
        self._crew.claims.require_none(slot_id)
        self._rota.removing.add(slot_id)
        try:
            await self._erase(slot_id)
        finally:
            self._rota.removing.discard(slot_id)

    async def _begin(self, slot_id: SlotId, *, link: bool = False, resume: bool = False) -> SlotStatus:
        self._rota.require_kept(slot_id)
        if link or resume:
            self._rota.held.pop(slot_id, None)
            self._crew.claims.allow(slot_id)
        if self._rota.engine_missing([slot_id]):
            return self._standings.get(slot_id)
        worker = await self._crew.worker_with_engine(account_of(slot_id))
        worker.retry()
        await worker.ready()
        request = await self._rota.request(slot_id, link=link, resume=resume)
        if not self._thought_better(slot_id, link=link):
            self._rota.given.add(slot_id)
            await self._call(local_administrator(), slot_id, request)
        return self._standings.get(slot_id)

    def _thought_better(self, slot_id: SlotId, *, link: bool) -> bool:
        """Whether a person paused the slot or cancelled its linking while its worker came."""
        return slot_id in self._rota.held or (link and self._crew.claims.refuses(slot_id))

    async def _call(self, who: Principal, slot_id: SlotId, request: Request) -> None:
        self._rota.require_kept(slot_id)
        worker = self._crew.worker(account_of(slot_id))
        if not isinstance(request, CancelLink):
            worker.retry()
        await worker.call(who, request)
        if worker.link is not None:
            await self._crew.look(worker.link, slot_id)

    async def _erase(self, slot_id: SlotId) -> None:
        account_id = account_of(slot_id)
        if self._crew.has_data(account_id) or self._folder(slot_id).exists():
            worker = self._crew.worker(account_id)
            worker.retry()
            await worker.call(local_administrator(), RemoveSlot(slot_id=slot_id))
            # Where what follows fails, the slot stays, and nothing is linked to it any more.
            self._standings.write(slot_id, LinkState.UNLINKED, now_ms())
        await self._keys.forget_slot(slot_id)
        await self._desk.remove_slot(slot_id)
        self._rota.forget(slot_id)
        self._standings.forget(slot_id)

    def _folder(self, slot_id: SlotId) -> Path:
        return self._data.account(account_of(slot_id)).slot(slot_id).root
