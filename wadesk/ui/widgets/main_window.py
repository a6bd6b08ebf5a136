"""The window: it lays out rail and work area, puts whole screens in their place, and owns nothing.

It is painted before anything else is loaded: what it imports is paid for before the first picture.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QSize, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.work_area import WorkArea

if TYPE_CHECKING:
    from wadesk.ui.widgets.rail import Rail

RAIL_COLLAPSED_BELOW = 1280
"""Window width under which the rail shows tiles alone (design.md 10)."""


class MainWindow(QMainWindow):
    """``close_asked``: its close button was pressed. ``closed``: the program shall end. ``painted``: it was drawn."""

    close_asked = Signal()
    closed = Signal()
    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._was_painted = theme, False
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(lambda width: self._place.setFixedWidth(int(width)))
        self.renew()
        self.setMinimumSize(QSize(680, 560))
        self.resize(1280, 800)
        self.show_title()

    def renew(self) -> None:
        """Begin with an empty window: at first, and where text size or language changed. What was in it goes."""
        self._rail: Rail | None = None
        self._place = QWidget()
        self.area = WorkArea(self._theme)
        self._screens = QStackedWidget()
        self._desk = QWidget()
        self._whole = QVBoxLayout()
        self._lay_out()

    def show_title(self, *parts: str) -> None:
        """The title, most specific part first; it also names the number in the system's task switcher."""
        said = " · ".join(filter(None, parts))
        self.setWindowTitle(f"{said} — WaDesk" if said else "WaDesk")

    def furnish(self, rail: "Rail", corner: QWidget, strip: QWidget | None) -> None:
        """Put in what the first picture does without: rail, round corner, and the strip of a rehearsal."""
        self._rail = rail
        column = QVBoxLayout(self._place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(rail)
        self.area.round_off(corner)
        if strip is not None:
            self._whole.insertWidget(0, strip)
        # What was just made has no width to slide from.
        self._fit(slides=False)

    def show_desk(self) -> None:
        """Put rail and work area on the screen."""
        self._screens.setCurrentWidget(self._desk)

    def show_whole(self, screen: QWidget) -> None:
        """Put something in the place of everything: the first run, or why nothing can be opened."""
        if self._screens.indexOf(screen) < 0:
            self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)

    def come_forward(self) -> None:
        """Somebody started WaDesk again: show this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def quit(self) -> None:
        """End the program, whatever closing the window means."""
        self.hide()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail narrows where there is no room for names."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is the program's to do: it may keep running, and it stops its workers before it ends."""
        event.ignore()
        self.close_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that there is something to see."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _fit(self, *, slides: bool = True) -> None:
        narrow = self.width() < self._theme.px(RAIL_COLLAPSED_BELOW)
        width = self._theme.size("railCollapsed" if narrow else "rail")
        if self._slide.state() is QVariantAnimation.State.Running and self._slide.endValue() == width:
            return
        moves = slides and self._was_painted and self._rail is not None and self._place.width() != width
        length = self._theme.motion("base") if moves else 0
        self._slide.stop()
        if length:
            self._slide.setDuration(length)
            self._slide.setStartValue(self._place.width())
            self._slide.setEndValue(width)
            self._slide.start()
        else:
            self._place.setFixedWidth(width)
        if self._rail is not None:
            self._rail.set_narrow(narrow)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._place)
        row.addWidget(self.area, 1)
        self._screens.addWidget(self._desk)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._screens, 1)
        self.whole = QWidget()
        self.whole.setLayout(self._whole)
        self.setCentralWidget(self.whole)
        self.setAccessibleName("WaDesk")
