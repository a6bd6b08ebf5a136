"""What a screen reader is told without being asked: what came in, what failed, how much waits elsewhere."""

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from wadesk.domain.ids import MessageId
from wadesk.domain.message import Direction, Message, MessageState
from wadesk.ui.message_words import spoken_message
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.text import counted, translate

_ELSEWHERE_MS = 10_000
"""Other chats are told of as a count, and no oftener than this (design.md 13)."""


class Announcer(QObject):
    """Speaks through ``voice``, the widget that the announcements belong to. ``said`` (words, whether politely)."""

    said = Signal(str, bool)

    def __init__(self, voice: QWidget, inbox: Inbox) -> None:
        super().__init__(voice)
        self._voice, self._inbox = voice, inbox
        self._failed: set[MessageId] = set()
        self._told_elsewhere = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_ELSEWHERE_MS)
        self._pause.timeout.connect(self._count_elsewhere)
        inbox.messages.appended.connect(self._tell_new)
        inbox.messages.dataChanged.connect(self._tell_failed)
        inbox.messages.modelReset.connect(self._failed.clear)
        inbox.chats.unread_changed.connect(self._count_elsewhere)
        inbox.chat_opened.connect(self._begin)

    def say(self, words: str, *, polite: bool) -> None:
        """Announce; politely waits until the reader has ended its sentence."""
        self.said.emit(words, polite)
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._voice, words)
            levels = QAccessible.AnnouncementPoliteness
            event.setPoliteness(levels.Polite if polite else levels.Assertive)
            QAccessible.updateAccessibility(event)

    def _tell_new(self, message: Message) -> None:
        if message.direction is Direction.IN:
            self.say(spoken_message(message, self._inbox.messages.who), polite=True)

    def _tell_failed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            message = self._inbox.messages.message(row)
            if message.state is MessageState.FAILED and message.message_id not in self._failed:
                self._failed.add(message.message_id)
                self.say(spoken_message(message, self._inbox.messages.who), polite=False)

    def _begin(self, _chat: object) -> None:
        self._told_elsewhere = self._elsewhere()

    def _elsewhere(self) -> int:
        shown = self._inbox.open_chat
        return self._inbox.chats.unread() - (shown.unread if shown is not None else 0)

    def _count_elsewhere(self) -> None:
        count = self._elsewhere()
        if count <= self._told_elsewhere:
            self._told_elsewhere = count
        elif not self._pause.isActive():
            self._told_elsewhere = count
            self._pause.start()
            one = translate("Announcer", "1 unread in other chats")
            self.say(counted(count, one, translate("Announcer", "{n} unread in other chats")), polite=True)
