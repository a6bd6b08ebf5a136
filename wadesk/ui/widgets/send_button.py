"""The button that sends, in the account's colour; while the number is away it queues, and says so."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from wadesk.ui.models.sender import Sender
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.sending_words import sends_now

_NOW = (
    "QPushButton {{ background: {solid}; border: 1px solid {solid}; color: {on}; font-weight: 550; padding: 0 11px; }}"
    "QPushButton:hover, QPushButton:pressed {{ background: {hover}; border-color: {hover}; }}"
)
_QUEUE = (
    "QPushButton {{ background: {surface}; border: 1px solid {solid}; font-weight: 550; padding: 0 11px; }}"
    "QPushButton:hover, QPushButton:pressed {{ background: {soft}; }}"
)
_OFF = "QPushButton:disabled {{ background: {window}; border-color: {border}; color: {disabled}; }}"


class SendButton(QPushButton):
    """Looks as the sender's standing has it; never a default button, so that no dialog's Enter reaches it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look: tuple[int, bool, bool, int] | None = None
        self.setAutoDefault(False)
        self.setProperty("ringRadius", 6)
        # The arrow stands after the word.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def show_sender(self, sender: Sender) -> None:
        """Take colour, word and icon for this sender."""
        now, may = sends_now(sender) or not sender.may_write, sender.may_write
        look = (sender.account.colour, now, may, self._theme.revision)
        if look == self._look:
            return
        self._look = look
        theme, account = self._theme, self._theme.account(sender.account.colour)
        self.setText(self.tr("Send") if now else self.tr("Queue"))
        self.setAccessibleName(self.text())
        tone = account.on_solid if now else theme.color("text")
        self.setIcon(theme.button_icon("send-horizontal" if now else "clock-3", tone, 16))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setEnabled(may)
        self.setStyleSheet(((_NOW if now else _QUEUE) + _OFF).format(
            solid=account.solid.name(), hover=account.solid_hover.name(), on=account.on_solid.name(),
            soft=account.soft.name(), surface=theme.color("surface").name(), window=theme.color("window").name(),
            border=theme.color("border").name(), disabled=theme.color("textDisabled").name(),
        ))
