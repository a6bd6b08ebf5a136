"""Which chats of an account the list shows: of which number, of which kind, and with which words."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat

_LOOKED_AT = 300
"""Characters of a name and of a last message that a search looks at: what a row can show."""
_DIALLED = frozenset("+-() .")
_FEWEST_DIGITS = 3


class Chip(StrEnum):
    """The chips over the list."""

    ALL = "all"
    UNREAD = "unread"
    QUEUED = "queued"


def folded(text: str) -> str:
    """``text`` without case, accents and marks that take no room: what is compared when people search."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if unicodedata.category(char) not in {"Mn", "Cf"})


@dataclass(frozen=True)
class Wanted:
    """What is asked of the list; ``words`` are folded already (:meth:`of`)."""

    number: SlotId | None = None
    chip: Chip = Chip.ALL
    words: str = ""

    @classmethod
    def of(cls, number: SlotId | None, chip: Chip, words: str) -> "Wanted":
        """From what a person typed."""
        return cls(number, chip, " ".join(folded(words).split()))

    def admits(self, chat: Chat, text: str) -> bool:
        """Whether a chat whose :func:`searched` text is ``text`` is shown."""
        if self.number not in {None, chat.slot_id}:
            return False
        if self.chip is Chip.UNREAD and not chat.unread:
            return False
        if self.chip is Chip.QUEUED and not chat.queued:
            return False
        return not self.words or self.words in text or self._dials(chat)

    def _dials(self, chat: Chat) -> bool:
        digits = "".join(char for char in self.words if char.isdigit())
        typed = all(char.isdigit() or char in _DIALLED for char in self.words)
        return typed and len(digits) >= _FEWEST_DIGITS and digits in (chat.number or "")


class Searched:
    """The folded text of each chat, made once for each of its values."""

    def __init__(self) -> None:
        """Nothing is folded before it is looked for."""
        self._texts: dict[ChatId, tuple[Chat, str]] = {}

    def text(self, chat: Chat) -> str:
        """Name and last message of a chat, folded."""
        kept = self._texts.get(chat.chat_id)
        if kept is None or kept[0] is not chat:
            spoken = f"{chat.name[:_LOOKED_AT]}\n{chat.last_text[:_LOOKED_AT]}"
            kept = self._texts[chat.chat_id] = (chat, " ".join(folded(spoken).split()))
        return kept[1]

    def forget(self) -> None:
        """Another account's chats stand in the list."""
        self._texts.clear()
