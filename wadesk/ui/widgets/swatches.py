"""The ten account colours to choose from: one is chosen, its name is said, arrows move between them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme

COLOURS = 10
_SIDE = 32


class Swatch(QAbstractButton):
    """One colour; when chosen it has a tick and an outline, so that it is not told by colour alone."""

    def __init__(self, theme: Theme, colour: int, name: str) -> None:
        super().__init__()
        self._theme, self.colour = theme, colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("ringRadius", 9)
        side = theme.px(_SIDE + 6)
        self.setFixedSize(side, side)

    def sizeHint(self) -> QSize:
        """The square and its outline."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint square, and tick and outline when chosen."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        account, inset = theme.account(self.colour), theme.px(3)
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(account.solid)
        painter.drawRoundedRect(place, theme.px(7), theme.px(7))
        if self.isChecked():
            draw_icon(painter, self.rect(), theme.icon("check", account.on_solid, 18, ratio_of(painter)))
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(9), theme.px(9))
        painter.end()


class Swatches(QWidget):
    """``chosen`` (1 to 10) follows clicks and arrows."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for colour in range(1, COLOURS + 1):
            swatch = Swatch(theme, colour, colour_name(colour))
            self._group.addButton(swatch, colour)
            row.addWidget(swatch)
        row.addStretch(1)
        self.setFixedHeight(theme.px(_SIDE + 6))
        self._group.idClicked.connect(self.chosen)

    @property
    def colour(self) -> int:
        """The chosen colour."""
        return self._group.checkedId()

    def choose(self, colour: int) -> None:
        """Choose without being asked."""
        self._group.button(colour).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the next colour, as in every group of which one is chosen."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        colour = (self.colour - 1 + step) % COLOURS + 1
        self.choose(colour)
        self._group.button(colour).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.chosen.emit(colour)


def colour_name(colour: int) -> str:
    """A colour's name in the window's language."""
    names = (
        translate("Colours", "Blue"),
        translate("Colours", "Amber"),
        translate("Colours", "Jade"),
        translate("Colours", "Raspberry"),
        translate("Colours", "Petrol"),
        translate("Colours", "Plum"),
        translate("Colours", "Brick"),
        translate("Colours", "Moss"),
        translate("Colours", "Graphite"),
        translate("Colours", "Magenta"),
    )
    return names[(colour - 1) % len(names)]
