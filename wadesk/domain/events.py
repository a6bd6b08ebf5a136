"""Facts a worker reports and screens show. A new kind of fact is a new type here, matched with ``match``."""

import msgspec

from wadesk.domain.desk import Account, Slot
from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId
from wadesk.domain.linkstate import PairingCode, Qr, SlotStatus
from wadesk.domain.message import Chat, Message


class StatusChanged(msgspec.Struct, frozen=True, kw_only=True, tag="status"):
    """A slot's link state is now ``status``."""

    status: SlotStatus


class QrShown(msgspec.Struct, frozen=True, kw_only=True, tag="qr"):
    """A slot shows a new QR code; it replaces the one before."""

    qr: Qr


class QrGone(msgspec.Struct, frozen=True, kw_only=True, tag="qr_gone"):
    """A slot shows no QR code any more."""

    slot_id: SlotId


class PairingCodeShown(msgspec.Struct, frozen=True, kw_only=True, tag="pairing_code"):
    """A slot shows a new pairing code; it replaces the one before."""

    code: PairingCode


class PairingCodeGone(msgspec.Struct, frozen=True, kw_only=True, tag="pairing_code_gone"):
    """A slot's pairing code is over: used, expired or given up."""

    slot_id: SlotId


class HistoryProgress(msgspec.Struct, frozen=True, kw_only=True, tag="history"):
    """Recent history of a slot is being imported: ``percent`` of what the phone offered, ``messages`` kept so far."""

    slot_id: SlotId
    percent: int
    messages: int
    done: bool = False


class MessageStored(msgspec.Struct, frozen=True, kw_only=True, tag="message"):
    """A message was recorded (either way); ``chat`` is its chat's row after it."""

    message: Message
    chat: Chat


class MessageChanged(msgspec.Struct, frozen=True, kw_only=True, tag="message_changed"):
    """A recorded message has another state, or its placeholder was replaced; ``chat`` as above."""

    message: Message
    chat: Chat


class MessageRemoved(msgspec.Struct, frozen=True, kw_only=True, tag="message_removed"):
    """A message that never left was discarded; ``chat`` is its chat's row after it."""

    slot_id: SlotId
    chat_id: ChatId
    message_id: MessageId
    chat: Chat


class ChatChanged(msgspec.Struct, frozen=True, kw_only=True, tag="chat"):
    """A chat's row changed without a message: name, unread count."""

    chat: Chat


class Resync(msgspec.Struct, frozen=True, kw_only=True, tag="resync"):
    """More happened than was kept for this listener: read the account's lists again."""

    account_id: AccountId


class AccountChanged(msgspec.Struct, frozen=True, kw_only=True, tag="account"):
    """An account was added or renamed (by the desk)."""

    account: Account


class SlotChanged(msgspec.Struct, frozen=True, kw_only=True, tag="slot"):
    """A slot was added, renamed, or bound to a number (by the desk)."""

    slot: Slot


class SlotRemoved(msgspec.Struct, frozen=True, kw_only=True, tag="slot_removed"):
    """A slot was removed; everything under its id is erased."""

    slot_id: SlotId


WorkerEvent = (
    StatusChanged
    | QrShown
    | QrGone
    | PairingCodeShown
    | PairingCodeGone
    | HistoryProgress
    | MessageStored
    | MessageChanged
    | MessageRemoved
    | ChatChanged
    | Resync
)
DeskEvent = AccountChanged | SlotChanged | SlotRemoved
Event = WorkerEvent | DeskEvent
