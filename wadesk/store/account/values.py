"""What the account's store hands back beyond the domain's messages and chats."""

import msgspec

from wadesk.domain.ids import ChatId, MessageId, ServerId, SlotId
from wadesk.domain.message import Chat, Message
from wadesk.wire.engine_frames import Peer


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A message after a change, with its chat's row after it."""

    message: Message
    chat: Chat


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What came of recording a message.

    ``new``: a row was added; ``replaced``: a placeholder's row now holds the message; neither: a repeat.
    ``also``: further messages added or changed by it (a line about a recycled number).
    ``resync``: chats were merged, and lists held elsewhere must be read again.
    """

    message: Message
    chat: Chat
    new: bool
    replaced: bool
    also: list[Changed] = []
    resync: bool = False


class Queued(msgspec.Struct, frozen=True, kw_only=True):
    """A queued message; ``created`` is false when an idempotency key named one queued before."""

    message: Message
    chat: Chat
    created: bool


class OutboxItem(msgspec.Struct, frozen=True, kw_only=True):
    """The message to send next, from number ``sender`` and no other, to ``peer``.

    ``raw`` is the protobuf in base64 where it was built before; ``resend``: an earlier attempt may have
    reached the server. ``typed``: the number was typed and the server has not been asked about it yet;
    ``attempts`` counts those before this one.
    """

    slot_id: SlotId
    chat_id: ChatId
    message_id: MessageId
    server_id: ServerId
    sender: str
    peer: Peer
    text: str
    raw: str | None
    resend: bool
    typed: bool
    attempts: int

    def __repr__(self) -> str:
        return f"OutboxItem({self.slot_id}, {self.message_id}, attempts={self.attempts})"


class ReadReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """Read receipts that are due: to ``chat``, for messages of one ``author``; ``arrivals`` are their rows."""

    chat: Peer
    author: Peer
    server_ids: list[ServerId]
    arrivals: list[int]

    def __repr__(self) -> str:
        return f"ReadReceipt({len(self.server_ids)} messages)"


class PictureDue(msgspec.Struct, frozen=True, kw_only=True):
    """The chat whose picture is to be asked for: of ``who``, unless it is still ``known``."""

    chat_id: ChatId
    who: Peer
    known: str | None

    def __repr__(self) -> str:
        return f"PictureDue({self.chat_id})"


class KeptNotice(msgspec.Struct, frozen=True, kw_only=True):
    """An offer of history: ``raw`` as it came (base64); ``fetched``: all of it is stored, and not acknowledged yet."""

    message_id: str
    progress: int
    raw: str
    fetched: bool

    def __repr__(self) -> str:
        return "KeptNotice"


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What a piece of history brought: chats' rows after it, ``total`` messages of the import so far.

    ``resync``: chats were merged, and lists held elsewhere must be read again. ``known`` false: it belongs to no
    notice that is kept, and was passed over.
    """

    chats: list[Chat]
    total: int
    resync: bool = False
    known: bool = True


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Messages, newest first; ``more`` when the page was cut short in the direction asked for."""

    messages: list[Message]
    more: bool
