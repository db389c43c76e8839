"""Putting text into stacks: wrapped paragraphs and runs of short facts."""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.layout.blocks import Role, Stack, TextMark
from app.documents.text import TextStyle, Typesetter
from app.documents.view.said import SEPARATOR, Said


def put_paragraph(
    stack: Stack,
    setter: Typesetter,
    words: Said,
    style: TextStyle,
    *,
    x_pt: float,
    width_pt: float,
    leading_pt: float,
    role: Role = "paragraph",
) -> None:
    """Set a text in as many lines as it takes; right-to-left lines stand at the right of the width."""
    for line in setter.wrap(words.text, style, width_pt):
        stack.y_pt += leading_pt
        y_pt = stack.y_pt - leading_pt * 0.25
        if line.rtl:
            stack.texts.append(TextMark(line, x_pt + width_pt, y_pt, style, "right", role, words.path))
        else:
            stack.texts.append(TextMark(line, x_pt, y_pt, style, "left", role, words.path))


def put_run(
    stack: Stack,
    setter: Typesetter,
    words: Iterable[Said],
    style: TextStyle,
    *,
    x_pt: float,
    width_pt: float,
    leading_pt: float,
    right: bool = False,
) -> None:
    """Set short texts one after another with dots between them, as many on a line as fit."""
    rows: list[list[Said]] = []
    used_pt = 0.0
    dot_pt = setter.width_pt(SEPARATOR, style)
    for piece in words:
        piece_pt = setter.width_pt(piece.text, style) if "\n" not in piece.text else width_pt + 1
        if rows and used_pt + dot_pt + piece_pt <= width_pt:
            rows[-1].append(piece)
            used_pt += dot_pt + piece_pt
        else:
            rows.append([piece])
            used_pt = piece_pt
    for row in rows:
        if len(row) == 1 and not right:
            put_paragraph(stack, setter, row[0], style, x_pt=x_pt, width_pt=width_pt, leading_pt=leading_pt)
        elif len(row) == 1:
            for line in setter.wrap(row[0].text, style, width_pt):
                stack.y_pt += leading_pt
                y_pt = stack.y_pt - leading_pt * 0.25
                mark = TextMark(line, x_pt + width_pt, y_pt, style, "right", "paragraph", row[0].path)
                stack.texts.append(mark)
        else:
            _put_row(stack, setter, row, style, x_pt, width_pt, leading_pt, right)


def _put_row(
    stack: Stack,
    setter: Typesetter,
    row: list[Said],
    style: TextStyle,
    x_pt: float,
    width_pt: float,
    leading_pt: float,
    right: bool,
) -> None:
    stack.y_pt += leading_pt
    y_pt = stack.y_pt - leading_pt * 0.25
    dot = (setter.line(SEPARATOR, style), "")
    lines = [dot] * (2 * len(row) - 1)
    lines[::2] = [(setter.line(piece.text, style), piece.path) for piece in row]
    at_pt = x_pt + width_pt - sum(line.width_pt for line, _ in lines) if right else x_pt
    for line, path in lines:
        stack.texts.append(TextMark(line, at_pt, y_pt, style, "left", "paragraph", path))
        at_pt += line.width_pt
