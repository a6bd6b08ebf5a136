"""What the supervisor asks a worker to do, and what the worker answers."""

from enum import StrEnum

import msgspec

from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.linkstate import PairingCode, SlotStatus
from wadesk.domain.message import Chat, Message, SendReason


class HistoryAmount(StrEnum):
    """How much of a number's history is imported when it is linked."""

    NONE = "none"
    RECENT = "recent"
    FULL = "full"


class StartSlot(msgspec.Struct, frozen=True, kw_only=True, tag="start_slot"):
    """Bring one slot to work: its engine starts and, where the slot is linked, connects.

    ``key`` is the slot's own 32-byte key in base64; ``number`` the one bound to it; ``last`` the link
    state that was last reported (states that stay are kept, see ``linkstate.STAYS``). ``link`` asks
    for a QR code where nothing is linked; ``resume`` leaves a state that stays but shows no QR code.
    Twice is once. Answer: :class:`Done`.
    """

    slot_id: SlotId
    key: str
    device_name: str
    number: str | None = None
    last: SlotStatus | None = None
    link: bool = False
    resume: bool = False
    history: HistoryAmount = HistoryAmount.RECENT

    def __repr__(self) -> str:
        return f"StartSlot({self.slot_id}, link={self.link})"


class CancelLink(msgspec.Struct, frozen=True, kw_only=True, tag="cancel_link"):
    """End the QR codes of a slot that is linking; nothing else. Answer: :class:`Done`."""

    slot_id: SlotId


class StopSlot(msgspec.Struct, frozen=True, kw_only=True, tag="stop_slot"):
    """End a slot's engine; its link stays. Answer: :class:`Done`."""

    slot_id: SlotId


class PauseSlot(msgspec.Struct, frozen=True, kw_only=True, tag="pause_slot"):
    """End a slot's engine until a person resumes it; ``by`` is who asked, for the sentence. Answer: :class:`Done`."""

    slot_id: SlotId
    by: str


class ReconnectSlot(msgspec.Struct, frozen=True, kw_only=True, tag="reconnect_slot"):
    """Try now, without waiting for the next try; a link that stands is made anew. Answer: :class:`Done`."""

    slot_id: SlotId


class LogoutSlot(msgspec.Struct, frozen=True, kw_only=True, tag="logout_slot"):
    """Unlink from the phone; needs a connection (Unavailable ``not_connected``). Answer: :class:`Done`.

    History and the bound number stay; the state is logged-out with code ``by_person``.
    """

    slot_id: SlotId


class ClearSlot(msgspec.Struct, frozen=True, kw_only=True, tag="clear_slot"):
    """Forget the link's keys without asking the phone; history and the bound number stay. Answer: :class:`Done`."""

    slot_id: SlotId


class AskPairingCode(msgspec.Struct, frozen=True, kw_only=True, tag="ask_pairing_code"):
    """Get a code to type into the phone of ``number`` (E.164); the slot must be linking. Answer: the code."""

    slot_id: SlotId
    number: str

    def __repr__(self) -> str:
        return f"AskPairingCode({self.slot_id})"


class Wake(msgspec.Struct, frozen=True, kw_only=True, tag="wake"):
    """The computer slept or its clock jumped: QR codes are stale, and every link is tried. Answer: :class:`Done`."""


class CheckNumber(msgspec.Struct, frozen=True, kw_only=True, tag="check_number"):
    """Ask the server, through ``slot_id``, whether ``number`` is on WhatsApp. Answer: :class:`NumberChecked`."""

    slot_id: SlotId
    number: str

    def __repr__(self) -> str:
        return f"CheckNumber({self.slot_id})"


class OpenChat(msgspec.Struct, frozen=True, kw_only=True, tag="open_chat"):
    """The chat of ``slot_id`` with a number, or with the contact of another chat of this account (``like``).

    Exactly one of both. It is made where there is none, sends nothing, and is listed once it has a message.
    Answer: :class:`ChatOpened`.
    """

    slot_id: SlotId
    number: str | None = None
    like: ChatId | None = None

    def __repr__(self) -> str:
        return f"OpenChat({self.slot_id})"


class DiscardMessage(msgspec.Struct, frozen=True, kw_only=True, tag="discard"):
    """Delete a message that never left: queued (not under way) or failed; Conflict otherwise. Answer: Done."""

    slot_id: SlotId
    chat_id: ChatId
    message_id: MessageId


class GetPicture(msgspec.Struct, frozen=True, kw_only=True, tag="get_picture"):
    """The picture that is kept of a chat's contact or group. Answer: :class:`Picture`."""

    slot_id: SlotId
    chat_id: ChatId


class CountSent(msgspec.Struct, frozen=True, kw_only=True, tag="count_sent"):
    """How many messages of a chat left, and from which numbers. Answer: :class:`SentFrom`."""

    slot_id: SlotId
    chat_id: ChatId


class RemoveSlot(msgspec.Struct, frozen=True, kw_only=True, tag="remove_slot"):
    """End a slot's engine (logging out when it is online), erase its rows and its folder. Answer: Done."""

    slot_id: SlotId


