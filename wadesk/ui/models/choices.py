"""What a setting can be: the words that are kept, and the hours in which nothing is announced."""

from dataclasses import dataclass
from enum import StrEnum

_DAY_MINUTES = 24 * 60


class Scheme(StrEnum):
    """Which of the two palettes is worn; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Contrast(StrEnum):
    """Whether edges and second lines are stronger; SYSTEM follows the desktop."""

    ON = "on"
    OFF = "off"
    SYSTEM = "system"


class Motion(StrEnum):
    """Whether things slide and turn; SYSTEM follows the desktop."""

    SYSTEM = "system"
    REDUCED = "reduced"
    FULL = "full"


class Density(StrEnum):
    """How high a chat's row is; the words are those of the tokens' ``chatRow``."""

    COMPACT = "compact"
    NORMAL = "normal"
    ROOMY = "roomy"


class Language(StrEnum):
    """The window's language; SYSTEM takes the desktop's where there is one of ours for it."""

    PORTUGUESE = "pt-BR"
    ENGLISH = "en"
    SPANISH = "es"
    SYSTEM = "system"


class Closing(StrEnum):
    """What closing the window does; ASK until a person chose."""

    ASK = "ask"
    TRAY = "tray"
    QUIT = "quit"


@dataclass(frozen=True)
class QuietHours:
    """When nothing rings, as minutes of the local day; ``since`` after ``until`` passes midnight."""

    since: int
    until: int

    @classmethod
    def of(cls, text: str) -> "QuietHours | None":
        """From ``22:00-07:00``; None for ``off`` and for what is no pair of times."""
        since, dash, until = text.partition("-")
        try:
            hours = cls(_minutes(since), _minutes(until))
        except ValueError:
            return None
        return hours if dash else None

    def __str__(self) -> str:
        return "-".join(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in (self.since, self.until))

    def covers(self, minute: int) -> bool:
        """Whether a minute of the day (0 to 1439) is quiet; the last minute is not."""
        if self.since <= self.until:
            return self.since <= minute < self.until
        return minute >= self.since or minute < self.until


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    found = int(hours) * 60 + int(minutes)
    if not (0 <= found < _DAY_MINUTES and 0 <= int(minutes) < 60):
        raise ValueError(text)
    return found
