"""The one place where the composer is put together from the parts that others wrote."""

from __future__ import annotations

from typing import NamedTuple

from app.services.settings import Settings
from app.ui.draft_store import DraftStore
from app.ui.forms import ComposerForm
from app.ui.grid import LineGrid
from app.ui.jobs import Jobs
from app.ui.preview import PreviewPane
from app.ui.theme import Theme
from app.ui.totals import TotalsBar


class Parts(NamedTuple):
    """The parts of the composer, wired to one document store."""

    grid: LineGrid
    form: ComposerForm
    totals: TotalsBar
    preview: PreviewPane


def assemble(store: DraftStore, jobs: Jobs, theme: Theme, settings: Settings) -> Parts:
    """Make the parts; nothing here touches disk, database or page."""
    grid = LineGrid(store, theme)
    grid.set_compact(settings.compact_rows)
    preview = PreviewPane(store, theme, settings.preview_mode)
    grid.current_path_changed.connect(preview.show_path)
    form = ComposerForm(store, jobs, theme, grid)
    form.current_path_changed.connect(preview.show_path)
    return Parts(
        grid=grid,
        form=form,
        totals=TotalsBar(store, theme),
        preview=preview,
    )
