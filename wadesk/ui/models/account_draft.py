"""An account that is being made: initials and colour are proposed until a person says otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from wadesk.domain.desk import Account
from wadesk.domain.names import propose_initials


@dataclass
class AccountDraft:
    """``name``, ``initials`` and ``colour`` as they stand; ``initials`` follow the name until they were typed."""

    taken: dict[str, str]
    colour: int
    name: str = ""
    initials: str = ""
    typed: bool = False

    @classmethod
    def beside(cls, accounts: Iterable[Account]) -> "AccountDraft":
        """A draft beside the accounts there are: the first colour that none of them has, in the palette's order."""
        every = list(accounts)
        used = {account.colour for account in every}
        free = (colour for colour in range(1, 21) if colour not in used)
        return cls({account.initials: account.name for account in every}, next(free, len(every) % 10 + 1))

    def rename(self, name: str) -> None:
        """Another name; proposes initials that no other account has, unless some were typed."""
        self.name = name
        if not self.typed:
            self.initials = propose_initials(name, self.taken) if name.strip() else ""

    def type_initials(self, initials: str) -> None:
        """Initials that a person wants; empty ones are proposed again."""
        self.initials, self.typed = initials.strip().upper(), bool(initials.strip())

    @property
    def taken_by(self) -> str:
        """The account that has these initials already; empty where they are free."""
        return self.taken.get(self.initials, "")

    @property
    def complete(self) -> bool:
        """Whether an account can be made of it."""
        return bool(self.name.strip()) and len(self.initials) == 2 and self.initials.isalnum() and not self.taken_by
