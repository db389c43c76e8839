"""What the commands answer when all is well."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from app.cli.arguments import LANGUAGES
from app.cli.demo import practice_draft
from app.domain.codec import draft_from_json, draft_to_json
from app.domain.draft import DocumentLanguage, Draft
from app.services.samples import SAMPLES
from tests.cli.conftest import Factotum


def test_new_gives_an_empty_draft_that_can_be_read_back(factotum: Factotum) -> None:
    ran = factotum("new")
    assert (ran.code, ran.err) == (0, "")
    assert draft_from_json(ran.out) == Draft()


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_can_be_totalled_and_checked_from_its_file(factotum: Factotum, name: str) -> None:
    draft = factotum("new", "--sample", name).out.encode()
    assert factotum("total", "-", stdin=draft).code == 0
    ran = factotum("check", "-", stdin=draft)
    assert {found["code"] for found in ran.json if found["severity"] == "error"} == {"sample_seller"}
    assert ran.code == 1


def test_nothing_blocks_the_sample_once_it_is_from_a_firm_of_ones_own(factotum: Factotum) -> None:
    ran = factotum("check", "-", stdin=draft_to_json(practice_draft()).encode())
    assert [found for found in ran.json if found["severity"] == "error"] == []
    assert ran.code == 0


def test_a_misspelt_sample_is_answered_with_the_one_that_was_meant(factotum: Factotum) -> None:
    ran = factotum("new", "--sample", "atelir")
    assert ran.code == 2
    assert "did you mean atelier?" in ran.err


def test_schema_is_the_schema_of_the_draft_and_names_its_dialect(factotum: Factotum) -> None:
    schema = factotum("schema").json
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == set(Draft.model_fields)


def test_total_gives_decimal_strings_with_the_decimals_of_the_currency(
    factotum: Factotum, atelier: Path
) -> None:
    ran = factotum("total", atelier)
    assert ran.code == 0
    assert ran.json == {
        "currency": "EUR",
        "lines": [
            {"id": "r1", "net": "1600.00", "gross": "1920.00"},
            {"id": "r2", "net": "3840.00", "gross": "4608.00"},
            {"id": "r3", "net": "900.00", "gross": "1080.00"},
            {"id": "r4", "net": "294.00", "gross": "310.17"},
        ],
        "sections": [{"id": "s1", "net": "5440.00"}, {"id": "s2", "net": "1194.00"}],
        "net": "6302.30",
        "allowances": "331.70",
        "charges": "0.00",
        "vat": [
            {"category": "S", "rate": "20", "basis": "6023.00", "tax": "1204.60"},
            {"category": "S", "rate": "5.5", "basis": "279.30", "tax": "15.36"},
        ],
        "tax": "1219.96",
        "gross": "7522.26",
        "prepaid": "0.00",
        "rounding": "0.00",
        "payable": "7522.26",
    }


@pytest.mark.parametrize(
    ("sample", "payable"), [("yen", "1247375"), ("arabic", "171.375"), ("gross", "1357.99")]
)
def test_total_writes_as_many_decimals_as_the_currency_has(
    factotum: Factotum, sample: str, payable: str
) -> None:
    draft = factotum("new", "--sample", sample).out.encode()
    assert factotum("total", "-", stdin=draft).json["payable"] == payable


def test_the_largest_figures_come_out_in_plain_digits(factotum: Factotum) -> None:
    rows = [{"kind": "line", "quantity": "999999999999", "unit_price": "999999999999999"}]
    ran = factotum("total", "-", stdin=json.dumps({"rows": rows}).encode())
    assert ran.json["net"] == "999999999998999000000000001.00"


def test_the_explanation_reaches_from_what_was_entered_to_the_amount_to_pay(
    factotum: Factotum, atelier: Path
) -> None:
    steps = factotum("total", atelier, "--explain").json["explanation"]
    known: set[str] = set()
    for step in steps:
        assert {operand["from"] for operand in step["operands"] if "from" in operand} <= known
        known.add(step["key"])
    assert steps[-1]["key"] == "payable"
    assert steps[-1]["value"] == "7522.26"


def test_a_person_on_a_terminal_gets_a_table(factotum: Factotum) -> None:
    draft = b'{"rows": [{"kind": "line", "label": "Chairs", "quantity": "3", "unit_price": "19.9"}]}'
    ran = factotum("total", "-", stdin=draft, is_terminal=True)
    assert ran.code == 0
    assert "Chairs" in ran.out
    assert "3 × 19.9" in ran.out
    assert ran.out.rstrip().endswith("59.70")


def test_json_can_be_asked_for_on_a_terminal(factotum: Factotum) -> None:
    ran = factotum("total", "-", "--json", stdin=b"{}", is_terminal=True)
    assert Decimal(ran.json["payable"]) == 0


def test_check_ends_with_1_when_something_blocks_and_says_where_and_what_now(factotum: Factotum) -> None:
    ran = factotum("check", "-", stdin=b"{}")
    assert ran.code == 1
    named = {found["path"]: found for found in ran.json}
    assert named["buyer.name"]["severity"] == "error"
    assert set(named["buyer.name"]) == {"path", "code", "severity", "message", "fix"}
    assert named["buyer.name"]["message"]


def test_check_speaks_french_when_asked_to(factotum: Factotum) -> None:
    english = factotum("check", "-", stdin=b"{}").json
    french = factotum("check", "-", "--messages", "fr", stdin=b"{}").json
    assert [found["code"] for found in english] == [found["code"] for found in french]
    assert all(e["message"] != f["message"] for e, f in zip(english, french, strict=True))


@pytest.mark.parametrize(("option", "value"), [("--profile", "xrechnung"), ("--for", "nowhere")])
def test_check_says_what_there_is_to_check_for(
    factotum: Factotum, atelier: Path, option: str, value: str
) -> None:
    ran = factotum("check", atelier, option, value)
    assert ran.code == 2
    assert "local" in ran.err
    assert factotum("check", atelier, option, "local").json == factotum("check", atelier).json


def test_the_languages_offered_are_those_of_the_model() -> None:
    assert get_args(DocumentLanguage) == LANGUAGES


def test_help_names_every_exit_code_and_no_command_that_does_not_exist_yet(factotum: Factotum) -> None:
    ran = factotum("--help")
    assert ran.code == 0
    assert "3 unreadable or unwritable file" in ran.out
    assert "\n    export" not in ran.out


def test_version_is_told(factotum: Factotum) -> None:
    from app import __version__

    assert factotum("--version").out == f"factotum {__version__}\n"
