"""Files and arguments that cannot be used: one line each, the right exit code, never a traceback."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from app.cli.arguments import COMMANDS
from tests.cli.conftest import Factotum

DEEP = b'{"free_text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"

UNREADABLE = {
    "empty": (b"", "not JSON"),
    "cut off": (b'{"rows": [', "line 1"),
    "no object": (b"[]", "JSON object"),
    "not UTF-8": (b'{"subject": "caf\xe9"}', "UTF-8"),
    "UTF-16": ('{"subject": "x"}'.encode("utf-16"), "UTF-8"),
    "binary": (bytes(range(256)), ""),
    "newer": (b'{"schema_version": 2}', "newer"),
    "version as text": (b'{"schema_version": "1"}', "schema_version"),
    "huge version": (b'{"schema_version": ' + b"9" * 5_000 + b"}", ""),
    "too deep": (DEEP, "deep"),
    "same member twice": (b'{"subject": "a", "subject": "b"}', "subject"),
    "NaN": (b'{"prepaid": NaN}', "NaN"),
    "infinity": (b'{"prepaid": -Infinity}', "Infinity"),
    "1e400": (b'{"rows": [{"kind": "line", "quantity": 1e400}]}', "rows.1.quantity"),
    "1e400 as text": (b'{"rows": [{"kind": "line", "quantity": "1e400"}]}', "rows.1.quantity"),
    "1e999999999": (b'{"prepaid": "1e999999999"}', "prepaid"),
    "-1e-999999999": (b'{"prepaid": "-1e-999999999"}', "prepaid"),
    "exponent beyond Decimal": (b'{"prepaid": 1e99999999999999999999}', ""),
    "huge whole number": (b'{"prepaid": ' + b"7" * 100_000 + b"}", "prepaid"),
    "unknown member": (b'{"totl": "1"}', "totl"),
    "unknown member of a line": (b'{"rows": [{"kind": "line", "id": "x", "price": "1"}]}', "rows.x.price"),
    "row of no kind": (b'{"rows": [{"label": "x"}]}', "rows.1"),
    "rows no list": (b'{"rows": {"a": 1}}', "rows"),
    "no currency": (b'{"currency": "ABC"}', "currency"),
    "no date": (b'{"issue_date": "2026-02-30"}', "issue_date"),
    "lone surrogate": (b'{"subject": "\\ud800"}', "subject"),
    "lone surrogate in a name": (b'{"\\udfff": 1}', ""),
    "long text": (json.dumps({"memo": "x" * 200_001}).encode(), "memo"),
    "terminal control": (b'{"\\u001b[31mred\\nsecond line": 1}', ""),
}


@pytest.mark.parametrize("command", ["total", "check"])
@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_is_no_draft_is_refused_with_its_name_the_place_and_the_reason(
    factotum: Factotum, tmp_path: Path, case: str, command: str
) -> None:
    content, told = UNREADABLE[case]
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    ran = factotum(command, path)
    assert ran.code == 3, ran
    assert ran.out == ""
    assert ran.messages
    assert told in ran.err
    for message in ran.messages:
        assert message.startswith("factotum: ")
        assert str(path) in message
        assert message.isprintable()
        assert len(message) < 1_100


def test_a_draft_with_a_byte_order_mark_is_read(factotum: Factotum) -> None:
    assert factotum("total", "-", stdin=b'\xef\xbb\xbf{"currency": "CHF"}').json["currency"] == "CHF"


def test_every_misfit_of_a_draft_is_told_on_a_line_of_its_own(factotum: Factotum) -> None:
    ran = factotum("total", "-", stdin=b'{"currency": "ABC", "prepaid": "x", "nope": 1}')
    assert ran.code == 3
    assert len(ran.messages) == 3
    assert all("stdin: " in message for message in ran.messages)


def test_why_a_file_is_no_draft_is_told_in_the_language_that_was_asked_for(factotum: Factotum) -> None:
    many = b'{"currency": 5, "rows": 3}'
    assert factotum("check", "-", "--messages", "fr", stdin=many).messages == [
        "factotum: stdin: currency: cette valeur doit être un texte",
        "factotum: stdin: rows: cette valeur doit être une liste",
    ]
    assert "this must be text" in factotum("check", "-", stdin=many).messages[0]
    cut = factotum("plan", "-", "--to", "stripe_v1", "--messages", "fr", stdin=b"{")
    assert cut.code == 3
    assert "ligne 1, colonne 2" in cut.messages[0]


def test_hundreds_of_misfits_do_not_fill_the_screen(factotum: Factotum) -> None:
    rows = [{"kind": "line", "quantity": "x"} for _ in range(500)]
    ran = factotum("total", "-", stdin=json.dumps({"rows": rows}).encode())
    assert len(ran.messages) == 21
    assert ran.messages[-1].endswith("and 480 more")


def test_a_file_above_50_mb_is_refused_without_being_read_whole(factotum: Factotum, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(40_000_000_000)
    ran = factotum("total", path)
    assert ran.code == 3
    assert "50 MB" in ran.err


def test_a_missing_file_is_named(factotum: Factotum, tmp_path: Path) -> None:
    ran = factotum("total", tmp_path / "nowhere.json")
    assert ran.code == 3
    assert "nowhere.json" in ran.err
    assert "no such file" in ran.err


def test_a_folder_is_not_a_draft(factotum: Factotum, tmp_path: Path) -> None:
    ran = factotum("check", tmp_path)
    assert ran.code == 3
    assert "folder" in ran.err


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000, ""])
def test_a_name_no_file_can_have_is_refused(factotum: Factotum, name: str) -> None:
    ran = factotum("total", name)
    assert ran.code == 3
    assert len(ran.messages) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["totl", "x.json"],
        ["totl"],
        ["total"],
        ["total", "a", "b"],
        ["total", "a", "--explan"],
        ["render", "a"],
        ["render", "a", "-o", "b", "--language", "tlh"],
        ["--nope"],
        ["new", "--sample"],
    ],
)
def test_a_mistake_in_the_arguments_is_one_line_and_code_2(factotum: Factotum, arguments: list[str]) -> None:
    ran = factotum(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.messages) == 1
    assert "--help" in ran.err


@pytest.mark.parametrize("absent", ["export"])
def test_commands_to_come_are_not_offered(factotum: Factotum, absent: str) -> None:
    assert absent not in COMMANDS
    assert factotum(absent, "x.json").code == 2


def test_the_window_is_not_opened_for_a_file_that_is_not_there(factotum: Factotum, tmp_path: Path) -> None:
    ran = factotum(tmp_path / "gone.json")
    assert ran.code == 3
    assert "no such file" in ran.err


def test_several_files_are_for_the_window_and_a_missing_one_is_named(
    factotum: Factotum, atelier: Path
) -> None:
    ran = factotum(atelier, atelier.with_name("gone.pdf"))
    assert ran.code == 3
    assert ran.messages == [
        f"factotum: {atelier.with_name('gone.pdf')}: there is no such file; check the name"
    ]


if sys.platform.startswith("linux"):

    def test_without_a_screen_the_window_says_so_instead_of_crashing(
        factotum: Factotum, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        ran = factotum()
        assert ran.code == 1
        assert "no screen" in ran.err


def test_render_refuses_to_overwrite_the_draft_it_reads(factotum: Factotum, atelier: Path) -> None:
    before = atelier.read_bytes()
    for name in (atelier, atelier.parent / "." / atelier.name):
        ran = factotum("render", atelier, "-o", name)
        assert ran.code == 3
        assert "the draft itself" in ran.err
    link = atelier.parent / "link.pdf"
    os.link(atelier, link)
    assert factotum("render", atelier, "-o", link).code == 3
    assert atelier.read_bytes() == before


@pytest.mark.parametrize("target", ["", "missing/out.pdf", "atelier.json/out.pdf", "x" * 300 + ".pdf"])
def test_render_names_a_place_that_cannot_be_written(factotum: Factotum, atelier: Path, target: str) -> None:
    ran = factotum("render", atelier, "-o", atelier.parent / target)
    assert ran.code == 3
    assert len(ran.messages) == 1
    assert sorted(path.name for path in atelier.parent.iterdir()) == ["atelier.json"]


def test_demo_says_when_its_folder_is_a_file(factotum: Factotum, atelier: Path) -> None:
    ran = factotum("demo", "--out", atelier)
    assert ran.code == 3
    assert "in the way" in ran.err
