"""The frames between a worker and a slot's engine (contract: one JSON object per frame, tagged by ``type``).

Worker to engine: first :class:`Hello`, then commands with a number ``id``, and an :class:`Ack` for each
waiting event. Engine to worker: first :class:`Ready`, then events and one :class:`Reply` per command.
**Waiting events** carry ``seq`` and block the engine's library until their ack comes; a worker that does
not answer within 60 s ends the engine. ``attempt`` in replies and events is the number of the connect
they belong to, so that late ones can be told from new ones. Times are UTC milliseconds; numbers E.164
with ``+``; LIDs are the user part (digits) only; ``raw`` is the protobuf in base64.
The Go side is ``wadesk/engine/whatsmeow/frames.go``; ``tests/golden/engine_frames.json`` holds both to this.
"""

from typing import Literal

import msgspec

ENGINE_PROTOCOL = 1
ENGINE_FRAME_LIMIT = 8 * 1024 * 1024
Network = Literal["whatsapp", "offline"]


class Frame(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", omit_defaults=False):
    """The root of every frame on the engine's pipe. Never shown: frames carry numbers, texts and keys."""

    def __repr__(self) -> str:
        return type(self).__name__


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or some group. A person has ``number``, ``lid`` or both; a group has ``group`` (its id@g.us)."""

    number: str | None = None
    lid: str | None = None
    group: str | None = None

    def __repr__(self) -> str:
        return "Peer"


# -- worker to engine ---------------------------------------------------------------------------


class Hello(Frame, frozen=True, kw_only=True, tag="hello"):
    """The first frame. ``number`` is the bound number or None; ``key`` 32 bytes in base64; ``folder`` the slot's."""

    protocol: int
    network: Network
    number: str | None
    key: str
    folder: str
    device_name: str
    history: Literal["none", "recent", "full"] = "recent"
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    proxy: str | None = None


class Ack(Frame, frozen=True, kw_only=True, tag="ack"):
    """A waiting event is stored. For ``pre_pair`` alone ``accept`` may be false, with the reason."""

    seq: int
    accept: bool = True
    reason: str = ""


class Connect(Frame, frozen=True, kw_only=True, tag="connect"):
    """Connect once (links when the store holds no device). Reply when the socket stands, or an error."""

    id: int
    attempt: int


class Reconnect(Frame, frozen=True, kw_only=True, tag="reconnect"):
    """Disconnect, then connect: for a link that may be half dead."""

    id: int
    attempt: int


class Disconnect(Frame, frozen=True, kw_only=True, tag="disconnect"):
    """Drop the connection and give up a dial under way."""

    id: int


class Logout(Frame, frozen=True, kw_only=True, tag="logout"):
    """Unlink this device from the phone; needs a connection."""

    id: int


class Forget(Frame, frozen=True, kw_only=True, tag="forget"):
    """Delete the device row and begin with a fresh client, which pairs again."""

    id: int


class PairCode(Frame, frozen=True, kw_only=True, tag="pair_code"):
    """Ask for a pairing code for ``number``, after the first ``qr``. Reply: ``code``."""

    id: int
    number: str


class Build(Frame, frozen=True, kw_only=True, tag="build"):
    """Make the protobuf of a text message. Reply: ``raw``, to be stored and given to ``send`` as it is."""

    id: int
    kind: Literal["text"]
    text: str


class Send(Frame, frozen=True, kw_only=True, tag="send"):
    """Send what was built from ``sender`` (refused where that is not this engine's number) to ``to``.

    Reply: ``outcome``. ``message_id`` is the id WhatsApp sees; a resend carries the same one.
    """

    id: int
    sender: str
    to: Peer
    message_id: str
    raw: str


class MarkRead(Frame, frozen=True, kw_only=True, tag="mark_read"):
    """Read receipts for messages ``message_ids`` of ``chat``; ``author`` is the sender of them."""

    id: int
    chat: Peer
    author: Peer
    message_ids: list[str]
    time_ms: int


class Presence(Frame, frozen=True, kw_only=True, tag="presence"):
    """Be shown as available or not."""

    id: int
    available: bool


class Check(Frame, frozen=True, kw_only=True, tag="check"):
    """Which of ``numbers`` are on WhatsApp, and under which canonical number and LID. Reply: ``checked``."""

    id: int
    numbers: list[str]


class Status(Frame, frozen=True, kw_only=True, tag="status"):
    """A ping. Reply: ``connected``, ``logged_in``."""

    id: int


class FetchPicture(Frame, frozen=True, kw_only=True, tag="fetch_picture"):
    """The small profile picture of ``who``, unless it is still ``known`` (its id). Reply: ``picture``."""

    id: int
    who: Peer
    known: str | None = None


class FetchGroups(Frame, frozen=True, kw_only=True, tag="fetch_groups"):
    """Every group this number is in. Reply: ``groups``."""

    id: int


class FetchHistory(Frame, frozen=True, kw_only=True, tag="fetch_history"):
    """Load the history of a kept notice: ``history_chunk`` events follow, and then the reply.

    It can be asked again after an end at any point and gives the same messages with the same ids.
    """

    id: int
    message_id: str
    raw: str


class HistoryDone(Frame, frozen=True, kw_only=True, tag="history_done"):
    """History of notice ``message_id`` is stored: send its receipt."""

    id: int
    message_id: str


class Exit(Frame, frozen=True, kw_only=True, tag="exit"):
    """End in the clean order; exit status 0."""

    id: int


ToEngine = (
    Hello
    | Ack
    | Connect
    | Reconnect
    | Disconnect
    | Logout
    | Forget
    | PairCode
    | Build
    | Send
    | MarkRead
    | Presence
    | Check
    | Status
    | FetchPicture
    | FetchGroups
    | FetchHistory
    | HistoryDone
    | Exit
)

# -- engine to worker ---------------------------------------------------------------------------


class Ready(Frame, frozen=True, kw_only=True, tag="ready"):
    """The first frame. ``self_number``/``self_lid`` are the linked device's, or None; ``push_name`` its own name."""

    protocol: int
    network: Network
    version: str
    self_number: str | None = None
    self_lid: str | None = None
    push_name: str = ""


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a ``check``: ``query`` as asked, ``peer`` as the server names it, or None when not there."""

    query: str
    peer: Peer | None


class ProfilePicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture: its id and a small JPEG in base64; ``jpeg`` None: as known, ``picture`` None: there is none."""

    picture: str | None = None
    jpeg: str | None = None


class GroupName(msgspec.Struct, frozen=True, kw_only=True):
    """A group (its id@g.us) and what it is called."""

    group: str
    name: str

    def __repr__(self) -> str:
        return "GroupName"


class Reply(Frame, frozen=True, kw_only=True, tag="reply"):
    """The answer to command ``id``. ``ok`` false: ``error`` is a code without numbers or texts.

    ``send``: ``outcome`` ``sent`` (server acked, ``time_ms`` its time), ``not_sent`` (proven; ``retry``
    tells whether trying again may help, else it failed for good), ``unknown`` (anything else).
    """

    id: int
    ok: bool
    error: str = ""
    outcome: Literal["sent", "not_sent", "unknown"] | None = None
    retry: bool = False
    time_ms: int | None = None
    raw: str | None = None
    code: str | None = None
    checked: list[Checked] | None = None
    connected: bool | None = None
    logged_in: bool | None = None
    picture: ProfilePicture | None = None
    groups: list[GroupName] | None = None


class QrCode(Frame, frozen=True, kw_only=True, tag="qr"):
    """Show this code for ``life_ms``; it is code ``number`` of ``of``."""

    attempt: int
    code: str
    number: int
    of: int
    life_ms: int


class QrTimeout(Frame, frozen=True, kw_only=True, tag="qr_timeout"):
    """The last code ended; the engine has disconnected."""

    attempt: int


class ScannedWithoutMultidevice(Frame, frozen=True, kw_only=True, tag="scanned_without_multidevice"):
    """The phone that scanned is too old; the codes go on."""

    attempt: int


class PrePair(Frame, frozen=True, kw_only=True, tag="pre_pair"):
    """WAITING (20 s, silence refuses): may this phone be bound to this slot?"""

    seq: int
    number: str
    lid: str | None = None
    platform: str = ""
    business_name: str = ""


class Paired(Frame, frozen=True, kw_only=True, tag="paired"):
    """Pairing completed; ``login_restart`` follows."""

    attempt: int
    number: str
    lid: str | None = None
    platform: str = ""


class PairError(Frame, frozen=True, kw_only=True, tag="pair_error"):
    """Pairing failed after ``pre_pair``, or was refused there."""

    attempt: int
    error: str


class PasskeyRequest(Frame, frozen=True, kw_only=True, tag="passkey_request"):
    """The number asks for a passkey; ``public_key`` is the WebAuthn options as JSON text."""

    attempt: int
    public_key: str


class LoginRestart(Frame, frozen=True, kw_only=True, tag="login_restart"):
    """The socket of the pairing is gone: the worker may connect and log in. Sent once."""

    attempt: int


class Connected(Frame, frozen=True, kw_only=True, tag="connected"):
    """Logged in. May come late or twice: believe it only while the socket stands."""

    attempt: int


class Disconnected(Frame, frozen=True, kw_only=True, tag="disconnected"):
    """The socket is gone, for whatever cause."""

    attempt: int


class LoggedOut(Frame, frozen=True, kw_only=True, tag="logged_out"):
    """Keys are gone. ``cause``: ``device_removed`` (401), ``account_locked`` or ``main_device_gone`` (403)."""

    attempt: int
    cause: str
    code: int


class Banned(Frame, frozen=True, kw_only=True, tag="banned"):
    """406: WhatsApp banned the number; keys are gone."""

    attempt: int
    code: int


class Restricted(Frame, frozen=True, kw_only=True, tag="restricted"):
    """402: temporarily banned for ``seconds``."""

    attempt: int
    code: int
    seconds: int


class Replaced(Frame, frozen=True, kw_only=True, tag="replaced"):
    """The session was opened elsewhere."""

    attempt: int


class Outdated(Frame, frozen=True, kw_only=True, tag="outdated"):
    """405: this engine is too old for WhatsApp."""

    attempt: int


class ConnectFailure(Frame, frozen=True, kw_only=True, tag="connect_failure"):
    """Any other ``<failure>``, by its code."""

    attempt: int
    code: int
    reason: str = ""


class StreamError(Frame, frozen=True, kw_only=True, tag="stream_error"):
    """A stream error; ``disconnected`` may or may not follow."""

    attempt: int
    code: str


class KeepaliveTimeout(Frame, frozen=True, kw_only=True, tag="keepalive_timeout"):
    """``errors`` pings in a row stayed unanswered."""

    attempt: int
    errors: int


class KeepaliveRestored(Frame, frozen=True, kw_only=True, tag="keepalive_restored"):
    """A ping was answered again."""

    attempt: int


class OfflinePreview(Frame, frozen=True, kw_only=True, tag="offline_preview"):
    """How much waited at the server."""

    attempt: int
    messages: int
    receipts: int
    total: int


class OfflineDone(Frame, frozen=True, kw_only=True, tag="offline_done"):
    """The backlog is in."""

    attempt: int
    count: int


class MessageHeard(Frame, frozen=True, kw_only=True, tag="message"):
    """WAITING: one message. ``kind`` is one of ``domain.message.Kind``; ``detail`` names it more closely.

    ``target`` is the id an edit, revoke or reaction speaks of. ``server_id`` is chosen by its sender:
    the unique key is (slot, chat, from_me, author, server_id).
    """

    seq: int
    chat: Peer
    author: Peer
    from_me: bool
    server_id: str
    time_ms: int
    kind: str
    text: str = ""
    detail: str = ""
    target: str | None = None
    push_name: str = ""
    raw: str = ""
    resent: bool = False


class ReceiptHeard(Frame, frozen=True, kw_only=True, tag="receipt"):
    """WAITING: somebody got or read messages. ``by_me`` when the reader is our own account.

    ``kind``: ``delivered``, ``read``, ``played``, ``sender``, ``read_self``, ``played_self``, ``retry``,
    ``server_error`` or ``other``.
    """

    seq: int
    chat: Peer
    author: Peer
    by_me: bool
    message_ids: list[str]
    kind: str
    time_ms: int


class GroupHeard(Frame, frozen=True, kw_only=True, tag="group"):
    """WAITING: something about a group: its new name where that is what changed, else ``what`` alone."""

    seq: int
    group: str
    what: str
    name: str | None = None
    time_ms: int


class HistoryNotice(Frame, frozen=True, kw_only=True, tag="history_notice"):
    """WAITING: the phone offers history; the notice is kept as it is (``raw``)."""

    seq: int
    message_id: str
    sync_type: str
    chunk: int
    progress: int
    raw: str


class HistoryMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One message of a history chunk, as :class:`MessageHeard` has it; ``state`` is how far one's own was."""

    author: Peer
    from_me: bool
    server_id: str
    time_ms: int
    kind: str
    text: str = ""
    detail: str = ""
    target: str | None = None
    push_name: str = ""
    state: Literal["sent", "delivered", "read"] | None = None
    raw: str = ""

    def __repr__(self) -> str:
        return "HistoryMessage"


class HistoryChat(msgspec.Struct, frozen=True, kw_only=True):
    """A chat of a history chunk with its messages (newest last), what it is called, and how many are unread."""

    chat: Peer
    name: str = ""
    unread: int = 0
    messages: list[HistoryMessage] = []

    def __repr__(self) -> str:
        return "HistoryChat"


class HistoryChunk(Frame, frozen=True, kw_only=True, tag="history_chunk"):
    """WAITING: a piece of the history that was asked for: at most 200 messages and 4 MiB.

    ``percent``: how far the phone says it is. ``last``: nothing follows
    of this notice; the worker answers, then sends ``history_done``.
    """

    seq: int
    message_id: str
    chats: list[HistoryChat]
    percent: int
    last: bool


class PhoneHeard(Frame, frozen=True, kw_only=True, tag="phone_heard"):
    """Something came from the phone itself (device 0 of this account); told once a minute at most."""

    time_ms: int


class PictureChanged(Frame, frozen=True, kw_only=True, tag="picture_changed"):
    """Somebody's or some group's picture is another one, or (``removed``) gone."""

    who: Peer
    removed: bool = False


class Undecryptable(Frame, frozen=True, kw_only=True, tag="undecryptable"):
    """A fact, not waiting: a message could not be read and was asked for again; the same id replaces it."""

    chat: Peer
    author: Peer
    from_me: bool
    server_id: str
    time_ms: int


class PushName(Frame, frozen=True, kw_only=True, tag="push_name"):
    """What somebody calls himself."""

    who: Peer
    name: str


class OwnPushName(Frame, frozen=True, kw_only=True, tag="own_push_name"):
    """What this number calls itself."""

    name: str


class ContactName(Frame, frozen=True, kw_only=True, tag="contact"):
    """What the phone's address book calls somebody; also sent for all known contacts at each connect."""

    who: Peer
    name: str


class IdentityChange(Frame, frozen=True, kw_only=True, tag="identity_change"):
    """Somebody's security code changed."""

    who: Peer
    time_ms: int


class Fatal(Frame, frozen=True, kw_only=True, tag="fatal"):
    """The engine ends now. ``code``: ``protocol``, ``network``, ``wrong_number``, ``many_devices``,
    ``locked``, ``wrong_key``, ``damaged``, ``unanswered``, ``store``, ``internal`` …
    """

    code: str
    detail: str = ""


FromEngine = (
    Ready
    | Reply
    | QrCode
    | QrTimeout
    | ScannedWithoutMultidevice
    | PrePair
    | Paired
    | PairError
    | PasskeyRequest
    | LoginRestart
    | Connected
    | Disconnected
    | LoggedOut
    | Banned
    | Restricted
    | Replaced
    | Outdated
    | ConnectFailure
    | StreamError
    | KeepaliveTimeout
    | KeepaliveRestored
    | OfflinePreview
    | OfflineDone
    | MessageHeard
    | ReceiptHeard
    | GroupHeard
    | HistoryNotice
    | HistoryChunk
    | PhoneHeard
    | PictureChanged
    | Undecryptable
    | PushName
    | OwnPushName
    | ContactName
    | IdentityChange
    | Fatal
)
