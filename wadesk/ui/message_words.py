"""What a message is called: its kind where it is no text, what stands under its bubble, how it is spoken."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, Kind, Message, MessageState
from wadesk.ui.states import WAITS_FOR_A_PERSON, tick_word
from wadesk.ui.text import phone, time_of_day

translate = QCoreApplication.translate

# A preview is one line: what lies beyond can never be on the screen.
_LINE_LIMIT = 300


class Deed(StrEnum):
    """What a person may do about a message from the line under it, or to it."""

    RESEND = "resend"
    ARRIVED = "arrived"
    DISCARD = "discard"
    MORE = "more"


@dataclass(frozen=True)
class Note:
    """The line under a bubble: an icon, a sentence in a tone, and what can be done about it."""

    text: str
    tone: str
    icon: str = ""
    deeds: tuple[tuple[Deed, str], ...] = ()


_KINDS: dict[Kind, tuple[str, object]] = {
    Kind.IMAGE: ("image", QT_TRANSLATE_NOOP("Messages", "Photo")),
    Kind.VIDEO: ("video", QT_TRANSLATE_NOOP("Messages", "Video")),
    Kind.GIF: ("image", QT_TRANSLATE_NOOP("Messages", "GIF")),
    Kind.AUDIO: ("mic", QT_TRANSLATE_NOOP("Messages", "Audio")),
    Kind.VOICE: ("mic", QT_TRANSLATE_NOOP("Messages", "Voice message")),
    Kind.DOCUMENT: ("file-text", QT_TRANSLATE_NOOP("Messages", "Document")),
    Kind.STICKER: ("sticky-note", QT_TRANSLATE_NOOP("Messages", "Sticker")),
    Kind.LOCATION: ("map-pin", QT_TRANSLATE_NOOP("Messages", "Location")),
    Kind.LIVE_LOCATION: ("map-pin", QT_TRANSLATE_NOOP("Messages", "Live location")),
    Kind.CONTACT: ("contact", QT_TRANSLATE_NOOP("Messages", "Contact")),
    Kind.POLL: ("list-checks", QT_TRANSLATE_NOOP("Messages", "Poll")),
    Kind.REACTION: ("smile", QT_TRANSLATE_NOOP("Messages", "Reaction")),
    Kind.EDIT: ("pencil", QT_TRANSLATE_NOOP("Messages", "Edited message")),
    Kind.REVOKE: ("ban", QT_TRANSLATE_NOOP("Messages", "Message deleted")),
    Kind.VIEW_ONCE: ("eye", QT_TRANSLATE_NOOP("Messages", "View-once message. Open it on the phone.")),
    Kind.CALL: ("phone", QT_TRANSLATE_NOOP("Messages", "Call")),
    Kind.SYSTEM: ("info", QT_TRANSLATE_NOOP("Messages", "Notice")),
    Kind.UNDECRYPTABLE: (
        "hourglass",
        QT_TRANSLATE_NOOP("Messages", "Waiting for this message. You can read it on the phone."),
    ),
    Kind.UNKNOWN: (
        "circle-help",
        QT_TRANSLATE_NOOP("Messages", "A message of a kind that is not shown here yet. See the phone."),
    ),
}

_FAILURES = {
    "not_on_whatsapp": QT_TRANSLATE_NOOP("Messages", "this phone is not on WhatsApp"),
    "bad_recipient": QT_TRANSLATE_NOOP("Messages", "this phone is not on WhatsApp"),
    "refused": QT_TRANSLATE_NOOP("Messages", "WhatsApp refused it"),
    "not_a_member": QT_TRANSLATE_NOOP("Messages", "this number is not in the group any more"),
    "query_failed": QT_TRANSLATE_NOOP("Messages", "no answer from the server"),
    "waited_too_long": QT_TRANSLATE_NOOP("Messages", "it waited too long"),
    "number_changed": QT_TRANSLATE_NOOP("Messages", "another number is linked here now"),
    "engine_died": QT_TRANSLATE_NOOP("Messages", "it kept stopping this number"),
}


def kind_icon(kind: Kind | None) -> str:
    """The icon that stands before a message that is no text; empty for a text."""
    return "" if kind is None or kind is Kind.TEXT else _KINDS[kind][0]


def kind_name(kind: Kind, detail: str) -> str:
    """What a message that is no text is called, never blank: ``Voice message, 0:12``."""
    name = translate("Messages", str(_KINDS[kind][1]))
    detail = one_line(detail)
    return f"{name}, {detail}" if detail else name


def body_text(message: Message) -> str:
    """All the words inside the bubble: the text, or the kind's name and the caption below it."""
    if message.kind is Kind.TEXT:
        return message.text
    if message.kind is Kind.SYSTEM and message.text:
        return message.text
    name = kind_name(message.kind, message.detail)
    return f"{name}\n{message.text}" if message.text else name


