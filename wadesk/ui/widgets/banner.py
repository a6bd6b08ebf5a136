"""Banners: what is wrong in an area and stays until it is solved; at most one at a time, the worst."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import RichLabel

_WORST_FIRST = ("danger", "warn", "info", "ok", "idle")


@dataclass(frozen=True)
class Notice:
    """What a banner says: first words (600), the rest, and at most one button. ``key`` tells one from another."""

    key: str
    tone: str
    icon: str
    first: str
    rest: str = ""
    button: str = ""


class Banner(QFrame):
    """One notice in its tone. ``pressed`` (its key): the button was pressed."""

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notice: Notice | None = None
        self._icon = Icon(theme, "info", "info", 17)
        self._words = RichLabel(theme, "", "body", wrap=True)
        self._button = Button(theme, "", size="small")
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(10), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)

    def show_notice(self, notice: Notice, more: int = 0) -> None:
        """Say this; ``more`` is how many other notices wait behind it."""
        self._notice = notice
        self._icon.show_icon(notice.icon, notice.tone)
        rest = f"{escape(notice.rest)} +{more}" if more else escape(notice.rest)
        self._words.set_marked(f"<b>{escape(notice.first)}</b> {rest}")
        self._button.setVisible(bool(notice.button))
        self._button.set_words(notice.button)
        spoken = f"{notice.first} {notice.rest}".strip()
        if more:
            spoken = translate("Banner", "{sentence} And {n} more.").format(sentence=spoken, n=more)
        self.setAccessibleName(spoken)
        if self.property("banner") != notice.tone:
            self.setProperty("banner", notice.tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def _press(self) -> None:
        if self._notice is not None:
            self.pressed.emit(self._notice.key)


class BannerArea(QWidget):
    """The one banner of an area; away while there is nothing to say. ``pressed`` (key of a notice)."""

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._banner = Banner(theme)
        self._banner.pressed.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show the worst of these, and how many more there are."""
        worst = min(notices, key=lambda notice: _WORST_FIRST.index(notice.tone), default=None)
        if worst is not None:
            self._banner.show_notice(worst, len(notices) - 1)
        self.setVisible(worst is not None)
