"""The frame of every dialog: 460 wide, title, text, what it asks, an error line, and buttons at the right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.focus_ring import FocusRing
from wadesk.ui.widgets.labels import Label


class Dialog(QDialog):
    """Window-modal and movable. ``asked``: the act was confirmed; it stays open until it was done or refused."""

    asked = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        *,
        act: str,
        cancel: str,
        kind: str = "primary",
        icon: str = "",
        width: int = 0,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        # What destroys says so with the sign of it, before a word is read.
        self._disc = icon if kind == "danger" else ""
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.act, self.safe = Button(theme, act, kind=kind, icon=icon), Button(theme, cancel)
        self._error = Label(theme, "", "small", tone="danger", wrap=True)
        self._error.hide()
        self.act.clicked.connect(self.confirm)
        self.safe.clicked.connect(self.reject)
        self._lay_out(title)
        self._ring = FocusRing(theme, self)
        self.setFixedWidth(theme.px(width) or theme.size("dialogWidth"))

    def add_text(self, sentence: str) -> None:
        """Say what will happen, right under the title."""
        self._words.addWidget(Label(self.theme, sentence, "body", tone="text2", wrap=True))

    def confirm(self) -> None:
        """Ask for the act once, where it may be asked for."""
        if self.act.isEnabled():
            self.show_error("")
            self.set_busy(True)
            self.act.set_busy(True)
            self.asked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its wrapped texts need at this width; a layout's own guess is for a narrower one."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def set_busy(self, busy: bool) -> None:
        """While it is being done nothing is asked twice."""
        self.act.setEnabled(not busy)

    def show_error(self, sentence: str) -> None:
        """Say why it was refused; what was typed stays. Empty hides the line."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.act.set_busy(False)
        self.set_busy(False)

    def _lay_out(self, title: str) -> None:
        px = self.theme.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.safe)
        buttons.addWidget(self.act)
        self._words = QVBoxLayout()
        self._words.setSpacing(px(4))
        self._words.addWidget(Label(self.theme, title, "h2", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        if self._disc:
            head.addWidget(Disc(self.theme, self._disc), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._words, 1)
        self.body.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(14))
        column.addLayout(head)
        column.addLayout(self.body)
        column.addWidget(self._error)
        column.addLayout(buttons)


class Disc(QWidget):
    """An icon of 16 in ``danger`` on a soft disc of 36: the sign of what destroys."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setFixedSize(theme.px(36), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc and icon."""
        theme, painter = self._theme, QPainter(self)
        edge = theme.color("dangerEdge") if theme.contrast else None
        draw_box(painter, QRectF(self.rect()), self.height() / 2, theme.color("dangerSoft"), edge)
        draw_icon(painter, self.rect(), theme.icon(self._icon, "danger", 18, ratio_of(painter)))
        painter.end()
