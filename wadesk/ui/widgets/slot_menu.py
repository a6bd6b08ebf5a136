"""A number's menu: its large chip, then what can be done with it now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wadesk.domain.desk import Session
from wadesk.ui.models.slot_acts import SlotAct, entries
from wadesk.ui.text import phone
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.popup_menu import PopupMenu

_KEYS = {SlotAct.RECONNECT: "Ctrl+R"}


class SlotMenu(PopupMenu):
    """``chosen`` (SlotAct): an entry was taken."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(theme, parent)
        slot = session.slot
        self.head((slot.index, slot.name), session.account.colour, phone(slot.number) if slot.number else "")
        for entry in entries(session):
            self.add_row(
                entry.label,
                partial(self.chosen.emit, entry.act),
                icon=entry.icon,
                shortcut=_KEYS.get(entry.act, ""),
                destructive=entry.danger,
            )
