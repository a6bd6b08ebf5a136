"""A page that scrolls up and down alone, and is as high as its wrapped texts need at the width there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea


class ScrollPage(QScrollArea):
    """``ground`` names the sheet's colour: ``page`` (canvas) or ``sheet`` (surface)."""

    def __init__(self, content: QLayout, ground: str) -> None:
        super().__init__()
        self._sheet = QFrame()
        self._sheet.setObjectName(ground)
        self._sheet.setLayout(content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap at the new width: a layout's minimum does not say so by itself."""
        super().resizeEvent(event)
        needed = self._sheet.heightForWidth(self.viewport().width())
        if needed > 0:
            self._sheet.setMinimumHeight(needed)
