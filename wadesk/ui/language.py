"""The window's language: one of three, the system's where it is one of them, else English."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("pt-BR", "en", "es")
"""What the window speaks. Dates and numbers follow the language, not the system (design.md 6)."""

NAMES = {"pt-BR": "Português (Brasil)", "en": "English", "es": "Español"}
"""Each in its own words, whatever the window speaks."""

_OF_SYSTEM = {QLocale.Language.Portuguese: "pt-BR", QLocale.Language.Spanish: "es"}
_INSTALLED = "sentences of the window"
"""By this name the translators are found again when the language changes."""


def language_for(asked: str | None) -> str:
    """``asked`` when it is one of :data:`LANGUAGES`, else what fits the system's locale."""
    if asked in LANGUAGES:
        return asked
    return _OF_SYSTEM.get(QLocale.system().language(), "en")


def language_spoken() -> str:
    """Which of :data:`LANGUAGES` the window speaks now."""
    return _OF_SYSTEM.get(QLocale().language(), "en")


def locale_of(language: str) -> QLocale:
    """How dates and numbers are written in one of :data:`LANGUAGES`."""
    return QLocale(language.replace("-", "_"))


def speak(app: QCoreApplication, language: str, resources: Path) -> None:
    """Speak ``language`` from now on: our sentences and Qt's own; English is what stands in the code.

    What a widget has said before stays as it is: whoever changes the language makes the widgets anew.
    """
    QLocale.setDefault(locale_of(language))
    for old in app.findChildren(QTranslator, _INSTALLED):
        app.removeTranslator(old)
        old.setParent(None)
    if language == "en":
        return
    name = language.replace("-", "_")
    # The one installed last is asked first: where both know a sentence, ours counts.
    _install(app, f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _install(app, f"wadesk_{name}", str(resources / "i18n"))


def _install(app: QCoreApplication, file: str, folder: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_INSTALLED)
    if translator.load(file, folder):
        app.installTranslator(translator)
