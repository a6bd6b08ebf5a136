"""Who asks. Every call of the supervisor names one."""

from enum import StrEnum

import msgspec


class PrincipalKind(StrEnum):
    """The kinds of askers there are."""

    LOCAL_ADMINISTRATOR = "local-administrator"
    OPERATOR = "operator"
    API_KEY = "api-key"


class Scope(StrEnum):
    """What a principal may do with one slot, or (admin) with the desk."""

    READ = "read"
    SEND = "send"
    CONTROL = "control"
    ADMIN = "admin"


class Principal(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks; ``name`` is stable over runs and goes into the audit log and into idempotency keys."""

    kind: PrincipalKind
    name: str


def local_administrator() -> Principal:
    """The person at this computer; one principal over all runs (api.md)."""
    return Principal(kind=PrincipalKind.LOCAL_ADMINISTRATOR, name="local-administrator")
