"""Errors that people may read: a code for programs, a reason for translations, one sentence for people."""


class WaDeskError(Exception):
    """Something that cannot be done, told in one sentence.

    ``code`` is one of the local API's codes, ``reason`` a finer word that a translation is looked up
    by, ``facts`` the values its sentence names. No secret, no message text ever goes into one; phone
    numbers only in ``facts`` and ``sentence``, which are never logged.
    """

    code = "internal"
    retryable = False

    def __init__(self, reason: str, sentence: str, **facts: str) -> None:
        """Keep ``reason`` and ``sentence``; ``facts`` are the words the sentence was made with."""
        super().__init__(reason)
        self.reason = reason
        self.sentence = sentence
        self.facts = facts


class InvalidRequest(WaDeskError):
    """What was asked cannot be meant: an id of another form, an empty text, a number that cannot be one."""

    code = "invalid_request"


class InvalidNumber(InvalidRequest):
    """A text that cannot be a phone number."""

    code = "invalid_number"


class SessionRequired(InvalidRequest):
    """A send that names no slot: nothing is chosen for anybody."""

    code = "session_required"


class TooLarge(InvalidRequest):
    """A text, name or frame over its stated limit."""

    code = "too_large"


class NotFound(WaDeskError):
    """There is nothing under that id, or nothing the asker may see."""

    code = "not_found"


class NoQr(NotFound):
    """The slot shows no QR code at the moment."""

    code = "no_qr"


class Forbidden(WaDeskError):
    """The principal has no right to do this."""

    code = "forbidden"


class Conflict(WaDeskError):
    """It stands against a fact: a number bound elsewhere, a folder in use, a second key."""

    code = "conflict"


class SlotsFull(Conflict):
    """An account has ten slots already."""

    code = "slots_full"


class Unavailable(WaDeskError):
    """Not now: a worker, an engine, the keyring or the network is away; asking again may help."""

    code = "unavailable"
    retryable = True


class StoreError(Unavailable):
    """A database that cannot be opened or used: wrong key, damaged, newer, of another network, disk full."""


class VaultError(Unavailable):
    """The keyring (or the passphrase vault) cannot give or take a key: locked, refused, absent."""


class Internal(WaDeskError):
    """A bug, translated at a border so that the other side gets a sentence."""


ERRORS_BY_CODE: dict[str, type[WaDeskError]] = {
    error.code: error
    for error in (
        InvalidRequest,
        InvalidNumber,
        SessionRequired,
        TooLarge,
        NotFound,
        NoQr,
        Forbidden,
        Conflict,
        SlotsFull,
        Unavailable,
        Internal,
    )
}
