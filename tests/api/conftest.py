"""The API on a real supervisor with real workers; the engine is a program that ends at once."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from wadesk.api.server import Listening, serving
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import Supervisor


@dataclass
class Running:
    """One API with a client that has its key."""

    supervisor: Supervisor
    vault: MemoryVault
    data: DataFolder
    listening: Listening
    client: httpx.AsyncClient

    async def account(self, name: str = "Padaria") -> str:
        answer = await self.client.post("/accounts", json={"name": name})
        return answer.json()["account_id"]

    async def slot(self, account_id: str) -> str:
        answer = await self.client.post(f"/accounts/{account_id}/slots", json={"name": "Balcão"})
        return answer.json()["session_id"]

    async def bound_slot(self, number: str = "+5511999990011") -> str:
        """A slot that has a number and whose worker knows it, though nothing connects."""
        session_id = await self.slot(await self.account(f"Conta {number[-2:]}"))
        await self.supervisor._desk.bind_number(session_id, number)
        assert (await self.client.post(f"/start/{session_id}")).status_code == 202
        return session_id


Api = Callable[[], AbstractAsyncContextManager[Running]]


@pytest.fixture
def api(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Api:
    engine = tmp_path / "engine"
    engine.write_text("#!/bin/sh\nexit 1\n")
    engine.chmod(0o700)
    monkeypatch.setenv("WADESK_ENGINE", str(engine))
    # Nobody listens there: no engine gets as far as to ask.
    monkeypatch.setenv("WADESK_OFFLINE_NETWORK", "ws://127.0.0.1:9/ws/chat;root=" + "0" * 64)
    monkeypatch.setenv("PYTHONPATH", str(root))
    data, vault = DataFolder(tmp_path / "data"), MemoryVault()

    @asynccontextmanager
    async def run() -> AsyncIterator[Running]:
        async with supervisor_of(data, vault) as supervisor, serving(supervisor, 0) as listening:
            headers = {"Authorization": f"Bearer {listening.key}"}
            async with httpx.AsyncClient(
                base_url=listening.url, headers=headers, trust_env=False, timeout=30
            ) as client:
                yield Running(supervisor, vault, data, listening, client)

    return run
