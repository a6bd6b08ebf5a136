"""Asks for the pictures of a slot's listed chats, one a second while the link stands."""

import asyncio
import contextlib

from wadesk.domain.events import ChatChanged
from wadesk.domain.ids import SlotId
from wadesk.engine.protocol import EngineFailed
from wadesk.store.account.values import PictureDue
from wadesk.wire.deadlines import deadline
from wadesk.wire.engine_frames import ProfilePicture
from wadesk.worker.account import Account, wall_ms
from wadesk.worker.gate import Gate
from wadesk.worker.running import Running

PACE_S = 1.0
"""Between two questions: WhatsApp answers many at once with a refusal (429), and nobody waits for a picture."""
IDLE_S = 30.0
"""How often it is looked whether a chat is new, or its picture a day old."""


class Pictures:
    """One slot's pictures, newest chat first; what is kept is not loaded again. :meth:`run` has to be running."""

    def __init__(self, account: Account, slot_id: SlotId, gate: Gate) -> None:
        """Ask while ``gate`` is open."""
        self._account = account
        self._slot = slot_id
        self._gate = gate
        self._looks = account.store.store.looks
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """A chat was listed, or a picture changed."""
        self._wake.set()

    async def run(self) -> None:
        """Ask for ever. Raises StoreError."""
        while True:
            running = await self._gate.opened()
            self._wake.clear()
            due = await self._account.store.run(self._looks.next_due, self._slot, wall_ms())
            if due is None:
                await self._rest(IDLE_S)
                continue
            if not await self._ask(running, due):
                await self._rest(IDLE_S)
            await asyncio.sleep(PACE_S)

    async def _ask(self, running: Running, due: PictureDue) -> bool:
        """Ask for one picture; false where nobody can be asked right now."""
        try:
            reply = await running.engine.picture(due.who, known=due.known)
        except (EngineFailed, TimeoutError):
            return False
        if reply.error == "not_connected":
            return False
        # A refusal counts as an answer: the next one in turn is somebody else's picture.
        found: ProfilePicture | None = reply.picture if reply.ok else None
        chat = await self._account.store.run(self._looks.keep, self._slot, due.chat_id, found, wall_ms())
        if chat is not None:
            self._account.reporter.put(ChatChanged(chat=chat))
        return True

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with deadline(seconds):
                await self._wake.wait()
