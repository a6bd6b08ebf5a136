"""Another text size makes everything in the window again: at the same place, with what was typed and shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene, show_codes
from wadesk.domain.ids import ChatId, SlotId, account_of
from wadesk.domain.message import Direction, MessageState
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.rail import Rail


@pytest.fixture(autouse=True)
def _theme_as_it_was(theme: Theme) -> Iterator[None]:
    yield
    theme.use(scheme="light", scale=1.0)


async def with_a_chat(seen: Desktop, slots: dict[str, SlotId], chat_id: ChatId) -> None:
    seen.work.screens.show_account(account_of(slots["PS1"]))
    await soon("the list", lambda: seen.work.inbox.chats.chat(chat_id))
    seen.work.inbox.open(chat_id)


async def grown(seen: Desktop, scale: float) -> None:
    before = seen.work
    seen.parts.theme.use(scale=scale)
    await soon("the window made again", lambda: seen.work is not before and seen.work.screens.place)


def test_another_text_size_keeps_the_chat_what_was_typed_and_the_filter(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        chat = fake.put_chat(slots["PS1"], "+5511999990094", "Beatriz Amaral")
        fake.put_message(chat, "Quero parecido com este", Direction.IN, MessageState.DELIVERED)
        async with desktop(theme, fake, monkeypatch) as seen:
            await with_a_chat(seen, slots, chat.chat_id)
            seen.work.inbox.set_filter(slots["PS1"])
            field = seen.find(QPlainTextEdit)
            assert isinstance(field, QPlainTextEdit)
            field.setPlainText("Seu pedido")
            old_rail = seen.parts.rail
            width = old_rail.sizeHint().width()
            await grown(seen, 1.5)
            await soon("the chat", lambda: seen.work.inbox.open_chat)
            assert seen.work.inbox.open_chat is not None
            assert seen.work.inbox.open_chat.chat_id == chat.chat_id
            assert seen.work.inbox.wanted == slots["PS1"]
            # What was there before goes in a later turn of the loop.
            await soon("one rail", lambda: len(seen.window.findChildren(Rail)) == 1)
            again = seen.find(QPlainTextEdit)
            assert isinstance(again, QPlainTextEdit)
            assert again is not field
            await soon("what was typed", lambda: again.toPlainText() == "Seu pedido")
            assert seen.parts.rail.sizeHint().width() >= width

    run(work())


def test_a_code_on_show_is_still_on_show_and_its_next_one_follows(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            show_codes(fake, slots)
            seen.work.screens.show_link(slots["CV2"])
            shown = seen.parts.desk.qr(slots["CV2"])
            assert shown is not None
            await grown(seen, 1.25)
            assert seen.parts.desk.qr(slots["CV2"]) == shown
            page = seen.find(LinkPage)
            assert isinstance(page, LinkPage)
            assert page.slot_id == slots["CV2"]
            assert seen.page is page
            fake.show_qr(slots["CV2"], 3)
            later = seen.parts.desk.qr(slots["CV2"])
            assert later is not None
            assert later.number == 3

    run(work())


def test_two_changes_at_once_make_the_window_once(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            seen.stage.renew()
            seen.stage.renew()
            first = seen.work
            await soon("the window made again", lambda: seen.work is not first and seen.work.screens.place)
            second = seen.work
            theme.use(scheme="dark")
            assert seen.work is second

    run(work())
