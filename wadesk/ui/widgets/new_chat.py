"""The dialog that begins a chat with a typed number, from a number that is named, never assumed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from wadesk.domain.desk import Session
from wadesk.domain.errors import InvalidNumber, WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.ui.errors import told
from wadesk.ui.states import state_word
from wadesk.ui.text import phone, spoken
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.checks import RadioButton
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.labels import Label


class NewChat(Dialog):
    """``wanted`` (SlotId, E.164 number): the sender was chosen by name and the number can be one.

    ``only`` is the number the list is limited to, and then the one chosen; with all numbers on show
    none is chosen, and nothing can be opened before one is. Nothing is sent from here.
    """

    wanted = Signal(object, str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        sessions: list[Session],
        only: SlotId | None,
        parse_number: Callable[[str], str],
    ) -> None:
        super().__init__(theme, parent, self.tr("New chat"), act=self.tr("Open chat"), cancel=self.tr("Cancel"))
        self._parse, self._only = parse_number, only
        self.number = QLineEdit()
        self.senders = QButtonGroup(self)
        self._slots = [session.slot.slot_id for session in sessions]
        self._add_field(self.tr("To the number"), self.number)
        self.number.setPlaceholderText(self.tr("+55 11 91234-5678"))
        self._note = Label(theme, "", "small", tone="text2", wrap=True)
        self._note.hide()
        self.body.addWidget(self._note)
        self._add_senders(sessions)
        self.asked.connect(self._want)
        for signal in (self.number.textChanged, self.senders.buttonClicked):
            signal.connect(self._check)
        self._check()
        self.number.setFocus()

    def show_named(self, number: str) -> None:
        """WhatsApp knows the number as ``number`` (E.164): it stands in the field now, and is asked for once more."""
        self.number.setText(phone(number))
        self.set_busy(False)
        self._note.setText(self.tr("On WhatsApp this number is {number}. Open this chat?").format(number=phone(number)))
        self._note.show()

    def show_absent(self) -> None:
        """Nobody has the number on WhatsApp; what was typed stays."""
        self.show_error(self.tr("This phone is not on WhatsApp. Check the number."))

    def refuse(self, error: WaDeskError) -> None:
        """Say why it was not opened; what was typed stays."""
        self.show_error(told(error))

    def _add_field(self, name: str, field: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(5))
        label = Label(self.theme, name, "bodyMedium")
        label.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(field)
        self.body.addLayout(column)

    def _add_senders(self, sessions: list[Session]) -> None:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(2))
        column.addWidget(Label(self.theme, self.tr("Sending from"), "bodyMedium"))
        for place, session in enumerate(sessions):
            number = phone(session.slot.number) if session.slot.number else ""
            words = f"{session.slot.index} {session.slot.name}   {number}   ·   {state_word(session.status)}"
            choice = RadioButton(self.theme, words)
            if session.slot.number:
                choice.setAccessibleName(f"{session.slot.index} {session.slot.name}, {spoken(session.slot.number)}")
            choice.setChecked(session.slot.slot_id == self._only)
            self.senders.addButton(choice, place)
            column.addWidget(choice)
        self.body.addLayout(column)

    def _check(self) -> None:
        self._note.hide()
        self._error.hide()
        self.act.setEnabled(bool(self.number.text().strip()) and self.senders.checkedId() >= 0)

    def _want(self) -> None:
        try:
            number = self._parse(self.number.text())
        except InvalidNumber as error:
            self.refuse(error)
            return
        self.wanted.emit(self._slots[self.senders.checkedId()], number)
