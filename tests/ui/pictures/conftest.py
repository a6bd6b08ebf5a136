"""A camera: the window with the scene behind it, in any look and language, and a folder for its pictures."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTranslator
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.scene.desk import NOW_MS
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import Clock, FakeSupervisor
from tests.ui.pictures.shots import Shot
from tests.ui.scene import SceneSupervisor
from wadesk.paths import resources
from wadesk.ui.language import speak
from wadesk.ui.theme.theme import Theme


@dataclass(frozen=True)
class Look:
    """How a picture is taken."""

    scheme: str = "light"
    language: str = "pt-BR"
    scale: float = 1.0
    width: int = 0
    contrast: bool = False

    def __str__(self) -> str:
        theme = "contrast" if self.contrast else self.scheme
        return f"{theme}-{self.language}-{self.scale:g}-{self.width}"


@dataclass
class Camera:
    """Takes pictures of shots and keeps them in ``folder``."""

    app: QApplication
    theme: Theme
    patch: pytest.MonkeyPatch
    folder: Path
    #: Words that stand in for a language whose words are longer.
    longer: QTranslator | None = None

    def dress(self, look: Look) -> None:
        """Put on a look."""
        speak(self.app, look.language, resources())
        if self.longer is not None:
            self.app.installTranslator(self.longer)
        self.theme.use(scheme=look.scheme, scale=look.scale, contrast=look.contrast, reduced=True)
        if self.app.styleSheet() != (sheet := self.theme.sheet()):
            self.app.setFont(self.theme.font("body"))
            self.app.setPalette(self.theme.palette())
            self.app.setStyleSheet(sheet)

    @asynccontextmanager
    async def window(self, shot: Shot, look: Look) -> AsyncIterator[Desktop]:
        """The window, brought to show a shot in a look, settled."""
        self.dress(look)
        fake = FakeSupervisor(Clock(NOW_MS)) if shot.empty else SceneSupervisor(worst=shot.worst)
        fake._settings |= {"look.language": look.language, "look.theme": look.scheme}
        size = (look.width or shot.size[0], shot.size[1])
        async with desktop(self.theme, fake, self.patch, size) as seen:
            try:
                await shot.show(seen)
                await settled(seen)
                yield seen
            finally:
                # Nothing of one picture may stand in the next.
                for widget in floating(seen.window):
                    widget.close()
                seen.window.hide()

    def keep(self, name: str, seen: Desktop) -> QImage:
        """Take the picture and keep it under a name."""
        image = photograph(seen.window)
        # Little squeezed: squeezing takes longer than drawing.
        image.save(str(self.folder / f"{name}.png"), "PNG", 85)
        return image


def floating(window: QWidget) -> list[QWidget]:
    """Dialogs, menus and popups over a window: what stands on its own and belongs to it."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and _belongs(one, window)]


def _belongs(top: QWidget, window: QWidget) -> bool:
    parent = top.parentWidget()
    while parent is not None and parent is not window:
        parent = parent.parentWidget()
    return parent is window


def photograph(window: QWidget) -> QImage:
    """The window and whatever stands over it."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    for one in floating(window):
        corner = one.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
        if isinstance(one, QDialog):
            # The offscreen display is smaller than the window: there a dialog cannot stand in its middle.
            corner = window.rect().center() - one.rect().center()
        painter.drawPixmap(corner, one.grab())
    painter.end()
    return image


async def settled(seen: Desktop, turns: int = 40) -> None:
    """Wait until two pictures in a row are the same; what never rests is taken as it is."""
    before = seen.window.grab().toImage()
    for _ in range(turns):
        await asyncio.sleep(0.02)
        now = seen.window.grab().toImage()
        if now == before:
            return
        before = now


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pictures: where ``WADESK_PICTURES`` says, else the test's own."""
    folder = Path(os.environ.get("WADESK_PICTURES") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def _as_it_was(app: QApplication, theme: Theme) -> Iterator[None]:
    """The look that other tests know is put on again once, at the end."""
    yield
    speak(app, "en", resources())
    theme.use(scheme="light", scale=1.0, contrast=False, reduced=False)
    app.setFont(theme.font("body"))
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.sheet())


@pytest.fixture
def camera(app: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch, album: Path, _as_it_was: None) -> Camera:
    """A camera that keeps its pictures in the album."""
    return Camera(app, theme, monkeypatch, album)
