"""The OpenAPI document says what the API does: every documented answer is provoked and held against it."""

import asyncio
from typing import Any

from tests.api.conftest import Api, Running
from tests.api.schema import faults
from wadesk.api import guard
from wadesk.domain.linkstate import Qr
from wadesk.domain.principal import local_administrator
from wadesk.supervisor.desk import now_ms

# Answers that every call has; each is provoked once in test_guard.py.
_EVERYWHERE = {401, 403, 429, 500}
NUMBER = "+5511988887777"


class Walk:
    """Asks, and notes which documented answer came."""

    def __init__(self, api: Running, document: dict[str, Any]) -> None:
        self.api, self.document = api, document
        self.seen: set[tuple[str, str, int]] = set()

    async def ask(self, status: int, method: str, path: str, **words: Any) -> Any:
        """Ask for `path` with its `{…}` filled from `words`; everything else goes to the client."""
        names = {name: words.pop(name) for name in ("account_id", "session_id") if name in words}
        answer = await self.api.client.request(method, path.format(**names), **words)
        assert answer.status_code == status, f"{method} {path}: {answer.status_code} {answer.text}"
        described = self.document["paths"][path][method.lower()]["responses"][str(status)]
        schema = described["content"]["application/json"]["schema"]
        assert faults(answer.json(), schema, self.document) == []
        self.seen.add((method, path, status))
        return answer.json()


async def _walk(api: Running) -> Walk:
    walk = Walk(api, (await api.client.get("/openapi.json")).json())
    account = (await walk.ask(201, "POST", "/accounts", json={"name": "Padaria"}))["account_id"]
    slots = "/accounts/{account_id}/slots"
    session = (await walk.ask(201, "POST", slots, account_id=account, json={"name": "Balcão"}))["session_id"]
    await _refused(walk, account, session)
    bound = await api.bound_slot()
    await _used(walk, account, bound)
    await _locked(walk, bound)
    return walk


async def _refused(walk: Walk, account: str, session: str) -> None:
    nowhere, slots = "aaaaaaaaaaaa", "/accounts/{account_id}/slots"
    long = {"name": "x" * 10_000}
    await walk.ask(400, "POST", "/accounts", json={"name": ""})
    await walk.ask(413, "POST", "/accounts", json=long)
    await walk.ask(400, "POST", slots, account_id=account, content=b"{")
    await walk.ask(413, "POST", slots, account_id=account, json=long)
    await walk.ask(404, "POST", slots, account_id=nowhere, json={})
    for _ in range(9):
        await walk.ask(201, "POST", slots, account_id=account, json={})
    await walk.ask(409, "POST", slots, account_id=account, json={})
    await walk.ask(404, "GET", "/accounts/{account_id}/status", account_id=nowhere)
    for method, path in (
        ("GET", "/status/{session_id}"), ("POST", "/start/{session_id}"), ("GET", "/qr/{session_id}"),
        ("GET", "/messages/{session_id}"), ("GET", "/chats/{session_id}"), ("DELETE", "/sessions/{session_id}"),
    ):  # fmt: skip
        await walk.ask(404, method, path, session_id=f"{nowhere}-slot1")
    for path in ("/status", "/qr"):
        await walk.ask(404, "GET", path, params={"sessionId": "nonsense"})
        await walk.ask(400, "GET", path)
    await walk.ask(400, "GET", "/messages/{session_id}", session_id=session, params={"limit": "many"})
    body = {"session_id": session, "number": NUMBER, "message": "Oi"}
    await walk.ask(400, "POST", "/send-message", json={"number": NUMBER, "message": "Oi"})
    await walk.ask(404, "POST", "/send-message", json=body | {"session_id": f"{nowhere}-slot1"})
    await walk.ask(409, "POST", "/send-message", json=body)
    await walk.ask(413, "POST", "/send-message", content=b" " * (guard.LARGEST_BODY + 1))
    await walk.ask(422, "POST", "/send-message", json=body | {"number": "11123456789"})


async def _used(walk: Walk, account: str, bound: str) -> None:
    await walk.ask(200, "GET", "/accounts")
    await walk.ask(200, "GET", "/sessions")
    await walk.ask(200, "GET", "/accounts/{account_id}/status", account_id=account)
    await walk.ask(200, "GET", "/status/{session_id}", session_id=bound)
    await walk.ask(200, "GET", "/status", params={"sessionId": bound})
    await walk.ask(202, "POST", "/start/{session_id}", session_id=bound)
    body = {"session_id": bound, "number": NUMBER, "message": "Bom dia"}
    await walk.ask(202, "POST", "/send-message", json=body)
    messages = await walk.ask(200, "GET", "/messages/{session_id}", session_id=bound)
    assert [(one["number"], one["text"], one["direction"]) for one in messages["messages"]] == [
        (NUMBER, "Bom dia", "out")
    ]
    assert len((await walk.ask(200, "GET", "/chats/{session_id}", session_id=bound))["chats"]) == 1
    # Its engine ends again and again, and each word of that would take the code away.
    await walk.api.supervisor.pause(local_administrator(), bound)
    walk.api.supervisor._crew.book.show_qr(_code(bound))
    await walk.ask(200, "GET", "/qr/{session_id}", session_id=bound)
    await walk.ask(200, "GET", "/qr", params={"sessionId": bound})


async def _locked(walk: Walk, bound: str) -> None:
    """The account's worker is gone and the keyring is locked: nothing can be read or erased now."""
    workers = walk.api.supervisor._crew._workers
    await workers.pop(bound.rpartition("-slot")[0]).aclose()
    # As after a new start of the program: in one run a key is asked of the keyring once.
    walk.api.supervisor._keys._kept.clear()
    walk.api.vault.locked = True
    await walk.ask(503, "POST", "/start/{session_id}", session_id=bound)
    await walk.ask(503, "GET", "/messages/{session_id}", session_id=bound)
    await walk.ask(503, "GET", "/chats/{session_id}", session_id=bound)
    await walk.ask(503, "DELETE", "/sessions/{session_id}", session_id=bound)
    body = {"session_id": bound, "number": NUMBER, "message": "Bom dia"}
    await walk.ask(503, "POST", "/send-message", json=body)
    walk.api.vault.locked = False
    await walk.ask(202, "DELETE", "/sessions/{session_id}", session_id=bound)


def _code(session_id: str):
    now = now_ms()
    return Qr(slot_id=session_id, payload="2@abc,def", number=1, of=6, shown_ms=now, expires_ms=now + 60_000)


def test_every_documented_answer_comes_and_is_as_documented(api: Api) -> None:
    async def play() -> Walk:
        async with api() as running:
            return await _walk(running)

    walk = asyncio.run(play())
    documented = {
        (method.upper(), path, int(status))
        for path, calls in walk.document["paths"].items()
        for method, call in calls.items()
        for status in call["responses"]
        if int(status) not in _EVERYWHERE
    }
    assert walk.seen == documented


def test_a_field_that_is_not_described_or_is_missing_is_noticed() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}
    assert faults({"a": "x"}, schema, {}) == []
    assert faults({"a": "x", "b": 1}, schema, {}) == ["answer.b is not described"]
    assert faults({}, schema, {}) == ["answer lacks a"]
    assert faults({"a": 1}, schema, {}) == ["answer.a is int, not string"]
