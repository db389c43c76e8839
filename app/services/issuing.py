"""Issuing: the number, the snapshot, the page and their hashes in one transaction, or nothing at all.

The page is rendered before the write lock is taken, for the number that is next at that moment; under
the lock the number is taken for good, and only if someone else was quicker is the page rendered
again. So another window waits for a few milliseconds, not for a page of a thousand lines, and still no
number is lost or given twice.
"""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection

from app.domain.codec import draft_to_json
from app.domain.draft import SCHEMA_VERSION, DocumentKind, Draft, PaymentTerms
from app.domain.figures import Totals
from app.domain.problems import Problem
from app.domain.totals import compute
from app.services.drafts import (
    Drafts,
    journal_step,
    no_such_document,
    not_a_draft,
    now,
    refuse_if_on_its_way,
)
from app.services.history import HistoryStep, Kept
from app.services.opened import OpenedDocument
from app.store import archive, documents, journal, shelves
from app.store.archive import TakenNumber
from app.store.book import DEFAULT_SERIES, Profile, Series
from app.store.database import Database
from app.store.figures import totals_to_json
from app.store.problems import CannotIssue, PageDamaged, StoreProblem
from app.store.records import SeriesGaps

Render = Callable[[Draft, Totals], bytes]

RULES = f"factotum en16931-totals-1 draft-schema-{SCHEMA_VERSION}"
"""What was followed at issue, so that a later reader knows how the figures came about."""

