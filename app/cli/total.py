"""`total`: every figure of a draft, and on request how each came about."""

from __future__ import annotations

from app.cli.console import answer, answer_json
from app.cli.exits import Exit
from app.cli.figures import steps_json, steps_table, totals_json, totals_table
from app.cli.files import read_draft
from app.domain.explain import explain
from app.domain.totals import compute


def print_totals(file: str, *, explained: bool, as_json: bool) -> Exit:
    """Print the totals of the draft in that file."""
    draft = read_draft(file)
    totals = compute(draft)
    steps = explain(draft, totals) if explained else ()
    if as_json:
        figures = totals_json(totals)
        if explained:
            figures["explanation"] = steps_json(steps, totals.decimals)
        answer_json(figures)
        return Exit.DONE
    answer(totals_table(draft, totals))
    if explained:
        answer("")
        answer(steps_table(steps, totals.decimals))
    return Exit.DONE
