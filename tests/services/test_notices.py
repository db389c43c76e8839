"""Whoever's work the program runs on is named, with its licence."""

from __future__ import annotations

from importlib.metadata import distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.services.notices import installed_parts, notices


def test_every_declared_library_is_named_with_a_licence() -> None:
    declared = [Requirement(line) for line in distribution("factotum").requires or ()]
    wanted = {
        canonicalize_name(requirement.name)
        for requirement in declared
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }
    assert wanted
    parts = {canonicalize_name(part.name): part for part in installed_parts()}
    assert wanted <= parts.keys()
    assert [name for name, part in parts.items() if not part.licence] == []
    assert "LGPL" in parts["pyside6-essentials"].licence


def test_what_those_libraries_need_is_named_too_and_what_only_tests_need_is_not() -> None:
    names = {canonicalize_name(part.name) for part in installed_parts()}
    assert {"pydantic-core", "httpcore", "psycopg-binary", "shiboken6"} <= names
    assert not {"pytest", "hypothesis", "mypy", "ruff", "openapi-core"} & names


def test_the_texts_of_the_licences_are_in_the_notice() -> None:
    text = notices()
    assert "Permission is hereby granted, free of charge" in text
    assert "SIL OPEN FONT LICENSE" in text.upper()