def preview(kind: Kind | None, text: str, detail: str) -> str:
    """A chat's last message on one line of the list."""
    if kind is None:
        return ""
    if kind in {Kind.TEXT, Kind.SYSTEM} and text:
        return one_line(text)
    return one_line(f"{kind_name(kind, detail)}: {text}" if text else kind_name(kind, detail))


def one_line(text: str) -> str:
    """``text`` as one short line that cannot reorder or hide what stands beside it.

    Line breaks become spaces; marks that steer direction or take no room are left out, the joiner
    inside emoji stays.
    """
    kept = (char for char in text[:_LINE_LIMIT] if unicodedata.category(char) != "Cf" or char == "\u200d")
    return " ".join("".join(kept).split())


def sender_words(message: Message) -> str:
    """Who wrote in a group: the name, the number where it is not saved, or both as WhatsApp gives them."""
    number = phone(message.sender_number) if message.sender_number else ""
    name = one_line(message.sender_name)
    return f"{name}  {number}" if name and number else name or number


def note_under(message: Message, slot_label: str, state: LinkState | None) -> Note | None:
    """What stands under a bubble that is not simply on its way; None where the tick says it all.

    ``slot_label`` names the number the message waits in, ``state`` is that number's standing.
    """
    match message.state:
        case MessageState.QUEUED if state is not None and state not in {LinkState.ONLINE, LinkState.PHONE_OFFLINE}:
            return Note(_queued(slot_label, state), "text2", "clock-3", deeds=(_discard(),))
        case MessageState.FAILED:
            again = (Deed.RESEND, translate("Messages", "Try again"))
            return Note(_failed(message.error), "danger", deeds=(again, _discard()))
        case MessageState.UNCERTAIN:
            again = (Deed.RESEND, translate("Messages", "Send again"))
            arrived = (Deed.ARRIVED, translate("Messages", "It arrived"))
            return Note(f"{tick_word(message.state)}.", "warn", deeds=(again, arrived))
        case _:
            return None


def _discard() -> tuple[Deed, str]:
    return Deed.DISCARD, translate("Messages", "Delete")


def _queued(slot_label: str, state: LinkState) -> str:
    if state in WAITS_FOR_A_PERSON:
        return translate("Messages", "Queued in {slot}. Leaves once this number works again.").format(slot=slot_label)
    return translate("Messages", "Queued in {slot}. Leaves once reconnected.").format(slot=slot_label)


def _failed(error: str | None) -> str:
    if error in _FAILURES:
        reason = translate("Messages", str(_FAILURES[error]))
        return translate("Messages", "Not sent: {reason}.").format(reason=reason)
    if error:
        return translate("Messages", "Not sent ({code}).").format(code=one_line(error)[:40])
    return translate("Messages", "Not sent.")


def spoken_message(message: Message, who: str) -> str:
    """A message as a screen reader says it: who, when, what, and how far it is."""
    time, text = time_of_day(message.time_ms), body_text(message)[:2000]
    if message.direction is Direction.OUT:
        state = _spoken_state(message.state)
        return translate("Messages", "You, {time}: {text}. {state}").format(time=time, text=text, state=state)
    name = sender_words(message) or who
    return translate("Messages", "{name}, {time}: {text}").format(name=name, time=time, text=text)


def _spoken_state(state: MessageState) -> str:
    if state is MessageState.FAILED:
        return translate("Messages", "not sent, Enter to try again")
    return tick_word(state).lower()
