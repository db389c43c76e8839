"""The composer: one page with the head, the lines, and all that can stand below them."""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.draft import Draft
from app.domain.rows import Discount
from app.ui.draft_store import DraftStore
from app.ui.forms import codecs
from app.ui.forms.binding import Binding
from app.ui.forms.block import Block
from app.ui.forms.builder import Builder
from app.ui.forms.customer_card import ContactSearch
from app.ui.forms.field import Field
from app.ui.forms.group import Group
from app.ui.forms.header import Header
from app.ui.forms.names import NameList
from app.ui.forms.party_editor import PartyEditor, Role
from app.ui.forms.paths import known_place, told_path, value_at
from app.ui.forms.plans import FieldPlan
from app.ui.forms.shelf import Shelf
from app.ui.forms.typed_field import LineField
from app.ui.jobs import Jobs
from app.ui.language import QT_TRANSLATE_NOOP
from app.ui.theme import FORM_MIN_WIDTH, SPACE_L, SPACE_M, SPACE_XL, SPACE_XS, Theme, set_role
from app.ui.totals.figures import MINUS, number_text
from app.ui.viewport import make_viewport

LEAST_GRID_HEIGHT = 160
NAMES_AFTER_MS = 250
"""Reading the names costs a while in a thread; the window is to be painted first."""


@runtime_checkable
class FocusTaker(Protocol):
    """A grid that can put the caret on one of its cells."""

    def focus_path(self, path: str) -> bool: ...


