"""A number that waits for a scan, on the board: its QR code with its countdown and the steps on the phone."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from wadesk.domain.desk import Session
from wadesk.domain.events import HistoryProgress
from wadesk.domain.linkstate import Qr
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.card_keys import CardKey, card_key
from wadesk.ui.widgets.code_card import CodeCard, next_words
from wadesk.ui.widgets.labels import Label, rule
from wadesk.ui.widgets.steps import StepRow

_ROOM_FOR_WORDS, _ROOM_BELOW = 560, 400
_ROOM_BESIDE, _AROUND = 234, 56
"""What the countdown and the steps need beside the code, and what margins and frame take."""


class QrCard(CodeCard):
    """Modules of 3 px and the ring of 44. ``menu_asked`` (a widget to open the menu at).

    ``larger_asked``: the link page; ``code_asked``: the same, at the pairing code.
    """

    menu_asked = Signal(object)
    larger_asked = Signal()
    code_asked = Signal()

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__(theme, now, module=3, ring="card")
        self._next = Label(theme, "", "bodyStrong", tabular=True, wrap=True)
        self._which = Label(theme, "", "small", tone="text2")
        self._renew = Button(theme, translate("Linking", "New code"), size="small", icon="refresh-cw")
        self._steps = [StepRow(theme, number, large=False) for number in (1, 2, 3)]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._menu = IconButton(theme, "ellipsis", translate("Board", "More for this number"), small=True)
        self._renew.clicked.connect(self.renew_asked)
        self._menu.clicked.connect(lambda: self.menu_asked.emit(self._menu))
        self._ways = _ways(theme, self)
        self.counted.connect(lambda left: self._next.setText(next_words(left)))
        self.renewed.connect(self._say_which)
        self.head.addWidget(self._menu)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 10)
        self.add_page(self._page())

    def show_session(self, session: Session, qr: Qr | None, history: HistoryProgress | None = None) -> None:
        """Stand for this slot with this code, or without one."""
        self._steps[0].show_step(
            translate("Linking", "On the phone of <b>{slot}</b>, open WhatsApp").format(slot=escape(session.slot.name))
        )
        self._steps[1].show_step(translate("Linking", "Tap <b>Linked devices</b>"))
        self._steps[2].show_step(translate("Linking", "Tap <b>Link a device</b> and point"))
        named = f"{session.slot.index} {session.slot.name}"
        self._menu.setAccessibleName(translate("Board", "More for {slot}").format(slot=named))
        super().show_session(session, qr, history)

    def heightForWidth(self, width: int) -> int:
        """Where there is no room beside the code, the steps stand below it."""
        directions = QBoxLayout.Direction
        words = width - self.view.sizeHint().width() - self.theme.px(_AROUND)
        beside = words >= max(self.theme.px(_ROOM_BESIDE), self._ways.minimumSize().width())
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        return super().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for its word, the button is an icon."""
        super().resizeEvent(event)
        beside = self._row.direction() is QBoxLayout.Direction.LeftToRight
        wide = event.size().width() >= self.theme.px(_ROOM_FOR_WORDS if beside else _ROOM_BELOW)
        self._renew.setText(translate("Linking", "New code") if wide else "")
        self._renew.setToolTip("" if wide else translate("Linking", "New code"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the code large; Ctrl+R makes a new one."""
        match card_key(event):
            case CardKey.OPEN:
                self.larger_asked.emit()
            case CardKey.REFRESH:
                self.renew_asked.emit()
            case None:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button open its menu."""
        self.menu_asked.emit(self._menu)
        event.accept()

    def _say_which(self, number: int, of: int) -> None:
        self._which.setText(translate("Linking", "Code {n} of {of}").format(n=number, of=of))

    def _page(self) -> QFrame:
        px = self.theme.px
        page = QFrame()
        row = self._row
        page.setLayout(row)
        row.setContentsMargins(px(16), px(14), px(16), px(14))
        row.setSpacing(px(14))
        row.addWidget(self.framed_code(4), 0, Qt.AlignmentFlag.AlignCenter)
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
        top.setSpacing(px(10))
        top.addWidget(self.ring)
        top.addLayout(count, 1)
        top.addWidget(self._renew)
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(rule())
        for step in self._steps:
            column.addWidget(step)
        column.addWidget(self.warning)
        column.addStretch(1)
        column.addLayout(self._ways)
        return column


def _ways(theme: Theme, card: QrCard) -> QHBoxLayout:
    """The two other ways to the same end, at the foot of the card."""
    code = Button(theme, translate("Linking", "Use code"), size="small", icon="key-round")
    larger = Button(theme, translate("Linking", "View larger"), size="small", icon="eye")
    code.clicked.connect(card.code_asked)
    larger.clicked.connect(card.larger_asked)
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(code)
    row.addWidget(larger)
    row.addStretch(1)
    return row
