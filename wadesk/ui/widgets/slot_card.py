"""One number on the board: whose it is, its phone number, its state, and the one step it needs."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.models.linking import start_words
from wadesk.ui.sentences import state_sentence, support_line
from wadesk.ui.states import look, state_word
from wadesk.ui.text import ago, phone, span, spoken, translate, when
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.labels import ElidedLabel, Label
from wadesk.ui.widgets.marks import StateLine, Tile

_ICONS = {LinkState.ERROR: "refresh-cw"}


class SlotCard(QWidget):
    """``opened`` (click or Enter), ``start_asked`` (its button), ``menu_asked`` (a widget to open the menu at)."""

    opened = Signal()
    start_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._session: Session | None = None
        self._tile = Tile(theme, 28)
        self._slot, self._account = ElidedLabel(theme, "", "bodyStrong"), ElidedLabel(theme, "", "small", tone="text2")
        self._number = Label(theme, "", "bodyMedium", tabular=True)
        self._state = StateLine(theme)
        self._age = Label(theme, "", "small", tone="text2", tabular=True)
        self._menu = IconButton(theme, "ellipsis", translate("Board", "More for this number"), small=True)
        self._action = Button(theme, "", size="small", icon="scan-line")
        self._action.clicked.connect(self.start_asked)
        self._menu.clicked.connect(lambda: self.menu_asked.emit(self._menu))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", 10)
        self._lay_out()

    def show_session(self, session: Session) -> None:
        """Stand for this slot."""
        self._session = session
        slot, account = session.slot, session.account
        self._tile.show_account(account.initials, account.colour)
        self._slot.setText(f"{slot.index} {slot.name}")
        self._account.setText(account.name)
        self._number.setText(phone(slot.number) if slot.number else translate("Board", "No number linked yet"))
        self._number.set_tone("text" if slot.number else "text3")
        words = start_words(session)
        self._action.setVisible(bool(words))
        if words:
            self._action.set_words(words, _ICONS.get(session.status.state, "scan-line"))
        self.tick()

    def tick(self) -> None:
        """Time passed: ages and the seconds to the next try."""
        if self._session is None:
            return
        status, now = self._session.status, self._now()
        drawn = look(status.state)
        self._state.show_state(drawn, _words(status))
        self._age.setText(_age(status, now))
        sentence = " ".join(filter(None, [state_sentence(status, now), support_line(status)]))
        self._state.setToolTip(sentence)
        number = spoken(self._session.slot.number) if self._session.slot.number else ""
        slot = self._session.slot
        self.setAccessibleName(f"{slot.index} {slot.name}, {self._session.account.name}, {number}, {sentence}")

    def needs_action(self) -> bool:
        """Whether the card is the higher one, with a button."""
        return not self._action.isHidden()

    def sizeHint(self) -> QSize:
        """One of the two heights of the design."""
        height = "slotCard.heightWithAction" if self.needs_action() else "slotCard.height"
        return QSize(self._theme.size("slotCard.minWidth"), self._theme.size(height))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the slot."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the slot."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button open its menu."""
        self.menu_asked.emit(self._menu)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Repaint where the pointer comes and goes."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, the account's edge at the left, and a hairline around."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("card")
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(path, theme.color("hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawPath(path)
        if self._session is not None:
            painter.setClipPath(path)
            edge = QRectF(0, 0, theme.size("slotCard.edge") + 0.5, self.height())
            painter.fillRect(edge, theme.account(self._session.account.colour).solid)
        painter.end()

    def _lay_out(self) -> None:
        px = self._theme.px
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._slot)
        names.addWidget(self._account)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._tile)
        head.addLayout(names, 1)
        head.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        state = QHBoxLayout()
        state.setSpacing(px(8))
        state.addWidget(self._state, 1)
        state.addWidget(self._age)
        action = QHBoxLayout()
        action.addWidget(self._action)
        action.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(17), px(12), px(12), px(10))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addSpacing(px(3))
        column.addWidget(self._number)
        column.addLayout(state)
        column.addSpacing(px(3))
        column.addLayout(action)
        column.addStretch(1)


def _words(status: SlotStatus) -> str:
    if status.state is LinkState.RECONNECTING and status.attempt:
        return translate("States", "Reconnecting · try {n}").format(n=status.attempt)
    if status.state is LinkState.LOGGED_OUT:
        return translate("States", "Logged out by the phone")
    return state_word(status)


def _age(status: SlotStatus, now_ms: int) -> str:
    if status.state is LinkState.RECONNECTING:
        left = (status.next_try_ms or 0) - now_ms
        return translate("Board", "in {t}").format(t=span(left + 999)) if left > 0 else ""
    if status.connected and status.last_seen_ms is not None:
        return translate("Board", "synced {t}").format(t=ago(status.last_seen_ms, now_ms))
    if not status.connected and status.since_ms is not None:
        return when(status.since_ms, now_ms)
    return ""
