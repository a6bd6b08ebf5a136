"""One application for all tests of the window, in the design's type, and a loop to run its coroutines on."""

import asyncio
import contextlib
import gc
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import Clock, FakeSupervisor
from wadesk.paths import resources
from wadesk.ui.theme.theme import Theme

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    """The application, as `wadesk.ui.app.dress` makes it, with the fonts and format of any machine alike."""
    qapp.setQuitOnLastWindowClosed(False)
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("Inter"))
    QLocale.setDefault(QLocale("en"))
    return qapp


@pytest.fixture(autouse=True)
def _speaking_english(app: QApplication) -> None:
    """Every test begins in English."""


@pytest.fixture(scope="session")
def theme(app: QApplication) -> Theme:
    """The light theme, worn by the application."""
    theme = Theme(resources())
    font = theme.font("body")
    app.setFont(font)
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.sheet())
    return theme


@pytest.fixture
def clock() -> Clock:
    """A time that stands still."""
    return Clock()


@pytest.fixture
def fake(clock: Clock) -> FakeSupervisor:
    """A supervisor without workers."""
    return FakeSupervisor(clock)


@pytest.fixture
def portuguese(app: QApplication) -> Iterator[None]:
    """The window speaks Brazilian Portuguese."""
    translator = QTranslator()
    assert translator.load("wadesk_pt_BR", str(Path(resources()) / "i18n"))
    app.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.Portuguese, QLocale.Country.Brazil))
    yield
    app.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def run(app: QApplication) -> Iterator[Run]:
    """Runs a coroutine on the window's loop; it must end within its seconds and leave no task behind."""
    loop = qasync.QEventLoop(app, already_running=False)
    # As in the window: no other thread may collect what earlier tests left of Qt.
    gc.collect()
    gc.disable()
    asyncio.set_event_loop(loop)
    trouble: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _loop, context: trouble.append(context))

    async def guarded(work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        async with asyncio.timeout(seconds):
            result = await work
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return result

    yield lambda work, seconds=20: loop.run_until_complete(guarded(work, seconds))
    with contextlib.suppress(RuntimeError):
        loop.close()
    asyncio.set_event_loop(None)
    gc.enable()
    assert not trouble


async def soon(what: str, condition: Callable[[], Any], seconds: float = 10) -> Any:
    """The first true value of ``condition`` on the running loop; AssertionError naming ``what`` after that."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not (value := condition()):
        assert loop.time() < deadline, f"not within {seconds} s: {what}"
        await asyncio.sleep(0.01)
    return value
