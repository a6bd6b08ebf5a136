"""Nothing in the tree ties it to one machine or to one package index, and nothing unfinished is left in it."""

import re

import pytest

from tests.house.sources import files, text

# Spelt in two pieces, so that this file passes its own test.
HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "proxy.golang" + ".org",
    "sum.golang" + ".org",
    "npmjs" + ".org",
    "crates" + ".io",
    "maven" + ".org",
    "deb.debian" + ".org",
]
_ELSEWHERE = "sha" + "red"
_MARKS = "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"))
REFUSED = {
    "the address of a package index": "|".join(map(re.escape, HOSTS)),
    "a path of one machine": rf"(?<![\w.~-])/(?:work|root|home/\w+|opt/wheels)/[\w.-]|\.\./{_ELSEWHERE}\b|/\.library/",
    "a mark of something unfinished": rf"\b(?:{_MARKS})\b|^(?:<{{7}}|>{{7}}|={{7}})(?: |$)",
}
# Lines of these are not ours to word.
THIRD_PARTY = {"LICENSE", "wadesk/engine/whatsmeow/go.sum"}
TEXT = {
    ".py",
    ".go",
    ".md",
    ".toml",
    ".txt",
    ".yml",
    ".yaml",
    ".json",
    ".qss",
    ".ts",
    ".sh",
    ".mod",
    ".sum",
    ".svg",
    "",
}


@pytest.mark.parametrize("what", REFUSED)
def test_no_file_holds(what: str) -> None:
    pattern = re.compile(REFUSED[what], re.MULTILINE)
    read = (path for path in files() if path.suffix in TEXT and path.as_posix() not in THIRD_PARTY)
    found = [f"{path}: {match[0]}" for path in read for match in pattern.finditer(text(path))]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("the address of a package index", "--index-url https://" + HOSTS[0] + "/simple"),
        ("a path of one machine", "see /wo" + "rk/notes.md"),
        ("a path of one machine", "as ../" + "shared/docs has it"),
        ("a mark of something unfinished", "# TO" + "DO later"),
        ("a mark of something unfinished", "<<<" + "<<<< HEAD"),
    ],
)
def test_a_planted_line_is_found(what: str, line: str) -> None:
    assert re.search(REFUSED[what], line, re.MULTILINE)


def test_every_requirement_is_pinned_and_hashed() -> None:
    (lock,) = files("packaging/requirements.txt")
    lines = [line for line in text(lock).splitlines() if line and not line.startswith((" ", "#"))]
    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+==\S+ (?:; .+ )?\\$", line)] == []
    assert text(lock).count("--hash=sha256:") >= len(lines)
