"""The Python tools that everybody would have to remember: ruff's rules and format, mypy's types."""

import subprocess
import sys

import pytest

from tests.house.sources import ROOT


@pytest.mark.parametrize("words", [["ruff", "check"], ["ruff", "format", "--check"]], ids=["rules", "format"])
def test_ruff_finds_nothing(words: list[str]) -> None:
    _passes(words)


@pytest.mark.timeout(300)
def test_mypy_finds_nothing_in_strict_mode() -> None:
    _passes(["mypy"])


@pytest.mark.parametrize(
    "line",
    [
        "import asyncio\nasyncio.create_task(work())",
        "import pickle",
        "import time\ntime.sleep(1)",
        "from PySide6.QtWidgets import QApplication\nQApplication.processEvents()",
        "import qasync\nqasync.asyncClose(close)",
        "print('hello')",
        "assert value is not None",
    ],
)
def test_ruff_refuses_a_planted_line(line: str) -> None:
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--select",
        "TID251,T20,S101",
        "--stdin-filename",
        "wadesk/worker/x.py",
        "-",
    ]
    checked = subprocess.run(command, cwd=ROOT, input=line, capture_output=True, text=True, check=False, timeout=60)
    assert checked.returncode == 1, checked.stdout


def _passes(words: list[str]) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=280
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
