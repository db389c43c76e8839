"""`plan` and `check --for`: what a provider would get, without network and secrets."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from app.cli.demo import practice_draft
from app.cli.exact import exact_json
from app.domain.codec import draft_to_json
from tests.cli.conftest import Factotum


def _file(folder: Path) -> Path:
    path = folder / "draft.json"
    path.write_text(draft_to_json(practice_draft()), encoding="utf-8")
    return path


def test_a_plan_says_of_every_field_and_request_what_becomes_of_it(
    factotum: Factotum, tmp_path: Path
) -> None:
    ran = factotum("plan", _file(tmp_path), "--to", "pennylane_v2")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.json) == {"fields", "requests", "problems"}
    members = {"path", "verdict", "ours", "theirs", "why", "change"}
    assert all(set(field) == members for field in ran.json["fields"])
    assert {field["verdict"] for field in ran.json["fields"]} <= {"kept", "changed", "dropped", "added"}
    totals = {field["path"]: field["ours"] for field in ran.json["fields"]}
    assert totals["totals.gross"] == "7522.26"
    made = ran.json["requests"][-1]
    assert made["headers"]["authorization"] == "Bearer {token}"
    assert "{customer.create.id}" in json.dumps(ran.json["requests"])


def test_a_plan_says_which_option_makes_a_field_fare_otherwise(factotum: Factotum, tmp_path: Path) -> None:
    file = _file(tmp_path)
    options = tmp_path / "options.json"
    options.write_text('{"extras": "leave_out"}', encoding="utf-8")
    ran = factotum("plan", file, "--to", "pennylane_v2", "--options", options)
    left = [field for field in ran.json["fields"] if "The option “What has no place”" in field["why"]]
    assert left
    cure = {"path": "provider_options.pennylane_v2.extras", "to": "in_texts"}
    assert all(field["change"] == cure for field in left)


def test_the_same_draft_has_the_same_plan_every_time(factotum: Factotum, tmp_path: Path) -> None:
    file = _file(tmp_path)
    assert (
        factotum("plan", file, "--to", "pennylane_v2").out
        == factotum("plan", file, "--to", "pennylane_v2").out
    )


def test_an_option_the_provider_does_not_know_blocks_the_plan(factotum: Factotum, tmp_path: Path) -> None:
    options = tmp_path / "options.json"
    options.write_text('{"colour_of_paper": "blue"}', encoding="utf-8")
    ran = factotum("plan", _file(tmp_path), "--to", "pennylane_v2", "--options", options)
    assert ran.code == 1
    assert ran.json["problems"][0]["code"] == "unknown_option"
    assert "colour_of_paper" in ran.json["problems"][0]["message"]


def test_check_for_a_provider_adds_what_that_provider_minds(factotum: Factotum, tmp_path: Path) -> None:
    ours = {problem["code"] for problem in factotum("check", _file(tmp_path)).json}
    theirs = {
        problem["code"] for problem in factotum("check", _file(tmp_path), "--for", "chargeover_v3").json
    }
    assert theirs - ours >= {"live_at_once", "tax_is_an_estimate"}


def test_an_unknown_provider_is_a_mistake_of_use(factotum: Factotum, tmp_path: Path) -> None:
    assert factotum("plan", _file(tmp_path), "--to", "nowhere").code == 2


def test_numbers_of_a_body_are_written_digit_for_digit() -> None:
    assert (
        exact_json({"amount": Decimal("0.10"), "text": "0.10"}) == '{\n  "amount": 0.10,\n  "text": "0.10"\n}'
    )
