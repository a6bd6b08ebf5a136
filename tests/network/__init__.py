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

A scene: people with names, pictures and a past, and messages whose times are chosen (seconds, as `time.time()`).

    now = network.now()
    shop.name_contact(ana, "Ana da padaria")         # the address book (linked devices are told)
    ana.set_picture(jpeg)                            # None takes it away
    bakery = network.groups.create("Padaria", shop, ana)
    network.groups.rename(bakery, "Padaria do bairro"); network.pictures.set(bakery, jpeg)
    shop.past.chat(ana, unread=2)                    # before the link: what the phone tells as history
    shop.past.add(ana, "Bom dia!", now - 7200)
    shop.past.add(ana, "Já vai", now - 7100, own=True, state="read")
    shop.past.add(bakery, "Alguém aí?", now - 600, author=ana)
    await shop.scan(payload)                         # after it: live messages, with times of their own
    await ana.say(shop.number, "E o meu pedido?", at=now - 300)
    await ana.say_in(bakery, "Oi", at=now - 200)
    await ana.read(shop.number)                      # ticks of what the shop sent

`network.device(number).props` is what the client asked for (its name, how much past).

What may happen: `network.control` (see `control.py`): `ban`, `restrict`, `replace`, `outdate`, `log_out`, `lock`,
`lose_phone`, `pardon`, `limit_devices`, `demand_passkey`, `silence_after_scan`, `scan_with_old_phone`,
`silence_phone`, `refuse_pairing_codes`, `cut`, `unplug` and `plug_in`, `black_hole`, `slow`.
Finer faults are plain attributes: `network.faults`, `phone.account.faults`, `network.device(number).faults`
(see `faults.py`), `network.media` (files and their loss), `network.connection_of(number).stream_error(…)`.

Tests of another style run it in a thread: `with NetworkThread() as thread: thread.call(…)`.
"""

from tests.network.control import Control
from tests.network.faults import ALWAYS, Faults
from tests.network.mailbox import Received
from tests.network.pairing import ScanRefused
from tests.network.phone import Phone
from tests.network.records import Records
from tests.network.server import Network
from tests.network.thread import NetworkThread

__all__ = [
    "ALWAYS",
    "Control",
    "Faults",
    "Network",
    "NetworkThread",
    "Phone",
    "Received",
    "Records",
    "ScanRefused",
]
