"""What a vault does, and the one function that names its entries."""

from typing import Protocol

KEY_BYTES = 32
"""Every key is this long: a SQLCipher key, or the key of an engine's store."""


class Vault(Protocol):
    """Keeps one key under each service name. Calls may block for as long as a person thinks about a prompt.

    Every method raises VaultError (``keyring_locked``, ``keyring_refused``, ``keyring_absent``,
    ``wrong_passphrase``, ``vault_damaged``, ``disk_full``) and never puts a key into an error.
    """

    def get(self, service: str) -> bytes | None:
        """The key under ``service``, or None when there is none."""

    def put(self, service: str, key: bytes) -> None:
        """Keep ``key`` under ``service`` in place of what was there, and make sure that it reads back."""

    def delete(self, service: str) -> None:
        """Forget what is under ``service``; nothing there is no error."""


def service_name(folder_id: str, owner: str) -> str:
    """The entry of ``owner`` (``desk``, an account id, a slot id) of the data folder ``folder_id``.

    The folder's id keeps two data folders of one computer apart; one owner is one service, because
    Windows moves the first entry of a service when a second user comes (ecosystem.md 5.1).
    """
    return f"WaDesk/{folder_id}/{owner}"
