"""What a click does to one number: the rest stay as they are, what destroys asks first, what is refused is said."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene, show_codes
from wadesk.domain.errors import InvalidNumber, Unavailable
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.requests import HistoryAmount
from wadesk.ui.next_steps import StepKind
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.dialogs import RemoveNumber
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.slot_dialogs import ClearKeys, LogOut, WhatToDo

Work = Callable[[Desktop, dict[str, SlotId]], Awaitable[None]]
Play = Callable[[Work], None]
D = TypeVar("D", bound=Dialog)


@pytest.fixture
def play(run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Runs ``work`` on the window with the design's desk in it."""

    async def on_desk(work: Work) -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            show_codes(fake, slots)
            fake.asked.clear()
            await work(seen, slots)

    return lambda work: run(on_desk(work))


def opened(seen: Desktop, kind: type[D]) -> list[D]:
    return [one for one in seen.window.findChildren(kind) if one.isVisible()]


def dialog(seen: Desktop, kind: type[D]) -> D:
    (found,) = opened(seen, kind)
    return found


ORDERS = [
    (StepKind.RETRY, "TP2", "reconnect"),
    (StepKind.RESUME, "EP2", "resume"),
    (StepKind.TAKE_BACK, "AC1", "resume"),
    (StepKind.START, "FF1", "start"),
    (StepKind.LINK, "SF2", "start"),
]


