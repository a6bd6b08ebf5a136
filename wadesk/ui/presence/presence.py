"""Connects the window with tray and announcements. It outlives the making anew of what fills the window."""

import sys
from collections.abc import Callable, Iterable

from PySide6.QtCore import QDateTime, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wadesk.domain.desk import Session
from wadesk.domain.events import Event
from wadesk.domain.ids import AccountId, ChatId, SlotId
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.notice import Notice
from wadesk.ui.models.notices import Notices
from wadesk.ui.models.settings import Settings
from wadesk.ui.presence.announcer import Announcer
from wadesk.ui.presence.pictures import notice_picture
from wadesk.ui.presence.tray import Tray, is_there_a_tray
from wadesk.ui.stage import Stage

_TRAY_COMES_MS = 15_000
"""When a desktop has begun, its panel comes some time after the programs that start with it."""


class Presence(QObject):
    """Made once the data is open; tell it every event after the stage was told."""

    def __init__(self, stage: Stage, settings: Settings, tasks: Starter, now_ms: Callable[[], int]) -> None:
        """Be in the tray, and announce what ``settings`` allow."""
        self._window = stage.parts.window
        super().__init__(self._window)
        self._stage, self._settings, self._now_ms = stage, settings, now_ms
        self._is_over = False
        theme = stage.parts.theme
        self.tray = Tray(theme, self)
        self._announcer = Announcer(self.tray.icon, lambda notice: notice_picture(theme, notice), tasks, self)
        self._notices = Notices(settings, self._session_of, self.attended, minute_of_day)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._settle)
        self._connect()

    def begin(self) -> None:
        """The desk is read: show its counts, and know how its numbers stand."""
        self._follow_desk()
        self._notices.begin(session.status for session in self._stage.parts.desk.sessions())
        self._stage.made = self._follow_desk
        if not self._window.isVisible():
            QTimer.singleShot(_TRAY_COMES_MS, self, self._be_reachable)

    def take(self, events: Iterable[Event]) -> None:
        """Announce what is news, and take back what is over."""
        self._notices.hear(events, self._now_ms())
        self._settle()

    def close(self) -> None:
        """Leave the tray, and announce nothing more: the program ends."""
        self._is_over = True
        self._clock.stop()
        self.tray.close()

    def attended(self) -> ChatId | None:
        """The chat that a person has before them: open, in a window that is in front."""
        work = self._stage.work
        seen = self._window.isVisible() and self._window.isActiveWindow() and not self._window.isMinimized()
        place = work.screens.place if work is not None and seen else None
        return place.chat if place is not None else None

    def _follow_desk(self) -> None:
        desk = self._stage.parts.desk
        self.tray.follow(desk)
        desk.unread_changed.connect(self._compare)

    def _compare(self, account_id: AccountId) -> None:
        self._notices.compare(account_id, self._stage.parts.desk.unread_of)
        self._settle()

    def _be_reachable(self) -> None:
        """Started hidden where no tray ever came: the window lies in the task bar instead."""
        if not self._window.isVisible() and not is_there_a_tray():
            self._window.showMinimized()

    def _connect(self) -> None:
        self._window.closed.connect(self.close)
        app = QGuiApplication.instance()
        if sys.platform == "darwin" and isinstance(app, QGuiApplication):
            # A click on its sign in the Dock.
            app.applicationStateChanged.connect(self._come_back)
        self.tray.opened.connect(self._window.come_forward)
        self.tray.quit_wanted.connect(self._window.quit)
        self.tray.account_wanted.connect(self._show_account)
        self._announcer.clicked.connect(self._follow)
        self._settings.notices_changed.connect(self._silence)
        self._settings.mute_changed.connect(self._silence_slot)

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and not self._window.isVisible():
            self._window.come_forward()

    def _settle(self) -> None:
        if self._is_over:
            return
        now = self._now_ms()
        for change in self._notices.settle(now):
            self._announcer.show(change)
            if isinstance(change, Notice):
                QApplication.alert(self._window)
        wait = self._notices.wait_ms(now)
        if wait is not None:
            self._clock.start(wait)

    def _silence(self) -> None:
        if not self._settings.notices:
            self._notices.silence_all()
            self._settle()

    def _silence_slot(self, slot_id: SlotId) -> None:
        if self._settings.is_muted(slot_id):
            self._notices.silence(slot_id)
            self._settle()

    def _session_of(self, slot_id: SlotId) -> Session | None:
        return self._stage.parts.desk.session(slot_id)

    def _show_account(self, account_id: AccountId) -> None:
        self._window.come_forward()
        if self._stage.work is not None:
            self._stage.work.screens.show_account(account_id)

    def _follow(self, notice: Notice) -> None:
        """A notice was clicked: to its chat, its number's next step, its account, or the board."""
        self._window.come_forward()
        work = self._stage.work
        if work is None:
            return
        if notice.chat_id is not None:
            work.jump.open_chat(notice.chat_id)
        elif notice.slot_id is not None:
            work.screens.open_slot(notice.slot_id)
        elif notice.account_id is not None:
            work.screens.show_account(notice.account_id)
        else:
            work.screens.show_board()


def minute_of_day(ms: int) -> int:
    """A time's minute of the local day, 0 to 1439."""
    time = QDateTime.fromMSecsSinceEpoch(ms).time()
    return time.hour() * 60 + time.minute()
