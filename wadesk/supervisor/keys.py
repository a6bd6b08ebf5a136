"""The keys of one data folder: made once, through the vault, and never made anew where a database exists."""

import base64
import secrets
from pathlib import Path

from wadesk.domain.errors import VaultError
from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.paths import DataFolder
from wadesk.supervisor.thread import CallThread
from wadesk.supervisor.vault.vault import KEY_BYTES, Vault, service_name

_MISSING = (
    "The key of this folder's data is not in the keyring. It may be under another user or computer, or under a "
    "passphrase. No new key was made, because the data could then never be read."
)


class Keys:
    """Gets and makes keys on the vault's thread. Every method raises VaultError, ``key_missing`` among its reasons.

    Each key is asked of the vault once in a run and kept in memory: a keyring that is locked or silent for a
    moment must not stop a worker from coming back, and macOS would ask a person for every item again.
    """

    def __init__(self, data: DataFolder, folder_id: str, vault: Vault, thread: CallThread) -> None:
        """Serve the folder ``data``, whose id is ``folder_id``."""
        self._data = data
        self._folder_id = folder_id
        self._vault = vault
        self._thread = thread
        # Touched on the vault's thread alone.
        self._kept: dict[str, bytes] = {}

    async def require_open(self) -> None:
        """VaultError while the vault cannot be read: asked before something is made that would need a new key."""
        await self._thread.call(self._vault.get, service_name(self._folder_id, "desk"))

    async def desk(self) -> bytes:
        """The desk database's key."""
        return await self._get_or_make("desk", self._data.desk_db)

    async def account(self, account_id: AccountId) -> bytes:
        """An account database's key."""
        return await self._get_or_make(account_id, self._data.account(account_id).database)

    async def slot(self, slot_id: SlotId) -> bytes:
        """The key of a slot's engine store."""
        return await self._get_or_make(slot_id, self._data.account(account_of(slot_id)).slot(slot_id).engine_db)

    async def forget_slot(self, slot_id: SlotId) -> None:
        """Delete a slot's key: what was encrypted with it is gone."""
        await self._thread.call(self._forget_now, service_name(self._folder_id, slot_id))

    def _forget_now(self, service: str) -> None:
        self._kept.pop(service, None)
        self._vault.delete(service)

    async def _get_or_make(self, owner: str, database: Path) -> bytes:
        return await self._thread.call(self._get_or_make_now, service_name(self._folder_id, owner), database)

    def _get_or_make_now(self, service: str, database: Path) -> bytes:
        key = self._kept.get(service) or self._vault.get(service)
        if key is None:
            if database.exists():
                raise VaultError("key_missing", _MISSING)
            key = secrets.token_bytes(KEY_BYTES)
            self._vault.put(service, key)
        self._kept[service] = key
        return key


def in_base64(key: bytes) -> str:
    """A key as it travels in a frame."""
    return base64.b64encode(key).decode()
