"""What people set for themselves: the look, the list, the notices; kept by the supervisor, read by the whole window."""

import logging
from collections.abc import Callable
from enum import StrEnum
from typing import Generic, Protocol, Self, TypeVar, overload

from PySide6.QtCore import QObject, Signal, SignalInstance

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.ui.models.choices import Closing, Contrast, Density, Language, Motion, QuietHours, Scheme
from wadesk.ui.models.messages import Starter

log = logging.getLogger(__name__)

SMALLEST, LARGEST = 0.9, 1.5
"""The text sizes there are (design.md 6)."""

_PREFIXES = ("look.", "notices.", "window.")
_MUTE = "notices.mute."


class SettingsPort(Protocol):
    """Where settings are kept. Each may raise WaDeskError."""

    async def settings(self, prefix: str) -> dict[str, str]:
        """Every setting whose key begins with ``prefix``."""

    async def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None forgets it."""


Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


class Kept(Generic[Value]):
    """One setting of :class:`Settings`: its key, how its text is read, and what holds where that says nothing."""

    def __init__(self, key: str, read: Callable[[str], Value | None], without: Value) -> None:
        self.key, self._read, self._without = key, read, without

    @overload
    def __get__(self, settings: None, kind: type) -> Self: ...

    @overload
    def __get__(self, settings: "Settings", kind: type) -> Value: ...

    def __get__(self, settings: "Settings | None", kind: type) -> Value | Self:
        if settings is None:
            return self
        value = self._read(settings.word(self.key))
        return self._without if value is None else value

    def __set__(self, settings: "Settings", value: Value) -> None:
        settings.put(self.key, value)


def _one_of(without: Choice) -> Callable[[str], Choice | None]:
    kind = type(without)
    return lambda text: next((choice for choice in kind if choice == text), None)


def _switch(text: str) -> bool | None:
    return {"on": True, "off": False}.get(text)


def _scale(text: str) -> float | None:
    try:
        return min(max(float(text), SMALLEST), LARGEST)
    except ValueError:
        return None


class Settings(QObject):
    """Typed settings with what the window does by itself where nothing (or nonsense) was kept.

    A value counts, and its signal is emitted, as soon as it is set; it is written behind that, the newest
    value of a key once. Signals carry nothing but ``mute_changed`` (SlotId) and ``refused`` (WaDeskError: a
    value could not be kept, and counts until the window closes). Outlives the making anew of the window.
    """

    scheme_changed = Signal()
    scale_changed = Signal()
    contrast_changed = Signal()
    motion_changed = Signal()
    density_changed = Signal()
    ticks_changed = Signal()
    language_changed = Signal()
    closing_changed = Signal()
    notices_changed = Signal()
    notice_text_changed = Signal()
    quiet_changed = Signal()
    autostart_changed = Signal()
    mute_changed = Signal(object)
    refused = Signal(object)

    scheme = Kept("look.theme", _one_of(Scheme.SYSTEM), Scheme.SYSTEM)
    scale = Kept("look.scale", _scale, 1.0)
    contrast = Kept("look.contrast", _one_of(Contrast.SYSTEM), Contrast.SYSTEM)
    motion = Kept("look.motion", _one_of(Motion.SYSTEM), Motion.SYSTEM)
    density = Kept("look.density", _one_of(Density.NORMAL), Density.NORMAL)
    ticks = Kept("look.ticks", _switch, without=False)
    """Whether every message says its state in words, not the last one alone."""
    language = Kept("look.language", _one_of(Language.SYSTEM), Language.SYSTEM)
    closing = Kept("window.close", _one_of(Closing.ASK), Closing.ASK)
    notices = Kept("notices.on", _switch, without=True)
    """Whether new messages are announced by the desktop."""
    notice_text = Kept("notices.text", _switch, without=True)
    """Whether such an announcement shows the message's words."""
    quiet = Kept[QuietHours | None]("notices.quiet", QuietHours.of, None)
    """When nothing is announced; None for never."""
    autostart = Kept("notices.autostart", _switch, without=False)
    """Whether WaDesk begins with the desktop, hidden."""

    def __init__(self, port: SettingsPort, tasks: Starter, parent: QObject | None = None) -> None:
        """Nothing is read before :meth:`load`."""
        super().__init__(parent)
        self._port, self._tasks = port, tasks
        self._kept: dict[str, str] = {}
        self._unwritten: dict[str, str] = {}
        self._writing = False
        kept = ((name, value) for name, value in vars(Settings).items() if isinstance(value, Kept))
        self._told: dict[str, SignalInstance] = {value.key: getattr(self, f"{name}_changed") for name, value in kept}

    async def load(self) -> None:
        """Read what is kept and tell what differs; what cannot be read stays as the window does it by itself."""
        kept: dict[str, str] = {}
        try:
            for prefix in _PREFIXES:
                kept |= await self._port.settings(prefix)
        except WaDeskError as error:
            log.warning("settings not read: %s", error.code)
        for key, value in kept.items():
            if self._kept.get(key) != value:
                self._kept[key] = value
                self._tell(key)

    def is_muted(self, slot_id: SlotId) -> bool:
        """Whether nothing of this number is announced."""
        return _switch(self.word(f"{_MUTE}{slot_id}")) or False

    def word(self, key: str) -> str:
        """Any kept value as text, for what has no type here (``window.geometry``); empty for none."""
        return self._kept.get(key, "")

    def put(self, key: str, value: object) -> None:
        """Set a value: it counts at once. Switches are kept as ``on`` and ``off``, and no hours as ``off``."""
        text = ("on" if value else "off") if isinstance(value, bool | None) else str(value)
        if self._kept.get(key) == text:
            return
        self._kept[key] = self._unwritten[key] = text
        self._tell(key)
        if not self._writing:
            self._writing = True
            self._tasks.start(self._write(), "settings")

    def mute(self, slot_id: SlotId, *, muted: bool) -> None:
        """Announce nothing of this number, or announce it again."""
        self.put(f"{_MUTE}{slot_id}", muted)

    def _tell(self, key: str) -> None:
        if key.startswith(_MUTE):
            self.mute_changed.emit(SlotId(key.removeprefix(_MUTE)))
        elif key in self._told:
            self._told[key].emit()

    async def _write(self) -> None:
        try:
            while self._unwritten:
                key = next(iter(self._unwritten))
                try:
                    await self._port.put_setting(key, self._unwritten.pop(key))
                except WaDeskError as error:
                    self.refused.emit(error)
        finally:
            self._writing = False
