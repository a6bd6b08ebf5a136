"""A desktop's notification daemon and tray, as programs see them: real D-Bus services on a bus of the test's own.

Desktop Notifications 1.2, and StatusNotifierWatcher with one host, as KDE and GNOME's extension have them.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

NOTICES = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
WATCHER = DBusAddress("/StatusNotifierWatcher", interface="org.kde.StatusNotifierWatcher")
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
TRAY = "org.kde.StatusNotifierWatcher"


@dataclass
class Shown:
    """One notification as the daemon got it."""

    number: int
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]
    replaced: int


@dataclass
class DesktopServices:
    """What programs told the desktop, and what a person does there."""

    connection: DBusConnection
    address: str
    markup: bool
    shown: dict[int, Shown] = field(default_factory=dict)
    every: list[Shown] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def click(self, number: int) -> None:
        """A person clicks a notification: its action, and then it goes."""
        self._emit(NOTICES, "ActionInvoked", "us", (number, "default"))
        self.dismiss(number, 2)

    def dismiss(self, number: int, reason: int = 2) -> None:
        """A notification goes: 2 by a person, 3 by its program."""
        self.shown.pop(number, None)
        self._emit(NOTICES, "NotificationClosed", "uu", (number, reason))

    def tray(self) -> "TrayItem":
        """The one icon in the tray."""
        (item,) = self.items
        name, _, path = item.partition("/")
        return TrayItem(self.address, name, f"/{path}" if path else "/StatusNotifierItem")

    def serve(self) -> None:
        """Answer until the connection is closed."""
        while True:
            try:
                message = self.connection.receive()
            except (OSError, EOFError, ValueError):
                return
            if message.header.message_type is MessageType.method_call:
                self._send(self._answer(message))

    def _answer(self, call: Message) -> Message:
        member, body = call.header.fields[HeaderFields.member], call.body
        match member:
            case "GetCapabilities":
                known = ["actions", "body", *(["body-markup"] if self.markup else [])]
                return new_method_return(call, "as", (known,))
            case "Notify":
                return new_method_return(call, "u", (self._notify(body),))
            case "CloseNotification":
                self.closed.append(body[0])
                self.dismiss(body[0], 3)
                return new_method_return(call)
            case "RegisterStatusNotifierItem":
                sender = call.header.fields[HeaderFields.sender]
                self.items.append(f"{sender}{body[0]}" if body[0].startswith("/") else body[0])
                return new_method_return(call)
            case "Get":
                return new_method_return(call, "v", (self._properties()[body[1]],))
            case "GetAll":
                return new_method_return(call, "a{sv}", (self._properties(),))
            case "Introspect":
                return new_method_return(call, "s", ("<node/>",))
            case _:
                return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod", "s", (str(member),))

    def _notify(self, body: tuple[Any, ...]) -> int:
        _, replaces, _, title, text, actions, hints, _ = body
        number = replaces if replaces in self.shown else len(self.every) + 1
        shown = Shown(number, title, text, actions, {key: value for key, (_, value) in hints.items()}, replaces)
        self.shown[number] = shown
        self.every.append(shown)
        return number

    def _properties(self) -> dict[str, tuple[str, Any]]:
        return {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", self.items),
        }

    def _emit(self, address: DBusAddress, name: str, signature: str, body: tuple[Any, ...]) -> None:
        self._send(new_signal(address, name, signature, body))

    def _send(self, message: Message) -> None:
        with self._lock:
            self.connection.send(message)


@dataclass
class TrayItem:
    """An icon in the tray, used as a panel uses it."""

    address: str
    name: str
    path: str

    def activate(self) -> None:
        """Click it."""
        self._call(DBusAddress(self.path, self.name, ITEM), "Activate", "ii", (0, 0))

    def tooltip(self) -> str:
        """What it says when the pointer rests on it."""
        properties = DBusAddress(self.path, self.name, "org.freedesktop.DBus.Properties")
        ((_, tooltip),) = self._call(properties, "Get", "ss", (ITEM, "ToolTip"))
        return str(tooltip[2])

    def menu(self) -> dict[str, int]:
        """The menu's entries with their numbers."""
        _, (_, _, children) = self._call(self._menu(), "GetLayout", "iias", (0, -1, []))
        found = {}
        for _, (number, properties, _) in children:
            if "label" in properties:
                found[properties["label"][1]] = number
        return found

    def choose(self, label: str) -> None:
        """Choose an entry of the menu."""
        number = self.menu()[label]
        self._call(self._menu(), "Event", "isvu", (number, "clicked", ("s", ""), 0))

    def _menu(self) -> DBusAddress:
        return DBusAddress("/MenuBar", self.name, MENU)

    def _call(self, address: DBusAddress, method: str, signature: str, body: tuple[Any, ...]) -> tuple[Any, ...]:
        with open_dbus_connection(bus=self.address) as connection:
            reply = connection.send_and_get_reply(new_method_call(address, method, signature, body), timeout=10)
            answer: tuple[Any, ...] = unwrap_msg(reply)
            return answer


@contextmanager
def desktop_services(
    address: str, *, notifications: bool = True, tray: bool = False, markup: bool = True
) -> Iterator[DesktopServices]:
    """The services on the bus at ``address``; they end with the block."""
    connection = open_dbus_connection(bus=address)
    names = [name for name, wanted in ((str(NOTICES.interface), notifications), (TRAY, tray)) if wanted]
    for name in names:
        unwrap_msg(connection.send_and_get_reply(message_bus.RequestName(name), timeout=10))
    services = DesktopServices(connection, address, markup)
    thread = threading.Thread(target=services.serve, daemon=True)
    thread.start()
    try:
        yield services
    finally:
        for name in names:
            services._send(message_bus.ReleaseName(name))
        connection.sock.shutdown(2)
        thread.join(10)
        connection.close()
