"""Painting loses no references: PySide6 6.12 loses one to None a call and aborts CPython 3.11 in seconds."""

import sys

import pytest

from tests.ui.conftest import Run
from tests.ui.desktop import desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene, show_codes
from wadesk.ui.theme.theme import Theme


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_two_hundred_paints_leave_the_count_of_none_where_it_was(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            show_codes(fake, slots)
            for _ in range(5):
                seen.window.grab()
            before = sys.getrefcount(None)
            for _ in range(200):
                seen.window.grab()
            drift = sys.getrefcount(None) - before
            # Each picture makes thousands of calls: a loss of one a call would be far below.
            assert -200 < drift < 2_000

    run(work(), 60)
