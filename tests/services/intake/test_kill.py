"""SIGKILL at any instant: each file that was taken in is there whole, and so is each answer."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from app.intake.worker import Reader
from app.services.intake.desk import IntakeDesk
from app.store.opening import open_database
from app.store.records import StoreLocation

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = 3


def test_every_file_and_answer_that_was_acknowledged_survives_a_kill(tmp_path: Path, reader: Reader) -> None:
    chance = random.Random(20_26)
    for _ in range(ROUNDS):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.services.intake.worker", str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            heard = [process.stdout.readline() for _ in range(chance.randrange(1, 60))]
            process.kill()
            heard += [line for line in process.stdout if line.endswith("\n")]
        database = open_database(StoreLocation(tmp_path))
        desk = IntakeDesk(database, reader)
        for line in heard:
            said, file_id, count = line.split()
            document = desk.document(file_id)
            assert document is not None
            assert desk.original(file_id) == b"%PDF-" + count.encode() * 20_000
            if said == "answer":
                assert document.answer.values == {"invoice_number": count}
        assert {file.id for file in desk.unread()} >= {line.split()[1] for line in heard}
        database.close()
