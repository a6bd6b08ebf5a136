"""One process per folder, told by name; folders that cannot be used are told in words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wadesk.domain.errors import Conflict, StoreError
from wadesk.paths import DataFolder
from wadesk.supervisor.instance import holding


def test_a_second_holder_is_told_the_first_ones_process(data: DataFolder) -> None:
    with holding(data), pytest.raises(Conflict) as caught, holding(data):
        pass
    assert caught.value.reason == "in_use"
    assert str(os.getpid()) in caught.value.sentence
    assert str(data.root) in caught.value.sentence


def test_a_process_that_was_killed_holds_nothing(data: DataFolder, root: Path) -> None:
    code = (
        "import sys, os, signal; from pathlib import Path; from wadesk.paths import DataFolder\n"
        "from wadesk.supervisor.instance import holding\n"
        "with holding(DataFolder(Path(sys.argv[1]))): print('held', flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(data.root)], cwd=root, capture_output=True, text=True, check=False, timeout=20
    )
    assert run.stdout == "held\n"
    with holding(data):
        pass


def test_a_folder_keeps_its_id_and_two_folders_have_two(data: DataFolder, tmp_path: Path) -> None:
    with holding(data) as first:
        pass
    with holding(data) as again, holding(DataFolder(tmp_path / "other")) as other:
        assert first == again != other


def test_everything_in_the_folder_is_its_owners_alone(data: DataFolder) -> None:
    with holding(data):
        modes = {path.name: path.stat().st_mode & 0o777 for path in data.root.iterdir()}
    assert set(modes.values()) == {0o600}, modes
    assert data.root.stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    for root in (taken, taken / "data"):
        with pytest.raises(StoreError) as caught, holding(DataFolder(root)):
            pass
        assert caught.value.reason == "not_a_folder"
        assert str(taken) in caught.value.sentence


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    # /proc refuses even the superuser, whom a mode does not stop.
    with pytest.raises(StoreError) as caught, holding(DataFolder(Path("/proc/wadesk"))):
        pass
    assert "/proc/wadesk" in caught.value.sentence


def test_a_folder_inside_the_program_is_refused(root: Path) -> None:
    with pytest.raises(StoreError) as caught, holding(DataFolder(root / "wadesk" / "data")):
        pass
    assert caught.value.reason == "inside_program"
    assert not (root / "wadesk" / "data").exists()


def test_a_damaged_id_beside_a_database_is_not_made_anew(data: DataFolder) -> None:
    with holding(data):
        data.folder_id.write_text("nonsense")
        data.desk_db.touch()
    with pytest.raises(StoreError) as caught, holding(data):
        pass
    assert caught.value.reason == "folder_damaged"
    assert data.folder_id.read_text() == "nonsense"
