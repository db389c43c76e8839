"""SIGKILL at any instant: what was acknowledged is there."""

from __future__ import annotations

import random
from pathlib import Path

from app.services.workspace import StoreLocation, Workspace
from tests.services.invoices import invoice
from tests.store.processes import worker

ROUNDS = 6


def test_every_acknowledged_edit_survives_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20_26)
    location = StoreLocation(tmp_path / "store")
    workspace = Workspace.open(location)
    document_id = workspace.create(invoice()).id
    workspace.close()
    recorded = 0
    for _ in range(ROUNDS):
        with worker("edit", str(tmp_path / "store"), document_id) as window:
            for _ in range(chance.randrange(1, 180)):
                recorded = int(window.heard())
            window.kill()
            recorded = max([recorded, *map(int, window.all_heard())])
        workspace = Workspace.open(location)
        found = workspace.open_document(document_id)
        count = len(found.history.steps)
        assert count in (recorded, recorded + 1), "at most the edit that was on its way is unknown"
        assert found.draft.subject == f"edit {count}"
        assert found.history.position == count
        assert [step.label for step in found.history.steps] == [f"Step {n + 1}" for n in range(count)]
        assert found.history.state(1).subject == "edit 1"
        workspace.close()
        recorded = count
