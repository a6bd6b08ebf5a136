"""What may happen to a number or to the network, one method each, for tests, scenes and the command line."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tests.network.directory import Account
from tests.network.faults import ALWAYS
from tests.network.hurdles import too_old
from tests.network.pairing import QrCode

if TYPE_CHECKING:
    from tests.network.server import Network

DAY = 86_400


class Control:
    """The hand on one network. A number is written in any way; LookupError where nobody has it.

    What ends a session (`ban`, `restrict`, `outdate`, `lock`, `lose_phone`) cuts its connections and refuses the next
    logins until `pardon`; the client learns the reason when it comes back.
    """

    def __init__(self, network: Network) -> None:
        self._network = network

    def _account(self, number: str) -> Account:
        account = self._network.directory.number(number)
        if account is None:
            raise LookupError(f"nobody has the number {number}")
        return account

    def _refuse(self, number: str, reason: int, **attrs: str | int) -> None:
        self._account(number).faults.fail_logins(reason, ALWAYS, **attrs)
        self.cut(number)

    def ban(self, number: str) -> None:
        """Ban the number for good (406)."""
        self._refuse(number, 406)

    def restrict(self, number: str, seconds: int = 3600) -> None:
        """Restrict the number for a time (402)."""
        self._refuse(number, 402, code=101, expire=seconds)

    def outdate(self, number: str) -> None:
        """Find the client too old (405)."""
        self._refuse(number, 405)

    def lock(self, number: str) -> None:
        """Lock the account: 403 with words for the person."""
        words = {"logout_message_header": "Account locked", "logout_message_subtext": "Open WhatsApp on your phone."}
        self._refuse(number, 403, **words)

    def lose_phone(self, number: str) -> None:
        """Let the main phone be gone: 403 without a word."""
        self._refuse(number, 403)

    def pardon(self, number: str) -> None:
        """Let the number log in again, at once and as fast as others."""
        account = self._account(number)
        for faults in (account.faults, *(device.faults for device in account.companions)):
            faults.failures = faults.silent_logins = 0
            faults.is_black_hole = False
            faults.ack_delay = faults.delivery_delay = faults.keys_delay = 0
        account.most_devices, account.wants_passkey = 0, False

    def log_out(self, number: str) -> None:
        """Remove every linked device on the phone (401)."""
        for device in self._account(number).companions:
            self._network.remove_device(device)

    def replace(self, number: str) -> None:
        """Open the session elsewhere."""
        self._network.connection_of(number).stream_error(0, "replaced")

    def cut(self, number: str) -> None:
        """Cut the connections of the number's linked devices; nothing where there are none."""
        for device in self._account(number).companions:
            with contextlib.suppress(LookupError):
                self._network.connection_of(number, device.id).cut()

    def black_hole(self, number: str, *, on: bool = True) -> None:
        """Read what the number's devices send and answer nothing, the sockets staying open; also at new logins."""
        faults = self._account(number).faults
        faults.is_black_hole, faults.silent_logins = on, ALWAYS if on else 0

    def slow(self, number: str, seconds: float) -> None:
        """Let everything of the number take longer; 0 ends it."""
        faults = self._account(number).faults
        faults.ack_delay = faults.delivery_delay = faults.keys_delay = seconds

    def unplug(self) -> None:
        """Take the whole network away, as a pulled cable does."""
        self._network.unplug()

    async def plug_in(self) -> None:
        """Give the network back."""
        await self._network.listen()

    def limit_devices(self, number: str, most: int) -> None:
        """Let so many devices be linked and refuse the next; 0 is any number."""
        self._account(number).most_devices = most

    def demand_passkey(self, number: str, *, on: bool = True) -> None:
        """Ask for a passkey whenever the number scans."""
        self._account(number).wants_passkey = on

    def silence_after_scan(self, number: str, logins: float = 1) -> None:
        """Let the next logins of the number go unanswered: a scan is followed by silence until one is answered."""
        self._account(number).faults.silent_logins = logins

    def refuse_pairing_codes(self, error: int = 429) -> None:
        """Answer whoever asks for a code of letters with an error: 429 is too often, 0 gives codes again."""
        self._network.faults.code_refusal = error

    def scan_with_old_phone(self, payload: str) -> None:
        """Scan a code with a phone that knows nothing of linked devices; ScanRefused where the code is gone."""
        self._network.connection_for(QrCode.parse(payload).ref).send(too_old())

    def silence_phone(self, number: str, days: float) -> None:
        """Let the phone have been silent for days: what it tells its devices from now on is so old. 0 ends it."""
        self._account(number).silent_for = days * DAY
