"""How the first account connects: from this computer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label


class ThisComputer(QFrame):
    """What connecting from here means, in one sentence and three facts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self.setProperty("card", "chosen")
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts.setSpacing(px(6))
        for fact in _facts():
            line = QHBoxLayout()
            line.setSpacing(px(6))
            line.addWidget(Icon(theme, "check", "ok", 14))
            line.addWidget(Label(theme, fact, "small"))
            line.addSpacing(px(12))
            line.addStretch(1)
            self._facts.addLayout(line)
        self._facts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(Label(theme, translate("FirstRun", "This computer"), "title"))
        says = translate(
            "FirstRun",
            "WaDesk connects the numbers from here, by QR or code. The chats stay on this computer, encrypted.",
        )
        words.addWidget(Label(theme, says, "body", tone="text2", wrap=True))
        words.addSpacing(px(4))
        words.addLayout(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(16), px(20), px(16))
        row.addLayout(words, 1)
        row.addWidget(Icon(theme, "monitor", "text2", 26), 0, Qt.AlignmentFlag.AlignTop)

    def stack(self, *, stacked: bool) -> None:
        """Put the facts one below the other, or beside each other."""
        directions = QBoxLayout.Direction
        self._facts.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)


def _facts() -> tuple[str, ...]:
    return (
        translate("FirstRun", "Up to 10 numbers per account"),
        translate("FirstRun", "QR or a code of 8 characters"),
        translate("FirstRun", "One process per number"),
    )
