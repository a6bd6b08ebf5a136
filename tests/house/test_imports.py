"""Imports point one way, and each library stays in the packages that may know it."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT, files, tree

# Each breaks one contract: where it is planted, and what.
PLANTED = [
    ("direction", "wadesk/domain/planted.py", "import wadesk.wire"),
    ("parent", "wadesk/supervisor/planted.py", "def late():\n    import wadesk.engine"),
    ("worker", "wadesk/worker/planted.py", "import wadesk.store.desk"),
    ("qt", "wadesk/supervisor/planted.py", "import qasync"),
    ("keyring", "wadesk/cli/planted.py", "import keyring"),
    ("httpx", "wadesk/worker/planted.py", "import httpx"),
    ("cycles", "wadesk/domain/planted.py", "import wadesk.domain.planted_too"),
]


def test_every_import_contract_is_kept() -> None:
    checked = _lint_imports(ROOT)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(("contract", "place", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(tmp_path: Path, contract: str, place: str, line: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path in files("wadesk/*.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    (tmp_path / place).write_text(line)
    (tmp_path / place).with_name("planted_too.py").write_text("import wadesk.domain.planted")
    checked = _lint_imports(tmp_path, "--contract", contract)
    assert checked.returncode == 1, checked.stdout
    assert "planted" in checked.stdout, checked.stdout


def test_every_part_of_the_package_has_its_place_in_the_direction() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "direction")
    placed = {name.strip() for layer in layers for name in layer.split("|")}
    parts = {path.parts[1].removesuffix(".py") for path in files("wadesk/*.py")} - {"__init__"}
    assert {f"wadesk.{part}" for part in parts} == placed


def test_the_domain_knows_the_standard_library_and_msgspec_alone() -> None:
    # msgspec too, because the domain's values are its Structs: value and frame are one definition.
    allowed = sys.stdlib_module_names | {"msgspec", "wadesk"}
    foreign = [
        f"{path}: {name}"
        for path in files("wadesk/domain/*.py")
        for name in _imported(tree(path))
        if name.split(".", 1)[0] not in allowed
    ]
    assert foreign == []


def _imported(module: ast.Module) -> list[str]:
    plain = [name.name for node in ast.walk(module) if isinstance(node, ast.Import) for name in node.names]
    return plain + [node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom)]


def _lint_imports(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    command = [program, "--no-cache", "--no-logo", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=100)
