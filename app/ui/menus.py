"""The menus, made from the table of actions: a bar on macOS, one button elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.ui.actions import Actions, Menu
from app.ui.language import QT_TRANSLATE_NOOP

MENUS: Final[tuple[tuple[Menu, str], ...]] = (
    ("document", QT_TRANSLATE_NOOP("Menus", "Document")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "Edit")),
    ("lines", QT_TRANSLATE_NOOP("Menus", "Lines")),
    ("view", QT_TRANSLATE_NOOP("Menus", "View")),
    ("help", QT_TRANSLATE_NOOP("Menus", "Help")),
)


def _menu(actions: Actions, name: Menu, words: str, parent: QWidget) -> QMenu:
    menu = QMenu(QCoreApplication.translate("Menus", words), parent)
    for spec, action in actions:
        if spec.menu == name and spec.name != "menu":
            if spec.starts_group:
                menu.addSeparator()
            menu.addAction(action)
    return menu


def menu_of_menus(actions: Actions, parent: QWidget) -> QMenu:
    """One menu that holds the others."""
    menu = QMenu(parent)
    for name, words in MENUS:
        menu.addMenu(_menu(actions, name, words, menu))
    return menu


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """The menus in the system's own bar."""
    for name, words in MENUS:
        bar.addMenu(_menu(actions, name, words, bar))
