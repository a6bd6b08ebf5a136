"""One Signal session: the triple Diffie-Hellman that starts it and the double ratchet that runs it.

Byte for byte what libsignal does (protocol version 3): https://signal.org/docs/specifications/x3dh
and https://signal.org/docs/specifications/doubleratchet. Public keys inside messages carry the
prefix 05.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.network import protobuf
from tests.network.crypto import KeyPair, hkdf, mac, open_cbc, seal_cbc

VERSION = b"\x33"
PREFIX = b"\x05"
MAC_SIZE = 8
MOST_SKIPPED = 2000
MOST_CHAINS = 5


class Undecryptable(Exception):
    """No session of this device opens the message."""


class AlreadyOpened(Undecryptable):
    """The message's key was used before: it is a repeat."""


@dataclass(slots=True)
class Chain:
    """One direction's chain of message keys."""

    key: bytes
    index: int = 0
    skipped: dict[int, bytes] = field(default_factory=dict)

    def step(self) -> bytes:
        """The seed of the next message key."""
        seed, self.key = mac(self.key, b"\x01"), mac(self.key, b"\x02")
        self.index += 1
        return seed

    def seed_of(self, counter: int) -> bytes:
        """The seed of a given message, kept ones included; raises Undecryptable."""
        if counter < self.index:
            if counter not in self.skipped:
                raise AlreadyOpened("this message was opened before")
            return self.skipped.pop(counter)
        if counter - self.index > MOST_SKIPPED:
            raise Undecryptable("too many messages are missing")
        while self.index < counter:
            index = self.index
            self.skipped[index] = self.step()
        return self.step()


@dataclass(frozen=True, slots=True)
class Envelope:
    """A SignalMessage taken apart."""

    ratchet: bytes
    counter: int
    body: bytes
    signed: bytes
    mac: bytes

    @classmethod
    def parse(cls, data: bytes) -> Envelope:
        """Read the wire form; raises Undecryptable."""
        try:
            message = protobuf.Message(data[1:-MAC_SIZE])
        except ValueError as error:
            raise Undecryptable("not a Signal message") from error
        ratchet = message.data(1)[1:]
        if len(ratchet) != 32:
            raise Undecryptable("not a Signal message")
        return cls(ratchet, message.number(2), message.data(4), data[:-MAC_SIZE], data[-MAC_SIZE:])


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a prekey message says besides the message, until the other side has answered."""

    registration: int
    one_time_id: int | None
    signed_id: int
    base: bytes
    identity: bytes

    def wrap(self, message: bytes) -> bytes:
        """The PreKeySignalMessage around a SignalMessage."""
        fields = {
            1: self.one_time_id,
            2: PREFIX + self.base,
            3: PREFIX + self.identity,
            4: message,
            5: self.registration,
            6: self.signed_id,
        }
        return VERSION + protobuf.write(fields)

    @classmethod
    def parse(cls, data: bytes) -> tuple[Introduction, bytes]:
        """Read a PreKeySignalMessage into the introduction and the message; may raise ValueError."""
        fields = protobuf.Message(data[1:])
        introduction = cls(
            fields.number(5),
            fields.number(1) if 1 in fields else None,
            fields.number(6),
            fields.data(2)[1:],
            fields.data(3)[1:],
        )
        return introduction, fields.data(4)


@dataclass(slots=True)
class State:
    """One session with one device of the other person."""

    own_identity: bytes
    their_identity: bytes
    base: bytes
    root: bytes
    ratchet: KeyPair
    sending: Chain
    receiving: dict[bytes, Chain] = field(default_factory=dict)
    introduction: Introduction | None = None

    def encrypt(self, plain: bytes) -> tuple[str, bytes]:
        """Encrypt; returns the stanza's type ("pkmsg" or "msg") and the ciphertext."""
        counter = self.sending.index
        cipher_key, mac_key, iv = _message_keys(self.sending.step())
        fields = {1: PREFIX + self.ratchet.public, 2: counter, 3: 0}
        signed = VERSION + protobuf.write({**fields, 4: seal_cbc(cipher_key, iv, plain)})
        message = signed + self._mac(mac_key, self.own_identity, self.their_identity, signed)
        if self.introduction is None:
            return "msg", message
        return "pkmsg", self.introduction.wrap(message)

    def decrypt(self, envelope: Envelope) -> bytes:
        """Decrypt, or raise Undecryptable and leave the session as it was."""
        trial = self if envelope.ratchet in self.receiving else self._turned(envelope.ratchet)
        known = trial.receiving[envelope.ratchet]
        chain = Chain(known.key, known.index, dict(known.skipped))
        cipher_key, mac_key, iv = _message_keys(chain.seed_of(envelope.counter))
        tag = self._mac(mac_key, self.their_identity, self.own_identity, envelope.signed)
        if tag != envelope.mac:
            raise Undecryptable("the message's code does not fit")
        plain = open_cbc(cipher_key, iv, envelope.body)
        self.root, self.ratchet, self.sending = trial.root, trial.ratchet, trial.sending
        self.receiving = {**trial.receiving, envelope.ratchet: chain}
        while len(self.receiving) > MOST_CHAINS:
            self.receiving.pop(next(iter(self.receiving)))
        self.introduction = None
        return plain

    def _turned(self, theirs: bytes) -> State:
        """A copy whose ratchet has taken the other side's new key."""
        root, chain = _root_step(self.root, self.ratchet.agree(theirs))
        ratchet = KeyPair.generate()
        root, sending = _root_step(root, ratchet.agree(theirs))
        receiving = {**self.receiving, theirs: Chain(chain)}
        return State(
            self.own_identity,
            self.their_identity,
            self.base,
            root,
            ratchet,
            Chain(sending),
            receiving,
        )

    @staticmethod
    def _mac(key: bytes, sender: bytes, receiver: bytes, signed: bytes) -> bytes:
        return mac(key, PREFIX + sender, PREFIX + receiver, signed)[:MAC_SIZE]


