"""An engine that will not let go of its folder is ended, and nobody else ever is."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wadesk.engine.holder import end_holder, started

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a process's start can be compared")


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def test_the_recorded_process_is_ended(sleeper: subprocess.Popen[bytes], tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text(f'{{"pid": {sleeper.pid}, "start": {started(sleeper.pid)}}}')
    assert end_holder(lock)
    assert sleeper.wait(5) == -9


def test_another_process_that_was_given_its_number_since_is_left_alone(
    sleeper: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    lock = tmp_path / "lock"
    lock.write_text(f'{{"pid": {sleeper.pid}, "start": {(started(sleeper.pid) or 0) - 1}}}')
    assert not end_holder(lock)
    assert sleeper.poll() is None


@pytest.mark.parametrize("content", ["", "nonsense", '{"pid": 4194999, "start": 5}'])
def test_a_lock_that_names_nobody_ends_nobody(content: str, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text(content)
    assert not end_holder(lock)
    assert not end_holder(tmp_path / "missing")


def test_a_process_that_does_not_exist_has_no_start() -> None:
    assert started(4_194_999) is None
