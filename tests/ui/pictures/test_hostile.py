"""Names and texts made to break a screen are shown as what they are, and hold up nothing."""

import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.scene import hostile
from tests.scene.chats import chat_of
from tests.scene.times import NOW_MS
from tests.ui.conftest import Run
from tests.ui.desktop import Desktop
from tests.ui.pictures import checks
from tests.ui.pictures.conftest import Camera, Look
from tests.ui.pictures.shots import Shot, open_chat, supervisor
from wadesk.domain.ids import ChatId, MessageId
from wadesk.domain.message import Kind, Message

LONGEST_S = 15.0
"""To fill a list and a chat with all of it, on a busy machine; nothing may take longer than a person waits."""


def fill(seen: Desktop) -> None:
    """Give every customer of the bakery a hostile name, and one chat every hostile text."""
    fake = supervisor(seen)
    bakery = [chat for chat in fake._chats.values() if str(chat.slot_id).startswith("padaria")]
    for chat, name in zip(bakery, hostile.NAMES, strict=False):
        text = hostile.TEXTS[bakery.index(chat) % len(hostile.TEXTS)]
        fake._chats[chat.chat_id] = replace(chat, name=name, last_text=text, last_kind=Kind.TEXT)
    of = chat_of("Beatriz Amaral")
    fake._messages[of] = [_message(fake._messages[of][0], of, place, text) for place, text in enumerate(hostile.TEXTS)]


def _message(like: Message, of: ChatId, place: int, text: str) -> Message:
    return replace(
        like, message_id=MessageId(f"h{place}{of[-3:]}"), text=text, arrival=place + 1, time_ms=NOW_MS - 1000
    )


async def show(seen: Desktop) -> None:
    fill(seen)
    await open_chat(seen, "Beatriz Amaral")


@pytest.mark.parametrize("width", [1280, 680])
def test_hostile_names_and_texts_show_safely_and_block_nothing(run: Run, camera: Camera, width: int) -> None:
    async def work() -> tuple[list[str], list[str], float]:
        begun = time.perf_counter()
        with checks.elided_numbers() as cut:
            async with camera.window(Shot("hostile", "", show), Look(width=width)) as seen:
                took = time.perf_counter() - begun
                camera.keep(f"hostile--{width}", seen)
                labels = [one for one in checks.shown(seen.window, QLabel) if isinstance(one, QLabel)]
                said = [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText]
                rich = [text for text in said if "Grátis" in text or "passwd" in text]
                turned = [mark for mark in ("\u202e", "\u200b", "\ufeff") if mark in seen.window.windowTitle()]
        return rich + turned + cut, checks.without_room(seen.window), took

    wrong, squeezed, took = run(work(), 60)
    assert (wrong, squeezed) == ([], [])
    assert took < LONGEST_S
