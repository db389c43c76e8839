"""The bar under the form: every figure that counts, always in view, each with its explanation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.figures import Totals
from app.domain.problems import Problem
from app.ui.draft_store import DraftStore
from app.ui.theme import (
    FORM_MIN_WIDTH,
    SIZE_SHEET,
    SIZE_TITLE,
    SIZE_TOTAL,
    SPACE_S,
    SPACE_XL,
    Theme,
    set_role,
)
from app.ui.totals.figure import Figure
from app.ui.totals.shown_figures import Shown, between_figures, net_figure, payable_figure

if TYPE_CHECKING:
    from app.ui.totals.checks_panel import ChecksPanel
    from app.ui.totals.explain_panel import ExplainPanel


class TotalsBar(QWidget):
    """Figures, findings and the next act; explanations and findings unfold above it."""

    explain_requested = Signal(str)  # step key
    checks_requested = Signal()
    issue_requested = Signal()

    def __init__(self, store: DraftStore, theme: Theme) -> None:
        super().__init__()
        self._store = store
        self._theme = theme
        self._between: tuple[Shown, ...] = ()
        self._places: list[Figure] = []
        self._panels: list[QWidget] = []
        self.net = Figure(theme)
        self.more = Figure(theme, room_for="")
        self.total = Figure(theme, is_total=True)
        self.check = QPushButton()
        self.issue = QPushButton(self.tr("Issue"))
        set_role(self.issue, "primary")
        self._lay_out()
        self._connect()
        self._on_totals_changed(store.totals)
        self._on_problems_changed(store.problems)
        self._on_opened(None)

    @cached_property
    def explain_panel(self) -> ExplainPanel:
        """How a figure came about, made when it is first asked for."""
        from app.ui.totals.explain_panel import ExplainPanel

        panel = ExplainPanel(self._store, self._theme)
        self._hold_panel(panel)
        panel.closed.connect(self.total.setFocus)
        return panel

    @cached_property
    def checks_panel(self) -> ChecksPanel:
        """What is to be checked, made when it is first asked for."""
        from app.ui.totals.checks_panel import ChecksPanel

        panel = ChecksPanel(self._store, self._theme)
        self._hold_panel(panel)
        panel.closed.connect(self.check.setFocus)
        return panel

    def explain(self, key: str) -> None:
        """Unfold how this figure came about."""
        self._hide_panels()
        self.explain_panel.explain(key)
        self.explain_panel.show()
        self.explain_panel.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_checks(self) -> None:
        """Unfold the findings."""
        self._hide_panels()
        self.checks_panel.show()
        self.checks_panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the form: figures that have no room give way, they never push the window."""
        return QSize(self._theme.px(FORM_MIN_WIDTH), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_panel = next((panel for panel in self._panels if panel.isVisible()), None)
        if event.key() == Qt.Key.Key_Escape and open_panel is not None:
            open_panel.hide()
            (self.total if open_panel is self.explain_panel else self.check).setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _lay_out(self) -> None:
        self._bar = QFrame()
        set_role(self._bar, "foot")
        self._row = QHBoxLayout(self._bar)
        margin = self._theme.px(SPACE_XL - SPACE_S)
        self._row.setContentsMargins(margin, self._theme.px(SPACE_S), margin, self._theme.px(SPACE_S))
        self._row.setSpacing(self._theme.px(SPACE_S))
        self._row.addWidget(self.net)
        self._row.addWidget(self.more)
        self._row.addWidget(self.total)
        self._row.addStretch(1)
        self._row.addWidget(self.check)
        self._row.addSpacing(self._theme.px(SPACE_S))
        self._row.addWidget(self.issue)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # Else a bar that is a window of its own could not become narrower than what it shows now.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._bar)
        self._column = column

    def _connect(self) -> None:
        self._store.totals_changed.connect(self._on_totals_changed)
        self._store.problems_changed.connect(self._on_problems_changed)
        self._store.opened.connect(self._on_opened)
        self._theme.changed.connect(self._on_theme_changed)
        for figure in (self.net, self.more, self.total):
            figure.explain_asked.connect(self._on_explain_asked)
        self.check.clicked.connect(self._on_check_clicked)
        self.issue.clicked.connect(self.issue_requested)

    def _hold_panel(self, panel: QWidget) -> None:
        """Take a panel in above the bar, out of sight."""
        panel.hide()
        self._column.insertWidget(len(self._panels), panel)
        self._panels.append(panel)

    def _hide_panels(self) -> None:
        for panel in self._panels:
            panel.hide()

    def _place(self, index: int) -> Figure:
        while len(self._places) <= index:
            figure = Figure(self._theme, parent=self._bar)
            figure.explain_asked.connect(self._on_explain_asked)
            self._places.append(figure)
            self._row.insertWidget(len(self._places), figure)
            QWidget.setTabOrder(self._places[-2] if len(self._places) > 1 else self.net, figure)
        return self._places[index]

    def _fit(self) -> None:
        """Show as many figures as there is room for; the others are named by one that stands for them."""
        gap = self._row.spacing()
        margins = self._row.contentsMargins()
        shown_ends = [w for w in (self.net, self.check, self.issue) if not w.isHidden()]
        fixed = sum(w.minimumSizeHint().width() + gap for w in shown_ends)
        fixed += margins.left() + margins.right() + self._theme.px(SPACE_S) + gap
        room = self.width() - fixed
        for size in (SIZE_TOTAL, SIZE_SHEET, SIZE_TITLE):
            if self.total.needed_width(size) <= room or size == SIZE_TITLE:
                self.total.shrink_to(size)
                break
        room -= self.total.needed_width() + gap
        for place, shown in enumerate(self._between):
            self._place(place).show_figure(shown.key, shown.label, shown.amount)
        widths = [self._place(i).needed_width() + gap for i in range(len(self._between))]
        count = len(widths)
        if sum(widths) > room:
            room -= self.more.needed_width() + gap
            while count and sum(widths[:count]) > room:
                count -= 1
        for place, figure in enumerate(self._places):
            figure.setVisible(place < count)
        self._show_more(self._between[count:])

    def _show_more(self, hidden: tuple[Shown, ...]) -> None:
        self.more.setVisible(bool(hidden))
        if hidden:
            self.more.show_figure(
                "tax", self.tr("Others"), self.tr("+{count} more").format(count=len(hidden))
            )
            lines = "\n".join(f"{shown.label}: {shown.amount}" for shown in hidden)
            self.more.setToolTip(lines)
            self.more.setAccessibleName(lines)

    def _on_totals_changed(self, totals: Totals) -> None:
        net, total = net_figure(totals), payable_figure(totals)
        self.net.show_figure(net.key, net.label, net.amount)
        self.total.show_figure(total.key, total.label, total.amount)
        self._between = between_figures(totals)
        self._fit()

    def _on_problems_changed(self, problems: tuple[Problem, ...]) -> None:
        errors = sum(problem.severity == "error" for problem in problems)
        count = errors + sum(problem.severity == "warning" for problem in problems)
        self.check.setText(self.tr("{count} to check").format(count=count) if count else self.tr("ready"))
        set_role(self.check, "pill_bad" if errors else "pill_warn" if count else "pill_good")
        self.check.setAccessibleDescription(self.tr("Shows what is to be checked before issue."))
        self._fit()

    def _on_opened(self, _document: object) -> None:
        for figure in (self.net, self.more, self.total, *self._places):
            figure.start_over()
        self._hide_panels()
        is_draft = not self._store.is_read_only
        self.check.setVisible(is_draft)
        self.issue.setVisible(is_draft)
        self._fit()

    def _on_theme_changed(self) -> None:
        for figure in (self.net, self.more, self.total, *self._places):
            figure.take_theme()
        self._fit()

    def _on_explain_asked(self, key: str) -> None:
        self.explain(key)
        self.explain_requested.emit(key)

    def _on_check_clicked(self) -> None:
        if self.checks_panel.isVisible():
            self._hide_panels()
        else:
            self.show_checks()
            self.checks_requested.emit()
