"""Linking one number: its code large, the three steps on the phone, and what came of it."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.ids import SlotId
from wadesk.ui.models.desk import Desk
from wadesk.ui.text import phone, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.link_card import LinkCard
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.page_head import PageHead
from wadesk.ui.widgets.scroll_page import ScrollPage
from wadesk.ui.widgets.steps import StepRow

_STACKED_BELOW = 900


class LinkPage(QWidget):
    """``start_asked``, ``renew_asked``, ``opened``, ``later_asked`` (SlotId); ``left``: back, linking goes on."""

    start_asked = Signal(object)
    renew_asked = Signal(object)
    opened = Signal(object)
    later_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, desk: Desk, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._desk, self._now = theme, desk, now
        self._slot_id: SlotId | None = None
        self._tile = Tile(theme, 36)
        self._card = LinkCard(theme, now)
        self._lead = Label(theme, "", "h2")
        self._steps = [StepRow(theme, number, large=True) for number in (1, 2, 3)]
        back = IconButton(theme, "arrow-left", translate("Linking", "Back to the board"))
        back.clicked.connect(self.left)
        self._later = Button(theme, translate("Linking", "Connect later"))
        self._head = PageHead(theme, [back, self._tile], [self._later])
        self._head.title.setText(translate("Linking", "Connect number"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._card.tick)
        for asked, told in (
            (self._card.renew_asked, self.renew_asked),
            (self._card.start_asked, self.start_asked),
            (self._card.open_asked, self.opened),
            (self._later.clicked, self.later_asked),
        ):
            asked.connect(lambda *_, told=told: told.emit(self._slot_id))
        for changed in (desk.status_changed, desk.qr_changed):
            changed.connect(self._follow)
        desk.slots_changed.connect(lambda _account: self._follow(self._slot_id))

    @property
    def slot_id(self) -> SlotId | None:
        """The slot on the page."""
        return self._slot_id

    def show_slot(self, slot_id: SlotId) -> None:
        """Put this slot on the page."""
        self._slot_id = slot_id
        self._follow(slot_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps stand beside the code, or below it where there is no room."""
        directions = QBoxLayout.Direction
        stacked = event.size().width() < self._theme.px(_STACKED_BELOW)
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        """Time counts on the screen only."""
        super().showEvent(event)
        self._card.tick()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no ticking."""
        super().hideEvent(event)
        self._clock.stop()

    def _follow(self, slot_id: SlotId | None) -> None:
        session = self._desk.session(slot_id) if slot_id is not None and slot_id == self._slot_id else None
        if session is not None:
            self._show(session)

    def _show(self, session: Session) -> None:
        slot, account = session.slot, session.account
        self._tile.show_account(account.initials, account.colour)
        self._head.line.setText(f"{account.name} · {slot.index} {slot.name}")
        self._lead.setText(translate("Linking", "Scan with the phone of {slot}").format(slot=slot.name))
        whose = (
            translate("Linking", "Use the phone of number {number}.").format(number=phone(slot.number))
            if slot.number
            else translate("Linking", "Use the phone of the number that will answer here.")
        )
        self._steps[0].show_step(translate("Linking", "Open <b>WhatsApp</b> on the phone"), whose)
        self._steps[1].show_step(
            translate("Linking", "Tap <b>Linked devices</b>"),
            translate("Linking", "On Android: the ⋮ menu. On iPhone: Settings."),
        )
        self._steps[2].show_step(
            translate("Linking", "Tap <b>Link a device</b>"),
            translate("Linking", "Point the camera at the code on this screen."),
        )
        self._later.setVisible(not session.status.connected)
        self._card.show_session(session, self._desk.qr(slot.slot_id))
        self.setAccessibleName(f"{self._head.title.text()}, {escape(slot.name)}")

    def _lay_out(self) -> None:
        px = self._theme.px
        right = QVBoxLayout()
        right.setSpacing(px(16))
        right.addWidget(self._guide())
        right.addWidget(self._note())
        right.addStretch(1)
        self._row.setContentsMargins(px(24), px(24), px(24), px(24))
        self._row.setSpacing(px(24))
        self._row.addWidget(self._card, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(right)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(ScrollPage(self._row, "page"), 1)

    def _guide(self) -> QFrame:
        px = self._theme.px
        card = QFrame()
        card.setProperty("card", "plain")
        card.setFixedWidth(px(422))
        column = QVBoxLayout(card)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(14))
        column.addWidget(self._lead)
        for step in self._steps:
            column.addWidget(step)
        return card

    def _note(self) -> QFrame:
        px = self._theme.px
        note = QFrame()
        note.setProperty("card", "note")
        note.setFixedWidth(px(422))
        words = translate(
            "Linking", "This number gets a process, folder and key of its own. No other account uses its session."
        )
        row = QHBoxLayout(note)
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(12))
        row.addWidget(Icon(self._theme, "shield-check", "text", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._theme, words, "small", wrap=True), 1)
        return note
