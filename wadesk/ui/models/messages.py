"""A window of rows over one chat: its newest messages first, older and newer ones by the page."""

from collections.abc import Coroutine
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import ChatId, MessageId
from wadesk.domain.message import Message, MessageState
from wadesk.domain.requests import Messages
from wadesk.ui.models.message_window import MessageWindow, order
from wadesk.ui.models.port import InboxPort
from wadesk.ui.models.window_model import PAGE, WindowModel, is_ours

FIRST_PAGE = 100
_NEVER_LEFT = {MessageState.QUEUED, MessageState.FAILED}


class Starter(Protocol):
    """Who starts background work and logs its failure: the window's task owner."""

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> object:
        """Start ``work`` now."""


class MessageListModel(WindowModel):
    """Messages, oldest first, under ``MESSAGE``; at most about 400 rows, whatever the chat's length.

    ``opened`` tells that the first page of the chat stands (also when it is empty), ``failed`` that a page
    could not be read (WaDeskError).
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, port: InboxPort, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._tasks = tasks
        self._chat: ChatId | None = None
        self._generation = 0
        self._loading = False
        self._meanwhile: list[Message] = []
        self._dropped: set[MessageId] = set()
        self.unread_mark: MessageId | None = None
        self.unread_count = 0

    @property
    def chat_id(self) -> ChatId | None:
        """The chat whose rows these are."""
        return self._chat

    @property
    def loading(self) -> bool:
        """Whether a page is on its way."""
        return self._loading

    def open(self, chat_id: ChatId | None, unread: int = 0) -> None:
        """Show another chat (None: none) from its newest page; the unread line goes before the ``unread`` last."""
        self.beginResetModel()
        self._chat, self._window, self._meanwhile = chat_id, MessageWindow(), []
        self._dropped = set()
        self.unread_mark, self.unread_count = None, unread
        self._loading = False
        self._generation += 1
        self.endResetModel()
        if chat_id is not None:
            self._load(self._first(chat_id, self._generation))

    def load_older(self) -> None:
        """Ask for the page above the first row, where there is one and none is on its way."""
        if self._chat is not None and self._window.older and not self._loading:
            self._load(self._page(self._chat, self._generation, before=self._window.rows[0].message_id))

    def load_newer(self) -> None:
        """Ask for the page below the last row, where there is one and none is on its way."""
        if self._chat is not None and self._window.newer and not self._loading:
            self._load(self._page(self._chat, self._generation, after=self._window.rows[-1].message_id))

    def load_newest(self) -> None:
        """Go to the newest end: nothing to do when the window is there."""
        if self._window.newer:
            self.open(self._chat)

    def load_newest_of(self, message: Message) -> None:
        """Go to the newest end of the open chat after ``message`` of ours was queued in it."""
        if message.chat_id == self._chat:
            self.load_newest()

    def read_again(self) -> None:
        """Read the newest page again and take in what differs: reports were dropped on the way."""
        if self._window.newer or self._loading:
            self.open(self._chat, self.unread_count)
        elif self._chat is not None:
            self._load(self._again(self._chat, self._generation))

    def apply(self, message: Message) -> None:
        """Take in a message that was recorded or changed; one of another chat is ignored."""
        if message.chat_id != self._chat:
            return
        if self._loading:
            self._meanwhile.append(message)
        row = self._window.row_of(message.message_id)
        if row >= 0:
            self._change(row, message)
        elif self._window.belongs(message):
            self._take(message)

    def apply_all(self, messages: list[Message]) -> None:
        """The same for many: what continues the newest end goes in at once and is told once."""
        coming = [] if self._loading else self._continuing(messages)
        for message in messages:
            if message not in coming:
                self.apply(message)
        if coming:
            self._insert(coming)
            self.appended.emit(coming[-1])
            self._trim()

    def _continuing(self, messages: list[Message]) -> list[Message]:
        fresh = self._window.fresh(messages)
        ours = all(message.chat_id == self._chat for message in fresh)
        # Two of one id are a message and its change.
        once = len({message.message_id for message in fresh}) == len(messages)
        at_end = bool(fresh) and not self._window.newer and self._window.place(fresh[0]) == len(self._window.rows)
        return fresh if ours and once and at_end else []

    def drop(self, chat_id: ChatId | None, message_id: MessageId) -> None:
        """A message that never left was deleted."""
        if chat_id != self._chat:
            return
        self._meanwhile = [message for message in self._meanwhile if message.message_id != message_id]
        self._dropped.add(message_id)
        row = self._window.row_of(message_id)
        if row >= 0:
            self._remove(row, row)

    def _load(self, work: Coroutine[Any, Any, None]) -> None:
        self._loading = True
        self._tasks.start(work, "messages of the open chat")

    async def _first(self, chat: ChatId, generation: int) -> None:
        page = await self._ask(generation, chat, FIRST_PAGE)
        if page is None:
            return
        self._window.older = page.more
        self._insert(page.messages)
        self.unread_mark = self._window.nth_incoming_from_end(self.unread_count)
        self._replay()
        self.opened.emit()

    async def _again(self, chat: ChatId, generation: int) -> None:
        page = await self._ask(generation, chat, FIRST_PAGE)
        if page is None:
            return
        heard = {message.message_id for message in self._meanwhile}
        self._replay()
        oldest = min(map(order, page.messages), default=None)
        if page.more and oldest is not None and self._window.rows and order(self._window.rows[-1]) < oldest:
            # More than a page came in: what lies between would be missing for ever.
            self.open(chat, self.unread_count)
            return
        self._forget_discarded(page, heard)
        for message in sorted(page.messages, key=order):
            self.apply(message)

    def _forget_discarded(self, page: Messages, heard: set[MessageId]) -> None:
        """Take out what never left and is not on the newest page, though it lies within: its deletion was not heard."""
        found = heard | {message.message_id for message in page.messages}
        oldest = min(map(order, page.messages), default=(0, 0)) if page.more else (0, 0)
        for row in reversed(range(len(self._window.rows))):
            message = self._window.rows[row]
            if order(message) < oldest:
                return
            if message.state in _NEVER_LEFT and message.message_id not in found and is_ours(message):
                self._remove(row, row)

    async def _page(
        self, chat: ChatId, generation: int, before: MessageId | None = None, after: MessageId | None = None
    ) -> None:
        page = await self._ask(generation, chat, PAGE, before, after)
        if page is None:
            return
        if before is not None:
            self._window.older = page.more
        else:
            self._window.newer = page.more
        self._insert(page.messages)
        self._replay()
        self._trim()

    async def _ask(
        self,
        generation: int,
        chat: ChatId,
        limit: int,
        before: MessageId | None = None,
        after: MessageId | None = None,
    ) -> Messages | None:
        """One page, or None where another chat was opened meanwhile or the page could not be read."""
        try:
            page = await self._port.list_messages(chat_id=chat, before=before, after=after, limit=limit)
        except WaDeskError as error:
            if generation == self._generation:
                self._loading = False
                self.failed.emit(error)
            return None
        if generation != self._generation:
            return None
        # What was deleted while the page was read is on it still.
        kept = [message for message in page.messages if message.message_id not in self._dropped]
        return Messages(messages=kept, more=page.more)

    def _replay(self) -> None:
        """End a load: what was recorded while its page was read is not on it."""
        self._loading = False
        meanwhile, self._meanwhile = self._meanwhile, []
        for message in meanwhile:
            self.apply(message)
