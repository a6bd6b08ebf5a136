"""`python -m tests.network`: the offline network, the window against it, and phones to command.

Nothing of it survives the run: the network forgets its phones, so the window gets a fresh data folder each time
(`--data-dir` keeps one for a look inside afterwards). `close` and `open` end and start the window in between.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from tests.network.commands import HELP, CommandError, Commands
from tests.network.engine import build
from tests.network.scene import SCENES, prepare
from tests.network.screen import codes_on_screen
from tests.network.server import Network
from tests.network.window import Window

#: A window gets so long to end by itself; its parts have 15 s each at most.
CLOSE_SECONDS = 20


def main() -> int:
    """Run until the script or the input ends; 1 where a line of a script failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.network", description=__doc__, epilog=HELP)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--script", type=Path, help="carry out the lines of a file, then quit")
    parser.add_argument("--no-window", action="store_true", help="the network alone; start the program by hand")
    parser.add_argument("--data-dir", type=Path, help="the window's data folder; a temporary one by default")
    parser.add_argument("--scene", choices=SCENES, help="fill the window with the people and states of a scene")
    parser.add_argument("--picture", type=Path, metavar="FOLDER", help="with a scene: take its pictures, then quit")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory("-wadesk-offline") as folder:
        try:
            return asyncio.run(_run(chosen, chosen.data_dir or Path(folder) / "data"))
        except KeyboardInterrupt:
            return 130


async def _run(chosen: argparse.Namespace, data_dir: Path) -> int:
    print("Building the engine for the offline network, which takes a minute the first time.", flush=True)
    engine = await asyncio.to_thread(build)
    async with Network() as network:
        variables = {"WADESK_OFFLINE_NETWORK": network.url, "WADESK_ENGINE": str(engine)}
        program = await _scenery(network, data_dir, variables, chosen) if chosen.scene else ["wadesk"]
        window = Window(data_dir, variables, _tell, program)
        if chosen.no_window:
            print("\n".join(f"export {name}='{value}'" for name, value in window.variables.items()), flush=True)
        else:
            await window.open()
        if chosen.picture:
            await window.ended()
            return 0
        listener = asyncio.get_running_loop().create_task(_listen(network))
        try:
            if chosen.script:
                return await _play(chosen.script, Commands(network, codes_on_screen), window)
            await _converse(Commands(network, codes_on_screen), window)
            return 0
        finally:
            listener.cancel()
            await window.close(CLOSE_SECONDS)


async def _scenery(
    network: Network, data_dir: Path, variables: Mapping[str, str], chosen: argparse.Namespace
) -> list[str]:
    """Make a scene; the program that opens a window on it."""
    os.environ.update(variables)
    live = await prepare(network, data_dir, chosen.scene, _tell)
    program = ["tests.network.scene_window", "--start", ",".join(live)]
    return [*program, "--picture", str(chosen.picture)] if chosen.picture else program


def _tell(text: str) -> None:
    print(text, flush=True)


async def _carry_out(line: str, commands: Commands, window: Window) -> str:
    match line.split():
        case ["open"]:
            return await window.open()
        case ["close"]:
            return await window.close(CLOSE_SECONDS)
        case _:
            return await commands.run(line)


async def _play(script: Path, commands: Commands, window: Window) -> int:
    for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1):
        print(f"> {line}", flush=True)
        try:
            print(await _carry_out(line, commands, window), flush=True)
        except CommandError as error:
            print(f"{script}:{number}: {error}", file=sys.stderr, flush=True)
            return 1
    return 0


async def _converse(commands: Commands, window: Window) -> None:
    print("help lists the commands, quit ends.", flush=True)
    async for line in _lines():
        if line.strip() == "quit":
            return
        try:
            print(await _carry_out(line, commands, window), flush=True)
        except CommandError as error:
            print(error, flush=True)


async def _lines() -> AsyncIterator[str]:
    """Lines of the standard input; read in a thread, because a console cannot be awaited everywhere."""
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[str | None]()

    def read() -> None:
        rest = b""
        with contextlib.suppress(OSError, RuntimeError):
            while chunk := os.read(0, 4096):
                *whole, rest = (rest + chunk).split(b"\n")
                for line in whole:
                    loop.call_soon_threadsafe(lines.put_nowait, line.decode(errors="replace").rstrip("\r"))
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, name="input", daemon=True).start()
    while (line := await lines.get()) is not None:
        yield line


async def _listen(network: Network) -> None:
    """Print what the phones hear, as it comes."""
    heard: dict[str, int] = {}
    while True:
        for phone in list(network.phones.values()):
            for one in phone.inbox[heard.get(phone.number, 0) :]:
                print(f"  {phone.account.name} heard from +{one.from_number}: {one.text or '(no text)'}", flush=True)
            heard[phone.number] = len(phone.inbox)
        await network.changes.next()


if __name__ == "__main__":
    sys.exit(main())
