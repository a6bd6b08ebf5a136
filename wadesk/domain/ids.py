"""The one module that builds and parses ids.

``<account id>`` is 12 random characters of lower-case base32, a slot id is ``<account id>-slot<n>``
with n from 1 to 10, a chat id is ``<slot id>.<16 random characters>``: the slot is part of every
chat's name, so that no table has to be asked which slot a chat belongs to.
"""

import os
import re
from typing import NewType

from wadesk.domain.errors import InvalidRequest

AccountId = NewType("AccountId", str)
SlotId = NewType("SlotId", str)
ChatId = NewType("ChatId", str)
MessageId = NewType("MessageId", str)
ServerId = NewType("ServerId", str)

SLOTS_PER_ACCOUNT = 10
_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_ACCOUNT = re.compile(r"[a-z2-7]{12}")
_SLOT = re.compile(r"([a-z2-7]{12})-slot(10|[1-9])")
_CHAT = re.compile(r"([a-z2-7]{12}-slot(?:10|[1-9]))\.([a-z2-7]{16})")


def _random(length: int) -> str:
    # 32 letters: every random byte gives one of them with the same chance.
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in os.urandom(length))


def new_account_id() -> AccountId:
    """A fresh account id; 60 random bits, never derived from a name or a number."""
    return AccountId(_random(12))


def new_chat_id(slot_id: SlotId) -> ChatId:
    """A fresh chat id inside ``slot_id``."""
    return ChatId(f"{parse_slot_id(slot_id)}.{_random(16)}")


def new_server_id() -> ServerId:
    """The id WhatsApp will see for a message of ours: ``3EB0`` and 18 hexadecimal digits (engine.md)."""
    return ServerId("3EB0" + os.urandom(9).hex().upper())


def slot_id(account_id: AccountId, index: int) -> SlotId:
    """The canonical id of slot ``index`` (1 to 10) of an account; InvalidRequest outside that."""
    if not 1 <= index <= SLOTS_PER_ACCOUNT:
        raise InvalidRequest("bad_slot", f"A slot is numbered 1 to {SLOTS_PER_ACCOUNT}.")
    return SlotId(f"{parse_account_id(account_id)}-slot{index}")


def parse_account_id(text: object) -> AccountId:
    """``text`` as an account id; InvalidRequest when it is missing, empty or of another form."""
    if isinstance(text, str) and _ACCOUNT.fullmatch(text):
        return AccountId(text)
    raise InvalidRequest("bad_account", "This is not an account's id.")


def parse_slot_id(text: object) -> SlotId:
    """``text`` as a slot id; InvalidRequest when it is missing, empty or of another form."""
    if isinstance(text, str) and _SLOT.fullmatch(text):
        return SlotId(text)
    raise InvalidRequest("bad_slot", "This is not a slot's id.")


def parse_chat_id(text: object) -> ChatId:
    """``text`` as a chat id; InvalidRequest when it is missing, empty or of another form."""
    if isinstance(text, str) and _CHAT.fullmatch(text):
        return ChatId(text)
    raise InvalidRequest("bad_chat", "This is not a chat's id.")


def account_of(slot: SlotId) -> AccountId:
    """The account that a slot id names."""
    return AccountId(parse_slot_id(slot).rpartition("-slot")[0])


def index_of(slot: SlotId) -> int:
    """The number, 1 to 10, that a slot id names."""
    return int(parse_slot_id(slot).rpartition("-slot")[2])


def slot_of(chat: ChatId) -> SlotId:
    """The slot that a chat id names: the only way from a chat to its slot."""
    return SlotId(parse_chat_id(chat).partition(".")[0])
