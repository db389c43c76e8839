"""Runs the program in this process, as a shell would in one of its own."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main

collect_ignore = [] if Path("/dev/full").exists() else ["test_streams.py"]


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def messages(self) -> list[str]:
        return self.err.splitlines()


Factotum = Callable[..., Ran]


class Terminal(io.StringIO):
    """A stdout that a person reads."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def factotum(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Factotum:
    def run(*arguments: str | Path, stdin: bytes = b"", is_terminal: bool = False) -> Ran:
        terminal = Terminal()
        with monkeypatch.context() as shell:
            shell.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            if is_terminal:
                shell.setattr(sys, "stdout", terminal)
            code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, terminal.getvalue() if is_terminal else said.out, said.err)

    return run


@pytest.fixture
def atelier(tmp_path: Path, factotum: Factotum) -> Path:
    """The sample as a draft file."""
    path = tmp_path / "atelier.json"
    path.write_text(factotum("new", "--sample", "atelier").out, encoding="utf-8")
    return path
