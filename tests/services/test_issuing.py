"""Issuing: one number a document, no gap, no change ever after, and nothing half done."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.draft import Draft
from app.domain.figures import Totals
from app.services.contacts import Contact, Profile, Series
from app.services.workspace import CannotIssue, NotADraft, OpenedDocument, StoreProblem, Workspace
from app.store.database import Database
from app.store.records import StoreLocation
from tests.conftest import OpenWorkspace, page_of
from tests.services.invoices import invoice, typed
from tests.store.processes import worker

MAY = date(2026, 5, 4)


def issued(workspace: Workspace, on: date = MAY, **members: Any) -> OpenedDocument:
    return workspace.issue(workspace.create(invoice(**members)).id, today=on)


def number(opened: OpenedDocument) -> str:
    assert opened.issued is not None
    return opened.issued.number


def test_an_issued_document_has_number_dates_page_and_hashes(workspace: Workspace) -> None:
    draft = workspace.create(invoice()).draft
    opened = workspace.issue(draft.id, today=MAY)
    record = opened.issued
    assert record is not None
    assert (opened.status, record.number, opened.draft.number) == ("issued", "F2026-0001", "F2026-0001")
    assert (opened.draft.issue_date, opened.draft.due_date) == (MAY, date(2026, 6, 3))
    assert opened.draft.edited(number="", issue_date=None, due_date=None) == draft
    page = workspace.pdf_of(draft.id)
    assert page == b"%PDF-1.7 F2026-0001 120.00"
    assert record.pdf_sha256 == hashlib.sha256(page).hexdigest()
    assert "schema" in record.rules
    card = workspace.cards("issued")[0]
    assert (card.number, str(card.payable), card.issue_date) == ("F2026-0001", "120.00", MAY)
    found = workspace.open_document(draft.id)
    assert (found.draft, found.issued) == (opened.draft, record)


def test_the_date_of_the_draft_decides_over_today(workspace: Workspace) -> None:
    opened = issued(workspace, issue_date="2025-12-31", due_date="2026-01-15", delivery_date="2025-12-31")
    assert number(opened) == "F2025-0001"
    assert opened.draft.due_date == date(2026, 1, 15)


def test_the_next_number_is_shown_without_being_taken(workspace: Workspace) -> None:
    for _ in range(2):
        assert workspace.next_number("default", "invoice", MAY) == "F2026-0001"
    assert number(issued(workspace)) == "F2026-0001"
    assert workspace.next_number("default", "invoice", MAY) == "F2026-0002"
    assert workspace.next_number("default", "credit_note", MAY) == "A2026-0001"
    assert workspace.next_number("default", "invoice", date(2027, 1, 1)) == "F2027-0001"


def test_a_series_starts_again_each_month_or_never(workspace: Workspace) -> None:
    workspace.save_profile(
        Profile(
            series=(
                Series(id="shop", pattern="S{yy}{month:02}-{counter:03}", reset="month"),
                Series(id="export", pattern="EX{counter:05}", reset="never"),
            )
        )
    )
    dates = (MAY, date(2026, 5, 30), date(2026, 6, 1))
    assert [number(issued(workspace, on, series="shop")) for on in dates] == [
        "S2605-001",
        "S2605-002",
        "S2606-001",
    ]
    years = (MAY, date(2027, 1, 1))
    assert [number(issued(workspace, on, series="export")) for on in years] == ["EX00001", "EX00002"]


def test_an_unknown_series_is_named(workspace: Workspace) -> None:
    with pytest.raises(StoreProblem, match="no series 'elsewhere'"):
        issued(workspace, series="elsewhere")


def test_continuing_another_program_skips_once_and_is_explained(workspace: Workspace) -> None:
    assert number(issued(workspace)) == "F2026-0001"
    workspace.save_profile(Profile(series=(Series(next=118),)))
    assert workspace.next_number("default", "invoice", MAY) == "F2026-0118"
    assert [number(issued(workspace)) for _ in range(2)] == ["F2026-0118", "F2026-0119"]
    assert workspace.profile().series[0].next is None
    assert number(issued(workspace, date(2027, 1, 2))) == "F2027-0001"
    report = {gap.period: gap for gap in workspace.gaps()}["2026"]
    assert (report.first, report.last) == (1, 119)
    skipped = report.missing[0]
    assert (skipped.reason, skipped.number, skipped.last_counter) == ("continued", "F2026-0002", 117)
    assert len(report.missing) == 1


def test_a_number_given_elsewhere_is_kept_and_unique(workspace: Workspace) -> None:
    assert number(issued(workspace, number="2026/A-9")) == "2026/A-9"
    assert number(issued(workspace, number="F2026-0002")) == "F2026-0002"
    with pytest.raises(CannotIssue, match="issued already"):
        issued(workspace, number="F2026-0002")
    assert [number(issued(workspace)) for _ in range(2)] == ["F2026-0001", "F2026-0003"]
    assert [gap.missing for gap in workspace.gaps()] == [()]


def test_what_is_missing_stops_the_issue_and_takes_no_number(workspace: Workspace) -> None:
    made = workspace.create(invoice(buyer="", rows=[]))
    with pytest.raises(CannotIssue) as refused:
        workspace.issue(made.id, today=MAY)
    assert {problem.severity for problem in refused.value.problems} == {"error"}
    assert workspace.open_document(made.id).status == "draft"
    assert number(issued(workspace)) == "F2026-0001"


def test_a_failing_page_takes_no_number_and_leaves_the_draft(open_workspace: OpenWorkspace) -> None:
    def broken(_draft: Draft, _totals: Totals) -> bytes:
        raise ArithmeticError("no glyph")

    failing, sound = open_workspace(render=broken), open_workspace()
    made = failing.create(invoice())
    with pytest.raises(ArithmeticError):
        failing.issue(made.id, today=MAY)
    assert failing.open_document(made.id).status == "draft"
    assert failing.gaps() == []
    assert number(sound.issue(made.id, today=MAY)) == "F2026-0001"


def test_an_issue_is_not_repeated(workspace: Workspace) -> None:
    opened = issued(workspace)
    with pytest.raises(NotADraft):
        workspace.issue(opened.id, today=MAY)
    assert workspace.next_number("default", "invoice", MAY) == "F2026-0002"


def test_who_is_quicker_gets_the_number_and_the_page_shows_the_right_one(
    open_workspace: OpenWorkspace,
) -> None:
    quick = open_workspace()
    overtaken: list[str] = []

    def slow(draft: Draft, totals: Totals) -> bytes:
        if len(overtaken) < 2:
            overtaken.append(draft.number)
            issued(quick)
        return page_of(draft, totals)

    opened = issued(open_workspace(render=slow))
    assert overtaken == ["F2026-0001", "F2026-0002"]
    assert number(opened) == "F2026-0003"
    assert b"F2026-0003" in quick.pdf_of(opened.id)
    assert [gap.missing for gap in quick.gaps()] == [()]


def test_an_edit_while_the_page_is_made_is_issued_too(open_workspace: OpenWorkspace) -> None:
    other = open_workspace()
    edits: list[str] = []

    def slow(draft: Draft, totals: Totals) -> bytes:
        if not edits:
            edits.append("late")
            opened = other.open_document(draft.id)
            other.record(draft.id, [typed(opened.history, subject="late")])
        return page_of(draft, totals)

    workspace = open_workspace(render=slow)
    assert issued(workspace).draft.subject == "late"


def test_two_processes_never_share_a_number_and_leave_no_gap(
    location: StoreLocation, open_workspace: OpenWorkspace
) -> None:
    open_workspace().close()
    place = location.url or str(location.folder)
    each = 12
    with worker("issue", place, str(each)) as one, worker("issue", place, str(each)) as two:
        for process in (one, two):
            assert process.heard() == "ready"
        for process in (one, two):
            process.tell()
        numbers = one.all_heard() + two.all_heard()
    assert sorted(numbers) == [f"F2026-{n:04}" for n in range(1, 2 * each + 1)]
    workspace = open_workspace()
    assert [gap.missing for gap in workspace.gaps()] == [()]
    pages = {card.number: workspace.pdf_of(card.id) for card in workspace.cards("issued")}
    assert all(page == f"page of {name}".encode() for name, page in pages.items())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE issued SET number = 'X'",
        "UPDATE issued SET pdf = ''",
        "DELETE FROM issued",
        "DELETE FROM documents",
        "UPDATE voids SET reason = 'x'",
        "DELETE FROM voids",
        "INSERT INTO voids (document_id, voided_at, reason) SELECT document_id, '', 'again' FROM voids",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_issued(
    statement: str, workspace: Workspace, location: StoreLocation
) -> None:
    opened = issued(workspace)
    workspace.void(opened.id, "sent to the wrong customer")
    database = Database(location)
    with pytest.raises(StoreProblem), database.writing() as connection:
        connection.execute(text(statement))
    database.close()
    assert number(workspace.open_document(opened.id)) == "F2026-0001"


def test_sqlite_refuses_to_replace_what_is_issued(workspace: Workspace, location: StoreLocation) -> None:
    opened = issued(workspace)
    database = Database(location)
    columns = "document_id, series, kind, period, counter, number, issued_at, rules, schema_version"
    columns += ", draft, draft_sha256, totals, pdf, pdf_sha256"
    verb = "INSERT OR REPLACE" if database.is_sqlite else "INSERT"
    with pytest.raises(StoreProblem), database.writing() as connection:
        connection.execute(text(f"{verb} INTO issued ({columns}) SELECT {columns} FROM issued"))
    database.close()
    assert number(workspace.open_document(opened.id)) == "F2026-0001"


def test_a_void_keeps_number_and_record_and_is_listed(workspace: Workspace) -> None:
    issued(workspace)
    second = issued(workspace)
    voided = workspace.void(second.id, "  sent twice ")
    assert voided.status == "void"
    assert voided.issued is not None
    assert (voided.issued.void_reason, voided.draft) == ("sent twice", second.draft)
    missing = workspace.gaps()[0].missing
    assert [(m.number, m.reason, m.explanation) for m in missing] == [("F2026-0002", "void", "sent twice")]
    assert number(issued(workspace)) == "F2026-0003"
    for reason, words in (("", "needs a reason"), ("again", "void already")):
        with pytest.raises(StoreProblem, match=words):
            workspace.void(second.id, reason)


def test_a_draft_is_neither_voided_nor_credited(workspace: Workspace) -> None:
    made = workspace.create(invoice())
    for act in (lambda: workspace.void(made.id, "x"), lambda: workspace.credit_note_of(made.id)):
        with pytest.raises(StoreProblem, match="still a draft"):
            act()
    with pytest.raises(StoreProblem, match="still a draft"):
        workspace.pdf_of(made.id)


def test_a_credit_note_marks_its_invoice_once_it_covers_it(workspace: Workspace) -> None:
    sold = issued(workspace)
    note = workspace.credit_note_of(sold.id)
    assert (note.status, note.draft.kind) == ("draft", "credit_note")
    assert note.draft.preceding_invoices[0].number == "F2026-0001"
    assert workspace.open_document(sold.id).status == "issued"
    credited = workspace.issue(note.id, today=MAY)
    assert number(credited) == "A2026-0001"
    assert workspace.open_document(sold.id).status == "credited"
    workspace.void(credited.id, "wrong customer")
    assert workspace.open_document(sold.id).status == "issued"
    with pytest.raises(StoreProblem, match="not credited"):
        workspace.credit_note_of(credited.id)


def test_a_partial_credit_note_leaves_the_invoice_standing(workspace: Workspace) -> None:
    sold = issued(workspace)
    note = workspace.credit_note_of(sold.id)
    rows = (note.draft.rows[0].model_copy(update={"unit_price": note.draft.rows[0].unit_price / 2}),)
    workspace.record(note.id, [typed(note.history, rows=rows)])
    workspace.issue(note.id, today=MAY)
    assert workspace.open_document(sold.id).status == "issued"
    rest = workspace.credit_note_of(sold.id)
    workspace.record(rest.id, [typed(rest.history, rows=rows)])
    workspace.issue(rest.id, today=MAY)
    assert workspace.open_document(sold.id).status == "credited"


def test_issued_documents_keep_the_parties_they_were_issued_with(workspace: Workspace) -> None:
    contact = workspace.save_contact(Contact(party=invoice().buyer))
    made = workspace.create(invoice().edited(buyer=contact.party))
    opened = workspace.issue(made.id, today=MAY)
    party = contact.party.model_copy(update={"name": "Renamed"})
    workspace.save_contact(contact.model_copy(update={"party": party}))
    assert workspace.open_document(made.id).draft == opened.draft
    assert workspace.open_document(made.id).draft.buyer.name == "Société Lumen"


def test_many_documents_one_after_the_other_leave_no_gap(workspace: Workspace) -> None:
    numbers = [number(issued(workspace)) for _ in range(15)]
    assert numbers == [f"F2026-{n:04}" for n in range(1, 16)]


def test_errors_of_the_database_are_told_as_such(location: StoreLocation, workspace: Workspace) -> None:
    workspace.counts()
    database = Database(location)
    with pytest.raises(StoreProblem) as told, database.reading() as connection:
        connection.execute(text("SELECT * FROM no_such_table"))
    assert isinstance(told.value.__cause__, DBAPIError)
    database.close()
