"""A panel that slides over the page from the right, with everything behind it dimmed."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.theme.theme import Theme


class Drawer(QWidget):
    """A child of ``page`` as large as it: the scrim, and the panel at its right edge while it is open.

    ``left``: a click beside the panel, or Esc. The focus goes in, and back after.
    """

    left = Signal()

    def __init__(self, theme: Theme, page: QWidget, width: int) -> None:
        """``width`` of the panel in px."""
        super().__init__(page)
        self._theme, self._wide = theme, width
        self._panel: QWidget | None = None
        self._before: QWidget | None = None
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(0.0)
        self._slide.setEndValue(1.0)
        self._slide.valueChanged.connect(self._place)
        page.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a panel is over the page."""
        return self._panel is not None

    def open(self, panel: QWidget, focus: QWidget) -> None:
        """Slide ``panel`` in, with the focus on ``focus``."""
        page = self.parentWidget()
        self._before = page.focusWidget() if page is not None else None
        self._panel = panel
        panel.setParent(self)
        panel.setFixedWidth(self._wide)
        if page is not None:
            self.resize(page.size())
        panel.show()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        length = self._theme.motion("base")
        if length:
            self._slide.setDuration(length)
            self._slide.start()
        else:
            self._slide.stop()
        self._place()

    def close_panel(self) -> QWidget | None:
        """Take the panel away and give it back to the caller."""
        self._slide.stop()
        self.hide()
        panel, self._panel = self._panel, None
        if self._before is not None and panel is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        return panel

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel leaves it."""
        if self._panel is not None and not self._panel.geometry().contains(event.position().toPoint()):
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scrim."""
        painter = QPainter(self)
        painter.setOpacity(self._share())
        painter.fillRect(self.rect(), self._theme.color("scrim"))
        painter.end()

    def _share(self) -> float:
        moving = self._slide.state() is QVariantAnimation.State.Running
        return float(self._slide.currentValue() or 0.0) if moving else 1.0

    def _place(self) -> None:
        if self._panel is None:
            return
        shown = round(self._wide * self._share())
        self._panel.setGeometry(self.width() - shown, 0, self._wide, self.height())
        self.update()
