"""What can be done about a state that the program cannot mend: a title, why it is so, and ways on."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.next_steps import ENGINE_GONE, Step, StepKind, again_step, next_step, retry_step
from wadesk.ui.sentences import state_sentence

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Advice:
    """``sentence`` says what happened; ``ways`` stand one below the other; ``step`` is the act, where there is one."""

    sentence: str
    ways: tuple[str, ...]
    step: Step | None


_WAYS = {
    "restricted": (
        QT_TRANSLATE_NOOP("Advice", "Wait. The limit ends by itself, and what waits leaves then."),
        QT_TRANSLATE_NOOP("Advice", "Do not write to people who do not know this number: that is what is limited."),
        QT_TRANSLATE_NOOP("Advice", "For urgent answers, write from another number of this account."),
    ),
    "banned": (
        QT_TRANSLATE_NOOP("Advice", "Open WhatsApp on the phone of this number and ask for a review there."),
        QT_TRANSLATE_NOOP("Advice", "The chats stay here and can be read. Nothing leaves from this number."),
        QT_TRANSLATE_NOOP("Advice", "Once WhatsApp gives the number back, connect it again here."),
    ),
    "outdated": (
        QT_TRANSLATE_NOOP("Advice", "Install the newest WaDesk over this one. Chats and numbers stay."),
        QT_TRANSLATE_NOOP("Advice", "Until then messages wait in the outbox, and the phone goes on as usual."),
    ),
    "replaced": (
        QT_TRANSLATE_NOOP("Advice", "Another program took this number's place with the same session."),
        QT_TRANSLATE_NOOP("Advice", "Close it first, or the two will take the number from each other."),
        QT_TRANSLATE_NOOP("Advice", "Then use the number here again."),
    ),
    "account_locked": (
        QT_TRANSLATE_NOOP(
            "Advice", "Open WhatsApp on the phone of this number. It says why it is locked, and for how long."
        ),
        QT_TRANSLATE_NOOP("Advice", "Follow its steps there. WaDesk cannot do it for you."),
        QT_TRANSLATE_NOOP("Advice", "Once WhatsApp works on the phone, connect this number again."),
    ),
    "main_device_gone": (
        QT_TRANSLATE_NOOP("Advice", "See whether WhatsApp still works on the phone of this number."),
        QT_TRANSLATE_NOOP("Advice", "If the number moved to another phone, connect again with that one."),
    ),
    "passkey": (
        QT_TRANSLATE_NOOP(
            "Advice", "A passkey is a key that the phone or a browser keeps instead of a password. WaDesk has none."
        ),
        QT_TRANSLATE_NOOP("Advice", "Try linking with the phone number instead of the QR code."),
        QT_TRANSLATE_NOOP("Advice", "On the phone: remove the passkey in WhatsApp's settings, then make a new code."),
        QT_TRANSLATE_NOOP("Advice", "Or link another number here. This one stays as it is."),
    ),
    "phone": (
        QT_TRANSLATE_NOOP("Advice", "Turn the phone on, see that it has internet, and open WhatsApp on it."),
        QT_TRANSLATE_NOOP("Advice", "WhatsApp unlinks every device after 14 days without the phone."),
    ),
    "engine": (
        QT_TRANSLATE_NOOP("Advice", "A virus scanner may have taken WaDesk's engine away. Look into its quarantine."),
        QT_TRANSLATE_NOOP("Advice", "Allow WaDesk's folder in the virus scanner and restore the file."),
        QT_TRANSLATE_NOOP("Advice", "Or install WaDesk again over this one. Chats and numbers stay."),
    ),
    "tug_of_war": (
        QT_TRANSLATE_NOOP("Advice", "Another program opens this number with the same session, again and again."),
        QT_TRANSLATE_NOOP("Advice", "Close that program. Then try again here."),
    ),
    "keys": (
        QT_TRANSLATE_NOOP("Advice", "Clear this number's keys in its menu, then connect it again with the phone."),
        QT_TRANSLATE_NOOP("Advice", "The chats that are here stay."),
    ),
    "newer": (QT_TRANSLATE_NOOP("Advice", "Install the newest WaDesk over this one. Chats and numbers stay."),),
}


def advice_for(status: SlotStatus, now_ms: int, called: str = "") -> Advice | None:
    """The ways on for a state; None where a sentence and its step say everything. ``called``: what people call it."""
    ways = _WAYS.get(_kind(status))
    if ways is None:
        return None
    told = tuple(translate("Advice", str(way)) for way in ways)
    return Advice(state_sentence(status, now_ms, called), told, _act(status))


def _kind(status: SlotStatus) -> str:
    match status.state:
        case LinkState.RESTRICTED | LinkState.BANNED | LinkState.OUTDATED | LinkState.REPLACED:
            return str(status.state)
        case LinkState.PASSKEY_REQUIRED:
            return "passkey"
        case LinkState.PHONE_OFFLINE:
            return "phone"
        case LinkState.ERROR if status.code in ENGINE_GONE:
            return "engine"
        case LinkState.ERROR if status.code in {"engine_damaged", "wrong_engine_number"}:
            return "keys"
        case LinkState.ERROR if status.code == "engine_protocol":
            return "newer"
        case _:
            return status.code or ""


def _act(status: SlotStatus) -> Step | None:
    """The step beside the advice: where the next step is the advice itself, trying or linking once more."""
    step = next_step(status)
    if step is not None and step.kind is not StepKind.ADVISE:
        return step
    if status.state in {LinkState.LOGGED_OUT, LinkState.PASSKEY_REQUIRED}:
        return again_step(status)
    return retry_step() if status.state is LinkState.ERROR else None
