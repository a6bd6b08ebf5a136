"""Short messages at the bottom right: what went well leaves by itself, what did not stays until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button, IconButton
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.shadow import Shadow

_MOST = 3
_EDGE = 4
_ICONS = {"ok": "check", "info": "scan-line", "warn": "info", "danger": "circle-alert"}


class Toast(QWidget):
    """One message with a 4 px edge in its tone, and at most one thing to do. ``over``: it may go; ``pressed``."""

    over = Signal()
    pressed = Signal()

    def __init__(self, theme: Theme, tone: str, sentence: str, button: str = "") -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setAccessibleName(sentence)
        close = IconButton(theme, "x", translate("Toasts", "Close"), small=True)
        close.clicked.connect(self.over)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(Icon(theme, _ICONS[tone], tone, 16))
        row.addWidget(Label(theme, sentence, "body", wrap=True), 1)
        if button:
            act = Button(theme, button, kind="link")
            act.clicked.connect(self.pressed)
            act.clicked.connect(self.over)
            row.addWidget(act)
        row.addWidget(close)
        Shadow(theme, self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(theme.duration("toast"))
        self._clock.timeout.connect(self.over)
        self._run()

    @property
    def leaving(self) -> bool:
        """Whether its time runs."""
        return self._clock.isActive()

    def fit(self, room: int | None = None) -> None:
        """Be as wide as every toast, or as the ``room`` there is, and as high as the sentence needs then."""
        wide = self._theme.size("toastWidth")
        self.setFixedWidth(wide if room is None else min(wide, room))
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(max(self._theme.px(38), layout.totalHeightForWidth(self.width())))

    def hold(self, focused: QWidget | None) -> None:
        """It stays while the focus is in it."""
        if focused is not None and self.isAncestorOf(focused):
            self._clock.stop()
        elif not self.leaving:
            self._run()

    def enterEvent(self, event: QEnterEvent) -> None:
        """It stays while it is looked at."""
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Its time runs again."""
        super().leaveEvent(event)
        self._run()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, hairline and edge."""
        painter, radius = QPainter(self), self._theme.radius("popup")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(path, self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawPath(path)
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, _EDGE, self.height()), self._theme.color(self._tone))
        painter.end()

    def _run(self) -> None:
        if self._tone != "danger" and not self.underMouse():
            self._clock.start()


class Toasts(QWidget):
    """Keeps to the bottom right of its parent; the newest is lowest, three at most."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[Toast] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        self._column.setSpacing(theme.px(10))
        parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._hold)
        self.hide()

    def say(self, tone: str, sentence: str, button: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence: ``ok``, ``info``, ``warn``, or ``danger`` (which stays); ``act`` is what its button does.

        The same one is not said twice at once.
        """
        if any(toast.accessibleName() == sentence for toast in self._shown):
            return
        toast = Toast(self._theme, tone, sentence, button)
        toast.over.connect(lambda: self._drop(toast))
        if act is not None:
            toast.pressed.connect(act)
        self._shown.append(toast)
        self._column.addWidget(toast)
        toast.fit()
        # A widget that was never shown takes no room in a layout.
        toast.show()
        if len(self._shown) > _MOST:
            self._drop(self._shown[0])
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _hold(self, _old: QWidget | None, new: QWidget | None) -> None:
        for toast in self._shown:
            toast.hold(new)

    def _drop(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self._column.removeWidget(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._shown))
        parent = self.parentWidget()
        if parent is not None:
            for toast in self._shown:
                toast.fit(parent.width() - 2 * self._theme.px(16))
            self._column.activate()
            size = self._column.sizeHint()
            left, top = parent.width() - size.width(), parent.height() - size.height()
            self.setGeometry(left, top, size.width(), size.height())
            self.raise_()
