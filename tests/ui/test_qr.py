"""A QR code on the screen is read by a real decoder, is sharp at every ratio, and is never stale."""

import itertools
import math
import random

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.fakes import Clock, FakeSupervisor
from tests.ui.scene import WHO
from wadesk.domain.desk import Session
from wadesk.domain.events import QrShown
from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import live, notice, seconds_left
from wadesk.ui.qr_code import modules_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.link_card import LinkCard
from wadesk.ui.widgets.qr_card import QrCard
from wadesk.ui.widgets.qr_view import QrView

PAYLOAD = "2@" + "".join(random.Random(7).choices("ABCDEFabcdef0123456789+/=,", k=238))


class _Dense(QrView):
    """The view on a screen of another ratio."""

    def __init__(self, theme: Theme, module: int, ratio: float) -> None:
        self._ratio = ratio
        super().__init__(theme, module)

    def devicePixelRatioF(self) -> float:  # noqa: N802 - Qt's name
        return self._ratio


def painted(view: QrView, ratio: float) -> QImage:
    image = QImage((view.size().toSizeF() * ratio).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    view.render(image)
    return image


@pytest.mark.parametrize(("module", "ratio"), [(3, 1.0), (3, 1.5), (3, 2.0), (5, 1.0), (5, 1.25)])
def test_a_decoder_reads_what_is_painted_and_no_module_is_blurred(
    theme: Theme, qtbot: QtBot, module: int, ratio: float
) -> None:
    view = _Dense(theme, module, ratio)
    qtbot.addWidget(view)
    view.show_code(modules_of(PAYLOAD))
    view.resize(view.sizeHint())
    image = painted(view, ratio)
    found = zxingcpp.read_barcode(image)
    assert found is not None
    assert found.text == PAYLOAD
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) == 2
    unit = math.ceil(module * ratio)
    assert {run % unit for run in runs(image, image.height() // 2)} == {0}


def runs(image: QImage, y: int) -> list[int]:
    """How many device pixels of one colour stand side by side in a row, its white borders left out."""
    row = [image.pixel(x, y) for x in range(image.width())]
    return [len(list(run)) for _, run in itertools.groupby(row)][1:-1]


def test_no_code_is_white_and_nothing_else(theme: Theme, qtbot: QtBot) -> None:
    view = QrView(theme, 3)
    qtbot.addWidget(view)
    view.show_code(modules_of(PAYLOAD))
    view.resize(view.sizeHint())
    view.show_code(None)
    image = painted(view, 1.0)
    assert {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())} == {0xFFFFFFFF}


@pytest.fixture
def linking(app: object, fake: FakeSupervisor, run: object) -> tuple[Session, Desk]:
    desk = Desk()

    async def load() -> None:
        account = await fake.add_account(WHO, "Padaria Sol Nascente", "PS", 1)
        await fake.add_slot(WHO, account.account_id, "Balcão")
        desk.load(await fake.accounts(WHO), await fake.sessions(WHO))
        fake.listeners.append(desk.take)
        await fake.start(WHO, desk.sessions()[0].slot.slot_id)

    run(load())  # type: ignore[operator]
    return desk.sessions()[0], desk


@pytest.mark.parametrize("kind", [QrCard, LinkCard])
def test_a_code_is_counted_down_by_the_wall_clock_and_cleared_the_moment_it_ends(
    kind: type[QrCard] | type[LinkCard], theme: Theme, qtbot: QtBot, clock: Clock, linking: tuple[Session, Desk]
) -> None:
    session, desk = linking
    card = kind(theme, clock)
    qtbot.addWidget(card)
    card.show_session(session, desk.qr(session.slot.slot_id))
    assert card.view.shown
    clock.ms += 15_500
    card.tick()
    assert "New code in 5 seconds" in card.view.accessibleName()
    clock.ms += 4_500
    card.tick()
    assert not card.view.shown
    assert card.stack.currentIndex() == 1


def test_the_next_code_replaces_the_one_before(
    theme: Theme, qtbot: QtBot, clock: Clock, fake: FakeSupervisor, linking: tuple[Session, Desk]
) -> None:
    session, desk = linking
    card = QrCard(theme, clock)
    qtbot.addWidget(card)
    said: list[tuple[int, int]] = []
    card.renewed.connect(lambda number, of: said.append((number, of)))
    card.show_session(session, desk.qr(session.slot.slot_id))
    qr = fake.show_qr(session.slot.slot_id, 2)
    desk.take([QrShown(qr=qr)])
    card.show_session(session, desk.qr(session.slot.slot_id))
    assert said == [(1, 6), (2, 6)]


@pytest.mark.parametrize(
    ("state", "code", "title", "button"),
    [
        (LinkState.UNLINKED, "qr_expired", "The code expired", "Make a new code"),
        (LinkState.UNLINKED, "wrong_number", "Another number's phone", "Scan another phone"),
        (LinkState.UNLINKED, "bound_elsewhere", "Already used elsewhere", "Scan another phone"),
        (LinkState.LOGGED_OUT, None, "Logged out by the phone", "Connect again"),
        (LinkState.ERROR, "crashing", "Error", "Try again"),
        (LinkState.CONNECTING, None, "Connecting…", ""),
        (LinkState.LINKING, None, "Preparing the code…", ""),
        (LinkState.ONLINE, None, "Connected", "Open chats"),
    ],
)
def test_without_a_code_the_card_says_why_and_what_to_do(
    state: LinkState,
    code: str | None,
    title: str,
    button: str,
    clock: Clock,
    fake: FakeSupervisor,
    linking: tuple[Session, Desk],
) -> None:
    session, desk = linking
    fake.put_status(session.slot.slot_id, state, code=code)
    said = notice(desk.sessions()[0], clock())
    assert (said.title, [step.label for step in said.steps]) == (title, [button] if button else [])


def test_seconds_are_rounded_up_and_end_at_nothing(linking: tuple[Session, Desk], clock: Clock) -> None:
    session, desk = linking
    qr = desk.qr(session.slot.slot_id)
    assert qr is not None
    assert seconds_left(qr, qr.shown_ms) == (20, 20)
    assert seconds_left(qr, qr.expires_ms - 1) == (1, 20)
    assert live(qr, qr.expires_ms - 1) is qr
    assert live(qr, qr.expires_ms) is None
