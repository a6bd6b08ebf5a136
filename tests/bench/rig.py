"""What the measures run on: an offline network, a keyring, the offline engine, and a headless desk."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.end2end.desk import ROOT, Desk
from tests.end2end.town import Line, Town
from tests.network import NetworkThread
from tests.secret_service import secret_service


class Rig:
    """A running desk with numbers linked on demand."""

    def __init__(self, folder: Path) -> None:
        """Keep the desk's data in ``folder``."""
        self._folder = folder
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        service = self._stack.enter_context(secret_service())
        network = self._stack.enter_context(NetworkThread())
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": service.environment["DBUS_SESSION_BUS_ADDRESS"],
            "WADESK_ENGINE": offline_engine(),
            "WADESK_OFFLINE_NETWORK": network.url,
        }
        self.town = Town(network)
        self.desk = Desk(self._folder / "data", self.environment)
        self.desk.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.desk.stop()
        self._stack.close()

    def linked(self, count: int) -> list[Line]:
        """One account with ``count`` linked numbers."""
        account = self.desk.make_account("Bench")
        lines = [self.town.line(self.desk, account, f"Number {number + 1}") for number in range(count)]
        self.town.link(self.desk, *lines)
        return lines


def offline_engine() -> str:
    """The path of the offline engine, built where needed."""
    command = [sys.executable, "-m", "tests.network.engine"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip().splitlines()[-1]
