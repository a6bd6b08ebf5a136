"""One heading of the board with the cards under it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.ui.models.board import Need
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.flow_grid import FlowGrid
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import ElidedLabel, Label
from wadesk.ui.widgets.marks import Count, Tile
from wadesk.ui.widgets.qr_card import QrCard

_QR_SPAN = 2
_ICONS = {Need.SCAN: ("scan-line", "info"), Need.PERSON: ("circle-alert", "warn"), Need.NOTHING: ("circle-check", "ok")}
_ARROWS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class BoardSection(QWidget):
    """``occupied`` (bool): pointer or focus came or went, so that cards keep their place while they are here.

    ``arrow_pressed`` (Qt.Key): a key that moves from card to card.
    """

    occupied = Signal(bool)
    arrow_pressed = Signal(object)

    def __init__(self, theme: Theme, need: Need | None) -> None:
        super().__init__()
        self._theme, self._need = theme, need
        self._pointed = self._focused = False
        self._title, self._count = Label(theme, "", "h2"), Count(theme)
        self._tile = Tile(theme, 20)
        self._hint = ElidedLabel(theme, "", "small", tone="text2")
        self._grid = FlowGrid(theme)
        self._lay_out()

    def show_head(self, sessions: tuple[Session, ...]) -> None:
        """Say what these cards have in common, and how many they are."""
        self._count.show_count(len(sessions))
        if self._need is None and sessions:
            account = sessions[0].account
            self._tile.show_account(account.initials, account.colour)
            self._title.setText(account.name)
        elif self._need is not None:
            self._title.setText(_title(self._need))
        if self._need is Need.SCAN:
            self._hint.setText(
                translate("Board", "Check the initials before pointing the phone. The number read is compared.")
            )

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards: codes, which span two columns, before numbers."""
        codes = [(card, _QR_SPAN) for card in cards if isinstance(card, QrCard)]
        self._grid.show_cards(codes + [(card, 1) for card in cards if not isinstance(card, QrCard)])

    def note_focus(self, *, inside: bool) -> None:
        """The keyboard's focus came to a card of it, or went."""
        self._focused = inside
        self._tell()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came."""
        super().enterEvent(event)
        self._pointed = True
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went."""
        super().leaveEvent(event)
        self._pointed = False
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between cards; the page around would scroll instead."""
        if event.key() in _ARROWS:
            self.arrow_pressed.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.occupied.emit(self._pointed or self._focused)

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        if self._need is None:
            head.addWidget(self._tile)
        else:
            head.addWidget(Icon(self._theme, *_ICONS[self._need], 16))
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addSpacing(px(4))
        head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self._grid)


def _title(need: Need) -> str:
    match need:
        case Need.SCAN:
            return translate("Board", "Waiting for a scan")
        case Need.PERSON:
            return translate("Board", "They need you")
        case Need.NOTHING:
            return translate("Board", "Working")
