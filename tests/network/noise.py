"""Noise_XX_25519_AESGCM_SHA256, the server's side, and the frames it protects afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from tests.network import protobuf
from tests.network.crypto import KeyPair, gcm, hkdf, sha256

PATTERN = b"Noise_XX_25519_AESGCM_SHA256\0\0\0\0"
HEADER = b"WA\x06\x03"


class HandshakeError(Exception):
    """The client's handshake was no Noise handshake for this server."""


class SymmetricState:
    """The running hash, salt and key of a handshake; either side can use it."""

    def __init__(self, header: bytes = HEADER) -> None:
        self.hash = self.salt = PATTERN
        self.cipher = gcm(PATTERN)
        self.counter = 0
        self.absorb(header)

    def absorb(self, data: bytes) -> None:
        """Bind data to everything that follows."""
        self.hash = sha256(self.hash + data)

    def mix(self, secret: bytes) -> None:
        """Take a Diffie-Hellman secret into the keys; the counter starts again."""
        keys = hkdf(secret, 64, salt=self.salt)
        self.salt, self.cipher, self.counter = keys[:32], gcm(keys[32:]), 0

    def seal(self, plain: bytes) -> bytes:
        """Encrypt under the running hash."""
        sealed = self.cipher.encrypt(_iv(self.counter), plain, self.hash)
        self.counter += 1
        self.absorb(sealed)
        return sealed

    def open(self, sealed: bytes) -> bytes:
        """Decrypt under the running hash; raises HandshakeError."""
        try:
            plain = self.cipher.decrypt(_iv(self.counter), sealed, self.hash)
        except InvalidTag as error:
            raise HandshakeError("a handshake part does not open") from error
        self.counter += 1
        self.absorb(sealed)
        return plain

    def split(self) -> tuple[bytes, bytes]:
        """The two keys of the connection: client to server, server to client."""
        keys = hkdf(b"", 64, salt=self.salt)
        return keys[:32], keys[32:]


def _iv(counter: int) -> bytes:
    return counter.to_bytes(12, "big")


class Transport:
    """The connection after the handshake: a key and a counter for each direction."""

    def __init__(self, reading: bytes, writing: bytes) -> None:
        self._reading, self._writing = gcm(reading), gcm(writing)
        self._read = self._written = 0

    def open(self, frame: bytes) -> bytes:
        """Decrypt the next frame that came in."""
        plain = self._reading.decrypt(_iv(self._read), frame, None)
        self._read += 1
        return plain

    def seal(self, body: bytes) -> bytes:
        """Encrypt the next frame that goes out."""
        sealed = self._writing.encrypt(_iv(self._written), body, None)
        self._written += 1
        return sealed


@dataclass(frozen=True, slots=True)
class ClientFinish:
    """What the handshake tells about the client."""

    noise_key: bytes
    payload: bytes
    transport: Transport


class ServerHandshake:
    """Two steps: answer the client's hello, then read its finish."""

    def __init__(self, static: KeyPair, certificate: bytes) -> None:
        self._static, self._certificate = static, certificate
        self._ephemeral = KeyPair.generate()
        self._state = SymmetricState()

    def answer(self, frame: bytes) -> bytes:
        """ClientHello in, ServerHello out; raises HandshakeError."""
        client = protobuf.Message(frame).message(2).data(1)
        if len(client) != 32:
            raise HandshakeError("no client hello")
        state = self._state
        state.absorb(client)
        state.absorb(self._ephemeral.public)
        state.mix(self._ephemeral.agree(client))
        static = state.seal(self._static.public)
        state.mix(self._static.agree(client))
        hello = {1: self._ephemeral.public, 2: static, 3: state.seal(self._certificate)}
        return protobuf.write({3: hello})

    def finish(self, frame: bytes) -> ClientFinish:
        """ClientFinish in; raises HandshakeError."""
        finish, state = protobuf.Message(frame).message(4), self._state
        noise_key = state.open(finish.data(1))
        state.mix(self._ephemeral.agree(noise_key))
        payload = state.open(finish.data(2))
        reading, writing = state.split()
        return ClientFinish(noise_key, payload, Transport(reading, writing))


def certificate_chain(root: KeyPair, static: KeyPair, now: int) -> bytes:
    """A chain root -> intermediate -> server key, valid for a day around `now` (seconds)."""
    intermediate = KeyPair.generate()
    span = {4: now - 86400, 5: now + 86400}
    middle = protobuf.write({1: 1, 2: 0, 3: intermediate.public, **span})
    leaf = protobuf.write({1: 2, 2: 1, 3: static.public, **span})
    return protobuf.write({1: {1: leaf, 2: intermediate.sign(leaf)}, 2: {1: middle, 2: root.sign(middle)}})
