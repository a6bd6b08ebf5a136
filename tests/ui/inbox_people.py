"""The design's bakery with three numbers and its customers, for the tests and pictures of the daily view."""

from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import QDateTime

from tests.ui.inbox_port import FakePort, message
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.ids import AccountId, ChatId, SlotId, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState

BAKERY = AccountId("padariasolnc")
OTHER = AccountId("oficinatresp")
_NAMES = ("Balcão", "Encomendas", "Entregas")


def clock(text: str) -> int:
    """Local time on 12 May 2025, in UTC ms."""
    return QDateTime.fromString(f"2025-05-12 {text}", "yyyy-MM-dd HH:mm").toMSecsSinceEpoch()


def now_ms() -> int:
    """Shortly after the newest message of the scene."""
    return clock("14:40")


def account(account_id: AccountId = BAKERY) -> Account:
    """One of the two accounts."""
    if account_id == BAKERY:
        return Account(account_id=BAKERY, name="Padaria Sol Nascente", initials="PS", colour=1, position=0)
    return Account(account_id=OTHER, name="Oficina Três Pinos", initials="TP", colour=2, position=1)


def status_of(slot: SlotId, number: str | None, state: LinkState = LinkState.ONLINE, **fields: object) -> SlotStatus:
    """A standing; each later one is newer."""
    values: dict[str, object] = {"slot_id": slot, "state": state, "epoch": 1, "counter": 1, "number": number}
    return SlotStatus(**(values | fields))


def sessions(account_id: AccountId = BAKERY) -> list[Session]:
    """An account's three numbers, all online."""
    tens = "1" if account_id == BAKERY else "3"
    found = []
    for index, name in enumerate(_NAMES, 1):
        number, of = f"+55119999900{tens}{index}", slot_id(account_id, index)
        slot = Slot(slot_id=of, account_id=account_id, index=index, name=name, number=number)
        found.append(Session(slot=slot, account=account(account_id), status=status_of(of, number)))
    return found


def chat_id(index: int, letter: str, account_id: AccountId = BAKERY) -> ChatId:
    """The id of a customer's chat on number ``index``."""
    return ChatId(f"{slot_id(account_id, index)}.{letter * 16}")


def chat(
    index: int, letter: str, name: str, time: str, text: str, account_id: AccountId = BAKERY, **more: object
) -> Chat:
    """A customer's chat on number ``index``."""
    tens = "1" if account_id == BAKERY else "3"
    values: dict[str, object] = {
        "slot_id": slot_id(account_id, index),
        "chat_id": chat_id(index, letter, account_id),
        "held_from": f"+55119999900{tens}{index}",
        "number": f"+55119999900{90 + 'abcdefghij'.index(letter)}",
        "name": name,
        "time_ms": clock(time),
        "last_text": text,
        "last_kind": Kind.TEXT,
        "last_direction": Direction.IN,
    }
    return Chat(**(values | more))


@dataclass
class Bakery:
    """The port with the scene in it, and the ids the tests speak of."""

    port: FakePort
    beatriz: ChatId
    mercado: ChatId
    rafael: ChatId


def beatriz_rows(of: ChatId) -> list[Message]:
    """Her conversation as the main picture has it, as far as it is text."""
    out = Direction.OUT
    said = (
        ("2025-05-11 16:10", "Oi! Vocês fazem bolo de aniversário?", Direction.IN),
        ("2025-05-11 16:15", "Oi, Beatriz! Fazemos sim. Para quantas pessoas?", out),
        ("2025-05-12 14:02", "Quero parecido com este 😍", Direction.IN),
        ("2025-05-12 14:03", "Umas 20 pessoas", Direction.IN),
        ("2025-05-12 14:09", "Temos o cardápio de bolos com fotos, já envio.", out),
        ("2025-05-12 14:20", "", Direction.IN),
        ("2025-05-12 14:28", "Bolo de brigadeiro, 20 fatias, sábado às 15h. Fica R$ 189,00. Posso confirmar?", out),
        ("2025-05-12 14:32", "Perfeito, pode confirmar!", Direction.IN),
        ("2025-05-12 14:33", "Confirmado! Retirada no balcão. 🧡", out),
    )
    rows = []
    for arrival, (time, text, direction) in enumerate(said, 1):
        at = QDateTime.fromString(time, "yyyy-MM-dd HH:mm").toMSecsSinceEpoch()
        state = MessageState.READ if direction is out else MessageState.DELIVERED
        voice = {} if text else {"kind": Kind.VOICE, "detail": "0:34"}
        rows.append(message(of, arrival, text, time_ms=at, direction=direction, state=state, **voice))
    rows[-1] = replace(rows[-1], state=MessageState.DELIVERED)
    return rows


def bakery() -> Bakery:
    """The account of the design's main picture."""
    port, out = FakePort(), Direction.OUT
    beatriz = port.add(chat(1, "e", "Beatriz Amaral", "14:32", "Perfeito, pode confirmar!"))
    port.rows[beatriz.chat_id] = beatriz_rows(beatriz.chat_id)
    mercado = chat(2, "b", "Mercado Boa Praça", "14:27", "Consegue 40 pães até as 6h de amanhã?", unread=3)
    rafael = chat(
        2,
        "f",
        "Rafael Nunes",
        "12:15",
        "segue o orçamento das cestas",
        last_direction=out,
        last_state=MessageState.FAILED,
    )
    for one in (
        mercado,
        chat(3, "c", "Caio Duarte", "14:11", "", last_kind=Kind.VOICE, last_detail="0:34", unread=2),
        chat(
            3,
            "d",
            "Estela Prado",
            "13:58",
            "Pedido nº 318 saiu para entrega",
            last_direction=out,
            last_state=MessageState.READ,
        ),
        chat(1, "a", "Lourdes Teixeira", "13:40", "Amanhã passo aí às 9h, tá bom?", unread=1),
        rafael,
        chat(1, "i", "Ivone Castro", "11:52", "Tem bolo de fubá?"),
        chat(2, "g", "Grupo Fornecedores", "10:30", "Téo: farinha chega na quinta", group=True, number=None, unread=8),
        chat(3, "h", "", "09:47", "", last_kind=Kind.IMAGE),
    ):
        port.add(one, [message(one.chat_id, 1, one.last_text, time_ms=one.time_ms)])
    return Bakery(port, beatriz.chat_id, mercado.chat_id, rafael.chat_id)
