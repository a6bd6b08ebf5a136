"""The board's sections: which numbers wait for a scan, which need somebody, which work."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from wadesk.domain.desk import Session
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import linking_ended
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
    return status.state is LinkState.LINKING or linking_ended(status)


def need_of(status: SlotStatus) -> Need:
    """The section a number's standing puts it in. Connecting for the first time counts as working."""
    if wants_scan(status):
        return Need.SCAN
    working = status.connected or status.state is LinkState.CONNECTING
    return Need.NOTHING if working else Need.PERSON


class Board(QObject):
    """Sections of the desk. ``changed`` says that cards, their order or the totals differ.

    While a section is held (pointer or focus is in it) its cards keep their place; newcomers stand at its end.
    Only a card that turns into a QR code or back moves all the same: it is another card.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Divide ``desk`` by state."""
        super().__init__(parent)
        self._desk = desk
        self._group, self._words = Group.STATE, ""
        self._held: set[str] = set()
        self._totals = Totals(0, 0, 0, 0, 0)
        self._sections: tuple[Section, ...] = ()
        desk.accounts_changed.connect(self._refresh)
        desk.slots_changed.connect(self._refresh)
        desk.status_changed.connect(self._follow)
        self._refresh()

    def sections(self) -> tuple[Section, ...]:
        """The sections that have cards, in order."""
        return self._sections

    def totals(self) -> Totals:
        """The counts over all numbers, whatever is searched for."""
        return self._totals

    def _count(self) -> Totals:
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
        self._held.clear()
        self._refresh()

    def search(self, words: str) -> None:
        """Show only numbers whose digits, name or account contain ``words``."""
        self._words = words.strip().casefold()
        self._refresh()

    def hold(self, heading: str, *, held: bool) -> None:
        """Keep every card of a section in its place while somebody works in it."""
        (self._held.add if held else self._held.discard)(heading)
        if not held:
            self._follow()

    def _follow(self, _slot_id: SlotId | None = None) -> None:
        before, totals = self._places(), self._totals
        self._divide()
        if (before, totals) != (self._places(), self._totals):
            self.changed.emit()

    def _refresh(self, _changed: object = None) -> None:
        self._divide()
        self.changed.emit()

    def _places(self) -> list[tuple[str, list[SlotId]]]:
        return [(str(section.heading), [card.slot.slot_id for card in section.cards]) for section in self._sections]

    def _divide(self) -> None:
        found = [session for session in self._desk.sessions() if self._matches(session)]
        fresh = _by_account(found) if self._group is Group.ACCOUNT else _by_need(found)
        for heading, kept in self._kept({session.slot.slot_id: session for session in found}).items():
            staying = {session.slot.slot_id for session in kept}
            fresh = {name: [one for one in cards if one.slot.slot_id not in staying] for name, cards in fresh.items()}
            fresh[heading] = kept + fresh.get(heading, [])
        self._sections = tuple(
            Section(heading, tuple(fresh[heading])) for heading in self._order(fresh) if fresh[heading]
        )
        self._totals = self._count()

    def _kept(self, found: dict[SlotId, Session]) -> dict[Need | AccountId, list[Session]]:
        """The cards of held sections that stay where they are, in their order, with their standing of now."""
        return {
            section.heading: [
                found[card.slot.slot_id]
                for card in section.cards
                if card.slot.slot_id in found and wants_scan(found[card.slot.slot_id].status) == wants_scan(card.status)
            ]
            for section in self._sections
            if str(section.heading) in self._held
        }

    def _order(self, headings: Collection[Need | AccountId]) -> list[Need | AccountId]:
        if self._group is Group.STATE:
            return [need for need in Need if need in headings]
        return [account.account_id for account in self._desk.accounts() if account.account_id in headings]

    def _matches(self, session: Session) -> bool:
        digits = "".join(filter(str.isdigit, self._words))
        texts = (session.slot.name, session.account.name, session.account.initials)
        return (
            not self._words
            or any(self._words in text.casefold() for text in texts)
            or bool(digits and digits in (session.slot.number or ""))
        )


def _by_need(sessions: Iterable[Session]) -> dict[Need | AccountId, list[Session]]:
    cards: dict[Need | AccountId, list[Session]] = {}
    for session in sessions:
        cards.setdefault(need_of(session.status), []).append(session)
    # Who needs somebody most stands first.
    cards.get(Need.PERSON, []).sort(key=lambda session: severity(session.status.state))
    return cards


def _by_account(sessions: Iterable[Session]) -> dict[Need | AccountId, list[Session]]:
    cards: dict[Need | AccountId, list[Session]] = {}
    for session in sessions:
        cards.setdefault(session.account.account_id, []).append(session)
    return cards
