"""A page costs no more than the same strings in a font that needs no embedding."""

import io
import time
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from app.documents.text import FontFaces, PdfFonts, TextStyle, Typesetter, new_canvas
from tests.documents.text.printing import A4_PT

STYLE = TextStyle(9)
COLUMNS_PT = (40, 70, 300, 350, 420, 500)


def rows(count: int) -> list[tuple[str, ...]]:
    return [
        (
            f"{row}",
            f"Prestation de conseil et développement {row}",
            f"{row % 9}",
            f"{row},50",
            "20 %",
            f"{row * 7} €",
        )
        for row in range(count)
    ]


def bare(pages: int) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4_PT, invariant=1, pageCompression=1)
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        for index, row in enumerate(rows(45 * (page + 1))[-45:]):
            for x_pt, text in zip(COLUMNS_PT, row, strict=True):
                canvas.drawString(x_pt, 800 - 16 * index, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def ours(pages: int, typesetter: Typesetter, fonts: PdfFonts) -> bytes:
    stream = io.BytesIO()
    canvas = new_canvas(stream, A4_PT, title="Speed")
    for page in range(pages):
        ink = fonts.begin(canvas)
        for index, row in enumerate(rows(45 * (page + 1))[-45:]):
            for x_pt, text in zip(COLUMNS_PT, row, strict=True):
                ink.text(typesetter.line(text, STYLE), x_pt, 800 - 16 * index, STYLE)
        ink.end()
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def best_s(work: Callable[[], bytes]) -> float:
    times = []
    for _ in range(7):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def test_a_page_redrawn_costs_at_most_one_and_a_half_bare_pages(faces: FontFaces) -> None:
    typesetter, fonts = Typesetter(faces), PdfFonts(faces, keep_subsets=True)
    ours(1, typesetter, fonts)
    assert best_s(lambda: ours(1, typesetter, fonts)) <= 1.5 * best_s(lambda: bare(1))


def test_a_whole_document_costs_at_most_a_third_more_than_a_bare_one(faces: FontFaces) -> None:
    assert best_s(lambda: ours(11, Typesetter(faces), PdfFonts(faces))) <= 1.3 * best_s(lambda: bare(11))
