"""A town with a shop and a customer, in which a test plays one scene."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.rig import Rig
from tests.network import Network, Phone


class Town:
    """A network with the phones of a shop and of Ana, and engines on folders of their own."""

    def __init__(self, network: Network, engine: Path, folder: Path) -> None:
        """Two phones, no engine yet."""
        self.network = network
        self.folder = folder
        self.engine = engine
        self._rigs: list[Rig] = []
        self.shop: Phone = network.phone("+5511999990011", name="Loja")
        self.ana: Phone = network.phone("+5511988880001", name="Ana")

    def rig(self, name: str = "slot", *, without: str = "", **hello: Any) -> Rig:
        """An engine on the folder ``name``; the same name is the same key store."""
        rig = Rig(self.engine, self.folder / name, self.network.url, without=without, hello=hello)
        self._rigs.append(rig)
        return rig

    async def end(self) -> None:
        """End every engine that still runs."""
        for rig in self._rigs:
            await rig.end()


Play = Callable[[Callable[[Town], Awaitable[None]]], None]


@pytest.fixture
def play(offline_engine: Path, tmp_path: Path) -> Play:
    """Plays a scene, an async function of a town."""

    def played(scene: Callable[[Town], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with Network() as network:
                town = Town(network, offline_engine, tmp_path)
                try:
                    await scene(town)
                finally:
                    await town.end()

        asyncio.run(whole())

    return played
