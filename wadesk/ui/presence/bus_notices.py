"""Announcements on Linux: org.freedesktop.Notifications on the session bus (Desktop Notifications 1.2).

A later notice of the same key replaces the earlier one, what was read is closed, and a click says which one it was.
"""

import asyncio
import html
import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from wadesk.ui.models.notice import Change, Notice
from wadesk.ui.presence.bus import Bus, session_bus
from wadesk.wire.tasks import TaskOwner

if TYPE_CHECKING:
    from jeepney import Message

log = logging.getLogger(__name__)

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_MOST_WAITING = 100
"""Changes that wait for a daemon that is slow; what comes then is left out."""
_NORMAL, _CRITICAL = 1, 2
_ACTION = "default"
"""The action that a click on the announcement itself is, by the specification."""


class BusNotices(QObject):
    """``clicked`` (Notice): a person wants what it leads to. ``lost``: there is no daemon, or not any more."""

    clicked = Signal(object)
    lost = Signal()

    def __init__(self, picture: Callable[[Notice], QImage], open_words: Callable[[], str], parent: QObject) -> None:
        """``picture`` is a notice's icon; ``open_words`` is what its action is called."""
        super().__init__(parent)
        self._picture, self._open_words = picture, open_words
        self._changes: asyncio.Queue[Change] = asyncio.Queue(_MOST_WAITING)
        self._under_way: list[Change] = []
        self._ids: dict[str, int] = {}
        self._notices: dict[int, Notice] = {}
        self._reads_markup = False

    def show(self, change: Change) -> None:
        """Show a notice, or take one back."""
        if not self._changes.full():
            self._changes.put_nowait(change)

    def take_waiting(self) -> list[Change]:
        """What was not shown when it was lost, to be shown in another way."""
        waiting, self._under_way = [*self._under_way], []
        while not self._changes.empty():
            waiting.append(self._changes.get_nowait())
        return waiting

    async def run(self) -> None:
        """Serve until cancelled, or until there is no daemon: then ``lost``."""
        try:
            async with session_bus() as bus, TaskOwner() as tasks:
                tasks.start(self._carry_out(bus), "notices on the bus")
                await bus.listen(self._hear)
        except (KeyError, OSError, EOFError, ValueError, TimeoutError) as error:
            log.info("no session bus: %s", type(error).__name__)
        self.lost.emit()

    async def _carry_out(self, bus: Bus) -> None:
        from jeepney import MatchRule  # noqa: PLC0415
        from jeepney.bus_messages import message_bus  # noqa: PLC0415
        from jeepney.wrappers import DBusErrorResponse  # noqa: PLC0415

        try:
            (capabilities,) = await bus.call(_call("GetCapabilities"))
            self._reads_markup = "body-markup" in capabilities
            await bus.call(message_bus.AddMatch(MatchRule(type="signal", interface=_NAME, path=_PATH)))
            while True:
                change = await self._changes.get()
                self._under_way = [change]
                await self._carry_out_one(bus, change)
                self._under_way = []
        except (DBusErrorResponse, OSError, EOFError, TimeoutError) as error:
            log.info("no notification daemon: %s", type(error).__name__)
        await bus.aclose()

    async def _carry_out_one(self, bus: Bus, change: Change) -> None:
        if isinstance(change, Notice):
            shown = self._ids.get(change.key, 0)
            (new,) = await bus.call(_call("Notify", "susssasa{sv}i", self._words(change, shown)))
            self._notices.pop(shown, None)
            self._ids[change.key], self._notices[new] = new, change
        elif (shown := self._ids.pop(change.key, 0)) and self._notices.pop(shown, None) is not None:
            await _close(bus, shown)

    def _words(self, notice: Notice, replaces: int) -> tuple[Any, ...]:
        # Daemons that read markup would take a customer's "<b>" for it.
        body = html.escape(notice.body, quote=False) if self._reads_markup else notice.body
        hints = {
            "urgency": ("y", _CRITICAL if notice.urgent else _NORMAL),
            "category": ("s", "network.error" if notice.urgent else "im.received"),
            "desktop-entry": ("s", "wadesk"),
            "image-data": ("(iiibiiay)", _pixels(self._picture(notice))),
        }
        actions = [_ACTION, self._open_words()]
        return ("WaDesk", replaces, "", notice.title, body, actions, hints, -1)

    def _hear(self, message: "Message") -> None:
        from jeepney import HeaderFields  # noqa: PLC0415

        match message.header.fields.get(HeaderFields.member), message.body:
            case "ActivationToken", (int(), str() as token):
                # On Wayland only its holder may come to the front; Qt takes it with the next activation.
                os.environ["XDG_ACTIVATION_TOKEN"] = token
            case "ActionInvoked", (int() as shown, str()) if shown in self._notices:
                self.clicked.emit(self._notices[shown])
            case "NotificationClosed", (int() as shown, int()):
                self._forget(shown)
            case _:
                return

    def _forget(self, shown: int) -> None:
        notice = self._notices.pop(shown, None)
        if notice is not None and self._ids.get(notice.key) == shown:
            del self._ids[notice.key]


def _call(method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> "Message":
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415

    return new_method_call(DBusAddress(_PATH, bus_name=_NAME, interface=_NAME), method, signature, body)


async def _close(bus: Bus, shown: int) -> None:
    from jeepney.wrappers import DBusErrorResponse  # noqa: PLC0415

    try:
        await bus.call(_call("CloseNotification", "u", (shown,)))
    except DBusErrorResponse:
        # It was closed by a person in the same moment.
        return


def _pixels(image: QImage) -> tuple[int, int, int, bool, int, int, bytes]:
    """A picture as the specification's ``image-data``: width, height, bytes a row, alpha, bits, channels, bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    size = plain.bytesPerLine() * plain.height()
    return plain.width(), plain.height(), plain.bytesPerLine(), True, 8, 4, bytes(plain.constBits()[:size])