def test_a_step_is_one_order_about_one_number(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        desk, fake = seen.parts.desk, seen.fake
        for kind, key, asked in ORDERS:
            fake.asked.clear()
            before = {other: desk.status(slot) for other, slot in slots.items() if other != key}
            for _ in range(2):
                seen.work.flows.numbers.take_step(slots[key], kind)
            await soon("the order", lambda: fake.asked)
            assert fake.asked == [f"{asked} {slots[key]}"]
            assert {other: desk.status(slot) for other, slot in slots.items() if other != key} == before

    play(work)


def test_steps_that_only_lead_somewhere_order_nothing(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        numbers = seen.work.flows.numbers
        numbers.take_step(slots["CV2"], StepKind.SHOW_CODE)
        assert isinstance(seen.page, LinkPage)
        numbers.take_step(slots["PS1"], StepKind.OPEN)
        assert isinstance(seen.page, DailyView)
        facts = {"slot": "1 Balcão", "account": "Padaria", "got": "+5511999990011"}
        seen.fake.put_status(slots["CV2"], LinkState.UNLINKED, code="bound_elsewhere", facts=facts)
        seen.work.screens.show_link(slots["CV2"])
        numbers.take_step(slots["CV2"], StepKind.SHOW_OTHER)
        assert isinstance(seen.page, DailyView)
        assert seen.work.inbox.wanted == slots["PS1"]
        assert [one for one in seen.fake.asked if slots["CV2"] in one or slots["PS1"] in one] == []

    play(work)


def test_what_unlinks_is_asked_first_with_the_safe_side_focused(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        numbers, fake = seen.work.flows.numbers, seen.fake
        for kind, order, asked in ((LogOut, numbers.log_out, "log_out"), (ClearKeys, numbers.clear, "clear")):
            order(slots["PS3"])
            first = dialog(seen, kind)
            assert first.focusWidget() is first.safe
            assert any("3 Entregas" in label.text() for label in first.findChildren(QLabel))
            first.safe.click()
            assert fake.asked == []
            await soon("it is closed", lambda kind=kind: not opened(seen, kind))
            order(slots["PS3"])
            dialog(seen, kind).act.click()
            await soon("it is done and closed", lambda kind=kind: not opened(seen, kind))
            assert fake.asked == [f"{asked} {slots['PS3']}"]
            fake.asked.clear()

    play(work)


def test_a_refusal_is_said_in_the_dialog_that_asked(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        seen.fake.refusal = Unavailable("not_connected", "This number is not connected.")
        seen.work.flows.numbers.log_out(slots["PS3"])
        asked = dialog(seen, LogOut)
        asked.act.click()
        await soon("the sentence", asked._error.isVisible)
        assert asked.isVisible()
        assert asked.act.isEnabled()
        asked.reject()

    play(work)


def test_removing_waits_for_the_initials(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        seen.work.flows.numbers.remove(slots["BQ1"])
        asked = dialog(seen, RemoveNumber)
        assert asked.focusWidget() is asked.safe
        assert not asked.act.isEnabled()
        asked._typed.setText("bq")
        assert asked.act.isEnabled()
        asked.reject()
        assert seen.fake.asked == []

    play(work)


ADVICE = [
    (LinkState.RESTRICTED, None, ""),
    (LinkState.BANNED, None, ""),
    (LinkState.OUTDATED, None, ""),
    (LinkState.REPLACED, None, "Use here again"),
    (LinkState.LOGGED_OUT, "account_locked", "Connect again"),
    (LinkState.PASSKEY_REQUIRED, "passkey", "Make a new code"),
    (LinkState.ERROR, "engine_missing", "Try again"),
]


def test_what_to_do_is_said_with_the_one_act_there_is(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        for state, code, act in ADVICE:
            seen.fake.asked.clear()
            seen.fake.put_status(slots["PS2"], state, code=code)
            seen.work.flows.numbers.advise(slots["PS2"])
            asked = dialog(seen, WhatToDo)
            assert (asked.act.text() if asked.act.isVisible() else "") == act
            assert asked.focusWidget() is asked.safe
            (asked.act if act else asked.safe).click()
            await soon("it is closed", lambda: not opened(seen, WhatToDo))
            if act:
                await soon("the order", lambda: seen.fake.asked)
                assert slots["PS2"] in seen.fake.asked[0]

    play(work)


def test_pausing_names_the_person_here_and_resuming_ends_it(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        numbers, desk = seen.work.flows.numbers, seen.parts.desk
        numbers.pause(slots["PS1"])
        await soon("the pause", lambda: desk.status(slots["PS1"]).state is LinkState.PAUSED)
        board = seen.page
        assert isinstance(board, BoardPage)
        card = board.card(slots["PS1"])
        assert card is not None
        assert "Paused by you" in card.accessibleName()
        numbers.resume(slots["PS1"])
        await soon("work again", lambda: desk.status(slots["PS1"]).state is LinkState.CONNECTING)

    play(work)


def test_another_amount_of_history_makes_the_code_anew_and_is_kept_for_the_next(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        numbers, slot = seen.work.flows.numbers, slots["CV2"]
        numbers.choose_history(slot, HistoryAmount.RECENT)
        assert seen.fake.asked == []
        numbers.choose_history(slot, HistoryAmount.FULL)
        await soon("a new code", lambda: f"start {slot}" in seen.fake.asked)
        assert seen.fake.histories[slot] is HistoryAmount.FULL
        assert slots["BQ1"] not in seen.fake.histories

    play(work)


def test_a_pairing_code_is_asked_for_with_what_was_typed_and_a_refusal_is_said_beside_the_field(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        seen.work.screens.show_link(slots["CV2"])
        page = seen.page
        assert isinstance(page, LinkPage)
        card = page._pairing
        assert card._number.text() == "+55 11 99999-0022"
        seen.fake.refusal = InvalidNumber("invalid_number", "This cannot be a phone number.")
        card._ask.click()
        await soon("the refusal", card._error.isVisible)
        card._ask.click()
        await soon("the code", lambda: card._boxes.accessibleName() == "code K 7 Q F, 2 M X D")
        assert card._life.text() == "Valid for 2:41"
        assert not card._error.isVisible()
        assert seen.fake.asked[-1] == f"ask_pairing_code {slots['CV2']} +55 11 99999-0022"
        card._number.setText("  ")
        card._ask.click()
        assert card._error.isVisible()

    play(work)


def test_a_pairing_code_for_a_number_that_is_not_linking_waits_for_the_connection(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        slot = slots["SF2"]
        seen.work.screens.show_link(slot)
        page = seen.page
        assert isinstance(page, LinkPage)
        page._pairing._ask.click()
        await soon("the code", page._pairing._boxes.accessibleName)
        assert seen.fake.asked == [f"start {slot}", f"ask_pairing_code {slot} +55 11 99999-0072"]

    play(work)


def test_the_windows_title_says_connect_only_while_there_is_something_to_connect(play: Play) -> None:
    async def work(seen: Desktop, slots: dict[str, SlotId]) -> None:
        seen.work.screens.show_link(slots["CV2"])
        assert seen.window.windowTitle().startswith("Connect 2 Recepção · Clínica Vila Serena")
        seen.fake.scan(slots["CV2"], "+5511999990022")
        assert seen.window.windowTitle().startswith("2 Recepção · Clínica Vila Serena")

    play(work)
