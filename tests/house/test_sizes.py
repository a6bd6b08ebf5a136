"""Nothing grows past the size at which it stops being one idea."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import files, text, tree

MODULE, CLASS, FUNCTION, INIT = 400, 250, 50, 40

# What may be longer, by file and name ("" for the whole file): tables, generated code, long test data. Each says why.
EXCEPTIONS = {
    ("wadesk/wire/engine_frames.py", ""): "the table of everything that an engine hears and says",
    ("wadesk/engine/whatsmeow/frames_in.go", "tag"): "the table of frames and their tags",
    ("wadesk/engine/whatsmeow/kinds_test.go", "TestEveryKindHasItsNameAndWhatTellsItApart"): "the table of kinds",
}

PYTHON = "*.py"
GO = "*.go"


def test_no_python_file_class_or_function_is_too_long() -> None:
    _complain([one for path in files(PYTHON) for one in python_excesses(path, text(path), tree(path))])


def test_no_go_file_or_function_is_too_long() -> None:
    _complain([one for path in files(GO) for one in go_excesses(path, text(path))])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "x = 1\n" * 401),
        ("Long", "class Long:\n" + "    x = 1\n" * 250),
        ("long", "def long():\n" + "    x = 1\n" * 50),
        ("__init__", "class A:\n    def __init__(self):\n" + "        x = 1\n" * 40),
    ],
)
def test_a_planted_long_one_is_found(name: str, code: str) -> None:
    assert ("planted.py", name) in {key for key, _ in python_excesses(Path("planted.py"), code, ast.parse(code))}


def test_a_planted_long_go_function_is_found() -> None:
    code = "package a\n\nfunc (e *engine) long() {\n" + "\tx()\n" * 50 + "}\n"
    assert [key for key, _ in go_excesses(Path("a.go"), code)] == [("a.go", "long")]


Excess = tuple[tuple[str, str], int]


def python_excesses(path: Path, code: str, module: ast.Module) -> Iterator[Excess]:
    """What of a Python file is too long, with its length in lines."""
    if (lines := code.count("\n")) > MODULE:
        yield (str(path), ""), lines
    for node in ast.walk(module):
        match node:
            case ast.ClassDef():
                limit = CLASS
            case ast.FunctionDef(name="__init__"):
                limit = INIT
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                limit = FUNCTION
            case _:
                continue
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > limit:
            yield (str(path), node.name), lines


def go_excesses(path: Path, code: str) -> Iterator[Excess]:
    """What of a Go file is too long; gofmt puts a function's first and last line at the margin."""
    if (lines := code.count("\n")) > MODULE:
        yield (str(path), ""), lines
    for found in re.finditer(r"^func (?:\([^)]*\) )?(\w+).*?^}", code, re.MULTILINE | re.DOTALL):
        if (lines := found[0].count("\n") + 1) > FUNCTION:
            yield (str(path), found[1]), lines


def _complain(excesses: list[Excess]) -> None:
    lines = [
        f"{file}: {name or 'file'} has {lines} lines"
        for (file, name), lines in excesses
        if (file, name) not in EXCEPTIONS
    ]
    assert not lines, "\n".join(lines)
