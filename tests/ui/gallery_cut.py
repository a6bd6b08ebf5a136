"""What has too little room: controls and labels that are smaller than their words need."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from wadesk.ui.widgets.labels import ElidedLabel


def cut(sheet: QWidget) -> list[str]:
    """What has less room than its words need."""
    found = []
    for widget in sheet.findChildren(QWidget):
        wide = isinstance(widget, QAbstractButton | QComboBox | QLabel) and not isinstance(widget, ElidedLabel)
        if not wide or not widget.isVisible() or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        hint = widget.sizeHint()
        if hint.width() > widget.width() or hint.height() > widget.height():
            found.append(f"{type(widget).__name__} {widget.accessibleName()}: {hint} in {widget.size()}")
    return found


def outside(page: QWidget) -> list[str]:
    """What reaches over the page's right edge, where nothing scrolls to it."""
    shown = (widget for widget in page.findChildren(QWidget) if widget.isVisible())
    return [
        f"{type(widget).__name__} {widget.accessibleName()}: {right} of {page.width()}"
        for widget in shown
        if (right := widget.mapTo(page, QPoint(widget.width(), 0)).x()) > page.width()
    ]
