"""What a slot's engine is asked on a person's behalf, right now: to leave, for a pairing code, about a number."""

from wadesk.domain.errors import InvalidNumber, Unavailable
from wadesk.domain.events import Resync
from wadesk.domain.linkstate import LinkState, PairingCode
from wadesk.engine.protocol import EngineFailed
from wadesk.store.account.queueing import require_number
from wadesk.worker.account import Account, wall_ms
from wadesk.worker.connection.values import LeaveBegun, LeaveFailed, Left, PairingCodeMade
from wadesk.worker.port import LinePort
from wadesk.worker.running import Running

CODE_LIFE_MS = 180_000
"""How long WhatsApp takes a pairing code."""

_GONE = frozenset({LinkState.LOGGED_OUT, LinkState.UNLINKED, LinkState.BANNED})


def not_connected() -> Unavailable:
    """The refusal of what needs a link that stands."""
    return Unavailable("not_connected", "This number is not connected right now. Try again when it is.")


async def leave(line: LinePort) -> None:
    """Unlink from the phone; Unavailable ``not_connected``. Where nothing is linked it is done already."""
    if line.status.state in _GONE:
        return
    running = _standing(line)
    line.tell(LeaveBegun())
    try:
        reply = await running.engine.logout()
    except (EngineFailed, TimeoutError):
        # The server's word may have come first, and ended the engine before it could reply.
        if line.status.state in _GONE:
            return
        line.tell(LeaveFailed())
        raise not_connected() from None
    if not reply.ok and line.status.state not in _GONE:
        line.tell(LeaveFailed())
        raise not_connected()
    line.tell(Left())


async def ask_pairing_code(line: LinePort, number: str) -> PairingCode:
    """A code to type into the phone of ``number``; the one on show where it is for the same number.

    InvalidNumber (``bad_number``), Unavailable (``not_linking``, ``too_many_codes``, ``no_pairing_code``).
    """
    require_number(number)
    if (shown := line.pairing) is not None and shown.number == number:
        return shown
    attempt, running = line.attempt, line.running
    if running is None or not _shows_codes(line):
        raise Unavailable("not_linking", "Show a QR code first: a pairing code needs the same connection.")
    try:
        reply = await running.engine.pair_code(number)
    except (EngineFailed, TimeoutError):
        raise Unavailable("no_pairing_code", "WhatsApp gave no pairing code. Try again, or scan the QR code.") from None
    if not reply.ok or reply.code is None:
        raise _no_code(reply.error)
    now = wall_ms()
    code = PairingCode(
        slot_id=line.slot_id, code=reply.code, number=number, shown_ms=now, expires_ms=now + CODE_LIFE_MS
    )
    line.tell(PairingCodeMade(attempt, code))
    if line.pairing is not code:
        raise Unavailable("not_linking", "The connection for this code is gone. Ask for a new one.")
    return code


async def check_number(account: Account, line: LinePort, number: str) -> str | None:
    """How the server names ``number``, or None where it is not on WhatsApp; Unavailable ``not_connected``.

    What the server says of it is kept, so that a chat opened with it is the right one.
    """
    require_number(number)
    running = _standing(line)
    try:
        reply = await running.engine.check([number])
    except (EngineFailed, TimeoutError):
        raise not_connected() from None
    if not reply.ok or not reply.checked:
        raise not_connected()
    checked = reply.checked[0]
    if checked.peer is None:
        return None
    if await account.store.run(account.store.store.outbox.resolve_typed, line.slot_id, number, checked.peer):
        account.reporter.put(Resync(account_id=account.account_id))
    return checked.peer.number or number


def _standing(line: LinePort) -> Running:
    if line.running is None or not line.status.connected:
        raise not_connected()
    return line.running


def _shows_codes(line: LinePort) -> bool:
    return line.status.state is LinkState.LINKING and (line.status.qr_available or line.pairing is not None)


def _no_code(error: str) -> Unavailable | InvalidNumber:
    if error == "not_a_number":
        return InvalidNumber("bad_number", "This cannot be a phone number.")
    if error == "unknown_number":
        return InvalidNumber("not_on_whatsapp", "This number is not on WhatsApp.")
    if error == "device_limit":
        return Unavailable("device_limit", "WhatsApp refused a new device. Remove one in Linked devices.")
    if error == "too_many":
        return Unavailable("too_many_codes", "WhatsApp gives no more codes for now. Scan the QR code, or wait a while.")
    return Unavailable("no_pairing_code", "WhatsApp gave no pairing code. Try again, or scan the QR code.")
