"""The daily view of one account: its chats, the open chat, and the contact panel; fewer of them where it is narrow."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from wadesk.domain.errors import WaDeskError
from wadesk.domain.message import Chat
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.chat_pane import ChatPane
from wadesk.ui.widgets.collapse import LIST_MOST, Columns, columns
from wadesk.ui.widgets.contact_panel import ContactPanel
from wadesk.ui.widgets.drawer import Drawer
from wadesk.ui.widgets.list_column import ListColumn
from wadesk.ui.widgets.new_chat_flow import NewChatFlow


class DailyView(QWidget):
    """``trouble_told`` (WaDeskError): something was refused while no chat was open to say it in.

    ``list_width_chosen`` (design px) and ``contact_chosen`` (bool): what a person set, to be kept.
    """

    trouble_told = Signal(object)
    list_width_chosen = Signal(int)
    contact_chosen = Signal(bool)

    def __init__(self, theme: Theme, inbox: Inbox, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._inbox = theme, inbox
        self._fit: Columns | None = None
        self._wanted_list, self._wanted_contact = 0, True
        self.column = ListColumn(theme, inbox, now_ms)
        self.pane = ChatPane(theme, inbox, now_ms)
        self.contact = ContactPanel(theme, inbox, inbox.audit(now_ms), now_ms)
        self.contact.hide()
        self.drawer = Drawer(theme, self, theme.size("contactDrawer"))
        self.new_chat = NewChatFlow(theme, inbox, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(1, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._splitter, 1)
        self._row.addWidget(self.contact)
        QWidget.setTabOrder(self.column.chats, self.pane.header.back)
        QWidget.setTabOrder(self.pane.composer.button, self.contact.close_button)
        self._connect()

    def _connect(self) -> None:
        inbox = self._inbox
        inbox.chat_opened.connect(self._follow_chat)
        inbox.refused.connect(self._tell_refusal)
        inbox.messages.opened.connect(self._attend)
        self.pane.messages.end_changed.connect(self._attend)
        self.pane.left.connect(inbox.close_chat)
        self.pane.header.contact_asked.connect(self.toggle_contact)
        self.contact.closed.connect(self.toggle_contact)
        self.drawer.left.connect(self.toggle_contact)
        self.column.new_chat_asked.connect(self.ask_new_chat)
        self._splitter.splitterMoved.connect(self._keep_list_width)
        # Opening a chat leads to its composer, also when it is the one that is open already.
        self.column.chats.opened.connect(lambda _: self.pane.composer.input.setFocus())

    def restore(self, list_width: int, *, contact: bool) -> None:
        """As it was left: the list's width in design px (0 for the usual one), and whether the contact panel shows."""
        self._wanted_list, self._wanted_contact = self._theme.px(list_width), contact
        self._lay()

    def ask_new_chat(self) -> None:
        """Ask for number and sender of a chat that is not there yet."""
        self.new_chat.ask()

    def ask_switch(self) -> None:
        """Ask for another number to write to the open chat's person from."""
        self.pane.switch.offer()

    def toggle_contact(self) -> None:
        """Show the contact panel, or hide it: beside the chat where there is room, else over it."""
        if self._inbox.open_chat is None:
            return
        if self._fit is not None and not self._fit.docked:
            if self.drawer.is_open:
                self._dock()
            else:
                self.drawer.open(self.contact, self.contact.close_button)
                self.pane.header.show_contact(True)
            return
        self._wanted_contact = not self._wanted_contact
        self.contact_chosen.emit(self._wanted_contact)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is one step back: at last to where one writes."""
        if event.key() == Qt.Key.Key_Escape and self._inbox.open_chat is not None:
            self.pane.composer.input.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Collapse as the window's width has it."""
        super().resizeEvent(event)
        self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        """What is shown may be seen."""
        super().showEvent(event)
        self._lay()
        self._attend()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden is not seen."""
        super().hideEvent(event)
        self._attend()

    def event(self, event: QEvent) -> bool:
        """The window came to the front, or left it: of that a child hears by these alone."""
        done = super().event(event)
        if event.type() in {QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate}:
            self._attend()
        return done

    def _lay(self) -> None:
        """Give every column its width."""
        is_open = self._inbox.open_chat is not None
        shown = self._wanted_contact and is_open
        fit = columns(self._theme, self.window().width(), self.width(), self._wanted_list, contact=shown)
        if self.drawer.is_open and (fit.docked or not is_open):
            self._dock()
        self.contact.setVisible((fit.docked and shown) or self.drawer.is_open)
        if not self.drawer.is_open:
            self.contact.setFixedWidth(self._theme.size("contact"))
        self.pane.header.show_contact(self.contact.isVisible())
        self.column.setMinimumWidth(self._theme.size("listNarrow"))
        self.column.setMaximumWidth(self._theme.px(LIST_MOST) if fit.two_panes else self.width())
        self.column.setVisible(fit.two_panes or not is_open)
        self.pane.setVisible(fit.two_panes or is_open)
        self.pane.header.back.setVisible(not fit.two_panes)
        if fit.two_panes:
            rest = self.width() - (self._theme.size("contact") if fit.docked and shown else 0) - fit.list_width - 1
            self._splitter.setSizes([fit.list_width, max(rest, 1)])
        self._fit = fit

    def _dock(self) -> None:
        """Take the panel out of the drawer."""
        self.drawer.close_panel()
        self._row.addWidget(self.contact)
        self.contact.hide()
        self.pane.header.show_contact(False)

    def _keep_list_width(self, position: int, _index: int) -> None:
        if self._fit is not None and self._fit.docked:
            self._wanted_list = position
            self.list_width_chosen.emit(round(position / self._theme.scale))

    def _attend(self) -> None:
        """A chat is read only where a person can see its newest end: window in front, chat shown, at the bottom."""
        seen = self.isVisible() and self.isActiveWindow() and self.pane.isVisible() and not self.window().isMinimized()
        self._inbox.set_attention(attentive=seen and self.pane.messages.anchor.at_end)

    def _follow_chat(self, _chat: Chat | None) -> None:
        self._lay()
        self._attend()

    def _tell_refusal(self, error: WaDeskError) -> None:
        if self._inbox.open_chat is None:
            self.trouble_told.emit(error)
