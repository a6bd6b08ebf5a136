"""Rows 6, 7, 8: opening a chat, scrolling it, and a message that comes: CPU of the window, flat in the chat's size.

The chats' messages are made up as they are asked for, so that what is measured is the window alone; a page out
of the encrypted database is row 11.
"""

import os
import time
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.bench.gauges import quantile, tell, tell_limit
from tests.ui.inbox_port import FakePort, LongChat, message
from wadesk.domain.ids import ChatId, new_account_id, new_chat_id, slot_id
from wadesk.domain.message import Chat
from wadesk.paths import resources
from wadesk.ui.models.messages import MessageListModel
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.message_view import MessageView

SMALL, LARGE = 1_000, 1_000_000
OPENINGS, STEPS, APPENDS = 60, 600, 60


class Now:
    """Runs what the model starts to its end, at once."""

    def start(self, work: Coroutine[Any, Any, Any], _name: str) -> None:
        """Nothing here ever waits."""
        try:
            while True:
                work.send(None)
        except StopIteration:
            return


class Pane:
    """One view on chats of given lengths."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        """A pane of 900 x 800 px."""
        self._app = app
        self._port = FakePort()
        self._slot = slot_id(new_account_id(), 1)
        self.model = MessageListModel(self._port, Now())
        self.view = MessageView(theme, self.model, lambda: 1_747_000_000_000 + LARGE * 60_000)
        self.view.resize(900, 800)
        self.view.show()
        app.processEvents()

    def chat(self, length: int) -> ChatId:
        """Another chat of ``length`` messages."""
        chat_id = new_chat_id(self._slot)
        self._port.add(Chat(slot_id=self._slot, chat_id=chat_id, held_from="+551100000000"), LongChat(chat_id, length))
        return chat_id

    def cpu_ms(self, work: Callable[[], object]) -> float:
        """CPU of this thread until what ``work`` changed is painted: the loop's turn paints it."""
        began = time.thread_time()
        work()
        self._app.processEvents()
        return (time.thread_time() - began) * 1000

    def repaint_ms(self) -> float:
        """CPU of painting all of the pane once."""
        return self.cpu_ms(self.view.viewport().repaint)


def measure() -> None:
    """Print the rows."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application is running")
    app.setFont(QFont("Inter"))
    theme = Theme(resources())
    app.setStyleSheet(theme.sheet())
    pane = Pane(app, theme)
    _openings(pane)
    _steps(pane)
    _appends(pane)


def _openings(pane: Pane) -> None:
    # Two of each in turn: the machine's mood is the same for both. The first pair warms up.
    chats = [(pane.chat(SMALL), pane.chat(LARGE)) for _ in range(2)]
    took: dict[int, list[float]] = {SMALL: [], LARGE: []}
    for turn in range(OPENINGS + 2):
        small, large = chats[turn % 2]
        for size, chat_id in ((SMALL, small), (LARGE, large)):
            took[size].append(pane.cpu_ms(lambda chat_id=chat_id: pane.model.open(chat_id)))
    small_ms, large_ms = (quantile(took[size][2:], 0.5) for size in (SMALL, LARGE))
    tell(6, "opening a chat of 1,000,000 messages against 1,000", large_ms, "ms CPU", small_ms, 1.1)
    tell_limit(6, "the same, p99", quantile(took[LARGE][2:], 0.99), "ms CPU", 10)


def _steps(pane: Pane) -> None:
    pane.model.open(pane.chat(LARGE))
    took = [pane.cpu_ms(lambda: pane.view.scroll_by(40)) for _ in range(STEPS)]
    tell_limit(7, "40 px over rows seen for the first time, p99", quantile(took, 0.99), "ms CPU", 4)
    tell_limit(7, "the same, worst", max(took), "ms CPU", 8.3)


def _appends(pane: Pane) -> None:
    typical = {}
    repaint = 0.0
    for size in (SMALL, LARGE):
        chat_id = pane.chat(size)
        pane.model.open(chat_id)
        pane.repaint_ms()
        repaint = quantile([pane.repaint_ms() for _ in range(APPENDS)], 0.5)
        coming = (message(chat_id, size + number, "mais um texto que chega") for number in range(APPENDS))
        typical[size] = quantile([pane.cpu_ms(lambda one=one: pane.model.apply(one)) for one in coming], 0.5)
    tell(8, "a message that comes against one full repaint", typical[LARGE], "ms CPU", repaint, 1.5)
    tell(8, "the same at 1,000,000 rows against 1,000", typical[LARGE], "ms CPU", typical[SMALL], 1.1)
