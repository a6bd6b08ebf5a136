"""The local administrator may do everything, whoever is of another kind nothing."""

import pytest

from wadesk.domain.errors import Forbidden, NotFound
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.principal import Principal, PrincipalKind, Scope, local_administrator
from wadesk.supervisor.access import allows, require

SLOT = slot_id(new_account_id(), 1)


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("place", [None, SLOT], ids=["desk", "slot"])
def test_the_local_administrator_passes_everywhere(scope: Scope, place) -> None:
    require(local_administrator(), scope, place)


@pytest.mark.parametrize("kind", [PrincipalKind.OPERATOR, PrincipalKind.API_KEY])
@pytest.mark.parametrize("scope", list(Scope))
def test_others_are_refused_and_cannot_tell_what_exists(kind: PrincipalKind, scope: Scope) -> None:
    # A name proves nothing.
    who = Principal(kind=kind, name="local-administrator")
    assert not allows(who, scope, SLOT)
    with pytest.raises(NotFound):
        require(who, scope, SLOT)
    with pytest.raises(Forbidden):
        require(who, scope, None)
