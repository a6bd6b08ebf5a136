"""The words by which the routing check knows a slot, an account or a token, and what counts as asking for one."""

import ast
import re

# A worker is one account's and an engine one slot's, so picking one of those picks the other.
SINGULAR = frozenset({"slot", "account", "token", "engine", "worker", "session"})
PLURAL = frozenset(word + "s" for word in SINGULAR)
IDENTITY = frozenset(
    {"slot", "slot_id", "account", "account_id", "token", "session", "session_id", "chat_id", "engine"}
)
STATE = frozenset(
    {"state", "status", "online", "connected", "linked", "ready", "active", "alive", "enabled", "paused", "healthy"}
)
# What a name says that stands for one chosen without being asked for.
CHOSEN = frozenset({"default", "fallback", "any", "first", "primary", "preferred"})
MAKES = frozenset({"make", "create", "add", "new"})
# Functions and frames that act on a number: for these a missing id is an error, never a choice.
ACTS = frozenset(
    {"send", "reply", "answer", "queue", "enqueue", "mark", "react", "forward", "deliver", "write", "link", "pair"}
)
# An equality on one of these asks for a certain one.
KEYS = frozenset({"id", "jid", "lid", "key", "number", "hash", "digest", "name", "token", "slot", "account"})
WRAPPERS = frozenset({"list", "tuple", "sorted", "set", "iter", "reversed", "filter", "enumerate", "deque", "cast"})


def words(name: str) -> list[str]:
    """`slotIds`, `_slot_ids` and `SlotIds` are all slot, ids."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_").split("_")


def terminal(node: ast.AST) -> str:
    """The last name of an expression: `a.b.slots` and `a.slots()` are slots, `(await x.slot)` is slot; else empty."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=inner) | ast.Await(value=inner) | ast.Starred(value=inner) | ast.NamedExpr(value=inner):
            return terminal(inner)
        case _:
            return ""


def names_several(name: str) -> bool:
    """Whether a name stands for several slots, accounts or tokens: `slots`, `slots_by_id`, `account_rows`."""
    said = words(name)
    if PLURAL & set(said):
        return True
    return bool(SINGULAR & set(said)) and said[-1].endswith("s") and not said[-1].endswith(("ss", "us"))


def several(node: ast.AST) -> bool:
    """Whether an expression is several of them, looked at through list(), .values(), await and comprehensions."""
    match node:
        case ast.Call(func=ast.Attribute(value=inner, attr="values" | "keys" | "items" | "copy" | "all")):
            return several(inner)
        case ast.Call(func=ast.Name(id=name), args=[*_, last]) if name in WRAPPERS:
            return several(last)
        case ast.ListComp() | ast.GeneratorExp() | ast.SetComp():
            return several(node.generators[0].iter) and not is_measure(node.elt)
        case ast.Await(value=inner) | ast.Starred(value=inner) | ast.NamedExpr(value=inner):
            return several(inner)
        case ast.Subscript(value=inner, slice=ast.Slice()):
            return several(inner)
        case ast.Name() | ast.Attribute() | ast.Call():
            return names_several(terminal(node))
        case _:
            return False


def is_measure(node: ast.AST) -> bool:
    """Whether an element is only something about one of them (`slot.position`), not it or its id."""
    if not isinstance(node, ast.Attribute | ast.Call):
        return not isinstance(node, ast.Name)
    return not (set(words(terminal(node))) & (SINGULAR | {"id"}))


def is_identity(node: ast.AST) -> bool:
    """Whether an expression is the slot, account, token or chat that something is asked for."""
    match node:
        case ast.Call() if is_read(node):
            return True
        case ast.Name() | ast.Attribute():
            return terminal(node).lstrip("_") in IDENTITY
        case _:
            return False


def is_read(node: ast.AST) -> bool:
    """Whether an id is read from what a caller sent: `body.get("sessionId")`."""
    match node:
        case ast.Call(func=ast.Attribute(attr="get"), args=[ast.Constant(value=str(key)), *_]):
            return "_".join(words(key)) in IDENTITY
        case _:
            return False


def asks_by_key(test: ast.AST) -> bool:
    """Whether a condition names the one that is wanted: `slot.slot_id == wanted`, or a digest compared."""
    return any(_is_key_equality(node) for node in ast.walk(test))


def speaks_of_state(node: ast.AST) -> bool:
    """Whether an expression looks at a state: `slot.online`, `state is LinkState.ONLINE`."""
    named = (terminal(part) for part in ast.walk(node) if isinstance(part, ast.Name | ast.Attribute))
    return any(STATE & set(words(name)) for name in named)


def _is_key_equality(node: ast.AST) -> bool:
    match node:
        case ast.Call() if terminal(node) == "compare_digest":
            return True
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            sides = (left, right)
            return not any(map(_is_fixed, sides)) and any(words(terminal(side))[-1] in KEYS for side in sides)
        case _:
            return False


def _is_fixed(node: ast.AST) -> bool:
    """A constant, or a member of an enumeration: nothing that a caller asked for."""
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id[:1].isupper()
    return isinstance(node, ast.Constant)
