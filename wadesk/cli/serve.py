"""``wadesk serve``: the supervisor and the local API until a signal ends them."""

import asyncio
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from wadesk.api.server import serving
from wadesk.cli.passphrase import passphrase_from
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import open_supervisor
from wadesk.supervisor.vault.keyring_vault import open_keyring_vault
from wadesk.supervisor.vault.passphrase_vault import open_passphrase_vault
from wadesk.supervisor.vault.vault import Vault
from wadesk.wire.environment import network_in_use


def serve(data: DataFolder, *, port: int, with_passphrase: bool, passphrase_file: Path | None) -> int:
    """Serve until SIGINT or SIGTERM, then exit status 0. Raises WaDeskError with a sentence when it cannot."""
    vault: Vault
    if with_passphrase:
        vault = open_passphrase_vault(data.vault, passphrase_from(passphrase_file))
    else:
        vault = open_keyring_vault()
    asyncio.run(_serve(data, vault, port))
    return 0


async def _serve(data: DataFolder, vault: Vault, port: int) -> None:
    ended = asyncio.Event()
    _on_signals(ended.set)
    async with open_supervisor(data, vault, network_in_use()) as supervisor, serving(supervisor, port) as listening:
        print(json.dumps({"url": listening.url, "key": listening.key}), flush=True)
        await ended.wait()


def _on_signals(end: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        if sys.platform == "win32":
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(end))
        else:
            loop.add_signal_handler(number, end)
