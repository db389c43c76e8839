"""Moving, deleting and copying rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.rows import Line, Section
from app.ui.grid.order import block_end, moved, moved_before, with_sections

Rows = tuple[Line | Section, ...]


def rows(ids: str) -> Rows:
    """Capitals are section heads."""
    return tuple(Section(id=i) if i.isupper() else Line(id=i) for i in ids)


def ids(found: Rows) -> str:
    return "".join(row.id for row in found)


def test_a_line_moves_one_place_and_stops_at_the_edges() -> None:
    assert ids(moved(rows("abc"), {"b"}, -1)) == "bac"
    assert ids(moved(rows("abc"), {"a"}, -1)) == "abc"
    assert ids(moved(rows("abc"), {"c"}, 1)) == "abc"


def test_several_lines_move_together() -> None:
    assert ids(moved(rows("abcd"), {"b", "c"}, -1)) == "bcad"
    assert ids(moved(rows("abcd"), {"b", "c"}, 1)) == "adbc"
    assert ids(moved(rows("abcd"), {"a", "c"}, -1)) == "acbd"


def test_a_section_goes_past_its_neighbour_with_its_lines() -> None:
    assert ids(moved(rows("AabBc"), {"B"}, -1)) == "BcAab"
    assert ids(moved(rows("AabBc"), {"A"}, 1)) == "BcAab"


def test_lines_above_the_first_head_are_never_swallowed() -> None:
    assert ids(moved(rows("xAaBb"), {"A"}, -1)) == "xAaBb"
    assert ids(moved(rows("xAaBb"), {"B"}, -1)) == "xBbAa"


def test_dropping_a_line_puts_it_where_it_fell() -> None:
    assert ids(moved_before(rows("abcd"), {"a"}, 3)) == "bcad"
    assert ids(moved_before(rows("abcd"), {"d"}, 0)) == "dabc"
    assert ids(moved_before(rows("abcd"), {"b"}, 2)) == "abcd"


def test_a_section_dropped_among_lines_of_another_comes_after_it() -> None:
    assert ids(moved_before(rows("AabBcCd"), {"A"}, 4)) == "BcAabCd"
    assert ids(moved_before(rows("AabBc"), {"B"}, 1)) == "AabBc"


@given(st.permutations(list("AabBcdCe")), st.sets(st.sampled_from("AabBcdCe")), st.sampled_from([-1, 1]))
def test_moving_loses_and_doubles_nothing(order: list[str], chosen: set[str], step: int) -> None:
    before = rows("".join(order))
    after = moved(before, chosen, step)
    assert sorted(ids(after)) == sorted(ids(before))
    assert moved(before, set(), step) == before


def test_what_belongs_to_a_head() -> None:
    assert block_end(rows("AabB"), 0) == 3
    assert block_end(rows("AabB"), 1) == 2
    assert with_sections(rows("AabBc"), {"A"}) == {"A", "a", "b"}
