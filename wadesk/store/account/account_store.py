"""The way into an account's database."""

from types import TracebackType
from typing import Self

from wadesk.paths import AccountFolder
from wadesk.store.account.heard import Heard
from wadesk.store.account.looks import Looks
from wadesk.store.account.outbox import Outbox
from wadesk.store.account.pages import Pages
from wadesk.store.account.past import Past
from wadesk.store.account.reading import Reading
from wadesk.store.account.slots import Slots
from wadesk.store.account.tables import note_closed, open_account
from wadesk.store.encrypted import Database
from wadesk.wire.engine_frames import Network


class AccountStore:
    """One account's messages in parts: ``slots``, ``heard``, ``outbox``, ``reading``, ``pages``, ``looks``, ``past``.

    Synchronous, for one writer thread. Every method of a part is one durable transaction, may raise
    StoreError, and refuses a slot of another account (InvalidRequest ``foreign_slot``) or one that was
    never added (NotFound ``no_slot``).
    """

    def __init__(self, database: Database, unclean: bool) -> None:
        """Stand on an open database; :meth:`open` makes one."""
        self._database = database
        self.unclean = unclean
        self.slots = Slots(database)
        self.heard = Heard(database)
        self.outbox = Outbox(database)
        self.reading = Reading(database)
        self.pages = Pages(database)
        self.looks = Looks(database)
        self.past = Past(database)

    @classmethod
    def open(cls, folder: AccountFolder, key: bytes, network: Network) -> Self:
        """Open (or, in a new folder, make) the account's database with its raw 32-byte key.

        ``unclean`` says that the process before did not close it. StoreError reasons: ``wrong_key``,
        ``damaged``, ``newer``, ``foreign_network``, ``foreign_account``, ``missing`` (the file is gone
        although a slot's key store is there), ``locked``, ``disk_full``, ``no_access``.
        """
        database, unclean = open_account(folder, key, network)
        return cls(database, unclean)

    def close(self) -> None:
        """Close the file and note that it was closed; a second call does nothing."""
        if not self._database.closed:
            try:
                note_closed(self._database)
            finally:
                self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
