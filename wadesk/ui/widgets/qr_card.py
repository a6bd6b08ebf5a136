"""A number that waits for a scan, on the board: its QR code with its countdown and the steps on the phone."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.linkstate import Qr
from wadesk.ui.models.linking import Step, live, notice, seconds_left
from wadesk.ui.qr_code import modules_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.account_card import AccountCard
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.labels import Label, rule
from wadesk.ui.widgets.notice_view import NoticeView
from wadesk.ui.widgets.qr_view import QrView, Ring
from wadesk.ui.widgets.steps import StepRow


class QrCard(AccountCard):
    """``renew_asked``, ``start_asked``, ``open_asked``, ``menu_asked`` (a widget to open the menu at)."""

    renew_asked = Signal()
    start_asked = Signal()
    open_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__(theme)
        self._now = now
        self._session: Session | None = None
        self._qr: Qr | None = None
        self._painted: str | None = None
        self._view = QrView(theme, 3)
        self._ring = Ring(theme, "card")
        self._next, self._which = Label(theme, "", "bodyStrong", tabular=True), Label(theme, "", "small", tone="text2")
        self._renew = Button(theme, translate("Linking", "New code"), size="small", icon="refresh-cw")
        self._steps = [StepRow(theme, number, large=False) for number in (1, 2, 3)]
        self._notice = NoticeView(theme)
        self._menu = IconButton(theme, "ellipsis", translate("Board", "More for this number"), small=True)
        self._stack = QStackedWidget()
        self._renew.clicked.connect(self.renew_asked)
        self._notice.pressed.connect(self._press)
        self._menu.clicked.connect(lambda: self.menu_asked.emit(self._menu))
        self._fill()

    def show_session(self, session: Session, qr: Qr | None) -> None:
        """Stand for this slot with this code, or without one."""
        self._session, self._qr = session, qr
        self.show_head(session)
        self._steps[0].show_step(
            translate("Linking", "On the phone of <b>{slot}</b>, open WhatsApp").format(slot=escape(session.slot.name))
        )
        self._steps[1].show_step(translate("Linking", "Tap <b>Linked devices</b>"))
        self._steps[2].show_step(translate("Linking", "Tap <b>Link a device</b> and point"))
        self.tick()

    def tick(self) -> None:
        """A second passed: count down, and clear the code the moment its time is over."""
        if self._session is None:
            return
        now = self._now()
        shown = live(self._qr, now)
        if shown is None:
            self._clear()
            self._notice.show_notice(notice(self._session, now))
            return
        if self._painted != shown.payload:
            self._painted = shown.payload
            self._view.show_code(modules_of(shown.payload))
            self._which.setText(translate("Linking", "Code {n} of {of}").format(n=shown.number, of=shown.of))
        left, whole = seconds_left(shown, now)
        self._ring.show_seconds(left, whole)
        self._next.setText(translate("Linking", "New code in {s} s").format(s=left))
        self._stack.setCurrentIndex(0)
        self._view.setAccessibleName(_spoken(self._session, left))

    def _clear(self) -> None:
        if self._painted is not None:
            self._painted = None
            self._view.show_code(None)
        self._stack.setCurrentIndex(1)

    def _press(self, step: Step) -> None:
        (self.open_asked if step is Step.OPEN else self.start_asked).emit()

    def _fill(self) -> None:
        self.head.addWidget(self._menu)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._stack)
        self._stack.addWidget(self._code_page())
        self._stack.addWidget(self._notice)

    def _code_page(self) -> QWidget:
        px = self.theme.px
        frame = QFrame()
        frame.setProperty("card", "plain")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(px(3), px(3), px(3), px(3))
        inner.addWidget(self._view, 0, Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(px(16), px(14), px(16), px(14))
        row.setSpacing(px(18))
        row.addWidget(frame, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(), 1)
        return page

    def _words(self) -> QVBoxLayout:
        px = self.theme.px
        count = QVBoxLayout()
        count.setSpacing(px(1))
        count.addStretch(1)
        count.addWidget(self._next)
        count.addWidget(self._which)
        count.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self._ring)
        top.addLayout(count, 1)
        top.addWidget(self._renew)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(rule())
        for step in self._steps:
            column.addWidget(step)
        column.addStretch(1)
        return column


def _spoken(session: Session, left: int) -> str:
    return translate("Linking", "QR code for {name}, account {account}. New code in {s} seconds").format(
        name=session.slot.name, account=session.account.name, s=left
    )
