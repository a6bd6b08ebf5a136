"""The media host: files that devices fetch over HTTP, encrypted as WhatsApp's are, and pictures in plain."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.network.crypto import hkdf, mac, seal_cbc, sha256
from tests.network.nodes import Attrs, Node

if TYPE_CHECKING:
    from tests.network.websocket import Request

HISTORY = "WhatsApp History Keys"
#: The host that clients are told; it is never looked up, as they are led to loopback.
HOST = "media.offline"


@dataclass(frozen=True, slots=True)
class Blob:
    """Where an encrypted file lies, and what opens it."""

    plain_hash: bytes
    length: int
    key: bytes
    sealed_hash: bytes
    path: str


class MediaHost:
    """Every file of one network. A path that is not here any more is answered with `gone_status`."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        #: Paths that were fetched, and tokens of files that devices had deleted.
        self.fetched: list[str] = []
        self.deleted: list[str] = []
        self.gone_status = 410
        #: So many answers are HTTP 500.
        self.failures = 0

    def keep(self, plain: bytes, purpose: str = HISTORY) -> Blob:
        """Encrypt a file and keep it."""
        key = os.urandom(32)
        keys = hkdf(key, 112, info=purpose.encode())
        iv, cipher, signing = keys[:16], keys[16:48], keys[48:80]
        sealed = seal_cbc(cipher, iv, plain)
        sealed += mac(signing, iv, sealed)[:10]
        path = f"/v/{os.urandom(12).hex()}.enc"
        self._files[path] = sealed
        # Clients append to the query, so there must be one.
        return Blob(sha256(plain), len(plain), key, sha256(sealed), f"{path}?oh=1")

    def keep_plain(self, data: bytes) -> str:
        """Keep a file as it is; returns its path."""
        path = f"/p/{os.urandom(12).hex()}.jpg"
        self._files[path] = data
        return path

    def forget(self, path: str) -> None:
        """Let a file expire."""
        self._files.pop(path.partition("?")[0], None)

    def answer(self, request: Request) -> tuple[int, bytes]:
        """Status and body for an HTTP request."""
        if self.failures > 0:
            self.failures -= 1
            return 500, b""
        path, _, query = request.target.partition("?")
        if request.method == "DELETE":
            return self._delete(query)
        if path in self._files:
            self.fetched.append(path)
            return 200, self._files[path]
        return self.gone_status, b""

    def _delete(self, query: str) -> tuple[int, bytes]:
        words = dict(part.partition("=")[::2] for part in query.split("&"))
        path = base64.urlsafe_b64decode(words.get("d_md", "") + "===").decode()
        self.deleted.append(path)
        self.forget(path)
        return 200, b""


def connection_node() -> Node:
    """What clients are told about where media lies; all of it is needed."""
    attrs: Attrs = {"auth": "auth", "ttl": 3600, "auth_ttl": 3600, "max_buckets": 12}
    return Node("media_conn", attrs, [Node("host", {"hostname": HOST})])
