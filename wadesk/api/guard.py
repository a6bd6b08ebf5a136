"""What every request must pass before a call is looked at: address, origin, key, size and pace."""

import hmac
import ipaddress
import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wadesk.api.errors import error_response

LARGEST_BODY = 1024 * 1024
"""The longest text, each of its characters escaped, and room around it."""
_READ_AND_DROP = 64 * 1024 * 1024
"""So much of a body that is too large is read and forgotten, so that its sender hears the answer."""
_PER_SECOND, _AT_ONCE = 200.0, 1000.0
_WRONG_PER_SECOND, _WRONG_AT_ONCE = 0.5, 30.0


class Pace:
    """A bucket of ``at_once`` permits that fills by ``per_second``."""

    def __init__(self, per_second: float, at_once: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin full."""
        self._per_second, self._at_once, self._clock = per_second, at_once, clock
        self._left, self._seen = at_once, clock()

    def take(self) -> bool:
        """Whether there was a permit; it is gone now."""
        now = self._clock()
        self._left = min(self._at_once, self._left + (now - self._seen) * self._per_second)
        self._seen = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Guard:
    """Wraps the API. A browser's pages are kept out by ``Origin`` and ``Host``, everybody else by the key."""

    def __init__(self, inner: ASGIApp, key: str) -> None:
        """Let in what carries ``key``."""
        self._inner = inner
        self._key = key.encode()
        self._pace = Pace(_PER_SECOND, _AT_ONCE)
        self._wrong_keys = Pace(_WRONG_PER_SECOND, _WRONG_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(headers)
        body = await _read(receive) if refusal is None else None
        if refusal is None and body is None:
            refusal = error_response("too_large", f"A request has at most {LARGEST_BODY} bytes.")
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self._inner(scope, _replay(body or b"", receive), send)

    def _refusal(self, headers: Headers) -> Response | None:
        if not _is_loopback(headers.get("host", "")) or "origin" in headers:
            return error_response("forbidden", "Requests from web pages or for another host are refused.")
        kind, _, key = headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not hmac.compare_digest(key.strip().encode(), self._key):
            if not self._wrong_keys.take():
                return error_response("rate_limited", "Too many requests with a wrong key. Wait a minute.")
            return error_response("unauthorized", "Say who you are: Authorization: Bearer KEY.")
        if not self._pace.take():
            return error_response("rate_limited", "Too many requests at once. Wait a second.")
        return None


async def _read(receive: Receive) -> bytes | None:
    """The body, or None when it is too large."""
    body, size = bytearray(), 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= LARGEST_BODY:
            body += chunk
        else:
            body.clear()
        if size > _READ_AND_DROP or not message.get("more_body", False):
            return bytes(body) if size <= LARGEST_BODY else None


def _replay(body: bytes, receive: Receive) -> Receive:
    told = False

    async def next_message() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return next_message


def _is_loopback(host: str) -> bool:
    name = host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
    if name.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
