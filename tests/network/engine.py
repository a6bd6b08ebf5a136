"""`python -m tests.network.engine`: build the engine for the offline network, cached, and print its path.

The cache lies in the user's cache folder, one file for each state of the Go sources, so that a second run is
immediate and a changed source is never served from an old binary.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import filelock
import platformdirs

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import toolchain  # noqa: E402 - it lies beside the build hook, which is no package

NAME = "wadesk-engine.exe" if os.name == "nt" else "wadesk-engine"
KEPT = 5


def build() -> Path:
    """The offline engine of these sources, compiled where it is not cached; raises toolchain.NoGo."""
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    engine = folder / f"{fingerprint()}-{NAME}"
    with filelock.FileLock(folder / "lock"):
        if not engine.exists():
            _compile(engine)
            _forget_old(folder)
    return engine


def cache_folder() -> Path:
    """Where built engines are kept; it must not depend on a HOME that a test has moved."""
    return Path(platformdirs.user_cache_dir("wadesk-tests", appauthor=False))


def fingerprint() -> str:
    """A hash over everything that decides the binary: the sources, and the tests' files left out."""
    sources = (path for path in toolchain.ENGINE.rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in sorted(sources):
        if path.name.endswith("_test.go") or path.suffix not in {".go", ".mod", ".sum"}:
            continue
        digest.update(str(path.relative_to(toolchain.ENGINE)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _compile(engine: Path) -> None:
    least = toolchain.demanded()
    go = toolchain.find_go(least)
    if go is None:
        raise toolchain.NoGo(f"The engine needs Go {'.'.join(map(str, least))} or later, and none was found.")
    part = engine.with_suffix(".part")
    command = [go, "build", "-tags", "offline", "-buildvcs=false", "-ldflags", "-s -w", "-o", part, "."]
    subprocess.run(command, cwd=toolchain.ENGINE, env=toolchain.environment(), check=True)
    part.replace(engine)


def _forget_old(folder: Path) -> None:
    engines = sorted(folder.glob(f"*-{NAME}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in engines[KEPT:]:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    print(build())
