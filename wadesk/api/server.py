"""The listener: one loopback address, on the loop it is started on."""

import asyncio
import contextlib
import ipaddress
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn

from wadesk.api.application import make_application
from wadesk.domain.errors import Conflict, InvalidRequest
from wadesk.domain.principal import local_administrator
from wadesk.supervisor.supervisor import Supervisor
from wadesk.wire.tasks import TaskOwner

LOOPBACK = "127.0.0.1"
_STOPS_WITHIN_S = 2


@dataclass(frozen=True)
class Listening:
    """Where the API listens, and the key that was made for this run."""

    url: str
    key: str

    def __repr__(self) -> str:
        return f"Listening({self.url})"


@asynccontextmanager
async def serving(supervisor: Supervisor, port: int, host: str = LOOPBACK) -> AsyncIterator[Listening]:
    """Serve the API while the block runs; ``port`` 0 takes a free one.

    Raises InvalidRequest for an address that other computers reach, Conflict for a port that is taken.
    """
    key = secrets.token_urlsafe(32)
    listener = _bound(host, port)
    application = make_application(supervisor, local_administrator(), key)
    settings = uvicorn.Config(
        application,
        loop="none",
        lifespan="off",
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_STOPS_WITHIN_S,
    )
    server = _Server(settings)
    async with TaskOwner() as tasks:
        task = tasks.start(server.serve(sockets=[listener]), "api")
        await server.up.wait()
        try:
            yield Listening(url=f"http://{host}:{listener.getsockname()[1]}", key=key)
        finally:
            server.should_exit = True
            await asyncio.wait({task})


class _Server(uvicorn.Server):
    """uvicorn without its own signals (the command decides when to end), and with a sign that it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


def _bound(host: str, port: int) -> socket.socket:
    if not ipaddress.ip_address(host).is_loopback:
        raise InvalidRequest("not_loopback", f"The API listens on this computer alone, never on {host}.")
    try:
        listener = socket.create_server((host, port))
    except OSError:
        raise Conflict("port_taken", f"The port {port} is taken by another program.") from None
    # asyncio switches Nagle's algorithm off only for sockets made with TCP named, which this one is not; with it an
    # answer's head and body wait 40 ms for each other. Accepted sockets inherit the option.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
