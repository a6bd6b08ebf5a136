"""The setting to start with the system, and the system's own entry."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from tests.ui.conftest import Run, soon
from tests.ui.fakes import FakeSupervisor, Straight
from tests.ui.scene import WHO
from wadesk.domain.errors import WaDeskError
from wadesk.supervisor.autostart import DesktopEntry
from wadesk.ui.models.settings import Settings
from wadesk.ui.port import SupervisorPort
from wadesk.ui.presence.starting import Starting
from wadesk.wire.tasks import TaskOwner

COMMAND = ["wadesk", "--hidden"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "autostart"


async def settings_of(fake: FakeSupervisor, tasks: TaskOwner) -> Settings:
    settings = Settings(SupervisorPort(Straight(), fake, WHO), tasks)  # type: ignore[arg-type]
    await settings.load()
    return settings


def test_turning_it_on_writes_the_entry_and_turning_it_off_takes_it_away(
    run: Run, fake: FakeSupervisor, folder: Path
) -> None:
    async def work() -> None:
        async with TaskOwner() as tasks:
            settings, parent, entry = await settings_of(fake, tasks), QObject(), DesktopEntry(folder)
            Starting(settings, entry, COMMAND, lambda error: pytest.fail(str(error)), parent)
            assert not entry.enabled()
            settings.autostart = True
            assert entry.enabled()
            assert "--hidden" in (folder / "wadesk.desktop").read_text(encoding="utf-8")
            settings.autostart = False
            assert not entry.enabled()
            await soon("it is kept", lambda: fake._settings.get("notices.autostart") == "off")

    run(work())


def test_what_a_person_switched_off_in_the_system_is_off_here_too(run: Run, fake: FakeSupervisor, folder: Path) -> None:
    async def work() -> None:
        async with TaskOwner() as tasks:
            settings, parent = await settings_of(fake, tasks), QObject()
            settings.autostart = True
            Starting(settings, DesktopEntry(folder), COMMAND, lambda _: None, parent)
            assert not settings.autostart
            assert not folder.exists()

    run(work())


def test_an_entry_that_cannot_be_written_is_told_and_the_setting_goes_back(
    run: Run, fake: FakeSupervisor, folder: Path
) -> None:
    async def work() -> None:
        told: list[WaDeskError] = []
        folder.write_text("no folder", encoding="utf-8")
        async with TaskOwner() as tasks:
            settings, parent = await settings_of(fake, tasks), QObject()
            Starting(settings, DesktopEntry(folder), COMMAND, told.append, parent)
            settings.autostart = True
            assert [error.reason for error in told] == ["autostart_refused"]
            assert not settings.autostart

    run(work())
