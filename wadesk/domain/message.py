"""Messages and chats as every part above the database sees them."""

from enum import StrEnum

import msgspec

from wadesk.domain.ids import ChatId, MessageId, ServerId, SlotId


class Direction(StrEnum):
    """Which way a message went, from the slot's point of view."""

    IN = "in"
    OUT = "out"


class Kind(StrEnum):
    """What a message is. A kind this version cannot show in full is named, never blank."""

    TEXT = "text"
    IMAGE = "image"
    VIDEO = "video"
    GIF = "gif"
    AUDIO = "audio"
    VOICE = "voice"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"
    LIVE_LOCATION = "live-location"
    CONTACT = "contact"
    POLL = "poll"
    REACTION = "reaction"
    EDIT = "edit"
    REVOKE = "revoke"
    VIEW_ONCE = "view-once"
    CALL = "call"
    SYSTEM = "system"
    UNDECRYPTABLE = "undecryptable"
    UNKNOWN = "unknown"


class MessageState(StrEnum):
    """How far a message is. Incoming ones are ``delivered`` or ``read`` only."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


_RANK = {
    MessageState.QUEUED: 0,
    MessageState.SENDING: 1,
    MessageState.UNCERTAIN: 2,
    MessageState.FAILED: 2,
    MessageState.SENT: 3,
    MessageState.DELIVERED: 4,
    MessageState.READ: 5,
}


def advances(old: MessageState, new: MessageState) -> bool:
    """Whether a receipt may move ``old`` to ``new``: a state proven by others never goes down (engine.md)."""
    return _RANK[new] > _RANK[old]


class SendReason(StrEnum):
    """Why a message leaves: everything that sends goes through one outbox and says so."""

    PERSON = "person"
    API = "api"
    SCHEDULE = "schedule"
    AUTOMATIC = "automatic"


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One stored message. ``time_ms`` is the server's (UTC ms), ``arrival`` the row's order in this store.

    ``text`` is the body or caption, ``detail`` what names another kind more closely ("0:12", a file
    name, a place); ``sender_*`` are set in groups; ``sent_from`` is the number it left from.
    """

    slot_id: SlotId
    chat_id: ChatId
    message_id: MessageId
    direction: Direction
    kind: Kind
    state: MessageState
    time_ms: int
    arrival: int
    server_id: ServerId | None = None
    text: str = ""
    detail: str = ""
    sender_number: str | None = None
    sender_name: str = ""
    sent_from: str | None = None
    reason: SendReason | None = None
    error: str | None = None

    def __repr__(self) -> str:
        return f"Message({self.slot_id}, {self.message_id}, {self.direction}, {self.kind}, {self.state})"


class Chat(msgspec.Struct, frozen=True, kw_only=True):
    """One chat of one slot with what its row in a list shows. ``held_from`` is the number it was held from.

    ``can_send`` is false for a former number's chat; ``last_*`` describe the newest message
    (``last_sender``, a name or a number, in groups alone); ``queued`` counts
    what waits to leave; ``picture`` is the id of the picture that is kept (another id: another picture).
    """

    slot_id: SlotId
    chat_id: ChatId
    held_from: str | None
    can_send: bool = True
    number: str | None = None
    group: bool = False
    name: str = ""
    unread: int = 0
    time_ms: int = 0
    last_text: str = ""
    last_kind: Kind | None = None
    last_detail: str = ""
    last_direction: Direction | None = None
    last_state: MessageState | None = None
    last_error: str | None = None
    last_sender: str = ""
    queued: int = 0
    picture: str | None = None

    def __repr__(self) -> str:
        return f"Chat({self.chat_id}, {self.unread} unread)"
