"""Whatever is to be said of a supplier's file is said in both languages, with the same figures."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from app.intake.einvoice.safe_xml import BadXml, parsed
from app.intake.reading import FIELD_NAMES, Remark
from app.services.wording_intake import FIELDS, KINDS, SENTENCES, remark_text

INTAKE = Path(__file__).resolve().parents[2] / "app" / "intake"
TABLES = {"_REFUSED"}
"""Tables of codes in the code."""


def codes_in_the_code() -> set[str]:
    """The literal codes of Remark(...) and Unreadable(...), and those listed in tables."""
    found: set[str] = set()
    for path in INTAKE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                if node.func.id in {"Remark", "Unreadable"}:
                    told = node.args[0]
                    ways = [told.body, told.orelse] if isinstance(told, ast.IfExp) else [told]
                    found |= {way.value for way in ways if isinstance(way, ast.Constant)}
            elif isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in TABLES:
                assert isinstance(node.value, ast.Dict)
                found |= {value.value for value in node.value.values if isinstance(value, ast.Constant)}
    return found


@pytest.mark.parametrize("code", sorted(codes_in_the_code()))
def test_every_code_of_the_intake_has_its_sentence_in_both_languages(code: str) -> None:
    assert code in SENTENCES["en"]
    assert code in SENTENCES["fr"]


def test_both_languages_know_the_same_codes_with_the_same_figures() -> None:
    assert SENTENCES["en"].keys() == SENTENCES["fr"].keys()
    for code, english in SENTENCES["en"].items():
        french = SENTENCES["fr"][code]
        assert bool(english[1]) == bool(french[1]), code
        told = [set(re.findall(r"{\w+}", " ".join(sentences))) for sentences in (english, french)]
        assert told[0] == told[1], code


def test_french_signs_of_two_parts_are_kept_with_their_word() -> None:
    for code, sentences in SENTENCES["fr"].items():
        assert not re.search(r" [:;!?»]|« |'", " ".join(sentences)), code


def test_fields_and_kinds_of_files_have_names_in_both_languages() -> None:
    assert FIELDS["en"].keys() == FIELDS["fr"].keys() == set(FIELD_NAMES)
    assert KINDS["en"].keys() == KINDS["fr"].keys()
    message, _ = remark_text(Remark("xml_differs", {"field": "gross", "xml": "1", "page": "2"}), "fr")
    assert message == "Total TTC\u00a0: la facture électronique du fichier dit 1, la page montre 2."
    message, _ = remark_text(Remark("not_found", {"fields": "date, gross"}, ("date", "gross")), "fr")
    assert message == "Introuvable sur la page\u00a0: Date, Total TTC."
    message, _ = remark_text(Remark("near_candidates", {"one": "1", "other": "2"}, ("gross",)))
    assert message == "Total: it may be 1 or 2."
    message, _ = remark_text(Remark("name_misleads", {"ending": ".pdf", "kind": "image"}))
    assert message == "The name ends in .pdf, but the file is a picture."


def test_a_code_nobody_knows_and_a_figure_that_lacks_are_no_fault() -> None:
    assert remark_text(Remark("of_a_hostile_file")) == remark_text(Remark("not_understood"))
    assert "?" in remark_text(Remark("too_slow"))[0]


@pytest.mark.parametrize("content", [b"<a><b></a>", b"<!DOCTYPE a><a/>", b"<a>" * 200 + b"</a>" * 200])
def test_every_refusal_of_xml_has_its_sentence(content: bytes) -> None:
    with pytest.raises(BadXml) as refused:
        parsed(content)
    assert f"xml_{refused.value.code}" in SENTENCES["en"]
