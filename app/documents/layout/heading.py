"""The upper part of the first page: who, to whom, what, when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.documents.layout.blocks import Block, BoxMark, LogoMark, Stack, TextMark
from app.documents.layout.frame import MM, Frame
from app.documents.layout.setting import put_paragraph, put_run
from app.documents.layout.styles import BODY_LEADING_PT, SMALL_LEADING_PT, Styles
from app.documents.text import TextStyle, Typesetter
from app.documents.view.said import Heading, PartyView, Said, joined

LOGO_WIDTH_PT: Final = 150.0
LOGO_HEIGHT_PT: Final = 48.0
_BELOW_BAND_PT: Final = 9.0
_LEAST_TITLE_LEADING_PT: Final = 21.0
_LINES_OF_A_LARGE_NAME: Final = 2
_LEAST_TITLE_PT: Final = 13.0
_LABEL_LIMIT_PT: Final = 100.0
_CUT_OVER_PART: Final = 0.95
_COLUMN_GAP_PT: Final = 18.0


def heading_block(
    heading: Heading,
    logo_size: tuple[float, float] | None,
    frame: Frame,
    styles: Styles,
    setter: Typesetter,
) -> Block:
    """The heading as one block, measured from the top margin."""
    look = styles.template
    stack = Stack()
    top_pt = _band(stack, frame, styles)
    stack.y_pt = top_pt
    header_pt = _seller(stack, heading.seller, logo_size, frame, styles, setter)
    if not look.title.is_below_address:
        stack.y_pt = top_pt
        header_pt = max(header_pt, _title(stack, heading, frame, styles, setter))
    zone_pt = max(frame.address_y_pt - frame.top_pt, header_pt + 16)
    stack.y_pt = zone_pt
    if frame.window == "left":
        _return_line(stack, heading.seller, zone_pt, frame, styles, setter)
    address_pt = _address(stack, heading.buyer, frame, styles, setter)
    stack.y_pt = zone_pt
    others = [party for party in heading.others if party.is_stated]
    aside_pt = _aside(stack, heading, others if len(others) == 1 else [], frame, styles, setter)
    stack.y_pt = max(address_pt, aside_pt)
    if len(others) > 1:
        _row_of_parties(stack, others, frame, styles, setter)
    if look.title.is_below_address:
        stack.gap(18)
        _title(stack, heading, frame, styles, setter)
    stack.gap(16)
    return stack.block(cut_over_pt=frame.body_height_pt * _CUT_OVER_PART)


def _band(stack: Stack, frame: Frame, styles: Styles) -> float:
    """The bar across the top, if the template has one; answers where the head begins."""
    height_pt = styles.template.band_pt
    if not height_pt:
        return 0.0
    stack.boxes.append(BoxMark(frame.left_pt, 0.0, frame.content_width_pt, height_pt, styles.accent))
    return height_pt + _BELOW_BAND_PT


def _seller(
    stack: Stack,
    seller: PartyView,
    logo_size: tuple[float, float] | None,
    frame: Frame,
    styles: Styles,
    setter: Typesetter,
) -> float:
    place = styles.template.seller
    x_pt = frame.left_pt + frame.content_width_pt * place.begin
    width_pt = frame.content_width_pt * (place.end - place.begin)
    style, leading_pt = styles.seller, _leading_pt(styles.seller)
    if logo_size is not None:
        width, height = logo_size
        scale = min(LOGO_WIDTH_PT / width, LOGO_HEIGHT_PT / height)
        stack.logo = LogoMark(x_pt, stack.y_pt, width * scale, height * scale)
        stack.gap(height * scale + 5)
        style, leading_pt = styles.seller_beside_logo, _leading_pt(styles.seller_beside_logo)
    if seller.name.text:
        if len(setter.wrap(seller.name.text, style, width_pt)) > _LINES_OF_A_LARGE_NAME:
            style, leading_pt = styles.seller_beside_logo, _leading_pt(styles.seller_beside_logo)
        put_paragraph(
            stack, setter, seller.name, style, x_pt=x_pt, width_pt=width_pt, leading_pt=leading_pt,
            role="heading",
        )  # fmt: skip
    stack.gap(1.5)
    for group in (seller.postal, seller.others):
        put_run(
            stack, setter, group, styles.quiet, x_pt=x_pt, width_pt=width_pt, leading_pt=BODY_LEADING_PT,
        )  # fmt: skip
    return stack.y_pt


def _title(stack: Stack, heading: Heading, frame: Frame, styles: Styles, setter: Typesetter) -> float:
    place = styles.template.title
    x_pt = frame.left_pt + frame.content_width_pt * place.begin
    width_pt = frame.content_width_pt * (place.end - place.begin)
    is_right = place.side == "right"
    style = styles.title
    natural_pt = setter.width_pt(heading.title, style)
    if natural_pt > width_pt:
        size_pt = max(_LEAST_TITLE_PT, int(style.size_pt * width_pt / natural_pt * 2) / 2)
        style = TextStyle(size_pt, "bold", colour=style.colour)
    leading_pt = max(style.size_pt, _LEAST_TITLE_LEADING_PT)
    edge_pt = x_pt + width_pt if is_right else x_pt
    for line in setter.wrap(heading.title, style, width_pt):
        stack.y_pt += leading_pt
        mark = TextMark(line, edge_pt, stack.y_pt - leading_pt * 0.25, style, place.side, "heading", "title")
        stack.texts.append(mark)
    stack.gap(1.5)
    if heading.number.text:
        put_run(
            stack, setter, (heading.number,), styles.strong, x_pt=x_pt, width_pt=width_pt,
            leading_pt=BODY_LEADING_PT, right=is_right,
        )  # fmt: skip
    put_run(
        stack, setter, heading.dates, styles.body, x_pt=x_pt, width_pt=width_pt, leading_pt=BODY_LEADING_PT,
        right=is_right,
    )  # fmt: skip
    return stack.y_pt


def _leading_pt(style: TextStyle) -> float:
    """Line height of a name that may take several lines."""
    return style.size_pt + 3.0


def _return_line(
    stack: Stack, seller: PartyView, zone_pt: float, frame: Frame, styles: Styles, setter: Typesetter
) -> None:
    text = joined(piece.text for piece in (seller.name, *seller.postal))
    lines = setter.wrap(text, styles.tiny, 78 * MM)
    if text and len(lines) == 1:
        mark = TextMark(
            lines[0], frame.left_pt, zone_pt - 5, styles.tiny, "left", "paragraph", "seller.addresses"
        )
        stack.texts.append(mark)


def _address(stack: Stack, buyer: PartyView, frame: Frame, styles: Styles, setter: Typesetter) -> float:
    is_left = frame.window == "left"
    x_pt = frame.address_x_pt + (0 if is_left else 11)
    width_pt = 76 * MM if is_left else frame.right_pt - x_pt
    top_pt = stack.y_pt
    _party(stack, buyer, x_pt, width_pt, styles, setter)
    bar_pt = styles.template.address_bar_pt
    if bar_pt and stack.y_pt > top_pt:
        bar_x_pt = x_pt - 11
        stack.boxes.append(BoxMark(bar_x_pt, top_pt + 1, bar_pt, stack.y_pt - top_pt - 1, styles.accent))
    return stack.y_pt


def _party(
    stack: Stack, party: PartyView, x_pt: float, width_pt: float, styles: Styles, setter: Typesetter
) -> None:
    width_pt = min(width_pt, _natural_width_pt(party, setter, styles))
    if party.name.text:
        put_paragraph(
            stack, setter, party.name, styles.strong, x_pt=x_pt, width_pt=width_pt, leading_pt=BODY_LEADING_PT
        )
    for piece in party.postal:
        put_paragraph(
            stack, setter, piece, styles.body, x_pt=x_pt, width_pt=width_pt, leading_pt=BODY_LEADING_PT
        )
    put_run(
        stack, setter, party.others, styles.quiet, x_pt=x_pt, width_pt=width_pt, leading_pt=BODY_LEADING_PT
    )


def _natural_width_pt(party: PartyView, setter: Typesetter, styles: Styles) -> float:
    """What the longest line takes, so that right-to-left lines end where the block ends."""
    lines = [(part, styles.strong) for part in party.name.text.splitlines()]
    lines += [(part, styles.body) for piece in party.postal for part in piece.text.splitlines()]
    lines.append((joined(piece.text for piece in party.others), styles.quiet))
    return max(setter.width_pt(text, style) for text, style in lines)


def _aside(
    stack: Stack,
    heading: Heading,
    parties: Sequence[PartyView],
    frame: Frame,
    styles: Styles,
    setter: Typesetter,
) -> float:
    x_pt = frame.aside_x_pt
    width_pt = (frame.right_pt if frame.window == "left" else frame.address_x_pt - 18) - x_pt
    labels_pt = max((setter.width_pt(fact.label, styles.quiet) for fact in heading.facts), default=0.0)
    labels_pt = min(labels_pt, _LABEL_LIMIT_PT)
    for fact in heading.facts:
        top_pt = stack.y_pt
        put_paragraph(
            stack, setter, Said(fact.label, fact.path), styles.quiet, x_pt=x_pt, width_pt=labels_pt,
            leading_pt=BODY_LEADING_PT,
        )  # fmt: skip
        after_label_pt = stack.y_pt
        stack.y_pt = top_pt
        put_paragraph(
            stack, setter, Said(fact.text, fact.path), styles.body, x_pt=x_pt + labels_pt + 10,
            width_pt=width_pt - labels_pt - 10, leading_pt=BODY_LEADING_PT,
        )  # fmt: skip
        stack.y_pt = max(stack.y_pt, after_label_pt)
    for party in parties:
        if heading.facts:
            stack.gap(6)
        _labelled_party(stack, party, x_pt, width_pt, styles, setter)
    return stack.y_pt


def _row_of_parties(
    stack: Stack, parties: Sequence[PartyView], frame: Frame, styles: Styles, setter: Typesetter
) -> None:
    """Several parties side by side below facts and address."""
    stack.gap(14)
    top_pt = lowest_pt = stack.y_pt
    step_pt = (frame.content_width_pt + _COLUMN_GAP_PT) / len(parties)
    for place, party in enumerate(parties):
        stack.y_pt = top_pt
        x_pt = frame.left_pt + place * step_pt
        _labelled_party(stack, party, x_pt, step_pt - _COLUMN_GAP_PT, styles, setter)
        lowest_pt = max(lowest_pt, stack.y_pt)
    stack.y_pt = lowest_pt


def _labelled_party(
    stack: Stack, party: PartyView, x_pt: float, width_pt: float, styles: Styles, setter: Typesetter
) -> None:
    put_paragraph(
        stack, setter, Said(party.label, party.name.path), styles.quiet, x_pt=x_pt, width_pt=width_pt,
        leading_pt=BODY_LEADING_PT,
    )  # fmt: skip
    _party(stack, party, x_pt, width_pt, styles, setter)


def intro_blocks(heading: Heading, frame: Frame, styles: Styles, setter: Typesetter) -> list[Block]:
    """Subject and introduction, one block a text."""
    blocks = []
    if heading.subject.text.strip():
        stack = Stack(4.0)
        put_paragraph(
            stack, setter, heading.subject, styles.subject, x_pt=frame.left_pt,
            width_pt=frame.content_width_pt, leading_pt=15.0, role="heading",
        )  # fmt: skip
        stack.gap(3)
        blocks.append(stack.block(path=heading.subject.path))
    for words in heading.paragraphs:
        blocks.append(paragraph_block(words, styles.body, BODY_LEADING_PT, frame, setter))
    if blocks:
        last = Stack(8.0)
        blocks.append(last.block())
    return blocks


def paragraph_block(
    words: Said,
    style: TextStyle,
    leading_pt: float,
    frame: Frame,
    setter: Typesetter,
    *,
    gap_pt: float = 5.0,
) -> Block:
    """A text over the whole width that may be cut between lines once it is long."""
    stack = Stack(gap_pt * 0.4)
    put_paragraph(
        stack, setter, words, style, x_pt=frame.left_pt, width_pt=frame.content_width_pt,
        leading_pt=leading_pt,
    )  # fmt: skip
    stack.gap(gap_pt * 0.6)
    return stack.block(path=words.path, cut_over_pt=SMALL_LEADING_PT * 8)
