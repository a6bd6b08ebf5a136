"""Which look the theme wears: what a person chose, and where nothing was chosen what the desktop asks for."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication, QStyle

from wadesk.ui.theme.theme import Theme

SYSTEM = "system"


@dataclass(frozen=True)
class Wanted:
    """What a person chose, in the words that settings are kept in (``look.theme`` and the like)."""

    scheme: str = SYSTEM
    contrast: str = SYSTEM
    motion: str = SYSTEM
    scale: float = 1.0


class Follower(QObject):
    """Tells ``theme`` what to wear, at once and whenever the desktop changes its mind."""

    def __init__(
        self, theme: Theme, hints: QStyleHints, parent: QObject | None = None, wanted: Wanted | None = None
    ) -> None:
        """Follow the desktop, but for what was ``wanted`` before, until :meth:`choose` says otherwise."""
        super().__init__(parent)
        self.theme, self._hints, self._wanted = theme, hints, wanted or Wanted()
        hints.colorSchemeChanged.connect(self._wear)
        # Since Qt 6.10; older ones say nothing about contrast, and those before 6.12 nothing about motion.
        self._access: Any = hints.accessibility() if hasattr(hints, "accessibility") else None
        for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):
            changed = getattr(self._access, name, None)
            if changed is not None:
                changed.connect(self._wear)
        if self._wanted.scheme != SYSTEM:
            self._frame()
        self._wear()

    def choose(self, **wanted: Any) -> None:
        """A person chose another ``scheme``, ``contrast``, ``motion`` or ``scale``; the rest stays."""
        before, self._wanted = self._wanted, replace(self._wanted, **wanted)
        if self._wanted.scheme != before.scheme:
            self._frame()
        self._wear()

    def _frame(self) -> None:
        # The window's frame and the native dialogs follow, where the desktop lets a program choose.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        chosen = schemes.get(self._wanted.scheme)
        if chosen is None:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(chosen)

    def _wear(self) -> None:
        wanted = self._wanted
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark if wanted.scheme == SYSTEM else wanted.scheme == "dark"
        self.theme.use(
            scheme="dark" if dark else "light",
            scale=wanted.scale,
            contrast=self._asks_for_contrast() if wanted.contrast == SYSTEM else wanted.contrast == "on",
            reduced=self._asks_for_stillness() if wanted.motion == SYSTEM else wanted.motion == "reduced",
        )

    def _asks_for_contrast(self) -> bool:
        return self._access is not None and self._access.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _asks_for_stillness(self) -> bool:
        preference = getattr(self._access, "motionPreference", None)
        if preference is not None and preference().name == "ReducedMotion":
            return True
        return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
