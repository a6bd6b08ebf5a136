"""The window's language: Brazilian Portuguese where the system speaks Portuguese, else English."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("pt-BR", "en")


def language_for(asked: str | None) -> str:
    """``asked`` when it is one of :data:`LANGUAGES`, else what fits the system's locale."""
    if asked in LANGUAGES:
        return asked
    return "pt-BR" if QLocale.system().language() is QLocale.Language.Portuguese else "en"


def speak(app: QCoreApplication, language: str, resources: Path) -> None:
    """Load a language's sentences, and Qt's own; English is what stands in the code."""
    locale = QLocale(QLocale.Language.Portuguese, QLocale.Country.Brazil) if language == "pt-BR" else QLocale("en")
    QLocale.setDefault(locale)
    own, qts = QTranslator(app), QTranslator(app)
    if language == "pt-BR" and own.load("wadesk_pt_BR", str(resources / "i18n")):
        app.installTranslator(own)
    if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
