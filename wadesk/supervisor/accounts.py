"""The facade's calls about accounts: who they are, how they look in the window, and in which order."""

from wadesk.domain.desk import Account
from wadesk.domain.events import AccountChanged
from wadesk.domain.ids import AccountId
from wadesk.domain.principal import Principal, Scope
from wadesk.supervisor.access import allows, require
from wadesk.supervisor.ground import Ground


class AccountCalls(Ground):
    """Accounts, each change told to whoever may see the account."""

    async def accounts(self, who: Principal) -> list[Account]:
        """The accounts that ``who`` may see, by position."""
        return [one for one in self._desk.accounts() if allows(who, Scope.READ, one.account_id)]

    async def add_account(
        self, who: Principal, name: str, initials: str | None = None, colour: int | None = None
    ) -> Account:
        """A new account with a key of its own."""
        require(who, Scope.ADMIN, None)
        # A keyring that is locked is told before there is an account without a key.
        await self._keys.require_open()
        account = await self._desk.add_account(name, initials, colour)
        await self._keys.account(account.account_id)
        self._subscriptions.publish(AccountChanged(account=account))
        return account

    async def rename_account(self, who: Principal, account_id: AccountId, name: str) -> Account:
        """Another name for an account."""
        return await self.change_account(who, account_id, name=name)

    async def change_account(
        self,
        who: Principal,
        account_id: AccountId,
        *,
        name: str | None = None,
        initials: str | None = None,
        colour: int | None = None,
    ) -> Account:
        """Another name, initials (two characters, unique) or colour (1 to 20); None leaves what there is.

        Conflict ``initials_taken`` names the account that has them.
        """
        require(who, Scope.ADMIN, self._known_account(who, account_id))
        account = await self._desk.change_account(account_id, name, initials, colour)
        self._subscriptions.publish(AccountChanged(account=account))
        return account

    async def move_account(self, who: Principal, account_id: AccountId, position: int) -> None:
        """Put an account at ``position``, counted from 1; past the end is the end. The others make room."""
        require(who, Scope.ADMIN, self._known_account(who, account_id))
        # All positions belong to the order: whoever may change it changes the desk.
        require(who, Scope.ADMIN, None)
        for account in await self._desk.move_account(account_id, position):
            self._subscriptions.publish(AccountChanged(account=account))
