"""The window as people use it: the first account, more numbers, where clicks lead, what is refused."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import WHO, set_scene, show_codes
from wadesk.domain.desk import Account
from wadesk.domain.errors import InvalidRequest, SlotsFull, Unavailable
from wadesk.domain.ids import account_of
from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.dialogs import NewAccount, NewNumber, RemoveNumber
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.flow_grid import FlowGrid
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.qr_card import QrCard
from wadesk.ui.widgets.slot_card import SlotCard


def dialog(seen: Desktop, kind: type[QDialog]) -> QDialog:
    found = next((one for one in seen.window.findChildren(kind) if one.isVisible()), None)
    assert found is not None
    return found


def said(seen: Desktop) -> list[str]:
    return [label.text() for label in seen.parts.toasts.findChildren(QLabel)]


@pytest.fixture
def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


def test_the_first_run_says_the_terms_first_then_makes_an_account_and_shows_its_code(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with desktop(theme, fake, patch) as seen:
            first = seen.find(FirstRun)
            assert isinstance(first, FirstRun)
            assert first.isVisible()
            assert any(
                "restricted or banned" in label.text() for label in first.findChildren(QLabel) if label.isVisible()
            )
            assert not first._create.isVisible()
            first._understood.click()
            QTest.keyClicks(first._form._name, "Padaria Sol Nascente")
            assert first._form._initials.text() == "PS"
            first._create.click()
            first._create.click()
            await soon("the link page", lambda: isinstance(seen.page, LinkPage) and seen.page.isVisible())
            account: Account = (await fake.accounts(WHO))[0]
            assert (account.name, account.initials, account.colour) == ("Padaria Sol Nascente", "PS", 1)
            await soon("a code", lambda: seen.page._card.view.shown)
            assert fake.asked.count("add_account") == fake.asked.count("add_slot") == 1

    run(work())


def test_what_is_refused_in_a_form_is_said_there_and_nothing_typed_is_lost(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with desktop(theme, fake, patch) as seen:
            first = seen.find(FirstRun)
            assert isinstance(first, FirstRun)
            first._show_form()
            QTest.keyClicks(first._form._name, "x" * 150)
            fake.refusal = InvalidRequest("long_name", "too long", limit="100")
            first._create.click()
            await soon("the sentence", lambda: "100 characters" in first._form._error.text())
            assert first._form._name.text() == "x" * 150
            assert first._create.isEnabled()
            assert await fake.accounts(WHO) == []

    run(work())


def test_initials_that_another_account_has_are_refused_while_typing(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.work.flows.new_account()
            asked = dialog(seen, NewAccount)
            assert isinstance(asked, NewAccount)
            form = asked._form
            QTest.keyClicks(form._name, "Posto Santos")
            assert form._initials.text() != "PS"
            assert asked.act.isEnabled()
            form._initials.selectAll()
            QTest.keyClicks(form._initials, "ps")
            assert form._error.text() == "Already used by Padaria Sol Nascente."
            assert not asked.act.isEnabled()
            asked.reject()

    run(work())


def test_a_new_account_takes_the_first_colour_that_none_has(app: object) -> None:
    draft = AccountDraft.beside([])
    assert draft.colour == 1
    used = [Account(account_id=f"{n}", name="n", initials=f"A{n}", colour=n, position=n) for n in (1, 2, 4)]
    assert AccountDraft.beside(used).colour == 3


def test_a_click_in_the_rail_opens_chats_or_the_code_and_starts_only_what_must_be_linked(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            rail, desk = seen.parts.rail, seen.parts.desk
            fake.asked.clear()
            rail.account_chosen.emit(account_of(slots["PS1"]))
            assert isinstance(seen.page, DailyView)
            rail.slot_chosen.emit(slots["PS2"])
            assert isinstance(seen.page, DailyView)
            assert seen.work.inbox.chats.number == slots["PS2"]
            rail.slot_chosen.emit(slots["AC1"])
            assert isinstance(seen.page, LinkPage)
            rail.slot_chosen.emit(slots["SF2"])
            await soon("a code runs", lambda: desk.status(slots["SF2"]).state is LinkState.LINKING)
            assert isinstance(seen.page, LinkPage)
            assert seen.page._card.view.shown
            assert [one for one in fake.asked if one.startswith("start")] == [f"start {slots['SF2']}"]

    run(work())


def test_the_board_shows_live_codes_of_several_accounts_and_a_linked_number_moves_to_working(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            board = seen.page
            assert isinstance(board, BoardPage)
            show_codes(fake, slots)
            cards = [board.card(slots[key]) for key in ("CV2", "BQ1")]
            assert all(isinstance(card, QrCard) and card.view.shown for card in cards)
            other = board.card(slots["PS1"])
            fake.scan(slots["CV2"], "+5511999990022")
            now = board.card(slots["CV2"])
            assert isinstance(now, SlotCard)
            assert "Connected" in now.accessibleName()
            assert board.card(slots["PS1"]) is other
            assert isinstance(board.card(slots["BQ1"]), QrCard)
            # Cards that left their section for good are not laid out any more.
            seen.window.resize(1300, 820)
            seen.window.grab()

    run(work())


def test_a_section_that_lost_its_last_card_lays_it_out_no_more(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        account = await fake.add_account(WHO, "Padaria", "PA", 1)
        slot = await fake.add_slot(WHO, account.account_id, "Balcão")
        async with desktop(theme, fake, patch) as seen:
            board = seen.page
            assert isinstance(board, BoardPage)
            assert isinstance(board.card(slot.slot_id), SlotCard)
            seen.work.flows.numbers.start(slot.slot_id)
            await soon("the code's card", lambda: isinstance(board.card(slot.slot_id), QrCard))
            await asyncio.sleep(0.05)
            laid_out = [card for grid in board.findChildren(FlowGrid) for card, _ in grid._cards]
            assert laid_out == [board.card(slot.slot_id)]
            seen.window.resize(1400, 900)
            seen.window.grab()

    run(work())


def test_a_new_code_is_asked_for_once_however_often_it_is_pressed(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            show_codes(fake, slots)
            fake.asked.clear()
            for _ in range(3):
                seen.work.flows.numbers.renew(slots["CV2"])
            await soon("a new code", lambda: f"start {slots['CV2']}" in fake.asked)
            assert fake.asked == [f"cancel_link {slots['CV2']}", f"start {slots['CV2']}"]

    run(work())


def test_connect_later_ends_the_codes_and_leads_to_the_board(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.work.screens.show_link(slots["CV2"])
            assert isinstance(seen.page, LinkPage)
            seen.page._later.click()
            await soon("unlinked", lambda: seen.parts.desk.status(slots["CV2"]).state is LinkState.UNLINKED)
            assert isinstance(seen.page, BoardPage)

    run(work())


def test_a_new_number_asks_for_its_account_by_name_and_shows_its_code(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.work.flows.new_number()
            asked = dialog(seen, NewNumber)
            assert isinstance(asked, NewNumber)
            assert asked.account_id is None
            assert not asked.act.isEnabled()
            next(radio for radio in asked._choice.buttons() if "Corpo" in radio.text()).click()
            assert asked.account_id == account_of(slots["AC1"])
            QTest.keyClicks(asked._name, "Vendas")
            fake.refusal = SlotsFull("slots_full", "full")
            asked.act.click()
            await soon("the refusal", lambda: "already has 10 numbers" in asked._error.text())
            asked.act.click()
            await soon("the link page", lambda: isinstance(seen.page, LinkPage))
            names = [slot.name for slot in seen.parts.desk.slots(account_of(slots["AC1"]))]
            assert names == ["Recepção", "Vendas"]

    run(work())


def test_a_number_is_removed_only_after_the_initials_were_typed_and_its_page_is_left(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.work.screens.show_link(slots["CV2"])
            seen.work.flows.numbers.remove(slots["CV2"])
            asked = dialog(seen, RemoveNumber)
            assert isinstance(asked, RemoveNumber)
            assert not asked.act.isEnabled()
            QTest.keyClick(asked._typed, Qt.Key.Key_Return)
            assert "remove_slot" not in fake.asked
            QTest.keyClicks(asked._typed, "cv")
            asked.act.click()
            await soon("gone", lambda: seen.parts.desk.slot(slots["CV2"]) is None)
            assert isinstance(seen.page, BoardPage)
            assert seen.page.card(slots["CV2"]) is None

    run(work())


def test_what_an_order_is_refused_with_is_said_in_a_toast_that_stays(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            fake.refusal = Unavailable("worker_restarting", "again")
            seen.work.flows.numbers.start(slots["SF2"])
            await soon("a toast", lambda: said(seen))
            assert said(seen) == ["This account is just starting again. Try in a moment."]

    run(work())


def test_the_title_names_what_is_on_the_screen_most_specific_first(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            assert seen.window.windowTitle() == "Number board — WaDesk"
            seen.work.screens.show_link(slots["CV2"])
            assert seen.window.windowTitle() == "Connect 2 Recepção · Clínica Vila Serena — WaDesk"
            seen.work.screens.show_account(account_of(slots["PS1"]))
            assert seen.window.windowTitle() == "Padaria Sol Nascente — WaDesk"
            chats = await fake.account_chats(WHO, account_of(slots["PS1"]))
            await soon("the list", lambda: seen.work.inbox.chats.chat(chats[0].chat_id))
            seen.work.inbox.open(chats[0].chat_id)
            assert seen.window.windowTitle() == "Beatriz Amaral · 1 Balcão · Padaria Sol Nascente — WaDesk"

    run(work())


def test_the_account_shown_last_is_opened_with_next_time(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.work.screens.show_account(account_of(slots["TP1"]))
            await soon("kept", lambda: fake._settings)
        async with desktop(theme, fake, patch) as seen:
            assert isinstance(seen.page, DailyView)
            shown = seen.work.inbox.account
            assert shown is not None
            assert shown.initials == "TP"

    run(work())


def test_the_menus_offer_what_can_be_done_and_nothing_else(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:

            def texts() -> list[str]:
                menus = [menu for menu in seen.window.findChildren(QMenu) if menu.isVisible()]
                found = [action.text() for action in menus[-1].actions() if action.text()]
                menus[-1].close()
                return found

            seen.work.flows.slot_menu(slots["PS1"], QPoint(10, 10))
            assert texts() == [
                "Open chats",
                "Pause",
                "Reconnect\tCtrl R",
                "Rename…",
                "Log out…",
                "Remove number…",
            ]
            seen.work.flows.slot_menu(slots["SF2"], QPoint(10, 10))
            assert texts() == ["Open chats", "Connect again", "Rename…", "Remove number…"]
            seen.work.flows.slot_menu(slots["CV2"], QPoint(10, 10))
            assert texts() == ["Open chats", "Show code", "Connect later", "Rename…", "Remove number…"]
            seen.work.flows.account_menu(account_of(slots["PS1"]), QPoint(10, 10))
            assert texts() == ["Add number…", "Rename account…"]

    run(work())


def test_keys_alone_lead_to_accounts_the_board_and_from_pane_to_pane(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.window.activateWindow()
            await soon("the window is active", seen.window.isActiveWindow)
            QTest.keyClick(seen.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
            shown = seen.work.inbox.account
            assert shown is not None
            assert shown.account_id == account_of(slots["CV1"])
            QTest.keyClick(seen.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
            assert isinstance(seen.page, BoardPage)
            rail = seen.parts.rail._list
            for _ in range(2):
                QTest.keyClick(seen.window, Qt.Key.Key_F6)
            await soon("the rail has the focus", rail.hasFocus)
            for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return):
                QTest.keyClick(rail, key)
            assert isinstance(seen.page, DailyView)
            seen.work.screens.show_board()
            rail.setFocus()
            QTest.keyClick(seen.window, Qt.Key.Key_F6)
            focused = seen.window.focusWidget()
            assert focused is not None
            assert seen.page.isAncestorOf(focused)

    run(work())
