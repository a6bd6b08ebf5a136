"""What was said in the scene: Beatriz's order, a talk with every state a bubble can have, a line in the others."""

from typing import Any, NamedTuple

from tests.scene.chats import IN, OUT, chat_of, chats
from tests.scene.desk import slots
from tests.scene.times import at
from wadesk.domain.ids import ChatId, MessageId, ServerId, slot_of
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState

READ, DELIVERED = MessageState.READ, MessageState.DELIVERED


class Line(NamedTuple):
    """One message: its time, days ago, direction, words, and what else differs from a plain text."""

    clock: str
    days_ago: int
    direction: Direction
    text: str
    more: dict[str, Any]


_BEATRIZ = (
    ("16:10", 1, IN, "Oi! Vocês fazem bolo de aniversário?", {}),
    ("16:15", 1, OUT, "Oi, Beatriz! Fazemos sim. Para quantas pessoas?", {}),
    ("14:01", 0, IN, "O código de segurança de Beatriz mudou.", {"kind": Kind.SYSTEM}),
    ("14:02", 0, IN, "Quero parecido com este 😍", {"kind": Kind.IMAGE}),
    ("14:03", 0, IN, "Umas 20 pessoas", {}),
    ("14:09", 0, OUT, "", {"kind": Kind.DOCUMENT, "detail": "Cardápio de bolos.pdf"}),
    ("14:20", 0, IN, "", {"kind": Kind.VOICE, "detail": "0:34"}),
    ("14:28", 0, OUT, "Bolo de brigadeiro, 20 fatias, sábado às 15h. Fica R$ 189,00. Posso confirmar?", {}),
    ("14:32", 0, IN, "Perfeito, pode confirmar!", {}),
    ("14:33", 0, OUT, "Confirmado! Retirada no balcão. 🧡", {"state": DELIVERED}),
)

BEATRIZ = tuple(Line(*said) for said in _BEATRIZ)
"""The order of a cake as the main mock-up has it."""

_LOURDES = (
    ("08:02", 0, IN, "Bom dia! Ainda tem pão de queijo?", {}),
    ("08:03", 0, OUT, "Tem sim, saindo agora do forno.", {}),
    ("08:03", 0, OUT, "Separo quantos?", {}),
    ("08:06", 0, IN, "Duas dúzias. Pago na retirada.", {}),
    ("08:10", 0, OUT, "Fica R$ 54,00 as duas dúzias.", {"state": DELIVERED}),
    ("08:12", 0, IN, "", {"kind": Kind.REVOKE}),
    ("08:14", 0, IN, "", {"kind": Kind.VOICE, "detail": "0:34"}),
    ("08:15", 0, IN, "", {"kind": Kind.DOCUMENT, "detail": "Pedido da festa.docx"}),
    ("08:18", 0, OUT, "Recebi, obrigada.", {"state": MessageState.SENT}),
    ("08:19", 0, OUT, "Já anoto no caderno.", {"state": MessageState.UNCERTAIN}),
    ("08:20", 0, OUT, "Entregamos até as 10h.", {"state": MessageState.QUEUED}),
    ("08:21", 0, OUT, "A loja fica na Rua das Acácias, 45.", {"state": MessageState.FAILED, "error": "query_failed"}),
    ("13:40", 0, IN, "Amanhã passo aí às 9h, tá bom?", {}),
)

LOURDES = tuple(Line(*said) for said in _LOURDES)
"""A talk with every state that a bubble has in this version."""


def talks() -> dict[ChatId, list[Message]]:
    """The messages of every chat, oldest first."""
    found = {chat.chat_id: [_newest(chat)] for chat in chats()}
    found[chat_of("Beatriz Amaral")] = _said(chat_of("Beatriz Amaral"), BEATRIZ)
    found[chat_of("Lourdes Teixeira")] = _said(chat_of("Lourdes Teixeira"), LOURDES)
    return found


def _said(chat_id: ChatId, rows: tuple[Line, ...]) -> list[Message]:
    return [
        _message(chat_id, arrival, text, at(clock, days), direction, more)
        for arrival, (clock, days, direction, text, more) in enumerate(rows, 1)
    ]


def _newest(chat: Chat) -> Message:
    more: dict[str, Any] = {"kind": chat.last_kind, "detail": chat.last_detail, "state": chat.last_state}
    if chat.last_error:
        more["error"] = chat.last_error
    text = chat.last_text
    if chat.group:
        sender, _, text = text.partition(": ")
        more |= {"sender_name": sender, "sender_number": "+5511999990190"}
    return _message(chat.chat_id, 1, text, chat.time_ms, chat.last_direction or IN, more)


def _message(
    chat_id: ChatId, arrival: int, text: str, time_ms: int, direction: Direction, more: dict[str, Any]
) -> Message:
    ours = direction is OUT
    own = next(slot.number for slot in slots().values() if slot.slot_id == slot_of(chat_id))
    values: dict[str, Any] = {
        "slot_id": slot_of(chat_id),
        "chat_id": chat_id,
        "message_id": MessageId(f"m{arrival}{chat_id[-3:]}"),
        "server_id": ServerId(f"3EB0{arrival:018d}"),
        "direction": direction,
        "kind": Kind.TEXT,
        "state": READ if ours else DELIVERED,
        "time_ms": time_ms,
        "arrival": arrival,
        "text": text,
        "sent_from": own if ours else None,
    }
    return Message(**(values | more))
