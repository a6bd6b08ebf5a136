"""Lays out a message's words: at most so much that no text can stop the window, each line at the design's height."""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

# 4,000 characters are about nine screens; "show more" adds as many again.
SHOWN_CHARACTERS = 4_000
SHOWN_LINES = 150
# More marks than letters are a tower of accents: it must not paint over its neighbours.
_TOWER = 0.3


@dataclass(frozen=True)
class LaidText:
    """A laid out text: ``width`` of its widest line, ``last_width`` of its last one, ``lines`` in number.

    ``reversed`` when a line runs from the right, ``towering`` when it may paint outside its lines,
    ``cut`` when there is more to show.
    """

    layout: QTextLayout
    text: str
    width: int
    last_width: int
    lines: int
    reversed: bool
    towering: bool
    cut: bool


def lay_text(text: str, font: QFont, width: int, line: int, more: int = 0) -> LaidText:
    """``text`` in lines of at most ``width`` px that are ``line`` px apart; ``more`` times "show more" was asked."""
    shown = _shown(text, more)
    laid = _lay(shown, font, width, line)
    widest = max((_line_width(laid, at) for at in range(laid.lineCount())), default=0)
    backwards = any(laid.lineAt(at).naturalTextRect().left() > 1 for at in range(laid.lineCount()))
    if backwards and widest < width:
        # Aligned to the right of the bubble, not of the widest bubble there could be.
        laid = _lay(shown, font, widest, line)
    return LaidText(
        layout=laid,
        text=shown,
        width=widest,
        last_width=_line_width(laid, laid.lineCount() - 1),
        lines=laid.lineCount(),
        reversed=backwards,
        towering=_towers(shown),
        cut=len(shown) < len(text),
    )


def _shown(text: str, more: int) -> str:
    shown = text[: SHOWN_CHARACTERS * (1 + more)]
    lines = shown.split("\n", SHOWN_LINES * (1 + more))
    return "\n".join(lines[: SHOWN_LINES * (1 + more)])


def _lay(text: str, font: QFont, width: int, line: int) -> QTextLayout:
    # One paragraph with line separators: a QTextLayout knows no line feeds.
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    number = 0
    while (one := layout.createLine()).isValid():
        one.setLineWidth(width)
        # Every line at the same height, whatever emoji or script it falls back to.
        one.setPosition(QPointF(0, number * line + (line - one.height()) / 2))
        number += 1
    layout.endLayout()
    return layout


def _line_width(layout: QTextLayout, at: int) -> int:
    return int(layout.lineAt(at).naturalTextWidth()) + 1


def _towers(text: str) -> bool:
    if text.isascii():
        return False
    return sum(unicodedata.combining(char) > 0 for char in text) > _TOWER * len(text)
