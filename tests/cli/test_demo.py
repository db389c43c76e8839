"""The whole journey, and the proof of an installation."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from app.cli.proof import NotProven, prove
from app.cli.run import run
from app.domain.explain import explain
from app.domain.totals import compute
from app.services.samples import SAMPLES, sample
from tests.cli.conftest import Factotum


def test_demo_makes_every_file_of_the_journey_and_says_where(factotum: Factotum, tmp_path: Path) -> None:
    ran = factotum("demo", "--out", tmp_path / "deep" / "demo")
    folder = tmp_path / "deep" / "demo"
    assert (ran.code, ran.err) == (0, "")
    names = ["draft.json", "draft.pdf", "issued.pdf", "page-1.png", "plan.json", "sent.json", "totals.json"]
    assert sorted(path.name for path in folder.iterdir()) == names
    for name in names:
        assert name in ran.out
    assert str(folder) in ran.out
    assert "PRACTICE-2026-0001" in ran.out
    assert "7522.26 EUR to pay" in ran.out
    assert (folder / "page-1.png").read_bytes().startswith(b"\x89PNG")
    assert "verdict: proven, 0 differences" in ran.out
    assert json.loads((folder / "totals.json").read_text(encoding="utf-8"))["payable"] == "7522.26"


def test_demo_can_be_run_again_and_gives_the_same_files(factotum: Factotum, tmp_path: Path) -> None:
    hashes = []
    for _ in range(2):
        assert factotum("demo", "--out", tmp_path).code == 0
        hashes.append({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in tmp_path.iterdir()})
    assert hashes[0] == hashes[1]


def test_demo_answers_in_json_when_asked_to(factotum: Factotum, tmp_path: Path) -> None:
    made = factotum("demo", "--json", "--out", tmp_path).json
    assert made["payable"] == "7522.26"
    assert made["sha256"] == hashlib.sha256((tmp_path / "issued.pdf").read_bytes()).hexdigest()


def test_demo_needs_neither_qt_nor_a_home(tmp_path: Path) -> None:
    script = f"""
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("there is no Qt here")
sys.meta_path.insert(0, NoQt())
from app.__main__ import main
sys.exit(main(["demo", "--out", {str(tmp_path / "demo")!r}]))
"""
    bare = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    ran = subprocess.run(
        [sys.executable, "-c", script], env=bare, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("rounding", ["per_group", "per_line"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_step_behind_the_totals_can_be_proven(name: str, rounding: str) -> None:
    draft = sample(name).edited(rounding=rounding)
    totals = compute(draft)
    assert prove(explain(draft, totals), totals) > 20


def test_a_step_that_does_not_come_out_is_not_proven() -> None:
    from dataclasses import replace

    draft = sample("atelier")
    totals = compute(draft)
    steps = explain(draft, totals)
    for place, step in enumerate(steps):
        wrong = replace(step, value=step.value + Decimal("0.01"))
        with pytest.raises(NotProven):
            prove((*steps[:place], wrong, *steps[place + 1 :]), totals)


def test_self_test_has_one_line_a_proof_and_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["self-test"], lambda: "a window of 1200 x 800") == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("ok ") for line in lines)
    assert lines[-1].endswith("a window of 1200 x 800")
    assert len(lines) == 16
    assert any(line.split()[1] == "keyring" for line in lines)


def test_self_test_goes_on_after_a_failure_says_what_failed_and_ends_with_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_window() -> str:
        raise OSError("libEGL.so.1 is missing")

    monkeypatch.setitem(SAMPLES, "atelier", SAMPLES["german"])
    assert run(["self-test", "--json"], no_window) == 1
    outcomes = {o["name"]: o for o in json.loads(capsys.readouterr().out)}
    assert not outcomes["totals"]["ok"]
    assert "7522.26 expected" in outcomes["totals"]["seen"]
    assert "libEGL" in outcomes["window"]["seen"]
    assert outcomes["store"]["ok"]
