"""Starting with the system, hidden: one entry in the place where this system's desktop looks for such programs.

Linux: the XDG autostart folder. macOS: a launch agent. Windows: the user's own Run key. Only the first is
tested on its system; of the others it is tested what is written. A person may also switch the entry off in
the system's own settings, which :meth:`Autostart.enabled` sees.
"""

import contextlib
import plistlib
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from wadesk.domain.errors import Unavailable

HIDDEN = "--hidden"
"""The word that starts the program without showing its window."""


class Autostart(Protocol):
    """The entry of this program. What cannot be written raises Unavailable ``autostart_refused``."""

    def enabled(self) -> bool:
        """Whether the program starts with the system."""

    def enable(self, command: Sequence[str]) -> None:
        """Start ``command`` with the system, whatever was there before."""

    def disable(self) -> None:
        """Start nothing with the system; harmless when nothing did."""


class Registry(Protocol):
    """Values under the current user's keys, by a key's path and a value's name."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """A value, or None where there is none."""

    def write(self, key: str, name: str, value: str) -> None:
        """Keep a text."""

    def delete(self, key: str, name: str) -> None:
        """Forget a value; harmless when there is none."""


def autostart() -> Autostart:
    """The entry on this system."""
    entry: Autostart
    if sys.platform == "win32":
        entry = RunKey(UserRegistry())
    elif sys.platform == "darwin":
        entry = LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    else:
        # Loaded where it is needed, as in paths.
        import platformdirs  # noqa: PLC0415

        entry = DesktopEntry(platformdirs.user_config_path() / "autostart")
    return entry


def hidden_start() -> list[str]:
    """The command that starts this very program without showing its window."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN]
    return [sys.executable, "-m", "wadesk", HIDDEN]


class DesktopEntry:
    """``wadesk.desktop`` in the autostart folder (Desktop Application Autostart Specification)."""

    def __init__(self, folder: Path) -> None:
        """Write into ``folder``, which need not be there."""
        self._path = folder / "wadesk.desktop"

    def enabled(self) -> bool:
        """Whether the entry is there and no desktop's settings have switched it off."""
        try:
            lines = {line.replace(" ", "").lower() for line in self._path.read_text(encoding="utf-8").splitlines()}
        except (OSError, UnicodeDecodeError):
            return False
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def enable(self, command: Sequence[str]) -> None:
        """Write the entry."""
        entry = {
            "Type": "Application",
            "Name": "WaDesk",
            "Exec": " ".join(_in_exec(word) for word in command),
            "Icon": "wadesk",
            "Terminal": "false",
            "StartupNotify": "false",
            "X-GNOME-Autostart-enabled": "true",
        }
        text = "".join(f"{key}={value}\n" for key, value in entry.items())
        _write(self._path, f"[Desktop Entry]\n{text}".encode())

    def disable(self) -> None:
        """Delete the entry."""
        _delete(self._path)


class LaunchAgent:
    """A property list in ``~/Library/LaunchAgents``, read at the next login. Not tested on macOS."""

    LABEL = "WaDesk.autostart"

    def __init__(self, folder: Path) -> None:
        """Write into ``folder``, which need not be there."""
        self._path = folder / f"{self.LABEL}.plist"

    def enabled(self) -> bool:
        """Whether the agent is there and not switched off."""
        try:
            agent: Any = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        return isinstance(agent, dict) and not agent.get("Disabled", False)

    def enable(self, command: Sequence[str]) -> None:
        """Write the agent: started once at login in the person's own session, not kept alive."""
        agent = {
            "Label": self.LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "KeepAlive": False,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        _write(self._path, plistlib.dumps(agent))

    def disable(self) -> None:
        """Delete the agent."""
        _delete(self._path)


class RunKey:
    """A value of the user's Run key; Task Manager keeps its own switch beside it. Not tested on Windows."""

    RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
    NAME = "WaDesk"

    def __init__(self, registry: Registry) -> None:
        """Write into ``registry``."""
        self._registry = registry

    def enabled(self) -> bool:
        """Whether the value is there and Task Manager has not switched it off (an odd first byte)."""
        switch = self._registry.read(self.APPROVED, self.NAME)
        off = isinstance(switch, bytes) and bool(switch[:1]) and switch[0] % 2 == 1
        return self._registry.read(self.RUN, self.NAME) is not None and not off

    def enable(self, command: Sequence[str]) -> None:
        """Write the value, and take Task Manager's switch back."""
        with _told():
            self._registry.write(self.RUN, self.NAME, subprocess.list2cmdline(command))
            self._registry.delete(self.APPROVED, self.NAME)

    def disable(self) -> None:
        """Delete the value."""
        with _told():
            self._registry.delete(self.RUN, self.NAME)


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """The current user's part of the Windows registry."""

        def read(self, key: str, name: str) -> str | bytes | None:
            """A value, or None where there is none."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value: str | bytes = winreg.QueryValueEx(opened, name)[0]
                    return value
            except OSError:
                return None

        def write(self, key: str, name: str, value: str) -> None:
            """Keep a text."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def delete(self, key: str, name: str) -> None:
            """Forget a value; harmless when there is none."""
            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, name)


def _in_exec(word: str) -> str:
    """One word of an ``Exec`` line: quoted, its ``%`` doubled, then escaped as every text of the file is."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", word.replace("%", "%%"))
    return '"{}"'.format(quoted.replace("\\", "\\\\"))


def _write(path: Path, content: bytes) -> None:
    with _told():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(path.name + ".new")
        beside.write_bytes(content)
        beside.replace(path)


def _delete(path: Path) -> None:
    with _told():
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = f"Starting with the system could not be changed: {reason}."
        raise Unavailable("autostart_refused", sentence, cause=reason) from None
