"""The rows of the two lists of an account's numbers: to limit the chat list to one, and to write from another one."""

from collections.abc import Hashable
from dataclasses import dataclass

from wadesk.domain.desk import Session
from wadesk.domain.ids import SlotId
from wadesk.ui.models.rows import RowsModel
from wadesk.ui.states import state_word
from wadesk.ui.text import counted, phone, spoken, translate


@dataclass(frozen=True)
class NumberRow:
    """One number of the account, or (``session`` None) all of them; ``chosen``: it is the one in use now."""

    session: Session | None
    chosen: bool
    unread: int = 0

    @property
    def key(self) -> Hashable:
        """The slot's id, or nothing."""
        return self.slot_id

    @property
    def slot_id(self) -> SlotId | None:
        """The slot; None for all numbers."""
        return None if self.session is None else self.session.slot.slot_id

    @property
    def number(self) -> str:
        """Its number in full, as people read it; empty where none is linked yet."""
        return phone(self.session.slot.number) if self.session is not None and self.session.slot.number else ""


class NumbersModel(RowsModel[NumberRow]):
    """Numbers of one account."""

    def spoken(self, row: NumberRow) -> str:
        """Index and name, number digit by digit, standing, unread."""
        unread = counted(row.unread, translate("Rail", "1 unread"), translate("Rail", "{n} unread"))
        if row.session is None:
            return f"{translate('Numbers', 'All numbers')}, {unread}"
        slot = row.session.slot
        number = spoken(slot.number) if slot.number else ""
        parts = [f"{slot.index} {slot.name}", number, state_word(row.session.status), unread if row.unread else ""]
        if row.chosen:
            parts.append(translate("Numbers", "chosen"))
        return ", ".join(filter(None, parts))
