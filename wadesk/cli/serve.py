"""``wadesk serve``: the supervisor and the local API until a signal ends them."""

import asyncio
import json
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from wadesk.api.server import serving
from wadesk.cli.passphrase import passphrase_from
from wadesk.domain.errors import WaDeskError
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import open_supervisor
from wadesk.supervisor.vault.opening import open_vault
from wadesk.wire.environment import network_in_use
from wadesk.wire.tasks import TaskOwner


def serve(data: DataFolder, *, port: int, with_passphrase: bool, passphrase_file: Path | None) -> int:
    """Serve until SIGINT or SIGTERM, then exit status 0. Raises WaDeskError with a sentence when it cannot."""
    # Asked before the loop runs: a terminal's Ctrl+C is then simply no passphrase.
    passphrase = passphrase_from(passphrase_file) if with_passphrase else None
    refusal = asyncio.run(_until_signal(_serve(data, passphrase, port)))
    if refusal is not None:
        raise refusal
    return 0


async def _serve(data: DataFolder, passphrase: str | None, port: int) -> WaDeskError | None:
    """Serve until cancelled; what stands against it is returned, because that is no failure of the task."""
    try:
        vault = await open_vault(data, passphrase)
        async with open_supervisor(data, vault, network_in_use()) as supervisor, serving(supervisor, port) as listening:
            print(json.dumps({"url": listening.url, "key": listening.key}), flush=True)
            await asyncio.Event().wait()
    except WaDeskError as error:
        return error
    return None


async def _until_signal(work: Coroutine[Any, Any, WaDeskError | None]) -> WaDeskError | None:
    """Do ``work``; the first signal cancels it, however far it is, and its clean-up is not disturbed by a second."""
    async with TaskOwner() as tasks:
        task = tasks.start(work, "serve")
        asked: list[int] = []

        def end() -> None:
            if not asked:
                task.cancel()
            asked.append(1)

        _on_signals(end)
        await asyncio.wait({task})
        return None if task.cancelled() else task.result()


def _on_signals(end: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(end))
        else:
            loop.add_signal_handler(number, end)
