"""The program's window on a scene's data, with its keys in a file, its codes on show, and a camera.

`python -m tests.network.scene_window` is started by `python -m tests.network --scene`; it is the real window but for
where its keys come from. Pictures are taken once everything stands, at the sizes of the mock-ups.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.network.scene import PASSPHRASE, PATIENCE_S, vault_of
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.principal import local_administrator
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import Supervisor, open_supervisor
from wadesk.supervisor.vault.passphrase_vault import open_passphrase_vault
from wadesk.ui import app, composition, door
from wadesk.ui.stage import Stage

LISTENING_S = 2.0
"""From the open data to a window that hears what is told."""
SETTLE_S = 8.0
"""From the window's work to its first picture: workers, engines and links are up by then."""


class Camera:
    """Takes the README's pictures of a stage, and then closes the window."""

    def __init__(self, folder: Path, codes: list[SlotId]) -> None:
        """Keep pictures in a folder, taken once the codes of these slots are on show."""
        self._folder, self._codes = folder, codes

    async def take(self, stage: Stage, port: Any) -> None:
        """The daily view (in dark too), the board and a link page; the window is closed whatever comes of it."""
        try:
            await self._take(stage, port)
        finally:
            stage.parts.window.close()

    async def _take(self, stage: Stage, port: Any) -> None:
        await asyncio.sleep(SETTLE_S)
        for _ in range(PATIENCE_S):
            if all(stage.parts.desk.qr(slot_id) for slot_id in self._codes):
                break
            await asyncio.sleep(1)
        self._folder.mkdir(parents=True, exist_ok=True)
        window = stage.parts.window
        window.resize(1440, 900)
        shots = (("chats", self._daily), ("chats-dark", self._dark), ("board", self._board), ("link", self._link))
        for name, show in shots:
            await show(stage, port)
            await asyncio.sleep(1)
            window.grab().save(str(self._folder / f"{name}.png"))

    async def _daily(self, stage: Stage, port: Any) -> None:
        work, account = _work(stage), self._account(stage, "PS")
        work.screens.show_account(account)
        await asyncio.sleep(1)
        found = [chat for chat in await port.list_chats(account) if chat.name.startswith("Beatriz")]
        if found:
            work.inbox.open(found[0].chat_id)

    async def _dark(self, stage: Stage, _port: Any) -> None:
        stage.parts.theme.use(scheme="dark")

    async def _board(self, stage: Stage, _port: Any) -> None:
        stage.parts.theme.use(scheme="light")
        _work(stage).screens.show_board()

    async def _link(self, stage: Stage, _port: Any) -> None:
        slots = stage.parts.desk.slots(self._account(stage, "CV"))
        _work(stage).screens.show_link(slots[1].slot_id)

    @staticmethod
    def _account(stage: Stage, initials: str) -> AccountId:
        return next(one.account_id for one in stage.parts.desk.accounts() if one.initials == initials)


def _work(stage: Stage) -> Any:
    assert stage.work is not None
    return stage.work


def main() -> int:
    """Run the window until it is closed."""
    parser = argparse.ArgumentParser(prog="python -m tests.network.scene_window", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--language", default="pt-BR")
    parser.add_argument("--start", default="", help="slots to show codes of, parted by commas")
    parser.add_argument("--picture", type=Path)
    chosen = parser.parse_args()
    wanted = [SlotId(one) for one in chosen.start.split(",") if one]
    door.opened = _opener(wanted)
    if chosen.picture:
        _install(Camera(chosen.picture, wanted))
    return app.main(["--data-dir", str(chosen.data_dir), "--language", chosen.language])


def _opener(wanted: list[SlotId]) -> Callable[..., Any]:
    """Opens the data with the scene's keys, and starts the slots whose codes are to be on show."""

    @asynccontextmanager
    async def opened(data: DataFolder, passphrase: str | None, on_raise: Callable[[], None]) -> AsyncIterator[Any]:
        vault = open_passphrase_vault(vault_of(data), passphrase or PASSPHRASE)
        async with open_supervisor(data, vault, "offline") as supervisor:
            supervisor.when_raised(on_raise)
            # A code is told once: it must not be on show before somebody listens.
            showing = asyncio.get_running_loop().create_task(_show(supervisor, wanted))
            yield supervisor
            showing.cancel()

    return opened


async def _show(supervisor: Supervisor, wanted: list[SlotId]) -> None:
    await asyncio.sleep(LISTENING_S)
    for slot_id in wanted:
        await supervisor.start(local_administrator(), slot_id)


def _install(camera: Camera) -> None:
    begin = Stage.begin

    def begun(stage: Stage, port: Any, tasks: Any, *rest: Any) -> Any:
        work = begin(stage, port, tasks, *rest)
        tasks.start(camera.take(stage, port), "camera")
        return work

    composition.Stage.begin = begun


if __name__ == "__main__":
    sys.exit(main())
