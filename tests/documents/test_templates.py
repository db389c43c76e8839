"""The templates differ in how the page looks, never in what it says."""

from __future__ import annotations

from itertools import combinations

import pytest

from app.documents import LivePaper, render_pdf
from app.documents.layout.styles import TEMPLATES, styles_for
from app.domain.draft import PAPER_TEMPLATES, Draft, Paper
from app.domain.parties import Address, Party
from app.domain.totals import compute
from tests.documents.papers import everything, invoice, line, long_invoice, pixels, text_of

MM = 72 / 25.4


def in_template(draft: Draft, name: str) -> Draft:
    return draft.edited(paper=draft.paper.model_copy(update={"template": name}))


def printed(draft: Draft, name: str) -> bytes:
    changed = in_template(draft, name)
    return render_pdf(changed, compute(changed), stage="issued")


def test_the_model_names_the_templates_that_there_are() -> None:
    assert tuple(TEMPLATES) == PAPER_TEMPLATES


@pytest.mark.parametrize("draft", [everything(), long_invoice(30)], ids=["everything", "long"])
@pytest.mark.parametrize("name", PAPER_TEMPLATES[1:])
def test_every_template_says_the_same(name: str, draft: Draft) -> None:
    heads = {"1", "2", "/", "3"}
    said = set(text_of(printed(draft, name)).split()) - heads
    assert said == set(text_of(printed(draft, "classic")).split()) - heads


@pytest.mark.parametrize(("one", "other"), list(combinations(PAPER_TEMPLATES, 2)))
def test_two_templates_look_different(one: str, other: str) -> None:
    draft = long_invoice(4)
    pages = [pixels(printed(draft, name), 0) for name in (one, other)]
    differing = sum(a != b for a, b in zip(*pages, strict=True)) / len(pages[0])
    assert differing > 0.01


@pytest.mark.parametrize("name", PAPER_TEMPLATES)
@pytest.mark.parametrize(("window", "zone"), [("left", (20, 62, 105, 90)), ("right", (110, 54, 190, 79))])
def test_the_address_stands_in_the_window_in_every_template(
    name: str, window: str, zone: tuple[float, float, float, float]
) -> None:
    address = Address(line1="48 avenue Foch", postal_code="75116", city="Paris", country="FR")
    paper = Paper(template=name, window_envelope=window)  # type: ignore[arg-type]
    draft = invoice(line("a"), buyer=Party(name="Société Lumen SAS", addresses=(address,)), paper=paper)
    live = LivePaper()
    live.update(draft, compute(draft), "issued")
    x0, y0, x1, y1 = (edge * MM for edge in zone)
    seen = [spot for spot in live.spots(0) if spot.path in ("buyer.name", "buyer.addresses")]
    assert len(seen) >= 3
    assert all(x0 <= spot.x0_pt and spot.x1_pt <= x1 for spot in seen)
    assert all(y0 <= spot.y0_pt and spot.y1_pt <= y1 for spot in seen)


def test_what_stands_on_the_accent_can_be_read_on_it() -> None:
    dark, light = (
        styles_for(Paper(template="bold", accent=accent, ink="#101010")) for accent in ("#0B665D", "#FFE066")
    )
    assert (dark.payable.colour, dark.table_head.colour) == ("#FFFFFF", "#FFFFFF")
    assert (light.payable.colour, light.table_head.colour) == ("#101010", "#101010")


def test_a_name_of_another_program_looks_like_the_first() -> None:
    assert styles_for(Paper(template="their own")) == styles_for(Paper())
