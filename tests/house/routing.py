"""The routing check: code that picks a slot, account or token by position, default or state.

A message leaves only from the number that its chat's id names. Whoever has no id has an error to raise and nothing to
choose from, so the patterns by which one is chosen are refused where they are written. Each rule is a small function
from a syntax node to a complaint; `tests/house/test_routing.py` plants a line for every one of them.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tests.house.routing_words import (
    ACTS,
    CHOSEN,
    IDENTITY,
    MAKES,
    SINGULAR,
    asks_by_key,
    is_identity,
    is_measure,
    is_read,
    names_several,
    several,
    speaks_of_state,
    terminal,
    words,
)


@dataclass(frozen=True)
class Finding:
    """One refused place: the rule, the line and the function it stands in ("" at module level)."""

    rule: str
    line: int
    function: str


def check(module: ast.Module) -> list[Finding]:
    """Every refused place of a module, in order."""
    return sorted(_walk(module, "", in_test=False), key=lambda finding: finding.line)


def _walk(node: ast.AST, function: str, *, in_test: bool) -> Iterator[Finding]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        function = node.name
    for rule, broken in RULES.items():
        # `a or b` in a condition asks a question; elsewhere it chooses a value.
        if broken(node) and not (in_test and rule == "default: or"):
            yield Finding(rule, getattr(node, "lineno", 0), function)
    test = getattr(node, "test", None)
    for child in ast.iter_child_nodes(node):
        asks = child is test or isinstance(node, ast.comprehension) or _negates(node)
        yield from _walk(child, function, in_test=asks or (in_test and isinstance(node, ast.BoolOp)))


def _negates(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _by_index(node: ast.AST) -> bool:
    match node:
        case ast.Subscript(value=value, slice=ast.Constant(value=int())):
            return several(value)
        case ast.Subscript(value=value, slice=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int()))):
            return several(value)
        case ast.Subscript(value=value, slice=ast.Slice(lower=None, upper=ast.Constant(value=1))):
            return several(value)
        case _:
            return False


def _by_next(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="next"), args=[ast.GeneratorExp() as source, *_]):
            return several(source) and not _filtered(source, asks_by_key) and not _filtered(source, speaks_of_state)
        case ast.Call(func=ast.Name(id="next"), args=[source, *_]):
            return several(source)
        case _:
            return False


def _by_extreme(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="min" | "max"), args=[source, *_]):
            return several(source) and not (isinstance(source, ast.GeneratorExp) and is_measure(source.elt))
        case ast.Call(func=ast.Attribute(attr="choice" | "choices" | "sample"), args=[source, *_]):
            return several(source)
        case _:
            return False


def _by_pop(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=source, attr="popitem" | "popleft")):
            return several(source)
        case ast.Call(func=ast.Attribute(value=source, attr="pop"), args=[] | [ast.Constant(value=int())]):
            return several(source)
        case _:
            return False


def _by_unpacking(node: ast.AST) -> bool:
    match node:
        case ast.Assign(targets=[ast.Tuple() | ast.List()], value=value):
            return several(value)
        case _:
            return False


def _by_first_row(node: ast.AST) -> bool:
    """One row of a query that asks for no certain one: `.first()`, `.scalar()`, `.limit(1)` and what they are like."""
    return _ends_a_query(node) and not _conditions(node, asks_by_key) and not _conditions(node, speaks_of_state)


def _by_first_match(node: ast.AST) -> bool:
    """`.first()` on several of them."""
    match node:
        case ast.Call(func=ast.Attribute(value=source, attr="first")):
            return several(source)
        case _:
            return False


def _by_loop(node: ast.AST) -> bool:
    return any(not guards for guards in _returns_from(node))


def _by_parameter(node: ast.AST) -> bool:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or not ACTS & set(words(node.name)):
        return False
    plain = [*node.args.posonlyargs, *node.args.args]
    defaults = [*[None] * (len(plain) - len(node.args.defaults)), *node.args.defaults, *node.args.kw_defaults]
    given = zip([*plain, *node.args.kwonlyargs], defaults, strict=True)
    return _may_be_missing((arg.arg, default is not None) for arg, default in given)


def _by_field(node: ast.AST) -> bool:
    if not isinstance(node, ast.ClassDef) or not ACTS & set(words(node.name)):
        return False
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    return _may_be_missing((terminal(field.target), field.value is not None) for field in fields)


def _may_be_missing(given: Iterable[tuple[str, bool]]) -> bool:
    """Whether an action works without an id; where the slot is demanded, a number may stand for its chat."""
    identities = [(name, optional) for name, optional in given if name in IDENTITY]
    slot_is_demanded = any(not optional for name, optional in identities if name != "chat_id")
    return any(optional for name, optional in identities if not (name == "chat_id" and slot_is_demanded))


def _by_or(node: ast.AST) -> bool:
    match node:
        case ast.BoolOp(op=ast.Or(), values=values) if all(map(is_read, values)):
            # Two places in which a caller may have named it: what stands there is still what was asked for.
            return False
        case ast.BoolOp(op=ast.Or(), values=[*first, last]):
            return any(map(is_identity, first)) and not _is_empty(last)
        case _:
            return False


def _by_condition(node: ast.AST) -> bool:
    match node:
        case ast.IfExp(test=test, body=body, orelse=other):
            asked = {terminal(part) for part in _operands(test) if is_identity(part)}
            sides = ((body, other), (other, body))
            return any(is_identity(one) and terminal(one) in asked and not _is_empty(two) for one, two in sides)
        case _:
            return False


def _operands(test: ast.expr) -> Iterator[ast.expr]:
    """What a condition itself looks at: `slot` in `slot is None`, not in `slot.name`."""
    match test:
        case ast.UnaryOp(operand=inner):
            yield from _operands(inner)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _operands(value)
        case ast.Compare(left=left, comparators=right):
            yield from (left, *right)
        case _:
            yield test


def _by_get(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=source, attr="get"), args=[_, fallback]):
            return names_several(re.sub(r"_(by|of|per)_.*", "", terminal(source)).rpartition("_")[2]) and not _is_empty(
                fallback
            )
        case _:
            return False


def _by_name(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.FunctionDef(name=name):
            pass
        case ast.AsyncFunctionDef(name=name):
            pass
        case _:
            return False
    said = words(name)
    if said[0] in MAKES:
        # The first account is made, not picked.
        return False
    return any(one in CHOSEN and two in SINGULAR for one, two in pairwise(said))


def _by_state_in_next(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="next"), args=[ast.GeneratorExp() as source, *_]):
            return several(source) and _filtered(source, speaks_of_state) and not _filtered(source, asks_by_key)
        case _:
            return False


def _by_state_in_loop(node: ast.AST) -> bool:
    return any(guards and any(map(speaks_of_state, guards)) for guards in _returns_from(node))


def _by_state_in_query(node: ast.AST) -> bool:
    return _ends_a_query(node) and _conditions(node, speaks_of_state) and not _conditions(node, asks_by_key)


def _by_text_of_query(node: ast.AST) -> bool:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    asked = re.search(r"\bfrom\s+(?:slot|account|token)s?\b(.*)\blimit\s+1\b", node.value, re.IGNORECASE | re.DOTALL)
    return asked is not None and not re.search(r"\b(?:\w+_)?(?:id|key|number|hash)\s*=\s*[:?]", asked[1])


def _filtered(source: ast.GeneratorExp, by: Callable[[ast.AST], bool]) -> bool:
    return any(by(test) for part in source.generators for test in part.ifs)


def _is_empty(node: ast.AST) -> bool:
    """None, "" or False: no choice, the lack stays a lack."""
    return isinstance(node, ast.Constant) and not node.value


def _ends_a_query(node: ast.AST) -> bool:
    """Whether this takes one row of a `select` that speaks of slots, accounts or tokens."""
    match node:
        case ast.Call(func=ast.Attribute(value=chain, attr="first" | "scalar" | "fetchone" | "one" | "one_or_none")):
            pass
        case ast.Call(func=ast.Attribute(value=chain, attr="limit"), args=[ast.Constant(value=1)]):
            pass
        case _:
            return False
    selects = (part for part in ast.walk(chain) if isinstance(part, ast.Call) and terminal(part) == "select")
    return any((SINGULAR | {"accounts", "slots"}) & set(words(name)) for one in selects for name in _tables(one))


def _tables(select: ast.Call) -> Iterator[str]:
    """What a select asks for: `account.c.name` asks the table account."""
    for part in (node for argument in select.args for node in ast.walk(argument)):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Attribute) and part.attr != "c":
            yield part.attr


def _conditions(chain: ast.AST, by: Callable[[ast.AST], bool]) -> bool:
    calls = (part for part in ast.walk(chain) if isinstance(part, ast.Call) and terminal(part) in {"where", "filter"})
    return any(by(argument) for call in calls for argument in call.args)


def _returns_from(node: ast.AST) -> Iterator[list[ast.expr]]:
    """For each way by which a loop over several gives one of them out: the conditions on that way, by key left out."""
    if not isinstance(node, ast.For | ast.AsyncFor) or not several(node.iter):
        return
    names = {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
    for guards in _ways_out(node.body, names, []):
        if not any(map(asks_by_key, guards)):
            yield guards


def _ways_out(body: list[ast.stmt], names: set[str], guards: list[ast.expr]) -> Iterator[list[ast.expr]]:
    for index, statement in enumerate(body):
        match statement:
            case ast.Return(value=ast.Name(id=name) | ast.Attribute(value=ast.Name(id=name))) if name in names:
                if not (isinstance(statement.value, ast.Attribute) and is_measure(statement.value)):
                    yield guards
            case ast.Assign(value=ast.Name(id=name)) if name in names and _breaks(body[index + 1 :]):
                yield guards
            case ast.If(test=test):
                yield from _ways_out(statement.body, names, [*guards, test])
                yield from _ways_out(statement.orelse, names, [*guards, test])
            case ast.With() | ast.AsyncWith() | ast.Try():
                yield from _ways_out(statement.body, names, guards)


def _breaks(rest: list[ast.stmt]) -> bool:
    return any(isinstance(statement, ast.Break) for statement in rest)


RULES: dict[str, Callable[[ast.AST], bool]] = {
    "position: index": _by_index,
    "position: next": _by_next,
    "position: extreme": _by_extreme,
    "position: pop": _by_pop,
    "position: unpacking": _by_unpacking,
    "position: first row": _by_first_row,
    "position: first": _by_first_match,
    "position: loop": _by_loop,
    "position: text of a query": _by_text_of_query,
    "default: parameter": _by_parameter,
    "default: field": _by_field,
    "default: or": _by_or,
    "default: condition": _by_condition,
    "default: get": _by_get,
    "default: name": _by_name,
    "state: next": _by_state_in_next,
    "state: loop": _by_state_in_loop,
    "state: query": _by_state_in_query,
}
