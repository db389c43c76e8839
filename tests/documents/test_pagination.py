from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.documents.layout.blocks import Block, TextMark
from app.documents.layout.pagination import Page, Room, paginate
from app.documents.text import TextLine, TextStyle

BODY_PT = 100.0
STYLE = TextStyle(9)


def block(height_pt: float, *, cut_over_pt: float = float("inf")) -> Block:
    """A block with a line of text every 10 points."""
    count = int(height_pt // 10)
    texts = tuple(
        TextMark(TextLine("x", 5.0), 0.0, 10.0 * i + 10.0, STYLE, "left", "cell", "") for i in range(count)
    )
    return Block(height_pt, texts, cut_over_pt=cut_over_pt)


def room(count: int, start: int = 0, *, repeated_pt: float = 0.0, reserved_pt: float = 0.0) -> Room:
    return Room(BODY_PT, start, count, repeated_pt, reserved_pt)


def pages(heights: list[float], keeps: list[bool] | None = None, where: Room | None = None) -> list[Page]:
    blocks = [block(height) for height in heights]
    return paginate(blocks, keeps or [False] * len(heights), where or room(len(heights)))


def test_blocks_fill_a_page_to_its_last_point() -> None:
    assert pages([50.0, 50.0, 10.0]) == [Page(0, 0, 2, 0), Page(2, 0, 3, 0)]


def test_a_full_last_page_is_followed_by_no_blank_one() -> None:
    assert len(pages([50.0, 50.0])) == 1


def test_a_kept_block_moves_with_the_next() -> None:
    assert pages([80.0, 15.0, 20.0], [False, True, False]) == [Page(0, 0, 1, 0), Page(1, 0, 3, 0)]


def test_a_chain_of_three_stays_together() -> None:
    assert pages([60.0, 10.0, 20.0, 20.0], [False, True, True, False])[0] == Page(0, 0, 1, 0)


def test_a_chain_higher_than_a_page_gives_way_without_losing_anything() -> None:
    found = pages([60.0, 60.0, 60.0], [True, True, False])
    assert [(page.first, page.last) for page in found][-1][1] == 3


def test_a_row_is_cut_between_its_lines_if_it_is_higher_than_a_page() -> None:
    blocks = [block(40.0), block(250.0, cut_over_pt=BODY_PT)]
    found = paginate(blocks, [False, False], room(2))
    assert found[0] == Page(0, 0.0, 1, 60.0)
    assert [(page.offset_pt, page.cut_pt) for page in found[1:]] == [(60.0, 160.0), (160.0, 0.0)]


def test_a_row_that_fits_on_a_page_is_never_cut() -> None:
    blocks = [block(40.0), block(90.0, cut_over_pt=BODY_PT)]
    assert [page.cut_pt for page in paginate(blocks, [False, False], room(2))] == [0.0, 0.0]


def test_the_repeated_head_of_the_table_takes_its_room() -> None:
    found = pages([20.0, 80.0, 80.0, 20.0], None, room(4, repeated_pt=20.0))
    assert [(page.first, page.last) for page in found] == [(0, 2), (2, 3), (3, 4)]


HEIGHTS = st.lists(st.floats(min_value=1, max_value=400), min_size=1, max_size=60)


@given(HEIGHTS, st.randoms(use_true_random=False), st.sampled_from([0.0, 15.0]), st.sampled_from([0.0, 12.0]))
def test_every_block_is_placed_once_in_order_on_pages_that_are_not_empty(
    heights: list[float], random: object, repeated_pt: float, reserved_pt: float
) -> None:
    choice = random.random  # type: ignore[attr-defined]
    blocks = [block(height, cut_over_pt=BODY_PT if choice() < 0.7 else 30.0) for height in heights]
    keeps = [choice() < 0.3 for _ in heights]
    where = room(len(heights) // 2 + 1, repeated_pt=repeated_pt, reserved_pt=reserved_pt)
    found = paginate(blocks, keeps, where)
    at = (0, 0.0)
    for page in found:
        assert (page.first, page.offset_pt) == at
        at = (page.last, page.cut_pt)
        assert at > (page.first, page.offset_pt)
        used_pt = sum(heights[page.first : page.last]) - page.offset_pt + page.cut_pt
        if len(range(page.first, page.last)) > 1:
            assert used_pt <= where.height_pt(page.first) + 0.02
    assert at == (len(heights), 0.0)


@given(HEIGHTS)
def test_pages_are_as_full_as_they_can_be(heights: list[float]) -> None:
    found = pages(heights)
    for page, following in pairwise(found):
        used_pt = sum(heights[page.first : page.last]) - page.offset_pt + page.cut_pt
        first_of_next_pt = heights[following.first]
        assert page.cut_pt or used_pt + first_of_next_pt > BODY_PT or first_of_next_pt > BODY_PT
