"""Screens of the design at their sizes: nothing cut, the right colours in their place, every control named.

Screenshots are kept in the test's folder (``--basetemp`` says where), to be put beside the mock-ups.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene, show_codes
from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, MessageState
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialogs import NewAccount, NewNumber, RemoveNumber
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.labels import ElidedLabel

SIZES = [(1280, 800), (1440, 900), (1120, 700), (900, 700), (680, 560)]
Shown = tuple[Desktop, dict[str, SlotId]]


@asynccontextmanager
async def scene(
    theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch, size: tuple[int, int]
) -> AsyncIterator[Shown]:
    slots = await set_scene(fake)
    chat = fake.put_chat(slots["PS1"], "+5511999990094", "Beatriz Amaral")
    fake.put_message(chat, "Quero parecido com este", Direction.IN, MessageState.DELIVERED)
    fake.put_message(chat, "Perfeito, pode confirmar!", Direction.OUT, MessageState.READ)
    async with desktop(theme, fake, patch, size) as seen:
        show_codes(fake, slots)
        yield seen, slots


async def board(seen: Desktop, _slots: dict[str, SlotId]) -> None:
    seen.work.screens.show_board()


async def link(seen: Desktop, slots: dict[str, SlotId]) -> None:
    seen.work.screens.show_link(slots["CV2"])


async def wrong_phone(seen: Desktop, slots: dict[str, SlotId]) -> None:
    facts = {"expected": "+5511999990022", "got": "+5511999990061"}
    seen.fake.put_status(slots["CV2"], LinkState.UNLINKED, code="wrong_number", facts=facts)
    seen.work.screens.show_link(slots["CV2"])


async def daily(seen: Desktop, slots: dict[str, SlotId]) -> None:
    seen.work.screens.show_account(account_of(slots["PS1"]))
    chats = seen.work.inbox.chats
    newest = max(
        (chat for chat in seen.fake._chats.values() if chat.slot_id == slots["PS1"]),
        key=lambda chat: len(chat.last_text),
    )
    await soon("the list", lambda: chats.chat(newest.chat_id))
    seen.work.inbox.open(newest.chat_id)
    await soon("the messages", lambda: seen.work.inbox.messages.rowCount() == 2)


async def laid_out(root: QWidget) -> None:
    """Wrapped texts ask for their height once they know their width: a turn or two of the loop."""
    root.grab()
    for _ in range(4):
        await asyncio.sleep(0.01)


def visible(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in root.findChildren(kind) if one.isVisible() and not one.visibleRegion().isEmpty()]


def cut_labels(root: QWidget) -> list[str]:
    """Texts that are wider or higher than the place they have, of labels that may not end in dots."""
    cut = []
    for label in visible(root, QLabel):
        assert isinstance(label, QLabel)
        if isinstance(label, ElidedLabel) or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = not label.wordWrap() and label.sizeHint().width() > label.width() + 1
        if wide or needed > label.height() + 1:
            cut.append(f"{label.text()} {label.size().toTuple()} needs {needed}")
    return cut


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    controls = [
        one for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView) for one in visible(root, kind)
    ]
    ours = [one for one in controls if not one.objectName().startswith("qt_")]
    return [
        type(one).__name__
        for one in ours
        if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("show", [board, link, wrong_phone, daily])
@pytest.mark.usefixtures("portuguese")
def test_no_text_is_cut_and_every_control_has_a_name(
    show: Callable[..., Awaitable[None]],
    size: tuple[int, int],
    run: Run,
    theme: Theme,
    fake: FakeSupervisor,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with scene(theme, fake, monkeypatch, size) as (seen, slots):
            await show(seen, slots)
            await laid_out(seen.window)
            picture = seen.window.grab()
            picture.save(str(tmp_path / f"{show.__name__}-{size[0]}.png"))
            assert (picture.width(), picture.height()) == size
            assert cut_labels(seen.window) == []
            assert nameless(seen.window) == []

    run(work())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.usefixtures("portuguese")
def test_the_first_run_fits_every_window(
    size: tuple[int, int],
    run: Run,
    theme: Theme,
    fake: FakeSupervisor,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with desktop(theme, fake, monkeypatch, size) as seen:
            first = seen.find(FirstRun)
            assert isinstance(first, FirstRun)
            for step in ("terms", "account"):
                await laid_out(seen.window)
                seen.window.grab().save(str(tmp_path / f"first-{step}-{size[0]}.png"))
                assert cut_labels(seen.window) == []
                assert nameless(seen.window) == []
                first._show_form()

    run(work())


@pytest.mark.usefixtures("portuguese")
def test_the_dialogs_cut_nothing_and_name_everything(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def work() -> None:
        async with scene(theme, fake, monkeypatch, (1280, 800)) as (seen, slots):
            seen.work.flows.new_account()
            seen.work.flows.new_number()
            seen.work.flows.numbers.remove(slots["PS1"])
            for kind in (NewAccount, NewNumber, RemoveNumber):
                asked = seen.window.findChild(kind)
                assert asked is not None
                asked.grab().save(str(tmp_path / f"{kind.__name__}.png"))
                assert cut_labels(asked) == []
                assert nameless(asked) == []
                asked.reject()

    run(work())


def test_the_ribbon_has_the_accounts_colour_on_its_screens_and_is_not_on_the_board(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with scene(theme, fake, monkeypatch, (1280, 800)) as (seen, slots):

            def colour() -> str:
                return seen.window.grab().toImage().pixelColor(QPoint(700, 2)).name()

            await daily(seen, slots)
            assert colour() == theme.account(1).solid.name()
            await link(seen, slots)
            assert colour() == theme.account(3).solid.name()
            await board(seen, slots)
            assert colour() == theme.color("surface").name()
            corner = seen.window.grab().toImage().pixelColor(QPoint(225, 1)).name()
            assert corner == theme.color("window").name()

    run(work())


def test_the_rail_is_224_wide_and_64_where_there_is_no_room(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with scene(theme, fake, monkeypatch, (1280, 800)) as (seen, _):
            seen.window.grab()
            assert seen.parts.rail.width() == 224
            seen.window.resize(1279, 800)
            await soon("the narrow rail", lambda: seen.window.grab() and seen.parts.rail.width() == 64)

    run(work())


def test_the_rehearsal_network_is_named_for_as_long_as_it_is_used(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        words = "Rehearsal network: nothing leaves this computer"
        async with desktop(theme, fake, monkeypatch) as seen:
            assert words not in [label.text() for label in visible(seen.window, QLabel)]
        monkeypatch.setenv("WADESK_OFFLINE_NETWORK", "ws://127.0.0.1:1/ws/chat")
        async with desktop(theme, fake, monkeypatch) as seen:
            assert words in [label.text() for label in visible(seen.window, QLabel)]

    run(work())
