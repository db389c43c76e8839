"""`demo`: the whole journey of an invoice, without account, network or screen."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.console import answer, answer_json
from app.cli.exact import exact_json
from app.cli.exits import CommandFailed, Exit
from app.cli.figures import amount_text, steps_json, totals_json
from app.cli.files import explain_error, make_folder, write_result
from app.cli.plan import plan_json, today
from app.cli.practice import PROVIDER, sent_in_practice
from app.cli.proof import prove
from app.cli.send import sent_json
from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.domain.explain import explain
from app.domain.parties import Address, BankAccount, Party, TaxId
from app.domain.totals import compute
from app.services.paper import render_pdf
from app.services.picture import page_count, page_png
from app.services.samples import sample
from app.services.sending import plan_offline
from app.services.workspace import Profile, Series, StoreLocation, StoreProblem, Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.sending import EntryDetail

PRACTICE_FIRM: Final = Party(
    name="Atelier Vauquelin",
    legal_form="SARL au capital de 5 000 €",
    registration="RCS Lyon 999 000 011",
    email="bonjour@atelier-vauquelin.example",
    addresses=(
        Address(
            role="billing", line1="8 montée de la Grande-Côte", postal_code="69001", city="Lyon", country="FR"
        ),
    ),
    tax_ids=(TaxId(scheme="siren", value="999 000 011"), TaxId(scheme="vat", value="FR66999000011")),
    bank_accounts=(BankAccount(iban="FR76 9999 9000 0100 0000 1234 537", bic="EXPLFRPP"),),
)
"""Does not exist either; unlike the firms of the samples, an invoice of it can be issued."""
PRACTICE_SERIES: Final = Series(id="practice", pattern="PRACTICE-{year}-{counter:04}")


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the journey."""

    name: str
    content: bytes
    what: str


@dataclass(frozen=True, slots=True)
class PracticeInvoice:
    """What a practice store says of the document it issued."""

    number: str
    pdf: bytes
    pdf_sha256: str


def show_journey(folder_name: str, *, as_json: bool) -> Exit:
    """Make a sample invoice and everything that comes of it in that folder, and say what was made."""
    folder = Path(folder_name)
    make_folder(folder)
    draft = practice_draft()
    totals = compute(draft)
    steps = explain(draft, totals)
    proven = prove(steps, totals)
    issued = _issued_in_practice(folder, draft)
    draft_pdf = render_pdf(draft, totals, stage="draft")
    figures = {**totals_json(totals), "explanation": steps_json(steps, totals.decimals)}
    plan = plan_offline(draft, PROVIDER, {}, draft.issue_date or today())
    sent = _sent_in_practice(folder, draft)
    judgement = sent.judgement
    verdict = judgement.state if judgement else sent.entry.state
    differences = len(judgement.differences) if judgement else 0
    made = (
        Made("draft.json", draft_to_json(draft).encode(), "the draft, a file you can edit and render"),
        Made("draft.pdf", draft_pdf, f"its PDF, marked as a draft; pages: {page_count(draft_pdf)}"),
        Made("issued.pdf", issued.pdf, f"issued as {issued.number}; SHA-256 {issued.pdf_sha256[:16]}…"),
        Made("totals.json", _json_bytes(figures), f"every figure, with the {proven} steps behind it"),
        Made("page-1.png", page_png(issued.pdf), "a picture of its first page"),
        Made(
            "plan.json",
            f"{exact_json(plan_json(plan))}\n".encode(),
            f"what Pennylane would get: {len(plan.requests)} requests, {len(plan.fields)} fields",
        ),
        Made(
            "sent.json",
            _json_bytes(_lasting(sent_json(sent))),
            f"sent in practice, nothing left this machine; verdict: {verdict}, {differences} differences",
        ),
    )
    for file in made:
        write_result(folder / file.name, file.content)

    payable = f"{amount_text(totals.payable, totals.decimals)} {totals.currency}"
    proof = f"all {proven} steps behind the totals were worked out again and agree; {payable} to pay"
    if as_json:
        answer_json(
            {
                "folder": str(folder.resolve()),
                "files": [{"name": file.name, "bytes": len(file.content)} for file in made],
                "number": issued.number,
                "sha256": issued.pdf_sha256,
                "currency": totals.currency,
                "payable": amount_text(totals.payable, totals.decimals),
                "steps_proven": proven,
                "verdict": verdict,
            }
        )
    else:
        _tell(draft, folder, made, proof)
    return Exit.DONE


def _sent_in_practice(folder: Path, draft: Draft) -> EntryDetail:
    try:
        return sent_in_practice(draft, folder)
    except StoreProblem as problem:
        raise CommandFailed(
            Exit.FILE, f"{folder}: {problem.summary} {problem.detail} {problem.way_out}".rstrip()
        ) from None
    except OSError as error:
        raise CommandFailed(Exit.FILE, f"{folder}: cannot write here: {explain_error(error)}") from None


def _lasting(told: dict[str, Any]) -> dict[str, Any]:
    """Without what is another one every time."""
    return {name: value for name, value in told.items() if name not in ("entry", "document")}


def practice_draft() -> Draft:
    """The first sample, as an invoice of the practice firm."""
    return sample("atelier").edited(seller=PRACTICE_FIRM)


def _issued_in_practice(folder: Path, draft: Draft) -> PracticeInvoice:
    """The draft issued in a store of its own, which is gone afterwards: no real number is touched."""
    if draft.issue_date is None:
        raise ValueError("a practice invoice has the date of its sample")
    try:
        with tempfile.TemporaryDirectory(prefix="practice-", dir=folder, ignore_cleanup_errors=True) as own:
            workspace = Workspace.open(StoreLocation(folder=Path(own)))
            try:
                workspace.save_profile(Profile(seller=draft.seller, series=(PRACTICE_SERIES,)))
                document = workspace.create(draft.edited(series=PRACTICE_SERIES.id))
                record = workspace.issue(document.id, today=draft.issue_date).issued
                if record is None:
                    raise CommandFailed(
                        Exit.INTERNAL, "the practice store issued the invoice and lost its record"
                    )
                return PracticeInvoice(record.number, workspace.pdf_of(document.id), record.pdf_sha256)
            finally:
                workspace.close()
    except StoreProblem as problem:
        raise CommandFailed(
            Exit.FILE, f"{folder}: {problem.summary} {problem.detail} {problem.way_out}".rstrip()
        ) from None
    except OSError as error:
        raise CommandFailed(Exit.FILE, f"{folder}: cannot write here: {explain_error(error)}") from None


def _json_bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _tell(draft: Draft, folder: Path, made: Sequence[Made], proof: str) -> None:
    answer(f"An invoice of {draft.seller.name} to {draft.buyer.name}: {draft.subject}")
    answer("")
    for file in made:
        answer(f"  {file.name:<12} {len(file.content):>8,} bytes  {file.what}")
    answer("")
    answer(f"Proven: {proof}.")
    answer(f"Everything is in {folder.resolve()}")
