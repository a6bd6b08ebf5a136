"""The dialogs: a new account, a new number, another name, and removing a number for good."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wadesk.domain.desk import Account, Session
from wadesk.domain.ids import AccountId
from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.account_form import AccountForm
from wadesk.ui.widgets.checks import RadioButton
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.fields import labelled
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.slot_dialogs import focus_safe, number_row


class NewAccount(Dialog):
    """A name, initials and a colour; its first number comes right after."""

    def __init__(self, theme: Theme, parent: QWidget, draft: AccountDraft) -> None:
        super().__init__(
            theme,
            parent,
            translate("Dialogs", "New account"),
            width=830,
            act=translate("Dialogs", "Create account and connect number"),
            cancel=translate("Dialogs", "Cancel"),
        )
        self._form = AccountForm(theme)
        self._form.changed.connect(lambda: self.set_busy(False))
        self._form.submitted.connect(self.confirm)
        self.body.addWidget(self._form)
        self._form.begin(draft)
        self._form.focus_name()

    @property
    def draft(self) -> AccountDraft:
        """What was entered."""
        return self._form.draft

    def set_busy(self, busy: bool) -> None:
        """The act waits for a complete form."""
        self.act.setEnabled(not busy and self._form.draft.complete)


class NewNumber(Dialog):
    """Which account, and what the number is called."""

    def __init__(self, theme: Theme, parent: QWidget, accounts: Sequence[Account], chosen: AccountId | None) -> None:
        super().__init__(
            theme,
            parent,
            translate("Dialogs", "Add number"),
            act=translate("Dialogs", "Add and show QR code"),
            cancel=translate("Dialogs", "Cancel"),
        )
        self._choice = QButtonGroup(self)
        self._accounts = list(accounts)
        if len(self._accounts) > 1:
            self.body.addLayout(self._account_rows(chosen))
        self._name = _name_field(translate("Dialogs", "Name of the number, such as Counter or Orders"))
        self._name.returnPressed.connect(self.confirm)
        self.body.addLayout(labelled(theme, translate("Dialogs", "Name of the number"), self._name))
        self._choice.idToggled.connect(lambda *_: self.set_busy(False))
        self.set_busy(False)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def account_id(self) -> AccountId | None:
        """The account that was chosen by name; None while none is."""
        if len(self._accounts) == 1 and not self._choice.buttons():
            return next(account.account_id for account in self._accounts)
        place = self._choice.checkedId()
        return self._accounts[place].account_id if place >= 0 else None

    @property
    def name(self) -> str:
        """What the number shall be called; empty for the name the desk proposes."""
        return self._name.text().strip()

    def set_busy(self, busy: bool) -> None:
        """The act waits for an account."""
        self.act.setEnabled(not busy and self.account_id is not None)

    def _account_rows(self, chosen: AccountId | None) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(4))
        column.addWidget(Label(self.theme, translate("Dialogs", "Account"), "bodyMedium"))
        for place, account in enumerate(self._accounts):
            radio = RadioButton(self.theme, account.name)
            radio.setChecked(account.account_id == chosen)
            self._choice.addButton(radio, place)
            tile = Tile(self.theme, 24, account.initials, account.colour)
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(8))
            row.addWidget(tile)
            row.addWidget(radio, 1)
            column.addLayout(row)
        return column


class Rename(Dialog):
    """Another name for an account or a number."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, name: str) -> None:
        super().__init__(
            theme, parent, title, act=translate("Dialogs", "Rename"), cancel=translate("Dialogs", "Cancel")
        )
        self._name = _name_field(translate("Dialogs", "New name"))
        self._name.setText(name)
        self._name.selectAll()
        self._name.textChanged.connect(lambda: self.set_busy(False))
        self._name.returnPressed.connect(self.confirm)
        self.body.addLayout(labelled(theme, translate("Dialogs", "New name"), self._name))
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def name(self) -> str:
        """The new name."""
        return self._name.text().strip()

    def set_busy(self, busy: bool) -> None:
        """The act waits for a name."""
        self.act.setEnabled(not busy and bool(self.name))


class RemoveNumber(Dialog):
    """Says what goes, and asks for the account's initials before anything goes."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        slot, account = session.slot, session.account
        super().__init__(
            theme,
            parent,
            translate("Dialogs", "Remove {slot}?").format(slot=f"{slot.index} {slot.name}"),
            act=translate("Dialogs", "Remove number"),
            cancel=translate("Dialogs", "Cancel"),
            kind="danger",
            icon="trash-2",
        )
        self._initials = account.initials
        self.add_text(
            translate(
                "Dialogs",
                "All chats of this number leave this computer. On the phone nothing changes, except that "
                "WaDesk goes from its linked devices. This cannot be undone.",
            )
        )
        self.body.addWidget(number_row(theme, session))
        self._typed = QLineEdit()
        self._typed.setMaxLength(2)
        self._typed.setFixedWidth(theme.px(96))
        self._typed.textChanged.connect(lambda: self.set_busy(False))
        self._typed.returnPressed.connect(self.confirm)
        asks = translate("Dialogs", "To confirm, type the initials: {initials}").format(initials=account.initials)
        self._typed.setAccessibleName(asks)
        self.body.addLayout(labelled(theme, asks, self._typed))
        self.set_busy(False)
        focus_safe(self)

    def set_busy(self, busy: bool) -> None:
        """The act waits for the right initials."""
        self.act.setEnabled(not busy and self._typed.text().strip().upper() == self._initials)


def _name_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setMaxLength(200)
    return field
