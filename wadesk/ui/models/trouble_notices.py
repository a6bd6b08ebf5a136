"""Announcements of numbers that need a person: not of what heals by itself, and not of what a person did."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wadesk.domain.desk import Session
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.models.notice import Change, Notice, Withdrawal, number_words
from wadesk.ui.sentences import state_sentence
from wadesk.ui.text import SECOND_MS, translate

BLIP_MS = 5 * SECOND_MS
"""A number in trouble that is well again within this was never in any, as far as people are concerned."""
MOST_NUMBERS = 3
"""Numbers that are announced one by one."""

_NEEDS_A_PERSON = frozenset(
    {
        LinkState.LOGGED_OUT,
        LinkState.REPLACED,
        LinkState.RESTRICTED,
        LinkState.BANNED,
        LinkState.OUTDATED,
        LinkState.PASSKEY_REQUIRED,
        LinkState.PHONE_OFFLINE,
        LinkState.ERROR,
    }
)
"""Standings that a person has to know of; whoever links or pauses a number knows."""
_BY_PERSON = "by_person"
_MANY = "numbers"


@dataclass(frozen=True)
class _Trouble:
    """A number's standing, and when that is announced."""

    status: SlotStatus
    due_ms: int


class TroubleNotices:
    """Hears every standing; what was known at the start is no news."""

    def __init__(self, session_of: Callable[[SlotId], Session | None]) -> None:
        """``session_of`` names number and account."""
        self._session_of = session_of
        self._states: dict[SlotId, LinkState] = {}
        self._waiting: dict[SlotId, _Trouble] = {}
        self._shown: dict[SlotId, str] = {}

    def begin(self, statuses: Iterable[SlotStatus]) -> None:
        """Know how things stand."""
        self._states |= {status.slot_id: status.state for status in statuses}

    def take(self, status: SlotStatus, now_ms: int) -> list[Change]:
        """A standing; what ends by it."""
        slot_id, before = status.slot_id, self._states.get(status.slot_id)
        self._states[slot_id] = status.state
        if status.state not in _NEEDS_A_PERSON or status.code == _BY_PERSON:
            return self.end(slot_id)
        waiting = self._waiting.get(slot_id)
        if waiting is not None:
            self._waiting[slot_id] = _Trouble(status, waiting.due_ms)
        elif before not in {None, status.state}:
            self._waiting[slot_id] = _Trouble(status, now_ms + BLIP_MS)
        return []

    def end(self, slot_id: SlotId) -> list[Change]:
        """The number is well again, or gone, or is to be heard of no more."""
        self._waiting.pop(slot_id, None)
        key = self._shown.pop(slot_id, None)
        return [Withdrawal(key)] if key is not None and key not in self._shown.values() else []

    def end_all(self) -> list[Change]:
        """Nothing is to be announced any more."""
        return [change for slot_id in {*self._waiting, *self._shown} for change in self.end(slot_id)]

    def settle(self, now_ms: int) -> list[Change]:
        """What is due."""
        due = [trouble for trouble in self._waiting.values() if trouble.due_ms <= now_ms]
        found: list[tuple[SlotStatus, Session]] = []
        for trouble in due:
            del self._waiting[trouble.status.slot_id]
            session = self._session_of(trouble.status.slot_id)
            if session is not None:
                found.append((trouble.status, session))
        if len(found) > MOST_NUMBERS:
            self._shown |= {status.slot_id: _MANY for status, _ in found}
            return [_of_many([session for _, session in found])]
        self._shown |= {status.slot_id: _slot_key(status.slot_id) for status, _ in found}
        return [_of_one(status, session, now_ms) for status, session in found]

    def due_ms(self) -> int | None:
        """When :meth:`settle` has something to do; None for never."""
        return min((trouble.due_ms for trouble in self._waiting.values()), default=None)


def _of_one(status: SlotStatus, session: Session, now_ms: int) -> Notice:
    return Notice(
        key=_slot_key(status.slot_id),
        title=f"{number_words(session)} · {session.account.name}",
        body=state_sentence(status, now_ms),
        initials=session.account.initials,
        colour=session.account.colour,
        account_id=session.account.account_id,
        slot_id=status.slot_id,
        urgent=True,
    )


def _of_many(sessions: list[Session]) -> Notice:
    names = ", ".join(f"{number_words(session)} · {session.account.name}" for session in sessions)
    title = translate("Notices", "{n} numbers need you").format(n=len(sessions))
    return Notice(key=_MANY, title=title, body=names, urgent=True)


def _slot_key(slot_id: SlotId) -> str:
    return f"slot:{slot_id}"
