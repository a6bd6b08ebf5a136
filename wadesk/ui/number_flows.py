"""What a click does to one number: link, pause, resume, reconnect, log out, clear, remove, and what to do."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import assert_never

from wadesk.domain.desk import Session
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.requests import HistoryAmount
from wadesk.ui.advice import advice_for
from wadesk.ui.errands import Errands, Refuses, Work
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import HistoryChoices
from wadesk.ui.next_steps import StepKind
from wadesk.ui.port import SupervisorPort
from wadesk.ui.screens import Screens
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.dialogs import RemoveNumber
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.slot_dialogs import ClearKeys, LogOut, WhatToDo
from wadesk.wire.deadlines import deadline

_LONGEST_WAIT_S = 10
"""A QR code is there in seconds or not at all; then the refusal says why."""


class NumberFlows:
    """Every order names one slot and touches no other. What destroys is confirmed; the rest is done at once."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        desk: Desk,
        port: SupervisorPort,
        errands: Errands,
        screens: Screens,
        choices: HistoryChoices,
        now_ms: Callable[[], int],
    ) -> None:
        """Give orders through ``port``. ``choices``: how much history each number's next link brings."""
        self._window, self._theme, self._desk, self._port = window, theme, desk, port
        self._errands, self._screens, self._choices, self._now_ms = errands, screens, choices, now_ms

    def take_step(self, slot_id: SlotId, kind: StepKind) -> None:
        """Do the step that a card, a bar or a notification offered for a number."""
        match kind:
            case StepKind.LINK:
                self.start(slot_id)
                self._screens.show_link(slot_id)
            case StepKind.SHOW_CODE:
                self._screens.show_link(slot_id)
            case StepKind.RETRY:
                self.reconnect(slot_id)
            case StepKind.START:
                self.start(slot_id)
            case StepKind.RESUME | StepKind.TAKE_BACK:
                self.resume(slot_id)
            case StepKind.ADVISE:
                self.advise(slot_id)
            case StepKind.SHOW_OTHER:
                self._show_other(slot_id)
            case StepKind.OPEN:
                self._screens.show_chats(slot_id)
            case _:
                assert_never(kind)

    def start(self, slot_id: SlotId) -> None:
        """Begin to link or to connect a number."""
        amount = self._choices.amount(slot_id)
        self._errands.order(f"start {slot_id}", self._port.start(slot_id, history=amount))

    def renew(self, slot_id: SlotId) -> None:
        """A new row of codes now."""
        self._errands.order(f"start {slot_id}", self._renew(slot_id))

    def refresh(self, slot_id: SlotId) -> None:
        """Connect anew, or a new QR where the number has none that works."""
        status = self._desk.status(slot_id)
        if status.connected or status.state in {LinkState.RECONNECTING, LinkState.CONNECTING}:
            self.reconnect(slot_id)
        elif status.state in {LinkState.UNLINKED, LinkState.LINKING, LinkState.LOGGED_OUT}:
            self.renew(slot_id)

    def later(self, slot_id: SlotId) -> None:
        """Link another time: its codes end."""
        if self._desk.status(slot_id).state is LinkState.LINKING:
            self._errands.order(f"cancel {slot_id}", self._port.cancel_link(slot_id))
        self._screens.show_board()

    def choose_history(self, slot_id: SlotId, amount: HistoryAmount) -> None:
        """Bring that much with the next link; a code on show is made anew, as the phone is told with it."""
        if self._choices.choose(slot_id, amount) and self._desk.status(slot_id).state is LinkState.LINKING:
            self.renew(slot_id)

    def ask_code(self, slot_id: SlotId, typed: str, form: Refuses) -> None:
        """A code to type into the phone of the number that was typed; what is wrong with it is said in ``form``."""
        self._errands.order(f"code {slot_id}", self._ask_code(slot_id, typed), form)

    def pause(self, slot_id: SlotId) -> None:
        """Nothing leaves and nothing comes until it is resumed."""
        self._errands.order(f"pause {slot_id}", self._port.pause(slot_id))

    def resume(self, slot_id: SlotId) -> None:
        """Go on where a person or another program stopped it."""
        self._errands.order(f"resume {slot_id}", self._port.resume(slot_id))

    def reconnect(self, slot_id: SlotId) -> None:
        """Try now."""
        self._errands.order(f"reconnect {slot_id}", self._port.reconnect(slot_id))

    def log_out(self, slot_id: SlotId) -> None:
        """Ask, then unlink the number from its phone."""
        self._confirm(slot_id, LogOut, self._port.log_out)

    def clear(self, slot_id: SlotId) -> None:
        """Ask, then forget the link's keys without asking the phone."""
        self._confirm(slot_id, ClearKeys, self._port.clear)

    def remove(self, slot_id: SlotId) -> None:
        """Ask for the initials, then erase the number with all that is under it."""
        self._confirm(slot_id, RemoveNumber, self._port.remove_slot)

    def advise(self, slot_id: SlotId) -> None:
        """Say what can be done about a number's state."""
        session = self._desk.session(slot_id)
        advice = advice_for(session.status, self._now_ms(), called(session)) if session is not None else None
        if session is None or advice is None:
            return
        dialog = WhatToDo(self._theme, self._window, session, advice, self._now_ms())
        step = advice.step
        if step is not None:
            dialog.asked.connect(dialog.accept)
            dialog.asked.connect(lambda: self.take_step(slot_id, step.kind))
        self._open(dialog)

    def _confirm(
        self,
        slot_id: SlotId,
        kind: Callable[[Theme, MainWindow, Session], Dialog],
        make: Callable[[SlotId], Work],
    ) -> None:
        session = self._desk.session(slot_id)
        if session is not None:
            dialog = kind(self._theme, self._window, session)
            dialog.asked.connect(lambda: self._errands.order(f"dialog {slot_id}", make(slot_id), dialog))
            self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_other(self, slot_id: SlotId) -> None:
        facts = self._desk.status(slot_id).facts
        for session in self._desk.sessions():
            if session.slot.slot_id == facts.get("slot_id") or session.slot.number == facts.get("got", ""):
                self._screens.open_slot(session.slot.slot_id)
                return

    async def _renew(self, slot_id: SlotId) -> None:
        if self._desk.status(slot_id).state is LinkState.LINKING:
            await self._port.cancel_link(slot_id)
        await self._port.start(slot_id, history=self._choices.amount(slot_id))

    async def _ask_code(self, slot_id: SlotId, typed: str) -> None:
        if self._desk.qr(slot_id) is None:
            await self._until_linking(slot_id)
        await self._port.ask_pairing_code(slot_id, typed)

    async def _until_linking(self, slot_id: SlotId) -> None:
        """A pairing code goes over the connection that shows QR codes: wait until that stands."""
        shown = asyncio.Event()
        with _following(self._desk, slot_id, shown):
            await self._port.start(slot_id, history=self._choices.amount(slot_id))
            with suppress(TimeoutError):
                async with deadline(_LONGEST_WAIT_S):
                    await shown.wait()


@contextmanager
def _following(desk: Desk, slot_id: SlotId, shown: asyncio.Event) -> Iterator[None]:
    def note(changed: SlotId) -> None:
        if changed == slot_id and desk.qr(slot_id) is not None:
            shown.set()

    desk.qr_changed.connect(note)
    note(slot_id)
    try:
        yield
    finally:
        desk.qr_changed.disconnect(note)


def called(session: Session) -> str:
    """What people call a number: its index and its name."""
    return f"{session.slot.index} {session.slot.name}"
