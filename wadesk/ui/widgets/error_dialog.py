"""What could not be done, in one sentence with a way out; what support wants to know is folded away below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.focus_ring import FocusRing
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label


class Details(QWidget):
    """A link that unfolds ``text`` for support, to be read or copied; it names no person and no phone number."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._text = Label(theme, text, "monoSmall", tone="text2", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.hide()
        self._arrow = Icon(theme, "chevron-right", "text2", 14)
        self._link = Button(theme, translate("Details", "Details for support"), kind="link")
        self._link.clicked.connect(lambda: self.unfold(open_now=self._text.isHidden()))
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self._arrow)
        row.addWidget(self._link)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self._text)

    @property
    def unfolded(self) -> bool:
        """Whether the text is shown."""
        return not self._text.isHidden()

    def unfold(self, *, open_now: bool) -> None:
        """Show the text, or fold it away."""
        self._arrow.show_icon("chevron-down" if open_now else "chevron-right", "text2")
        self._text.setVisible(open_now)


class ErrorDialog(QDialog):
    """``retried``: a person wants it tried again. Copying leaves the dialog open."""

    retried = Signal()

    def __init__(self, theme: Theme, parent: QWidget, title: str, sentence: str, details: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self.details = Details(theme, details)
        self.copy = Button(theme, translate("Details", "Copy details"))
        self.again = Button(theme, translate("Details", "Try again"), kind="primary")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self.again.clicked.connect(self._retry)
        self._lay_out(title, sentence)
        self._ring = FocusRing(theme, self)
        self.setFixedWidth(theme.size("dialogWidth"))

    def _retry(self) -> None:
        self.retried.emit()
        self.accept()

    def _lay_out(self, title: str, sentence: str) -> None:
        theme, px = self._theme, self._theme.px
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Label(theme, title, "h2", wrap=True))
        words.addWidget(Label(theme, sentence, "body", tone="text2", wrap=True))
        words.addWidget(self.details)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Icon(theme, "triangle-alert", "danger", 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(14))
        column.addLayout(head)
        column.addLayout(buttons)
