"""The settings page: what is set there counts at once, and the page stays where it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QWidget

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.gallery_cut import cut, outside
from tests.ui.scene import set_scene
from wadesk.paths import resources
from wadesk.ui.models.choices import Density, QuietHours, Scheme
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.checks import Switch
from wadesk.ui.widgets.segments import Segments
from wadesk.ui.widgets.settings.about import AboutSection
from wadesk.ui.widgets.settings.account_colours import AccountColours, ColourChip
from wadesk.ui.widgets.settings.notices import Hours
from wadesk.ui.widgets.settings.page import Section, SettingsPage
from wadesk.ui.widgets.settings.shortcuts import ShortcutsSection
from wadesk.ui.widgets.settings.theme_card import ThemeCard


@pytest.fixture
def look(app: QApplication, theme: Theme) -> Iterator[Theme]:
    """A theme of the test's own, worn until its end, that may change."""
    own = Theme(resources())
    own.changed.connect(lambda: _wear(app, own))
    yield own
    _wear(app, theme)


def _wear(app: QApplication, theme: Theme) -> None:
    app.setFont(theme.font("body"))
    app.setStyleSheet(theme.sheet())


def named(page: QWidget, kind: type, name: str) -> QWidget:
    return next(one for one in page.findChildren(kind) if one.accessibleName() == name)


async def opened(seen: Desktop) -> SettingsPage:
    seen.window.activateWindow()
    await soon("the window is active", seen.window.isActiveWindow)
    QTest.keyClick(seen.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    return await soon("the page", lambda: isinstance(seen.page, SettingsPage) and seen.page)


def test_it_opens_with_its_key_and_what_is_chosen_counts_at_once(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            page, settings = await opened(seen), seen.settings
            assert seen.window.windowTitle().startswith("Settings")
            named(page, ThemeCard, "Dark").click()
            assert settings.scheme is Scheme.DARK
            segments = named(page, Segments, "List density")
            segments.findChildren(QWidget)[2].click()
            assert settings.density is Density.ROOMY
            named(page, Switch, "Write the state beside the ticks").click()
            assert settings.ticks
            hours = page.findChild(Hours)
            hours.on.click()
            assert settings.quiet == QuietHours(22 * 60, 7 * 60)
            hours.on.click()
            assert settings.quiet is None
            named(page, Switch, "Notifications of 2 Encomendas, Padaria Sol Nascente").click()
            assert settings.is_muted(slots["PS2"])
            await soon("they are kept", lambda: fake._settings.get(f"notices.mute.{slots['PS2']}") == "on")
            assert fake._settings["look.theme"] == "dark"

    run(work())


def test_a_click_anywhere_in_a_row_switches_it(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            page = await opened(seen)
            words = next(one for one in page.findChildren(QLabel) if one.text() == "Write the state beside the ticks")
            QTest.mouseClick(words, Qt.MouseButton.LeftButton)
            assert seen.settings.ticks

    run(work())


def test_another_text_size_makes_the_window_anew_with_the_slider_still_in_hand(
    run: Run, look: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(look, fake, monkeypatch) as seen:
            page = await opened(seen)
            seen.settings.scale_changed.connect(lambda: look.use(scale=seen.settings.scale))
            slider = named(page, QSlider, "Text size")
            slider.setFocus(Qt.FocusReason.TabFocusReason)
            for _ in range(2):
                QTest.keyClick(slider, Qt.Key.Key_Right)
            again = await soon("another page", lambda: isinstance(seen.page, SettingsPage) and seen.page is not page)
            assert again
            assert look.scale == 1.2
            await soon("the slider has the focus", lambda: isinstance(seen.window.focusWidget(), QSlider))
            assert seen.window.focusWidget() is not slider
            # Nothing of what went still follows.
            seen.settings.density = Density.COMPACT
            seen.settings.ticks = True

    run(work())


def test_a_colour_is_offered_with_who_has_it_and_asked_for(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            page = await opened(seen)
            account = next(account for account in seen.parts.desk.accounts() if account.initials == "PS")
            colours = page.findChild(AccountColours)
            menu = colours.menu_for(account.account_id, page)
            rows = [action.text() for action in menu.actions()]
            assert rows[:2] == ["Blue\tPS", "Amber\tTP"]
            asked: list[object] = []
            page.colour_asked.connect(lambda account_id, colour: asked.append((account_id, colour)))
            menu.actions()[8].trigger()
            assert asked == [(account.account_id, 9)]
            await soon("it has it", lambda: seen.parts.desk.account(account.account_id).colour == 9)
            chips = [chip.text() for chip in colours.findChildren(ColourChip) if chip.isVisible()]
            assert chips[0] == "Graphite"

    run(work())


def test_shortcuts_are_those_that_work_and_the_details_name_nobody(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch) as seen:
            page = await opened(seen)
            model = page.findChild(ShortcutsSection).table.model()
            rows = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
            assert rows["Settings"] == "Ctrl ,"
            assert rows["Account 1 to 9, in the rail's order"] == "Ctrl 1 to Ctrl 9"
            assert "Templates" not in rows
            page.findChild(AboutSection).copy.click()
            copied = QGuiApplication.clipboard().text()
            assert "WaDesk 0" in copied
            assert "Padaria" not in copied
            assert "+55" not in copied

    run(work())


@pytest.mark.parametrize("width", [680, 900, 1280])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_at_any_width_and_size(
    width: int, scale: float, run: Run, look: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        look.use(scale=scale)
        async with desktop(look, fake, monkeypatch, (width, 800)) as seen:
            page = await opened(seen)
            for section in Section:
                page.show_section(section)
                await soon(f"{section} fits", lambda: not cut(page) + outside(page), 3)

    run(work())


def test_another_scheme_reaches_the_whole_window_as_if_it_were_made_anew(
    run: Run, look: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(look, fake, monkeypatch) as seen:
            seen.work.screens.show_account(seen.parts.desk.accounts()[0].account_id)
            await soon("the chats", seen.work.inbox.chats.rowCount)
            look.use(scheme="dark")
            before, changed = seen.work, seen.window.grab().toImage()
            seen.stage.renew()
            await soon("it is made anew", lambda: seen.work is not before and seen.work.screens.place)
            await soon("the same picture", lambda: seen.window.grab().toImage() == changed)

    run(work())
