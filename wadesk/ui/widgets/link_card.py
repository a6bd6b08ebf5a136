"""The large code of the link page with its countdown."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.announcing import announce
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.code_card import CodeCard, next_words
from wadesk.ui.widgets.labels import Label

_LAST_SECONDS = 5


class LinkCard(CodeCard):
    """Modules of 5 px, the ring of 52, and a button for a new code."""

    def __init__(self, theme: Theme, now: Callable[[], int]) -> None:
        super().__init__(theme, now, module=5, ring="page")
        self._next = Label(theme, "", "h2", tabular=True)
        self._which = Label(theme, "", "small", tone="text2", wrap=True)
        self._renew = Button(theme, translate("Linking", "Make a new code now"), icon="refresh-cw")
        self._renew.clicked.connect(self.renew_asked)
        self.counted.connect(lambda left: self._next.setText(next_words(left)))
        self.renewed.connect(self._say_which)
        self.counted.connect(self._announce_end)
        # The code is a stop of its own here: a screen reader names it, and the ring shows where to look.
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.setContentsMargins(theme.px(24), theme.px(19), theme.px(24), theme.px(20))
        self.add_page(self._page())

    def _say_which(self, number: int, of: int) -> None:
        words = translate("Linking", "Code {n} of {of}. After that, the screen waits for you.")
        self._which.setText(words.format(n=number, of=of))
        if self.isVisible():
            announce(self.view, translate("Linking", "New code on the screen"))

    def _announce_end(self, left: int) -> None:
        # Once for the last seconds; in between it is silent (design.md 13).
        if left == _LAST_SECONDS and self.isVisible():
            announce(self.view, next_words(left))

    def _page(self) -> QFrame:
        px = self.theme.px
        count = QVBoxLayout()
        count.setSpacing(px(1))
        count.addStretch(1)
        count.addWidget(self._next)
        count.addWidget(self._which)
        count.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.ring)
        line.addLayout(count, 1)
        page = QFrame()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.framed_code(10), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(line)
        column.addWidget(self.warning)
        column.addWidget(self._renew)
        return page
