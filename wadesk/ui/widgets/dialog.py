"""The frame of every dialog: 460 wide, title, text, what it asks, an error line, and buttons at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

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
        """Say what will happen."""
        self.body.addWidget(Label(self.theme, sentence, "body", tone="text2", wrap=True))

    def confirm(self) -> None:
        """Ask for the act once, where it may be asked for."""
        if self.act.isEnabled():
            self.show_error("")
            self.set_busy(True)
            self.asked.emit()

    def set_busy(self, busy: bool) -> None:
        """While it is being done nothing is asked twice."""
        self.act.setEnabled(not busy)

    def show_error(self, sentence: str) -> None:
        """Say why it was refused; what was typed stays. Empty hides the line."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.set_busy(False)

    def _lay_out(self, title: str) -> None:
        px = self.theme.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.safe)
        buttons.addWidget(self.act)
        self.body.setSpacing(px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(14))
        column.addWidget(Label(self.theme, title, "h2"))
        column.addLayout(self.body)
        column.addWidget(self._error)
        column.addLayout(buttons)
