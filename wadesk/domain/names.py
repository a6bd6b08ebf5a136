"""Names that people give accounts and slots, and the initials proposed for them (design.md, section 5)."""

import unicodedata
from collections.abc import Collection, Iterator

from wadesk.domain.errors import InvalidRequest, TooLarge

LONGEST_NAME = 100
"""Characters; longer than any sign over a door, short enough for a title bar."""

# Articles and prepositions of the three languages of the window, without accents.
_PORTUGUESE = "a ao aos as com da das de do dos e em na nas no nos o os para pela pelo por pra um uma umas uns"
_ENGLISH = "an and at by for from in of on the to with"
_SPANISH = "al con del el en la las los un una unas unos y"
_SMALL_WORDS = frozenset(f"{_PORTUGUESE} {_ENGLISH} {_SPANISH}".split())


def clean_name(name: str, *, may_be_empty: bool = False) -> str:
    """``name`` on one line without outer spaces; InvalidRequest ``empty_name``, TooLarge ``long_name``."""
    visible = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in name)
    cleaned = " ".join(visible.split())
    if not cleaned and not may_be_empty:
        raise InvalidRequest("empty_name", "The name is empty.")
    if len(cleaned) > LONGEST_NAME:
        raise TooLarge("long_name", f"The name is longer than {LONGEST_NAME} characters.", limit=str(LONGEST_NAME))
    return cleaned


def clean_initials(initials: str) -> str:
    """Two characters, letters or digits, in upper case; InvalidRequest ``bad_initials``."""
    cleaned = initials.strip().upper()
    if len(cleaned) != 2 or not cleaned.isalnum():
        raise InvalidRequest("bad_initials", "Initials are two letters or digits.")
    return cleaned


def propose_initials(name: str, taken: Collection[str]) -> str:
    """The first letters of the first two words that are no articles or prepositions; another pair where taken."""
    return next(pair for pair in _pairs(name) if pair not in taken)


def _pairs(name: str) -> Iterator[str]:
    words = [_letters(word) for word in name.split()]
    words = [word for word in words if word]
    telling = [word for word in words if word.lower() not in _SMALL_WORDS] or words or ["X"]
    first = telling[0]
    rest = "".join(telling[1:]) + first[1:]
    yield from (first[0] + letter for letter in rest)
    yield from (first[0] + digit for digit in "123456789")
    yield from (a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    yield from (f"{number:02}" for number in range(100))


def _letters(word: str) -> str:
    """Letters and digits of a word in upper case, without accents; one character stays one."""
    plain = unicodedata.normalize("NFD", word)
    return "".join(letter.upper()[0] for letter in plain if letter.isalnum())
