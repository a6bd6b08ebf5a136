"""What every call of the facade stands on: the parts that are open, and the check of who may name what."""

from typing import TypeVar

from wadesk.domain.desk import Slot
from wadesk.domain.errors import Internal
from wadesk.domain.ids import AccountId, SlotId, parse_account_id, parse_slot_id
from wadesk.domain.principal import Principal, Scope
from wadesk.domain.requests import Answer, Request
from wadesk.supervisor.access import require
from wadesk.supervisor.crew import Crew
from wadesk.supervisor.desk import Desk
from wadesk.supervisor.keys import Keys
from wadesk.supervisor.life import SlotLife
from wadesk.supervisor.subscriptions import Subscriptions

A = TypeVar("A", bound=Answer)


class Ground:
    """The open parts of one data folder. Its subclasses are the calls of one subject each."""

    def __init__(self, desk: Desk, keys: Keys, crew: Crew, life: SlotLife, subscriptions: Subscriptions) -> None:
        """Stand on parts that are open."""
        self._desk = desk
        self._keys = keys
        self._crew = crew
        self._life = life
        self._subscriptions = subscriptions

    def _known_account(self, who: Principal, account_id: object) -> AccountId:
        """The account that ``account_id`` names; InvalidRequest, or NotFound where ``who`` may not see one."""
        known = parse_account_id(account_id)
        require(who, Scope.READ, known)
        return self._desk.account(known).account_id

    def _known_slot(self, who: Principal, slot_id: object) -> SlotId:
        """The slot that ``slot_id`` names; InvalidRequest, or NotFound where ``who`` may not see one."""
        known = parse_slot_id(slot_id)
        require(who, Scope.READ, known)
        return self._desk.slot(known).slot_id

    def _slot_for(self, who: Principal, scope: Scope, slot_id: object) -> Slot:
        """The slot that ``slot_id`` names, where ``who`` has ``scope`` at it; Forbidden besides the above."""
        known = self._known_slot(who, slot_id)
        require(who, scope, known)
        return self._desk.slot(known)

    async def _ask(self, who: Principal, account_id: AccountId, request: Request) -> Answer:
        """What the account's worker answers of what it keeps; it starts where it does not run."""
        return await self._crew.worker(account_id).call(who, request)


def expect(answer: Answer, kind: type[A]) -> A:
    """``answer`` when it is of the ``kind`` that was asked for; Internal otherwise."""
    if not isinstance(answer, kind):
        raise Internal("wrong_answer", "Something went wrong inside WaDesk.")
    return answer
