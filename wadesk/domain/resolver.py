"""The one rule that turns a chat into the slot that speaks for it.

There is no default slot, no first slot, no "prefer connected": a chat's id names its slot, and a
missing, empty or foreign id is an error (product.md, rule 1). Every send, reply and read mark comes
through here; ``tests/house`` refuses any other place that picks a slot.
"""

from wadesk.domain.errors import InvalidRequest, SessionRequired
from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, parse_chat_id, parse_slot_id, slot_of


def resolve_chat(chat_id: object) -> tuple[ChatId, SlotId]:
    """The chat and the slot its id names; InvalidRequest when the id is missing or of another form."""
    chat = parse_chat_id(chat_id)
    return chat, slot_of(chat)


def resolve_chat_in(slot: object, chat_id: object) -> tuple[ChatId, SlotId]:
    """Like :func:`resolve_chat` where the asker also names the slot: both must agree.

    Raises SessionRequired without a slot id, InvalidRequest when the chat belongs to another slot.
    """
    if slot is None or slot == "":
        raise SessionRequired("session_required", "Say which number it must leave from: session_id is missing.")
    named = parse_slot_id(slot)
    chat, owner = resolve_chat(chat_id)
    if owner != named:
        raise InvalidRequest("foreign_chat", "This chat belongs to another number. Nothing was sent.")
    return chat, owner


def require_account(slot: object, account_id: AccountId) -> SlotId:
    """``slot`` when it lies in ``account_id``; InvalidRequest otherwise. A worker asks this of every request."""
    named = parse_slot_id(slot)
    if account_of(named) != account_id:
        raise InvalidRequest("foreign_slot", "This number belongs to another account.")
    return named
