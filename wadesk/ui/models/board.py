"""The board's sections: which numbers wait for a scan, which need somebody, which work."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from wadesk.domain.desk import Session
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import LINK_ENDED
from wadesk.ui.states import severity


class Group(StrEnum):
    """What the board is divided by."""

    STATE = "state"
    ACCOUNT = "account"


class Need(StrEnum):
    """The sections by state, in the order in which they stand."""

    SCAN = "scan"
    PERSON = "person"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Section:
    """Cards under one heading: a need, or an account's id."""

    heading: Need | AccountId
    cards: tuple[Session, ...]


@dataclass(frozen=True)
class Totals:
    """The counts in the board's second line."""

    accounts: int
    numbers: int
    connected: int
    scan: int
    person: int


def wants_scan(status: SlotStatus) -> bool:
    """Whether a slot's card is the large one with a QR code, or with the way its linking ended."""
    return status.state is LinkState.LINKING or (
        status.state in {LinkState.UNLINKED, LinkState.LOGGED_OUT} and status.code in LINK_ENDED
    )


def need_of(status: SlotStatus) -> Need:
    """The section a number's standing puts it in. Connecting for the first time counts as working."""
    if wants_scan(status):
        return Need.SCAN
    working = status.connected or status.state is LinkState.CONNECTING
    return Need.NOTHING if working else Need.PERSON


class Board(QObject):
    """Sections of the desk. ``changed`` says that cards or their order differ; a card follows its own status.

    While ``held`` (pointer or focus is in a section) cards keep their place: reordering waits.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Divide ``desk`` by state."""
        super().__init__(parent)
        self._desk = desk
        self._group, self._words, self._held, self._waiting = Group.STATE, "", False, False
        self._sections: tuple[Section, ...] = ()
        desk.accounts_changed.connect(self._refresh)
        desk.slots_changed.connect(self._refresh)
        desk.status_changed.connect(self._moved)
        self._refresh()

    def sections(self) -> tuple[Section, ...]:
        """The sections that have cards, in order."""
        return self._sections

    def totals(self) -> Totals:
        """The counts over all numbers, whatever is searched for."""
        statuses = [session.status for session in self._desk.sessions()]
        needs = [need_of(status) for status in statuses]
        return Totals(
            accounts=len(self._desk.accounts()),
            numbers=len(statuses),
            connected=sum(status.connected for status in statuses),
            scan=needs.count(Need.SCAN),
            person=needs.count(Need.PERSON),
        )

    def group_by(self, group: Group) -> None:
        """Divide by state or by account."""
        self._group = group
        self._refresh()

    def search(self, words: str) -> None:
        """Show only numbers whose digits, name or account contain ``words``."""
        self._words = words.strip().casefold()
        self._refresh()

    def hold(self, held: bool) -> None:
        """Keep every card in its place while somebody works in a section."""
        self._held = held
        if not held and self._waiting:
            self._refresh()

    def _moved(self, slot_id: SlotId) -> None:
        # A card that turns into a QR code or back is another card: that never waits.
        shown = [card for section in self._sections for card in section.cards if card.slot.slot_id == slot_id]
        now = wants_scan(self._desk.status(slot_id))
        turned = any(wants_scan(card.status) != now for card in shown)
        if self._held and not turned:
            self._waiting = True
        else:
            self._refresh()

    def _refresh(self, _changed: object = None) -> None:
        self._waiting = False
        found = [session for session in self._desk.sessions() if self._matches(session)]
        self._sections = tuple(_by_account(found) if self._group is Group.ACCOUNT else _by_need(found))
        self.changed.emit()

    def _matches(self, session: Session) -> bool:
        digits = "".join(filter(str.isdigit, self._words))
        texts = (session.slot.name, session.account.name, session.account.initials)
        return (
            not self._words
            or any(self._words in text.casefold() for text in texts)
            or bool(digits and digits in (session.slot.number or ""))
        )


def _by_need(sessions: Iterable[Session]) -> Iterable[Section]:
    cards: dict[Need, list[Session]] = {need: [] for need in Need}
    for session in sessions:
        cards[need_of(session.status)].append(session)
    # Who needs somebody most stands first.
    cards[Need.PERSON].sort(key=lambda session: severity(session.status.state))
    return (Section(need, tuple(found)) for need, found in cards.items() if found)


def _by_account(sessions: Iterable[Session]) -> Iterable[Section]:
    cards: dict[AccountId, list[Session]] = {}
    for session in sessions:
        cards.setdefault(session.account.account_id, []).append(session)
    return (Section(account_id, tuple(found)) for account_id, found in cards.items())
