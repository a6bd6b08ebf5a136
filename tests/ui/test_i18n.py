"""The translations are complete, fresh, and say the same as the code."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import NOW_MS
from wadesk.paths import resources
from wadesk.ui.language import LANGUAGES, language_for, speak
from wadesk.ui.text import ago, counted, day_and_month, span, whole

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {language: resources() / "i18n" / f"wadesk_{language}.ts" for language in ("pt_BR", "es")}
TOOLS = Path(sys.executable).parent

Key = tuple[str, str]


def messages(path: Path) -> dict[Key, tuple[str, str | None]]:
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


@pytest.fixture
def spoken(app: QApplication) -> Iterator[QApplication]:
    """The application, speaking English again afterwards."""
    yield app
    speak(app, "en", resources())


@pytest.mark.parametrize("language", SOURCES)
def test_every_sentence_of_the_code_is_translated_and_none_besides(extracted: Path, language: str) -> None:
    kept = messages(SOURCES[language])
    said = set(messages(extracted))
    assert (sorted(said - set(kept)), sorted(set(kept) - said)) == ([], [])
    unfinished = [key for key, (text, kind) in kept.items() if kind is not None or not text]
    assert unfinished == []


def marks(text: str) -> list[str]:
    """What is filled into a sentence, and how it is stressed."""
    return sorted(re.findall(r"\{[a-z_]+\}|</?b>", text))


@pytest.mark.parametrize("language", SOURCES)
def test_a_translation_names_the_same_values_and_marks_as_its_sentence(language: str) -> None:
    # A count of one is written out in one language and filled in in the other.
    differ = [
        source
        for (_, source), (text, _) in messages(SOURCES[language]).items()
        if marks(source) != marks(text) and not (marks(text) == ["{n}"] or marks(source) == ["{n}"])
    ]
    assert differ == []


@pytest.mark.parametrize("language", SOURCES)
def test_the_compiled_translations_are_those_of_the_source(language: str, tmp_path: Path) -> None:
    fresh, source = tmp_path / "fresh.qm", SOURCES[language]
    subprocess.run([TOOLS / "pyside6-lrelease", source, "-qm", fresh], check=True, capture_output=True, timeout=60)
    assert fresh.read_bytes() == source.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("language", SOURCES)
def test_a_sentence_ends_as_it_does_in_the_code(language: str) -> None:
    """A full stop or dots that went missing are what a hurried translation loses first; nobody shouts."""

    def end(text: str) -> str:
        return text[-1] if text[-1:] in {".", "…", ":", "?"} else ""

    differ = [source for (_, source), (text, _) in messages(SOURCES[language]).items() if end(source) != end(text)]
    assert differ == []
    assert [text for text, _ in messages(SOURCES[language]).values() if "!" in text or "¡" in text] == []


def test_the_window_speaks_what_was_asked_for() -> None:
    assert [language_for(one) for one in LANGUAGES] == list(LANGUAGES)
    assert language_for(None) in LANGUAGES
    assert language_for("system") in LANGUAGES


def test_another_language_takes_the_place_of_the_one_before(spoken: QApplication) -> None:
    heard = []
    for language in ("pt-BR", "es", "en", "pt-BR"):
        speak(spoken, language, resources())
        heard.append((QCoreApplication.translate("States", "Connected"), QLocale().name()))
    assert heard == [("Conectado", "pt_BR"), ("Conectado", "es_ES"), ("Connected", "en_US"), ("Conectado", "pt_BR")]
    assert len(spoken.findChildren(QTranslator)) == 2


@pytest.mark.parametrize(
    ("language", "thousands", "day", "past", "length"),
    [
        ("pt-BR", "12.400", "09/10", "há 3 min", "4 dias"),
        ("en", "12,400", "10/09", "3 min ago", "4 days"),
        ("es", "12.400", "09/10", "hace 3 min", "4 días"),
    ],
)
def test_numbers_and_times_are_written_as_the_language_writes_them(
    spoken: QApplication, language: str, thousands: str, day: str, past: str, length: str
) -> None:
    speak(spoken, language, resources())
    assert whole(12_400) == thousands
    assert day_and_month(NOW_MS) == day
    assert ago(NOW_MS - 185_000, NOW_MS) == past
    assert span(4 * 86_400_000) == length
    assert counted(12_400, "one", "{n} many") == f"{thousands} many"


@pytest.mark.parametrize("language", ["pt_BR", "es"])
def test_qts_own_words_come_in_the_same_languages(language: str) -> None:
    assert (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm").exists()
