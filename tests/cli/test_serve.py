"""`wadesk serve` as a process: its one line, its exit statuses, its passphrase, its end."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.waiting import until

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WADESK", "DBUS"))}
    return kept | {"WADESK_OFFLINE_NETWORK": "ws://127.0.0.1:9/ws/chat;root=" + "0" * 64}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("correct horse\n", encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.fixture
def words(tmp_path: Path, secret: Path) -> list[str]:
    return ["serve", "--data-dir", str(tmp_path / "data"), "--vault", "passphrase", "--passphrase-file", str(secret)]


@pytest.fixture
def run(root: Path, environment: dict[str, str]) -> Run:
    """Run a command that must end by itself."""

    def command(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "wadesk", *words],
            cwd=root, env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip

    return command


class Serving:
    """A running `serve`."""

    def __init__(self, root: Path, environment: dict[str, str], words: list[str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wadesk", *words],
            cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def line(self) -> dict[str, str]:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def end(self, sign: signal.Signals) -> tuple[int, bytes, bytes]:
        self.process.send_signal(sign)
        out, err = self.process.communicate(timeout=40)
        return self.process.returncode, out, err


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_one_line_serves_and_ends_cleanly(root, environment, words, sign) -> None:
    with Serving(root, environment, words) as serving:
        told = serving.line()
        assert set(told) == {"url", "key"}
        headers = {"Authorization": f"Bearer {told['key']}"}
        assert httpx.get(f"{told['url']}/accounts", headers=headers, trust_env=False).json() == {"accounts": []}
        status, out, err = serving.end(sign)
    assert (status, out) == (0, b"")
    assert b"Traceback" not in err
    assert told["key"].encode() not in err


def test_each_run_has_a_key_of_its_own_and_the_passphrase_keeps_the_data(root, environment, words) -> None:
    keys = []
    for expected in ([], ["Padaria"]):
        with Serving(root, environment, words) as serving:
            told = serving.line()
            keys.append(told["key"])
            with httpx.Client(
                base_url=told["url"], headers={"Authorization": f"Bearer {told['key']}"}, trust_env=False
            ) as client:
                assert [one["name"] for one in client.get("/accounts").json()["accounts"]] == expected
                if not expected:
                    assert client.post("/accounts", json={"name": "Padaria"}).status_code == 201
            assert serving.end(signal.SIGTERM)[0] == 0
    assert keys[0] != keys[1]


def test_a_wrong_passphrase_is_one_sentence_and_status_1(root, environment, words, run: Run, secret: Path) -> None:
    with Serving(root, environment, words) as serving:
        serving.line()
        serving.end(signal.SIGTERM)
    secret.write_text("wrong horse")
    ended = run(*words)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.count("\n") == 1
    assert "passphrase" in ended.stderr
    assert "horse" not in ended.stderr


def test_a_passphrase_that_others_can_read_or_that_is_not_there_is_refused(run: Run, words, secret: Path) -> None:
    secret.chmod(0o640)
    ended = run(*words)
    assert ended.returncode == 1
    assert "chmod 600" in ended.stderr
    secret.unlink()
    assert "cannot be read" in run(*words).stderr
    without = run(*words[:-2])
    assert (without.returncode, without.stderr.count("\n")) == (1, 1)
    assert "--passphrase-file" in without.stderr


def test_a_second_start_names_the_process_that_has_the_folder(root, environment, words, run: Run) -> None:
    with Serving(root, environment, words) as serving:
        serving.line()
        ended = run(*words)
        assert serving.process.poll() is None
        assert (ended.returncode, ended.stdout) == (1, "")
        assert str(serving.process.pid) in ended.stderr


def test_without_a_keyring_it_ends_with_the_way_out(run: Run, tmp_path: Path) -> None:
    ended = run("serve", "--data-dir", str(tmp_path / "data"))
    assert ended.returncode == 1
    assert "--vault passphrase" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_port_that_is_taken_is_told(run: Run, words) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = run(*words, "--port", port)
    assert ended.returncode == 1
    assert port in ended.stderr.splitlines()[-1]


@pytest.mark.parametrize("wrong", [["sing"], ["serve", "--port", "99999"], ["serve", "--port", "x"], ["serve", "--no"]])
def test_wrong_use_ends_with_status_2(run: Run, wrong: list[str]) -> None:
    ended = run(*wrong)
    assert (ended.returncode, ended.stdout) == (2, "")


def test_a_signal_while_it_starts_ends_it_too(root, environment, words, tmp_path: Path) -> None:
    with Serving(root, environment, words) as serving:
        until("the lock", (tmp_path / "data" / "wadesk.lock").exists)
        status, _, err = serving.end(signal.SIGTERM)
    assert status == 0
    assert b"Traceback" not in err
