"""Row 13: ten thousand events at once: CPU for each, models told, and the longest block of the window's loop."""

import itertools
import os
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.bench.gauges import tell_limit
from tests.bench.pane import Now
from tests.ui.inbox_port import FakePort, message
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.events import Event, MessageStored
from wadesk.domain.ids import SlotId, new_account_id, new_chat_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import Chat
from wadesk.paths import resources
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.reports import Reports
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.daily_view import DailyView

EVENTS = 10_000
CHATS = 200
NOW_MS = 1_747_000_000_000 + 2 * EVENTS * 60_000


def measure() -> None:
    """Print the row: events of the account on the screen, with its list and an open chat painted meanwhile."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application is running")
    app.setFont(QFont("Inter"))
    theme = Theme(resources())
    app.setStyleSheet(theme.sheet())
    account = Account(account_id=new_account_id(), name="Bench", initials="BE", colour=1, position=1)
    one = slot_id(account.account_id, 1)
    slot = Slot(slot_id=one, account_id=account.account_id, index=1, name="Balcão", number="+5511999990011")
    status = SlotStatus(slot_id=one, state=LinkState.ONLINE, epoch=1, counter=1, number=slot.number)
    port = FakePort()
    chats = [
        port.add(
            Chat(
                slot_id=one,
                chat_id=new_chat_id(one),
                held_from="+5511999990011",
                number=f"+5511988{at:06d}",
                name=f"Cliente {at}",
                time_ms=NOW_MS - at * 60_000,
            )
        )
        for at in range(CHATS)
    ]
    desk = Desk()
    inbox = Inbox(desk, port, Now(), lambda: "key")
    view = DailyView(theme, inbox, lambda: NOW_MS)
    view.resize(1056, 800)
    view.show()
    desk.load([account], [Session(slot=slot, account=account, status=status)])
    inbox.show_account(account.account_id)
    inbox.open(chats[0].chat_id)
    app.processEvents()
    # The first burst draws what was never drawn before: icons, glyphs, the list's first rows.
    _tell(app, desk, inbox, _events(one, chats, 0))
    told, longest = _tell(app, desk, inbox, _events(one, chats, EVENTS))
    tell_limit(13, f"each of {EVENTS} events, models told", told / EVENTS * 1e6, "µs CPU", 5)
    tell_limit(13, "longest block of the window's loop, painting included", longest * 1000, "ms CPU", 8)


def _events(one: SlotId, chats: list[Chat], first: int) -> list[Event]:
    events: list[Event] = []
    for at in range(first, first + EVENTS):
        chat = chats[at * 7 % CHATS]
        said = message(chat.chat_id, at)
        row = Chat(
            slot_id=one,
            chat_id=chat.chat_id,
            held_from=chat.held_from,
            number=chat.number,
            name=chat.name,
            time_ms=said.time_ms,
            unread=at % 9,
            last_text=said.text,
        )
        events.append(MessageStored(message=said, chat=row))
    return events


def _tell(app: QApplication, desk: Desk, inbox: Inbox, events: list[Event]) -> tuple[float, float]:
    """CPU seconds of telling the models, and of the longest turn of the loop."""
    reports = Reports()
    told = 0.0

    def take(batch: list[Event]) -> None:
        nonlocal told
        began = time.thread_time()
        desk.take(batch)
        inbox.hear(batch)
        told += time.thread_time() - began

    reports.arrived.connect(take)
    turns: list[float] = []
    beat = QTimer()
    beat.timeout.connect(lambda: turns.append(time.thread_time()))
    beat.start(0)
    taken: list[bool] = []
    reports.hand(events, lambda: taken.append(True))
    while not taken:
        app.processEvents()
    beat.stop()
    return told, max(after - before for before, after in itertools.pairwise(turns))
