"""The guide says what is so: its words are the window's, its keys work, its links lead somewhere."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ElementTree
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest

from app.cli.arguments import COMMANDS, PROVIDERS
from app.cli.exits import Exit
from app.domain.entry import parse_date, parse_number
from app.providers import PROVIDERS as KNOWN_PROVIDERS
from app.resources import resource, resource_folder
from app.services.settings import Settings
from app.store.database import FILE_NAME
from app.ui.actions import ACTIONS
from app.ui.crash_log import LOG_NAME
from app.ui.grid.units import CODES, unit_code
from app.ui.guide.pages import PAGE_NAMES, PAGE_OF_ROOM, Page, load_pages
from app.ui.rooms import COMPOSER
from app.ui.sidebar import FOOT, ROOMS

ROOT = Path(__file__).resolve().parents[1]
Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

CODE = re.compile(r"```.*?```|`([^`\n]+)`", re.DOTALL)
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\]\(([^)]+)\)")
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d{1,2}")
IN_FIELDS = {"Tab", "Return", "F2", "Esc"}
"""Keys of lines and fields, which are no shortcuts."""
LAST_EXITS = (Exit.INTERRUPTED, Exit.CLOSED_PIPE)
"""Exit codes that are the shell's, not ours to explain."""


@pytest.fixture(params=[(language, name) for language in LANGUAGES for name in PAGE_NAMES], ids="-".join)
def page(request: pytest.FixtureRequest) -> tuple[Language, Page]:
    language, name = request.param
    return language, next(each for each in pages(language) if each.name == name)


@cache
def pages(language: Language) -> tuple[Page, ...]:
    return load_pages(language)


def one(language: Language, name: str) -> str:
    return next(page.text for page in pages(language) if page.name == name)


def plain_spaces(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


@cache
def window_words(language: Language) -> frozenset[str]:
    """Every text of the window in this language: those it translates, and those of the providers."""
    place = LANGUAGES.index(language)
    found = {texts[place] for provider in KNOWN_PROVIDERS for texts in provider.words.values()}
    if language == "en":
        for path in (ROOT / "app" / "ui").rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    else:
        for message in ElementTree.parse(resource("i18n/factotum_fr.ts")).iter("message"):
            found.add(message.findtext("translation") or "")
    return frozenset(plain_spaces(text) for text in found)


@cache
def shortcuts_of_rooms() -> frozenset[str]:
    """The keys of single rooms, as the code of the window writes them."""
    return frozenset(
        node.value
        for path in (ROOT / "app" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    )


def codes(text: str) -> list[str]:
    return [found.group(1) for found in CODE.finditer(text) if found.group(1)]


def keys(text: str) -> list[str]:
    return [code for code in codes(text) if KEY.fullmatch(code) or code in IN_FIELDS]


def shape(text: str) -> list[str]:
    """What a page is made of, line by line: headings, list items, rows of tables, paragraphs."""
    kinds = []
    for line in CODE.sub("`", text).splitlines():
        found = re.match(r"#+ |- |\d+\. |\|", line)
        kinds.append(found.group() if found else "text" if line else "")
    return kinds


def test_each_page_is_there_in_both_languages_and_no_file_is_left_out():
    for language in LANGUAGES:
        there = {path.stem for path in (resource_folder() / "guide" / language).glob("*.md")}
        assert there == set(PAGE_NAMES)


def test_a_page_begins_with_its_title_and_no_heading_is_skipped(page: tuple[Language, Page]):
    levels = [len(found.group(1)) for found in re.finditer(r"^(#+) ", page[1].text, re.MULTILINE)]
    assert page[1].text.startswith("# ")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_a_page_has_the_same_parts_in_both_languages(name: str):
    english, french = one("en", name), one("fr", name)
    assert shape(english) == shape(french)
    assert LINK.findall(english) == LINK.findall(french)
    assert keys(english) == keys(french)
    assert len(BOLD.findall(english)) == len(BOLD.findall(french))


def test_every_link_leads_to_a_page(page: tuple[Language, Page]):
    folder = resource_folder() / "guide" / page[0]
    assert [link for link in LINK.findall(page[1].text) if not (folder / link).is_file()] == []


def test_every_page_can_be_reached_by_a_link_or_from_a_room():
    linked = {Path(link).stem for page in pages("en") for link in LINK.findall(page.text)}
    assert set(PAGE_NAMES) - linked - set(PAGE_OF_ROOM.values()) == {"install", "command-line"}


def test_every_room_has_its_page():
    rooms = {name for _title, group in ROOMS for name, _words in group} | {FOOT[0], COMPOSER}
    assert rooms <= PAGE_OF_ROOM.keys()
    assert set(PAGE_OF_ROOM.values()) <= set(PAGE_NAMES)


def test_every_key_named_does_something(page: tuple[Language, Page]):
    known = {key for spec in ACTIONS for key in spec.shortcuts} | IN_FIELDS | shortcuts_of_rooms()
    assert [key for key in keys(page[1].text) if key not in known] == []


def test_every_word_quoted_from_the_window_is_a_word_of_the_window(page: tuple[Language, Page]):
    language, text = page[0], CODE.sub("", page[1].text)
    words = window_words(language)
    assert [word for word in BOLD.findall(text) if plain_spaces(word) not in words] == []


def test_french_signs_stand_behind_a_space_that_does_not_break():
    for page in pages("fr"):
        text = CODE.sub("x", page.text)
        assert re.findall(r".{0,20}(?<=[^\s|]) [:;?!»%](?=\s|\*|$)|« .{0,20}", text) == [], page.name


def test_what_the_guide_types_is_read_as_it_says():
    today = date(2026, 11, 22)
    assert parse_number("3*12,5") == Decimal("37.5")
    assert parse_number("1:30") == Decimal("1.5")
    assert [parse_date(text, today, "dmy") for text in ("t", "+30", "eom")] == [
        today,
        date(2026, 12, 22),
        date(2026, 11, 30),
    ]
    for language in LANGUAGES:
        assert {"3*12,5", "1:30", "t", "+30", "eom"} <= set(codes(one(language, "first-invoice")))
    for unit in ("h", "day", "jour"):
        assert unit_code(unit) in CODES


def test_every_command_named_is_one():
    for language in LANGUAGES:
        named = {
            found.group(1)
            for code in codes("".join(page.text for page in pages(language)))
            if (found := re.match(r"factotum ([a-z-]+)", code))
        }
        assert named == set(COMMANDS)
        provider_ids = {word for word in PROVIDERS if f"`{word}`" in one(language, "command-line")}
        assert provider_ids == set(PROVIDERS)


def test_the_exit_codes_are_those_of_the_program():
    for language in LANGUAGES:
        told = {
            int(code) for code in re.findall(r"^\| (\d+) \|", one(language, "command-line"), re.MULTILINE)
        }
        assert told == {int(code) for code in Exit if code not in LAST_EXITS}


def test_files_and_settings_are_called_as_the_program_calls_them():
    for language in LANGUAGES:
        told = set(codes(one(language, "trouble")))
        assert {FILE_NAME, f"logs/{LOG_NAME}", "backups", "window", "practice"} <= told
        assert Settings(store_url="postgresql://user@server/factotum").store_url in one(language, "office")
