"""Small painted widgets: an account's tile, a slot's chip, a state in a line, a count."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wadesk.domain.desk import Account, Slot
from wadesk.ui.painting.chips import chip_width, draw_slot_chip
from wadesk.ui.painting.status import draw_state_line, state_line_width
from wadesk.ui.painting.tiles import badge_width, draw_badge, draw_tile, fill_block
from wadesk.ui.states import Look
from wadesk.ui.theme.theme import Theme


class Tile(QWidget):
    """An account's rounded square with its initials; ``size`` in design px."""

    def __init__(self, theme: Theme, size: int, initials: str = "", colour: int = 1) -> None:
        super().__init__()
        self._theme, self._side, self._initials, self._colour = theme, size, initials, colour
        self.setFixedSize(theme.px(size), theme.px(size))

    def show_account(self, initials: str, colour: int) -> None:
        """Stand for this account."""
        self._initials, self._colour = initials, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        draw_tile(painter, self._theme, QPoint(0, 0), self._side, self._initials, self._colour)
        painter.end()


class Block(QWidget):
    """The square block at the left of a card's head: solid colour, initials in the middle."""

    def __init__(self, theme: Theme, side: int, radius: int = 0) -> None:
        super().__init__()
        self._theme, self._radius, self._initials, self._colour = theme, radius, "", 1
        self.setFixedSize(theme.px(side), theme.px(side))

    def show_account(self, initials: str, colour: int) -> None:
        """Stand for this account."""
        self._initials, self._colour = initials, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint block and initials; only the top left corner is round, as the card's is."""
        painter = QPainter(self)
        radius = self._theme.px(self._radius)
        fill_block(painter, self._theme, self.rect(), (radius, 0, 0, 0), self._colour)
        painter.setFont(self._theme.font("bodyStrong", 700, px=18))
        painter.setPen(self._theme.account(self._colour).on_solid)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._initials)
        painter.end()


class Chip(QWidget):
    """A slot's chip: index, name, and in the large form its number."""

    def __init__(self, theme: Theme, *, large: bool = False) -> None:
        super().__init__()
        self._theme, self._large = theme, large
        self._slot: tuple[int, str] = (1, "")
        self._colour, self._number = 1, ""

    def show_slot(self, slot: Slot, account: Account, number: str = "") -> None:
        """Stand for this slot; ``number`` as people read it, or nothing."""
        self._slot, self._colour, self._number = (slot.index, slot.name), account.colour, number
        self.setAccessibleName(f"{slot.index} {slot.name} {number}".rstrip())
        self.setFixedHeight(self._theme.size("slotChipLarge" if self._large else "slotChip"))
        self.setFixedWidth(chip_width(self._theme, slot.name, number, large=self._large))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        draw_slot_chip(
            painter,
            self._theme,
            QPoint(0, 0),
            self._slot,
            self._colour,
            number=self._number,
            large=self._large,
            limit=self.width(),
        )
        painter.end()


class StateLine(QWidget):
    """A state as icon and words in its tone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look: Look | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(18))

    def show_state(self, look: Look, words: str) -> None:
        """Say this."""
        if (look, words) != (self._look, self._words):
            self._look, self._words = look, words
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """The icon alone must fit."""
        return QSize(self._theme.px(40), self._theme.px(18))

    def sizeHint(self) -> QSize:
        """All its words."""
        return QSize(state_line_width(self._theme, self._words), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        if self._look is not None:
            painter = QPainter(self)
            draw_state_line(painter, self._theme, self.rect(), self._look, self._words)
            painter.end()


class Count(QWidget):
    """A quiet count beside a heading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._count = theme, 0

    def show_count(self, count: int) -> None:
        """Show ``count``."""
        self._count = count
        self.setAccessibleName(str(count))
        self.setFixedSize(badge_width(self._theme, count) + 1, self._theme.px(19))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        draw_badge(painter, self._theme, self.width(), self.height() // 2, self._count, quiet=True)
        painter.end()
