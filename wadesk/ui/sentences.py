"""What a number's state means and what to do about it, in sentences for people."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.text import phone, time_of_day

translate = QCoreApplication.translate

_PLAIN = {
    LinkState.UNLINKED: QT_TRANSLATE_NOOP("States", "Waiting for QR. Scan it with this number's phone."),
    LinkState.LINKING: QT_TRANSLATE_NOOP("States", "Waiting for QR. Scan it with this number's phone."),
    LinkState.CONNECTING: QT_TRANSLATE_NOOP("States", "Connecting… Keep the phone online."),
    LinkState.ONLINE: QT_TRANSLATE_NOOP("States", "Connected"),
    LinkState.PHONE_OFFLINE: QT_TRANSLATE_NOOP(
        "States", "Connected, but the phone has not been heard from. Open WhatsApp on it."
    ),
    LinkState.RECONNECTING: QT_TRANSLATE_NOOP("States", "Reconnecting"),
    LinkState.PAUSED: QT_TRANSLATE_NOOP("States", "Paused. Nothing leaves until resumed."),
    LinkState.LOGGED_OUT: QT_TRANSLATE_NOOP("States", "The phone ended the session. Connect again."),
    LinkState.REPLACED: QT_TRANSLATE_NOOP(
        "States", "This number was opened in another place. Connect again to use it here."
    ),
    LinkState.RESTRICTED: QT_TRANSLATE_NOOP("States", "WhatsApp limited this number. Messages wait."),
    LinkState.BANNED: QT_TRANSLATE_NOOP("States", "WhatsApp banned this number. Ask for a review on the phone."),
    LinkState.OUTDATED: QT_TRANSLATE_NOOP("States", "This WaDesk is too old for WhatsApp. Install the newest one."),
    LinkState.PASSKEY_REQUIRED: QT_TRANSLATE_NOOP(
        "States", "WhatsApp asks this number for a passkey, and that cannot be answered here yet."
    ),
    LinkState.ERROR: QT_TRANSLATE_NOOP("States", "Something stopped on this number. Other accounts go on. Try again."),
}

_CAUSES = {
    "bound_elsewhere": QT_TRANSLATE_NOOP(
        "States", "This number is in an account you cannot see. Talk to an administrator."
    ),
    "qr_expired": QT_TRANSLATE_NOOP("States", "The code expired. Make a new one when you have the phone."),
    "pair_failed": QT_TRANSLATE_NOOP("States", "The code was read, but linking did not complete. Try again."),
    "no_connection": QT_TRANSLATE_NOOP("States", "No internet, so no code came. Try again once it is back."),
    "no_answer": QT_TRANSLATE_NOOP("States", "WhatsApp did not answer. Try again."),
    "main_device_gone": QT_TRANSLATE_NOOP(
        "States", "WhatsApp ended the session: the main phone is gone. Look at the phone, then connect again."
    ),
    "tug_of_war": QT_TRANSLATE_NOOP(
        "States", "Another program keeps taking this number over. Close it, then connect again."
    ),
    "disk_full": QT_TRANSLATE_NOOP("States", "The disk is full. Free some space; this number then goes on by itself."),
    "engine_damaged": QT_TRANSLATE_NOOP("States", "This number's own keys are damaged. Remove it and add it again."),
    "account_locked": QT_TRANSLATE_NOOP(
        "States", "WhatsApp locked this account, or its main phone is gone. Look at the phone."
    ),
    "engine_missing": QT_TRANSLATE_NOOP("States", "A part of WaDesk is missing: its engine. Install WaDesk again."),
    "device_limit": QT_TRANSLATE_NOOP("States", "WhatsApp refused a new device. Remove one in Linked devices."),
}
"""Sentences for the codes that a status may carry besides its state (``SlotStatus.code``)."""


def state_sentence(status: SlotStatus, now_ms: int) -> str:
    """What a number's state means and what to do about it, in one or two short sentences."""
    told = _told_cause(status) or _timed(status, now_ms)
    if told:
        return told
    if status.code in _CAUSES:
        return translate("States", str(_CAUSES[status.code]))
    return translate("States", str(_PLAIN[status.state]))


def support_line(status: SlotStatus) -> str:
    """The code behind an error, for whoever is asked for help; empty where there is none."""
    if status.state is not LinkState.ERROR or not status.code:
        return ""
    return translate("States", "Details for support: {code}").format(code=status.code)


def _told_cause(status: SlotStatus) -> str:
    facts = status.facts
    if status.code == "wrong_number" and {"expected", "got"} <= facts.keys():
        return translate("States", "Another number's phone. Expected {a}; got {b}. The link was undone.").format(
            a=phone(facts["expected"]), b=phone(facts["got"])
        )
    if status.code == "wrong_engine_number" and {"expected", "got"} <= facts.keys():
        said = translate("States", "The keys on disk are of another number. Expected {a}; found {b}. Nothing left.")
        return said.format(a=phone(facts["expected"]), b=phone(facts["got"]))
    if status.code == "bound_elsewhere" and {"slot", "account"} <= facts.keys():
        return translate("States", "This number is already {slot} of {account}. A number stays in one account.").format(
            slot=facts["slot"], account=facts["account"]
        )
    return ""


def _timed(status: SlotStatus, now_ms: int) -> str:
    match status:
        case SlotStatus(state=LinkState.RECONNECTING, attempt=attempt) if attempt:
            return _reconnecting(attempt, status.next_try_ms, now_ms)
        case SlotStatus(state=LinkState.LOGGED_OUT, since_ms=int(since)) if status.code not in _CAUSES:
            return translate("States", "The phone ended the session at {h}. Connect again.").format(
                h=time_of_day(since)
            )
        case SlotStatus(state=LinkState.RESTRICTED, until_ms=int(until)):
            return translate("States", "WhatsApp limited this number until {h}. Messages wait.").format(
                h=time_of_day(until)
            )
        case _:
            return ""


def _reconnecting(attempt: int, next_try_ms: int | None, now_ms: int) -> str:
    if next_try_ms is None or next_try_ms <= now_ms:
        return translate("States", "Reconnecting · try {n}").format(n=attempt)
    # Rounded up: "in 0 s" would read as now.
    return translate("States", "Reconnecting · try {n}, in {s} s").format(
        n=attempt, s=-(-(next_try_ms - now_ms) // 1000)
    )
