"""What one slot does beside its messages while its link stands: names, pictures, history."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from wadesk.domain.errors import StoreError
from wadesk.domain.requests import StartSlot
from wadesk.worker.account import Account
from wadesk.worker.connection.values import StoreFailed
from wadesk.worker.gate import Gate
from wadesk.worker.groups import learn_groups
from wadesk.worker.history import History
from wadesk.worker.pictures import Pictures
from wadesk.worker.port import LinePort
from wadesk.worker.running import Running

log = logging.getLogger(__name__)
Work = Callable[[], Coroutine[Any, Any, None]]


class Duties:
    """One slot's duties. A database that takes nothing ends the link; they go on when it stands again."""

    def __init__(self, account: Account, request: StartSlot, line: LinePort) -> None:
        """For ``line``; :meth:`run` begins."""
        self._account = account
        self._line = line
        self._gate = Gate()
        self.pictures = Pictures(account, request.slot_id, self._gate)
        self.history = History(account, request.slot_id, self._gate)
        self.history.amount = request.history

    def renew(self, request: StartSlot) -> None:
        """A person may have chosen another amount of history."""
        self.history.amount = request.history

    def online(self, running: Running) -> None:
        """The link stands."""
        self._gate.open(running)
        self.pictures.wake()
        self.history.wake()

    def offline(self) -> None:
        """The link does not stand."""
        self._gate.close()

    def start(self) -> None:
        """Begin; once."""
        for work, name in ((self._names, "names"), (self.pictures.run, "pictures"), (self.history.run, "history")):
            self._line.start(self._keep_doing(work), name)

    async def _keep_doing(self, work: Work) -> None:
        while True:
            try:
                await work()
            except StoreError as error:
                self._gate.close()
                self._line.tell(StoreFailed(error.reason))
            except Exception:
                # A border: a duty that fails is left undone until the link stands again; messages go on.
                log.exception("a duty failed", extra={"slot": self._line.slot_id})
                if self._gate.running is not None:
                    await self._gate.over.wait()

    async def _names(self) -> None:
        while True:
            running, over = await self._gate.opened(), self._gate.over
            await learn_groups(self._account, self._line.slot_id, running)
            await over.wait()
