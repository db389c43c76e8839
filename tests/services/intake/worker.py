"""`python -m tests.services.intake.worker FOLDER`: takes files in until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from app.intake.worker import Reader
from app.services.intake.answers import Answer
from app.services.intake.desk import IntakeDesk
from app.store.opening import open_database
from app.store.records import StoreLocation


def main(folder: str) -> None:
    desk = IntakeDesk(open_database(StoreLocation(Path(folder), busy_timeout_s=60)), Reader())
    count = 0
    while True:
        count += 1
        [file] = desk.take_in_content(f"{count}.pdf", b"%PDF-" + str(count).encode() * 20_000)
        sys.stdout.write(f"file {file.id} {count}\n")
        sys.stdout.flush()
        desk.answer(file.id, Answer({"invoice_number": str(count)}))
        sys.stdout.write(f"answer {file.id} {count}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
