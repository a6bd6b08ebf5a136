"""What a number's state means and what to do about it, in sentences for people."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wadesk.domain.errors import Unavailable
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.errors import told
from wadesk.ui.states import state_word
from wadesk.ui.text import DAY_MS, ago, counted, day_and_month, moment, phone, time_of_day

translate = QCoreApplication.translate

LOCAL_PERSON = "local-administrator"
"""The name under which the person at this computer asks (``domain.principal``)."""

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
        "States", "WhatsApp asks this number for a passkey, and that cannot be answered here. There are other ways."
    ),
    LinkState.ERROR: QT_TRANSLATE_NOOP("States", "Something stopped on this number. Other accounts go on. Try again."),
}

_CAUSES = {
    "qr_expired": QT_TRANSLATE_NOOP("States", "The code expired. Make a new one when you have the phone."),
    "bound_elsewhere": QT_TRANSLATE_NOOP(
        "States", "This number is in an account you cannot see. Talk to an administrator."
    ),
    "bound_hidden": QT_TRANSLATE_NOOP(
        "States", "This number is in an account you cannot see. Talk to an administrator."
    ),
    "device_limit": QT_TRANSLATE_NOOP("States", "WhatsApp refused a new device. Remove one in Linked devices."),
    "pair_refused": QT_TRANSLATE_NOOP("States", "WhatsApp refused this link. Wait a moment, then make a new code."),
    "pair_failed": QT_TRANSLATE_NOOP("States", "The code was read, but linking did not complete. Try again."),
    "link_cancelled": QT_TRANSLATE_NOOP("States", "Not connected yet. Connect when you have the phone."),
    "no_connection": QT_TRANSLATE_NOOP("States", "No internet, so no code came. Try again once it is back."),
    "no_answer": QT_TRANSLATE_NOOP("States", "WhatsApp did not answer. Try again."),
    "old_phone": QT_TRANSLATE_NOOP(
        "States", "The WhatsApp on that phone is too old for linked devices. Update it, then scan again."
    ),
    "scanned": QT_TRANSLATE_NOOP("States", "Code read. Keep the phone online."),
    "stuck": QT_TRANSLATE_NOOP(
        "States", "Code read, but WhatsApp went silent. It is being tried again by itself. Keep the phone online."
    ),
    "by_person": QT_TRANSLATE_NOOP("States", "Logged out from here. Connect again to use this number."),
    "main_device_gone": QT_TRANSLATE_NOOP(
        "States", "WhatsApp ended the session: the main phone is gone. Look at the phone, then connect again."
    ),
    "account_locked": QT_TRANSLATE_NOOP(
        "States", "WhatsApp locked this account. Open WhatsApp on the phone and follow what it says."
    ),
    "tug_of_war": QT_TRANSLATE_NOOP(
        "States", "Another program keeps taking this number over. Close it, then connect again."
    ),
    "disk_full": QT_TRANSLATE_NOOP("States", "The disk is full. Free some space; this number then goes on by itself."),
    "engine_damaged": QT_TRANSLATE_NOOP("States", "This number's own keys are damaged. Remove it and add it again."),
    "engine_missing": QT_TRANSLATE_NOOP(
        "States", "A part of WaDesk is missing: its engine. A virus scanner may have taken it. Install WaDesk again."
    ),
    "engine_blocked": QT_TRANSLATE_NOOP(
        "States", "This computer does not let WaDesk's engine start. Allow it in the virus scanner, then try again."
    ),
}
"""Sentences for the codes that a status may carry besides its state."""

_CODED = {
    (LinkState.LINKING, "no_internet"): QT_TRANSLATE_NOOP("States", "No internet. The code comes back by itself."),
    (LinkState.RECONNECTING, "no_internet"): QT_TRANSLATE_NOOP(
        "States", "No internet. Messages wait in the outbox and leave when it is back."
    ),
    (LinkState.RECONNECTING, "crashing"): QT_TRANSLATE_NOOP(
        "States", "This number stopped and is starting again by itself. Other numbers go on."
    ),
    (LinkState.ERROR, "crashing"): QT_TRANSLATE_NOOP(
        "States", "This number keeps stopping. Other accounts go on. Try again."
    ),
    (LinkState.ERROR, "locked"): QT_TRANSLATE_NOOP(
        "States", "Another program is using the folder of {slot}. Close it and try again."
    ),
}
"""Sentences for codes that mean something else in another state."""


_LINES = {
    (LinkState.LOGGED_OUT, None): QT_TRANSLATE_NOOP("States", "Logged out by the phone"),
    (LinkState.LOGGED_OUT, "by_person"): QT_TRANSLATE_NOOP("States", "Logged out"),
    (LinkState.LOGGED_OUT, "account_locked"): QT_TRANSLATE_NOOP("States", "Locked by WhatsApp"),
    (LinkState.LOGGED_OUT, "main_device_gone"): QT_TRANSLATE_NOOP("States", "Main phone gone"),
    (LinkState.REPLACED, None): QT_TRANSLATE_NOOP("States", "Opened in another place"),
    (LinkState.OUTDATED, None): QT_TRANSLATE_NOOP("States", "WaDesk is too old"),
    (LinkState.PASSKEY_REQUIRED, None): QT_TRANSLATE_NOOP("States", "Asks for a passkey"),
    (LinkState.ERROR, "engine_missing"): QT_TRANSLATE_NOOP("States", "Engine missing"),
    (LinkState.ERROR, "engine_blocked"): QT_TRANSLATE_NOOP("States", "Engine blocked"),
}
"""A state in a few words; those without a code stand for every code that has none of its own."""


def state_sentence(status: SlotStatus, now_ms: int, called: str = "") -> str:
    """What a number's state means and what to do about it, in one or two short sentences.

    ``called`` is what people call the number, for the sentences that name it.
    """
    coded = _CODED.get((status.state, status.code or ""))
    if coded is not None:
        return translate("States", str(coded)).format(slot=called or translate("States", "this number"))
    said = _told_cause(status) or _timed(status, now_ms)
    if said:
        return said
    if status.code in _CAUSES:
        return translate("States", str(_CAUSES[status.code]))
    return _known_error(status) or translate("States", str(_PLAIN[status.state]))


def support_line(status: SlotStatus) -> str:
    """The code behind an error, for whoever is asked for help; empty where there is none."""
    if status.state is not LinkState.ERROR or not status.code:
        return ""
    return translate("States", "Details for support: {code}").format(code=status.code)


def state_line(status: SlotStatus, now_ms: int) -> str:
    """A number's state in a few words, with what is worth knowing at a glance: a card's line."""
    match status:
        case SlotStatus(state=LinkState.RECONNECTING, code="no_internet"):
            return translate("States", "No internet")
        case SlotStatus(state=LinkState.RECONNECTING, attempt=attempt) if attempt:
            return translate("States", "Reconnecting · try {n}").format(n=attempt)
        case SlotStatus(state=LinkState.PHONE_OFFLINE, phone_seen_ms=int(seen)):
            return translate("States", "Phone silent for {t}").format(t=_days(now_ms - seen))
        case SlotStatus(state=LinkState.PHONE_OFFLINE):
            return translate("States", "Phone silent")
        case SlotStatus(state=LinkState.PAUSED) if "by" in status.facts:
            return translate("States", "Paused by {who}").format(who=_who(status))
        case SlotStatus(state=LinkState.RESTRICTED, until_ms=int(until)):
            return translate("States", "Restricted until {time}").format(time=moment(until, now_ms))
        case SlotStatus(code="stuck"):
            return translate("States", "Trying again…")
        case _:
            return _named(status) or state_word(status)


def _named(status: SlotStatus) -> str:
    words = _LINES.get((status.state, status.code)) or _LINES.get((status.state, None))
    return translate("States", str(words)) if words is not None else ""


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
        case SlotStatus(state=LinkState.ONLINE, last_seen_ms=int(seen)):
            return translate("States", "Connected · synced {t}").format(t=ago(seen, now_ms))
        case SlotStatus(state=LinkState.PHONE_OFFLINE, phone_seen_ms=int(seen)):
            says = translate(
                "States", "The phone was last heard {t} ago. Open WhatsApp on it: after 14 days it unlinks."
            )
            return says.format(t=_days(now_ms - seen))
        case SlotStatus(state=LinkState.RECONNECTING, attempt=attempt) if attempt:
            return _reconnecting(attempt, status.next_try_ms, now_ms)
        case SlotStatus(state=LinkState.PAUSED) if "by" in status.facts:
            return translate("States", "Paused by {who}. Nothing leaves until resumed.").format(who=_who(status))
        case SlotStatus(state=LinkState.LOGGED_OUT, since_ms=int(since)) if status.code not in _CAUSES:
            return _ended_by_phone(since, now_ms)
        case SlotStatus(state=LinkState.RESTRICTED, until_ms=int(until)):
            return translate("States", "WhatsApp limited this number until {h}. Messages wait.").format(
                h=moment(until, now_ms)
            )
        case _:
            return ""


def _ended_by_phone(since: int, now_ms: int) -> str:
    if moment(since, now_ms) != time_of_day(since):
        says = translate("States", "The phone ended the session on {day}. Connect again.")
        return says.format(day=day_and_month(since))
    return translate("States", "The phone ended the session at {h}. Connect again.").format(h=time_of_day(since))


def _reconnecting(attempt: int, next_try_ms: int | None, now_ms: int) -> str:
    if next_try_ms is None or next_try_ms <= now_ms:
        return translate("States", "Reconnecting · try {n}").format(n=attempt)
    # Rounded up: "in 0 s" would read as now.
    return translate("States", "Reconnecting · try {n}, in {s} s").format(
        n=attempt, s=-(-(next_try_ms - now_ms) // 1000)
    )


def _known_error(status: SlotStatus) -> str:
    """An error whose code other parts of the window know too: keyring, keys, a damaged or newer file."""
    if status.state is not LinkState.ERROR or not status.code:
        return ""
    return told(Unavailable(status.code, "", **status.facts))


def _who(status: SlotStatus) -> str:
    by = status.facts["by"]
    return translate("States", "you") if by == LOCAL_PERSON else by


def _days(ms: int) -> str:
    return counted(max(1, ms // DAY_MS), translate("Text", "{n} day"), translate("Text", "{n} days"))
