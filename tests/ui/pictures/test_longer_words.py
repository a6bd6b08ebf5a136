"""A made-up language whose sentences are 30 % longer, in brackets: what is cut in it will be cut in some real one."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.ui.conftest import Run
from tests.ui.pictures import checks
from tests.ui.pictures.conftest import Camera, Look, floating
from tests.ui.pictures.shots import LINK_SHOTS, SHOTS, Shot
from wadesk.paths import resources

AS_THEY_ARE = {"Days", "Colours"}
"""Contexts of what is no sentence: shapes of dates."""
NAMES = {
    "01-daily",
    "01b-reconnecting",
    "01b-logged-out",
    "03-board",
    "04-link",
    "04-link-wrong-phone",
    "04-link-stuck",
    "05-first-form",
    "08d-look",
    "08d-notices",
    "10b-messages",
    "10c-remove-BQ1",
    "10c-slot-menu",
    "11-narrow-900",
    "11c-narrow-680",
    "12-switcher",
}


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> QTranslator:
    """The made-up language, compiled from the sentences of the code."""
    folder = tmp_path_factory.mktemp("longer")
    tree = ET.parse(resources() / "i18n" / "wadesk_es.ts")  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            is_sentence = context.findtext("name") not in AS_THEY_ARE
            translation.text = stretched(source) if is_sentence else source
            translation.attrib.pop("type", None)
    tree.write(folder / "longer.ts", encoding="utf-8", xml_declaration=True)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([lrelease, folder / "longer.ts", "-qm", folder / "longer.qm"], check=True, capture_output=True)
    translator = QTranslator()
    assert translator.load(str(folder / "longer.qm"))
    return translator


def stretched(source: str) -> str:
    """A sentence in brackets, with them 30 % longer, in words that may be wrapped."""
    more = round(len(source) * 0.3) - 2
    return f"[{source}{(' ñéü' * (more // 4 + 1))[: max(more, 0)]}]"


@pytest.fixture
def stretching(camera: Camera, longer: QTranslator) -> Iterator[Camera]:
    """A camera in front of which everybody speaks the made-up language."""
    camera.longer = longer
    yield camera
    camera.app.removeTranslator(longer)


@pytest.mark.parametrize(
    "shot", [shot for shot in SHOTS + LINK_SHOTS if shot.name in NAMES], ids=lambda shot: shot.name
)
def test_longer_words_are_wrapped_or_make_room_and_no_number_is_cut(run: Run, stretching: Camera, shot: Shot) -> None:
    async def work() -> list[str]:
        with checks.elided_numbers() as cut:
            async with stretching.window(shot, Look(language="en")) as seen:
                stretching.keep(f"{shot.name}--longer", seen)
                roots = (seen.window, *floating(seen.window))
                found = [one for root in roots for one in (*checks.without_room(root), *checks.cut_numbers(root))]
                found += [one for root in roots for one in checks.overlaps(root)]
        return found + cut

    assert run(work()) == []
