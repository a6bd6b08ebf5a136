"""Short messages at the bottom right: what went well leaves by itself, what did not stays until it is closed."""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label

_MOST = 3
_ICONS = {"ok": "check", "info": "scan-line", "danger": "circle-alert"}


class Toast(QWidget):
    """One message with a 4 px edge in its tone. ``over``: it may go."""

    over = Signal()

    def __init__(self, theme: Theme, tone: str, sentence: str) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setFixedWidth(theme.size("toastWidth"))
        self.setAccessibleName(sentence)
        close = IconButton(theme, "x", translate("Toasts", "Close"), small=True)
        close.clicked.connect(self.over)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(Icon(theme, _ICONS[tone], tone, 16))
        row.addWidget(Label(theme, sentence, "body", wrap=True), 1)
        row.addWidget(close)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setOffset(0, 8)
        shadow.setBlurRadius(24)
        shadow.setColor(QColor(10, 20, 17, 41))
        self.setGraphicsEffect(shadow)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(theme.duration("toast"))
        self._clock.timeout.connect(self.over)
        self._run()

    def fit(self) -> None:
        """Be as high as the sentence needs."""
        layout = self.layout()
        if layout is not None:
            self.setFixedHeight(max(self._theme.px(38), layout.totalHeightForWidth(self.width())))

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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.fillPath(path, self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawPath(path)
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, 4, self.height()), self._theme.color(self._tone))
        painter.end()

    def _run(self) -> None:
        if self._tone != "danger":
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
        self.hide()

    def say(self, tone: str, sentence: str) -> None:
        """Show a sentence: ``ok``, ``info``, or ``danger`` (which stays). The same one is not said twice at once."""
        if any(toast.accessibleName() == sentence for toast in self._shown):
            return
        toast = Toast(self._theme, tone, sentence)
        toast.over.connect(lambda: self._drop(toast))
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

    def _drop(self, toast: Toast) -> None:
        if toast in self._shown:
            self._shown.remove(toast)
            self._column.removeWidget(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._shown))
        self._column.activate()
        size, parent = self._column.sizeHint(), self.parentWidget()
        if parent is not None:
            left, top = parent.width() - size.width(), parent.height() - size.height()
            self.setGeometry(left, top, size.width(), size.height())
            self.raise_()
