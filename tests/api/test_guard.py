"""Who may ask at all: this computer alone, no web page, with the key of this run, in bearable amounts."""

import asyncio
import socket

import httpx
import pytest

from tests.api.conftest import Api, Running
from wadesk.api.guard import LARGEST_BODY, Pace
from wadesk.api.server import serving
from wadesk.domain.errors import Conflict, InvalidRequest


def _asked(api: Api, ask):
    async def play():
        async with api() as running:
            return await ask(running)

    return asyncio.run(play())


def _told(answer: httpx.Response) -> tuple[int, str]:
    assert answer.json()["error"]["message"].endswith(".")
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize("head", [None, "", "Bearer", "Bearer wrong", "Basic {key}", "{key}", "Bearer {key}x"])
def test_without_the_key_of_this_run_nothing_is_answered(api: Api, head: str | None) -> None:
    async def ask(running: Running):
        headers = {} if head is None else {"Authorization": head.format(key=running.listening.key)}
        async with httpx.AsyncClient(base_url=running.listening.url, headers=headers, trust_env=False) as client:
            return [await client.get(path) for path in ("/accounts", "/openapi.json", "/nowhere")]

    answers = _asked(api, ask)
    assert [_told(answer) for answer in answers] == [(401, "unauthorized")] * 3
    assert answers[0].headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1"},
        {"Origin": "null"},
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "192.168.0.10"},
        {"Host": ""},
    ],
)
def test_web_pages_and_other_hosts_are_refused(api: Api, headers: dict[str, str]) -> None:
    assert _told(_asked(api, lambda running: running.client.get("/accounts", headers=headers))) == (403, "forbidden")


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:80", "LOCALHOST"])
def test_every_name_of_this_computer_is_let_in(api: Api, host: str) -> None:
    assert _asked(api, lambda running: running.client.get("/accounts", headers={"Host": host})).status_code == 200


def test_guessing_keys_is_slowed_down_and_the_right_key_still_works(api: Api) -> None:
    async def ask(running: Running):
        wrong = {"Authorization": "Bearer guess"}
        codes = [(await running.client.get("/accounts", headers=wrong)).status_code for _ in range(40)]
        return codes, (await running.client.get("/accounts")).status_code

    codes, right = _asked(api, ask)
    assert (codes[0], codes[-1], right) == (401, 429, 200)


def test_a_flood_is_told_to_wait(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wadesk.api.guard._AT_ONCE", 3.0)
    monkeypatch.setattr("wadesk.api.guard._PER_SECOND", 0.01)

    async def ask(running: Running):
        return [await running.client.get("/accounts") for _ in range(6)]

    assert _told(_asked(api, ask)[-1]) == (429, "rate_limited")


def test_permits_come_back_with_time() -> None:
    now = [0.0]
    pace = Pace(per_second=1, at_once=2, clock=lambda: now[0])
    assert [pace.take() for _ in range(3)] == [True, True, False]
    now[0] = 1.5
    assert [pace.take() for _ in range(2)] == [True, False]


@pytest.mark.parametrize("size", [LARGEST_BODY + 1, 20_000_000])
def test_a_body_that_is_too_large_is_answered_and_not_kept(api: Api, size: int) -> None:
    async def ask(running: Running):
        answer = await running.client.post("/accounts", content=b"x" * size)
        return answer, (await running.client.get("/accounts")).json()

    answer, accounts = _asked(api, ask)
    assert _told(answer) == (413, "too_large")
    assert accounts == {"accounts": []}


def test_unknown_paths_and_ways_of_asking_have_a_sentence(api: Api) -> None:
    async def ask(running: Running):
        return [await running.client.get("/nowhere"), await running.client.put("/accounts")]

    assert [_told(answer) for answer in _asked(api, ask)] == [(404, "not_found"), (405, "invalid_request")]


@pytest.mark.warns_in_log
def test_a_bug_ends_one_request_and_shows_nothing_of_itself(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask(running: Running):
        def broken(who):
            raise RuntimeError("secret")

        with monkeypatch.context() as patch:
            patch.setattr(running.supervisor, "accounts", broken)
            answer = await running.client.get("/accounts")
        return answer, await running.client.get("/accounts")

    broken, after = _asked(api, ask)
    assert _told(broken) == (500, "internal")
    assert "secret" not in broken.text
    assert after.status_code == 200


def test_it_refuses_to_listen_where_other_computers_reach_it(api: Api) -> None:
    async def ask(running: Running):
        for host in ("0.0.0.0", "192.168.0.10", "::"):  # noqa: S104 - refused, which is the point
            with pytest.raises(InvalidRequest):
                async with serving(running.supervisor, 0, host):
                    pass
        return True

    assert _asked(api, ask)


def test_a_port_that_is_taken_is_told(api: Api) -> None:
    async def ask(running: Running):
        with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(Conflict) as caught:
            async with serving(running.supervisor, taken.getsockname()[1]):
                pass
        return caught.value.reason

    assert _asked(api, ask) == "port_taken"
