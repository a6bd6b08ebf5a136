"""The theme follows the desktop where nothing was chosen, and what was chosen where something was."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from wadesk.paths import resources
from wadesk.ui.theme.follow import Follower, Wanted
from wadesk.ui.theme.theme import Theme


class Access(QObject):
    """What the desktop says about contrast."""

    contrastPreferenceChanged = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.preference = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return self.preference


class Desktop(QObject):
    """A desktop that changes its mind, as Qt tells of it."""

    colorSchemeChanged = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.access, self.scheme, self.asked = Access(), Qt.ColorScheme.Light, ""

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:  # noqa: N802
        self.asked = scheme.name

    def unsetColorScheme(self) -> None:  # noqa: N802
        self.asked = ""

    def accessibility(self) -> Access:
        return self.access

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit()


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def own(app: QApplication) -> Theme:
    return Theme(resources())


def follow(theme: Theme, desktop: Any) -> Follower:
    return Follower(theme, desktop)


def test_the_desktop_is_followed_until_a_scheme_is_chosen_and_again_after(own: Theme, desktop: Desktop) -> None:
    follower, told = follow(own, desktop), []
    own.changed.connect(lambda: told.append(own.scheme))
    desktop.turn(Qt.ColorScheme.Dark)
    desktop.turn(Qt.ColorScheme.Dark)
    follower.choose(scheme="light")
    desktop.turn(Qt.ColorScheme.Light)
    desktop.turn(Qt.ColorScheme.Dark)
    assert (told, desktop.asked) == (["dark", "light"], "Light")
    follower.choose(scheme="system")
    assert (own.scheme, desktop.asked) == ("dark", "")


def test_what_was_chosen_before_is_worn_from_the_beginning_and_by_the_windows_frame(
    own: Theme, desktop: Desktop
) -> None:
    Follower(own, desktop, None, Wanted(scheme="dark", scale=1.1))  # type: ignore[arg-type]
    assert (own.scheme, own.scale, desktop.asked) == ("dark", 1.1, "Dark")


def test_the_desktops_contrast_is_worn_unless_a_person_says_otherwise(own: Theme, desktop: Desktop) -> None:
    follower = follow(own, desktop)
    desktop.access.preference = Qt.ContrastPreference.HighContrast
    desktop.access.contrastPreferenceChanged.emit()
    assert own.contrast
    assert own.color("text3") == own.color("text")
    follower.choose(contrast="off")
    assert not own.contrast
    follower.choose(contrast="on")
    assert own.contrast


def test_motion_ends_and_comes_back_as_chosen_and_size_changes_alone(own: Theme, desktop: Desktop) -> None:
    follower = follow(own, desktop)
    follower.choose(motion="reduced", scale=1.2)
    assert (own.motion("base"), own.duration("toast"), own.scale, own.scheme) == (0, 6000, 1.2, "light")
    follower.choose(motion="full")
    assert (own.motion("base"), own.scale) == (140, 1.2)


def test_nobody_is_told_where_nothing_changes(own: Theme, desktop: Desktop) -> None:
    follower, told = follow(own, desktop), []
    own.changed.connect(lambda: told.append(own.revision))
    follower.choose(motion="full")
    told.clear()
    follower.choose(scheme="light", scale=1.0, contrast="off", motion="full")
    assert told == []