def _message_keys(seed: bytes) -> tuple[bytes, bytes, bytes]:
    keys = hkdf(seed, 80, info=b"WhisperMessageKeys")
    return keys[:32], keys[32:64], keys[64:]


def _root_step(root: bytes, secret: bytes) -> tuple[bytes, bytes]:
    keys = hkdf(secret, 64, salt=root, info=b"WhisperRatchet")
    return keys[:32], keys[32:]


def _start(secrets: list[bytes]) -> tuple[bytes, bytes]:
    keys = hkdf(b"\xff" * 32 + b"".join(secrets), 64, info=b"WhisperText")
    return keys[:32], keys[32:]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the server hands out so that somebody can start a session with a device."""

    registration: int
    identity: bytes
    signed_id: int
    signed: bytes
    signature: bytes
    one_time: tuple[int, bytes] | None


def begin(identity: KeyPair, registration: int, bundle: Bundle) -> State:
    """Start a session with the owner of a bundle; its first messages carry an introduction."""
    base, ratchet = KeyPair.generate(), KeyPair.generate()
    secrets = [
        identity.agree(bundle.signed),
        base.agree(bundle.identity),
        base.agree(bundle.signed),
    ]
    if bundle.one_time:
        secrets.append(base.agree(bundle.one_time[1]))
    root, chain = _start(secrets)
    root, sending = _root_step(root, ratchet.agree(bundle.signed))
    one_time_id = bundle.one_time[0] if bundle.one_time else None
    introduction = Introduction(registration, one_time_id, bundle.signed_id, base.public, identity.public)
    return State(
        identity.public,
        bundle.identity,
        base.public,
        root,
        ratchet,
        Chain(sending),
        {bundle.signed: Chain(chain)},
        introduction,
    )


def join(identity: KeyPair, signed: KeyPair, one_time: KeyPair | None, introduction: Introduction) -> State:
    """The other end of `begin`, from the introduction that the first message carries."""
    secrets = [
        signed.agree(introduction.identity),
        identity.agree(introduction.base),
        signed.agree(introduction.base),
    ]
    if one_time:
        secrets.append(one_time.agree(introduction.base))
    root, chain = _start(secrets)
    return State(identity.public, introduction.identity, introduction.base, root, signed, Chain(chain))
