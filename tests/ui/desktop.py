"""The whole window on a fake supervisor, without a thread."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.fakes import FakeSupervisor, Straight
from tests.ui.scene import WHO
from wadesk.ui.models.settings import Settings
from wadesk.ui.parts import Parts
from wadesk.ui.port import SupervisorPort
from wadesk.ui.stage import Stage
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.work import Work
from wadesk.wire.tasks import TaskOwner


@dataclass
class Desktop:
    """What a test looks at."""

    stage: Stage
    settings: Settings
    fake: FakeSupervisor

    @property
    def parts(self) -> Parts:
        return self.stage.parts

    @property
    def work(self) -> Work:
        assert self.stage.work is not None
        return self.stage.work

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
    parts = Parts(theme, MainWindow(theme))
    parts.window.resize(*size)
    parts.window.show()
    async with TaskOwner() as tasks:
        stage = Stage(parts)
        port = SupervisorPort(Straight(), fake, WHO)  # type: ignore[arg-type]
        settings = Settings(port, tasks)
        await settings.load()
        work = stage.begin(port, tasks, fake.now, settings, Path("data"))
        fake.listeners.append(stage.take)
        await work.load()
        yield Desktop(stage, settings, fake)
        fake.listeners.remove(stage.take)
        stage.close()
    parts.window.hide()
    parts.window.deleteLater()
