"""Eight accounts with fifteen numbers, and how each number stands."""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.scene.times import NOW_MS, at
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.ids import AccountId, SlotId, slot_id
from wadesk.domain.linkstate import LinkState, PairingCode, Qr, SlotStatus

S, MIN, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000


@dataclass(frozen=True)
class Business:
    """One account of the scene; ``numbers`` are its slots' names and last two digits, in order."""

    account_id: AccountId
    name: str
    initials: str
    colour: int
    numbers: tuple[tuple[str, str], ...]


BUSINESSES = (
    Business(
        AccountId("padariasolna"),
        "Padaria Sol Nascente",
        "PS",
        1,
        (("Balcão", "11"), ("Encomendas", "12"), ("Entregas", "13")),
    ),
    Business(AccountId("clinicavilas"), "Clínica Vila Serena", "CV", 3, (("Agenda", "21"), ("Recepção", "22"))),
    Business(AccountId("oficinatresp"), "Oficina Três Pinos", "TP", 2, (("Oficina", "31"), ("Peças", "32"))),
    Business(AccountId("petfocinhofe"), "Pet Focinho Feliz", "FF", 4, (("Banho e tosa", "41"), ("Loja", "42"))),
    Business(AccountId("escolapassoa"), "Escola Passo a Passo", "EP", 6, (("Secretaria", "51"), ("Financeiro", "52"))),
    Business(AccountId("bemmequerflo"), "Bem-Me-Quer Flores", "BQ", 10, (("Pedidos", "61"),)),
    Business(AccountId("segurosfarol"), "Seguros Farol", "SF", 5, (("Renovações", "71"), ("Sinistros", "72"))),
    Business(AccountId("academiacorp"), "Academia Corpo & Cia", "AC", 7, (("Recepção", "81"),)),
)
"""In the rail's order."""

_AGO = {"PS1": 12, "PS2": 4, "PS3": 31, "CV1": 9, "FF1": 60, "FF2": 22, "EP1": 7, "SF1": 15}
"""How many seconds ago the numbers that work were last in step."""

_STANDING: dict[str, tuple[LinkState, dict[str, Any]]] = {
    "CV2": (LinkState.LINKING, {"qr_available": True}),
    "BQ1": (LinkState.LINKING, {"qr_available": True}),
    "TP1": (LinkState.CONNECTING, {"since_ms": NOW_MS - 3 * S}),
    "TP2": (LinkState.RECONNECTING, {"attempt": 3, "next_try_ms": NOW_MS + 12 * S, "since_ms": NOW_MS - MIN}),
    "EP2": (LinkState.PAUSED, {"since_ms": at("17:05", 1), "facts": {"by": "Marina"}}),
    "SF2": (LinkState.LOGGED_OUT, {"since_ms": at("09:12"), "code": "device_removed"}),
    "AC1": (LinkState.RESTRICTED, {"until_ms": at("18:40"), "since_ms": NOW_MS - 2 * HOUR}),
}
"""The numbers of the mock-ups that do not simply work."""

WORST: dict[str, tuple[LinkState, dict[str, Any]]] = {
    "FF2": (LinkState.ERROR, {"code": "crashing", "since_ms": NOW_MS - 5 * MIN}),
    "SF1": (LinkState.BANNED, {"since_ms": at("08:20")}),
}
"""The two drawn states that no mock-up of the desk has; with them all nine are on the screen at once."""

LIVE = ("CV2", "BQ1")
"""The numbers whose codes are on show."""

_SECONDS_LEFT = {"CV2": 14, "BQ1": 8}
CODE_LIFE_MS = 20 * S


def accounts() -> list[Account]:
    """The eight accounts."""
    return [
        Account(account_id=one.account_id, name=one.name, initials=one.initials, colour=one.colour, position=place)
        for place, one in enumerate(BUSINESSES)
    ]


@cache
def slots() -> dict[str, Slot]:
    """The fifteen numbers by ``<initials><index>``, such as ``PS1``."""
    return {
        f"{one.initials}{index}": Slot(
            slot_id=slot_id(one.account_id, index),
            account_id=one.account_id,
            index=index,
            name=name,
            number=f"+55119999900{digits}",
        )
        for one in BUSINESSES
        for index, (name, digits) in enumerate(one.numbers, 1)
    }


def slot_named(key: str) -> SlotId:
    """The id of the number with that key."""
    return slots()[key].slot_id


def statuses(now_ms: int = NOW_MS, *, worst: bool = False, counter: int = 1) -> list[SlotStatus]:
    """How the fifteen numbers stand; ``worst`` adds the banned and the broken one. Times move with ``now_ms``."""
    standing = _STANDING | (WORST if worst else {})
    return [_status(key, slot, standing.get(key), now_ms - NOW_MS, counter) for key, slot in slots().items()]


def sessions(now_ms: int = NOW_MS, *, worst: bool = False) -> list[Session]:
    """Every number with its account and standing."""
    known = {account.account_id: account for account in accounts()}
    return [
        Session(slot=slot, account=known[slot.account_id], status=status)
        for slot, status in zip(slots().values(), statuses(now_ms, worst=worst), strict=True)
    ]


def codes(now_ms: int = NOW_MS) -> list[Qr]:
    """The two codes on show, the second of six each."""
    return [
        Qr(
            slot_id=slot_named(key),
            payload=_payload(key),
            number=2,
            of=6,
            shown_ms=now_ms + _SECONDS_LEFT[key] * S - CODE_LIFE_MS,
            expires_ms=now_ms + _SECONDS_LEFT[key] * S,
        )
        for key in LIVE
    ]


def _payload(key: str) -> str:
    """As long, and as much without a pattern, as a real code; it links nothing."""
    noise = b"".join(hashlib.sha256(f"{key}{turn}".encode()).digest() for turn in range(6))
    return f"2@{base64.b64encode(noise).decode()[:232]}"


def pairing_code(now_ms: int = NOW_MS) -> PairingCode:
    """The reception's code to type, with 2:41 left of three minutes."""
    shown = now_ms - 19 * S
    return PairingCode(
        slot_id=slot_named("CV2"), code="K7QF2MXD", number="+5511999990022", shown_ms=shown, expires_ms=shown + 3 * MIN
    )


def _status(
    key: str, slot: Slot, standing: tuple[LinkState, dict[str, Any]] | None, moved_ms: int, counter: int
) -> SlotStatus:
    seen = NOW_MS - _AGO.get(key, 90) * S
    state, facts = standing or (LinkState.ONLINE, {"since_ms": at("07:58")})
    times = {"last_seen_ms": seen, "phone_seen_ms": seen} | facts
    moved = {name: value + moved_ms if name.endswith("_ms") else value for name, value in times.items()}
    number = None if key in LIVE else slot.number
    return SlotStatus(slot_id=slot.slot_id, state=state, epoch=1, counter=counter, number=number, **moved)
