"""A display of the test's own with a window manager, a real pointer and a real keyboard; and eyes for it."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image, ImageGrab

from tests.waiting import until

READER = Path(__file__).with_name("atspi_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""AT-SPI's bindings belong to the system's own Python."""
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


@dataclass(frozen=True)
class Seen:
    """One thing on the screen as a screen reader knows it; the place is in pixels of the display."""

    name: str
    role: str
    x: int
    y: int
    width: int
    height: int
    states: frozenset[str]

    @property
    def middle(self) -> tuple[int, int]:
        """Where a person would click."""
        return self.x + self.width // 2, self.y + self.height // 2


class Screen:
    """The display ``number``; programs on it are seen over AT-SPI, and driven by xdotool."""

    def __init__(self, number: str, environment: dict[str, str], reader: "subprocess.Popen[str]") -> None:
        """See and drive the running display ``number``."""
        self.number = number
        self.environment = environment
        self._reader = reader

    def shot(self, path: Path | None = None) -> Image.Image:
        """What is on the screen now, kept at ``path`` where one is given."""
        image = ImageGrab.grab(xdisplay=self.number)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            image.save(path)
        return image

    def codes(self) -> list[str]:
        """Every QR code that can be read off one picture of the screen."""
        return [found.text for found in zxingcpp.read_barcodes(self.shot(), formats=zxingcpp.BarcodeFormat.QRCode)]

    def all(self, name: str = "", role: str = "") -> list[Seen]:
        """Everything showing whose name holds ``name`` and whose role is ``role``, in the tree's order."""
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        self._reader.stdin.write(json.dumps({"name": name, "role": role}) + "\n")
        self._reader.stdin.flush()
        told: list[dict[str, Any]] = json.loads(self._reader.stdout.readline())
        return [Seen(**{**one, "states": frozenset(one["states"])}) for one in told]

    def find(self, name: str, role: str = "", seconds: float = 20) -> Seen:
        """The first thing showing with that name, once there is one; AssertionError with the tree otherwise."""
        try:
            return until(f"{role or 'something'} named {name!r} on the screen", lambda: self.all(name, role), seconds)[
                0
            ]
        except AssertionError as error:
            tree = "\n".join(f"{one.role}: {one.name}" for one in self.all() if one.name)
            raise AssertionError(f"{error}\non the screen:\n{tree}") from None

    def click(self, name: str, role: str = "", button: int = 1) -> Seen:
        """Click the middle of what has that name, with the pointer."""
        seen = self.find(name, role)
        self.click_at(*seen.middle, button=button)
        return seen

    def click_at(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place."""
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", str(button))

    def type(self, text: str) -> None:
        """Type ``text`` on the keyboard."""
        self._xdotool("type", "--delay", "12", text)

    def key(self, *names: str) -> None:
        """Press keys by their X names (``Return``, ``ctrl+a``)."""
        self._xdotool("key", *names)

    def close_window(self) -> None:
        """Press the close button that the window manager draws right above the window's corner.

        Not its key, which did nothing for good in a few sessions: the window manager had lost its keys.
        """
        frame = self.find("WaDesk", "frame")
        self.click_at(frame.x + frame.width - 11, frame.y - 11)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, capture_output=True, timeout=20)


@contextmanager
def screen(bus: dict[str, str], size: str = "1440x900") -> Iterator[Screen]:
    """A display of ``size`` with a window manager and an accessibility bus on the session bus ``bus``."""
    with ExitStack() as stack:
        number = stack.enter_context(_display(size))
        environment = {**os.environ, **bus, "DISPLAY": number, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        environment.pop("QT_QPA_PLATFORM", None)
        # The bus launcher has to be up before a program asks for it, since this bus starts nothing by itself.
        stack.enter_context(_program([LAUNCHER, "--launch-immediately"], environment))
        stack.enter_context(_program(["openbox"], environment))
        reader = stack.enter_context(_program([SYSTEM_PYTHON, str(READER)], environment, piped=True))
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        yield Screen(number, environment, reader)


@contextmanager
def _display(size: str) -> Iterator[str]:
    read, write = os.pipe()
    assert shutil.which("Xvfb"), "Xvfb is missing; packaging/run.py test installs it"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = f":{told.readline().strip()}"
    try:
        yield number
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _program(
    command: list[str], environment: dict[str, str], *, piped: bool = False
) -> Iterator["subprocess.Popen[str]"]:
    pipe = subprocess.PIPE if piped else subprocess.DEVNULL
    program = subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
    try:
        yield program
    finally:
        program.terminate()
        program.wait(10)
        for end in (program.stdin, program.stdout):
            if end is not None:
                end.close()


def settled(view: Screen, seconds: float = 5) -> Image.Image:
    """A picture of the screen once two in a row are the same (rings count on, so at the deadline any will do)."""
    deadline = time.monotonic() + seconds
    before = view.shot()
    while time.monotonic() < deadline:
        now = view.shot()
        if now.tobytes() == before.tobytes():
            break
        before = now
    return before
