"""What has too little room: controls and labels that are smaller than their words need."""

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
