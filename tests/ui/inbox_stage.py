"""The bakery's inbox with a fake port behind it, ready for a test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.inbox_people import BAKERY, OTHER, Bakery, account, bakery, now_ms, sessions, status_of
from tests.ui.inbox_port import Steps
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import Event, StatusChanged
from wadesk.domain.linkstate import LinkState
from wadesk.paths import resources
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.daily_view import DailyView


@dataclass
class Stage:
    """Everything one test touches. ``refusals`` collects what was refused."""

    scene: Bakery
    desk: Desk
    inbox: Inbox
    steps: Steps
    refusals: list[WaDeskError] = field(default_factory=list)
    _counter: int = 1

    def tell(self, events: list[Event]) -> None:
        """Tell the models, as the window's composition does: the desk first."""
        self.desk.take(events)
        self.inbox.hear(events)

    def put_state(self, index: int, state: LinkState, **fields: object) -> None:
        """Let a number of the bakery have another standing."""
        slot = sessions()[index - 1].slot
        self._counter += 1
        number = fields.pop("number", slot.number)
        self.tell([StatusChanged(status=status_of(slot.slot_id, number, state, counter=self._counter, **fields))])


def stage() -> Stage:
    """Two accounts on the desk, the bakery on the screen, no chat open."""
    scene, desk, steps, keys = bakery(), Desk(), Steps(), iter(range(1, 10_000))
    desk.load([account(BAKERY), account(OTHER)], sessions(BAKERY) + sessions(OTHER))
    inbox = Inbox(desk, scene.port, steps, lambda: f"key {next(keys)}")
    made = Stage(scene, desk, inbox, steps)
    scene.port.told = made.tell
    inbox.refused.connect(made.refusals.append)
    inbox.show_account(BAKERY)
    return made


def wait_until(condition: Callable[[], bool]) -> None:
    """Let Qt work until ``condition`` holds; fails after five seconds."""
    deadline = QDeadlineTimer(5_000)
    while not condition():
        assert not deadline.hasExpired()
        QTest.qWait(5)


@contextmanager
def daily_view(made: Stage, width: int = 1215, height: int = 800) -> Iterator[DailyView]:
    """The daily view of a stage, shown; taken apart afterwards."""
    theme = Theme(resources())
    view = DailyView(theme, made.inbox, now_ms)
    view.setStyleSheet(theme.sheet())
    view.resize(width, height)
    view.show()
    QApplication.sendPostedEvents()
    try:
        yield view
    finally:
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents()
