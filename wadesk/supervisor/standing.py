"""Where every slot stands: its link state and codes are kept here, written for the next start, and told.

The worker's word counts while it lives, the supervisor's own (:meth:`Standings.write`) while it is away.
"""

from wadesk.domain.events import (
    PairingCodeGone,
    PairingCodeShown,
    QrGone,
    QrShown,
    Resync,
    StatusChanged,
    WorkerEvent,
)
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.supervisor.access import slot_named
from wadesk.supervisor.desk import Desk
from wadesk.supervisor.status_keeper import StatusKeeper
from wadesk.supervisor.statuses import StatusBook
from wadesk.supervisor.subscriptions import Subscriptions


class Standings:
    """All slots' standing, in one book; nothing is told that is not in it first."""

    def __init__(self, desk: Desk, subscriptions: Subscriptions) -> None:
        """Keep in ``desk``, tell ``subscriptions``."""
        self._subscriptions = subscriptions
        self.keeper = StatusKeeper(desk)
        self.book = StatusBook()

    def get(self, slot_id: SlotId) -> SlotStatus:
        """The link state of a slot."""
        return self.book.get(slot_id)

    def hear(self, event: WorkerEvent) -> SlotStatus | None:
        """Take what a worker reports; its new link state where it is one. A removed slot is nobody's."""
        if isinstance(event, StatusChanged):
            return self._hear_status(event.status)
        if isinstance(event, Resync) or self.book.knows(slot_named(event)):
            self._hear_other(event)
        return None

    def write(self, slot_id: SlotId, state: LinkState, at_ms: int, **facts: object) -> None:
        """Say ``state`` of a slot whose worker is away; its codes are over. ``facts`` are other fields of the state."""
        self._hide_codes(slot_id)
        self._keep_and_tell(self.book.write(slot_id, state, at_ms, **facts))

    def forget(self, slot_id: SlotId) -> None:
        """The slot is removed."""
        self.keeper.forget(slot_id)
        self.book.forget(slot_id)

    def _hear_status(self, said: SlotStatus) -> SlotStatus | None:
        status = self.book.hear(said)
        if status is None:
            return None
        if status.state is not LinkState.LINKING:
            self._hide_codes(status.slot_id)
        self._keep_and_tell(status)
        return status

    def _hear_other(self, event: WorkerEvent) -> None:
        match event:
            case QrShown():
                self.book.show_qr(event.qr)
            case QrGone():
                self.book.hide_qr(event.slot_id)
            case PairingCodeShown():
                self.book.show_pairing_code(event.code)
            case PairingCodeGone():
                self.book.hide_pairing_code(event.slot_id)
            case _:
                pass
        self._subscriptions.publish(event)

    def _hide_codes(self, slot_id: SlotId) -> None:
        if self.book.hide_qr(slot_id):
            self._subscriptions.publish(QrGone(slot_id=slot_id))
        if self.book.hide_pairing_code(slot_id):
            self._subscriptions.publish(PairingCodeGone(slot_id=slot_id))

    def _keep_and_tell(self, status: SlotStatus) -> None:
        self.keeper.keep(status)
        self._subscriptions.publish(StatusChanged(status=status))
