"""The whole window on a fake supervisor, without a thread."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.fakes import FakeSupervisor, Straight
from tests.ui.scene import WHO
from wadesk.ui import composition
from wadesk.ui.composition import Parts, Work
from wadesk.ui.port import SupervisorPort
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.wire.tasks import TaskOwner


@dataclass
class Desktop:
    """What a test looks at."""

    parts: Parts
    work: Work
    fake: FakeSupervisor

    @property
    def window(self) -> MainWindow:
        return self.parts.window

    @property
    def page(self) -> QWidget:
        return self.parts.window.area.page

    def find(self, kind: type[QWidget]) -> QWidget:
        """The one widget of a kind in the window."""
        found = self.window.findChild(kind)
        assert found is not None
        return found


@asynccontextmanager
async def desktop(
    theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (1280, 800)
) -> AsyncIterator[Desktop]:
    """The window, loaded with what the fake holds, following what it tells; closed at the end."""
    monkeypatch.setattr(composition, "now_ms", fake.now)
    parts = Parts(theme, MainWindow(theme))
    parts.window.resize(*size)
    parts.window.show()
    async with TaskOwner() as tasks:
        work = Work(parts, SupervisorPort(Straight(), fake, WHO), tasks)  # type: ignore[arg-type]
        fake.listeners.append(work.take)
        await work.load()
        yield Desktop(parts, work, fake)
        fake.listeners.remove(work.take)
    parts.window.hide()
    parts.window.deleteLater()