class ComposerForm(QWidget):
    """Every field of the open document around the grid of its lines."""

    keep_contact_requested = Signal(object)  # Party
    keep_seller_requested = Signal(object)  # Party
    current_path_changed = Signal(str)  # of the field the caret came into

    def __init__(self, store: DraftStore, jobs: Jobs, theme: Theme, grid: QWidget) -> None:
        super().__init__()
        self._store = store
        self._theme = theme
        self.grid = grid
        self.binding = Binding(store, self)
        self.names = NameList(jobs, self)
        self._builder = Builder(self.binding, self.names)
        self._editors: dict[Role, PartyEditor] = {}
        self.header = Header(self._builder)
        self.discount = LineField(
            "discount",
            self.tr("Discount on the whole invoice"),
            codecs.Reduction(self._discount),
            self.binding,
            placeholder=self.tr("5 % or an amount"),
            remark=self._discount_amount,
        )
        self.binding.attach(self.discount)
        self.memo = self._builder.field(
            FieldPlan(
                "memo",
                QT_TRANSLATE_NOOP("Composer", "Note under the lines"),
                "text",
                placeholder=QT_TRANSLATE_NOOP("Composer", "Add a note to the customer …"),
            )
        )
        self.shelf = Shelf(self._builder)
        self._lay_out()
        self._connect()

    def set_contacts(self, search: ContactSearch) -> None:
        """Complete the customer's name from here on with what this finds."""
        self.header.customer.set_contacts(search)

    def focus_path(self, path: str) -> bool:
        """Bring the field of this path into view and put the caret there; False if it has none."""
        top, _, rest = path.partition(".")
        if top == "rows":
            return isinstance(self.grid, FocusTaker) and self.grid.focus_path(path)
        if top in ("buyer", "seller") and path != "buyer.name":
            self.edit_party("buyer" if top == "buyer" else "seller")
        else:
            block = self.shelf.name_of(path)
            if block is not None and not self._is_always_shown(path):
                self.shelf.unfold(block)
        place = known_place(self._by_place(top, rest), self.binding.paths)
        shown = self.binding.shown_at(place) if place else None
        if isinstance(shown, Group):
            shown.focus_item(0)
        elif isinstance(shown, Field):
            shown.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not isinstance(shown, QWidget):
            return False
        self._reveal(shown)
        return True

    def unfold(self, name: str) -> None:
        """Unfold the optional block of that name."""
        self.shelf.unfold(name)

    def editor_of(self, role: Role) -> PartyEditor:
        """The editor of the customer or the seller; KeyError before it was first unfolded."""
        return self._editors[role]

    def edit_party(self, role: Role) -> None:
        """Unfold the editor of the customer or the seller, and go to its first field."""
        editor = self._editors.get(role)
        if editor is None:
            editor = self._editors[role] = PartyEditor(role, self._builder)
            self._party_place.addWidget(editor)
            editor.done.connect(self._on_customer_done if role == "buyer" else self._on_seller_done)
            editor.keep_asked.connect(self._on_keep_customer if role == "buyer" else self._on_keep_seller)
            self.names.ask()
        editor.show()
        first = next(child for child in editor.findChildren(QWidget) if isinstance(child, Field))
        first.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._reveal(editor)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_grid()
        QTimer.singleShot(NAMES_AFTER_MS, self.names, self.names.ask)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_grid()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_grid()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setMinimumWidth(self._theme.px(FORM_MIN_WIDTH))
        set_role(self, "ground")
        page = QWidget()
        set_role(page, "page")
        column = QVBoxLayout(page)
        self._margin = self._theme.px(SPACE_XL - SPACE_XS)
        column.setContentsMargins(
            self._margin, self._theme.px(SPACE_L), self._margin, self._theme.px(SPACE_XL)
        )
        column.setSpacing(self._theme.px(SPACE_L))
        column.addWidget(self.header)
        self._party_place = QVBoxLayout()
        self._party_place.setSpacing(self._theme.px(SPACE_M))
        column.addLayout(self._party_place)
        policy = self.grid.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.grid.setSizePolicy(policy)
        column.addWidget(self.grid)
        below = QHBoxLayout()
        below.setSpacing(self._theme.px(SPACE_M))
        below.addWidget(self.discount, 1)
        below.addWidget(self.memo, 1)
        column.addLayout(below)
        column.addWidget(self.shelf)
        column.addStretch(1)
        self.area = QScrollArea()
        make_viewport(self.area)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        self.area.viewport().installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self._store.draft_changed.connect(self._on_draft_changed)
        self._store.totals_changed.connect(self._on_totals_changed)
        self._store.opened.connect(self._on_opened)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus_changed)
        self._store.focus_requested.connect(self.focus_path)
        self.header.customer.edit_asked.connect(self._on_edit_customer)
        self.header.seller.edit.clicked.connect(self._on_edit_seller)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        self.shelf.unfolded.connect(self._on_block_unfolded)

    def _fit_grid(self) -> None:
        """The grid is as high as its rows, but never higher than what can be seen at once."""
        room = self.area.viewport().height() - 2 * self._theme.px(SPACE_L)
        self.grid.setMaximumHeight(max(room, self._theme.px(LEAST_GRID_HEIGHT)))

    def _on_scroll_range_changed(self, least: int, most: int) -> None:
        """The scroll bar comes and goes in the margin, so that nothing beside it moves."""
        page = self.area.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            margins = layout.contentsMargins()
            bar = self.area.verticalScrollBar().sizeHint().width() if most > least else 0
            margins.setRight(max(self._margin - bar, 0))
            layout.setContentsMargins(margins)

    def _by_place(self, top: str, rest: str) -> str:
        """The path with ids of items turned into places, as the fields are registered."""
        items = value_at(self._store.draft, top) if top in Draft.model_fields else None
        if isinstance(items, tuple):
            for place, item in enumerate(items):
                item_id = getattr(item, "id", None)
                if item_id and (rest == item_id or rest.startswith(f"{item_id}.")):
                    return f"{top}.{place}{rest.removeprefix(item_id)}"
        return f"{top}.{rest}" if rest else top

    def _is_always_shown(self, path: str) -> bool:
        shown = self.binding.shown_at(path)
        return shown in (
            self.header.issue_date, self.header.due_date, self.header.currency, self.header.language,
            self.header.subject, self.discount, self.memo, self.header.customer.name,
        )  # fmt: skip

    def _reveal(self, widget: QWidget) -> None:
        page = self.area.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            layout.activate()
        self.area.ensureWidgetVisible(widget, 0, self._theme.px(SPACE_XL))

    def _on_block_unfolded(self, block: Block) -> None:
        self.names.ask()
        focus = QApplication.focusWidget()
        if focus is not None and block.isAncestorOf(focus):
            self._reveal(block)

    def _on_draft_changed(self, before: Draft, after: Draft) -> None:
        if before.billing_address is not after.billing_address:
            self.header.customer.show_value(after.buyer)
        self.header.refresh_remarks()

    def _on_totals_changed(self, _totals: object) -> None:
        self.discount.refresh_remark()

    def _on_opened(self, _document: object) -> None:
        for editor in self._editors.values():
            editor.hide()
        self.area.verticalScrollBar().setValue(0)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = now
        while here is not None and here is not self and here is not self.grid:
            if isinstance(here, Field):
                self.current_path_changed.emit(told_path(self._store.draft, here.path))
                return
            here = here.parentWidget()

    def _on_edit_customer(self) -> None:
        editor = self._editors.get("buyer")
        if editor is not None and editor.isVisible():
            self._on_customer_done()
        else:
            self.edit_party("buyer")

    def _on_edit_seller(self) -> None:
        self.edit_party("seller")

    def _on_customer_done(self) -> None:
        self._editors["buyer"].hide()
        self.header.customer.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_seller_done(self) -> None:
        self._editors["seller"].hide()
        self.header.seller.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep_customer(self) -> None:
        self.keep_contact_requested.emit(self._store.draft.buyer)

    def _on_keep_seller(self) -> None:
        self.keep_seller_requested.emit(self._store.draft.seller)

    def _discount(self) -> Discount | None:
        return self._store.draft.discount

    def _discount_amount(self) -> str:
        totals = self._store.totals
        if self._store.draft.discount is None:
            return ""
        shown = number_text(abs(totals.discount), totals.decimals)
        return f"{MINUS}{shown}" if totals.discount >= 0 else f"+{shown}"
