"""The page: sections at the left, the chosen one at the right. Only what works is listed."""

from enum import StrEnum
from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wadesk.ui.models.commands import Commands
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.settings import Settings
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.page_head import PageHead
from wadesk.ui.widgets.scroll_page import ScrollPage
from wadesk.ui.widgets.settings.about import About, AboutSection
from wadesk.ui.widgets.settings.look import LookSection
from wadesk.ui.widgets.settings.notices import NoticesSection
from wadesk.ui.widgets.settings.shortcuts import ShortcutsSection


class Section(StrEnum):
    """What the page is divided into, in its order."""

    LOOK = "look"
    NOTICES = "notices"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


_ICONS = {Section.LOOK: "palette", Section.NOTICES: "bell", Section.SHORTCUTS: "keyboard", Section.ABOUT: "info"}


_WORDS_FROM = 820
"""Under this width of the page the form needs the room of the section's names."""
_MAKES_ANEW = frozenset({"scale", "language"})
"""Controls (by object name) after which the window is made anew: the focus is given back to them."""


class SettingsPage(QFrame):
    """Values are written into ``settings``; ``colour_asked`` (AccountId, colour) is for whoever changes accounts.

    :attr:`section` and :attr:`focused` say where one is, to be put back after the window was made anew.
    """

    colour_asked = Signal(object, int)

    def __init__(self, theme: Theme, settings: Settings, desk: Desk, commands: Commands, about: About) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("sheet")
        self._nav, self._pages = QButtonGroup(self), QStackedWidget()
        self._contents: list[QVBoxLayout] = []
        look = LookSection(theme, settings, desk)
        look.colour_asked.connect(self.colour_asked)
        sections: dict[Section, QWidget] = {
            Section.LOOK: look,
            Section.NOTICES: NoticesSection(theme, settings, desk),
            Section.SHORTCUTS: ShortcutsSection(theme, commands),
            Section.ABOUT: AboutSection(theme, about),
        }
        for section, form in sections.items():
            self._pages.addWidget(self._page(section, form))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._navigation()
        row.addWidget(self._side)
        row.addWidget(self._pages, 1)
        self._nav.idClicked.connect(self._pages.setCurrentIndex)
        self.show_section(Section.LOOK)

    @property
    def section(self) -> Section:
        """Which section is shown."""
        return list(Section)[self._pages.currentIndex()]

    def show_section(self, section: Section) -> None:
        """Show this one."""
        place = list(Section).index(section)
        self._nav.button(place).setChecked(True)
        self._pages.setCurrentIndex(place)

    @property
    def focused(self) -> str:
        """The name of the control that has the focus, where changing it makes the window anew; else empty."""
        focused: QWidget | None = self.window().focusWidget()
        while focused is not None and self.isAncestorOf(focused):
            if focused.objectName() in _MAKES_ANEW:
                return focused.objectName()
            focused = focused.parentWidget()
        return ""

    def focus(self, name: str) -> None:
        """Give the focus back to this control; to the chosen section's entry where there is no such."""
        # Typed as if it always found one.
        found = cast("QWidget | None", self.findChild(QWidget, name)) if name else None
        control = found if found is not None else cast("QWidget", self._nav.checkedButton())
        if control.focusPolicy() is Qt.FocusPolicy.NoFocus:
            control = next(part for part in control.findChildren(QAbstractButton) if part.isChecked())
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the list at the left keeps its icons alone."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_WORDS_FROM)
        px = self._theme.px
        for entry in self._entries:
            entry.fold(folded=narrow)
        self._nav_title.setVisible(not narrow)
        side = px(12 if narrow else 24)
        for content in self._contents:
            content.setContentsMargins(side, px(8), side, px(24))
        # With the line at its right.
        needed = max(entry.sizeHint().width() for entry in self._entries) + px(2 * 10) + 1
        self._side.setFixedWidth(needed if narrow else max(needed, self._theme.size("settingsNav")))

    def _page(self, section: Section, form: QWidget) -> QWidget:
        theme = self._theme
        title, line = _words(section)
        head = PageHead(theme, [], [])
        head.title.setText(title)
        head.line.setText(line)
        head.line.setVisible(bool(line))
        content = QVBoxLayout()
        self._contents.append(content)
        form.setMaximumWidth(theme.size("settingsForm"))
        content.addWidget(form)
        content.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(ScrollPage(content, "sheet"), 1)
        return page

    def _navigation(self) -> QFrame:
        theme, px = self._theme, self._theme.px
        nav = QFrame()
        nav.setObjectName("settingsNav")
        column = QVBoxLayout(nav)
        column.setContentsMargins(px(10), px(18), px(10), px(10))
        column.setSpacing(0)
        self._nav_title = Label(theme, translate("Settings", "Settings"), "h2")
        self._nav_title.setContentsMargins(px(10), 0, 0, px(10))
        column.addWidget(self._nav_title)
        self._entries: list[NavEntry] = []
        for place, section in enumerate(Section):
            entry = NavEntry(theme, _ICONS[section], _words(section)[0])
            self._entries.append(entry)
            self._nav.addButton(entry, place)
            column.addWidget(entry)
        column.addStretch(1)
        return nav


class NavEntry(QPushButton):
    """One section in the list at the left."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__(words)
        self._theme, self._icon, self._words = theme, icon, words
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setProperty("kind", "nav")
        self.setProperty("ringRadius", 6)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone; its word is its tooltip then."""
        self.setText("" if folded else self._words)
        self.setToolTip(self._words if folded else "")

    def _restyle(self) -> None:
        tone = "text" if self.isChecked() else "text2"
        self.setIcon(self._theme.button_icon(self._icon, tone, 16, after=self._theme.px(6)))
        self.setIconSize(QSize(self._theme.px(16) + self._theme.px(6), self._theme.px(16)))


def _words(section: Section) -> tuple[str, str]:
    here = translate("Settings", "Only for you, on this computer.")
    return {
        Section.LOOK: (translate("Settings", "Appearance and language"), here),
        Section.NOTICES: (translate("Settings", "Notices"), here),
        Section.SHORTCUTS: (
            translate("Settings", "Shortcuts"),
            translate("Settings", "All keys that work now."),
        ),
        Section.ABOUT: (translate("Settings", "About"), ""),
    }[section]
