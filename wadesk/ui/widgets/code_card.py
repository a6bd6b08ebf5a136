"""A card around a live QR code: it counts down, clears a stale code at once, and says what came of it instead."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.events import HistoryProgress
from wadesk.domain.linkstate import Qr
from wadesk.ui.models.linking import live, notice, seconds_left
from wadesk.ui.qr_code import modules_of
from wadesk.ui.sentences import state_sentence
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.account_card import AccountCard
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.notice_view import NoticeView
from wadesk.ui.widgets.qr_view import QrFrame, QrView, Ring

_LAST_SECONDS = 5
"""A screen reader hears of a code when it comes, and again in its last seconds (design.md 13)."""


class CodeCard(AccountCard):
    """``renew_asked``: a new code now; ``step_asked`` (StepKind): what stands in the place of a code offers.

    A card of one kind lays out ``view`` (the code) and ``ring`` on a page of ``stack`` and says the words
    of the countdown through ``counted`` (seconds left) and ``renewed`` (number and count of the code).
    """

    renew_asked = Signal()
    step_asked = Signal(object)
    counted = Signal(int)
    renewed = Signal(int, int)

    def __init__(self, theme: Theme, now: Callable[[], int], *, module: int, ring: str) -> None:
        super().__init__(theme)
        self._now = now
        self._session: Session | None = None
        self._qr: Qr | None = None
        self._painted: Qr | None = None
        self._history: HistoryProgress | None = None
        self.view, self.ring, self.stack = QrView(theme, module), Ring(theme, ring), QStackedWidget()
        self._notice = NoticeView(theme)
        self.warning = Label(theme, "", "small", tone="warn", wrap=True)
        self.warning.hide()
        self._notice.pressed.connect(self.step_asked)
        self.body.addWidget(self.stack)

    def show_session(self, session: Session, qr: Qr | None, history: HistoryProgress | None = None) -> None:
        """Stand for this slot with this code, or without one; ``history``: how far its chats have come."""
        self._session, self._qr, self._history = session, qr, history
        self.show_head(session)
        # The code stays on show after such a scan: what was wrong stands beside it.
        self.warning.setVisible(session.status.code == "old_phone")
        self.warning.setText(state_sentence(session.status, self._now()))
        self.tick()

    def tick(self) -> None:
        """A second passed: count down, and clear the code the moment its time is over."""
        if self._session is None:
            return
        now = self._now()
        shown = live(self._qr, now)
        self._paint(shown)
        if shown is None:
            self._notice.show_notice(notice(self._session, now, self._history))
            self.stack.setCurrentWidget(self._notice)
            return
        left, whole = seconds_left(shown, now)
        self.ring.show_seconds(left, whole)
        self.counted.emit(left)
        self.stack.setCurrentIndex(0)
        if left <= _LAST_SECONDS or not self.view.accessibleName():
            self.view.setAccessibleName(_spoken(self._session, left))

    def add_page(self, page: QFrame) -> None:
        """Lay out what is shown while there is a code; once, by the card's kind."""
        self.stack.addWidget(page)
        self.stack.addWidget(self._notice)

    def framed_code(self, margin: int) -> QWidget:
        """The code in a white frame with a hairline."""
        frame, pad = QrFrame(self.theme), self.theme.px(margin)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(pad, pad, pad, pad)
        inner.addWidget(self.view, 0, Qt.AlignmentFlag.AlignCenter)
        return frame

    def _paint(self, shown: Qr | None) -> None:
        if shown == self._painted:
            return
        self._painted = shown
        self.view.show_code(modules_of(shown.payload) if shown is not None else None)
        self.view.setAccessibleName("")
        if shown is not None:
            self.renewed.emit(shown.number, shown.of)


def _spoken(session: Session, left: int) -> str:
    return translate("Linking", "QR code for {name}, account {account}. New code in {s} seconds").format(
        name=session.slot.name, account=session.account.name, s=left
    )


def next_words(left: int) -> str:
    """The words beside the ring."""
    return translate("Linking", "New code in {s} s").format(s=left)
