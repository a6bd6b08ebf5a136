"""What a key means on a card of the board that has the focus."""

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

_REFRESH = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_R)
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class CardKey(StrEnum):
    """Open the card's number, or connect it anew (a new code where it shows one)."""

    OPEN = "open"
    REFRESH = "refresh"


def card_key(event: QKeyEvent) -> CardKey | None:
    """What ``event`` asks of a card; None for a key that is not a card's own."""
    if event.keyCombination() == _REFRESH:
        return CardKey.REFRESH
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return CardKey.OPEN if plain and event.key() in _OPEN else None
