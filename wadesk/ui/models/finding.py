"""Finding by a few typed letters: accents and case do not matter, digits match phone numbers however grouped."""

import re
import unicodedata
from dataclasses import dataclass

_PHONE = re.compile(r"[+(\d][\d\s().-]*")
"""A query that is nothing but a phone number or a part of one."""
_FEWEST = 3
"""Digits that make a phone number; fewer may as well be a number's index or part of a name."""
_ACCENTS = re.compile("[\u0300-\u036f]+")
"""The marks that a decomposed letter carries."""
_NEAR = 24
"""How many letters stand before a match that is cut out of a longer text."""


@dataclass(frozen=True)
class Marked:
    """Words with the places (start, length) to be stressed in them."""

    words: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Query:
    """What was typed, folded: words that must all be found, and the digits alone where it is a phone number."""

    words: tuple[str, ...] = ()
    digits: str = ""

    @property
    def empty(self) -> bool:
        """Whether everything fits."""
        return not self.words and not self.digits


def read_query(text: str) -> Query:
    """The query that ``text`` is."""
    text = text.strip()
    if _PHONE.fullmatch(text) and len(digits := digits_of(text)) >= _FEWEST:
        return Query((), digits)
    return Query(tuple(fold(text).split()))


def fold(text: str) -> str:
    """``text`` without case and accents; for looking in, not for showing: its length may differ."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def digits_of(text: str) -> str:
    """The digits of ``text`` alone."""
    return "".join(char for char in text if char.isdecimal())


def _place_of_beginning(folded: str, word: str) -> int:
    place = folded.find(word)
    while place > 0 and folded[place - 1].isalnum():
        place = folded.find(word, place + 1)
    return place


def _best_place(folded: str, word: str) -> int:
    """Where a word begins with ``word``, else where it stands at all; -1 for nowhere."""
    place = _place_of_beginning(folded, word)
    return place if place >= 0 else folded.find(word)


def mark(text: str, query: Query) -> Marked:
    """``text`` with the query's words stressed where they stand in it, and its digits likewise."""
    if query.empty:
        return Marked(text)
    found = _digit_spans(text, query.digits) if query.digits else _word_spans(text, query.words)
    return Marked(text, tuple(_joined(sorted(found))))


def cut_out(text: str, query: Query) -> str:
    """The part of a long line that begins shortly before its first match."""
    spans = mark(text, query).spans
    if not spans or spans[0][0] <= _NEAR:
        return text
    begin = text.rfind(" ", 0, spans[0][0] - _NEAR // 2) + 1
    return f"…{text[begin:]}" if begin else text


def _word_spans(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    folded, places = [], []
    for at, char in enumerate(text):
        for part in fold(char):
            folded.append(part)
            places.append(at)
    whole, spans = "".join(folded), []
    for word in words:
        at = _best_place(whole, word)
        if at >= 0:
            spans.append((places[at], places[at + len(word) - 1] - places[at] + 1))
    return spans


def _digit_spans(text: str, digits: str) -> list[tuple[int, int]]:
    places = [at for at, char in enumerate(text) if char.isdecimal()]
    at = "".join(text[place] for place in places).find(digits)
    return [] if at < 0 else [(places[at], places[at + len(digits) - 1] - places[at] + 1)]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, length in spans:
        if joined and start <= sum(joined[-1]):
            joined[-1] = (joined[-1][0], max(sum(joined[-1]), start + length) - joined[-1][0])
        else:
            joined.append((start, length))
    return joined
