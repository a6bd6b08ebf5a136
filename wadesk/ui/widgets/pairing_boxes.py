"""Eight boxes with the characters that are typed into the phone."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import CENTRE, draw_line
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme

CHARACTERS = 8
_WIDTH, _NARROWEST, _HEIGHT, _GAP, _DASH = 36, 22, 44, 6, 18


class PairingBoxes(QWidget):
    """A code in boxes of 36 by 44, a dash after the fourth; one text for screen readers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._code = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_code(self, code: str) -> None:
        """Show these characters; what is neither letter nor digit is left out."""
        self._code = plain_code(code)
        self.setAccessibleName(spoken_code(self._code) if self._code else "")
        self.update()

    def sizeHint(self) -> QSize:
        """All eight with their gaps and the dash."""
        return QSize(CHARACTERS * self._theme.px(_WIDTH) + self._between(), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Boxes get narrower where there is no room; characters are never cut."""
        return QSize(CHARACTERS * self._theme.px(_NARROWEST) + self._between(), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint boxes, characters and dash."""
        theme, painter, left = self._theme, QPainter(self), 0
        width = min(theme.px(_WIDTH), (self.width() - self._between()) // CHARACTERS)
        font, radius = theme.font("code"), theme.radius("control")
        for place in range(CHARACTERS):
            box = QRect(left, 0, width, theme.px(_HEIGHT))
            draw_box(painter, QRectF(box), radius, theme.color("canvas"), theme.color("borderStrong"))
            draw_line(painter, box, self._code[place : place + 1], font, theme.color("text"), CENTRE, elide=False)
            left = box.right() + 1
            if place == CHARACTERS // 2 - 1:
                dash = QRect(left, 0, theme.px(_DASH), theme.px(_HEIGHT))
                draw_line(painter, dash, "-", theme.font("message"), theme.color("text2"), CENTRE, elide=False)
                left = dash.right() + 1
            else:
                left += theme.px(_GAP)
        painter.end()

    def _between(self) -> int:
        return (CHARACTERS - 2) * self._theme.px(_GAP) + self._theme.px(_DASH)


def plain_code(code: str) -> str:
    """The code's characters alone, as they are copied."""
    return "".join(filter(str.isalnum, code)).upper()


def spoken_code(code: str) -> str:
    """The code character by character, with a pause in the middle."""
    half = len(code) // 2
    return translate("Linking", "code {a}, {b}").format(a=" ".join(code[:half]), b=" ".join(code[half:]))
