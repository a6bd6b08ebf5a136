"""Addresses of people, devices and groups, as the binary format writes them."""

from __future__ import annotations

from typing import NamedTuple

USERS = "s.whatsapp.net"
LIDS = "lid"
GROUPS = "g.us"
LEGACY = "c.us"


class Jid(NamedTuple):
    """One address; device 0 is the phone, and an empty user is the server itself."""

    user: str
    server: str
    device: int = 0

    @property
    def bare(self) -> Jid:
        """The same person without the device."""
        return Jid(self.user, self.server) if self.device else self

    def of_device(self, device: int) -> Jid:
        """The address of one device of this person."""
        return Jid(self.user, self.server, device)

    def __str__(self) -> str:
        """The text form, which stands inside protobuf messages."""
        if not self.user:
            return self.server
        device = f":{self.device}" if self.device else ""
        return f"{self.user}{device}@{self.server}"


SERVER = Jid("", USERS)


def parse_jid(text: str) -> Jid:
    """Read the text form; raises ValueError where the device is no number."""
    user, _, server = text.rpartition("@")
    name, _, device = user.partition(":")
    return Jid(name, server, int(device or 0))


def digits_of(number: str) -> str:
    """The digits of a phone number written in any way."""
    return "".join(letter for letter in number if letter.isdigit())
