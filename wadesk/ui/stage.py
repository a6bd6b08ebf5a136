"""What is on the screen, and making it anew: text size and language reach every widget by making each again."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QLocale

from wadesk.domain.events import Event
from wadesk.ui.models.settings import Settings
from wadesk.ui.parts import Parts
from wadesk.ui.port import SupervisorPort
from wadesk.ui.work import Work
from wadesk.wire.tasks import TaskOwner


class Stage:
    """Holds the parts and the work of now. What was typed, and where one is, outlive a renewal.

    Widgets read lengths and words when they are made; only colours are asked for at each painting.
    """

    def __init__(self, parts: Parts) -> None:
        """Begin with an empty window."""
        self.parts = parts
        self.work: Work | None = None
        self.made: Callable[[], None] = _nothing
        """Called whenever everything was made anew: what looks at the models looks at these from now on."""
        self._renewing = False
        self._made_for = _kind(parts)

    def begin(
        self, port: SupervisorPort, tasks: TaskOwner, now_ms: Callable[[], int], settings: Settings, folder: Path
    ) -> Work:
        """The data in ``folder`` is open and the settings are read: make the pages."""
        self._port, self._tasks, self._now_ms, self._settings, self._folder = port, tasks, now_ms, settings, folder
        if self._made_for != _kind(self.parts):
            self._made_for = _kind(self.parts)
            self.parts = self.parts.renewed()
        self.work = Work(self.parts, port, tasks, now_ms, settings, folder)
        self.parts.theme.changed.connect(self._follow_theme)
        return self.work

    def close(self) -> None:
        """The window closes: nothing is made anew any more."""
        if self.work is not None:
            self.parts.theme.changed.disconnect(self._follow_theme)
            self.work = None

    def take(self, events: Iterable[Event]) -> None:
        """Tell what happened."""
        if self.work is not None:
            self.work.take(list(events))

    def renew(self) -> None:
        """Make everything in the window again, at the same place, once for however many reasons at once."""
        if not self._renewing and self.work is not None:
            self._renewing = True
            self._tasks.start(self._renew(self.work), "renewing the window")

    def _follow_theme(self) -> None:
        if self._made_for != _kind(self.parts):
            self.renew()

    async def _renew(self, old: Work) -> None:
        self._renewing = False
        self._made_for = _kind(self.parts)
        place, drafts = old.screens.place, old.inbox.drafts
        shown = self.parts.desk.showing()
        old.close()
        self.parts = self.parts.renewed()
        self.work = Work(self.parts, self._port, self._tasks, self._now_ms, self._settings, self._folder, drafts)
        self.made()
        await self.work.load(place, shown)


def _nothing() -> None:
    """Nobody looks."""


def _kind(parts: Parts) -> tuple[float, str]:
    """What widgets read when they are made: the text size and the language."""
    return parts.theme.scale, QLocale().name()
