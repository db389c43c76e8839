"""`self-test`: proves the installation, one line a proof."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from app.cli.arguments import LANGUAGES
from app.cli.console import answer, answer_json, finish_answers
from app.cli.exits import Exit

Proof = Callable[[], str]
"""Says what was seen; raises when it is not as it must be."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one proof."""

    name: str
    is_ok: bool
    seen: str


def print_proofs(prove_window: Proof, *, as_json: bool) -> Exit:
    """Run every proof, also after one has failed; the exit code says whether all held."""
    outcomes = []
    for name, proof in (
        ("files", _prove_files),
        ("totals", _prove_totals),
        ("fonts", _prove_fonts),
        *((f"page in {language}", _page_proof(language)) for language in LANGUAGES),
        ("store", _prove_store),
        ("reader", _prove_reader),
        ("keyring", _prove_keyring),
        ("trust", _prove_trust),
        ("practice send", _prove_practice_send),
        ("window", prove_window),
    ):
        outcome = _outcome(name, proof)
        outcomes.append(outcome)
        if not as_json:
            answer(f"{'ok    ' if outcome.is_ok else 'FAILED'}  {outcome.name:<12} {outcome.seen}")
            finish_answers()
    if as_json:
        answer_json([{"name": o.name, "ok": o.is_ok, "seen": o.seen} for o in outcomes])
    return Exit.DONE if all(outcome.is_ok for outcome in outcomes) else Exit.FINDINGS


def _outcome(name: str, proof: Proof) -> Outcome:
    try:
        return Outcome(name, True, proof())
    except Exception as error:  # whatever is wrong with an installation is a finding here
        return Outcome(name, False, " ".join(f"{type(error).__name__}: {error}".split()))


def _expect(is_met: bool, message: str) -> None:
    if not is_met:
        raise ValueError(message)


def _prove_files() -> str:
    from app.resources import resource, resource_folder

    for name in ("icons/factotum.svg", "i18n/factotum_fr.qm"):
        _expect(resource(name).stat().st_size > 0, f"{name} is empty")
    return f"icons and translations in {resource_folder()}"


def _prove_totals() -> str:
    from app.cli.proof import prove
    from app.domain.explain import explain
    from app.domain.totals import compute
    from app.services.samples import sample

    draft = sample("atelier")
    totals = compute(draft)
    _expect(totals.payable == Decimal("7522.26"), f"7522.26 expected, {totals.payable} found")
    return f"7522.26 EUR, {prove(explain(draft, totals), totals)} steps worked out again"


def _prove_fonts() -> str:
    from app.services.paper import unprintable
    from app.services.samples import SAMPLES

    for name, make in SAMPLES.items():
        gaps = unprintable(make())
        _expect(not gaps, f"the sample {name} cannot be printed: {gaps[:1]}")
    return "Latin, Greek, Cyrillic, Arabic, Hebrew, Thai and Devanagari can be printed"


def _page_proof(language: str) -> Proof:
    def prove_page() -> str:
        from app.domain.draft import Draft
        from app.domain.totals import compute
        from app.services.paper import render_pdf
        from app.services.picture import page_count, page_png
        from app.services.samples import sample

        draft = Draft.model_validate({**sample("atelier").model_dump(), "language": language})
        pdf = render_pdf(draft, compute(draft))
        _expect(page_count(pdf) == 1, f"1 page expected, {page_count(pdf)} found")
        return f"1 page, {len(pdf):,} bytes, {len(page_png(pdf)):,} bytes as a picture"

    return prove_page


def _prove_store() -> str:
    from app.services.samples import sample
    from app.services.workspace import StoreLocation, Workspace

    draft = sample("atelier")
    with tempfile.TemporaryDirectory(prefix="factotum-self-test-") as own:
        location = StoreLocation(folder=Path(own))
        first = Workspace.open(location)
        try:
            document_id = first.create(draft).id
        finally:
            first.close()
        second = Workspace.open(location)
        try:
            found = second.open_document(document_id).draft
        finally:
            second.close()
    _expect(found == draft.edited(id=found.id), "the draft read back is not the draft written")
    return "a draft written, closed, opened and read back the same"


def _prove_practice_send() -> str:
    from app.cli.demo import practice_draft
    from app.cli.practice import PROVIDER, sent_in_practice

    sent = sent_in_practice(practice_draft())
    judgement = sent.judgement
    _expect(sent.entry.state == "done" and judgement is not None, f"{sent.entry.state}: {sent.entry.error}")
    assert judgement
    _expect(judgement.state == "proven", f"{judgement.state}: {judgement.differences[:2]}")
    return f"{PROVIDER}: {len(sent.steps)} requests, {len(judgement.comparisons)} fields agree"


def _prove_keyring() -> str:
    from app.services.vault.proof import keyring_seen

    return keyring_seen()


def _prove_reader() -> str:
    from app.domain.totals import compute
    from app.services.installation import reader_seen
    from app.services.paper import render_pdf
    from app.services.samples import sample

    draft = sample("atelier")
    return reader_seen(render_pdf(draft, compute(draft)))


def _prove_trust() -> str:
    from app.services.installation import roots_seen

    return roots_seen()
