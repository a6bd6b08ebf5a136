"""Keys in the operating system's keyring, through back ends that are known to keep them."""

import base64
import binascii
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import keyring.errors
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, Windows, macOS

from wadesk.domain.errors import VaultError
from wadesk.supervisor.vault.vault import KEY_BYTES

if sys.platform == "linux":
    from secretstorage.exceptions import SecretServiceNotAvailableException as _NoService
    from secretstorage.exceptions import SecretStorageException as _Foreign
elif sys.platform == "win32":
    from win32ctypes.pywin32 import pywintypes

    _Foreign = pywintypes.error
    _NoService = keyring.errors.NoKeyringError
else:
    _Foreign = keyring.errors.KeyringError
    _NoService = keyring.errors.NoKeyringError

_ABSENT = (keyring.errors.NoKeyringError, keyring.errors.InitError, OSError, _NoService)
_REFUSED = (keyring.errors.KeyringError, RuntimeError, _Foreign)

log = logging.getLogger(__name__)
_USER = "key"

_LOCKED = "The system's keyring is locked. Unlock it, then try again."
_REFUSES = (
    "The system's keyring did not take or give WaDesk's key. Allow WaDesk to use the keyring and try again, "
    "or keep the keys under a passphrase instead (--vault passphrase)."
)
_NONE_HERE = (
    "This computer offers no keyring in which WaDesk may keep its keys. Install and start one (on Linux "
    "GNOME Keyring, KWallet or KeePassXC), or keep the keys under a passphrase instead (--vault passphrase)."
)


class _BackEnd(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class KeyringVault:
    """Keys as base64 text of user ``key`` in one keyring. Blocks while the system asks a person."""

    def __init__(self, backend: _BackEnd) -> None:
        """Use ``backend``; :func:`open_keyring_vault` picks it."""
        self._backend = backend

    def get(self, service: str) -> bytes | None:
        with _translated():
            text = self._backend.get_password(service, _USER)
        return None if text is None else _key(text)

    def put(self, service: str, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        with _translated():
            self._backend.set_password(service, _USER, base64.b64encode(key).decode())
        # A back end that takes everything and keeps nothing would lose every message (ecosystem.md 5.1).
        if self.get(service) != key:
            raise VaultError("keyring_refused", _REFUSES)

    def delete(self, service: str) -> None:
        with _translated():
            if self._backend.get_password(service, _USER) is not None:
                self._backend.delete_password(service, _USER)


def open_keyring_vault() -> KeyringVault:
    """The vault of this system's own keyring; VaultError when there is none or it is locked.

    The back end is made by name for each platform. ``keyring``'s own choice follows an environment
    variable and a file to back ends that keep nothing or keep plain text (ecosystem.md 5.1).
    """
    vault = KeyringVault(_backend())
    vault.get("WaDesk/probe")
    return vault


def _backend() -> KeyringBackend:
    if sys.platform == "win32":
        windows = Windows.WinVaultKeyring()
        # The default roams with the user's profile; these keys belong to this computer's folder.
        windows.persist = "local machine"
        return windows
    if sys.platform == "darwin":
        return macOS.Keyring()
    return SecretService.Keyring()  # type: ignore[no-untyped-call]


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise VaultError("keyring_damaged", "What the system's keyring holds for WaDesk is not one of its keys.")
    return key


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except keyring.errors.KeyringLocked:
        raise VaultError("keyring_locked", _LOCKED) from None
    except _ABSENT as error:
        log.info("no keyring: %s", type(error).__name__)
        raise VaultError("keyring_absent", _NONE_HERE) from None
    except _REFUSED as error:
        log.info("the keyring refused: %s", type(error).__name__)
        raise VaultError("keyring_refused", _REFUSES) from None
