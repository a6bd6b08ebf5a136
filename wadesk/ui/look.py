"""Applies what people chose for the window's look, and keeps it where the next start's first picture finds it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from wadesk.paths import resources
from wadesk.ui.first_look import FirstLook
from wadesk.ui.language import language_for, speak
from wadesk.ui.models.settings import Settings
from wadesk.ui.theme.follow import Follower, Wanted
from wadesk.ui.theme.theme import Theme


class Look(QObject):
    """Lives as long as the window. A language that was asked for at the start is not changed by the setting."""

    def __init__(self, theme: Theme, hints: QStyleHints, kept: Path, asked_language: str | None) -> None:
        """Wear what ``kept``, the first look's file, says; the settings come with :meth:`follow`."""
        super().__init__()
        self._file, self._asked = kept, asked_language
        self._first = first = FirstLook.read(kept)
        wanted = Wanted(first.scheme, first.contrast, first.motion, first.text_size)
        self._follower = Follower(theme, hints, self, wanted)
        self._settings: Settings | None = None

    def follow(self, settings: Settings, renew: Callable[[], None]) -> None:
        """Wear what is set from now on; ``renew`` makes every widget anew in another language."""
        self._settings, self._renew = settings, renew
        for changed in (
            settings.scheme_changed,
            settings.scale_changed,
            settings.contrast_changed,
            settings.motion_changed,
        ):
            changed.connect(self._wear)
        settings.language_changed.connect(self._speak)
        self._wear()
        self._speak()

    def keep_place(self, geometry: bytes) -> None:
        """Keep where the window stands."""
        self._keep(replace(self._first, geometry=geometry.hex()))

    def _wear(self) -> None:
        settings = self._settings
        if settings is None:
            return
        self._follower.choose(
            scheme=str(settings.scheme),
            contrast=str(settings.contrast),
            motion=str(settings.motion),
            scale=settings.scale,
        )
        self._keep(
            replace(
                self._first,
                scheme=str(settings.scheme),
                contrast=str(settings.contrast),
                motion=str(settings.motion),
                scale=str(settings.scale),
            )
        )

    def _speak(self) -> None:
        app = QApplication.instance()
        if self._settings is None or app is None:
            return
        before, chosen = self._first.language, str(self._settings.language)
        self._keep(replace(self._first, language=chosen))
        if self._asked is None and before != chosen:
            speak(app, language_for(chosen), resources())
            self._renew()

    def _keep(self, first: FirstLook) -> None:
        if first != self._first:
            self._first = first
            first.write(self._file)
