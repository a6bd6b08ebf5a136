"""Buttons of the design's kinds, with their icons in the right tone and a name for screen readers."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from wadesk.ui.theme.theme import Theme

_ICON_TONE = {"primary": "onInk", "danger": "onStatus", "dangerLine": "danger"}
_RADIUS = "ringRadius"


class Button(QPushButton):
    """A button with a word. ``kind``: "", primary, danger, dangerLine, ghost, link; ``size``: "", small, large."""

    def __init__(
        self, theme: Theme, text: str, *, kind: str = "", size: str = "", icon: str = "", icon_last: bool = False
    ) -> None:
        super().__init__(text)
        self._theme, self._kind, self._icon = theme, kind, icon
        self.setProperty("kind", kind)
        self.setProperty("controlSize", size)
        self.setProperty(_RADIUS, 6)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)
        if icon_last:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_words(self, text: str, icon: str = "") -> None:
        """Another word (and icon)."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = icon or self._icon
        self._restyle()

    def _restyle(self) -> None:
        if self._icon:
            tone = _ICON_TONE.get(self._kind, "text")
            # The design's gap is 7, the style's own 4.
            room = self._theme.px(3) if self.text() else 0
            last = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            before, after = (room, 0) if last else (0, room)
            self.setIcon(self._theme.button_icon(self._icon, tone, 15, before=before, after=after))
            self.setIconSize(QSize(self._theme.px(15) + room, self._theme.px(15)))


class IconButton(QToolButton):
    """A button with an icon alone: its tooltip is its name, and says the shortcut besides."""

    def __init__(
        self, theme: Theme, icon: str, name: str, *, shortcut: str = "", small: bool = False, place: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._small = theme, icon, small
        self.setProperty("controlSize", "small" if small else "")
        self.setProperty("place", place)
        self.setProperty(_RADIUS, 6)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {shortcut}" if shortcut else name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        size = 15 if self._small else 18
        self.setIcon(self._theme.button_icon(self._icon, "text2", size))
        self.setIconSize(QSize(self._theme.px(size), self._theme.px(size)))
