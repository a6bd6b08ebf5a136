"""The segmented control: two or three words beside each other, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton

from wadesk.ui.painting.text import width_of
from wadesk.ui.theme.theme import Theme


class Segments(QFrame):
    """``chosen`` (int): a person chose the word at this place. Arrows move the choice, Tab enters at the chosen one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, words: Sequence[str], name: str, *, small: bool = False) -> None:
        """``name`` is what is chosen, for screen readers."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, word in enumerate(words):
            segment = Segment(theme, word, small=small)
            segment.setAccessibleName(f"{name}: {word}")
            segment.setProperty("segment", _place(place, len(words)))
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # The style sheet's least width of a tool button would let the words be squeezed.
        self.setFixedWidth(row.sizeHint().width())
        self.choose(0)
        self._group.idClicked.connect(self.chosen)

    @property
    def choice(self) -> int:
        """The place of the chosen word."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose without being asked."""
        self._group.button(place).setChecked(True)


class Segment(QToolButton):
    """One word of the control, as wide as when it is chosen: words would move otherwise."""

    def __init__(self, theme: Theme, word: str, *, small: bool) -> None:
        super().__init__()
        width = width_of(theme.font("bodyStrong"), word) + theme.px(2 * 11) + 2
        self._size = QSize(width, theme.px(28) if small else theme.size("control"))
        self.setText(word)
        self.setCheckable(True)
        self.setProperty("controlSize", "small" if small else "")
        self.setProperty("ringRadius", 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self._size)

    def sizeHint(self) -> QSize:
        """The style would add to it."""
        return self._size


def _place(place: int, count: int) -> str:
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
