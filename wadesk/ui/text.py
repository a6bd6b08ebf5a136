"""How numbers, times and counts are written for people, in the language of the window."""

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate

SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS = 1_000, 60_000, 3_600_000, 86_400_000


@lru_cache(maxsize=4096)
def phone(e164: str) -> str:
    """A phone number in international form with spaces, ``+55 11 99999-0011``."""
    # The library of numbering plans costs 50 ms: it is loaded with the first number, after the first paint.
    from wadesk.supervisor.numbers import format_number  # noqa: PLC0415

    return format_number(e164)


def unbroken(sentence: str) -> str:
    """``sentence`` with every number in it kept on one line: figures are never cut (design.md 6)."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", sentence)


def last_digits(e164: str) -> str:
    """The last four digits of a phone number, where there is no room for all of it."""
    return e164[-4:]


def spoken(e164: str) -> str:
    """A phone number as a screen reader should say it: digit by digit, with pauses between its groups."""
    groups = phone(e164).replace("-", " ").split(" ")
    return "  ".join(" ".join(group) for group in groups)


def counted(count: int, one: str, many: str) -> str:
    """``one`` or ``many`` with ``{n}`` filled in. The window's languages have one rule: 1, and everything else."""
    return (one if count == 1 else many).format(n=whole(count))


def whole(count: int) -> str:
    """A whole number with the language's marks between thousands: ``1.240`` in Portuguese."""
    return QLocale().toString(count)


def time_of_day(ms: int) -> str:
    """The local time of day, ``14:32``."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(ms).time(), "HH:mm")


def day_and_month(ms: int) -> str:
    """The local date without its year, ``12/05`` where days come first."""
    shape = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    month_first = shape.lower().startswith("m")
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(ms).date(), "MM/dd" if month_first else "dd/MM")


def when(ms: int, now_ms: int) -> str:
    """A past moment as a list shows it: the time today, the word yesterday, else the date."""
    days = QDateTime.fromMSecsSinceEpoch(ms).date().daysTo(QDateTime.fromMSecsSinceEpoch(now_ms).date())
    if days == 0:
        return time_of_day(ms)
    return translate("Text", "yesterday") if days == 1 else day_and_month(ms)


def moment(ms: int, now_ms: int) -> str:
    """A moment before or after now: the time where it is today, else date and time, ``12/05 18:40``."""
    today = QDateTime.fromMSecsSinceEpoch(ms).date() == QDateTime.fromMSecsSinceEpoch(now_ms).date()
    return time_of_day(ms) if today else f"{day_and_month(ms)} {time_of_day(ms)}"


def span(ms: int) -> str:
    """A length of time in its largest whole unit: ``12 s``, ``3 min``, ``2 h``, ``4 days``."""
    ms = max(ms, 0)
    if ms < MINUTE_MS:
        return translate("Text", "{n} s").format(n=ms // SECOND_MS)
    if ms < HOUR_MS:
        return translate("Text", "{n} min").format(n=ms // MINUTE_MS)
    if ms < DAY_MS:
        return translate("Text", "{n} h").format(n=ms // HOUR_MS)
    return counted(ms // DAY_MS, translate("Text", "{n} day"), translate("Text", "{n} days"))


def ago(ms: int, now_ms: int) -> str:
    """How long ago a moment was: ``12 s ago``."""
    return translate("Text", "{t} ago").format(t=span(now_ms - ms))


def initials_of(name: str) -> str:
    """Two letters that stand for a name of a person or a business; empty where it has none.

    First letters of the first two words that are no articles or prepositions (design.md 5).
    """
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    telling = [word for word in words if word.casefold() not in _SMALL_WORDS] or words
    if not telling:
        return ""
    letters = telling[0][0] + telling[1][0] if len(telling) > 1 else telling[0][:2]
    return letters.upper()


_SMALL_WORDS = frozenset(
    {
        "a",
        "o",
        "as",
        "os",
        "um",
        "uma",
        "de",
        "do",
        "da",
        "dos",
        "das",
        "e",
        "em",
        "no",
        "na",
        "para",
        "por",
        "com",
        "the",
        "of",
        "and",
        "an",
        "in",
        "el",
        "la",
        "los",
        "las",
        "del",
        "un",
        "una",
        "con",
        "y",
    }
)
