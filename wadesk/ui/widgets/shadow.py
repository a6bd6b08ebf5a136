"""The soft shadow under what floats over the window; cards and columns have none."""

from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from wadesk.ui.theme.theme import Theme


class Shadow(QGraphicsDropShadowEffect):
    """Lies 8 px below ``widget``, blurred by 24 (design.md 3), in the colour of the scheme worn."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(widget)
        self._theme = theme
        self.setOffset(0, 8)
        self.setBlurRadius(24)
        widget.setGraphicsEffect(self)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self.setColor(self._theme.color("shadow"))
