"""What every provider keeps to, whoever it is."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from pydantic import JsonValue

from app.client import words as common
from app.client.calls import Reply
from app.client.options import OptionSpec
from app.client.plan import covering
from app.client.provider import Attachment, Connection, Provider, Submission
from app.client.rehearsal import rehearse
from app.domain.draft import Draft
from app.domain.fields import fields
from app.domain.totals import compute
from app.providers import PROVIDERS
from app.services.sending import failure_text, problem_words
from app.services.sending.frozen import failure_of
from app.services.sending.planning import plan

FOLDER = Path(__file__).resolve().parents[2] / "app" / "providers"
PDF = Attachment("paper.pdf", "application/pdf", b"%PDF-1.7", "0" * 64)
EACH = pytest.mark.parametrize("provider", PROVIDERS, ids=[each.id for each in PROVIDERS])

PARTY = {
    "contact_id": "c-1",
    "name": "Dupont",
    "email": "a@dupont.example",
    "tax_ids": [{"scheme": "vat", "value": "FR44732829320"}],
    "addresses": [{"line1": "12 rue X", "postal_code": "69001", "city": "Lyon", "country": "FR"}],
}


def options_of(provider: Provider) -> Iterable[OptionSpec]:
    yield from provider.options
    for action in provider.actions:
        yield from action.arguments


def known(provider: Provider, code: str) -> bool:
    return code in provider.words or code in common.WORDS or code in common.ERRORS


def submissions(provider: Provider) -> Iterable[Submission]:
    """One document in each dialect and state the provider has options for."""
    draft = Draft.model_validate(
        {
            "number": "R-1",
            "issue_date": "2026-11-18",
            "due_date": "2026-12-18",
            "seller": PARTY,
            "buyer": PARTY,
            "discount": {"kind": "percent", "value": "5"},
            "rows": [
                {"kind": "section", "title": "One"},
                {
                    "kind": "line",
                    "label": "Work",
                    "quantity": "2",
                    "unit": "HUR",
                    "unit_price": "50",
                    "vat_rate": "20",
                    "discount": {"kind": "percent", "value": "10"},
                },
            ],
        }
    )
    for dialect in provider.dialects:
        connection = Connection(
            id="c", provider=provider.id, dialect=dialect.id, base_url="https://x.example"
        )
        yield Submission(
            key="5f0c1d8e-8f1b-4a52-9d86-3b1c9f5a7e11",
            connection=connection,
            draft=draft,
            totals=compute(draft),
            today=date(2026, 11, 20),
            options={},
            page=PDF,
            original=PDF,
        )


def test_no_two_providers_have_the_same_id() -> None:
    ids = [provider.id for provider in PROVIDERS]
    assert len(ids) == len(set(ids))


@EACH
def test_every_field_of_a_document_is_sent_or_left_for_a_reason(provider: Provider) -> None:
    lost = [
        field.path
        for field in fields()
        if covering(provider.sends, field.path) is None and covering(provider.ignores, field.path) is None
    ]
    assert lost == []


@EACH
def test_what_is_named_is_a_field(provider: Provider) -> None:
    paths = {field.path for field in fields()}
    prefixes = {path[:end] for path in paths for end in range(1, len(path) + 1)}
    assert {name for name in (*provider.sends, *provider.ignores) if name not in prefixes} == set()


@EACH
def test_every_reason_for_leaving_a_field_is_in_words(provider: Provider) -> None:
    assert {reason for reason in provider.ignores.values() if not known(provider, reason)} == set()


@EACH
def test_words_are_there_in_both_languages_with_the_same_gaps(provider: Provider) -> None:
    for code, (english, french) in provider.words.items():
        assert english.strip(), code
        assert french.strip(), code
        assert gaps(english) == gaps(french), code


@EACH
def test_every_option_has_a_label_and_a_help(provider: Provider) -> None:
    missing = [
        f"option.{spec.name}{end}"
        for spec in options_of(provider)
        for end in ("", ".help")
        if not known(provider, f"option.{spec.name}{end}")
    ]
    assert missing == []


@EACH
def test_every_heading_list_action_secret_and_dialect_has_words(provider: Provider) -> None:
    wanted = {f"group.{spec.group}" for spec in options_of(provider)}
    wanted |= {f"list.{each.id}" for each in provider.lists}
    wanted |= {f"action.{action.id}" for action in provider.actions}
    wanted |= {f"secret.{field.name}" for scheme in provider.schemes for field in scheme.fields}
    wanted |= {f"dialect.{dialect.id}" for dialect in provider.dialects if len(provider.dialects) > 1}
    assert {code for code in wanted if not known(provider, code)} == set()


@EACH
def test_an_option_that_is_completed_names_a_list_there_is(provider: Provider) -> None:
    lists = {each.id for each in provider.lists}
    assert {spec.list_id for spec in options_of(provider) if spec.list_id} - lists == set()


@EACH
def test_a_default_is_one_of_the_choices(provider: Provider) -> None:
    wrong = [
        spec.name
        for spec in options_of(provider)
        if spec.kind == "choice" and spec.default and spec.default not in spec.choices
    ]
    assert wrong == []


@EACH
def test_every_effect_of_a_sending_says_how_it_is_repeated(provider: Provider) -> None:
    for submission in submissions(provider):
        calls, _ = rehearse(provider.submit(submission))
        names = [call.step for call in calls]
        assert len(names) == len(set(names))
        for call in calls:
            if call.only_reads:
                assert call.repeat.kind == "free", call.step
            elif call.repeat.kind == "look_up":
                assert call.repeat.find is not None, call.step
            elif call.repeat.kind == "keyed":
                assert call.repeat.key_lasts_s > 0, call.step
            assert "authorization" not in {name.lower() for name, _ in call.headers}


@EACH
def test_a_plan_is_the_same_each_time_and_every_reason_in_it_is_in_words(provider: Provider) -> None:
    for submission in submissions(provider):
        foresight = provider.foresee(submission)
        assert foresight == provider.foresee(submission)
        reasons = {field.why.code for field in foresight.fields if field.why}
        found = {f"problem.{problem.code.removeprefix('problem.')}" for problem in foresight.problems}
        assert {code for code in reasons | found if not known(provider, code)} == set()


@EACH
def test_a_plan_tells_problems_by_bare_codes_that_have_words(provider: Provider) -> None:
    for submission in submissions(provider):
        bare = submission.draft.edited(
            rows=(), number="", buyer=submission.draft.buyer.model_copy(update={"name": ""})
        )
        for draft in (submission.draft, bare):
            told = plan(provider, replace(submission, draft=draft, totals=compute(draft)))
            for problem in told.problems:
                assert not problem.code.startswith("problem.")
                english, french = (
                    problem_words(provider.id, problem, language)[0] for language in ("en", "fr")
                )
                assert problem.code not in (english.removeprefix("problem."), french.removeprefix("problem."))
                assert english != french


@EACH
@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 429, 500])
def test_a_refusal_of_any_kind_is_kept_by_a_bare_code_that_has_words(provider: Provider, status: int) -> None:
    bodies: list[JsonValue] = [None, {"error": {"code": "x", "message": "No."}}, {"message": 7}, ["x"]]
    for body in bodies:
        failure = failure_of(provider.error_of(Reply(status, body=body), None))
        assert not failure.code.startswith("error.")
        english, french = (failure_text(provider.id, failure, language) for language in ("en", "fr"))
        assert english != french
        assert failure.code != english


def test_no_provider_speaks_to_the_network_by_itself() -> None:
    networking = {"httpx", "socket", "ssl", "urllib.request", "http.client", "requests", "aiohttp"}
    found = []
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            found += [f"{path.name}: {name}" for name in names if name in networking]
    assert found == []


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
