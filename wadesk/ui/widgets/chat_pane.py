"""The open chat: header, messages, composer; or a sentence where no chat is open."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import ChatId
from wadesk.domain.message import Chat, Message
from wadesk.ui.errors import told
from wadesk.ui.message_words import Deed
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.sender import Sender
from wadesk.ui.next_steps import next_step
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.announcer import Announcer
from wadesk.ui.widgets.chat_header import ChatHeader
from wadesk.ui.widgets.composer import Composer
from wadesk.ui.widgets.empty_state import EmptyState
from wadesk.ui.widgets.message_view import MessageView
from wadesk.ui.widgets.sending_words import Way
from wadesk.ui.widgets.switch_flow import SwitchFlow


class ChatPane(QWidget):
    """``left``: a person goes back to the list (one pane)."""

    left = Signal()

    def __init__(self, theme: Theme, inbox: Inbox, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._inbox = theme, inbox
        self.header = ChatHeader(theme)
        self.messages = MessageView(theme, inbox.messages, now_ms)
        self.composer = Composer(theme, now_ms)
        self.announcer = Announcer(self.messages, inbox)
        self.switch = SwitchFlow(theme, inbox, self.composer)
        self._chat = QWidget()
        self._empty = EmptyState(
            theme,
            "message-square",
            self.tr("No chat open"),
            self.tr("Pick a chat. Messages show here, with the number they leave from."),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        margin = self._theme.px(12)
        foot = QVBoxLayout()
        foot.setContentsMargins(margin, margin, margin, margin)
        foot.addWidget(self.composer)
        column = QVBoxLayout(self._chat)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.messages, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._chat)
        self.setMinimumWidth(self._theme.px(320))
        composer = self.composer
        order = (
            self.header.back,
            self.header.contact,
            self.messages,
            composer.switch,
            *composer.strip.buttons,
            composer.input,
        )
        for before, after in pairwise((*order, composer.button)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        inbox, composer = self._inbox, self.composer
        inbox.chat_opened.connect(self._show_chat)
        inbox.sender_changed.connect(self._show_sender)
        inbox.draft_returned.connect(composer.show_draft)
        inbox.refused.connect(self._show_refusal)
        inbox.pictures.came.connect(self._show_picture)
        composer.sent.connect(inbox.send)
        composer.typed.connect(inbox.keep_draft)
        composer.way_asked.connect(self._go)
        self.messages.deed_asked.connect(self._settle)
        self.header.left.connect(self.left)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("canvas"))
        painter.end()

    def _show_chat(self, chat: Chat | None) -> None:
        self._stack.setCurrentWidget(self._empty if chat is None else self._chat)
        if chat is not None:
            self._show_head(chat)
            self.composer.input.setFocus()

    def _show_sender(self, sender: Sender | None) -> None:
        self.messages.show_sender(sender)
        self.composer.show_sender(sender)
        if sender is not None:
            self._show_head(sender.chat)

    def _show_head(self, chat: Chat) -> None:
        self.header.show_chat(chat, self._inbox.pictures.of(chat))

    def _show_picture(self, chat_id: ChatId) -> None:
        chat = self._inbox.open_chat
        if chat is not None and chat.chat_id == chat_id:
            self._show_head(chat)

    def _show_refusal(self, error: WaDeskError) -> None:
        if self._inbox.open_chat is not None:
            self.composer.show_notice(told(error))

    def _settle(self, message: Message, deed: Deed) -> None:
        if deed is Deed.DISCARD:
            self._inbox.orders.discard(message)
        else:
            self._inbox.orders.settle(message, resend=deed is Deed.RESEND)

    def _go(self, way: Way, sender: Sender) -> None:
        match way:
            case Way.SWITCH:
                self.switch.offer()
            case Way.RETURN:
                self._inbox.others.go_back(sender.chat)
            case Way.NEXT_STEP:
                step = next_step(sender.status)
                if step is not None:
                    self._inbox.step_asked.emit(sender.slot.slot_id, step.kind)
