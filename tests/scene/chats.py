"""The customers of the scene: their chats as rows of a list show them, and what was typed but not sent."""

from dataclasses import dataclass, field
from typing import Any

from tests.scene.desk import slots
from tests.scene.times import at
from wadesk.domain.ids import AccountId, ChatId
from wadesk.domain.message import Chat, Direction, Kind, MessageState

IN, OUT = Direction.IN, Direction.OUT
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Customer:
    """One chat: on number ``slot`` with ``name`` (empty: not saved), newest words, and what else its row shows."""

    slot: str
    letter: str
    name: str
    digits: str
    clock: str
    text: str
    unread: int = 0
    more: dict[str, Any] = field(default_factory=dict)


def _failed() -> dict[str, Any]:
    return {"last_direction": OUT, "last_state": MessageState.FAILED, "last_error": "query_failed"}


CUSTOMERS = (
    Customer(
        "PS1",
        "b",
        "Beatriz Amaral",
        "0094",
        "14:33",
        "Confirmado! Retirada no balcão. 🧡",
        more={"last_direction": OUT, "last_state": MessageState.DELIVERED, "picture": "beatriz"},
    ),
    Customer("PS2", "m", "Mercado Boa Praça", "0092", "14:27", "Consegue 40 pães até as 6h de amanhã?", 3),
    Customer(
        "PS3",
        "c",
        "Caio Duarte",
        "0093",
        "14:11",
        "",
        2,
        {"last_kind": Kind.VOICE, "last_detail": "0:34", "picture": "caio"},
    ),
    Customer(
        "PS3",
        "e",
        "Estela Prado",
        "0095",
        "13:58",
        "Pedido nº 318 saiu para entrega",
        more={"last_direction": OUT, "last_state": MessageState.READ, "picture": "estela"},
    ),
    Customer("PS1", "l", "Lourdes Teixeira", "0096", "13:40", "Amanhã passo aí às 9h, tá bom?", 1),
    Customer(
        "PS2",
        "r",
        "Rafael Nunes",
        "0098",
        "12:15",
        "segue o orçamento das cestas",
        more=_failed() | {"picture": "rafael"},
    ),
    Customer("PS1", "i", "Ivone Castro", "0099", "11:52", "Tem bolo de fubá hoje?"),
    Customer(
        "PS2",
        "g",
        "Grupo Fornecedores",
        "",
        "10:30",
        "Téo: farinha chega na quinta",
        8,
        {"group": True, "number": None},
    ),
    Customer("PS3", "u", "", "0097", "09:47", "", more={"last_kind": Kind.IMAGE}),
    Customer("CV1", "h", "Heitor Campos", "0121", "14:05", "Posso remarcar para sexta?", 4),
    Customer("CV1", "s", "Sônia Bastos", "0122", "13:12", "Obrigada, doutora", 1),
    Customer("CV2", "d", "Dalva Rios", "0123", "09:02", "Bom dia, vocês abrem no feriado?"),
    Customer("TP1", "o", "Olavo Brito", "0131", "13:55", "O carro já está pronto?", 2),
    Customer(
        "TP2",
        "j",
        "João Furtado",
        "0132",
        "12:40",
        "A pastilha chega amanhã cedo",
        more={"last_direction": OUT, "last_state": MessageState.QUEUED, "queued": 2},
    ),
    Customer("FF1", "p", "Paula Menezes", "0141", "11:20", "O Thor adorou o banho"),
    Customer("EP1", "v", "Vera Recaldes", "0151", "14:20", "A reunião é às 19h mesmo?", 6),
    Customer("EP1", "t", "Turma do 3º ano", "", "14:02", "Lia: quem leva o bolo?", 25, {"group": True, "number": None}),
    Customer("EP2", "q", "Rita Moura", "0152", "10:10", "Segue o comprovante"),
    Customer("SF1", "z", "Zilda Prates", "0171", "09:30", "Quero renovar o seguro do carro", 3),
    Customer("SF2", "f", "Davi Lopes", "0172", "09:05", "Bati o carro, o que eu faço?"),
    Customer("AC1", "n", "Nina Farias", "0181", "12:20", "Qual o horário do spinning?"),
)

_DRAFTS = {"Ivone Castro": "Oi, Ivone! O bolo de fubá sai às 16h."}

LEFT_FROM_COUNTER = 214
"""So many messages to Beatriz have left, all from the counter's number."""


def chat_of(name: str) -> ChatId:
    """The id of the chat with ``name`` (empty: the one who is not saved)."""
    return _id_of(next(one for one in CUSTOMERS if one.name == name))


def drafts() -> dict[ChatId, str]:
    """What was typed and not sent."""
    return {chat_of(name): text for name, text in _DRAFTS.items()}


def chats(account_id: AccountId | None = None) -> list[Chat]:
    """Every chat, or those of one account, newest first."""
    made = [_row(one) for one in CUSTOMERS if account_id in {None, slots()[one.slot].account_id}]
    return sorted(made, key=lambda chat: -chat.time_ms)


def _id_of(customer: Customer) -> ChatId:
    return ChatId(f"{slots()[customer.slot].slot_id}.{customer.letter * 16}")


def _row(customer: Customer) -> Chat:
    slot = slots()[customer.slot]
    values: dict[str, Any] = {
        "slot_id": slot.slot_id,
        "chat_id": _id_of(customer),
        "held_from": slot.number,
        "number": f"+551199999{customer.digits}",
        "name": customer.name,
        "unread": customer.unread,
        "time_ms": at(customer.clock),
        "last_text": customer.text,
        "last_kind": Kind.TEXT,
        "last_direction": IN,
        "last_state": MessageState.DELIVERED,
    }
    return Chat(**(values | customer.more))
