"""A data folder, keys without a keyring, and a desk with one account, for the supervisor's tests."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.supervisor.memory_vault import MemoryVault
from wadesk.paths import DataFolder
from wadesk.supervisor import crew
from wadesk.supervisor.desk import Desk
from wadesk.supervisor.supervisor import Supervisor, open_supervisor

SCRIPTED = Path(__file__).with_name("scripted_worker.py")


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def behave(monkeypatch: pytest.MonkeyPatch, root: Path, tmp_path: Path) -> Callable[[str], None]:
    """Makes the workers that start from now on behave as `scripted_worker.py` says; an engine seems to be there."""
    engine = tmp_path / "engine"
    engine.touch()
    monkeypatch.setenv("WADESK_ENGINE", str(engine))
    monkeypatch.setenv("PYTHONPATH", str(root))

    def use(behaviour: str) -> None:
        monkeypatch.setattr(crew, "worker_command", lambda: [sys.executable, str(SCRIPTED), behaviour])

    return use


@asynccontextmanager
async def desk_of(data: DataFolder) -> AsyncIterator[Desk]:
    data.root.mkdir(mode=0o700, exist_ok=True)
    async with Desk.open(data, b"k" * 32, "offline") as desk:
        yield desk


@asynccontextmanager
async def supervisor_of(data: DataFolder, vault: MemoryVault) -> AsyncIterator[Supervisor]:
    async with asyncio.timeout(60), open_supervisor(data, vault, "offline") as supervisor:
        yield supervisor
