"""Where an arrow leads among cards that stand in rows of unlike width and height."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt


def neighbour(places: Sequence[QRect], here: int, key: Qt.Key) -> int:
    """The card that ``key`` leads to from ``here``; itself where there is none. ``places`` stand in reading order."""
    match key:
        case Qt.Key.Key_Left:
            return max(here - 1, 0)
        case Qt.Key.Key_Right:
            return min(here + 1, len(places) - 1)
        case Qt.Key.Key_Home:
            return 0
        case Qt.Key.Key_End:
            return len(places) - 1
        case _:
            return _next_row(places, here, down=key == Qt.Key.Key_Down)


def _next_row(places: Sequence[QRect], here: int, *, down: bool) -> int:
    own = places[here]
    beyond = [
        place for place, rect in enumerate(places) if (rect.top() > own.bottom() if down else rect.bottom() < own.top())
    ]
    if not beyond:
        return here
    # The nearest row, and in it the card most nearly below or above.
    nearest = min(abs(places[place].top() - own.top()) for place in beyond)
    row = [place for place in beyond if abs(places[place].top() - own.top()) == nearest]
    return min(row, key=lambda place: abs(places[place].left() - own.left()))
