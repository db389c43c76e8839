"""Every code has its sentence in both languages, with the same braces."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

import app.client
from app.client.words import ERRORS, WORDS, words

ALL = {**WORDS, **ERRORS}
CLIENT = Path(app.client.__file__).parent
OURS = ("answers", "replies", "sender", "effects", "steps", "pace", "http")


def braces(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", ALL)
def test_both_languages_name_the_same_things(code: str) -> None:
    english, french = ALL[code]
    assert braces(english) == braces(french)
    assert english != french


@pytest.mark.parametrize("code", ALL)
def test_french_has_its_spaces(code: str) -> None:
    french = ALL[code][1]
    for sign in ":;!?»":
        assert f" {sign}" not in french.replace("\N{NO-BREAK SPACE}", "_").replace("\u202f", "_")
    assert "« " not in french


def codes() -> set[str]:
    """The first argument of every error that the driver's modules make."""
    errors = {"Unreachable", "Interrupted", "Unexpected", "Unsafe", "Cancelled", "OutcomeUnknown"}
    found = set()
    for name in OURS:
        for node in ast.walk(ast.parse((CLIENT / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in errors:
                found |= {
                    part.value
                    for part in ast.walk(node.args[0])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return found


def test_every_error_of_the_driver_has_words() -> None:
    assert len(codes()) > 12
    assert {code for code in codes() if f"error.{code}" not in ERRORS} == set()


def test_a_provider_may_say_it_in_its_own_words() -> None:
    own = {"error.redirected": ("{provider} moved to {where}.", "{provider} est parti à {where}.")}
    assert words("redirected", {"where": "X"}, "en", "Acme", own) == "Acme moved to X."
    assert words("error.redirected", {}, "fr", "Acme", own) == "Acme est parti à ."
    assert words("redirected", {}, "en", "Acme", {}).startswith("Acme sends us to another page")
    assert words("error.secret_missing", {}, "en", "Acme", {}) != "error.secret_missing"
    assert words("nobody_knows", {}, "en", "Acme", {}) == "nobody_knows"
