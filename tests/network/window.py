"""Starts and ends the program's window against an offline network."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Window:
    """The window on one data folder; it may be closed and opened again, which must need no code."""

    def __init__(
        self,
        data_dir: Path,
        variables: Mapping[str, str],
        tell: Callable[[str], None],
        program: Sequence[str] = ("wadesk",),
    ) -> None:
        """`tell` hears when the window ends by itself; `program` is a module and words for it."""
        self.variables = dict(variables)
        self._tell = tell
        self._watch: asyncio.Task[None] | None = None
        self._data_dir, self._program = data_dir, tuple(program)
        self._process: asyncio.subprocess.Process | None = None

    @property
    def is_open(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.returncode is None

    async def open(self) -> str:
        """Start it; does nothing where it runs."""
        if self.is_open:
            return "The window is open."
        module, *words = self._program
        command = (sys.executable, "-m", module, "--data-dir", str(self._data_dir), *words)
        environment = {**os.environ, **self.variables}
        # The console belongs to the commands, not to the window.
        self._process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=environment, stdin=asyncio.subprocess.DEVNULL
        )
        self._watch = asyncio.get_running_loop().create_task(self._tell_end(self._process))
        return "The window opens."

    async def _tell_end(self, process: asyncio.subprocess.Process) -> None:
        status = await process.wait()
        self._tell(f"The window ended with status {status}; open starts it again.")

    async def ended(self) -> None:
        """Wait until it ends by itself."""
        if self._process is not None:
            await self._process.wait()

    async def close(self, seconds: float) -> str:
        """End it, by force where it takes longer."""
        if self._process is None or not self.is_open:
            return "The window is closed."
        if self._watch:
            self._watch.cancel()
        self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), seconds)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        return "The window is closed."
