"""What commands do to the number on the screen, and that none acts on a number that is not."""

import pytest

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene
from wadesk.domain.ids import account_of
from wadesk.domain.linkstate import LinkState
from wadesk.ui.theme.theme import Theme

ABOUT_ONE = ("number.reconnect", "number.pause", "number.resume")


@pytest.fixture
def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


def possible(seen: Desktop) -> set[str]:
    commands = seen.work.commands
    return {one.command_id for one in commands if one.command_id in ABOUT_ONE and commands.is_enabled(one)}


def subject(seen: Desktop) -> str:
    commands = seen.work.commands
    return next(commands.subject(one) for one in commands if one.command_id == "number.pause")


def test_a_number_is_acted_on_only_where_it_is_on_the_screen_and_by_its_name(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            screens, inbox = seen.work.screens, seen.work.inbox
            screens.show_board()
            assert (possible(seen), subject(seen)) == (set(), "")
            screens.show_account(account_of(slots["PS1"]))
            assert (possible(seen), subject(seen)) == (set(), "")
            screens.show_account(account_of(slots["PS1"]), slots["PS2"])
            assert subject(seen) == "2 Encomendas · Padaria Sol Nascente"
            assert possible(seen) == {"number.reconnect", "number.pause"}
            chat = next(chat for chat in fake._chats.values() if chat.slot_id == slots["PS1"])
            await soon("the list", lambda: inbox.chats.chat(chat.chat_id))
            inbox.set_filter(None)
            inbox.open(chat.chat_id)
            assert subject(seen) == "1 Balcão · Padaria Sol Nascente"
            fake.put_status(slots["PS1"], LinkState.PAUSED)
            assert possible(seen) == {"number.resume"}
            fake.put_status(slots["PS1"], LinkState.BANNED)
            assert possible(seen) == set()
            screens.show_link(slots["CV2"])
            assert subject(seen) == "2 Recepção · Clínica Vila Serena"
            assert possible(seen) == {"number.reconnect"}

    run(work())


def test_panes_are_entered_in_turn_and_the_chat_pane_at_its_composer(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.window.activateWindow()
            await soon("the window is active", seen.window.isActiveWindow)
            inbox, commands = seen.work.inbox, seen.work.commands
            chat = next(chat for chat in fake._chats.values() if chat.slot_id == slots["PS1"])
            seen.work.screens.show_account(account_of(slots["PS1"]))
            await soon("the list", lambda: inbox.chats.chat(chat.chat_id))
            inbox.open(chat.chat_id)
            seen.parts.rail.focus_list()
            rail, column, pane, contact = seen.parts.rail, seen.page.column, seen.page.pane, seen.page.contact
            assert contact.isVisible()
            for around in (column, pane, contact, rail):
                commands.run("go.next-pane")
                focused = seen.window.focusWidget()
                assert focused is not None
                assert around.isAncestorOf(focused)
                if around is pane:
                    assert focused is pane.composer.input
            for around in (contact, pane, column, rail):
                commands.run("go.previous-pane")
                focused = seen.window.focusWidget()
                assert focused is not None
                assert around.isAncestorOf(focused)

    run(work())
