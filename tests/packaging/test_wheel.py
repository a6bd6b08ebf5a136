"""A wheel carries the engine and the resources, and says for which platform it is."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.sources import ROOT, files

# A cold cache compiles the whole engine.
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module", name="wheel")
def _wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """A wheel built from a copy of the project's own files."""
    copy = tmp_path_factory.mktemp("project")
    for path in files("pyproject.toml", "README.md", "LICENSE", "packaging", "wadesk", "resources"):
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, copy / path)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    built = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=880)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = (copy / "dist").glob("*.whl")
    return zipfile.Path(path)


def test_it_carries_the_engine_that_it_was_built_with(wheel: zipfile.Path, tmp_path: Path) -> None:
    engine = tmp_path / "wadesk-engine"
    engine.write_bytes((wheel / "wadesk" / "bin" / "wadesk-engine").read_bytes())
    assert engine.read_bytes().startswith(b"\x7fELF")


def test_it_carries_the_resources_and_no_sources_of_the_engine(wheel: zipfile.Path) -> None:
    names = wheel.root.namelist()
    resources = {f"wadesk/{path.as_posix()}" for path in files("resources")}
    assert resources
    assert resources <= set(names)
    assert [name for name in names if name.endswith((".go", "go.mod"))] == []


def test_it_is_for_this_platform_and_any_python_3(wheel: zipfile.Path) -> None:
    assert "-py3-none-linux_" in Path(str(wheel.root.filename)).name


def test_its_engine_knows_no_offline_network(wheel: zipfile.Path) -> None:
    assert b"WADESK_OFFLINE_NETWORK" not in (wheel / "wadesk" / "bin" / "wadesk-engine").read_bytes()
