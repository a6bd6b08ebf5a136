"""What people choose for the look is worn at once, and the next start's first picture finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Run, soon
from tests.ui.desktop import desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene
from wadesk.paths import resources
from wadesk.ui.app import stand
from wadesk.ui.first_look import FirstLook
from wadesk.ui.language import speak
from wadesk.ui.look import Look
from wadesk.ui.models.choices import Contrast, Language, Motion, Scheme
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.main_window import MainWindow


@pytest.fixture(autouse=True)
def _as_it_was(app: QApplication, theme: Theme) -> Iterator[None]:
    yield
    speak(app, "en", resources())
    theme.use(scheme="light", scale=1.0, contrast=False, reduced=False)


def test_what_is_chosen_is_worn_at_once_and_found_by_the_next_start(
    run: Run,
    theme: Theme,
    fake: FakeSupervisor,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    app: QApplication,
) -> None:
    kept = tmp_path / "window.json"

    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            look = Look(theme, app.styleHints(), kept, None)
            look.follow(seen.settings, seen.stage.renew)
            seen.settings.scheme = Scheme.DARK
            seen.settings.contrast = Contrast.ON
            seen.settings.motion = Motion.REDUCED
            assert (theme.scheme, theme.contrast, theme.reduced) == ("dark", True, True)
            first = seen.work
            seen.settings.language = Language.SPANISH
            await soon("the window in Spanish", lambda: seen.work is not first and seen.work.screens.place)
            assert QLocale().language() is QLocale.Language.Spanish
            look.keep_place(bytes(range(8)))

    run(work())
    found = FirstLook.read(kept)
    assert found == FirstLook("dark", "1.0", "on", "reduced", "es", "0001020304050607")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_language_that_was_asked_for_at_the_start_stays(
    run: Run,
    theme: Theme,
    fake: FakeSupervisor,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    app: QApplication,
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            first = seen.work
            Look(theme, app.styleHints(), tmp_path / "window.json", "en").follow(seen.settings, seen.stage.renew)
            seen.settings.language = Language.SPANISH
            assert seen.work is first
            assert QLocale().language() is QLocale.Language.English

    run(work())


@pytest.mark.parametrize("text", ["", "{", "[]", '{"scale": 3, "scheme": ["x"]}', '{"unknown": "x"}', "\x00"])
def test_a_file_that_cannot_be_meant_is_as_at_the_first_start(text: str, tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text(text)
    assert FirstLook.read(path) == FirstLook()
    assert FirstLook.read(tmp_path / "nothing") == FirstLook()


@pytest.mark.parametrize(("said", "size"), [("1.25", 1.25), ("9", 1.5), ("nan?", 1.0), ("0.1", 0.9)])
def test_a_text_size_stays_within_what_there_is(said: str, size: float) -> None:
    assert FirstLook(scale=said).text_size == size


def test_a_window_stands_where_it_stood_and_nonsense_leaves_it_alone(theme: Theme, app: QApplication) -> None:
    before = MainWindow(theme)
    before.resize(720, 600)
    before.move(37, 41)
    geometry = before.saveGeometry().data().hex()
    after = MainWindow(theme)
    stand(after, geometry)
    assert after.size() == before.size()
    stand(after, "no hex")
    stand(after, "00ff")
    assert after.size() == before.size()
    for window in (before, after):
        window.deleteLater()
