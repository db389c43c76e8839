"""What follows the table: totals, sentences, payment with its QR code, legal lines."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.documents.layout.blocks import Block, BoxMark, QrMark, Stack, TextMark
from app.documents.layout.frame import Frame
from app.documents.layout.heading import paragraph_block
from app.documents.layout.setting import put_paragraph
from app.documents.layout.styles import BODY_LEADING_PT, SMALL_LEADING_PT, Styles
from app.documents.text import Align, Typesetter
from app.documents.view.said import Closing

_TOTALS_PART: Final = 0.5
_QR_SIDE_PT: Final = 62.0
# Four modules of the smallest code that holds a payment.
_QUIET_PT: Final = 14.0
_FOOT_GAP_PT: Final = 14.0
_TOTAL_LEADING_PT: Final = 15.0
_FILL_BEYOND_PT: Final = 6.0


def totals_block(
    closing: Closing, frame: Frame, styles: Styles, setter: Typesetter, figures: Typesetter
) -> Block:
    """The totals at the right, the payable last and large; never cut."""
    left_pt = frame.right_pt - frame.content_width_pt * _TOTALS_PART
    width_pt = frame.right_pt - left_pt
    stack = Stack(16.0)
    if styles.template.head_rule_pt:
        rule_pt = styles.template.head_rule_pt
        stack.boxes.append(BoxMark(left_pt, stack.y_pt, width_pt, rule_pt, styles.rule))
    stack.gap(5)
    for total in closing.totals:
        style = styles.payable if total.is_payable else styles.body
        leading_pt = 20.0 if total.is_payable else _TOTAL_LEADING_PT
        if total.is_payable:
            stack.gap(styles.template.payable_pad_pt)
        top_pt = stack.y_pt
        amount = figures.line(total.amount, style)
        y_pt = stack.y_pt + leading_pt * 0.75
        room_pt = max(width_pt - amount.width_pt - 12, width_pt * 0.3)
        stack.texts.append(TextMark(amount, frame.right_pt, y_pt, style, "right", "totals", total.path))
        lines = setter.wrap(total.label, style, room_pt)
        for line in lines:
            x_pt = left_pt + room_pt if line.rtl else left_pt
            align: Align = "right" if line.rtl else "left"
            stack.texts.append(TextMark(line, x_pt, y_pt, style, align, "totals", total.path))
            y_pt += BODY_LEADING_PT
        stack.gap(leading_pt + BODY_LEADING_PT * (len(lines) - 1))
        if total.is_payable and styles.payable_fill:
            left_fill_pt, fill_pt = left_pt - _FILL_BEYOND_PT, width_pt + 2 * _FILL_BEYOND_PT
            stack.boxes.append(
                BoxMark(left_fill_pt, top_pt, fill_pt, stack.y_pt - top_pt, styles.payable_fill)
            )
    stack.gap(4)
    return stack.block(cut_over_pt=frame.body_height_pt)


def closing_blocks(closing: Closing, frame: Frame, styles: Styles, setter: Typesetter) -> list[Block]:
    """Sentences and the memo, below the totals."""
    blocks = []
    if closing.notes:
        blocks.append(Block(8.0))
        blocks.extend(
            paragraph_block(note, styles.quiet, SMALL_LEADING_PT, frame, setter, gap_pt=1.0)
            for note in closing.notes
        )
    if closing.paragraphs:
        blocks.append(Block(6.0))
        blocks.extend(
            paragraph_block(text, styles.body, BODY_LEADING_PT, frame, setter) for text in closing.paragraphs
        )
    return blocks


def foot_block(closing: Closing, frame: Frame, styles: Styles, setter: Typesetter) -> Block:
    """Payment lines beside the place of the QR code, legal lines; stands at the foot of the last page."""
    stack = Stack(_FOOT_GAP_PT)
    x_pt = frame.left_pt
    top_pt = stack.y_pt
    if closing.qr:
        x_pt += _QR_SIDE_PT + _QUIET_PT
    for number, words in enumerate(closing.payment):
        put_paragraph(
            stack, setter, words, styles.quiet if number == 0 else styles.small, x_pt=x_pt,
            width_pt=frame.right_pt - x_pt, leading_pt=SMALL_LEADING_PT,
        )  # fmt: skip
    for words in closing.legal:
        put_paragraph(
            stack, setter, words, styles.small, x_pt=x_pt, width_pt=frame.right_pt - x_pt,
            leading_pt=SMALL_LEADING_PT,
        )  # fmt: skip
    if closing.qr:
        y_pt = top_pt + _QR_SIDE_PT + 8
        caption = setter.line(closing.qr_caption, styles.tiny)
        stack.texts.append(
            TextMark(caption, frame.left_pt, y_pt, styles.tiny, "left", "figure", "payment_terms.show_qr")
        )
        stack.y_pt = max(stack.y_pt, y_pt + 2)
    return stack.block(cut_over_pt=frame.body_height_pt)


def with_qr(foot: Block, payload: str, frame: Frame, styles: Styles) -> Block:
    """The foot with its QR code in place."""
    if not payload:
        return foot
    return replace(foot, qr=QrMark(frame.left_pt, _FOOT_GAP_PT, _QR_SIDE_PT, payload, styles.ink))
