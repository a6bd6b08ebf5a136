"""The way in, with the real supervisor: no keyring, a passphrase, a wrong one, a folder in use, a bad folder."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Run, soon
from wadesk.domain.principal import local_administrator
from wadesk.paths import DataFolder
from wadesk.ui import composition
from wadesk.ui.parts import Parts
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.trouble_page import TroublePage

PASSPHRASE = "quatro palavras de teste"


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session without a bus has no Secret Service."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")


@asynccontextmanager
async def window_on(folder: Path, theme: Theme) -> AsyncIterator[Parts]:
    """A whole window on a data folder, closed at the end and until its workers have ended."""
    parts = Parts(theme, MainWindow(theme))
    parts.window.show()
    running = asyncio.get_running_loop().create_task(composition.run(parts, DataFolder(folder), local_administrator()))
    try:
        yield parts
    finally:
        parts.window.close()
        await running
        parts.window.deleteLater()


async def trouble(parts: Parts, says: str) -> TroublePage:
    """The trouble page, once it says so."""

    def found() -> TroublePage | None:
        page = parts.window.findChild(TroublePage)
        if page is None or not page.isVisible():
            return None
        texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        return page if any(says in text for text in texts) else None

    return await soon(says, found, 20)


def give(page: TroublePage, passphrase: str) -> None:
    page._first.setText(passphrase)
    page._second.setText(passphrase)
    page._open.click()


async def first_run(parts: Parts) -> None:
    def visible() -> bool:
        page = parts.window.findChild(FirstRun)
        return page is not None and page.isVisible()

    await soon("the first run", visible, 20)


def test_without_a_keyring_a_passphrase_is_offered_and_asked_for_at_every_start(
    run: Run, theme: Theme, tmp_path: Path
) -> None:
    folder = tmp_path / "data"

    async def work() -> None:
        async with window_on(folder, theme) as parts:
            page = await trouble(parts, "no keychain")
            page._other.click()
            await trouble(parts, "Choose a passphrase")
            page._first.setText(PASSPHRASE)
            page._second.setText("something else")
            page._open.click()
            await trouble(parts, "differ")
            give(page, PASSPHRASE)
            await first_run(parts)
        assert DataFolder(folder).vault.exists()
        async with window_on(folder, theme) as parts:
            page = await trouble(parts, "kept under a passphrase")
            assert not page._other.isVisible()
            give(page, "wrong")
            await trouble(parts, "not the passphrase")
            give(page, PASSPHRASE)
            await first_run(parts)

    run(work(), 60)


def test_a_second_window_on_the_same_data_brings_the_first_forward_and_ends(
    run: Run, theme: Theme, tmp_path: Path
) -> None:
    folder = tmp_path / "data"

    async def work() -> None:
        async with window_on(folder, theme) as parts:
            page = await trouble(parts, "no keychain")
            page._other.click()
            give(page, PASSPHRASE)
            await first_run(parts)
            parts.window.hide()
            second = Parts(theme, MainWindow(theme))
            await composition.run(second, DataFolder(folder), local_administrator())
            await soon("the first comes forward", parts.window.isVisible)

    run(work(), 60)


def test_a_folder_that_cannot_be_one_is_told_and_may_be_tried_again(run: Run, theme: Theme, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("not a folder")

    async def work() -> None:
        async with window_on(folder, theme) as parts:
            page = await trouble(parts, "no keychain")
            page._other.click()
            give(page, PASSPHRASE)
            await trouble(parts, "is not a folder")
            folder.unlink()
            page._retry.click()
            await first_run(parts)

    run(work(), 60)


def test_closing_while_asked_ends_at_once(run: Run, theme: Theme, tmp_path: Path) -> None:
    async def work() -> None:
        async with window_on(tmp_path / "data", theme) as parts:
            await trouble(parts, "no keychain")

    run(work(), 20)


def test_nothing_that_the_first_picture_does_without_is_loaded_before_it(root: Path) -> None:
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; from wadesk.ui import app as start\n"
        "from wadesk.ui.widgets.main_window import MainWindow\n"
        "app = QApplication(['wadesk', '-style', 'fusion']); theme = start.dress(app, 'pt-BR')\n"
        "window = MainWindow(theme); start.paint_first(window); assert window.isVisible()\n"
        "late = {'asyncio', 'qasync', 'msgspec', 'sqlalchemy', 'phonenumbers', 'qrcode', 'keyring', 'PySide6.QtSvg',\n"
        "        'platformdirs', 'secrets', 'wadesk.supervisor', 'wadesk.ui.composition'}\n"
        "print(sorted(late & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.strip() == "[]", ran.stderr
