"""The head of a page: title, a second line, and what can be done at the right."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import ElidedLabel, rule


class PageHead(QFrame):
    """64 high, with a hairline below. ``before`` stands at the left of the words, ``after`` at the right."""

    def __init__(self, theme: Theme, before: list[QWidget], after: list[QWidget]) -> None:
        super().__init__()
        self.title, self.line = ElidedLabel(theme, "", "h1"), ElidedLabel(theme, "", "small", tone="text2")
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.line)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24 if not before else 12), 0, theme.px(20), 0)
        row.setSpacing(theme.px(12))
        for widget in before:
            row.addWidget(widget)
        row.addLayout(words, 1)
        for widget in after:
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(rule())
        self.setFixedHeight(theme.size("pageHeader"))
