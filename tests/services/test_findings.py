"""The firm of the sample never issues a real document."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.parties import BankAccount
from app.domain.totals import compute
from app.services.findings import check
from app.services.samples import SAMPLES, sample
from app.services.wording import problem_text
from app.services.workspace import CannotIssue, Workspace
from tests.services.invoices import invoice


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_sample_says_whose_it_is(name: str) -> None:
    draft = sample(name)
    first = check(draft, compute(draft))[0]
    assert (first.path, first.code, first.severity) == ("seller.name", "sample_seller", "error")
    for language in ("en", "fr"):
        message, way_out = problem_text(first, language)
        assert draft.seller.name in message
        assert "Ctrl+M" in way_out


def test_what_is_left_of_the_sample_under_another_name_is_named_by_its_field() -> None:
    seller = sample("atelier").seller.model_copy(update={"name": "Mine"})
    draft = sample("atelier").edited(seller=seller)
    paths = [problem.path for problem in check(draft, compute(draft)) if problem.code == "sample_value"]
    assert paths == ["seller.tax_ids", "seller.tax_ids", "seller.bank_accounts", "seller.email"]
    paid_elsewhere = draft.edited(
        seller=invoice().seller, bank_account=BankAccount(iban="fr7630006000011234567890189")
    )
    left = [p.path for p in check(paid_elsewhere, compute(paid_elsewhere)) if p.code == "sample_value"]
    assert left == ["bank_account"]


def test_ones_own_firm_is_not_taken_for_the_sample() -> None:
    draft = invoice()
    assert not [p for p in check(draft, compute(draft)) if p.code.startswith("sample")]


def test_the_sample_takes_no_number(workspace: Workspace) -> None:
    opened = workspace.create(sample("atelier"))
    with pytest.raises(CannotIssue) as refused:
        workspace.issue(opened.id, today=date(2026, 5, 4))
    assert refused.value.problems[0].code == "sample_seller"
    assert workspace.next_number("default", "invoice", date(2026, 11, 21)) == "F2026-0001"


def test_a_number_that_is_issued_already_is_a_finding_at_its_field(workspace: Workspace) -> None:
    workspace.issue(workspace.create(invoice(number="X-7")).id, today=date(2026, 5, 4))
    with pytest.raises(CannotIssue) as refused:
        workspace.issue(workspace.create(invoice(number="X-7")).id, today=date(2026, 5, 4))
    assert [problem.path for problem in refused.value.problems] == ["number"]
    assert "X-7" in problem_text(refused.value.problems[0], "fr")[0]


def test_a_file_of_an_issued_document_comes_in_as_a_draft_without_its_number(workspace: Workspace) -> None:
    issued = workspace.issue(workspace.create(invoice()).id, today=date(2026, 5, 4))
    taken_in = workspace.take_in(issued.draft)
    assert (taken_in.status, taken_in.draft.number) == ("draft", "")
    assert taken_in.id != issued.id
    given_elsewhere = workspace.take_in(invoice(number="2025-118"))
    assert given_elsewhere.draft.number == "2025-118"
