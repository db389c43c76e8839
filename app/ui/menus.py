"""The menus, made from the table of actions: a bar on macOS, one button elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
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


class MenuOfMenus(QMenu):
    """One menu that holds the others, made when it is first opened."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.aboutToShow.connect(self._fill, Qt.ConnectionType.SingleShotConnection)

    def _fill(self) -> None:
        for name, words in MENUS:
            self.addMenu(_menu(self._actions, name, words, self))


def _menu(actions: Actions, name: Menu, words: str, parent: QWidget) -> QMenu:
    menu = QMenu(QCoreApplication.translate("Menus", words), parent)
    menu.setToolTipsVisible(bool(actions.why_not))
    for spec, action in actions:
        if spec.menu == name and spec.name != "menu":
            if spec.starts_group:
                menu.addSeparator()
            menu.addAction(action)
    return menu


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """The menus in the system's own bar."""
    for name, words in MENUS:
        bar.addMenu(_menu(actions, name, words, bar))
