"""What the chat list says where it shows no chat: nothing yet, nothing found, nothing unread, nothing that waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wadesk.ui.message_words import one_line
from wadesk.ui.models.chat_filter import Chip
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.empty_state import EmptyState

_SHOWN_WORDS = 40


class ListEmpty(QWidget):
    """Shows one empty state at a time. ``everywhere_asked`` (text): look for it in all accounts."""

    everywhere_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._said: tuple[str, str, str] | None = None
        self._state: EmptyState | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(24), 0, theme.px(24), 0)

    @property
    def words(self) -> tuple[str, str]:
        """Title and sentence."""
        return self._said[1:] if self._said is not None else ("", "")

    def explain(self, typed: str, chip: Chip, account: str) -> None:
        """Say why: what was typed, or the chip, found nothing in ``account``."""
        said = _said(one_line(typed)[:_SHOWN_WORDS], chip, account)
        if said == self._said:
            return
        self._said = said
        if self._state is not None:
            self._column.removeWidget(self._state)
            self._state.deleteLater()
        button = translate("ListEmpty", "Search in all accounts") if typed else ""
        self._state = EmptyState(self._theme, *said, button)
        self._state.pressed.connect(lambda: self.everywhere_asked.emit(typed))
        self._column.addWidget(self._state)


def _said(typed: str, chip: Chip, account: str) -> tuple[str, str, str]:
    if typed:
        title = translate("ListEmpty", 'Nothing with "{q}"').format(q=typed)
        return "search", title, translate("ListEmpty", "I looked only in {account}.").format(account=account)
    match chip:
        case Chip.UNREAD:
            title = translate("ListEmpty", "Everything is read")
            return "message-square", title, translate("ListEmpty", "New messages show here until somebody reads them.")
        case Chip.QUEUED:
            title = translate("ListEmpty", "Outbox empty")
            return "inbox", title, translate("ListEmpty", "No message is waiting for a connection.")
        case Chip.ALL:
            title = translate("ListEmpty", "No chats yet")
            return "inbox", title, translate("ListEmpty", "They appear here as soon as somebody writes.")
