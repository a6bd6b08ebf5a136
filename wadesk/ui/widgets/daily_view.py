"""The daily view of one account: its chats at the left, the open chat at the right, one of them where it is narrow."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from wadesk.domain.errors import WaDeskError
from wadesk.domain.message import Chat
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.chat_pane import ChatPane
from wadesk.ui.widgets.list_column import ListColumn
from wadesk.ui.widgets.new_chat import NewChat

# Widths of the whole window (design.md 10).
_ONE_PANE_BELOW = 820
_NARROW_BELOW = 1120


class DailyView(QWidget):
    """``trouble_told`` (WaDeskError): something was refused while no chat was open to say it in."""

    trouble_told = Signal(object)

    def __init__(self, theme: Theme, inbox: Inbox, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._inbox = theme, inbox
        self._narrow: bool | None = None
        self._list_width = 0
        self._dialog: NewChat | None = None
        self.column = ListColumn(theme, inbox, now_ms)
        self.pane = ChatPane(theme, inbox, now_ms)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._connect()

    def _connect(self) -> None:
        inbox = self._inbox
        inbox.chat_opened.connect(self._follow_chat)
        inbox.refused.connect(self._show_refusal)
        inbox.beginning.opened.connect(self._close_dialog)
        inbox.beginning.named.connect(self._show_named)
        inbox.beginning.absent.connect(self._show_absent)
        inbox.beginning.refused.connect(self._show_refusal)
        inbox.messages.opened.connect(self._attend)
        self.pane.messages.end_changed.connect(self._attend)
        self.pane.left.connect(inbox.close_chat)
        self.column.new_chat_asked.connect(self.ask_new_chat)
        # Opening a chat leads to its composer, also when it is the one that is open already.
        self.column.chats.opened.connect(lambda _: self.pane.composer.input.setFocus())

    def ask_new_chat(self) -> None:
        """Ask for number, sender and first message."""
        sessions = [session for session in self._inbox.sessions if session.slot.number]
        if not sessions:
            return
        # The library of numbering plans is loaded when the first number is read, not with the window.
        from wadesk.supervisor.numbers import parse_number  # noqa: PLC0415

        self._dialog = NewChat(self._theme, self.window(), sessions, self._inbox.chats.number, parse_number)
        self._dialog.wanted.connect(self._inbox.beginning.begin)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collapse as the window's width has it."""
        super().resizeEvent(event)
        width, whole, theme = self.width(), self.window().width(), self._theme
        list_width = theme.size("listNarrow" if whole < theme.px(_NARROW_BELOW) else "list")
        one_pane = whole < theme.px(_ONE_PANE_BELOW)
        self.column.setMinimumWidth(theme.size("listNarrow"))
        self.column.setMaximumWidth(width if one_pane else theme.px(420))
        if one_pane != self._narrow:
            self._narrow = one_pane
            self._collapse()
        if not one_pane and list_width != self._list_width:
            self._list_width = list_width
            self._splitter.setSizes([list_width, width - list_width - 1])

    def showEvent(self, event: QShowEvent) -> None:
        """What is shown may be seen."""
        super().showEvent(event)
        self._attend()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden is not seen."""
        super().hideEvent(event)
        self._attend()

    def changeEvent(self, event: QEvent) -> None:
        """The window came to the front, or left it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._attend()

    def _attend(self) -> None:
        """A chat is read only where a person can see its newest end: window in front, chat shown, at the bottom."""
        seen = self.isVisible() and self.isActiveWindow() and self.pane.isVisible() and not self.window().isMinimized()
        self._inbox.set_attention(attentive=seen and self.pane.messages.anchor.at_end)

    def _follow_chat(self, _chat: Chat | None) -> None:
        self._collapse()
        self._attend()

    def _collapse(self) -> None:
        is_open = self._inbox.open_chat is not None
        self.column.setVisible(not (self._narrow and is_open))
        self.pane.setVisible(not self._narrow or is_open)
        self.pane.header.back.setVisible(bool(self._narrow))

    def _show_refusal(self, error: WaDeskError) -> None:
        if self._dialog is not None:
            self._dialog.refuse(error)
        elif self._inbox.open_chat is None:
            self.trouble_told.emit(error)

    def _show_named(self, number: str) -> None:
        if self._dialog is not None:
            self._dialog.show_named(number)

    def _show_absent(self) -> None:
        if self._dialog is not None:
            self._dialog.show_absent()

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    def _forget_dialog(self) -> None:
        self._inbox.beginning.forget()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
