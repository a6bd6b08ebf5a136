"""Opens the vault and the supervisor on the supervisor's own thread, after the window was painted.

Their libraries are loaded there and then, not at the start of the window.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from wadesk.paths import DataFolder

if TYPE_CHECKING:
    from wadesk.supervisor.supervisor import Supervisor


@asynccontextmanager
async def opened(data: DataFolder, passphrase: str | None, on_raise: Callable[[], None]) -> AsyncIterator["Supervisor"]:
    """The supervisor of ``data`` while the block runs, with keys under ``passphrase``, or in the keyring for None.

    ``on_raise`` is called on the supervisor's loop when a second start asks for the window. Raises
    VaultError, StoreError and Conflict ``in_use``, each with a sentence.
    """
    from wadesk.supervisor.supervisor import open_supervisor  # noqa: PLC0415
    from wadesk.supervisor.vault.opening import open_vault  # noqa: PLC0415
    from wadesk.wire.environment import network_in_use  # noqa: PLC0415

    vault = await open_vault(data, passphrase)
    async with open_supervisor(data, vault, network_in_use()) as supervisor:
        supervisor.when_raised(on_raise)
        yield supervisor


async def raise_other(data: DataFolder) -> bool:
    """Ask whoever holds ``data`` to show its window; whether it did. On the supervisor's loop, like the rest."""
    from wadesk.supervisor.endpoint import ask_holder  # noqa: PLC0415

    answer = await asyncio.to_thread(ask_holder, data, "raise")
    return answer is not None and answer.done
