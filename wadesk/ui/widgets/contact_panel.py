"""Who the open chat is with, which number it is held from, and the proof of what left from where."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name
from wadesk.ui.models.audit import Audit
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.sender import Sender
from wadesk.ui.text import phone, spoken, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.audit_box import AuditBox
from wadesk.ui.widgets.avatar import Avatar
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.labels import Label, rule
from wadesk.ui.widgets.marks import Chip
from wadesk.ui.widgets.scroll_page import ScrollPage

_RENEW_MS = 5_000
"""How often "checked 8 s ago" is worded anew while it is seen."""
_LOW = 640
"""Height of the window under which the picture is smaller."""


class ContactPanel(QFrame):
    """``closed``: its close button. It counts only while it can be seen."""

    closed = Signal()

    def __init__(self, theme: Theme, inbox: Inbox, audit: Audit, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._inbox, self._audit, self._now_ms = theme, inbox, audit, now_ms
        self.title = Label(theme, "", "title")
        self.close_button = IconButton(theme, "x", translate("Contact", "Close"), shortcut="Ctrl+I")
        self._avatar = Avatar(theme, 56)
        self._name, self._number = Label(theme, "", "h2", wrap=True), Label(theme, "", tone="text2", tabular=True)
        self._from = Label(theme, translate("Contact", "Chat on"), "smallMedium", weight=600, tone="text2")
        self.chip = Chip(theme, large=True)
        self.audit = AuditBox(theme)
        self._renew = QTimer(self)
        self._renew.setInterval(_RENEW_MS)
        self._renew.timeout.connect(self._show_audit)
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        inbox.sender_changed.connect(self._show)
        inbox.pictures.came.connect(self._show_picture)
        audit.changed.connect(self._show_audit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the hairline at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.color("border"))
        painter.fillRect(0, self._theme.size("header") - 1, self.width(), 1, self._theme.color("border"))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Count now that it is seen."""
        super().showEvent(event)
        chat = self._inbox.open_chat
        self._show(self._inbox.sender_for(chat.chat_id) if chat is not None else None)
        self._renew.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is counted for nobody."""
        super().hideEvent(event)
        self._renew.stop()
        self._audit.look(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has a smaller picture."""
        super().resizeEvent(event)
        self._avatar.resize_to(40 if self.window().height() < self._theme.px(_LOW) else 56)

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        header = QWidget()
        header.setFixedHeight(theme.size("header"))
        head = QHBoxLayout(header)
        head.setContentsMargins(px(16), 0, px(8), 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        who = QVBoxLayout()
        who.setContentsMargins(px(16), px(12), px(16), px(14))
        who.setSpacing(px(4))
        middle = Qt.AlignmentFlag.AlignHCenter
        who.addWidget(self._avatar, 0, middle)
        for words in (self._name, self._number):
            words.setAlignment(middle)
            who.addWidget(words)
        held = QVBoxLayout()
        held.setContentsMargins(px(16), px(12), px(16), px(16))
        held.setSpacing(px(8))
        for widget in (self._from, self.chip, self.audit):
            held.addWidget(widget)
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addLayout(who)
        content.addWidget(rule(self))
        content.addLayout(held)
        content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(ScrollPage(content, "sheet"), 1)

    def _show(self, sender: Sender | None) -> None:
        if sender is None or not self.isVisible():
            self._audit.look(None)
            return
        chat = sender.chat
        self.title.setText(translate("Contact", "Group") if chat.group else translate("Contact", "Contact"))
        self.setAccessibleName(self.title.text())
        self._name.setText(chat_name(chat))
        number = phone(chat.number) if chat.number else ""
        self._number.setText(number)
        self._number.setAccessibleName(spoken(chat.number) if chat.number else "")
        self._number.setVisible(bool(number) and number != chat_name(chat))
        self.chip.show_slot(sender.slot, sender.account, phone(sender.number) if sender.number else "")
        self._show_picture(chat.chat_id)
        self._audit.look(chat)

    def _show_picture(self, chat_id: object) -> None:
        chat = self._inbox.open_chat
        if chat is not None and chat.chat_id == chat_id and self.isVisible():
            self._avatar.show_person(chat, self._inbox.pictures.of(chat))

    def _show_audit(self) -> None:
        finding = self._audit.finding
        shown: Chat | None = self._inbox.open_chat
        mine = finding is not None and shown is not None and finding.chat.chat_id == shown.chat_id
        self.audit.show_finding(finding if mine else None, self._now_ms())
