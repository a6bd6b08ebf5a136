"""Colours, sizes, fonts and motions of the window come from the theme, and from nowhere else."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.sources import files, tree

# What may know them: the theme itself, and what paints with it.
OWN = ("wadesk/ui/theme/", "wadesk/ui/painting/")
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
LENGTH = re.compile(r"\b\d+(?:\.\d+)?(?:px|pt)\b")
# What sets a size or a family by hand.
SETTERS = {"setPixelSize", "setPointSize", "setPointSizeF", "setFamily", "setFamilies"}
SEE_THROUGH = {"transparent", "color0", "color1"}


def test_no_colour_size_font_or_motion_is_written_outside_the_theme() -> None:
    read = [path for path in files("wadesk/ui/*.py") if not path.as_posix().startswith(OWN)]
    assert read
    assert [f"{path}:{line}: {what}" for path in read for line, what in strangers(tree(path))] == []


@pytest.mark.parametrize(
    "line",
    [
        'QColor("#1C2A26")',
        "QColor(10, 20, 17, 41)",
        'label.setStyleSheet("color: #fff")',
        'label.setStyleSheet("padding: 4px")',
        "painter.setPen(Qt.GlobalColor.white)",
        "painter.setPen(Qt.black)",
        "font.setPointSize(9)",
        "font.setPixelSize(13)",
        'QFont("Inter")',
        "animation.setDuration(200)",
    ],
)
def test_a_planted_line_is_found(line: str) -> None:
    assert len(list(strangers(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        'theme.color("ink")',
        "QColor(colour)",
        "QFont(font)",
        "pixmap.fill(Qt.GlobalColor.transparent)",
        "animation.setDuration(length)",
        'translate("Text", "#{n}")',
        '"""Height 32 px, 4px more where #1 is."""',
    ],
)
def test_what_asks_the_theme_passes(line: str) -> None:
    assert list(strangers(ast.parse(line))) == []


def strangers(module: ast.Module) -> Iterator[tuple[int, str]]:
    """What a module writes itself that the theme should say: its line, and what it is."""
    spoken = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in spoken and _is_look(text):
                yield node.lineno, repr(text)
            case ast.Call(func=function, args=[ast.Constant(value=value), *_]) if _sets(_name(function), value):
                yield node.lineno, f"{_name(function)}({value!r})"
            case ast.Attribute(value=owner, attr=name) if _is_colour(ast.unparse(owner), name):
                yield node.lineno, ast.unparse(node)


def _is_look(text: str) -> bool:
    return bool(COLOUR.search(text) or LENGTH.search(text))


def _sets(function: str, value: object) -> bool:
    if function in {"QColor", "QFont"}:
        # A colour in words is told by its words already.
        return not (isinstance(value, str) and COLOUR.search(value))
    return function in SETTERS or (function == "setDuration" and value != 0)


def _is_colour(owner: str, name: str) -> bool:
    if owner == "Qt.GlobalColor":
        return name not in SEE_THROUGH
    return owner == "Qt" and name in {"white", "black", "red", "green", "blue", "gray", "lightGray", "darkGray"}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
