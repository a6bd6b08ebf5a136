"""What a place says that has nothing in it yet: icon, title, one sentence, at most one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label


class EmptyState(QWidget):
    """``pressed``: its one button."""

    pressed = Signal()

    def __init__(self, theme: Theme, icon: str, title: str, sentence: str, button: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        column.addWidget(Icon(theme, icon, "text3", 26), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (Label(theme, title, "bodyStrong"), Label(theme, sentence, "small", tone="text2", wrap=True)):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        if button:
            act = Button(theme, button)
            act.clicked.connect(self.pressed)
            column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
