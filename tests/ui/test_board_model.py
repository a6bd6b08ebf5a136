"""The board's sections: who waits for a scan, who needs somebody, what works; cards keep still under the pointer."""

import pytest
from PySide6.QtTest import QSignalSpy

from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import WHO, set_scene
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.board import Board, Group, Need
from wadesk.ui.models.desk import Desk

Scene = tuple[Board, FakeSupervisor, dict[str, SlotId]]


@pytest.fixture
def scene(app: object, fake: FakeSupervisor, run: object) -> Scene:
    desk = Desk()

    async def load() -> dict[str, SlotId]:
        slots = await set_scene(fake)
        desk.load(await fake.accounts(WHO), await fake.sessions(WHO))
        fake.listeners.append(desk.take)
        return slots

    slots = run(load())  # type: ignore[operator]
    return Board(desk, desk), fake, slots


def cards(board: Board) -> dict[str, list[str]]:
    return {
        str(section.heading): [f"{card.account.initials}{card.slot.index}" for card in section.cards]
        for section in board.sections()
    }


def test_sections_stand_in_the_order_of_need_and_the_worst_card_first(scene: Scene) -> None:
    board, _, _ = scene
    assert cards(board) == {
        Need.SCAN: ["CV2", "BQ1"],
        Need.PERSON: ["SF2", "AC1", "TP2", "EP2"],
        Need.NOTHING: ["PS1", "PS2", "PS3", "CV1", "TP1", "FF1", "FF2", "EP1", "SF1"],
    }
    assert list(cards(board)) == [Need.SCAN, Need.PERSON, Need.NOTHING]


def test_the_totals_count_all_numbers_also_while_searching(scene: Scene) -> None:
    board, _, _ = scene
    board.search("flores")
    totals = board.totals()
    assert (totals.accounts, totals.numbers, totals.connected, totals.scan, totals.person) == (8, 15, 8, 2, 4)
    assert cards(board) == {Need.SCAN: ["BQ1"]}


@pytest.mark.parametrize(("words", "found"), [("0013", "PS3"), ("99999-0013", "PS3"), ("entregas", "PS3")])
def test_a_number_is_found_by_its_digits_and_by_its_name(scene: Scene, words: str, found: str) -> None:
    board, _, _ = scene
    board.search(words)
    assert [card for section in cards(board).values() for card in section] == [found]


def test_grouped_by_account_the_sections_are_accounts(scene: Scene) -> None:
    board, _, _ = scene
    board.group_by(Group.ACCOUNT)
    assert list(cards(board).values())[:2] == [["PS1", "PS2", "PS3"], ["CV1", "CV2"]]


def test_while_somebody_works_in_a_section_cards_keep_their_place(scene: Scene) -> None:
    board, fake, slots = scene
    board.hold(Need.NOTHING, held=True)
    before = cards(board)
    fake.put_status(slots["PS1"], LinkState.PAUSED)
    assert cards(board) == before
    assert board.totals().person == 5
    board.hold(Need.NOTHING, held=False)
    assert "PS1" in cards(board)[Need.PERSON]


def test_a_newcomer_stands_at_the_end_of_a_section_in_use_and_other_sections_go_on(scene: Scene) -> None:
    board, fake, slots = scene
    board.hold(Need.PERSON, held=True)
    fake.put_status(slots["PS1"], LinkState.BANNED)
    assert cards(board)[Need.PERSON] == ["SF2", "AC1", "TP2", "EP2", "PS1"]
    assert "PS1" not in cards(board)[Need.NOTHING]
    board.hold(Need.PERSON, held=False)
    assert cards(board)[Need.PERSON][0] == "PS1"


def test_a_status_that_moves_no_card_and_changes_no_count_lays_nothing_out_anew(scene: Scene) -> None:
    board, fake, slots = scene
    told = QSignalSpy(board.changed)
    fake.put_status(slots["PS1"], LinkState.ONLINE, last_seen_ms=fake.now())
    assert told.count() == 0
    fake.put_status(slots["PS1"], LinkState.PAUSED)
    assert told.count() == 1


def test_a_card_that_becomes_a_code_or_ends_being_one_never_waits(scene: Scene) -> None:
    board, fake, slots = scene
    board.hold(Need.NOTHING, held=True)
    board.hold(Need.SCAN, held=True)
    fake.put_status(slots["PS1"], LinkState.LINKING)
    assert "PS1" in cards(board)[Need.SCAN]
    fake.put_status(slots["PS1"], LinkState.CONNECTING)
    assert "PS1" in cards(board)[Need.NOTHING]


def test_a_linking_that_ended_badly_stays_where_its_code_was(scene: Scene) -> None:
    board, fake, slots = scene
    fake.put_status(slots["CV2"], LinkState.UNLINKED, code="qr_expired")
    assert cards(board)[Need.SCAN] == ["CV2", "BQ1"]
    fake.put_status(slots["CV2"], LinkState.UNLINKED)
    assert "CV2" in cards(board)[Need.PERSON]
