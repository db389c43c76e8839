"""A mail gives the files that may be invoices, and nothing else."""

from __future__ import annotations

from email.message import EmailMessage

from app.intake.mail import MOST_PARTS, parts_of
from app.intake.worker import Held, Reader
from tests.intake.papers import invoice_pdf, mail_with, picture_file


def test_attachments_come_with_safe_names_and_their_bytes() -> None:
    pdf = invoice_pdf()
    parts = parts_of(
        mail_with(("../../in voice.pdf", pdf), ("notes.txt", b"hello"), ("p.png", picture_file()))
    )
    assert [part.name for part in parts] == ["in voice.pdf", "p.png"]
    assert parts[0].content == pdf


def test_a_mail_in_a_mail_is_opened_too() -> None:
    inner = EmailMessage()
    inner.set_content(mail_with(("a.pdf", invoice_pdf())).decode())
    forwarded = mail_with(("forwarded.eml", mail_with(("a.pdf", invoice_pdf()))))
    assert [part.name for part in parts_of(forwarded)] == ["a.pdf"]


def test_a_logo_in_the_text_is_no_invoice() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "a@example.com", "b@example.com"
    mail.set_content("Hello")
    mail.add_alternative("<img src='cid:logo'>", subtype="html")
    mail.get_payload()[1].add_related(picture_file(), "image", "png", cid="<logo>")  # type: ignore[union-attr,index]
    assert parts_of(bytes(mail)) == []


def test_a_mail_of_very_many_parts_and_one_of_endless_mails_are_bounded() -> None:
    many = mail_with(*((f"{number}.pdf", b"%PDF-1.4") for number in range(3 * MOST_PARTS)))
    assert len(parts_of(many)) < MOST_PARTS
    nested = mail_with(("a.pdf", b"%PDF-1.4"))
    for _ in range(12):
        nested = mail_with(("m.eml", nested))
    assert parts_of(nested) == []


def test_broken_mails_are_no_fault() -> None:
    whole = mail_with(("a.pdf", invoice_pdf()))
    for cut in range(0, len(whole), 97):
        parts_of(whole[:cut])
    parts_of(b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=\n\n--\n--\n")
    parts_of(b"From: a\nTo: b\nContent-Disposition: attachment; filename*=utf-8''%ff%fe\n\n%PDF-")


def test_the_reader_reads_a_mail_by_its_invoice_and_names_the_other_files(reader: Reader) -> None:
    invoice = invoice_pdf()
    mail = Held("mail.eml", mail_with(("terms.pdf", b"%PDF-1.4 broken"), ("invoice.pdf", invoice)))
    reading = reader.read(mail)
    assert (reading.kind, reading.fields["gross"].value) == ("invoice", "120")
    assert [(remark.code, remark.params) for remark in reading.warnings[:2]] == [
        ("mail_attachment", {"name": "invoice.pdf"}),
        ("mail_has_more", {"count": "1", "names": "terms.pdf"}),
    ]
    assert reader.attachments(mail) == [
        Held("terms.pdf", b"%PDF-1.4 broken"),
        Held("invoice.pdf", invoice),
    ]


def test_a_mail_without_files_says_so(reader: Reader) -> None:
    reading = reader.read(Held("mail.eml", mail_with()))
    assert reading.error is not None
    assert reading.error.code == "mail_without_files"
