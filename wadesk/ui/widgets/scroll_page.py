"""A page that scrolls up and down alone, and is as high as its wrapped texts need at the width there is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea


class ScrollPage(QScrollArea):
    """``ground`` names the sheet's colour: ``page`` (canvas) or ``sheet`` (surface)."""

    def __init__(self, content: QLayout, ground: str) -> None:
        super().__init__()
        self._sheet = QFrame()
        self._sheet.setObjectName(ground)
        self._sheet.setLayout(content)
        self._sheet.installEventFilter(self)
        # The strip beside the sheet, where the bar runs, has the same ground.
        self.setObjectName(ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap at the new width: a layout's minimum does not say so by itself."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Parts of the sheet came, went or say something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        # Without a wrapped text nothing depends on the width: what was needed before must not stay.
        needed = max(0, self._sheet.heightForWidth(self.viewport().width()))
        if needed != self._sheet.minimumHeight():
            self._sheet.setMinimumHeight(needed)
