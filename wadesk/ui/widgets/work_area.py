"""The sheet that every page lies on: surface, hairline, round corner, and the account's ribbon along its top."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme


class _Corner(QWidget):
    """Lies over the pages' square corner and makes it round."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side = theme.radius("workCorner") + 1
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = float(self.width())
        outside, round_part = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(0, 0, side, side))
        round_part.addEllipse(QRectF(0.5, 0.5, 2 * side, 2 * side))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside - round_part, self._theme.color("window"))
        painter.end()


class WorkArea(QWidget):
    """Pages, one at a time; ``show_ribbon`` gives an account's colour or takes it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colour: int | None = None
        self._pages = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages)
        self._corner = _Corner(theme, self)
        self.show_ribbon(None)

    def add(self, page: QWidget) -> None:
        """Keep a page."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget, colour: int | None) -> None:
        """Put a page on the sheet, with an account's ribbon or without one."""
        self._pages.setCurrentWidget(page)
        self.show_ribbon(colour)

    @property
    def page(self) -> QWidget:
        """The page on the sheet; the empty sheet itself before there is one."""
        return self._pages.currentWidget() or self

    def show_ribbon(self, colour: int | None) -> None:
        """The account whose screen this is, or None on screens of all accounts."""
        self._colour = colour
        self._column.setContentsMargins(1, 1 if colour is None else self._theme.size("ribbon"), 0, 0)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The corner stays on top."""
        self._corner.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, hairline and ribbon."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("workCorner")
        path = QPainterPath()
        path.addRoundedRect(QRectF(0.5, 0.5, self.width() + radius, self.height() + radius), radius, radius)
        painter.fillPath(path, theme.color("surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawPath(path)
        if self._colour is not None:
            painter.setClipPath(path)
            painter.fillRect(QRectF(0, 0, self.width(), theme.size("ribbon")), theme.account(self._colour).solid)
        painter.end()
