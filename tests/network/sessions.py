"""The Signal store of a simulated phone: its own keys, and its sessions with other devices.

Both sides may start a session at the same moment, so several states are kept for each device: the
newest one writes, and any of them may read, which makes it the newest.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.network.crypto import KeyPair
from tests.network.jid import Jid
from tests.network.ratchet import AlreadyOpened, Bundle, Envelope, Introduction, State, Undecryptable, begin, join

MOST_STATES = 40


@dataclass(slots=True)
class OwnKeys:
    """The long-lived and the one-time keys of one device."""

    registration: int
    identity: KeyPair
    signed: KeyPair
    signature: bytes
    one_time: dict[int, KeyPair] = field(default_factory=dict)
    next_id: int = 1

    @classmethod
    def generate(cls) -> OwnKeys:
        """Fresh keys; the registration id has 14 bits and is not 0."""
        identity, signed = KeyPair.generate(), KeyPair.generate()
        registration = int.from_bytes(os.urandom(2), "big") % 16380 + 1
        return cls(registration, identity, signed, identity.sign(b"\x05" + signed.public))

    def bundle(self) -> Bundle:
        """A bundle with a one-time key of its own."""
        key, self.next_id = self.next_id, self.next_id + 1
        self.one_time[key] = KeyPair.generate()
        return Bundle(
            self.registration,
            self.identity.public,
            1,
            self.signed.public,
            self.signature,
            (key, self.one_time[key].public),
        )


@dataclass(slots=True)
class Sessions:
    """Every session of one device, by the LID address of the other device."""

    keys: OwnKeys
    states: dict[Jid, list[State]] = field(default_factory=dict)

    def encrypt(self, to: Jid, plain: bytes, fetch: Callable[[Jid], Bundle | None]) -> tuple[str, bytes] | None:
        """Encrypt for a device, with a bundle where there is no session; None where it has none."""
        states = self.states.get(to)
        if not states:
            bundle = fetch(to)
            if bundle is None:
                return None
            states = self.start(to, bundle)
        return states[0].encrypt(pad(plain))

    def start(self, to: Jid, bundle: Bundle) -> list[State]:
        """Make a new session the current one."""
        return self._put(to, begin(self.keys.identity, self.keys.registration, bundle))

    def decrypt(self, sender: Jid, kind: str, data: bytes) -> bytes:
        """Decrypt what a device sent; raises Undecryptable."""
        if kind == "pkmsg":
            return self._decrypt_first(sender, data)
        return unpad(self._decrypt_known(sender, data))

    def _decrypt_first(self, sender: Jid, data: bytes) -> bytes:
        introduction, message = Introduction.parse(data)
        states = self.states.get(sender, [])
        if any(state.base == introduction.base for state in states):
            return unpad(self._decrypt_known(sender, message))
        one_time = None
        if introduction.one_time_id is not None:
            one_time = self.keys.one_time.get(introduction.one_time_id)
            if one_time is None:
                raise Undecryptable("that one-time key is used up")
        state = join(self.keys.identity, self.keys.signed, one_time, introduction)
        plain = state.decrypt(Envelope.parse(message))
        self._put(sender, state)
        if introduction.one_time_id is not None:
            del self.keys.one_time[introduction.one_time_id]
        return unpad(plain)

    def _decrypt_known(self, sender: Jid, data: bytes) -> bytes:
        envelope, failure = Envelope.parse(data), Undecryptable("no session with this device")
        states = self.states.get(sender, [])
        for state in list(states):
            try:
                plain = state.decrypt(envelope)
            except AlreadyOpened:
                raise
            except Undecryptable as error:
                failure = error
                continue
            states.remove(state)
            states.insert(0, state)
            return plain
        raise failure

    def _put(self, device: Jid, state: State) -> list[State]:
        states = self.states.setdefault(device, [])
        states.insert(0, state)
        del states[MOST_STATES:]
        return states

    def forget(self, device: Jid) -> None:
        """Drop the sessions with a device that is gone."""
        self.states.pop(device, None)


def pad(plain: bytes) -> bytes:
    """WhatsApp's padding: 1 to 15 bytes that each tell their number."""
    size = os.urandom(1)[0] & 15 or 15
    return plain + bytes((size,)) * size


def unpad(plain: bytes) -> bytes:
    """Take the padding off; raises Undecryptable where there is none."""
    if not plain or plain[-1] > len(plain):
        raise Undecryptable("the padding is wrong")
    return plain[: -plain[-1]]
