"""Every command of the window, once: menu bar, switcher, shortcuts and the list of shortcuts in the settings read it.

Names stand here in English and are translated when they are asked for. Keys are Qt's portable ones: ``Ctrl`` is
the Command key on a Mac (design.md 12).
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from wadesk.ui.text import translate

PLACES = range(1, 10)
"""Accounts and numbers that have a key of their own: nine digits."""


class Group(StrEnum):
    """A menu of the menu bar, in their order."""

    PROGRAM = "program"
    GO = "go"
    ACCOUNTS = "accounts"
    NUMBERS = "numbers"
    CHAT = "chat"


_GROUPS = {
    Group.PROGRAM: QT_TRANSLATE_NOOP("Commands", "Program"),
    Group.GO: QT_TRANSLATE_NOOP("Commands", "Go"),
    Group.ACCOUNTS: QT_TRANSLATE_NOOP("Commands", "Accounts"),
    Group.NUMBERS: QT_TRANSLATE_NOOP("Commands", "Numbers"),
    Group.CHAT: QT_TRANSLATE_NOOP("Commands", "Chat"),
}


@dataclass(frozen=True)
class Command:
    """One thing the window can be told. ``words`` is English; ``mac_keys`` are other keys there; ``place`` 1 to 9."""

    command_id: str
    group: Group
    words: object
    keys: str = ""
    mac_keys: str = ""
    icon: str = ""
    place: int = 0

    @property
    def shortcut(self) -> str:
        """Its keys on this system; empty for none."""
        return self.mac_keys if self.mac_keys and sys.platform == "darwin" else self.keys


@dataclass(frozen=True)
class Bound:
    """What a command does now. ``subject`` names what it would be done to (an account, a number); "" for nothing."""

    act: Callable[[], object]
    enabled: Callable[[], bool]
    subject: Callable[[], str]


@dataclass(frozen=True)
class ShortcutRow:
    """A line of the settings' list of shortcuts: a group's name, what the keys do, and the keys (portable)."""

    group: str
    words: str
    keys: tuple[str, ...]


_TABLE = (
    Command("program.account", Group.PROGRAM, QT_TRANSLATE_NOOP("Commands", "New account…"), icon="plus"),
    Command("program.number", Group.PROGRAM, QT_TRANSLATE_NOOP("Commands", "Add number…"), icon="smartphone"),
    Command("program.settings", Group.PROGRAM, QT_TRANSLATE_NOOP("Commands", "Settings"), "Ctrl+,", icon="settings"),
    Command("program.lock", Group.PROGRAM, QT_TRANSLATE_NOOP("Commands", "Lock"), "Ctrl+L", icon="lock"),
    Command("program.help", Group.PROGRAM, QT_TRANSLATE_NOOP("Commands", "Help"), "F1", icon="circle-help"),
    Command("program.quit", Group.PROGRAM, QT_TRANSLATE_NOOP("Commands", "Quit WaDesk"), "Ctrl+Q", icon="x"),
    Command(
        "go.switcher",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Go to…"),
        "Ctrl+K",
        icon="search",
    ),
    Command("go.board", Group.GO, QT_TRANSLATE_NOOP("Commands", "Number board"), "Ctrl+0", icon="layout-grid"),
    Command(
        "go.next-chat",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Next chat"),
        "Ctrl+Tab",
        "Meta+Tab",
        icon="arrow-right",
    ),
    Command(
        "go.previous-chat",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Previous chat"),
        "Ctrl+Shift+Tab",
        "Meta+Shift+Tab",
        icon="arrow-left",
    ),
    Command(
        "go.next-unread",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Next unread chat in this account"),
        "Ctrl+Shift+M",
        icon="message-square",
    ),
    Command(
        "go.next-pane",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Next pane"),
        "F6",
        icon="arrow-right",
    ),
    Command(
        "go.previous-pane",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Previous pane"),
        "Shift+F6",
        icon="arrow-left",
    ),
    *(
        Command(
            f"account.{place}",
            Group.ACCOUNTS,
            QT_TRANSLATE_NOOP("Commands", "Account {n}"),
            f"Ctrl+{place}",
            icon="users",
            place=place,
        )
        for place in PLACES
    ),
    Command(
        "number.all",
        Group.NUMBERS,
        QT_TRANSLATE_NOOP("Commands", "All numbers"),
        "Alt+0",
        "Ctrl+Alt+0",
        icon="smartphone",
    ),
    *(
        Command(
            f"number.{place}",
            Group.NUMBERS,
            QT_TRANSLATE_NOOP("Commands", "Number {n} of this account"),
            f"Alt+{place}",
            f"Ctrl+Alt+{place}",
            icon="smartphone",
            place=place,
        )
        for place in PLACES
    ),
    Command("number.reconnect", Group.NUMBERS, QT_TRANSLATE_NOOP("Commands", "Reconnect number"), icon="refresh-cw"),
    Command("number.pause", Group.NUMBERS, QT_TRANSLATE_NOOP("Commands", "Pause number"), icon="circle-pause"),
    Command("number.resume", Group.NUMBERS, QT_TRANSLATE_NOOP("Commands", "Resume number"), icon="play"),
    Command("chat.new", Group.CHAT, QT_TRANSLATE_NOOP("Commands", "New chat…"), "Ctrl+N", icon="square-pen"),
    Command("chat.find", Group.CHAT, QT_TRANSLATE_NOOP("Commands", "Find in this chat"), "Ctrl+F", icon="search"),
    Command(
        "chat.search",
        Group.CHAT,
        QT_TRANSLATE_NOOP("Commands", "Search everywhere"),
        "Ctrl+Shift+F",
        icon="search",
    ),
    Command(
        "chat.contact",
        Group.CHAT,
        QT_TRANSLATE_NOOP("Commands", "Contact panel"),
        "Ctrl+I",
        icon="panel-right",
    ),
    Command(
        "chat.switch-number",
        Group.CHAT,
        QT_TRANSLATE_NOOP("Commands", "Switch number…"),
        "Ctrl+Shift+N",
        icon="arrow-left-right",
    ),
    Command("chat.attach", Group.CHAT, QT_TRANSLATE_NOOP("Commands", "Attach…"), "Ctrl+U", icon="paperclip"),
    Command("chat.templates", Group.CHAT, QT_TRANSLATE_NOOP("Commands", "Templates"), "Ctrl+Shift+T", icon="zap"),
)

_WHERE_ONE_IS = (
    (Group.NUMBERS, QT_TRANSLATE_NOOP("Commands", "Reconnect, or a new QR code, on a number's card"), "Ctrl+R"),
    (Group.CHAT, QT_TRANSLATE_NOOP("Commands", "Send what was written"), "Return"),
    (Group.CHAT, QT_TRANSLATE_NOOP("Commands", "A new line in what is written"), "Shift+Return"),
)
"""Keys that belong to what has the focus, and are no commands of the window."""


class Commands(QObject):
    """The commands that somebody carries out. One that nobody bound is in no menu, no list, and has no key.

    ``changed``: another one was bound. ``ran`` (id): one was carried out.
    """

    changed = Signal()
    ran = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is bound yet."""
        super().__init__(parent)
        self._table: Mapping[str, Command] = {command.command_id: command for command in _TABLE}
        self._bound: dict[str, Bound] = {}

    def bind(
        self,
        command_id: str,
        act: Callable[[], object],
        *,
        enabled: Callable[[], bool] = lambda: True,
        subject: Callable[[], str] = lambda: "",
    ) -> None:
        """Carry a command out with ``act`` from now on; KeyError for one that is not in the table."""
        self._bound[self._table[command_id].command_id] = Bound(act, enabled, subject)
        self.changed.emit()

    def __iter__(self) -> Iterator[Command]:
        """The bound ones, in the order of the menus."""
        return (command for command in self._table.values() if command.command_id in self._bound)

    def name(self, command: Command) -> str:
        """What a command is called, in the window's language."""
        return translate("Commands", str(command.words)).format(n=command.place)

    def subject(self, command: Command) -> str:
        """What it would be done to, where that is not all: an account's or a number's name."""
        bound = self._bound.get(command.command_id)
        return bound.subject() if bound is not None else ""

    def is_enabled(self, command: Command) -> bool:
        """Whether it can be done now."""
        bound = self._bound.get(command.command_id)
        return bound is not None and bound.enabled()

    def run(self, command_id: str) -> None:
        """Do it, where it can be done."""
        bound = self._bound.get(command_id)
        if bound is not None and bound.enabled():
            self.ran.emit(command_id)
            bound.act()

    def shortcut_rows(self) -> list[ShortcutRow]:
        """Every shortcut that works, for people to read: nine accounts and nine numbers are one row each."""
        rows: list[ShortcutRow] = []
        for command in self:
            if not command.shortcut or command.place > PLACES.start:
                continue
            rows.append(self._row(command))
        for group, words, keys in _WHERE_ONE_IS:
            rows.append(ShortcutRow(group_name(group), translate("Commands", str(words)), (keys,)))
        return rows

    def _row(self, command: Command) -> ShortcutRow:
        group = group_name(command.group)
        if not command.place:
            return ShortcutRow(group, self.name(command), (command.shortcut,))
        last = command.shortcut[:-1] + str(PLACES[-1])
        many = {
            Group.ACCOUNTS: translate("Commands", "Account 1 to 9, in the rail's order"),
            Group.NUMBERS: translate("Commands", "Number 1 to 9 of this account"),
        }
        return ShortcutRow(group, many[command.group], (command.shortcut, last))


def group_name(group: Group) -> str:
    """What a group's menu is called."""
    return translate("Commands", str(_GROUPS[group]))
