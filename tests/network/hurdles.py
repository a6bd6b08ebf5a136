"""What stands before a device that wants to be linked: too many devices, a passkey, a phone that is too old."""

from __future__ import annotations

import base64
import json
import os
from typing import TYPE_CHECKING

from tests.network.directory import Account
from tests.network.jid import SERVER
from tests.network.nodes import Attrs, Node

if TYPE_CHECKING:
    from tests.network.connection import Connection

#: WhatsApp's word for a used-up allowance. That an unlinked client hears it is a guess: real phones refuse a device
#: too many on their own screen, and the client's codes run out.
RESOURCE_LIMIT = 419


def hurdle(account: Account, connection: Connection, now: int) -> str:
    """Tell the client what stands in its way, and return the sentence for the phone; empty where nothing does."""
    if account.most_devices and len(account.companions) >= account.most_devices:
        connection.send(Node("failure", {"reason": RESOURCE_LIMIT, "location": "test"}))
        connection.end_soon()
        return "this number has the most devices that may be linked"
    if account.wants_passkey:
        connection.send(passkey_request(now))
        return "this number asks for its passkey"
    return ""


def passkey_request(now: int) -> Node:
    """The notification that asks a client for a passkey (WebAuthn options as JSON)."""
    options = {
        "challenge": base64.urlsafe_b64encode(os.urandom(32)).decode().rstrip("="),
        "timeout": 60_000,
        "rpId": "whatsapp.com",
        "allowCredentials": [
            {"type": "public-key", "id": base64.urlsafe_b64encode(os.urandom(16)).decode().rstrip("=")}
        ],
        "userVerification": "required",
    }
    attrs: Attrs = {"type": "passkey_prologue_request", "from": SERVER, "id": os.urandom(6).hex(), "t": now}
    return Node("notification", attrs, [Node("passkey_request_options", {}, json.dumps(options).encode())])


def too_old() -> Node:
    """What a client hears when a phone without multi-device has scanned."""
    return Node("ib", {}, [Node("downgrade_webclient")])
