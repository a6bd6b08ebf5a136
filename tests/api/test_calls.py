"""What single calls promise beyond their shapes."""

import asyncio
import base64
import io

import zxingcpp
from PIL import Image

from tests.api.conftest import Api, Running
from wadesk.api.qr_image import png_data_uri
from wadesk.domain.linkstate import Qr
from wadesk.supervisor.desk import now_ms

NUMBER = "+5511988887777"


def _asked(api: Api, ask):
    async def play():
        async with api() as running:
            return await ask(running)

    return asyncio.run(play())


def test_a_new_slot_is_unlinked_and_reading_it_changes_nothing(api: Api) -> None:
    async def ask(running: Running):
        session_id = await running.slot(await running.account())
        first = (await running.client.get(f"/status/{session_id}")).json()
        assert (await running.client.get("/status", params={"sessionId": session_id})).json() == first
        assert (await running.client.get(f"/qr/{session_id}")).json()["error"]["code"] == "no_qr"
        assert (await running.client.get(f"/status/{session_id}")).json() == first
        return session_id, first

    session_id, first = _asked(api, ask)
    assert first == {
        "session_id": session_id, "account_id": session_id[:12], "account": "Padaria", "slot": 1, "name": "Balcão",
        "status": "unlinked", "connected": False, "number": None, "phone_number": None, "qr_available": False,
        "last_seen": None,
    }  # fmt: skip


def test_the_code_is_the_payload_as_text_and_as_a_picture_that_a_phone_reads(api: Api) -> None:
    payload = "2@" + "AbC/+=" * 30 + ",x,y,z"

    async def ask(running: Running):
        session_id = await running.slot(await running.account())
        now = now_ms()
        code = Qr(slot_id=session_id, payload=payload, number=1, of=6, shown_ms=now, expires_ms=now + 20_500)
        running.supervisor._crew.book.show_qr(code)
        return (await running.client.get(f"/qr/{session_id}")).json()

    told = _asked(api, ask)
    assert (told["success"], told["qr"]) == (True, payload)
    assert 18 <= told["expires_in"] <= 20
    assert _read(told["qr_image"]) == payload
    assert _read(png_data_uri("short")) == "short"


def _read(uri: str) -> str:
    head, _, content = uri.partition(",")
    assert head == "data:image/png;base64"
    return zxingcpp.read_barcodes(Image.open(io.BytesIO(base64.b64decode(content))))[0].text


def test_a_repeat_with_the_same_key_is_the_same_message(api: Api) -> None:
    async def ask(running: Running):
        session_id = await running.bound_slot()
        body = {"session_id": session_id, "number": NUMBER, "message": "Oi"}
        sent = [
            (await running.client.post("/send-message", json=body, headers={"Idempotency-Key": key})).json()
            for key in ("one", "one", "two")
        ]
        stored = (await running.client.get(f"/messages/{session_id}")).json()["messages"]
        return sent, stored

    sent, stored = _asked(api, ask)
    assert sent[0] == sent[1]
    assert (sent[0]["status"], sent[0]["messageId"]) == ("queued", sent[0]["message_id"])
    assert {one["message_id"] for one in stored} == {sent[0]["message_id"], sent[2]["message_id"]}


def test_messages_come_newest_first_in_pages_and_of_one_chat(api: Api) -> None:
    async def ask(running: Running):
        session_id = await running.bound_slot()
        for number, text in (("+5511988887777", "um"), ("+5511988886666", "dois"), ("+5511988887777", "três")):
            body = {"session_id": session_id, "number": number, "message": text}
            assert (await running.client.post("/send-message", json=body)).status_code == 202

        async def page(**words: object):
            return (await running.client.get(f"/messages/{session_id}", params=words)).json()["messages"]

        every = await page()
        before = await page(before=every[0]["message_id"], limit=1)
        return every, before, await page(chat=every[0]["chat_id"])

    every, before, one_chat = _asked(api, ask)
    assert [one["text"] for one in every] == ["três", "dois", "um"]
    assert [one["text"] for one in before] == ["dois"]
    assert [one["text"] for one in one_chat] == ["três", "um"]
    assert every[0]["time"].endswith("Z")


def test_a_chat_of_another_slot_or_two_targets_queue_nothing(api: Api) -> None:
    async def ask(running: Running):
        mine, other = await running.bound_slot(), await running.bound_slot("+5511999990022")
        body = {"session_id": mine, "number": NUMBER, "message": "Oi"}
        await running.client.post("/send-message", json=body)
        chat = (await running.client.get(f"/chats/{mine}")).json()["chats"][0]["chat_id"]
        wrong = [
            {"session_id": other, "chat_id": chat, "message": "x"},
            {"session_id": mine, "chat_id": chat, "number": NUMBER, "message": "x"},
            {"session_id": mine, "message": "x"},
            {"session_id": mine, "chat_id": chat, "message": ""},
        ]
        answers = [(await running.client.post("/send-message", json=one)).status_code for one in wrong]
        counts = [len((await running.client.get(f"/messages/{one}")).json()["messages"]) for one in (mine, other)]
        return answers, counts

    assert _asked(api, ask) == ([400] * 4, [1, 0])
