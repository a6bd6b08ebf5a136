"""By keyboard alone: Tab reaches every control of a screen, in the design's order, and the ring shows where one is."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Run
from tests.ui.desktop import Desktop
from tests.ui.pictures import checks
from tests.ui.pictures.conftest import Camera, Look
from tests.ui.pictures.shots import SHOTS, Shot
from wadesk.ui.widgets.chat_list import ChatList
from wadesk.ui.widgets.message_input import MessageInput
from wadesk.ui.widgets.message_view import MessageView
from wadesk.ui.widgets.number_filter import NumberFilter
from wadesk.ui.widgets.rail import Rail

SCREENS = [
    shot
    for shot in SHOTS
    if shot.name in {"01-daily", "01b-logged-out", "03-board", "04-link", "05-first-form", "08d-look", "08d-notices"}
]
MOST = 120


async def walk(seen: Desktop) -> list[QWidget]:
    """Where the focus goes, from one Tab to the next, until it is back where it was."""
    seen.window.activateWindow()
    await asyncio.sleep(0.05)
    passed: list[QWidget] = []
    for _ in range(MOST):
        focused = QApplication.focusWidget() or seen.window
        # A text field keeps Tab for itself in no field of ours.
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in passed:
            return passed
        passed.append(now)
    raise AssertionError(f"no end after {MOST} controls")


def reachable(root: QWidget) -> list[QWidget]:
    """Everything that wants the keyboard; of a group of buttons that arrows walk through, one is enough."""
    return [one for one in checks.controls(root) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("shot", SCREENS, ids=lambda shot: shot.name)
def test_tab_reaches_every_control_and_the_ring_is_seen(run: Run, camera: Camera, shot: Shot) -> None:
    async def work() -> tuple[list[str], list[str]]:
        async with camera.window(shot, Look()) as seen:
            passed = await walk(seen)
            missed = [one for one in reachable(seen.window) if one not in passed and not _in_passed_group(one, passed)]
            hidden = [one for one in passed if not one.isVisible()]
            return [_named(one) for one in missed], [_named(one) for one in hidden]

    assert run(work(), 40) == ([], [])


def _in_passed_group(one: QWidget, passed: list[QWidget]) -> bool:
    """Radio buttons and segments take one stop together."""
    group = getattr(one, "group", lambda: None)()
    beside = one.parentWidget().findChildren(type(one)) if one.parentWidget() else []
    exclusive = group is not None or getattr(one, "autoExclusive", lambda: False)()
    return exclusive and any(other in passed for other in beside)


def _named(one: QWidget) -> str:
    return f"{type(one).__name__} {one.accessibleName()!r}"


def test_the_daily_view_is_walked_from_the_rail_to_the_contact(run: Run, camera: Camera) -> None:
    shot = next(one for one in SHOTS if one.name == "01-daily")
    order = (Rail, NumberFilter, ChatList, MessageView, MessageInput)

    async def work() -> list[int]:
        async with camera.window(shot, Look()) as seen:
            passed = await walk(seen)
            start = next(place for place, one in enumerate(passed) if _within(one, Rail))
            turned = passed[start:] + passed[:start]
            return [next((n for n, one in enumerate(turned) if _within(one, kind)), -1) for kind in order]

    places = run(work(), 40)
    assert -1 not in places, dict(zip([kind.__name__ for kind in order], places, strict=True))
    assert places == sorted(places)


def _within(one: QWidget, kind: type[QWidget]) -> bool:
    parent: QWidget | None = one
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parentWidget()
    return parent is not None
