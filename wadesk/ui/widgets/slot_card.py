"""One number on the board: whose it is, its phone number, its state, and the one step it needs."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.next_steps import Step, StepKind, next_step
from wadesk.ui.sentences import state_line, state_sentence, support_line
from wadesk.ui.states import Look, look
from wadesk.ui.text import ago, phone, span, spoken, translate, when
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.card_keys import CardKey, card_key
from wadesk.ui.widgets.labels import ElidedLabel, Label
from wadesk.ui.widgets.marks import StateLine, Tile


class SlotCard(QWidget):
    """``opened`` (click or Enter); ``step_asked`` (StepKind): its button; ``refresh_asked``: Ctrl+R.

    ``menu_asked`` (a widget to open the menu at).
    """

    opened = Signal()
    step_asked = Signal(object)
    refresh_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._session: Session | None = None
        self._step: Step | None = None
        self._tile = Tile(theme, 28)
        self._slot, self._account = ElidedLabel(theme, "", "bodyStrong"), ElidedLabel(theme, "", "small", tone="text2")
        self._number = Label(theme, "", "bodyMedium", tabular=True)
        self._state = StateLine(theme)
        self._age = Label(theme, "", "small", tone="text2", tabular=True)
        self._menu = IconButton(theme, "ellipsis", translate("Board", "More for this number"), small=True)
        self._action = Button(theme, "", size="small", icon="scan-line")
        self._action.clicked.connect(self._take_step)
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
        self._menu.setAccessibleName(translate("Board", "More for {slot}").format(slot=self._called()))
        self.setAccessibleDescription(state_sentence(session.status, self._now(), self._called()))
        self._step = _button_step(session)
        self._action.setVisible(self._step is not None)
        if self._step is not None:
            self._action.set_words(self._step.label, self._step.icon)
        self.tick()

    def tick(self) -> None:
        """Time passed: ages and the seconds to the next try."""
        if self._session is None:
            return
        status, now = self._session.status, self._now()
        self._state.show_state(_look(status), state_line(status, now))
        self._age.setText(_age(status, now))
        sentence = " ".join(filter(None, [state_sentence(status, now, self._called()), support_line(status)]))
        self._state.setToolTip(sentence)
        number = spoken(self._session.slot.number) if self._session.slot.number else ""
        # Without what counts every second: a reader would say it again and again.
        parts = [self._called(), self._session.account.name, number, state_line(status, now)]
        self.setAccessibleName(", ".join(filter(None, parts)))

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
        """Enter opens the slot; Ctrl+R connects it anew."""
        match card_key(event):
            case CardKey.OPEN:
                self.opened.emit()
            case CardKey.REFRESH:
                self.refresh_asked.emit()
            case None:
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

    def _called(self) -> str:
        return f"{self._session.slot.index} {self._session.slot.name}" if self._session is not None else ""

    def _take_step(self) -> None:
        if self._step is not None:
            self.step_asked.emit(self._step.kind)

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


def _button_step(session: Session) -> Step | None:
    """The step that has a button: opening its chats is a click on the card itself."""
    step = next_step(session.status)
    return None if step is None or step.kind is StepKind.OPEN else step


def _look(status: SlotStatus) -> Look:
    """As the state is drawn; a phone that is silent is connected, and yet a warning."""
    drawn = look(status.state)
    return Look(drawn.drawn, "smartphone", "warn") if status.state is LinkState.PHONE_OFFLINE else drawn


def _age(status: SlotStatus, now_ms: int) -> str:
    """How long it is so, or how long until the next try."""
    match status:
        case SlotStatus(state=LinkState.RECONNECTING, next_try_ms=next_try):
            left = (next_try or 0) - now_ms
            return translate("Board", "in {t}").format(t=span(left + 999)) if left > 0 else ""
        case SlotStatus(state=LinkState.ONLINE, last_seen_ms=int(seen)):
            return translate("Board", "synced {t}").format(t=ago(seen, now_ms))
        case SlotStatus(state=LinkState.CONNECTING, since_ms=int(since)):
            return span(now_ms - since)
        case SlotStatus(state=LinkState.LOGGED_OUT | LinkState.PAUSED, since_ms=int(since)):
            return when(since, now_ms)
        case SlotStatus(connected=False, since_ms=int(since)):
            return ago(since, now_ms)
        case _:
            return ""
