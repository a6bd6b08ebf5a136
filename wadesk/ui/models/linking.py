"""How far linking one number is, and what is said instead of a QR code when there is none."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from wadesk.domain.desk import Session
from wadesk.domain.linkstate import LinkState, Qr
from wadesk.ui.sentences import state_sentence, support_line
from wadesk.ui.states import look, state_word
from wadesk.ui.text import phone

translate = QCoreApplication.translate


LINK_ENDED = frozenset(
    {
        "qr_expired",
        "wrong_number",
        "bound_elsewhere",
        "device_limit",
        "pair_failed",
        "no_connection",
        "no_answer",
    }
)
"""Codes of an unlinked slot that say how its last linking ended: it stays where its QR code was."""


class Step(StrEnum):
    """What the button under a notice does."""

    START = "start"
    OPEN = "open"


@dataclass(frozen=True)
class Notice:
    """Words in the place of a QR code; ``step`` and ``button`` are empty where there is nothing to do but wait."""

    icon: str
    tone: str
    title: str
    sentence: str
    step: Step | None = None
    button: str = ""


def live(qr: Qr | None, now_ms: int) -> Qr | None:
    """The code while it lives; a stale one is never on the screen."""
    return qr if qr is not None and now_ms < qr.expires_ms else None


def seconds_left(qr: Qr, now_ms: int) -> tuple[int, int]:
    """Seconds a code has left, rounded up, and how many it had."""
    left = max(0, -(-(qr.expires_ms - now_ms) // 1000))
    return left, max(1, round((qr.expires_ms - qr.shown_ms) / 1000))


def notice(session: Session, now_ms: int) -> Notice:
    """What to say about a number that shows no code now."""
    status = session.status
    if status.state in {LinkState.UNLINKED, LinkState.LOGGED_OUT} and status.code in LINK_ENDED:
        return _ended(session, now_ms)
    if status.state is LinkState.LINKING and status.attempt:
        comes = translate("Linking", "Reconnect this computer. The code comes back by itself.")
        return Notice("wifi-off", "warn", translate("Linking", "No internet"), comes)
    if status.state is LinkState.LINKING:
        return Notice("loader-circle", "info", translate("Linking", "Preparing the code…"), "")
    if status.state is LinkState.CONNECTING:
        keep = translate("Linking", "Code read. Keep the phone online.")
        return Notice("loader-circle", "info", state_word(status), keep)
    if status.connected:
        return _connected(session)
    return _standing(session, now_ms)


def _ended(session: Session, now_ms: int) -> Notice:
    sentence, again = state_sentence(session.status, now_ms), translate("Linking", "Scan another phone")
    facts = session.status.facts
    match session.status.code:
        case "wrong_number":
            title = translate("Linking", "Another number's phone")
            if {"expected", "got"} <= facts.keys():
                sentence = translate("Linking", "Expected {a}; got {b}. The link was undone.").format(
                    a=phone(facts["expected"]), b=phone(facts["got"])
                )
            return Notice("triangle-alert", "danger", title, sentence, Step.START, again)
        case "bound_elsewhere":
            title = translate("Linking", "Already used elsewhere")
            return Notice("ban", "danger", title, sentence, Step.START, again)
        case "device_limit":
            title = translate("Linking", "Device limit")
            return Notice("smartphone", "warn", title, sentence, Step.START, translate("Linking", "Make a new code"))
        case "pair_failed" | "no_connection" | "no_answer":
            title, words = translate("Linking", "Linking did not complete"), translate("Linking", "Make a new code")
            return Notice("triangle-alert", "warn", title, sentence, Step.START, words)
        case _:
            title = translate("Linking", "The code expired")
            wait = translate("Linking", "Make a new one when you have the phone.")
            return Notice("timer", "text2", title, wait, Step.START, translate("Linking", "Make a new code"))


def _connected(session: Session) -> Notice:
    number = phone(session.slot.number) if session.slot.number else ""
    says = translate("Linking", "{number} is {index} {slot}.").format(
        number=number, index=session.slot.index, slot=session.slot.name
    )
    words = translate("Linking", "Open chats")
    return Notice("circle-check", "ok", state_word(session.status), says if number else "", Step.OPEN, words)


def _standing(session: Session, now_ms: int) -> Notice:
    status, drawn = session.status, look(session.status.state)
    sentence = " ".join(filter(None, [state_sentence(status, now_ms), support_line(status)]))
    said = Notice(drawn.icon, drawn.tone, state_word(status), sentence)
    words = start_words(session)
    return Notice(said.icon, said.tone, said.title, said.sentence, Step.START, words) if words else said


def start_words(session: Session) -> str:
    """The word of the one step a person can take for a number now; empty where there is none."""
    match session.status.state:
        case LinkState.UNLINKED:
            return translate("Linking", "Connect")
        case LinkState.LOGGED_OUT | LinkState.REPLACED:
            return translate("Linking", "Connect again")
        case LinkState.ERROR:
            return translate("Linking", "Try again")
        case _:
            return ""
