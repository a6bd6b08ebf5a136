"""The icon in the tray: whether anything is unread, each account's count, and the way back to the window."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from wadesk.domain.desk import Account
from wadesk.domain.ids import AccountId
from wadesk.ui.models.desk import Desk
from wadesk.ui.presence.pictures import tray_icon
from wadesk.ui.text import counted, translate
from wadesk.ui.theme.theme import Theme

_SETTLE_MS = 300
"""A burst of messages renews the menu once."""
_LOOK_EVERY_MS, _LOOKS = 5_000, 24
"""For two minutes a tray is looked for."""


class Tray(QObject):
    """``opened``: the window is wanted; ``account_wanted`` (AccountId): with its chats; ``quit_wanted``."""

    opened = Signal()
    account_wanted = Signal(object)
    quit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Be in the tray where there is one, now or later."""
        super().__init__(parent)
        self._theme = theme
        self._desk: Desk | None = None
        self._told: tuple[str, tuple[tuple[Account, int], ...]] | None = None
        self._drawn: tuple[bool, str, float] | None = None
        self.icon = QSystemTrayIcon(self)
        self._menu = QMenu()
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._activate)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self.renew)
        theme.changed.connect(self._renew_soon)
        self._patience = QTimer(self)
        self._patience.setInterval(_LOOK_EVERY_MS)
        self._patience.timeout.connect(self._appear)
        self._looks_left = _LOOKS
        self.renew()
        self._appear()

    def follow(self, desk: Desk) -> None:
        """Show the counts of ``desk``, the window's at this time."""
        self._desk = desk
        for changed in (desk.unread_changed, desk.accounts_changed, desk.slots_changed):
            changed.connect(self._renew_soon)
        self._renew_soon()

    def renew(self) -> None:
        """Show what is so now, where that differs: over the bus every picture and entry goes to the panel."""
        accounts = self._desk.accounts() if self._desk is not None else []
        counts = [(account, self._desk.unread(account.account_id)) for account in accounts if self._desk is not None]
        total = sum(unread for _, unread in counts)
        self._draw(is_unread=total > 0)
        words = counted(total, translate("Tray", "{n} unread message"), translate("Tray", "{n} unread messages"))
        told = (words if total else translate("Tray", "Nothing unread"), tuple(counts))
        if told != self._told:
            self._told = told
            self.icon.setToolTip(f"WaDesk · {words}" if total else "WaDesk")
            self._fill(*told)

    def _draw(self, *, is_unread: bool) -> None:
        drawn = (is_unread, self._theme.scheme, self._theme.scale)
        if drawn != self._drawn:
            self._drawn = drawn
            self.icon.setIcon(tray_icon(self._theme, unread=is_unread))

    def _renew_soon(self, _changed: object = None) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def close(self) -> None:
        """Leave the tray."""
        self._patience.stop()
        self.icon.hide()

    def _appear(self) -> None:
        """Show the icon as soon as there is a tray: a desktop that has just begun brings it after its programs."""
        self._looks_left -= 1
        if is_there_a_tray():
            self.icon.show()
        if self.icon.isVisible() or self._looks_left <= 0:
            self._patience.stop()
        else:
            self._patience.start()

    def _fill(self, words: str, counts: tuple[tuple[Account, int], ...]) -> None:
        menu = self._menu
        menu.clear()
        menu.addAction(words).setEnabled(False)
        for account, unread in counts:
            name = account.name.replace("&", "&&")
            action = menu.addAction(f"{name} · {unread}" if unread else name)
            action.triggered.connect(lambda _=False, one=account.account_id: self._want(one))
        menu.addSeparator()
        menu.addAction(translate("Tray", "Open WaDesk"), self.opened.emit)
        menu.addAction(translate("Tray", "Quit WaDesk"), self.quit_wanted.emit)

    def _want(self, account_id: AccountId) -> None:
        self.account_wanted.emit(account_id)

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason in {reasons.Trigger, reasons.DoubleClick}:
            self.opened.emit()


def is_there_a_tray() -> bool:
    """Whether the desktop shows such icons now."""
    return QSystemTrayIcon.isSystemTrayAvailable()
