"""The outline of a glyph as the operators of a PDF path."""

from __future__ import annotations

import uharfbuzz as hb


def outline(font: hb.Font, glyph: int) -> str:
    """The path of a glyph in the units of the font's scale, ready to be filled; empty for a blank."""
    pen = _Pen()
    font.draw_glyph(glyph, _FUNCS, pen)
    return " ".join(pen.operators)


class _Pen:
    def __init__(self) -> None:
        self.operators: list[str] = []
        self.at = (0.0, 0.0)

    def add(self, operator: str, *points: float) -> None:
        self.operators += [*(f"{value:.2f}".rstrip("0").rstrip(".") for value in points), operator]
        if points:
            self.at = (points[-2], points[-1])


def _move(x: float, y: float, pen: _Pen) -> None:
    pen.add("m", x, y)


def _line(x: float, y: float, pen: _Pen) -> None:
    pen.add("l", x, y)


def _quadratic(control_x: float, control_y: float, x: float, y: float, pen: _Pen) -> None:
    """PDF knows cubic curves only; this one is the same curve."""
    start_x, start_y = pen.at
    pen.add(
        "c",
        start_x + (control_x - start_x) * 2 / 3,
        start_y + (control_y - start_y) * 2 / 3,
        x + (control_x - x) * 2 / 3,
        y + (control_y - y) * 2 / 3,
        x,
        y,
    )


def _cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, pen: _Pen) -> None:
    pen.add("c", x1, y1, x2, y2, x, y)


def _close(pen: _Pen) -> None:
    pen.add("h")


_FUNCS = hb.DrawFuncs()
_FUNCS.set_move_to_func(_move)
_FUNCS.set_line_to_func(_line)
_FUNCS.set_quadratic_to_func(_quadratic)
_FUNCS.set_cubic_to_func(_cubic)
_FUNCS.set_close_path_func(_close)
