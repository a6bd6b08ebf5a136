"""What stands in the window when the data cannot be opened: one sentence, and a way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label


class TroublePage(QWidget):
    """``retry_asked``; ``passphrase_wanted``: keep keys under a passphrase instead; ``passphrase_given`` (str)."""

    retry_asked = Signal()
    passphrase_wanted = Signal()
    passphrase_given = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._new = False
        self._icon = Icon(theme, "triangle-alert", "danger", 26)
        self._title, self._sentence = Label(theme, "", "h2", wrap=True), Label(theme, "", tone="text2", wrap=True)
        self._first, self._second = _secret_field(), _secret_field()
        self._error = Label(theme, "", "small", tone="danger", wrap=True)
        self._retry = Button(theme, translate("Trouble", "Try again"), kind="primary")
        self._other = Button(theme, translate("Trouble", "Use a passphrase instead"), icon="lock")
        self._open = Button(theme, translate("Trouble", "Open"), kind="primary")
        self._retry.clicked.connect(self.retry_asked)
        self._other.clicked.connect(self.passphrase_wanted)
        self._open.clicked.connect(self._give)
        for field in (self._first, self._second):
            field.returnPressed.connect(self._give)
        self._lay_out()

    def show_trouble(self, sentence: str, *, passphrase_possible: bool) -> None:
        """Say what is wrong; a passphrase is offered only where nothing was kept in the keyring yet."""
        self._icon.show_icon("triangle-alert", "danger")
        self._title.setText(translate("Trouble", "WaDesk could not be opened"))
        self._sentence.setText(sentence)
        self._show_fields(0)
        self._other.setVisible(passphrase_possible)
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_passphrase(self, *, new: bool, error: str = "") -> None:
        """Ask for the passphrase of this data, or twice for a new one."""
        self._new = new
        self._icon.show_icon("lock", "text2")
        self._title.setText(translate("Trouble", "Choose a passphrase") if new else translate("Trouble", "Passphrase"))
        self._sentence.setText(
            translate(
                "Trouble",
                "The keys of your data will be kept in a file under this passphrase. WaDesk asks for it at "
                "every start. Without it the data cannot be opened.",
            )
            if new
            else translate("Trouble", "The keys of this data are kept under a passphrase.")
        )
        self._show_fields(2 if new else 1)
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self._other.hide()
        self._first.clear()
        self._second.clear()
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fields(self, count: int) -> None:
        self._first.setVisible(count > 0)
        self._second.setVisible(count > 1)
        self._open.setVisible(count > 0)
        self._retry.setVisible(count == 0)
        self._error.hide()

    def _give(self) -> None:
        if self._new and self._first.text() != self._second.text():
            self._error.setText(translate("Trouble", "The two passphrases differ."))
            self._error.show()
            return
        self.passphrase_given.emit(self._first.text())

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        self._first.setPlaceholderText(translate("Trouble", "Passphrase"))
        self._first.setAccessibleName(translate("Trouble", "Passphrase"))
        self._second.setPlaceholderText(translate("Trouble", "The same passphrase again"))
        self._second.setAccessibleName(translate("Trouble", "The same passphrase again"))
        card = QFrame()
        card.setProperty("card", "plain")
        card.setFixedWidth(theme.size("dialogWidth"))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(px(24), px(24), px(24), px(24))
        inner.setSpacing(px(12))
        for widget in (self._icon, self._title, self._sentence, self._first, self._second, self._error):
            inner.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._other, self._retry, self._open):
            buttons.addWidget(button)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)


def _secret_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
