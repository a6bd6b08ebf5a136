"""From "New chat" to the open chat: the dialog, the check of the number, the answer."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wadesk.domain.errors import WaDeskError
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.new_chat import NewChat


class NewChatFlow(QObject):
    """Opens over the window of ``view``, one at a time. Nothing is sent on the way."""

    def __init__(self, theme: Theme, inbox: Inbox, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._inbox, self._view = theme, inbox, view
        self.dialog: NewChat | None = None
        inbox.beginning.opened.connect(self._close)
        inbox.beginning.named.connect(self._show_named)
        inbox.beginning.absent.connect(self._show_absent)
        inbox.beginning.refused.connect(self._refuse)

    def ask(self) -> None:
        """Ask for number and sender; nothing where no number of the account is linked."""
        sessions = [session for session in self._inbox.sessions if session.slot.number]
        if not sessions or self.dialog is not None:
            return
        # The library of numbering plans is loaded when the first number is read, not with the window.
        from wadesk.supervisor.numbers import parse_number  # noqa: PLC0415

        dialog = NewChat(self._theme, self._view.window(), sessions, self._inbox.wanted, parse_number)
        dialog.wanted.connect(self._inbox.beginning.begin)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _show_named(self, number: str) -> None:
        if self.dialog is not None:
            self.dialog.show_named(number)

    def _show_absent(self) -> None:
        if self.dialog is not None:
            self.dialog.show_absent()

    def _refuse(self, error: WaDeskError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error)

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget(self) -> None:
        self._inbox.beginning.forget()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
