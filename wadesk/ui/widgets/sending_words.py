"""What the sending-from bar and its strip say for each standing of the number that the open chat is held from."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.chat_words import first_name
from wadesk.ui.models.sender import Sender
from wadesk.ui.next_steps import next_step
from wadesk.ui.sentences import state_sentence
from wadesk.ui.states import look, state_word
from wadesk.ui.text import phone, spoken

translate = QCoreApplication.translate

_CONNECT = frozenset({LinkState.UNLINKED, LinkState.LINKING, LinkState.LOGGED_OUT, LinkState.REPLACED})


class Way(StrEnum):
    """What a button of the strip does: its number's own next step, or something about which number speaks."""

    NEXT_STEP = "next-step"
    SWITCH = "switch"
    RETURN = "return"


@dataclass(frozen=True)
class Offer:
    """A button of the strip: what it does, its word, its icon."""

    way: Way
    words: str
    icon: str = ""


_DRAWN = frozenset({"scan-line", "play"})
"""Icons that a button of the strip keeps: room is for its sentence."""


@dataclass(frozen=True)
class Strip:
    """The line between bar and input: tone (``info``, ``warn``, ``danger``, ``idle``), icon, sentence, buttons."""

    tone: str
    icon: str
    sentence: str
    offers: tuple[Offer, ...] = ()


def sends_now(sender: Sender) -> bool:
    """Whether what is sent leaves at once; else it waits in the number's outbox."""
    return sender.status.connected


def bar_lead(sender: Sender) -> str:
    """The words before the number."""
    return translate("Sending", "Sending from") if sends_now(sender) else translate("Sending", "Will leave from")


def state_words(status: SlotStatus, now_ms: int) -> str:
    """The number's standing at the right of the bar; a reconnecting one counts down to its next try."""
    if status.state is LinkState.RECONNECTING and status.attempt:
        seconds = -(-((status.next_try_ms or 0) - now_ms) // 1000)
        if seconds > 0:
            return translate("Sending", "Try {n}, in {s} s").format(n=status.attempt, s=seconds)
        return translate("Sending", "Try {n}").format(n=status.attempt)
    return state_word(status)


def spoken_bar(sender: Sender, now_ms: int) -> str:
    """The bar as a screen reader says it."""
    state, number = state_words(sender.status, now_ms), spoken(sender.number) if sender.number else ""
    if not sends_now(sender):
        return translate("Sending", "Will leave from {number} once reconnected. Now: {state}").format(
            number=number, state=state
        )
    return translate("Sending", "Sending from {number}, {index} {name}, account {account}, {state}").format(
        number=number, index=sender.slot.index, name=sender.slot.name, account=sender.account.name, state=state
    )


def spoken_change(before: Sender | None, after: Sender) -> str:
    """What a screen reader announces: another number speaks now, or the number's standing changed; else nothing."""
    if before is None or before.slot.slot_id != after.slot.slot_id:
        number = spoken(after.number) if after.number else ""
        return translate("Sending", "You now send from {number}, {name}, account {account}").format(
            number=number, name=after.slot.name, account=after.account.name
        )
    if before.status.state is not after.status.state:
        return state_word(after.status)
    return ""


def strip_for(sender: Sender, now_ms: int) -> Strip | None:
    """What there is to say about sending, and what can be done; None while all is well (design.md 8)."""
    state = sender.status.state
    if not sender.may_write and state is not LinkState.BANNED:
        return Strip("danger", "ban", _former(sender))
    match state:
        case LinkState.ONLINE:
            return _unusual(sender)
        case LinkState.PHONE_OFFLINE:
            return _unusual(sender) or Strip("warn", "smartphone", state_sentence(sender.status, now_ms))
        case LinkState.CONNECTING:
            words = translate("Sending", "Connecting. The message waits in the outbox and leaves right after.")
            return Strip("info", "inbox", words)
        case LinkState.RECONNECTING:
            words = translate("Sending", "No connection. The message waits in this number's outbox.")
            return Strip("warn", "inbox", words, _elsewhere(sender, whole=True) or _own(sender))
        case LinkState.BANNED:
            words = translate("Sending", "WhatsApp banned this number. Nothing leaves from it.")
            return Strip("danger", look(state).icon, words, _own(sender))
        case _ if state in _CONNECT:
            words = _waits_for_link(sender.status, now_ms)
            return Strip(look(state).tone, look(state).icon, words, (*_own(sender), *_elsewhere(sender)))
        case _:
            ways = (*_own(sender), *_elsewhere(sender)) if state is LinkState.PAUSED else _own(sender)
            return Strip(look(state).tone, look(state).icon, state_sentence(sender.status, now_ms), ways)


def _own(sender: Sender) -> tuple[Offer, ...]:
    """The number's own next step, the same as on its card."""
    step = next_step(sender.status)
    if step is None:
        return ()
    return (Offer(Way.NEXT_STEP, step.short, step.icon if step.icon in _DRAWN else ""),)


def _elsewhere(sender: Sender, *, whole: bool = False) -> tuple[Offer, ...]:
    """The way to another number; absent where the account has one number."""
    if not sender.others:
        return ()
    words = translate("Sending", "Send from another number…") if whole else translate("Sending", "Another number…")
    return (Offer(Way.SWITCH, words),)


def _unusual(sender: Sender) -> Strip | None:
    if sender.usual is None:
        return None
    usual = f"{sender.usual.index} {sender.usual.name}"
    words = translate("Sending", "{contact} has always talked to {slot}. Here they see another number.")
    back = Offer(Way.RETURN, translate("Sending", "Back to {slot}").format(slot=usual))
    said = words.format(contact=first_name(sender.chat), slot=usual)
    return Strip("warn", "triangle-alert", said, (back,))


def _former(sender: Sender) -> str:
    if not sender.number:
        return translate("Sending", "Nothing can be sent in this chat.")
    return translate("Sending", "This chat was held from {number}, which is not linked here any more.").format(
        number=phone(sender.number)
    )


def _waits_for_link(status: SlotStatus, now_ms: int) -> str:
    if status.state is LinkState.LOGGED_OUT and status.code in {None, "device_removed"}:
        return translate("Sending", "The phone ended the session. The message waits until you connect.")
    if status.state in {LinkState.UNLINKED, LinkState.LINKING}:
        return translate("Sending", "This number is not connected yet. The message waits until its QR is scanned.")
    return state_sentence(status, now_ms)