class QueueText(msgspec.Struct, frozen=True, kw_only=True, tag="queue_text"):
    """Queue one text in the slot that the chat names. Answer: :class:`Queued`.

    Exactly one of ``chat_id`` and ``number`` (E.164; begins or continues that slot's chat with it).
    ``idempotency_key`` makes a repeat by the same ``asker`` within 24 h the same message.
    """

    slot_id: SlotId
    text: str
    reason: SendReason
    asker: str
    chat_id: ChatId | None = None
    number: str | None = None
    idempotency_key: str | None = None

    def __repr__(self) -> str:
        return f"QueueText({self.slot_id}, {self.chat_id})"


class SettleMessage(msgspec.Struct, frozen=True, kw_only=True, tag="settle"):
    """A person decides about a message that is failed or uncertain: send it again, or call it arrived."""

    slot_id: SlotId
    chat_id: ChatId
    message_id: MessageId
    resend: bool


class MarkRead(msgspec.Struct, frozen=True, kw_only=True, tag="mark_read"):
    """A person looked at a chat up to ``message_id``: unread is cleared, read receipts leave. Answer: Done."""

    slot_id: SlotId
    chat_id: ChatId
    message_id: MessageId


class ListChats(msgspec.Struct, frozen=True, kw_only=True, tag="list_chats"):
    """Chats, newest first, of one slot or (``slot_id`` None) of the account's inbox. Answer: :class:`Chats`."""

    slot_id: SlotId | None
    limit: int = 500


class ListMessages(msgspec.Struct, frozen=True, kw_only=True, tag="list_messages"):
    """A page of a chat (or, ``chat_id`` None, of a slot), newest first. Answer: :class:`Messages`.

    ``before``/``after`` are message ids; order is (server time, arrival). ``limit`` 1 to 200; a page
    also ends at 4 MiB of text.
    """

    slot_id: SlotId
    chat_id: ChatId | None = None
    before: MessageId | None = None
    after: MessageId | None = None
    limit: int = 50


class ListStatuses(msgspec.Struct, frozen=True, kw_only=True, tag="list_statuses"):
    """The link states of all slots this worker has. Answer: :class:`Statuses`."""


Request = (
    StartSlot
    | CancelLink
    | StopSlot
    | PauseSlot
    | ReconnectSlot
    | LogoutSlot
    | ClearSlot
    | AskPairingCode
    | Wake
    | CheckNumber
    | OpenChat
    | DiscardMessage
    | GetPicture
    | CountSent
    | RemoveSlot
    | QueueText
    | SettleMessage
    | MarkRead
    | ListChats
    | ListMessages
    | ListStatuses
)


class Done(msgspec.Struct, frozen=True, kw_only=True, tag="done"):
    """It is done, or was done already."""


class Queued(msgspec.Struct, frozen=True, kw_only=True, tag="queued"):
    """The message that was queued (or, for a repeated idempotency key, the one queued before)."""

    message: Message


class Chats(msgspec.Struct, frozen=True, kw_only=True, tag="chats"):
    """Rows of a chat list."""

    chats: list[Chat]


class Messages(msgspec.Struct, frozen=True, kw_only=True, tag="messages"):
    """A page of messages, newest first; ``more`` when older (or newer) ones exist.

    ``chats`` are the rows of the chats that these messages are in, each once.
    """

    messages: list[Message]
    more: bool
    chats: list[Chat] = []


class Statuses(msgspec.Struct, frozen=True, kw_only=True, tag="statuses"):
    """Link states by slot."""

    statuses: list[SlotStatus]


class PairingCodeMade(msgspec.Struct, frozen=True, kw_only=True, tag="pairing_code_made"):
    """The code, and its end."""

    code: PairingCode


class NumberChecked(msgspec.Struct, frozen=True, kw_only=True, tag="number_checked"):
    """``number`` as the server names it (its ninth digit may differ from what was asked), or None: not there."""

    number: str | None

    def __repr__(self) -> str:
        return "NumberChecked"


class ChatOpened(msgspec.Struct, frozen=True, kw_only=True, tag="chat_opened"):
    """The chat's row; listed or not yet."""

    chat: Chat


class Picture(msgspec.Struct, frozen=True, kw_only=True, tag="picture"):
    """A small JPEG in base64 under its id; both None where there is none."""

    picture: str | None = None
    jpeg: str | None = None


class SentFrom(msgspec.Struct, frozen=True, kw_only=True, tag="sent_from"):
    """``total`` messages of the chat left; ``numbers`` says how many from each number (E.164)."""

    total: int
    numbers: dict[str, int]

    def __repr__(self) -> str:
        return f"SentFrom({self.total})"


Answer = Done | Queued | Chats | Messages | Statuses | PairingCodeMade | NumberChecked | ChatOpened | Picture | SentFrom


class ClaimNumber(msgspec.Struct, frozen=True, kw_only=True, tag="claim_number"):
    """The worker asks the parent, before pairing completes: may ``slot_id`` be bound to ``number``?"""

    slot_id: SlotId
    number: str
    lid: str | None = None


class NumberPaired(msgspec.Struct, frozen=True, kw_only=True, tag="number_paired"):
    """Pairing completed (``paired``) or failed: the parent binds or releases the claim."""

    slot_id: SlotId
    number: str
    paired: bool


Ask = ClaimNumber | NumberPaired


class Verdict(msgspec.Struct, frozen=True, kw_only=True, tag="verdict"):
    """The parent's answer to an ask: yes, or no with a code and the facts its sentence names."""

    accepted: bool
    code: str | None = None
    facts: dict[str, str] = {}
