"""Keys in memory, and a vault that refuses on demand."""

from wadesk.domain.errors import VaultError


class MemoryVault:
    """A vault with behaviour; `locked` makes it refuse as a locked keyring does."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}
        self.locked = False

    def get(self, service: str) -> bytes | None:
        self._refuse()
        return self.entries.get(service)

    def put(self, service: str, key: bytes) -> None:
        self._refuse()
        self.entries[service] = key

    def delete(self, service: str) -> None:
        self._refuse()
        self.entries.pop(service, None)

    def _refuse(self) -> None:
        if self.locked:
            raise VaultError("keyring_locked", "The keyring is locked.")
