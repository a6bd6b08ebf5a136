"""Shows announcements by whatever the desktop has: the notification bus, else the tray's own messages."""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from wadesk.ui.models.messages import Starter
from wadesk.ui.models.notice import Change, Notice
from wadesk.ui.presence.bus_notices import BusNotices
from wadesk.ui.text import translate

_SHOWN_MS = 8_000
"""How long a tray message stands where the desktop leaves that to us."""
_AGAIN_MS = 60_000
"""How long a bus that was lost is left alone."""


class Shows(Protocol):
    """Something that shows announcements."""

    def show(self, change: Change) -> None:
        """Show a notice, or take one back."""


class TrayNotices(QObject):
    """The tray's messages (Windows, macOS, and Linux without a daemon). ``clicked`` (Notice): the newest one.

    They cannot be taken back.
    """

    clicked = Signal(object)

    def __init__(self, icon: QSystemTrayIcon, picture: Callable[[Notice], QImage], parent: QObject) -> None:
        """Show them at ``icon``."""
        super().__init__(parent)
        self._icon, self._picture = icon, picture
        self._newest: Notice | None = None
        icon.messageClicked.connect(self._tell_clicked)

    def show(self, change: Change) -> None:
        """Show a notice where there is a tray; forget one that is over."""
        if isinstance(change, Notice):
            self._newest = change
            picture = QIcon(QPixmap.fromImage(self._picture(change)))
            self._icon.showMessage(change.title, change.body, picture, _SHOWN_MS)
        elif self._newest is not None and self._newest.key == change.key:
            self._newest = None

    def _tell_clicked(self) -> None:
        if self._newest is not None:
            self.clicked.emit(self._newest)


class Announcer(QObject):
    """``clicked`` (Notice): a person wants what it leads to.

    On Linux the notification bus is looked for when there is something to announce, and not before; until it is
    lost it is used, and a minute after that it is looked for again: a desktop's shell may begin anew.
    """

    clicked = Signal(object)

    def __init__(
        self, icon: QSystemTrayIcon, picture: Callable[[Notice], QImage], tasks: Starter, parent: QObject
    ) -> None:
        """``icon`` is the tray's, ``picture`` draws what stands beside a notice."""
        super().__init__(parent)
        self._picture, self._tasks = picture, tasks
        self._tray = TrayNotices(icon, picture, self)
        self._tray.clicked.connect(self.clicked)
        self._bus: BusNotices | None = None
        self._way: Shows | None = None if sys.platform == "linux" else self._tray

    def show(self, change: Change) -> None:
        """Show a notice, or take one back."""
        if self._way is None and isinstance(change, Notice):
            self._way = self._look_for_bus()
        if self._way is not None:
            self._way.show(change)

    def _look_for_bus(self) -> Shows:
        self._bus = BusNotices(self._picture, lambda: translate("Notices", "Open"), self)
        self._bus.clicked.connect(self.clicked)
        self._bus.lost.connect(self._fall_back)
        self._tasks.start(self._bus.run(), "notification bus")
        return self._bus

    def _fall_back(self) -> None:
        self._way = self._tray
        bus, self._bus = self._bus, None
        if bus is not None:
            for change in bus.take_waiting():
                self._tray.show(change)
            bus.deleteLater()
        QTimer.singleShot(_AGAIN_MS, self, self._look_again)

    def _look_again(self) -> None:
        self._way = None
