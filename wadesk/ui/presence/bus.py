"""One connection to the session bus: calls with their answers, and signals as they come."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from wadesk.wire.deadlines import deadline

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.asyncio import DBusConnection

_ANSWER_S = 10
"""A service that the first call starts needs some of it; one that hangs gets no more."""
_GOODBYE_S = 1


class Bus:
    """Calls may be made by any task while one task is in :meth:`listen`.

    jeepney's own router loses its place when a call is cancelled: it drops futures that it then misses.
    """

    def __init__(self, connection: "DBusConnection") -> None:
        """Speak over ``connection``."""
        self._connection = connection
        self._answers: dict[int, asyncio.Future[Message]] = {}

    async def call(self, message: "Message") -> tuple[Any, ...]:
        """What a call answers; DBusErrorResponse, TimeoutError, OSError or EOFError where it does not."""
        from jeepney.wrappers import unwrap_msg  # noqa: PLC0415

        serial = next(self._connection.outgoing_serial)
        answer = self._answers[serial] = asyncio.get_running_loop().create_future()
        try:
            async with deadline(_ANSWER_S):
                await self._connection.send(message, serial=serial)
                body: tuple[Any, ...] = unwrap_msg(await answer)
                return body
        finally:
            del self._answers[serial]

    async def listen(self, hear: "Callable[[Message], None]") -> None:
        """Give answers to whoever waits for them, and signals to ``hear``, until the connection ends."""
        from jeepney import HeaderFields, MessageType  # noqa: PLC0415

        while True:
            try:
                message = await self._connection.receive()
            except (OSError, EOFError):
                return
            answer = self._answers.get(message.header.fields.get(HeaderFields.reply_serial, 0))
            if answer is not None and not answer.done():
                answer.set_result(message)
            elif message.header.message_type is MessageType.signal:
                hear(message)

    async def aclose(self) -> None:
        """End the connection, and :meth:`listen` with it; a bus that does not take the goodbye is left."""
        with contextlib.suppress(OSError, EOFError):
            async with deadline(_GOODBYE_S):
                await self._connection.close()


@asynccontextmanager
async def session_bus() -> AsyncIterator[Bus]:
    """The session bus; KeyError, ValueError, OSError, EOFError or TimeoutError where there is none that answers."""
    # Only Linux has the library, and nothing else needs it.
    from jeepney.io.asyncio import open_dbus_connection  # noqa: PLC0415

    async with deadline(_ANSWER_S):
        bus = Bus(await open_dbus_connection())
    try:
        yield bus
    finally:
        await bus.aclose()
