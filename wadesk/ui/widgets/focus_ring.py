"""The focus ring: 2 px, 2 px away from the control that has the focus by key, above everything in the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from wadesk.ui.theme.theme import Theme

_OWN_RING = (QAbstractItemView, QAbstractSpinBox, QLineEdit, QPlainTextEdit)
"""These show the focus themselves: rows inside, fields by their own border."""
_OUT = 4
"""2 px of ring, 2 px away."""
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.EnabledChange}


class FocusRing(QWidget):
    """One per window. Follows the focus, and the moves of what has it and of everything around that."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def target(self) -> QWidget | None:
        """What the ring is around now."""
        return self._target if self.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something around the focused control moved."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        radius = self._theme.px(int(self._target.property("ringRadius") or 6)) + 2 if self._target else 8
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []
        # Qt notes at the window whether Tab or a shortcut gave the focus, or the pointer or the program did.
        by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        wanted = new is not None and by_key and new.window() is self.window() and not isinstance(new, _OWN_RING)
        self._target = new if wanted else None
        around = self._target
        while around is not None and around is not self.window():
            around.installEventFilter(self)
            self._watched.append(around)
            around = around.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        # What paints a word beside itself says which part of it is the control.
        part = getattr(target, "ring_rect", target.rect())
        around = QRect(target.mapTo(self.window(), part.topLeft()), part.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT)
        self.setGeometry(around)
        seen = self._seen(target).translated(-around.topLeft())
        if not seen.intersects(self.rect()):
            self.hide()
            return
        self.setMask(QRegion(seen.intersected(self.rect())))
        self.show()
        self.raise_()

    def _seen(self, target: QWidget) -> QRect:
        """The part of the window in which a scrolled-away control may be ringed."""
        seen, around = self.window().rect(), target.parentWidget()
        while around is not None and around is not self.window():
            if isinstance(around.parentWidget(), QAbstractScrollArea):
                seen = seen.intersected(QRect(around.mapTo(self.window(), QPoint(0, 0)), around.size()))
            around = around.parentWidget()
        return seen
