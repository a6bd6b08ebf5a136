"""Buttons of the design's kinds, with their icons in the right tone and a name for screen readers."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.turning import Turning, turned

_ICON_TONE = {"primary": "onInk", "danger": "onStatus", "dangerLine": "danger"}
_RADIUS = "ringRadius"
_ACT = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Button(QPushButton):
    """A button with a word. ``kind``: "", primary, danger, dangerLine, ghost, link; ``size``: "", small, large."""

    def __init__(
        self, theme: Theme, text: str, *, kind: str = "", size: str = "", icon: str = "", icon_last: bool = False
    ) -> None:
        super().__init__(text)
        self._theme, self._kind, self._icon = theme, kind, icon
        self._turning: Turning | None = None
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

    @property
    def busy(self) -> bool:
        """Whether what it asks for is being done."""
        return self._turning is not None

    def set_words(self, text: str, icon: str = "") -> None:
        """Another word (and icon)."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = icon or self._icon
        self._restyle()

    def set_busy(self, busy: bool) -> None:
        """While busy the word stays, the spinner takes the icon's place, and nothing is asked twice."""
        if busy and self._turning is None:
            self._turning = Turning(self._theme, self)
            self._turning.turned.connect(self._restyle)
            self._turning.start()
        elif not busy and self._turning is not None:
            self._turning.deleteLater()
            self._turning = None
        self._restyle()

    def hitButton(self, place: QPoint) -> bool:
        """Clicks are ignored while it is busy."""
        return not self.busy and super().hitButton(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So are keys."""
        if self.busy and event.key() in _ACT:
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        icon = "loader-circle" if self.busy else self._icon
        if not icon:
            self.setIcon(QIcon())
            return
        tone = _ICON_TONE.get(self._kind, "text")
        # The design's gap is 7, the style's own 4.
        room = self._theme.px(3) if self.text() else 0
        last = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        before, after = (room, 0) if last else (0, room)
        side, step = self._theme.px(15), self._turning.step if self._turning else 0
        shown = self._theme.button_icon(icon, tone, 15, before=before, after=after) if not step else QIcon()
        for ratio in (1.0, 2.0) if step else ():
            pixmap = turned(self._theme.icon(icon, tone, 15, ratio), step)
            shown.addPixmap(self._theme.with_room(pixmap, before, after))
        self.setIcon(shown)
        self.setIconSize(QSize(side + room, side))


class IconButton(QToolButton):
    """A button with an icon alone: its tooltip is its name, and says the shortcut (as Qt writes it) besides."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        shortcut: str = "",
        small: bool = False,
        place: str = "",
        checkable: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._small = theme, icon, small
        self.setProperty("controlSize", "small" if small else "")
        self.setProperty("place", place)
        self.setProperty(_RADIUS, 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(checkable)
        self.setFixedSize(self.sizeHint())
        self.set_words(name, shortcut)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """A square of 32, or of 26; the style would add to it."""
        side = self._theme.size("iconButtonSmall" if self._small else "iconButton")
        return QSize(side, side)

    def set_words(self, name: str, shortcut: str = "") -> None:
        """Another name, and the keys that do the same."""
        self.setAccessibleName(name)
        self.setToolTip(tip(name, shortcut))

    def set_icon(self, icon: str) -> None:
        """Another icon."""
        self._icon = icon
        self._restyle()

    def _restyle(self) -> None:
        size = 15 if self._small else 18
        self.setIcon(self._theme.button_icon(self._icon, "text" if self.isChecked() else "text2", size))
        self.setIconSize(QSize(self._theme.px(size), self._theme.px(size)))


def tip(name: str, shortcut: str = "") -> str:
    """A tooltip: what a control does, and its keys as this system writes them."""
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) or shortcut
    return f"{name}  {keys}" if shortcut else name
