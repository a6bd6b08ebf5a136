"""Bad input gets one clear sentence, and nothing is lost by it."""

import subprocess
import sys

import pytest

from tests.end2end.desk import ROOT
from tests.end2end.town import Town
from tests.waiting import until


@pytest.fixture(scope="module")
def desk(desks, tmp_path_factory):
    running = desks(tmp_path_factory.mktemp("bad") / "data")
    running.start()
    return running


@pytest.fixture(scope="module")
def line(desk, network):
    return Town(network).line(desk, desk.make_account("Academia Corpo & Cia"), "Recepção")


def _error(response) -> tuple[int, str, str]:
    told = response.json()["error"]
    assert told["message"].endswith((".", "?")), told
    assert "\n" not in told["message"]
    assert len(told["message"]) < 200
    return response.status_code, told["code"], told["message"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "\x00", None, 5, ["a"]])
def test_a_name_that_is_none_is_refused(desk, name):
    before = desk.get("/accounts")
    status, _, _ = _error(desk.ask("POST", "/accounts", json={"name": name}))
    assert status in {400, 413, 422}
    assert desk.get("/accounts") == before


def test_an_eleventh_slot_is_refused_and_the_ten_stay(desk):
    account = desk.make_account("Dez Números")
    for number in range(10):
        desk.add_slot(account, f"Número {number + 1}")
    assert _error(desk.ask("POST", f"/accounts/{account}/slots", json={"name": "Mais um"}))[:2] == (409, "slots_full")
    assert len(desk.get(f"/accounts/{account}/status")["sessions"]) == 10


@pytest.mark.parametrize("number", ["", "123", "abc", "+55 11 1", "+" + "9" * 40, "11123456789"])
def test_a_number_that_cannot_be_one_is_refused_and_nothing_is_queued(desk, line, number):
    asked = {"session_id": line.session_id, "number": number, "message": "Oi"}
    status, code, _ = _error(desk.ask("POST", "/send-message", json=asked))
    assert (status, code) in {(422, "invalid_number"), (400, "invalid_request")}
    assert desk.messages(line.session_id) == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff\xfe", b'{"session_id": 5}'])
def test_a_body_that_is_no_request_is_refused(desk, body):
    answer = desk.ask("POST", "/send-message", content=body, headers={"Content-Type": "application/json"})
    assert _error(answer)[0] in {400, 422}


def test_a_send_without_a_slot_or_with_a_chat_of_another_is_refused(desk, line):
    assert _error(desk.ask("POST", "/send-message", json={"number": "+5511988887777", "message": "Oi"}))[:2] == (
        400, "session_required",
    )  # fmt: skip
    foreign = line.session_id.replace("-slot1", "-slot2") + "." + "a" * 16
    asked = {"session_id": line.session_id, "chat_id": foreign, "message": "Oi"}
    assert _error(desk.ask("POST", "/send-message", json=asked))[0] in {400, 404}
    assert desk.messages(line.session_id) == []


def test_a_body_over_the_limit_is_refused_without_being_kept(desk, line):
    asked = {"session_id": line.session_id, "number": "+5511988887777", "message": "x" * 20_000_000}
    assert _error(desk.ask("POST", "/send-message", json=asked))[:2] == (413, "too_large")
    asked["message"] = "x" * 70_000
    assert _error(desk.ask("POST", "/send-message", json=asked))[1] in {"too_large", "invalid_request"}
    assert desk.messages(line.session_id) == []


def _refused(desk, *words: str, **environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "wadesk", "serve", "--port", "0", "--data-dir", str(desk.folder), *words],
        cwd=ROOT,
        env={**desk.environment, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert run.stdout == ""
    told = run.stderr.strip().splitlines()
    assert "Traceback" not in run.stderr
    return told[-1]


def test_a_second_start_on_the_same_folder_says_who_has_it(desk):
    assert str(desk.pid) in _refused(desk)
    assert desk.get("/accounts")


def test_no_keyring_ends_with_the_way_out(desks, tmp_path):
    sentence = _refused(desks(tmp_path / "data"), DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
    assert "passphrase" in sentence


def test_a_folder_without_permission_is_told_in_one_sentence(desks, tmp_path):
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    assert str(taken) in _refused(desks(taken / "data"))


def test_a_folder_of_the_other_network_is_refused_and_left_as_it_is(desks, network, tmp_path):
    desk = desks(tmp_path / "data")
    desk.start()
    desk.make_account("Ensaio")
    desk.stop()
    before = {path: path.stat().st_mtime_ns for path in desk.folder.glob("*.db")}
    environment = dict(desk.environment)
    desk.environment.pop("WADESK_OFFLINE_NETWORK")
    assert "offline" in _refused(desk)
    desk.environment = environment
    assert {path: path.stat().st_mtime_ns for path in desk.folder.glob("*.db")} == before
    desk.start()
    assert [one["name"] for one in desk.get("/accounts")["accounts"]] == ["Ensaio"]
    desk.stop()


def test_a_missing_engine_is_an_error_of_its_slot_that_heals_when_it_is_there_again(
    desks, network, tmp_path, offline_engine
):
    desk = desks(tmp_path / "data")
    engine = tmp_path / "engine"
    desk.environment["WADESK_ENGINE"] = str(engine)
    desk.start()
    line = Town(network).line(desk, desk.make_account("Sem motor"), "Balcão")
    desk.ask("POST", f"/start/{line.session_id}")
    assert desk.wait_status(line.session_id, "error")["code"] == "engine_missing"
    engine.write_bytes(offline_engine.read_bytes())
    engine.chmod(0o700)
    until("a QR", lambda: desk.ask("POST", f"/start/{line.session_id}").status_code == 202 and desk.qr(line.session_id))
    desk.stop()


@pytest.mark.parametrize(
    "told",
    [
        '{"type":"ready","protocol":99,"network":"offline","version":"9"}',
        '{"type":"ready","protocol":1,"network":"whatsapp","version":"1"}',
        "\x7f",
    ],
)
def test_an_engine_of_another_protocol_or_network_is_never_spoken_to(desks, network, tmp_path, told):
    engine = tmp_path / "engine"
    engine.write_text(
        f"#!{sys.executable}\nimport os, sys\n"
        f"body = {told!r}.encode()\n"
        "length = 2**31 if body == b'\\x7f' else len(body)\n"
        "os.write(1, length.to_bytes(4, 'big') + body)\n"
        "sys.stdin.buffer.read()\n"
    )
    engine.chmod(0o700)
    desk = desks(tmp_path / "data")
    desk.environment["WADESK_ENGINE"] = str(engine)
    desk.start()
    line = Town(network).line(desk, desk.make_account("Outro motor"), "Balcão")
    desk.ask("POST", f"/start/{line.session_id}")
    status = desk.wait_status(line.session_id, "error")
    assert status["code"].startswith("engine_"), status
    desk.stop()
