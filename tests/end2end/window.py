"""The program's window on a test's own display, with its data in one folder."""

import subprocess
import sys
from pathlib import Path

import psutil

from tests.end2end.desk import ROOT
from tests.end2end.screen import Screen


class Window:
    """The program on the display, with its data in one folder."""

    def __init__(self, view: Screen, environment: dict[str, str], folder: Path) -> None:
        """Keep data in ``folder``; ``environment`` leads to the keyring, the engine and the network."""
        self.view = view
        self.folder = folder
        self.environment = {**view.environment, **environment, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
        self.program: subprocess.Popen[str] | None = None

    def open(self, *words: str) -> None:
        """Start it, with further words of its command line."""
        command = [sys.executable, "-m", "wadesk", "--data-dir", str(self.folder), *words]
        self.program = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        )

    def close(self) -> str:
        """Close it with its close button; what it said on stderr. It must leave nobody behind."""
        program, self.program = self.program, None
        assert program is not None
        below = psutil.Process(program.pid).children(recursive=True)
        self.view.close_window()
        _, said = program.communicate(timeout=40)
        assert program.returncode == 0
        assert not psutil.wait_procs(below, timeout=5)[1]
        return said

    def end(self) -> None:
        """End it whatever it does."""
        if self.program is not None:
            self.program.kill()
            self.program.communicate()
