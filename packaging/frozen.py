"""Freeze WaDesk into one folder with three programs, and try it as a user who has no Python would.

    python3 packaging/frozen.py            freezes into build/frozen/wadesk, then tries it
    python3 packaging/frozen.py try        tries what was frozen before

Needs what `run.py test` has set up (a keyring daemon, Xvfb, xdotool). What is tried is in tests/packaging/frozen_trial.
"""

import os
import shutil
import subprocess
import sys
import time

import run
import toolchain

BUILD = run.ROOT / "build" / "frozen"
FOLDER = BUILD / "wadesk"
ENDING = ".exe" if os.name == "nt" else ""
ENGINE = BUILD / "engine" / f"wadesk-engine{ENDING}"
PYINSTALLER = "pyinstaller>=6.22,<7"


def main(words: list[str]) -> int:
    """Freeze and try; the exit code is 0 when everything was seen."""
    if words != ["try"]:
        freeze()
    try_it()
    return 0


def freeze() -> None:
    """Compile the ordinary engine, and let PyInstaller collect the rest."""
    run.main(["setup"])
    go = toolchain.find_go(toolchain.demanded())
    if go is None:
        raise toolchain.NoGo("The engine cannot be compiled: no Go was found.")
    ENGINE.parent.mkdir(parents=True, exist_ok=True)
    command = [str(go), "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", str(ENGINE), "."]
    subprocess.run(command, check=True, cwd=toolchain.ENGINE, env=toolchain.environment())
    uv = run.make_environment()
    run.pip_install(uv, PYINSTALLER)
    began = time.monotonic()
    environment = {**os.environ, "WADESK_FROZEN_ENGINE": str(ENGINE)}
    words = ["--noconfirm", "--log-level", "WARN", "--distpath", str(BUILD), "--workpath", str(BUILD / "work")]
    spec = run.ROOT / "packaging" / "pyinstaller" / "wadesk.spec"
    command = [str(run.PYTHON), "-m", "PyInstaller", *words, str(spec)]
    subprocess.run(command, check=True, cwd=run.ROOT, env=environment)
    shutil.copy2(ENGINE, FOLDER / ENGINE.name)
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    say(f"frozen in {time.monotonic() - began:.0f} s, {size / 2**20:.0f} MiB in {FOLDER}")


def try_it() -> None:
    """Let the tests' tools start each of the three, with a keyring, a data folder and a screen of its own."""
    if not (FOLDER / f"wadesk{ENDING}").exists():
        sys.exit("frozen: there is nothing frozen yet")
    command = [str(run.PYTHON), "-m", "tests.packaging.frozen_trial", str(FOLDER)]
    subprocess.run(command, check=True, cwd=run.ROOT)


def say(sentence: str) -> None:
    """One line on what was seen."""
    print(f"frozen: {sentence}", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"frozen: this step failed: {' '.join(map(str, failed.cmd))}")
    except toolchain.NoGo as missing:
        sys.exit(f"frozen: {missing}")
