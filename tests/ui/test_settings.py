"""Settings: typed, kept behind what was set, and told one by one."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from tests.ui.conftest import Run, soon
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import SlotId
from wadesk.ui.models.choices import Density, Language, QuietHours, Scheme
from wadesk.ui.models.settings import Settings
from wadesk.wire.tasks import TaskOwner

SLOT = SlotId("s1")


class Store:
    """Keeps settings; slow, and away when told so."""

    def __init__(self, **kept: str) -> None:
        self.kept = {key.replace("__", "."): value for key, value in kept.items()}
        self.writes: list[tuple[str, str | None]] = []
        self.away = False

    async def settings(self, prefix: str) -> dict[str, str]:
        if self.away:
            raise Unavailable("closing", "WaDesk is closing.")
        return {key: value for key, value in self.kept.items() if key.startswith(prefix)}

    async def put_setting(self, key: str, value: str | None) -> None:
        await asyncio.sleep(0)
        if self.away:
            raise Unavailable("closing", "WaDesk is closing.")
        self.writes.append((key, value))


class Nobody:
    """Starts nothing."""

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        work.close()


def test_without_anything_kept_the_desktop_is_followed(app: object) -> None:
    settings = Settings(Store(), Nobody())
    assert settings.scheme is Scheme.SYSTEM
    assert settings.language is Language.SYSTEM
    assert settings.density is Density.NORMAL
    assert (settings.scale, settings.ticks, settings.notices, settings.quiet) == (1.0, False, True, None)
    assert not settings.is_muted(SLOT)


def test_nonsense_that_was_kept_counts_as_nothing_and_sizes_stay_in_their_bounds(run: Run) -> None:
    store = Store(look__theme="neon", look__scale="7", look__ticks="maybe", notices__quiet="25:00-07:00")
    settings = Settings(store, Nobody())
    run(settings.load())
    assert settings.scheme is Scheme.SYSTEM
    assert (settings.scale, settings.ticks, settings.quiet) == (1.5, False, None)


def test_what_is_loaded_is_told_and_the_rest_is_not(run: Run) -> None:
    settings = Settings(Store(look__theme="dark", notices__mute__s1="on"), Nobody())
    told: list[object] = []
    settings.scheme_changed.connect(lambda: told.append(settings.scheme))
    settings.density_changed.connect(lambda: told.append("density"))
    settings.mute_changed.connect(told.append)
    run(settings.load())
    assert set(told) == {Scheme.DARK, SLOT}
    assert settings.is_muted(SLOT)


def test_a_value_counts_at_once_and_only_the_newest_is_written(run: Run) -> None:
    store = Store()

    async def drag() -> None:
        async with TaskOwner() as tasks:
            settings = Settings(store, tasks)
            for scale in (1.1, 1.2, 1.3):
                settings.scale = scale
            settings.quiet = QuietHours(22 * 60, 7 * 60)
            settings.mute(SLOT, muted=True)
            assert settings.scale == 1.3
            await soon("three values are written", lambda: len(store.writes) >= 3)
            settings.quiet = None
            await soon("the fourth is", lambda: len(store.writes) == 4)

    run(drag())
    assert store.writes == [
        ("look.scale", "1.3"),
        ("notices.quiet", "22:00-07:00"),
        (f"notices.mute.{SLOT}", "on"),
        ("notices.quiet", "off"),
    ]


def test_what_cannot_be_kept_is_said_and_counts_until_the_window_closes(run: Run) -> None:
    store = Store()
    store.away = True

    async def refuse() -> list[str]:
        said: list[str] = []
        async with TaskOwner() as tasks:
            settings = Settings(store, tasks)
            settings.refused.connect(lambda error: said.append(error.code))
            settings.density = Density.ROOMY
            await soon("it is refused", lambda: said)
            assert settings.density is Density.ROOMY
        return said

    assert run(refuse()) == ["unavailable"]


@pytest.mark.parametrize(
    ("text", "minute", "quiet"),
    [
        ("22:00-07:00", 23 * 60, True),
        ("22:00-07:00", 6 * 60 + 59, True),
        ("22:00-07:00", 7 * 60, False),
        ("22:00-07:00", 12 * 60, False),
        ("12:00-13:30", 13 * 60, True),
        ("12:00-13:30", 13 * 60 + 30, False),
    ],
)
def test_quiet_hours_may_pass_midnight_and_end_with_their_last_minute(text: str, minute: int, quiet: bool) -> None:
    hours = QuietHours.of(text)
    assert hours is not None
    assert str(hours) == text
    assert hours.covers(minute) is quiet


@pytest.mark.parametrize("text", ["off", "", "22:00", "22:00-", "a-b", "10:75-11:00", "-1:00-02:00"])
def test_what_is_no_pair_of_times_is_no_quiet_hours(text: str) -> None:
    assert QuietHours.of(text) is None
