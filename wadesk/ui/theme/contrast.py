"""High contrast: the same palette with its quiet colours replaced by its strong ones (design.md 4)."""

from PySide6.QtGui import QColor

TONES = ("ok", "warn", "danger", "info", "idle")


def strengthen(colours: dict[str, QColor]) -> dict[str, QColor]:
    """A palette whose hairlines are control edges, whose second lines are text, and whose soft fills are the surface.

    What was told by a soft fill is told by a 1 px edge in the full colour, which painters draw anyway.
    """
    strong = dict(colours)
    strong["border"] = strong["bubbleInEdge"] = colours["borderStrong"]
    strong["text2"] = strong["text3"] = colours["text"]
    for tone in TONES:
        strong[f"{tone}Soft"], strong[f"{tone}Edge"] = colours["surface"], colours[tone]
    return strong


def strengthen_account(entry: dict[str, QColor], surface: QColor) -> dict[str, QColor]:
    """An account's colours likewise."""
    return entry | {"soft": surface, "edge": entry["solid"]}


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
