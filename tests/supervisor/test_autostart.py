"""The entry that starts the program with the system: really on Linux, by what is written elsewhere."""

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wadesk.domain.errors import Unavailable
from wadesk.supervisor import autostart as module
from wadesk.supervisor.autostart import DesktopEntry, LaunchAgent, RunKey, autostart, hidden_start

HARD = ['/opt/My "Wa" Desk/50% of $HOME`x`\\y', "--hidden", "olá"]


class FakeRegistry:
    """Keeps what Windows would keep."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)


def test_an_entry_is_there_between_enabling_and_disabling_and_twice_is_once(tmp_path: Path) -> None:
    for entry in (
        DesktopEntry(tmp_path / "new" / "autostart"),
        LaunchAgent(tmp_path / "agents"),
        RunKey(FakeRegistry()),
    ):
        assert not entry.enabled()
        entry.disable()
        for _ in range(2):
            entry.enable(HARD)
            assert entry.enabled()
        for _ in range(2):
            entry.disable()
            assert not entry.enabled()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="a desktop's own reader is asked")
def test_a_linux_desktop_reads_the_entry_and_starts_the_very_words(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    script, told = tmp_path / 'odd $name `x` "q" 100% \\b', tmp_path / "told"
    script.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{told}'\n")
    script.chmod(0o700)
    autostart().enable([str(script), "--hidden", 'olá $HOME %f "x" \\'])
    entry = tmp_path / "autostart" / "wadesk.desktop"
    assert entry.read_text().startswith("[Desktop Entry]\nType=Application\nName=WaDesk\nExec=")
    if (check := shutil.which("desktop-file-validate")) is not None:
        assert subprocess.run([check, entry], capture_output=True, text=True, check=False).stdout == ""
    subprocess.run(_words(entry), check=True)
    assert told.read_text().splitlines() == ["--hidden", 'olá $HOME %f "x" \\']


def _words(entry: Path) -> list[str]:
    """The words of an Exec line as the Desktop Entry Specification reads it: the text unescaped, then the quotes."""
    line = next(line for line in entry.read_text().splitlines() if line.startswith("Exec="))
    return _split(line.removeprefix("Exec=").replace("\\\\", "\\"))


def _split(text: str) -> list[str]:
    words, word, inside, letters = [], "", False, iter(text)
    for letter in letters:
        if letter == '"':
            if inside:
                # A single one would be a code, such as for the name of a file.
                assert "%" not in word.replace("%%", "")
                words.append(word.replace("%%", "%"))
            word, inside = "", not inside
        elif inside:
            word += next(letters) if letter == "\\" else letter
    return words


def test_what_a_desktops_own_settings_switched_off_is_off_until_it_is_enabled_again(tmp_path: Path) -> None:
    entry = DesktopEntry(tmp_path)
    file = tmp_path / "wadesk.desktop"
    for off in ("Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"):
        entry.enable(hidden_start())
        file.write_text(file.read_text().replace("X-GNOME-Autostart-enabled=true", off))
        assert not entry.enabled()
    registry = FakeRegistry()
    run = RunKey(registry)
    run.enable(hidden_start())
    registry.values[RunKey.APPROVED, "WaDesk"] = b"\x02" + bytes(11)
    assert run.enabled()
    registry.values[RunKey.APPROVED, "WaDesk"] = b"\x03" + bytes(11)
    assert not run.enabled()
    run.enable(hidden_start())
    assert run.enabled()
    agent = LaunchAgent(tmp_path)
    agent.enable(hidden_start())
    (tmp_path / "WaDesk.autostart.plist").write_bytes(plistlib.dumps({"Disabled": True}))
    assert not agent.enabled()


def test_macos_and_windows_get_the_very_words(tmp_path: Path) -> None:
    LaunchAgent(tmp_path).enable(HARD)
    agent = plistlib.loads((tmp_path / "WaDesk.autostart.plist").read_bytes())
    assert agent["ProgramArguments"] == HARD
    assert (agent["Label"], agent["RunAtLoad"], agent["KeepAlive"]) == ("WaDesk.autostart", True, False)
    registry = FakeRegistry()
    RunKey(registry).enable(["C:\\Program Files\\WaDesk\\wadesk.exe", "--hidden"])
    key = r"Software\Microsoft\Windows\CurrentVersion\Run"
    assert registry.values == {(key, "WaDesk"): '"C:\\Program Files\\WaDesk\\wadesk.exe" --hidden'}


def test_the_program_starts_itself_hidden_frozen_or_not(monkeypatch) -> None:
    assert hidden_start() == [sys.executable, "-m", "wadesk", "--hidden"]
    monkeypatch.setattr(module.sys, "frozen", True, raising=False)
    assert hidden_start() == [sys.executable, "--hidden"]


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable) as caught:
        DesktopEntry(tmp_path / "file").enable(hidden_start())
    assert caught.value.reason == "autostart_refused"
    assert caught.value.sentence.endswith(".")
