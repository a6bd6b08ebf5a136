"""Fills the style sheet's template: ``$name`` is a colour, ``12px`` is a length at 100% text size."""

import re
from collections.abc import Callable
from string import Template

_LENGTH = re.compile(r"(\d+)px")


def fill_sheet(template: str, colours: dict[str, str], px: Callable[[float], int]) -> str:
    """The sheet with its names filled in and its lengths scaled (hairlines stay); KeyError for an unknown name."""
    scaled = _LENGTH.sub(lambda found: f"{px(int(found[1])) if int(found[1]) > 2 else found[1]}px", template)
    return Template(scaled).substitute(colours)
