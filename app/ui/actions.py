"""Everything that can be done by key, menu or palette: one table, one QAction each.

The table names the slot of the window that does it. `Ctrl` is Cmd on macOS, by Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.language import QT_TRANSLATE_NOOP

Scope = Literal["window", "document", "draft", "issued", "lines"]
Menu = Literal["document", "edit", "lines", "view", "help"]


class ActionSpec(NamedTuple):
    """One action; `scope` says where it can be used.

    `document`: a document is shown; `draft`: it can be edited; `issued`: it was issued; `lines`: like
    `draft`, acting on the grid.
    """

    name: str
    text: str
    menu: Menu
    slot: str
    shortcuts: tuple[str, ...] = ()
    scope: Scope = "window"
    starts_group: bool = False


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", QT_TRANSLATE_NOOP("Actions", "New invoice"), "document", "new_document", ("Ctrl+N",)),
    ActionSpec(
        "open_file", QT_TRANSLATE_NOOP("Actions", "Open a draft file…"), "document", "open_file", ("Ctrl+O",)
    ),
    ActionSpec(
        "add_supplier_files",
        QT_TRANSLATE_NOOP("Actions", "Add suppliers’ files…"),
        "document",
        "add_supplier_files",
        ("Ctrl+Shift+O",),
    ),
    ActionSpec(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Duplicate"),
        "document",
        "duplicate_document",
        ("Ctrl+D",),
        "document",
    ),
    ActionSpec(
        "save_pdf",
        QT_TRANSLATE_NOOP("Actions", "Save PDF…"),
        "document",
        "save_pdf",
        ("Ctrl+P",),
        "document",
        starts_group=True,
    ),
    ActionSpec(
        "save_file",
        QT_TRANSLATE_NOOP("Actions", "Save a copy as a draft file…"),
        "document",
        "save_file",
        ("Ctrl+Shift+E",),
        "document",
    ),
    ActionSpec(
        "issue",
        QT_TRANSLATE_NOOP("Actions", "Issue…"),
        "document",
        "issue_document",
        ("Ctrl+Shift+I",),
        "draft",
        starts_group=True,
    ),
    ActionSpec(
        "send",
        QT_TRANSLATE_NOOP("Actions", "Review and send…"),
        "document",
        "send_document",
        ("Ctrl+Shift+S",),
        "document",
    ),
    ActionSpec(
        "credit_note",
        QT_TRANSLATE_NOOP("Actions", "Make a credit note"),
        "document",
        "make_credit_note",
        scope="issued",
    ),
    ActionSpec("void", QT_TRANSLATE_NOOP("Actions", "Void…"), "document", "void_document", scope="issued"),
    ActionSpec(
        "delete_draft",
        QT_TRANSLATE_NOOP("Actions", "Move the draft to the bin"),
        "document",
        "delete_draft",
        ("Ctrl+Shift+Backspace",),
        "draft",
    ),
    ActionSpec(
        "import_customers",
        QT_TRANSLATE_NOOP("Actions", "Import customers…"),
        "document",
        "import_customers",
        starts_group=True,
    ),
    ActionSpec(
        "import_items", QT_TRANSLATE_NOOP("Actions", "Import catalogue items…"), "document", "import_items"
    ),
    ActionSpec(
        "export_everything",
        QT_TRANSLATE_NOOP("Actions", "Export everything…"),
        "document",
        "export_everything",
    ),
    ActionSpec("back_up", QT_TRANSLATE_NOOP("Actions", "Back up now"), "document", "back_up"),
    ActionSpec(
        "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "document", "close", ("Ctrl+Q",), starts_group=True
    ),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", "undo", ("Ctrl+Z",), "draft"),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "edit", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "draft"
    ),
    ActionSpec(
        "history",
        QT_TRANSLATE_NOOP("Actions", "History"),
        "edit",
        "show_history",
        ("Ctrl+Alt+Z",),
        "document",
    ),
    ActionSpec(
        "put_me_in",
        QT_TRANSLATE_NOOP("Actions", "Put me in as the seller"),
        "edit",
        "put_me_in",
        ("Ctrl+M",),
        "draft",
        starts_group=True,
    ),
    ActionSpec(
        "next_finding",
        QT_TRANSLATE_NOOP("Actions", "Next finding"),
        "edit",
        "go_to_next_finding",
        ("F8",),
        "draft",
    ),
    ActionSpec(
        "insert_line",
        QT_TRANSLATE_NOOP("Actions", "Insert a line below"),
        "lines",
        "insert_line",
        ("Ctrl+Return", "Ctrl+Enter"),
        "lines",
    ),
    ActionSpec(
        "insert_section",
        QT_TRANSLATE_NOOP("Actions", "Insert a section"),
        "lines",
        "insert_section",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        "lines",
    ),
    ActionSpec(
        "duplicate_rows",
        QT_TRANSLATE_NOOP("Actions", "Duplicate the line"),
        "lines",
        "duplicate_rows",
        ("Ctrl+Shift+D",),
        "lines",
    ),
    ActionSpec(
        "move_up",
        QT_TRANSLATE_NOOP("Actions", "Move up"),
        "lines",
        "move_up",
        ("Alt+Up",),
        "lines",
        starts_group=True,
    ),
    ActionSpec(
        "move_down", QT_TRANSLATE_NOOP("Actions", "Move down"), "lines", "move_down", ("Alt+Down",), "lines"
    ),
    ActionSpec(
        "delete_rows",
        QT_TRANSLATE_NOOP("Actions", "Delete the line"),
        "lines",
        "delete_rows",
        ("Ctrl+Backspace",),
        "lines",
        starts_group=True,
    ),
    ActionSpec(
        "complete",
        QT_TRANSLATE_NOOP("Actions", "Complete from the catalogue"),
        "lines",
        "complete_current",
        ("Ctrl+J",),
        "lines",
    ),
    ActionSpec(
        "paste_rows",
        QT_TRANSLATE_NOOP("Actions", "Paste rows from a spreadsheet"),
        "lines",
        "paste_rows",
        ("Ctrl+Shift+V",),
        "lines",
    ),
    ActionSpec(
        "palette", QT_TRANSLATE_NOOP("Actions", "Find or do anything"), "view", "show_palette", ("Ctrl+K",)
    ),
    ActionSpec(
        "drafts",
        QT_TRANSLATE_NOOP("Actions", "Drafts"),
        "view",
        "show_drafts",
        ("Ctrl+1",),
        starts_group=True,
    ),
    ActionSpec("issued", QT_TRANSLATE_NOOP("Actions", "Issued"), "view", "show_issued", ("Ctrl+2",)),
    ActionSpec("bin", QT_TRANSLATE_NOOP("Actions", "Bin"), "view", "show_bin", ("Ctrl+3",)),
    ActionSpec("outbox", QT_TRANSLATE_NOOP("Actions", "Outbox"), "view", "show_outbox", ("Ctrl+6",)),
    ActionSpec(
        "connections", QT_TRANSLATE_NOOP("Actions", "Connections"), "view", "show_connections", ("Ctrl+7",)
    ),
    ActionSpec("to_review", QT_TRANSLATE_NOOP("Actions", "To review"), "view", "show_to_review", ("Ctrl+8",)),
    ActionSpec(
        "supplier_archive",
        QT_TRANSLATE_NOOP("Actions", "Suppliers’ archive"),
        "view",
        "show_supplier_archive",
        ("Ctrl+9",),
    ),
    ActionSpec("customers", QT_TRANSLATE_NOOP("Actions", "Customers"), "view", "show_customers", ("Ctrl+4",)),
    ActionSpec("catalogue", QT_TRANSLATE_NOOP("Actions", "Catalogue"), "view", "show_catalogue", ("Ctrl+5",)),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "view", "show_settings", ("Ctrl+,",)),
    ActionSpec(
        "composer",
        QT_TRANSLATE_NOOP("Actions", "Back to the document"),
        "view",
        "show_composer",
        ("Ctrl+0",),
    ),
    ActionSpec(
        "refresh_preview",
        QT_TRANSLATE_NOOP("Actions", "Refresh the preview"),
        "view",
        "refresh_preview",
        ("F5",),
        "document",
        starts_group=True,
    ),
    ActionSpec(
        "swap",
        QT_TRANSLATE_NOOP("Actions", "Swap composer and preview"),
        "view",
        "swap_composer_and_preview",
        ("F6",),
        "document",
    ),
    ActionSpec("guide", QT_TRANSLATE_NOOP("Actions", "Guide"), "help", "show_guide", ("F1",)),
    ActionSpec(
        "keys", QT_TRANSLATE_NOOP("Actions", "Keys that work here"), "help", "show_keys", ("Shift+F1",)
    ),
    ActionSpec("menu", QT_TRANSLATE_NOOP("Actions", "Menu"), "help", "show_menu", ("F10",)),
    ActionSpec(
        "look_for_newer_version",
        QT_TRANSLATE_NOOP("Actions", "Look for a newer version"),
        "help",
        "look_for_newer_version",
    ),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "About Factotum"), "help", "show_about"),
)


class _Trigger:
    """Calls a slot without the `checked` that Qt passes."""

    def __init__(self, slot: Callable[[], object]) -> None:
        self._slot = slot

    def run(self, _checked: bool = False) -> None:
        self._slot()


def _slot(targets: Sequence[object], name: str) -> Callable[[], object]:
    found = next(getattr(target, name) for target in targets if hasattr(target, name))
    return cast("Callable[[], object]", found)


class Actions(QObject):
    """The QActions of one window, by name; menus, shortcuts and palette all use these.

    Each action calls the slot of its name on the first of the targets that has one.
    """

    def __init__(self, window: QWidget, targets: Sequence[object]) -> None:
        super().__init__(window)
        self._triggers: list[_Trigger] = []
        self._by_name: dict[str, QAction] = {}
        self._kept: frozenset[str] | None = None
        self._scopes: frozenset[Scope] = frozenset()
        self.why_not = ""
        for spec in ACTIONS:
            action = QAction(window)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
            if spec.name == "quit":
                action.setMenuRole(QAction.MenuRole.QuitRole)
            elif spec.name == "settings":
                action.setMenuRole(QAction.MenuRole.PreferencesRole)
            elif spec.name == "about":
                action.setMenuRole(QAction.MenuRole.AboutRole)
            trigger = _Trigger(_slot(targets, spec.slot))
            self._triggers.append(trigger)
            action.triggered.connect(trigger.run)
            window.addAction(action)
            self._by_name[spec.name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return ((spec, self._by_name[spec.name]) for spec in ACTIONS)

    def retranslate(self) -> None:
        """Take the texts of the language now installed."""
        for spec, action in self:
            action.setText(QCoreApplication.translate("Actions", spec.text))

    def keep_only(self, names: frozenset[str], why_not: str) -> None:
        """Let no other action be triggered from now on; their tool tips say why."""
        self._kept, self.why_not = names, why_not
        for spec, action in self:
            if spec.name not in names:
                action.setToolTip(why_not)
                action.setStatusTip(why_not)
        self.enable(self._scopes)

    def enable(self, scopes: frozenset[Scope]) -> None:
        """Let only the actions of these scopes, and those of the window, be triggered."""
        self._scopes = scopes
        for spec, action in self:
            is_kept = self._kept is None or spec.name in self._kept
            action.setEnabled(is_kept and (spec.scope == "window" or spec.scope in scopes))
