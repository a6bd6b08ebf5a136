"""Keys in one file under a passphrase: the explicit other choice where no keyring is to be used.

The file is ``WADESKV1``, the header's length (4 bytes, big-endian), the header (JSON: how the key is
derived), a nonce of 12 bytes, and the entries under AES-256-GCM with everything before as associated
data, so that a changed header is noticed. The key is argon2id's (RFC 9106, second recommended choice
with t=3 and 64 MiB).
"""

import os
import threading
from pathlib import Path
from typing import Self

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wadesk.domain.errors import VaultError
from wadesk.supervisor.private_file import write_private
from wadesk.supervisor.vault.vault import KEY_BYTES

_MAGIC = b"WADESKV1"
_NONCE_BYTES = 12
_SALT_BYTES = 16
# What a file may ask of this computer before its passphrase is proven.
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 1024 * 1024, 16, 16
_LARGEST_FILE = 16 * 1024 * 1024


class _Header(msgspec.Struct, frozen=True, kw_only=True):
    salt: bytes
    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4
    kdf: str = "argon2id"


class PassphraseVault:
    """All entries of one file. Opened with its passphrase once; the derived key stays in memory only."""

    def __init__(self, path: Path, key: bytes, header: bytes, entries: dict[str, bytes]) -> None:
        """Use what :func:`open_passphrase_vault` read or began."""
        self._path = path
        self._cipher = AESGCM(key)
        self._header = header
        self._entries = entries
        self._lock = threading.Lock()

    @classmethod
    def begin(cls, path: Path, passphrase: str) -> Self:
        """A new, empty vault. Nothing is written before the first key is put."""
        header = _Header(salt=os.urandom(_SALT_BYTES))
        return cls(path, _derive(passphrase, header), _framed(header), {})

    @classmethod
    def read(cls, path: Path, passphrase: str) -> Self:
        """The vault in ``path``; VaultError ``wrong_passphrase`` or ``vault_damaged``."""
        header, framed, sealed = _split(_bytes_of(path))
        key = _derive(passphrase, header)
        try:
            plain = AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], framed)
        except InvalidTag:
            raise VaultError(
                "wrong_passphrase", "This is not the passphrase of this data folder (or vault.bin was changed)."
            ) from None
        return cls(path, key, framed, msgspec.json.decode(plain, type=dict[str, bytes]))

    def get(self, service: str) -> bytes | None:
        with self._lock:
            return self._entries.get(service)

    def put(self, service: str, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        with self._lock:
            self._save(self._entries | {service: key})

    def delete(self, service: str) -> None:
        with self._lock:
            if service in self._entries:
                self._save({name: key for name, key in self._entries.items() if name != service})

    def _save(self, entries: dict[str, bytes]) -> None:
        nonce = os.urandom(_NONCE_BYTES)
        content = self._header + nonce + self._cipher.encrypt(nonce, msgspec.json.encode(entries), self._header)
        try:
            write_private(self._path, content)
        except OSError as error:
            raise VaultError(
                "vault_unwritable", f"The passphrase vault {self._path} could not be written: {error.strerror}."
            ) from None
        if _bytes_of(self._path) != content:
            raise VaultError("vault_unwritable", f"The passphrase vault {self._path} did not keep what was written.")
        self._entries = entries


def open_passphrase_vault(path: Path, passphrase: str) -> PassphraseVault:
    """The vault in ``path``, or a new one when there is no such file; VaultError for a wrong passphrase.

    Takes about half a second and 64 MiB, on purpose.
    """
    if not passphrase:
        raise VaultError("empty_passphrase", "The passphrase must not be empty.")
    try:
        exists = path.exists()
    except OSError as error:
        raise _unreadable(path, error) from None
    return PassphraseVault.read(path, passphrase) if exists else PassphraseVault.begin(path, passphrase)


def _derive(passphrase: str, header: _Header) -> bytes:
    return hash_secret_raw(
        passphrase.encode(), header.salt, header.passes, header.memory_kib, header.lanes, KEY_BYTES, Type.ID
    )


def _framed(header: _Header) -> bytes:
    body = msgspec.json.encode(header)
    return _MAGIC + len(body).to_bytes(4, "big") + body


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE)
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> VaultError:
    return VaultError("vault_unreadable", f"The passphrase vault {path} cannot be read: {error.strerror}.")


def _split(content: bytes) -> tuple[_Header, bytes, bytes]:
    start = len(_MAGIC) + 4
    end = start + int.from_bytes(content[len(_MAGIC) : start], "big")
    try:
        if not content.startswith(_MAGIC) or len(content) < end + _NONCE_BYTES:
            raise ValueError("not a vault")
        header = msgspec.json.decode(content[start:end], type=_Header)
        if not _bearable(header):
            raise ValueError("not our parameters")
    except (ValueError, msgspec.MsgspecError):
        raise VaultError("vault_damaged", "vault.bin is damaged or was made by something else.") from None
    return header, content[:end], content[end:]


def _bearable(header: _Header) -> bool:
    return (
        header.kdf == "argon2id"
        and len(header.salt) >= _SALT_BYTES
        and 1 <= header.passes <= _MOST_PASSES
        and 1 <= header.lanes <= _MOST_LANES
        and 8 * header.lanes <= header.memory_kib <= _MOST_MEMORY_KIB
    )
