"""How far linking one number is, and what is said instead of a QR code when there is none."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from wadesk.domain.desk import Session
from wadesk.domain.events import HistoryProgress
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, PairingCode, Qr, SlotStatus
from wadesk.domain.requests import HistoryAmount
from wadesk.ui.next_steps import LINK_ENDED, Step, again_step, next_step
from wadesk.ui.sentences import state_line, state_sentence, support_line
from wadesk.ui.states import look, state_word
from wadesk.ui.text import phone

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Notice:
    """Words in the place of a QR code; ``steps`` is empty where there is nothing to do but wait.

    ``percent`` is how much of the chats has come, where they are coming.
    """

    icon: str
    tone: str
    title: str
    sentence: str
    steps: tuple[Step, ...] = ()
    percent: int | None = None


class HistoryChoices:
    """How much of each number's chats shall come with its next link; recent ones until somebody says otherwise."""

    def __init__(self) -> None:
        """Nobody said anything."""
        self._chosen: dict[SlotId, HistoryAmount] = {}

    def amount(self, slot_id: SlotId) -> HistoryAmount:
        """What is chosen for a slot."""
        return self._chosen.get(slot_id, HistoryAmount.RECENT)

    def choose(self, slot_id: SlotId, amount: HistoryAmount) -> bool:
        """Choose; whether that is another amount than before."""
        before = self.amount(slot_id)
        self._chosen[slot_id] = amount
        return before is not amount


def linking_ended(status: SlotStatus) -> bool:
    """Whether a slot shows how its last linking ended, in the place of the QR code."""
    return status.state in {LinkState.UNLINKED, LinkState.LOGGED_OUT} and status.code in LINK_ENDED


def links_now(status: SlotStatus) -> bool:
    """Whether a person is about to link this number, so that steps, pairing code and the amount of history matter."""
    if status.state is LinkState.LOGGED_OUT:
        return status.code != "account_locked"
    return status.state in {LinkState.UNLINKED, LinkState.LINKING, LinkState.PASSKEY_REQUIRED} or (
        status.state is LinkState.CONNECTING and status.number is None
    )


def live(qr: Qr | None, now_ms: int) -> Qr | None:
    """The code while it lives; a stale one is never on the screen."""
    return qr if qr is not None and now_ms < qr.expires_ms else None


def live_code(code: PairingCode | None, now_ms: int) -> PairingCode | None:
    """The pairing code while it lives."""
    return code if code is not None and now_ms < code.expires_ms else None


def seconds_left(code: Qr | PairingCode, now_ms: int) -> tuple[int, int]:
    """Seconds a code has left, rounded up, and how many it had."""
    left = max(0, -(-(code.expires_ms - now_ms) // 1000))
    return left, max(1, round((code.expires_ms - code.shown_ms) / 1000))


def notice(session: Session, now_ms: int, history: HistoryProgress | None = None) -> Notice:
    """What to say about a number that shows no code now; ``history``: how far its chats have come."""
    status = session.status
    if linking_ended(status):
        return _ended(session, now_ms)
    if status.state is LinkState.LINKING:
        return _no_code(status, now_ms)
    if status.state is LinkState.CONNECTING:
        says = state_sentence(status, now_ms)
        if status.code is None:
            says = translate("Linking", "Code read. Keep the phone online.")
        return Notice("loader-circle", "info", state_line(status, now_ms), says)
    if status.connected and status.state is not LinkState.PHONE_OFFLINE:
        return _connected(session, history)
    return _standing(session, now_ms)


def _no_code(status: SlotStatus, now_ms: int) -> Notice:
    if status.code == "no_internet" or status.attempt:
        comes = translate("Linking", "Reconnect this computer. The code comes back by itself.")
        return Notice("wifi-off", "warn", translate("Linking", "No internet"), comes)
    if status.code == "old_phone":
        title = translate("Linking", "That phone's WhatsApp is too old")
        return Notice("smartphone", "warn", title, state_sentence(status, now_ms))
    return Notice("loader-circle", "info", translate("Linking", "Preparing the code…"), "")


def _ended(session: Session, now_ms: int) -> Notice:
    status, facts = session.status, session.status.facts
    sentence = state_sentence(status, now_ms)
    icon, tone, title = "triangle-alert", "warn", translate("Linking", "Linking did not complete")
    match status.code:
        case "wrong_number":
            tone, title = "danger", translate("Linking", "Another number's phone")
            if {"expected", "got"} <= facts.keys():
                sentence = translate("Linking", "Expected {a}; got {b}. The link was undone.").format(
                    a=phone(facts["expected"]), b=phone(facts["got"])
                )
        case "bound_elsewhere" | "bound_hidden":
            icon, tone, title = "ban", "danger", translate("Linking", "Already used elsewhere")
        case "device_limit":
            icon, title = "smartphone", translate("Linking", "Device limit")
        case "qr_expired":
            icon, tone, title = "timer", "text2", translate("Linking", "The code expired")
            sentence = translate("Linking", "Make a new one when you have the phone.")
        case _:
            pass
    return Notice(icon, tone, title, sentence, _steps(status))


def _connected(session: Session, history: HistoryProgress | None) -> Notice:
    number = phone(session.slot.number) if session.slot.number else ""
    says = translate("Linking", "{number} is {index} {slot}.").format(
        number=number, index=session.slot.index, slot=session.slot.name
    )
    percent, words = None, [says] if number else []
    if history is not None:
        percent = max(0, min(100, history.percent))
        words.append(translate("Linking", "Downloading chats: {n}%.").format(n=percent))
    return Notice("circle-check", "ok", state_word(session.status), " ".join(words), _steps(session.status), percent)


def _standing(session: Session, now_ms: int) -> Notice:
    status, drawn = session.status, look(session.status.state)
    called = f"{session.slot.index} {session.slot.name}"
    sentence = "\n".join(filter(None, [state_sentence(status, now_ms, called), support_line(status)]))
    if status.state is LinkState.PASSKEY_REQUIRED:
        title = translate("Linking", "WhatsApp asks for a passkey")
        return Notice("key-round", "warn", title, sentence, (*_steps(status), again_step(status)))
    if status.state is LinkState.PHONE_OFFLINE:
        return Notice("smartphone", "warn", state_line(status, now_ms), sentence, _steps(status))
    # The sentence of these begins with what the line says: the title is the bare word.
    repeats = status.state in {LinkState.PAUSED, LinkState.RECONNECTING}
    title = state_word(status) if repeats else state_line(status, now_ms)
    return Notice(drawn.icon, drawn.tone, title, sentence, _steps(status))


def _steps(status: SlotStatus) -> tuple[Step, ...]:
    step = next_step(status)
    return () if step is None else (step,)
