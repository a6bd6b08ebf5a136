"""How the columns of the daily view share a width (design.md 10). No widgets: rules alone."""

from dataclasses import dataclass

from wadesk.ui.theme.theme import Theme

RAIL_FROM, DOCKED_FROM, TWO_PANES_FROM = 1280, 1120, 820
"""Widths of the whole window, in design px, from which there is room for the whole rail, for the contact panel
beside the chat, and for list and chat beside each other."""


@dataclass(frozen=True)
class Columns:
    """What there is room for; ``list_width`` in px."""

    two_panes: bool
    docked: bool
    list_width: int


def columns(theme: Theme, window: int, inner: int, wanted: int, *, contact: bool) -> Columns:
    """For a window ``window`` px wide, of which the view has ``inner``; ``wanted`` is the list's width that was set.

    The list gives way before the chat's least width is touched.
    """
    two, docked = window >= theme.px(TWO_PANES_FROM), window >= theme.px(DOCKED_FROM)
    least = theme.size("listNarrow")
    width = (wanted or theme.size("list")) if docked else least
    taken = theme.size("contact") if docked and contact else 0
    room = inner - taken - theme.size("paneMin") - 1
    return Columns(two, docked, max(least, min(width, theme.px(LIST_MOST), room)))


LIST_MOST = 420
"""The widest a list may be made, in design px."""
