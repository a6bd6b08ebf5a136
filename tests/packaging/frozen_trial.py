"""``python -m tests.packaging.frozen_trial FOLDER``: the three frozen programs, started as a user would.

The engine's probe; ``wadesk serve``, which opens the desk's encrypted database through a real keyring and starts the
frozen worker, which opens the account's; and the window on that data, with a picture of it beside the folder.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import httpx
from PIL import ImageGrab

from tests.secret_service import secret_service
from tests.waiting import until

DISPLAY = ":86"


def try_all(folder: Path) -> None:
    """Print what was seen; AssertionError where something was not."""
    probe = subprocess.run(
        [folder / "wadesk-engine", "probe", "localhost"], capture_output=True, text=True, check=True, timeout=30
    )
    say(f"the engine's probe says {probe.stdout.strip()}")
    with secret_service() as keyring, tempfile.TemporaryDirectory() as place:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "WADESK_"))}
        environment = own | keyring.environment
        data = Path(place) / "data"
        account = serve(folder, data, environment)
        assert (data / "accounts" / account / "account.db").is_file(), "the worker opened no database"
        show(folder, data, environment)


def serve(folder: Path, data: Path, environment: Mapping[str, str]) -> str:
    """Make an account and a slot through the API, and start it; the account's id."""
    began = time.monotonic()
    command = [folder / "wadesk", "serve", "--port", "0", "--data-dir", str(data)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, f"serve ended with {process.wait(10)}"
        told = json.loads(line)
        say(f"serve answers after {time.monotonic() - began:.1f} s")
        key = {"Authorization": f"Bearer {told['key']}"}
        with httpx.Client(base_url=told["url"], headers=key, timeout=40, trust_env=False) as client:
            account: str = client.post("/accounts", json={"name": "Padaria"}).raise_for_status().json()["account_id"]
            slot = client.post(f"/accounts/{account}/slots", json={"name": "Balcão"}).raise_for_status().json()
            client.post(f"/start/{slot['session_id']}").raise_for_status()
            state = until("the worker's word", lambda: _at_work(client, slot["session_id"]), 60)
        say(f"worker and engine are at work: the number is {state}")
        return account
    finally:
        process.terminate()
        process.wait(30)


def show(folder: Path, data: Path, environment: Mapping[str, str]) -> None:
    """The window on that data, on a screen of its own."""
    screen = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
    shown = {**environment, "DISPLAY": DISPLAY}
    until("a screen", lambda: _find(shown, ".*") is not None, 20)
    began = time.monotonic()
    window = subprocess.Popen([folder / "wadesk", "--data-dir", str(data), "--language", "en"], env=shown)
    try:
        until("a window", lambda: _find(shown, "WaDesk"), 60)
        say(f"the window is on the screen after {time.monotonic() - began:.1f} s")
        # Its title names a screen once the desk is open and read.
        until("the desk", lambda: _find(shown, "Number board|Padaria"), 60)
        say(f"it shows the desk after {time.monotonic() - began:.1f} s")
        picture = folder.with_name("window.png")
        ImageGrab.grab(xdisplay=DISPLAY).save(picture)
        say(f"its picture is {picture.name}")
    finally:
        window.terminate()
        window.wait(30)
        screen.terminate()
        screen.wait(10)


def _at_work(client: httpx.Client, session: str) -> str | None:
    status = client.get(f"/status/{session}").raise_for_status().json()
    assert status["status"] != "error", status
    # Without WhatsApp's internet a slot stays on its way to a code.
    return status["status"] if status["status"] in {"linking", "connecting", "reconnecting"} else None


def _find(environment: Mapping[str, str], name: str) -> str | None:
    """The windows of that name; empty for none, None where there is no screen."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", name],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return None if "Can't open display" in found.stderr else found.stdout


def say(sentence: str) -> None:
    """One line on what was seen."""
    print(f"frozen: {sentence}", flush=True)


if __name__ == "__main__":
    try_all(Path(sys.argv[1]).resolve())
