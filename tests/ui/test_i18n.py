"""The translations are complete, fresh, and say the same as the code."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from wadesk.paths import resources
from wadesk.ui.language import language_for

ROOT = Path(__file__).resolve().parents[2]
SOURCE = resources() / "i18n" / "wadesk_pt_BR.ts"
TOOLS = Path(sys.executable).parent


def messages(path: Path) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Translation and its type by (context, source)."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "", translation.get("type"))
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the code says now."""
    target = tmp_path_factory.mktemp("i18n") / "now.ts"
    sources = sorted(str(path) for path in (ROOT / "wadesk" / "ui").rglob("*.py"))
    subprocess.run(
        [TOOLS / "pyside6-lupdate", *sources, "-source-language", "en", "-target-language", "pt_BR", "-ts", target],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return target


def test_every_sentence_of_the_code_is_translated_and_none_besides(extracted: Path) -> None:
    kept = messages(SOURCE)
    assert set(messages(extracted)) == set(kept)
    unfinished = [key for key, (text, kind) in kept.items() if kind is not None or not text]
    assert unfinished == []


def test_a_translation_names_the_same_values_and_marks_as_its_sentence() -> None:
    def marks(text: str) -> list[str]:
        return sorted(re.findall(r"\{[a-z]+\}|</?b>", text))

    # A count of one is written out in one language and filled in in the other.
    differ = [
        source
        for (_, source), (text, _) in messages(SOURCE).items()
        if marks(source) != marks(text) and not (marks(text) == ["{n}"] or marks(source) == ["{n}"])
    ]
    assert differ == []


def test_the_compiled_translations_are_those_of_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    subprocess.run([TOOLS / "pyside6-lrelease", SOURCE, "-qm", fresh], check=True, capture_output=True, timeout=60)
    assert fresh.read_bytes() == SOURCE.with_suffix(".qm").read_bytes()


def test_the_window_speaks_what_was_asked_for() -> None:
    assert language_for("en") == "en"
    assert language_for("pt-BR") == "pt-BR"
    assert language_for(None) in {"en", "pt-BR"}
