"""A menu with the design's round corners."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


class PopupMenu(QMenu):
    """Ends when it closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        round_corners(self)
        self.aboutToHide.connect(self.deleteLater)


def round_corners(menu: QMenu) -> QMenu:
    """``menu`` with a window that is see-through and frameless: square corners would show otherwise."""
    menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return menu
