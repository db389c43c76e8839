"""The language of the interface: which one, and its translators.

The language of the documents is another matter, see `app/documents`.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.resources import resource

InterfaceLanguage = Literal["en", "fr"]
LanguageChoice = Literal["system", "en", "fr"]

_installed: list[QTranslator] = []


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text of a table for translation; it is looked up with `translate(context, text)` later."""
    del context
    return text


def resolve_language(choice: LanguageChoice) -> InterfaceLanguage:
    """The language a choice stands for on this system: French where the system is, else English."""
    if choice != "system":
        return choice
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"


def wording_language() -> InterfaceLanguage:
    """The interface language, as far as findings are worded in it."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


def install_language(app: QCoreApplication, choice: LanguageChoice) -> InterfaceLanguage:
    """Let every text that is asked for from now on come in this language, Qt's own included."""
    language = resolve_language(choice)
    while _installed:
        app.removeTranslator(_installed.pop())
    QLocale.setDefault(_locale(language))
    if language != "en":
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(resource("i18n"))
        for folder, name in ((qt_texts, "qtbase_"), (ours, "factotum_")):
            translator = QTranslator(app)
            if translator.load(name + language, folder):
                app.installTranslator(translator)
                _installed.append(translator)
    return language


def _locale(language: InterfaceLanguage) -> QLocale:
    system = QLocale.system()
    wanted = QLocale.Language.French if language == "fr" else QLocale.Language.English
    if system.language() == wanted:
        return system
    return QLocale(wanted, QLocale.Country.France if language == "fr" else QLocale.Country.UnitedKingdom)
