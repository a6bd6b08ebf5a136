"""An offline WhatsApp network: a server on loopback, and simulated phones.

It speaks enough of the multi-device protocol for the real client library to link by QR, log in,
exchange encrypted messages with phones and other clients, get receipts, and be sent away. It knows
nothing of the product; its two launchers (`python -m tests.network` and
`python -m tests.network.engine`) excepted.

    async with Network() as network:
        os.environ["WADESK_OFFLINE_NETWORK"] = network.url
        shop = network.phone("+55 11 99999-0011", name="Balcão")
        ana = network.phone("+55 11 98888-0001", name="Ana")
        await shop.scan(payload)                # what the client shows as a QR
        await ana.say(shop.number, "Oi!")
        await ana.wait_for_text("Bom dia, Ana")
        assert network.records.sent_by(shop.number)

Faults are plain attributes and calls: `network.faults`, `phone.account.faults`, `network.device(number).faults`
(see `faults.py`), `network.connection_of(number).cut()` and `.stream_error(…)`. Groups: `network.groups.create(…)`.

Tests of another style run it in a thread: `with NetworkThread() as thread: thread.call(…)`.
"""

from tests.network.faults import ALWAYS, Faults
from tests.network.mailbox import Received
from tests.network.pairing import ScanRefused
from tests.network.phone import Phone
from tests.network.records import Records
from tests.network.server import Network
from tests.network.thread import NetworkThread

__all__ = [
    "ALWAYS",
    "Faults",
    "Network",
    "NetworkThread",
    "Phone",
    "Received",
    "Records",
    "ScanRefused",
]
