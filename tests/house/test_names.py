"""Names say what a thing is; words that fit everything are refused."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import files, text, tree

# Anywhere in the name of a module, a class or a Go type.
WORDS = frozenset(
    {"manager", "managers", "helper", "helpers", "util", "utils", "utility", "utilities", "common", "misc"}
)
# As the whole name: of what?
ALONE = frozenset({"handler", "handlers", "session", "data", "info", "base"})

EXCEPTIONS = {"Session": "what the local HTTP API calls a slot, in its addresses and answers"}


def test_no_module_class_or_go_type_has_a_name_that_fits_everything() -> None:
    named = [(path, name) for path in files("*.py", "*.go") for name in names(path, text(path))]
    assert [f"{path}: {name}" for path, name in named if is_refused(name) and name not in EXCEPTIONS] == []


@pytest.mark.parametrize(
    "name", ["SlotManager", "test_helpers", "utils", "misc", "base_model", "BaseEngine", "Handler", "data"]
)
def test_a_planted_name_is_refused(name: str) -> None:
    assert is_refused(name)


@pytest.mark.parametrize("name", ["SlotHandler", "session_key", "database", "Baseline", "CommonsLicence"])
def test_a_name_with_an_object_passes(name: str) -> None:
    assert not is_refused(name)


def names(path: Path, code: str) -> Iterator[str]:
    """The names of a file, of its folder, and of the classes or types in it."""
    yield path.stem
    yield path.parent.name
    if path.suffix == ".go":
        yield from re.findall(r"^type (\w+)", code, re.MULTILINE)
    else:
        yield from (node.name for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))


def is_refused(name: str) -> bool:
    """Whether a name says nothing about what it names."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_").split("_")
    return bool(WORDS & set(words)) or "_".join(words) in ALONE or words[0] == "base"
