"""Menus as the design draws them: rows of 30 with an icon, the shortcut at the right, what destroys last."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from wadesk.ui.painting.chips import chip_width, draw_slot_chip
from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import RIGHT, draw_icon, draw_line, ratio_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_hint import shown_keys

_ICON, _PAD, _GAP = 16, 10, 9
_LOOK = "look"
"""The action's property that holds its icon and tone."""


class PopupMenu(QMenu):
    """Ends when it closes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._slot: tuple[tuple[int, str], int, str] | None = None
        self._parted = False
        self.setProperty("drawn", "rows")
        round_corners(self)
        self.aboutToHide.connect(self.deleteLater)

    def head(self, slot: tuple[int, str], colour: int, number: str) -> None:
        """Begin with a slot's large chip: (index, name), its account's colour, its number as people read it."""
        self._slot = (slot, colour, number)
        self.setAccessibleName(f"{slot[0]} {slot[1]} {number}".rstrip())
        px = self._theme.px
        width = chip_width(self._theme, slot[1], number, large=True) + px(2 * (5 + _PAD))
        self.setMinimumWidth(max(self.minimumWidth(), width))
        self.setContentsMargins(0, self._head_height(), 0, 0)

    def add_row(
        self,
        words: str,
        act: Callable[[], object],
        *,
        icon: str = "",
        shortcut: str = "",
        destructive: bool = False,
        enabled: bool = True,
    ) -> QAction:
        """One row; ``shortcut`` is shown as a reminder, it does not act. What destroys comes last, after a line."""
        if destructive and not self._parted:
            self._parted = True
            self.addSeparator()
        action = self.addAction(words.replace("&", "&&") + (f"\t{shown_keys(shortcut)}" if shortcut else ""))
        action.setProperty(_LOOK, (icon, "danger" if destructive else "text"))
        action.setEnabled(enabled)
        action.triggered.connect(lambda _on=False: act())
        return action

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, head and rows; where rows lie, and how wide all is, is Qt's own measuring."""
        theme, painter = self._theme, QPainter(self)
        draw_box(painter, QRectF(self.rect()), theme.radius("popup"), theme.color("raised"), theme.color("border"))
        if self._slot is not None:
            slot, colour, number = self._slot
            corner = QPoint(theme.px(5 + _PAD), theme.px(5 + 6))
            draw_slot_chip(painter, theme, corner, slot, colour, number=number, large=True)
            painter.fillRect(QRect(0, self._head_height(), self.width(), 1), theme.color("border"))
        for action in self.actions():
            # A row with a widget of its own is painted by that.
            if not isinstance(action, QWidgetAction):
                self._paint_row(painter, action, self.actionGeometry(action))
        painter.end()

    def _paint_row(self, painter: QPainter, action: QAction, rect: QRect) -> None:
        theme = self._theme
        if action.isSeparator():
            painter.fillRect(QRect(rect.x(), rect.center().y(), rect.width(), 1), theme.color("border"))
            return
        if action is self.activeAction() and action.isEnabled():
            draw_box(painter, QRectF(rect), theme.radius("menuItem"), theme.color("pressed"))
        icon, tone = action.property(_LOOK) or ("", "text")
        ink = theme.color(tone if action.isEnabled() else "textDisabled")
        place = rect.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        self._paint_icon(painter, action, icon, ink, QRect(place.topLeft(), QSize(theme.px(_ICON), place.height())))
        words, _, keys = action.text().replace("&&", "&").partition("\t")
        quiet = theme.color("text3" if action.isEnabled() else "textDisabled")
        draw_line(painter, place, keys, theme.font("small"), quiet, RIGHT, elide=False)
        place.setLeft(place.x() + theme.px(_ICON + _GAP))
        draw_line(painter, place, words, theme.font("body"), ink, elide=False)

    def _paint_icon(self, painter: QPainter, action: QAction, icon: str, ink: QColor, box: QRect) -> None:
        if icon:
            draw_icon(painter, box, self._theme.icon(icon, ink, _ICON, ratio_of(painter)))
        elif not action.icon().isNull():
            mode = QIcon.Mode.Normal if action.isEnabled() else QIcon.Mode.Disabled
            draw_icon(painter, box, action.icon().pixmap(box.size(), ratio_of(painter), mode))

    def _head_height(self) -> int:
        return self._theme.px(5 + 6 + 6) + self._theme.size("slotChipLarge")


def round_corners(menu: QMenu) -> QMenu:
    """``menu`` with a window that is see-through and frameless: square corners would show otherwise."""
    menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return menu
