"""`read` says what suppliers' files say: an object a line, a line of error for a bad file, and it learns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.intake.worker import Reader
from app.services.intake.desk import IntakeDesk
from app.store.opening import open_database
from app.store.records import StoreLocation
from tests.cli.conftest import Factotum, Ran
from tests.intake.papers import content_stream, invoice_pdf, mail_with, pdf_of, saved

UNLABELLED = [
    (60, 780, 16, "Imprimerie Bellecour"),
    (60, 765, 8, "TVA FR44732829320"),
    (60, 600, 10, "Dossier"),
    (200, 600, 10, "{number}"),
    (60, 585, 10, "Le 04/03/2026"),
    (60, 500, 10, "HT"),
    (200, 500, 10, "100,00"),
    (60, 485, 10, "TVA 20 %"),
    (200, 485, 10, "20,00"),
    (60, 470, 10, "TTC"),
    (200, 470, 10, "120,00 EUR"),
]
"""An invoice whose number stands beside a word that means something else elsewhere."""


RIGHT = {
    "supplier_name": "Imprimerie Bellecour",
    "invoice_number": "AB/77/01",
    "date": "2026-03-04",
    "due_date": None,
    "currency": "EUR",
    "net": 100.00,
    "tax": 20,
    "gross": "120.00",
    "remark": "passed over",
}


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / "facture.pdf"
    path.write_bytes(invoice_pdf())
    return path


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def objects(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_file_is_one_object_on_one_line(factotum: Factotum, invoice: Path, state: Path) -> None:
    ran = factotum("read", invoice, "--state", state)
    assert (ran.code, ran.err) == (0, "")
    [said] = objects(ran)
    assert (said["file"], said["kind"], said["error"]) == (str(invoice), "invoice", None)
    fields = said["fields"]
    assert fields["invoice_number"]["value"] == "F-2026-0042"
    assert fields["date"]["value"] == "2026-03-12"
    assert fields["due_date"]["value"] == "2026-04-11"
    assert [fields[name]["value"] for name in ("net", "tax", "gross", "currency")] == [
        "100",
        "20",
        "120",
        "EUR",
    ]
    gross = fields["gross"]
    assert (gross["source"], gross["page"], len(gross["box"])) == ("text", 1, 4)
    assert not state.exists()


def test_a_bad_file_costs_one_line_and_the_others_are_read(
    factotum: Factotum, invoice: Path, state: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"\xff\n" * 5_000)
    gone = tmp_path / "gone\n.pdf"
    ran = factotum("read", broken, gone, invoice, "--state", state)
    assert ran.code == 3
    said = objects(ran)
    assert [each["kind"] for each in said] == ["unreadable", "unreadable", "invoice"]
    assert [each["error_code"] for each in said] == ["pdf_damaged", "file_gone", None]
    assert [each["file"] for each in said] == [str(broken), str(gone), str(invoice)]
    assert len(ran.messages) == 2
    assert "Download it again" in ran.messages[0]


def test_names_come_from_stdin_one_a_line(factotum: Factotum, invoice: Path, state: Path) -> None:
    ran = factotum("read", "--stdin", "--state", state, stdin=f"{invoice}\n\n{invoice}\r\n".encode())
    assert (ran.code, len(objects(ran))) == (0, 2)


def test_a_file_may_come_on_stdin(factotum: Factotum, state: Path) -> None:
    [said] = objects(factotum("read", "-", "--state", state, stdin=invoice_pdf()))
    assert (said["file"], said["fields"]["gross"]["value"]) == ("-", "120")


def test_a_terminal_gets_a_line_for_a_person(factotum: Factotum, invoice: Path, state: Path) -> None:
    ran = factotum("read", invoice, "--state", state, is_terminal=True)
    [line] = ran.out.splitlines()
    assert line.startswith(f"{invoice}  invoice  ")
    assert "F-2026-0042" in line


def test_a_mail_says_which_attachment_was_read(factotum: Factotum, state: Path, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(mail_with(("facture.pdf", invoice_pdf())))
    [said] = objects(factotum("read", path, "--state", state))
    assert said["fields"]["gross"]["value"] == "120"
    assert said["warnings"][0]["message"] == "Read from the mail’s attachment “facture.pdf”."


def test_an_answer_teaches_the_next_file_of_that_supplier(
    factotum: Factotum, state: Path, tmp_path: Path
) -> None:
    first, second = (paper(tmp_path, number) for number in ("AB/77/01", "AB/77/02"))
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps(RIGHT), "utf-8")
    [before] = objects(factotum("read", second, "--state", state))
    taught = factotum("read", "--learn", first, answer, "--state", state)
    assert (taught.code, taught.err) == (0, "")
    [after] = objects(factotum("read", second, "--state", state))
    assert before["fields"].get("invoice_number", {}).get("value") != "AB/77/02"
    number = after["fields"]["invoice_number"]
    assert (number["value"], number["source"]) == ("AB/77/02", "learned")
    assert after["fields"]["gross"]["value"] == "120"


def paper(folder: Path, number: str) -> Path:
    runs = [(x, y, size, text.format(number=number)) for x, y, size, text in UNLABELLED]
    path = folder / f"{number.replace('/', '-')}.pdf"
    path.write_bytes(saved(pdf_of(content_stream(*runs))))
    return path


def test_what_is_taught_here_is_known_in_the_window_and_the_other_way_round(
    factotum: Factotum, state: Path, tmp_path: Path
) -> None:
    first, second = (paper(tmp_path, number) for number in ("AB/77/01", "AB/77/02"))
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps(RIGHT), "utf-8")
    assert factotum("read", "--learn", first, answer, "--state", state).code == 0
    database = open_database(StoreLocation(folder=state))
    reader = Reader()
    try:
        desk = IntakeDesk(database, reader)
        assert [known.described.name for known in desk.learning.learnt()] == ["Imprimerie Bellecour"]
        [file] = desk.take_in(second)
        document = desk.read(file.id)
        assert document is not None
        assert document.reading is not None
        assert document.reading.fields["invoice_number"].source == "learned"
        with database.writing():  # as a window does that is just keeping something
            [said] = objects(factotum("read", second, "--state", state))
        assert said["fields"]["invoice_number"]["source"] == "learned"
        desk.learning.forget(desk.learning.learnt()[0].described.key)
    finally:
        reader.close()
        database.close()
    [said] = objects(factotum("read", second, "--state", state))
    assert said["fields"].get("invoice_number", {}).get("source") != "learned"


def test_the_suppliers_the_provider_has_are_taken_from_a_file(
    factotum: Factotum, invoice: Path, state: Path, tmp_path: Path
) -> None:
    known = tmp_path / "suppliers.json"
    known.write_text(
        '[{"id": 7, "name": "Le Pont", "vat": "FR44732829320"}, {"id": "8", "name": "X"}]', "utf-8"
    )
    [said] = objects(factotum("read", invoice, "--suppliers", known, "--state", state))
    assert said["fields"]["supplier_name"]["value"] == "Le Pont"


@pytest.mark.parametrize(
    ("option", "content", "told"),
    [
        ("--suppliers", "{", "not JSON"),
        ("--suppliers", "{}", "array"),
        ("--suppliers", "[1]", "supplier 1"),
        ("--suppliers", '[{"name": "X"}]', "lacks its id"),
        ("--learn", "[]", "object"),
        ("--learn", "{}", "none of the fields"),
        ("--learn", '{"gross": "a lot"}', "gross is no amount"),
        ("--learn", '{"date": "04/03/2026"}', "2026-03-31"),
        ("--learn", '{"net": true}', "net"),
        ("--learn", '{"gross": "1"}', "supplier_name"),
    ],
)
def test_what_is_given_beside_the_files_is_checked(
    factotum: Factotum, invoice: Path, state: Path, tmp_path: Path, option: str, content: str, told: str
) -> None:
    beside = tmp_path / "beside.json"
    beside.write_text(content, "utf-8")
    given = [option, beside] if option == "--suppliers" else [option, invoice, beside]
    ran = factotum("read", *given, *([invoice] if option == "--suppliers" else []), "--state", state)
    assert (ran.code, ran.out, len(ran.messages)) == (3, "", 1)
    assert told in ran.err
    assert not state.exists()


def test_what_cannot_be_learned_or_was_not_learned_here_is_said(
    factotum: Factotum, invoice: Path, state: Path, tmp_path: Path
) -> None:
    state.mkdir()
    (state / "factotum.sqlite3").write_text(
        "not a store of ours, but long enough to look like one" * 40, "utf-8"
    )
    ran = factotum("read", invoice, "--state", state)
    assert (ran.code, len(ran.messages)) == (3, 1)
    assert "--state" in ran.err
    assert (state / "factotum.sqlite3").read_text("utf-8").startswith("not a store of ours")
    answer = tmp_path / "answer.json"
    answer.write_text('{"supplier_name": "X", "gross": "1"}', "utf-8")
    ran = factotum("read", "--learn", tmp_path / "gone.pdf", answer, "--state", tmp_path / "other")
    assert (ran.code, ran.out, len(ran.messages)) == (3, "", 1)
    (tmp_path / "file").write_text("", "utf-8")
    ran = factotum("read", "--learn", invoice, answer, "--state", tmp_path / "file")
    assert (ran.code, ran.out, len(ran.messages)) == (3, "", 1)


def test_without_a_file_the_command_says_what_it_wants(factotum: Factotum) -> None:
    ran = factotum("read")
    assert (ran.code, len(ran.messages)) == (2, 1)
    assert "--stdin" in ran.err


def test_the_program_by_itself_reads_and_leaves_no_process_behind(invoice: Path, state: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "app", "read", str(invoice), "--state", str(state)],
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ,
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["fields"]["gross"]["value"] == "120"
