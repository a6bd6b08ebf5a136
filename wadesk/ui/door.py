"""The way in: opens the data, or says in the window why it cannot be opened and what can be done."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from wadesk.domain.errors import VaultError, WaDeskError
from wadesk.paths import DataFolder
from wadesk.ui.bridge import Bridge
from wadesk.ui.errors import told
from wadesk.ui.opening import opened, raise_other
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.trouble_page import TroublePage

if TYPE_CHECKING:
    from wadesk.domain.principal import Principal
    from wadesk.supervisor.supervisor import Supervisor

log = logging.getLogger(__name__)

_RETRY, _CHOOSE = object(), object()


class Door:
    """Asks until the data is open, another window took over, or the person gave up."""

    def __init__(self, window: MainWindow, trouble: TroublePage, data: DataFolder, who: "Principal") -> None:
        """Show ``trouble`` in ``window`` where there is any."""
        self._window, self._trouble, self._data, self._who = window, trouble, data, who
        self._answers: asyncio.Queue[object] = asyncio.Queue()
        trouble.retry_asked.connect(lambda: self._answers.put_nowait(_RETRY))
        trouble.passphrase_wanted.connect(lambda: self._answers.put_nowait(_CHOOSE))
        trouble.passphrase_given.connect(self._answers.put_nowait)

    async def enter(self, bridge: "Bridge[Supervisor]", on_raise: Callable[[], None]) -> "Supervisor | None":
        """The supervisor, once it is open; None when a window on the same data was brought forward instead."""
        # Before anything is asked of the person: another window may have it all open already.
        if await bridge.call(raise_other, self._data):
            return None
        passphrase = await self._ask_passphrase() if self._data.vault.exists() else None
        while True:
            try:
                return await self._try(bridge, passphrase, on_raise)
            except WaDeskError as error:
                log.info("the data could not be opened: %s", error.reason)
                if error.reason == "in_use" and await bridge.call(raise_other, self._data):
                    return None
                passphrase = await self._way_on(error, passphrase)

    async def _try(
        self, bridge: "Bridge[Supervisor]", passphrase: str | None, on_raise: Callable[[], None]
    ) -> "Supervisor":
        return await bridge.open(
            lambda: opened(self._data, passphrase, on_raise), lambda supervisor: supervisor.subscribe(self._who)
        )

    async def _way_on(self, error: WaDeskError, passphrase: str | None) -> str | None:
        if passphrase is not None and isinstance(error, VaultError):
            return await self._ask_passphrase(told(error))
        # Where data exists its keys are in the keyring: a new vault would hold none of them.
        possible = isinstance(error, VaultError) and not self._data.desk_db.exists()
        self._show_trouble()
        self._trouble.show_trouble(told(error), passphrase_possible=possible)
        answer = await self._answers.get()
        return await self._ask_passphrase() if answer is _CHOOSE else passphrase

    async def _ask_passphrase(self, error: str = "") -> str:
        self._show_trouble()
        self._trouble.ask_passphrase(new=not self._data.vault.exists(), error=error)
        while not isinstance(answer := await self._answers.get(), str):
            pass
        return answer

    def _show_trouble(self) -> None:
        self._window.show_whole(self._trouble)
        if not self._window.isVisible():
            # It was started hidden, and cannot go on without a person.
            self._window.come_forward()
