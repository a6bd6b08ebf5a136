"""What cannot be done, told in the window's language: looked up by an error's reason, else its own sentence."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wadesk.domain.errors import WaDeskError

translate = QCoreApplication.translate

_SENTENCES = {
    "empty_name": QT_TRANSLATE_NOOP("Errors", "Write a name first."),
    "long_name": QT_TRANSLATE_NOOP("Errors", "The name is too long. It may have {limit} characters."),
    "bad_initials": QT_TRANSLATE_NOOP("Errors", "Initials are two letters or digits."),
    "initials_taken": QT_TRANSLATE_NOOP("Errors", "These initials belong to another account. Choose others."),
    "slots_full": QT_TRANSLATE_NOOP(
        "Errors", "This account already has 10 numbers. Remove one or create another account."
    ),
    "not_found": QT_TRANSLATE_NOOP("Errors", "That is not here any more."),
    "forbidden": QT_TRANSLATE_NOOP("Errors", "You can read this number but not send from it. Ask an administrator."),
    "invalid_number": QT_TRANSLATE_NOOP(
        "Errors", "This cannot be a phone number. Write it with country and area code."
    ),
    "foreign_chat": QT_TRANSLATE_NOOP("Errors", "This chat belongs to another number. Nothing was sent."),
    "sender_differs": QT_TRANSLATE_NOOP(
        "Errors", "The number on the bar is not the one this chat leaves from. Nothing was sent."
    ),
    "cannot_send": QT_TRANSLATE_NOOP("Errors", "This chat was held from a former number. It can be read, not written."),
    "too_large": QT_TRANSLATE_NOOP("Errors", "The text is too long. Send it in parts."),
    "long_text": QT_TRANSLATE_NOOP("Errors", "The text is too long. Send it in parts."),
    "empty_text": QT_TRANSLATE_NOOP("Errors", "There is no text to send."),
    "no_number": QT_TRANSLATE_NOOP("Errors", "This number has no phone linked yet. Connect one first."),
    "not_connected": QT_TRANSLATE_NOOP("Errors", "This number is not connected right now. Try again once it is."),
    "not_started": QT_TRANSLATE_NOOP("Errors", "This number has not been started yet. Try again in a moment."),
    "not_linking": QT_TRANSLATE_NOOP("Errors", "Show a QR code first, then ask for the code."),
    "pairing": QT_TRANSLATE_NOOP("Errors", "A phone is just being linked to this number. Wait a moment."),
    "no_pairing_code": QT_TRANSLATE_NOOP("Errors", "WhatsApp gave no code. Try again, or scan the QR code."),
    "too_many_codes": QT_TRANSLATE_NOOP(
        "Errors", "WhatsApp gives no more codes for now. Scan the QR code, or wait a while."
    ),
    "autostart_refused": QT_TRANSLATE_NOOP(
        "Errors", "WaDesk could not be entered among what starts with the system. Look at the system's own settings."
    ),
    "device_limit": QT_TRANSLATE_NOOP("Errors", "WhatsApp refused a new device. Remove one in Linked devices."),
    "bad_number": QT_TRANSLATE_NOOP("Errors", "This cannot be a phone number. Write it with country and area code."),
    "not_on_whatsapp": QT_TRANSLATE_NOOP("Errors", "This phone is not on WhatsApp. Check the number."),
    "not_erased": QT_TRANSLATE_NOOP(
        "Errors", "A file of this number could not be erased. Close what uses it, then try again."
    ),
    "no_slot": QT_TRANSLATE_NOOP("Errors", "That is not here any more."),
    "engine_silent": QT_TRANSLATE_NOOP("Errors", "This number's engine does not answer. Try again."),
    "engine_protocol": QT_TRANSLATE_NOOP("Errors", "WaDesk and its engine do not fit together. Install WaDesk again."),
    "engine_network": QT_TRANSLATE_NOOP(
        "Errors", "The engine belongs to another network: rehearsal and the real one never mix."
    ),
    "no_access": QT_TRANSLATE_NOOP("Errors", "WaDesk may not open this number's folder. Allow it, then try again."),
    "no_message": QT_TRANSLATE_NOOP("Errors", "This message is not here any more."),
    "no_chat": QT_TRANSLATE_NOOP("Errors", "This chat is not here any more."),
    "no_such_chat": QT_TRANSLATE_NOOP("Errors", "This chat is not here any more. Nothing was sent."),
    "not_discardable": QT_TRANSLATE_NOOP("Errors", "This message has left, or may have. It cannot be deleted here."),
    "not_settleable": QT_TRANSLATE_NOOP("Errors", "There is nothing to decide about this message any more."),
    "not_waiting": QT_TRANSLATE_NOOP("Errors", "This message is not waiting to be sent any more."),
    "group_chat": QT_TRANSLATE_NOOP("Errors", "A group stays with the number that is in it."),
    "disk_full": QT_TRANSLATE_NOOP("Errors", "The disk is full. Free some space, then try again."),
    "worker_restarting": QT_TRANSLATE_NOOP("Errors", "This account is just starting again. Try in a moment."),
    "worker_silent": QT_TRANSLATE_NOOP("Errors", "This account does not answer. Try in a moment."),
    "crashing": QT_TRANSLATE_NOOP("Errors", "This account keeps stopping. Other accounts go on. Try again."),
    "closing": QT_TRANSLATE_NOOP("Errors", "WaDesk is closing."),
    "keyring_locked": QT_TRANSLATE_NOOP("Errors", "I could not open the system keychain. Unlock it and try again."),
    "keyring_absent": QT_TRANSLATE_NOOP(
        "Errors", "This system has no keychain that WaDesk can use. The keys can be kept under a passphrase instead."
    ),
    "keyring_refused": QT_TRANSLATE_NOOP("Errors", "The system keychain refused WaDesk's key. Allow it and try again."),
    "keyring_damaged": QT_TRANSLATE_NOOP(
        "Errors", "What the system keychain holds for WaDesk is not one of its keys. Nothing was changed."
    ),
    "key_missing": QT_TRANSLATE_NOOP(
        "Errors", "The key of this data is not in the keychain. Without it the data cannot be opened."
    ),
    "wrong_passphrase": QT_TRANSLATE_NOOP("Errors", "This is not the passphrase of this data. Try again."),
    "empty_passphrase": QT_TRANSLATE_NOOP("Errors", "Write the passphrase first."),
    "vault_damaged": QT_TRANSLATE_NOOP("Errors", "The passphrase vault is damaged. Restore it from a copy."),
    "wrong_key": QT_TRANSLATE_NOOP("Errors", "The key does not fit this data. Nothing was changed."),
    "damaged": QT_TRANSLATE_NOOP("Errors", "The data is damaged. Restore it from a copy."),
    "newer": QT_TRANSLATE_NOOP("Errors", "A newer WaDesk wrote this data. Install the newest one."),
    "foreign_network": QT_TRANSLATE_NOOP(
        "Errors", "This data belongs to another network: rehearsal and the real one never share a folder."
    ),
    "in_use": QT_TRANSLATE_NOOP("Errors", "WaDesk already works on the folder {folder}."),
    "no_permission": QT_TRANSLATE_NOOP("Errors", "You may not write to the folder {folder}."),
    "not_a_folder": QT_TRANSLATE_NOOP("Errors", "{folder} is not a folder."),
    "folder_unusable": QT_TRANSLATE_NOOP("Errors", "The folder {folder} cannot be used."),
    "inside_program": QT_TRANSLATE_NOOP(
        "Errors", "The folder {folder} lies inside the program's own folder. Choose another place for the data."
    ),
    "folder_damaged": QT_TRANSLATE_NOOP("Errors", "A file of the data folder is damaged. Restore it from a copy."),
}


def told(error: WaDeskError) -> str:
    """One sentence for people about ``error``; its own English one where its reason or a fact is not known here."""
    if error.reason not in _SENTENCES:
        return error.sentence
    try:
        return translate("Errors", str(_SENTENCES[error.reason])).format_map(error.facts)
    except KeyError:
        return error.sentence
