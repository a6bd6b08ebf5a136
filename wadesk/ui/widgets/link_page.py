"""Linking one number: its code large, the three steps on the phone, the other way, and what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.requests import HistoryAmount
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import HistoryChoices, links_now
from wadesk.ui.next_steps import StepKind
from wadesk.ui.text import phone, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.history_card import HistoryCard
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import ElidedLabel, Label
from wadesk.ui.widgets.link_card import LinkCard
from wadesk.ui.widgets.link_guide import LinkGuide
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.page_head import PageHead
from wadesk.ui.widgets.pairing_card import PairingCard
from wadesk.ui.widgets.scroll_page import ScrollPage

_STACKED_BELOW = 890
_LEFT, _RIGHT, _MARGIN = 396, 422, 24


class _Beside(QWidget):
    """As high as its words need at its own width: a layout around it asks about the whole width there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap otherwise at another width."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Parts of it came, went or say something else."""
        taken = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._grow()
        return taken

    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))


class LinkPage(QWidget):
    """``renew_asked``, ``later_asked`` (SlotId); ``step_asked`` (SlotId, StepKind); ``left``: back, linking goes on.

    ``code_asked`` (SlotId, str as typed, the card that says what is wrong with it): a pairing code.
    ``history_chosen`` (SlotId, HistoryAmount).
    """

    renew_asked = Signal(object)
    later_asked = Signal(object)
    step_asked = Signal(object, object)
    code_asked = Signal(object, str, object)
    history_chosen = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, desk: Desk, choices: HistoryChoices, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._desk, self._choices = theme, desk, choices
        self._slot_id: SlotId | None = None
        self._tile, self._card = Tile(theme, 36), LinkCard(theme, now)
        self._guide, self._pairing = LinkGuide(theme), PairingCard(theme, now)
        self._history, self._device = HistoryCard(theme), ElidedLabel(theme, "", "small")
        back = IconButton(theme, "arrow-left", translate("Linking", "Back to the board"))
        back.clicked.connect(self.left)
        self._later = Button(theme, translate("Linking", "Connect later"))
        self._head = PageHead(theme, [back, self._tile], [self._later])
        self._beside = _Beside()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._clock = QTimer(self, interval=1000)
        for changed in (desk.status_changed, desk.qr_changed, desk.code_changed, desk.history_changed):
            changed.connect(self._follow)
        desk.slots_changed.connect(lambda _account: self._follow(self._slot_id))
        self._connect()

    @property
    def slot_id(self) -> SlotId | None:
        """The slot on the page."""
        return self._slot_id

    def show_slot(self, slot_id: SlotId) -> None:
        """Put this slot on the page."""
        self._slot_id = slot_id
        self._follow(slot_id)

    def focus_code(self) -> None:
        """Begin at the pairing code."""
        self._pairing.focus_number()
        self._scroll.ensureWidgetVisible(self._pairing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps stand beside the code, or below it where there is no room."""
        directions = QBoxLayout.Direction
        px, width = self._theme.px, event.size().width()
        stacked = width < px(_STACKED_BELOW)
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        room = width - 2 * px(_MARGIN)
        self._card.setFixedWidth(min(px(_LEFT), room))
        self._beside.setFixedWidth(min(px(_RIGHT), room))

    def showEvent(self, event: QShowEvent) -> None:
        """Time counts on the screen only."""
        super().showEvent(event)
        self._tick()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no ticking."""
        super().hideEvent(event)
        self._clock.stop()

    def _connect(self) -> None:
        self._clock.timeout.connect(self._tick)
        self._card.renew_asked.connect(lambda: self.renew_asked.emit(self._slot_id))
        self._card.step_asked.connect(self._take_step)
        self._later.clicked.connect(lambda: self.later_asked.emit(self._slot_id))
        self._pairing.code_asked.connect(lambda typed: self.code_asked.emit(self._slot_id, typed, self._pairing))
        self._history.chosen.connect(self._choose_history)

    def _take_step(self, kind: StepKind) -> None:
        self.step_asked.emit(self._slot_id, kind)

    def _choose_history(self, amount: HistoryAmount) -> None:
        self.history_chosen.emit(self._slot_id, amount)

    def _tick(self) -> None:
        self._card.tick()
        self._pairing.tick()

    def _follow(self, slot_id: SlotId | None) -> None:
        session = self._desk.session(slot_id) if slot_id is not None and slot_id == self._slot_id else None
        if session is not None:
            self._show(session)

    def _show(self, session: Session) -> None:
        slot, account, linking = session.slot, session.account, links_now(session.status)
        named = f"{slot.index} {slot.name}"
        self._tile.show_account(account.initials, account.colour)
        self._head.title.setText(translate("Linking", "Connect number") if linking else named)
        number = phone(slot.number) if slot.number else ""
        self._head.line.setText(" · ".join(filter(None, [account.name, named if linking else number])))
        self._guide.show_slot(slot)
        self._pairing.show_session(session, self._desk.code(slot.slot_id))
        self._history.show_amount(self._choices.amount(slot.slot_id))
        says = translate("Linking", "On the phone it is listed as “{name}”.")
        self._device.setText(says.format(name=f"WaDesk · {slot.name or slot.index}"))
        self._beside.setVisible(linking)
        self._later.setVisible(session.status.state is LinkState.LINKING)
        self._card.show_session(session, self._desk.qr(slot.slot_id), self._desk.history(slot.slot_id))
        self.setAccessibleName(f"{self._head.title.text()}, {named}")

    def _lay_out(self) -> None:
        px = self._theme.px
        right = QVBoxLayout(self._beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(16))
        for part in (self._guide, self._pairing, self._history, self._note()):
            right.addWidget(part)
        right.addStretch(1)
        self._row.setContentsMargins(*[px(_MARGIN)] * 4)
        self._row.setSpacing(px(24))
        self._row.addWidget(self._card, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self._scroll = ScrollPage(self._row, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)

    def _note(self) -> QFrame:
        px = self._theme.px
        note = QFrame()
        note.setProperty("card", "note")
        words = translate(
            "Linking", "This number gets a process, folder and key of its own. No other account uses its session."
        )
        says = QVBoxLayout()
        says.setSpacing(px(4))
        says.addWidget(Label(self._theme, words, "small", wrap=True))
        says.addWidget(self._device)
        row = QHBoxLayout(note)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(12))
        row.addWidget(Icon(self._theme, "shield-check", "text", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(says, 1)
        return note
