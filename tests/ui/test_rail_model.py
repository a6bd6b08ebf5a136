"""The rail's rows follow the desk, and views are told only what differs."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import WHO, set_scene
from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.rail import AccountRow, RailModel, SlotRow


@pytest.fixture
def scene(app: object, fake: FakeSupervisor, run: object) -> tuple[Desk, RailModel, dict[str, SlotId]]:
    desk = Desk()
    model = RailModel(desk)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)

    async def load() -> dict[str, SlotId]:
        slots = await set_scene(fake)
        desk.load(await fake.accounts(WHO), await fake.sessions(WHO))
        return slots

    return desk, model, run(load())  # type: ignore[operator]


def test_accounts_alone_stand_in_the_rail_until_one_is_chosen(scene: tuple[Desk, RailModel, dict[str, SlotId]]) -> None:
    _, model, _ = scene
    assert [row.account.initials for row in model.rows()] == ["PS", "CV", "TP", "FF", "EP", "BQ", "SF", "AC"]
    assert all(isinstance(row, AccountRow) for row in model.rows())


def test_the_chosen_account_unfolds_by_inserting_its_rows_alone(
    scene: tuple[Desk, RailModel, dict[str, SlotId]],
) -> None:
    _, model, slots = scene
    reset, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    model.choose(account_of(slots["PS1"]), slots["PS2"])
    assert [type(row) for row in model.rows()[:5]] == [AccountRow, SlotRow, SlotRow, SlotRow, AccountRow]
    assert (reset.count(), inserted.count()) == (0, 3)
    assert [row.chosen for row in model.rows()[:4]] == [True, False, True, False]
    model.choose(account_of(slots["CV1"]))
    assert [row.key for row in model.rows() if isinstance(row, SlotRow)] == [slots["CV1"], slots["CV2"]]
    assert reset.count() == 0


def test_a_state_changes_its_rows_alone(scene: tuple[Desk, RailModel, dict[str, SlotId]], fake: FakeSupervisor) -> None:
    desk, model, slots = scene
    model.choose(account_of(slots["PS1"]))
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    fake.listeners.append(desk.take)
    fake.put_status(slots["PS2"], LinkState.LOGGED_OUT)
    assert sorted(changed) == [0, 2]
    first = model.rows()[0]
    assert isinstance(first, AccountRow)
    assert first.words == "1 logged out"


def test_the_narrow_rail_shows_no_slots(scene: tuple[Desk, RailModel, dict[str, SlotId]]) -> None:
    _, model, slots = scene
    model.choose(account_of(slots["PS1"]))
    model.fold(folded=True)
    assert not any(isinstance(row, SlotRow) for row in model.rows())


def test_rows_are_spoken_with_unread_and_state(scene: tuple[Desk, RailModel, dict[str, SlotId]]) -> None:
    _, model, slots = scene
    model.choose(account_of(slots["CV1"]))
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(1, 4)]
    assert spoken == [
        "Clínica Vila Serena, 0 unread, 1 waits for QR",
        "number 1 Agenda, 0 unread, Connected",
        "number 2 Recepção, 0 unread, Waiting for QR",
    ]
    assert isinstance(model, QAbstractItemModel)
