"""Reads the design's ``tokens.json`` and hands out plain values; the only module that knows its layout."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor


def colour(text: str) -> QColor:
    """A colour from ``#RRGGBB`` or ``#RRGGBBAA``: the tokens give alpha last, Qt reads it first."""
    return QColor(f"#{text[7:9]}{text[1:7]}" if len(text) == 9 else text)


class Tokens:
    """The values of one token file. A name that is not in it raises KeyError: a typing mistake, not a state."""

    def __init__(self, path: Path) -> None:
        """Read ``path``; OSError when it is not there."""
        self._all: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    def colours(self, scheme: str) -> dict[str, QColor]:
        """Every named colour of a scheme (``light`` or ``dark``), and the two of a QR code."""
        named = {name: colour(text) for name, text in self._all["color"][scheme].items()}
        named["qrDark"], named["qrLight"] = colour(self._all["qrColor"]["dark"]), colour(self._all["qrColor"]["light"])
        return named

    def accounts(self, scheme: str) -> list[dict[str, QColor]]:
        """The ten account colours of a scheme, in the order in which accounts take them."""
        return [{part: colour(text) for part, text in entry[scheme].items()} for entry in self._all["account"]]

    def font_style(self, name: str) -> tuple[float, float, int, bool]:
        """A type style as (px, line height, weight, monospaced)."""
        style = self._all["font"]["style"][name]
        return style["px"], style["line"], style["weight"], style.get("mono", False)

    def size(self, path: str) -> float:
        """A length by its dotted path below ``size``, such as ``chatRow.normal``."""
        value: Any = self._all["size"]
        for part in path.split("."):
            value = value[part]
        return float(value)

    def radius(self, name: str) -> float:
        """A corner's radius."""
        return float(self._all["radius"][name])

    def duration(self, name: str) -> int:
        """A motion's length in milliseconds."""
        return int(self._all["motion"][name])

    def stroke(self, size: float) -> float:
        """The stroke (on the 24 grid) an icon of ``size`` px is drawn with: thicker where it is small."""
        strokes = {float(step): float(width) for step, width in self._all["size"]["iconStroke"].items()}
        return strokes[max((step for step in strokes if step <= size), default=min(strokes))]