_RACES = 3


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An issued document before it is one."""

    head: str
    source: Draft
    taken: TakenNumber
    draft: Draft
    totals: Totals
    step: journal.JournalStep
    kept: dict[str, str | int | bytes]


class Issuing:
    """Issue, credit and void over one database."""

    def __init__(self, database: Database, drafts: Drafts, render: Render) -> None:
        self._database = database
        self._drafts = drafts
        self._render = render

    def issue(self, document_id: str, today: date) -> OpenedDocument:
        """Give the draft the next number of its series and keep it for good.

        Raises CannotIssue with what is missing; whatever fails, no number is taken.
        """
        prepared: _Prepared | None = None
        for race in range(_RACES + 1):
            if race < _RACES:
                with self._database.reading() as connection:
                    prepared = self._prepare(connection, document_id, today, take=False, known=prepared)
            with self._database.writing() as connection:
                refuse_if_on_its_way(connection, document_id)
                ready = self._prepare(
                    connection, document_id, today, take=True, known=prepared, only_known=race < _RACES
                )
                if ready is not None:
                    self._keep(connection, document_id, ready)
                    break
                connection.rollback()
        self._drafts.forget(document_id)
        return self._drafts.open(document_id)

    def credit_note_of(self, document_id: str) -> OpenedDocument:
        """A draft credit note that cancels the issued invoice."""
        from app.domain.credit import credit_note_of

        opened = self._issued(document_id)
        if opened.draft.kind != "invoice":
            raise StoreProblem(
                "A credit note is not credited.", "", "Duplicate the invoice and issue it anew instead."
            )
        return self._drafts.create(credit_note_of(opened.draft))

    def void(self, document_id: str, reason: str) -> OpenedDocument:
        """Say that the issued document does not count; its number and record stay."""
        if not reason.strip():
            raise StoreProblem(
                "A void needs a reason.",
                "It is kept beside the number, for whoever asks.",
                "Write the reason.",
            )
        opened = self._issued(document_id)
        if opened.status != "issued":
            raise StoreProblem(
                f"{opened.draft.number} is {opened.status} already.", "", "Nothing is left to be done."
            )
        moment = now()
        with self._database.writing() as connection:
            head = journal.head_of(connection, document_id)
            if head is None or head.status != "issued":
                raise StoreProblem(
                    f"{opened.draft.number} was changed in another window.", "", "Open it again."
                )
            archive.add_void(connection, document_id, reason.strip(), moment)
            documents.set_status(connection, document_id, "void", moment)
            _settle_corrected(connection, document_id, moment)
        return self._drafts.open(document_id)

    def next_number(self, series_id: str, kind: DocumentKind, on: date) -> str:
        """The number the next document of that series would take; nothing is consumed."""
        with self._database.reading() as connection:
            series = _series_of(shelves.profile(connection), series_id, kind)
            return archive.next_number(connection, series, on).number

    def without_issued_number(self, draft: Draft) -> Draft:
        """The draft, without its number if a document of its series was issued here under it."""
        with self._database.reading() as connection:
            is_taken = archive.is_issued(connection, draft.series, draft.kind, draft.number)
        return draft.edited(number="") if is_taken else draft

    def gaps(self) -> list[SeriesGaps]:
        """The numbers in use and those without a valid document."""
        with self._database.reading() as connection:
            series = shelves.profile(connection).series
            return archive.gaps(connection, [*DEFAULT_SERIES, *series])

    def pdf_of(self, document_id: str) -> bytes:
        """The page as it was issued. Raises PageDamaged when its bytes are no longer those."""
        with self._database.reading() as connection:
            kept = archive.pdf_of(connection, document_id)
        if kept is None:
            self._issued(document_id)
            raise no_such_document(document_id)
        page, sha256 = kept
        if hashlib.sha256(page).hexdigest() != sha256:
            raise PageDamaged(
                "The stored page of this document is damaged.",
                "Its bytes no longer have the hash they were issued with.",
                "Take the page from a backup; the database is left as it is.",
            )
        return page

    def _issued(self, document_id: str) -> OpenedDocument:
        opened = self._drafts.open(document_id)
        if opened.issued is None:
            raise StoreProblem("This document is still a draft.", "", "A draft is simply changed or deleted.")
        return opened

    def _prepare(
        self,
        connection: Connection,
        document_id: str,
        today: date,
        *,
        take: bool,
        known: _Prepared | None,
        only_known: bool = False,
    ) -> _Prepared | None:
        """The document as it would be issued; None when `known` is overtaken and nothing else will do."""
        head = journal.head_of(connection, document_id) if take else _standing(connection, document_id)
        if head is None:
            raise no_such_document(document_id)
        if head.status != "draft":
            raise not_a_draft(document_id)
        source = (
            known.source
            if known is not None and known.head == head.change_id
            else journal.replay(connection, document_id).draft
        )
        on = source.issue_date or today
        series = _series_of(shelves.profile(connection), source.series, source.kind)
        taken = _number(connection, series, source.number, on, take=take)
        if known is not None and (known.head, known.taken) == (head.change_id, taken):
            return known
        if only_known:
            return None
        draft = _dated(source.edited(number=taken.number), on)
        totals = compute(draft)
        _refuse_errors(draft, totals)
        step = journal_step(HistoryStep(uuid4().hex, "Issue", None, datetime.now(UTC), Kept(source, draft)))
        kept = issued_columns(draft, totals, self._render(draft, totals))
        return _Prepared(head.change_id, source, taken, draft, totals, step, kept)

    def _keep(self, connection: Connection, document_id: str, ready: _Prepared) -> None:
        written = now()
        archive.add(connection, document_id, ready.taken, {"issued_at": written, **ready.kept})
        position = journal.position_of(connection, document_id) + 1
        entry = journal.JournalEntry(uuid4().hex, "push", position, ready.step)
        journal.append(connection, document_id, ready.head, [entry], written)
        journal.checkpoint(connection, document_id, ready.draft, position)
        documents.set_status(connection, document_id, "issued", written)
        documents.reindex(connection, document_id, ready.draft, ready.totals)
        _consume_next(connection, ready.taken)
        shelves.touch(
            connection,
            [ready.draft.buyer.contact_id],
            [line.product.catalogue_id for line in ready.draft.lines if line.product],
            written,
        )
        for named in {p.document_id for p in ready.draft.preceding_invoices if p.document_id}:
            archive.add_correction(connection, document_id, named)
        _settle_corrected(connection, document_id, written)


def issued_columns(draft: Draft, totals: Totals, pdf: bytes) -> dict[str, str | int | bytes]:
    """What is kept of an issued document beside its number: snapshot, figures, page, hashes."""
    text = draft_to_json(draft)
    return {
        "rules": RULES,
        "schema_version": SCHEMA_VERSION,
        "draft": text,
        "draft_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "totals": totals_to_json(totals),
        "pdf": pdf,
        "pdf_sha256": hashlib.sha256(pdf).hexdigest(),
    }


def _settle_corrected(connection: Connection, credit_note_id: str, written: str) -> None:
    """An invoice is credited while credit notes that stand name it for its whole gross."""
    for invoice_id in archive.corrected_by(connection, credit_note_id):
        head = journal.head_of(connection, invoice_id)
        if head is None or head.status not in ("issued", "credited"):
            continue
        status = "credited" if archive.is_credited(connection, invoice_id) else "issued"
        if status != head.status:
            documents.set_status(connection, invoice_id, status, written)


def due_date_of(terms: PaymentTerms, issued_on: date) -> date | None:
    """When the terms make a document of that day due; None when they name no number of days."""
    if terms.days is None:
        return None
    due = issued_on + timedelta(days=terms.days)
    if terms.end_of_month:
        due = due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return due


def _dated(draft: Draft, on: date) -> Draft:
    due = draft.due_date or due_date_of(draft.payment_terms, on)
    return draft.edited(issue_date=on, due_date=due)


def _standing(connection: Connection, document_id: str) -> journal.Head | None:
    row = documents.standing(connection, document_id)
    return None if row is None else journal.Head(row[1], row[0], False)


def _series_of(profile: Profile, series_id: str, kind: DocumentKind) -> Series:
    series = profile.series_of(series_id, kind)
    if series is None:
        raise StoreProblem(
            f"There is no series {series_id!r} for this kind of document.",
            "",
            "Choose a series of the profile in the document, or add this one to the profile.",
        )
    return series


def _number(connection: Connection, series: Series, given: str, on: date, *, take: bool) -> TakenNumber:
    if not given:
        return (
            archive.take_number(connection, series, on)
            if take
            else archive.next_number(connection, series, on)
        )
    taken = archive.adopt_number(connection, series, given, on, lock=take)
    if taken is None:
        problem = Problem("number", "number_taken", "error", {"number": given})
        raise CannotIssue((problem,), f"The number {given} is issued already in this series.")
    return taken


def _refuse_errors(draft: Draft, totals: Totals) -> None:
    from app.services.findings import check

    errors = tuple(problem for problem in check(draft, totals) if problem.severity == "error")
    if errors:
        raise CannotIssue(errors, ", ".join(f"{problem.path}: {problem.code}" for problem in errors[:5]))


def _consume_next(connection: Connection, taken: TakenNumber) -> None:
    """A number to continue from counts once: afterwards the series goes on by itself."""
    profile = shelves.profile(connection)
    if taken.counter is None:
        return
    series = tuple(
        s.model_copy(update={"next": None}) if (s.id, s.kind) == (taken.series, taken.kind) else s
        for s in profile.series
    )
    if series != profile.series:
        shelves.save_profile(connection, profile.model_copy(update={"series": series}))
