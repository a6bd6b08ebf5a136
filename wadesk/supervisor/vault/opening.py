"""Opens the vault that was chosen; nothing is chosen for anybody and nothing falls back."""

from wadesk.paths import DataFolder
from wadesk.supervisor.thread import CallThread
from wadesk.supervisor.vault.keyring_vault import open_keyring_vault
from wadesk.supervisor.vault.passphrase_vault import open_passphrase_vault
from wadesk.supervisor.vault.vault import Vault


async def open_vault(data: DataFolder, passphrase: str | None) -> Vault:
    """The vault under ``passphrase`` in ``data``, or for None the system's keyring; VaultError.

    The keyring may ask a person, without limit: the loop goes on meanwhile, and cancelling ends the wait.
    """
    thread = CallThread("opening the vault", abandonable=True)
    try:
        if passphrase is None:
            return await thread.call(open_keyring_vault)
        return await thread.call(open_passphrase_vault, data.vault, passphrase)
    finally:
        await thread.aclose()
