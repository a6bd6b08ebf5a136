"""The desk of the design's mock-ups: eight accounts and fifteen numbers in every state."""

from tests.ui.fakes import FakeSupervisor
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.principal import local_administrator

WHO = local_administrator()

_DESK = (
    ("Padaria Sol Nascente", "PS", 1, (("Balcão", "11"), ("Encomendas", "12"), ("Entregas", "13"))),
    ("Clínica Vila Serena", "CV", 3, (("Agenda", "21"), ("Recepção", "22"))),
    ("Oficina Três Pinos", "TP", 2, (("Oficina", "31"), ("Peças", "32"))),
    ("Pet Focinho Feliz", "FF", 4, (("Banho e tosa", "41"), ("Loja", "42"))),
    ("Escola Passo a Passo", "EP", 6, (("Secretaria", "51"), ("Financeiro", "52"))),
    ("Bem-Me-Quer Flores", "BQ", 10, (("Pedidos", "61"),)),
    ("Seguros Farol", "SF", 5, (("Renovações", "71"), ("Sinistros", "72"))),
    ("Academia Corpo & Cia", "AC", 7, (("Recepção", "81"),)),
)


async def set_scene(fake: FakeSupervisor) -> dict[str, SlotId]:
    """Make the desk; returns slot ids by ``<initials><index>``."""
    slots: dict[str, SlotId] = {}
    for name, initials, colour, numbers in _DESK:
        account = await fake.add_account(WHO, name, initials, colour)
        for place, (slot_name, digits) in enumerate(numbers, 1):
            slot = await fake.add_slot(WHO, account.account_id, slot_name)
            slots[f"{initials}{place}"] = slot.slot_id
            fake.scan(slot.slot_id, f"+55119999900{digits}")
    now = fake.now()
    for key in ("CV2", "BQ1"):
        fake.put_status(slots[key], LinkState.LINKING)
    fake.put_status(slots["SF2"], LinkState.LOGGED_OUT, since_ms=now - 3_600_000)
    fake.put_status(slots["AC1"], LinkState.RESTRICTED, until_ms=now + 7_200_000, since_ms=now - 7_200_000)
    fake.put_status(slots["TP2"], LinkState.RECONNECTING, attempt=3, next_try_ms=now + 12_000)
    fake.put_status(slots["EP2"], LinkState.PAUSED, since_ms=now - 86_400_000)
    fake.put_status(slots["TP1"], LinkState.CONNECTING)
    for key in ("PS1", "PS2", "PS3", "CV1", "FF1", "FF2", "EP1", "SF1"):
        number = next(one.number for one in fake._slots.values() if one.slot_id == slots[key])
        fake.put_status(slots[key], LinkState.ONLINE, number=number, last_seen_ms=now - 12_000)
    for key, unread in (("PS1", 14), ("CV1", 5), ("TP1", 2), ("EP1", 31), ("SF1", 3)):
        fake.put_chat(slots[key], "+5511999990094", "Beatriz Amaral", unread)
    return slots


def show_codes(fake: FakeSupervisor, slots: dict[str, SlotId]) -> None:
    """The two live codes of the board."""
    for key in ("CV2", "BQ1"):
        fake.show_qr(slots[key], 2)
