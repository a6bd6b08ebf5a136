"""A running `wadesk serve` on a data folder of its own, driven through its API as a stranger's script would."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
READY_S = 40
"""From start to the one line on stdout; a busy machine with two cores needs some of it."""


class Desk:
    """One headless WaDesk. Nothing here knows more than the API's contract, the process list and the folder."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        """Keep data in ``folder``; ``environment`` leads to the keyring, the engine and the network."""
        self.folder = folder
        self.environment = {**os.environ, **environment}
        self.environment.pop("DISPLAY", None)
        self._process: subprocess.Popen[str] | None = None
        self._client: httpx.Client | None = None
        self.errors: list[str] = []

    # -- its life ---------------------------------------------------------------------------

    def start(self, *words: str) -> dict[str, str]:
        """Start it and wait for its one line; AssertionError with its stderr when it ends instead."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "wadesk", "serve", "--port", "0", "--data-dir", str(self.folder), *words],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.errors = []
        threading.Thread(target=self._drain, args=(self._process,), daemon=True).start()
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"serve ended with {self._process.wait(10)}: {self.errors[-5:]}"
        told: dict[str, str] = json.loads(line)
        self._client = httpx.Client(
            base_url=told["url"], headers={"Authorization": f"Bearer {told['key']}"}, timeout=40, trust_env=False
        )
        return told

    def _drain(self, process: "subprocess.Popen[str]") -> None:
        assert process.stderr is not None
        self.errors.extend(process.stderr)
        process.stderr.close()

    def stop(self) -> int:
        """End it as a service would (SIGTERM); its exit status."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL)."""
        self._end(signal.SIGKILL)

    def _end(self, sign: signal.Signals) -> int:
        if self._client is not None:
            self._client.close()
            self._client = None
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(sign)
        status = process.wait(40)
        if process.stdout is not None:
            process.stdout.close()
        return status

    @property
    def pid(self) -> int:
        """The parent's process id."""
        assert self._process is not None
        return self._process.pid

    def children(self) -> list[psutil.Process]:
        """Every process below the parent."""
        return psutil.Process(self.pid).children(recursive=True)

    def worker_of(self, account_id: str) -> psutil.Process:
        """The worker that holds this account's database open."""
        wanted = str(self.folder / "accounts" / account_id / "account.db")
        found = [child for child in self.children() if "--worker" in child.cmdline() and wanted in _open_files(child)]
        assert len(found) == 1, f"{len(found)} workers of {account_id}"
        return found[0]

    def engine_of(self, session_id: str) -> psutil.Process:
        """The engine that holds this slot's key store open."""
        folder = str(self.folder / "accounts" / session_id.rpartition("-slot")[0] / session_id) + os.sep
        found = [
            child
            for child in self.children()
            if "--worker" not in child.cmdline() and any(path.startswith(folder) for path in _open_files(child))
        ]
        assert len(found) == 1, f"{len(found)} engines of {session_id}"
        return found[0]

    # -- its API ----------------------------------------------------------------------------

    def ask(self, method: str, path: str, **words: Any) -> httpx.Response:
        """One call, whatever its status."""
        assert self._client is not None
        return self._client.request(method, path, **words)

    def get(self, path: str, **words: Any) -> Any:
        """The answer of a GET that must succeed; asked again while the desk says 503, as it may (api.md)."""

        def answered() -> httpx.Response | None:
            response = self.ask("GET", path, **words)
            return None if response.status_code == 503 else response

        return _answer(until(f"an answer to {path}", answered, 30))

    def post(self, path: str, body: Any = None, **words: Any) -> Any:
        """The answer of a POST that must succeed."""
        return _answer(self.ask("POST", path, json=body, **words))

    def delete(self, path: str) -> Any:
        """The answer of a DELETE that must succeed."""
        return _answer(self.ask("DELETE", path))

    def make_account(self, name: str) -> str:
        """A new account's id."""
        account_id: str = self.post("/accounts", {"name": name})["account_id"]
        return account_id

    def add_slot(self, account_id: str, name: str) -> str:
        """A new slot's id."""
        session_id: str = self.post(f"/accounts/{account_id}/slots", {"name": name})["session_id"]
        return session_id

    def status(self, session_id: str) -> dict[str, Any]:
        """One slot's status."""
        told: dict[str, Any] = self.get(f"/status/{session_id}")
        return told

    def wait_status(self, session_id: str, *wanted: str, seconds: float = 40) -> dict[str, Any]:
        """The status once it is one of ``wanted``."""
        last: dict[str, Any] = {}

        def there() -> bool:
            last.clear()
            last.update(self.status(session_id))
            return last["status"] in wanted

        try:
            until("/".join(wanted), there, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; it is {last}") from None
        return last

    def qr(self, session_id: str, seconds: float = 20) -> str:
        """The raw payload of the QR on show, once there is one."""

        def payload() -> str | None:
            answer = self.ask("GET", f"/qr/{session_id}")
            return answer.json()["qr"] if answer.status_code == 200 else None

        return until(f"a QR of {session_id}", payload, seconds) or ""

    def send(self, session_id: str, text: str, **target: str) -> str:
        """Queue a text; its message id."""
        message_id: str = self.post("/send-message", {"session_id": session_id, "message": text, **target})[
            "message_id"
        ]
        return message_id

    def messages(self, session_id: str) -> list[dict[str, Any]]:
        """Every message of a slot, newest first, page by page."""
        found: list[dict[str, Any]] = []
        before: dict[str, str] = {}
        while page := self.get(f"/messages/{session_id}", params={"limit": 200, **before})["messages"]:
            found += page
            before = {"before": page[-1]["message_id"]}
        return found


def _open_files(process: psutil.Process) -> list[str]:
    try:
        return [opened.path for opened in process.open_files()]
    except psutil.Error:
        return []


def _answer(response: httpx.Response) -> Any:
    assert response.is_success, (
        f"{response.request.method} {response.request.url.path}: {response.status_code} {response.text}"
    )
    return response.json()
