"""From the switcher to what was chosen in it: a number, a chat of whichever account, or a command."""

from PySide6.QtCore import QObject

from wadesk.domain.ids import ChatId
from wadesk.domain.message import Chat
from wadesk.ui.models.commands import Commands
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.switcher import FoundRow, Part
from wadesk.ui.screens import Screens
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.switcher import SwitcherView

SWITCHER = "go.switcher"


class Jump(QObject):
    """Opens the switcher by its command; any other command leads away from it first."""

    def __init__(
        self, view: SwitcherView, commands: Commands, screens: Screens, inbox: Inbox, daily: DailyView
    ) -> None:
        """Bind the switcher's command."""
        super().__init__(view)
        self._view, self._commands, self._screens, self._inbox, self._daily = view, commands, screens, inbox, daily
        self._awaited: ChatId | None = None
        commands.bind(SWITCHER, self.open, enabled=lambda: screens.place is not None)
        search = daily.column.filters.search
        commands.bind("chat.search", lambda: self.search(search.text()), enabled=lambda: screens.place is not None)
        daily.column.everywhere_asked.connect(self.search)
        commands.ran.connect(self._step_aside)
        view.chosen.connect(self._go)
        inbox.chat_opened.connect(self._write_in)

    def open(self) -> None:
        """Show the switcher."""
        shown = self._inbox.account
        self._view.open(shown.account_id if shown is not None else None)

    def search(self, text: str) -> None:
        """Show the switcher with what was searched for in one account: it looks in all of them."""
        self.open()
        self._view.field.setText(text)

    def open_chat(self, chat_id: ChatId) -> None:
        """Open a chat with the focus where one writes, once it is on the screen."""
        self._awaited = chat_id
        self._screens.open_chat(chat_id)
        self._write_in(self._inbox.open_chat)

    def _go(self, row: FoundRow) -> None:
        match row:
            case FoundRow(part=Part.ACTION, command=command) if command is not None:
                self._commands.run(command.command_id)
            case FoundRow(part=Part.CHAT, chat=chat) if chat is not None:
                self.open_chat(chat.chat_id)
            case FoundRow(session=session) if session is not None:
                self._screens.open_slot(session.slot.slot_id)
            case _:
                return

    def _step_aside(self, command_id: str) -> None:
        if command_id != SWITCHER:
            self._view.leave()

    def _write_in(self, chat: Chat | None) -> None:
        if chat is not None and chat.chat_id == self._awaited:
            self._awaited = None
            self._daily.pane.composer.input.setFocus()
