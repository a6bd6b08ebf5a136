"""An announcement of the desktop, its end, and what people may set for both."""

from dataclasses import dataclass, field
from typing import Protocol

from wadesk.domain.desk import Session
from wadesk.domain.ids import AccountId, ChatId, SlotId
from wadesk.ui.models.choices import QuietHours


class Rules(Protocol):
    """What people set for announcements."""

    @property
    def notices(self) -> bool:
        """Whether anything is announced."""

    @property
    def notice_text(self) -> bool:
        """Whether an announcement shows a message's words."""

    @property
    def quiet(self) -> QuietHours | None:
        """When nothing is announced."""

    def is_muted(self, slot_id: SlotId) -> bool:
        """Whether nothing of this number is announced."""


@dataclass(frozen=True)
class Notice:
    """One announcement; another with the same ``key`` replaces it. A click leads to chat, number or account.

    ``initials`` and ``colour`` are the account's; 0 is no account's.
    """

    key: str
    title: str = field(repr=False)
    body: str = field(repr=False)
    initials: str = ""
    colour: int = 0
    account_id: AccountId | None = None
    slot_id: SlotId | None = None
    chat_id: ChatId | None = None
    urgent: bool = False


@dataclass(frozen=True)
class Withdrawal:
    """The announcement with this key is over: it was read, or the number is well again."""

    key: str


Change = Notice | Withdrawal


def number_words(session: Session) -> str:
    """A number as an announcement names it, ``1 Balcão``."""
    return f"{session.slot.index} {session.slot.name}"
