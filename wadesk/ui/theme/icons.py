"""Icons: Lucide's SVG files, tinted and rendered at the screen's own ratio, each kept once rendered."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap


class Icons:
    """Pixmaps by (name, colour, size, stroke, ratio). Sizes are px at ratio 1."""

    def __init__(self, folder: Path) -> None:
        """Read icons from ``folder`` when they are first asked for."""
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, int, float, float], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, stroke: float, ratio: float) -> QPixmap:
        """The icon as a pixmap of ``size`` px; OSError when there is no such file."""
        key = (name, colour.rgba(), size, stroke, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._render(name, colour, size, stroke, ratio)
        return found

    def _render(self, name: str, colour: QColor, size: int, stroke: float, ratio: float) -> QPixmap:
        # Its library is loaded with the first icon: the window is painted once without any.
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

        source = self._sources.get(name)
        if source is None:
            source = self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        tinted = source.replace("currentColor", colour.name()).replace('stroke-width="2"', f'stroke-width="{stroke}"')
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
