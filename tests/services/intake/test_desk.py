"""From a file to the archive: nothing altered, nothing twice, everything can be taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.services.intake import Answer, CannotFile, NotTaken
from app.services.intake.desk import IntakeDesk
from app.services.intake.documents import Document
from app.store.database import Database
from tests.services.intake.papers import Bill, bill_pdf

Read = Callable[..., Document]


def test_a_file_is_kept_byte_for_byte_and_read(desk: IntakeDesk, folder: Path) -> None:
    content = bill_pdf()
    path = folder / "bill.pdf"
    path.write_bytes(content)
    [file] = desk.take_in(path)
    assert file.state == "reading"
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    document = desk.read(file.id)
    assert document is not None
    assert document.file.state == "to_review"
    assert document.file.supplier_name == "Quincaillerie Brunel SARL"
    assert document.file.gross == "240"
    assert desk.original(file.id) == content
    assert path.read_bytes() == content


def test_what_was_not_read_is_read_by_the_next_start(
    desk: IntakeDesk, database: Database, reader: object
) -> None:
    [file] = desk.take_in_content("bill.pdf", bill_pdf())
    later = IntakeDesk(database, reader)  # type: ignore[arg-type]
    assert [each.id for each in later.unread()] == [file.id]
    later.read(file.id)
    assert later.unread() == []


def test_files_that_cannot_be_taken_say_why(desk: IntakeDesk, folder: Path) -> None:
    with pytest.raises(NotTaken) as gone:
        desk.take_in(folder / "nowhere.pdf")
    assert gone.value.remark.code == "file_gone"
    with pytest.raises(NotTaken) as no_file:
        desk.take_in(folder)
    assert no_file.value.remark.code == "file_not_readable"
    assert desk.queue() == []


def test_a_file_nobody_can_read_stays_in_the_queue_with_its_reason(read: Read) -> None:
    document = read(b"%PDF-1.7 and then nothing")
    assert document.reading is not None
    assert document.reading.error is not None
    assert document.file.state == "to_review"
    assert not document.is_ready


def test_of_a_mail_its_attachments_come_in(desk: IntakeDesk) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Two bills"
    mail.set_content("Please find attached.")
    for name, number in (("one.pdf", "QB-1"), ("../two.pdf", "QB-2")):
        mail.add_attachment(
            bill_pdf(Bill(number=number)), maintype="application", subtype="pdf", filename=name
        )
    files = desk.take_in_content("mail.eml", mail.as_bytes())
    assert [file.name for file in files] == ["one.pdf", "two.pdf"]
    assert desk.original(files[1].id) == bill_pdf(Bill(number="QB-2"))


def test_the_same_bytes_are_said_to_be_there_already(read: Read) -> None:
    first = read(bill_pdf(), "a.pdf")
    second = read(bill_pdf(), "b.pdf")
    assert first.duplicate is None
    assert second.duplicate is not None
    assert (second.duplicate.kind, second.duplicate.other.id) == ("same_file", first.id)


def test_the_same_bytes_are_said_to_be_in_the_bin(desk: IntakeDesk, read: Read) -> None:
    first = read(bill_pdf())
    desk.discard(first.id)
    second = read(bill_pdf())
    assert second.duplicate is not None
    assert second.duplicate.other.state == "bin"


def test_the_same_number_and_total_is_probably_the_same_invoice(read: Read) -> None:
    first = read(bill_pdf())
    again = read(bill_pdf(Bill(street="Scanned again 5")))
    assert again.duplicate is not None
    assert (again.duplicate.kind, again.duplicate.other.id) == ("same_invoice", first.id)


def test_the_same_number_with_another_total_is_said_as_such(read: Read) -> None:
    read(bill_pdf())
    other = read(bill_pdf(Bill(net="300,00", tax="60,00", gross="360,00")))
    assert other.duplicate is not None
    assert other.duplicate.kind == "other_total"


def test_the_same_number_of_another_supplier_is_no_duplicate(read: Read) -> None:
    read(bill_pdf())
    other = read(bill_pdf(Bill(supplier="Imprimerie du Lac SAS", vat_id="FR44732829320")))
    assert other.duplicate is None


def test_numbers_are_compared_without_their_punctuation(read: Read) -> None:
    read(bill_pdf(Bill(number="QB-2026-0117")))
    other = read(bill_pdf(Bill(number="QB/2026/0117")))
    assert other.duplicate is not None


def test_a_kept_duplicate_is_kept_for_good(desk: IntakeDesk, read: Read) -> None:
    read(bill_pdf())
    second = read(bill_pdf())
    kept = desk.answer(second.id, Answer(is_kept_apart=True))
    assert kept is not None
    assert kept.answer.is_kept_apart


def test_a_correction_counts_over_the_reading_and_is_there_after_a_restart(
    desk: IntakeDesk, database: Database, reader: object, read: Read
) -> None:
    document = read(bill_pdf())
    desk.answer(document.id, Answer({"invoice_number": "QB-9"}))
    later = IntakeDesk(database, reader).document(document.id)  # type: ignore[arg-type]
    assert later is not None
    assert later.answer.values == {"invoice_number": "QB-9"}
    assert later.file.number_key == "qb9"


def test_an_accepted_document_leaves_the_queue_and_can_be_taken_back(desk: IntakeDesk, read: Read) -> None:
    document = read(bill_pdf())
    filed = desk.accept(document.id, Answer())
    assert filed is not None
    assert (filed.file.state, filed.file.decision) == ("filed", "accepted")
    assert desk.queue() == []
    assert [each.id for each in desk.shelf("filed", "brunel")] == [document.id]
    assert desk.shelf("filed", "elsewhere") == []
    desk.take_back(document.id)
    assert [each.id for each in desk.queue()] == [document.id]


def test_a_document_whose_sums_are_wrong_is_not_accepted_and_the_answer_is_kept(
    desk: IntakeDesk, read: Read
) -> None:
    document = read(bill_pdf())
    with pytest.raises(CannotFile) as refused:
        desk.accept(document.id, Answer({"gross": "250"}))
    [problem] = refused.value.problems
    assert (problem.code, problem.params["sum"], problem.params["gross"]) == (
        "intake_sums_wrong",
        "240",
        "250",
    )
    kept = desk.document(document.id)
    assert kept is not None
    assert (kept.file.state, kept.answer.values) == ("to_review", {"gross": "250"})


def test_a_cent_is_said_and_borne(desk: IntakeDesk, read: Read) -> None:
    document = read(bill_pdf())
    answered = desk.answer(document.id, Answer({"gross": "240.01"}))
    assert answered is not None
    assert [(p.code, p.severity) for p in answered.problems if p.path == "gross"] == [
        ("intake_sums_differ", "warning")
    ]
    assert answered.errors == ()


def test_what_is_no_invoice_can_be_archived_as_it_is(desk: IntakeDesk, read: Read) -> None:
    document = read(b"not an invoice at all", "contract.txt")
    kept = desk.keep(document.id)
    assert kept is not None
    assert (kept.file.state, kept.file.decision) == ("filed", "kept")


def test_a_pdf_is_split_into_documents_and_put_together_again(desk: IntakeDesk, read: Read) -> None:
    bills = [Bill(number=f"QB-{n}") for n in (1, 2, 3)]
    whole = read(bill_pdf(*bills))
    parts = desk.split(whole.id, [3])
    assert [(part.first_page, part.last_page) for part in parts] == [(1, 2), (3, 3)]
    last = desk.read(parts[1].id)
    assert last is not None
    assert last.reading is not None
    assert last.reading.fields["invoice_number"].value == "QB-3"
    assert {each.id for each in desk.queue()} == {part.id for part in parts}
    assert desk.original(whole.id) == bill_pdf(*bills)
    desk.undo_pieces([part.id for part in parts], [whole.id])
    assert [each.id for each in desk.queue()] == [whole.id]
    assert desk.document(parts[0].id) is None


def test_documents_are_merged_into_one_and_apart_again(desk: IntakeDesk, read: Read) -> None:
    one, two = read(bill_pdf(Bill(number="QB-1"))), read(bill_pdf(Bill(number="QB-2")))
    made = desk.merge([one.id, two.id])
    assert made is not None
    document = desk.read(made.id)
    assert document is not None
    assert document.reading is not None
    assert document.reading.page_count == 2
    assert [each.id for each in desk.queue()] == [made.id]
    desk.undo_pieces([made.id], [one.id, two.id])
    assert {each.id for each in desk.queue()} == {one.id, two.id}


def test_one_correction_teaches_the_next_invoice_of_that_supplier(desk: IntakeDesk, read: Read) -> None:
    first = read(bill_pdf(Bill(number="QB-1")))
    assert first.reading is not None
    assert first.reading.fields["supplier_name"].value != "Brunel"
    waiting = read(bill_pdf(Bill(number="QB-2")))
    desk.accept(first.id, Answer({"supplier_name": "Brunel"}))
    fresh = desk.learn(first.id)
    assert [document.id for document in fresh] == [waiting.id]
    for document in (*fresh, read(bill_pdf(Bill(number="QB-3")))):
        assert document.reading is not None
        name = document.reading.fields["supplier_name"]
        assert (name.value, name.source) == ("Brunel", "learned")


def test_what_was_learned_is_seen_and_forgotten(desk: IntakeDesk, read: Read) -> None:
    first = read(bill_pdf(Bill(number="QB-1")))
    desk.accept(first.id, Answer({"supplier_name": "Brunel"}))
    desk.learn(first.id)
    [learnt] = desk.learning.learnt()
    assert learnt.described.name == "Brunel"
    desk.learning.forget(learnt.described.key)
    assert desk.learning.learnt() == []
    after = read(bill_pdf(Bill(number="QB-2")))
    assert after.file.supplier_name == "Quincaillerie Brunel SARL"


def test_a_document_a_person_has_touched_is_not_read_anew_behind_her(desk: IntakeDesk, read: Read) -> None:
    first, touched = read(bill_pdf(Bill(number="QB-1"))), read(bill_pdf(Bill(number="QB-2")))
    desk.answer(touched.id, Answer({"supplier_name": "My own words"}))
    desk.accept(first.id, Answer({"supplier_name": "Brunel"}))
    assert desk.learn(first.id) == []


def test_pages_of_what_was_parted_and_joined_stay_turned(desk: IntakeDesk, read: Read) -> None:
    whole = read(bill_pdf(Bill(number="QB-1"), Bill(number="QB-2")), "two.pdf")
    desk.turn(whole.id, 2, 90)
    parts = [desk.read(part.id) for part in desk.split(whole.id, [2])]
    assert [part.turns for part in parts if part is not None] == [{}, {1: 90}]
    joined = desk.merge([part.id for part in parts if part is not None])
    assert joined is not None
    again = desk.document(joined.id)
    assert again is not None
    assert again.turns == {2: 90}


def test_emptying_the_bin_removes_what_lies_in_it_and_nothing_else(desk: IntakeDesk, read: Read) -> None:
    kept, gone = read(bill_pdf(Bill(number="QB-1"))), read(bill_pdf(Bill(number="QB-2")))
    desk.discard(gone.id)
    assert desk.empty_bin() == 1
    assert desk.document(gone.id) is None
    assert desk.shelf("bin") == []
    assert desk.original(kept.id) == bill_pdf(Bill(number="QB-1"))


def test_what_was_removed_unread_is_read_when_it_comes_back(desk: IntakeDesk) -> None:
    [file] = desk.take_in_content("bill.pdf", bill_pdf(Bill()))
    desk.discard(file.id)
    assert desk.unread() == []
    desk.take_back(file.id)
    assert [each.id for each in desk.unread()] == [file.id]
