"""Pages of a laid-out document onto a canvas.

Every drawing call says what the drawn thing means (its role), so that a structure tree can be built
from the same calls. Colours are RGB only.
"""

from __future__ import annotations

import io
from typing import BinaryIO, Final

from reportlab.pdfbase.pdfdoc import xObjectName

from app.documents.layout.blocks import LINE_TOP_PT, BoxMark, LogoMark, QrMark, Role, TextMark
from app.documents.layout.sheet import Placed, Sheet
from app.documents.logo import Logo
from app.documents.qr import dark_runs
from app.documents.text import Align, PageInk, PdfFonts, TextCanvas, TextLine, TextStyle, new_canvas
from app.documents.text.embedding import Stream
from app.documents.text.ink import fill_operator
from app.documents.view.said import joined

_WATERMARK_ANGLE: Final = 52.0
_EDGE_PT: Final = 0.005
_ARTIFACT: Final = "Artifact"
_FIGURE: Final = "Figure"


class Pen:
    """Draws on one page; lengths in points from the top left corner of the sheet."""

    def __init__(self, canvas: TextCanvas, ink: PageInk, height_pt: float) -> None:
        self._canvas = canvas
        self._ink = ink
        self._height_pt = height_pt

    def text(self, role: Role, mark: TextMark, down_pt: float) -> None:
        """A line of text, `down_pt` below where its block says."""
        self.words(role, mark.line, mark.x_pt, mark.y_pt + down_pt, mark.style, mark.align)

    def words(
        self, role: Role, line: TextLine, x_pt: float, y_pt: float, style: TextStyle, align: Align = "left"
    ) -> None:
        """A line of text with its baseline at `y_pt`."""
        ink = self._ink
        if role == "artefact":
            ink.mark(_ARTIFACT, None)
            ink.text(line, x_pt, self._height_pt - y_pt, style, align)
            ink.unmark()
        else:
            ink.text(line, x_pt, self._height_pt - y_pt, style, align)

    def box(
        self, role: Role, x_pt: float, y_pt: float, width_pt: float, height_pt: float, colour: str
    ) -> None:
        """A filled rectangle."""
        rectangle = f"{x_pt:.2f} {self._height_pt - y_pt - height_pt:.2f} {width_pt:.2f} {height_pt:.2f} re"
        self._draw(role, f"{fill_operator(colour)} {rectangle} f")

    def qr(self, role: Role, mark: QrMark, down_pt: float) -> None:
        """A QR code as one path."""
        modules, runs = dark_runs(mark.payload)
        module_pt = mark.side_pt / modules
        top_pt = self._height_pt - mark.y_pt - down_pt
        place = f"{module_pt:.5f} 0 0 -{module_pt:.5f} {mark.x_pt:.3f} {top_pt:.3f} cm"
        path = [f"{column} {row} {length} 1 re" for column, row, length in runs]
        self._draw(role, "\n".join((fill_operator(mark.colour), place, *path, "f")))

    def logo(self, role: Role, mark: LogoMark, down_pt: float, logo: Logo) -> None:
        """The seller's logo."""
        name = _image(self._canvas, logo)
        y_pt = self._height_pt - mark.y_pt - down_pt - mark.height_pt
        place = f"{mark.width_pt:.3f} 0 0 {mark.height_pt:.3f} {mark.x_pt:.3f} {y_pt:.3f} cm"
        self._draw(role, f"{place} /{name} Do")

    def _draw(self, role: Role, operators: str) -> None:
        tag = _FIGURE if role == "figure" else _ARTIFACT
        self._canvas._code.append(f"/{tag} BMC q {operators} Q EMC")

    def watermark(self, role: Role, line: TextLine, style: TextStyle, width_pt: float) -> None:
        """A word across the page, below everything else."""
        canvas, ink = self._canvas, self._ink
        canvas.saveState()
        canvas.translate(width_pt / 2, self._height_pt / 2)
        canvas.rotate(_WATERMARK_ANGLE)
        self.words(role, line, 0, self._height_pt + style.size_pt * 0.35, style, "centre")
        ink.end()
        canvas.restoreState()


def draw_page(sheet: Sheet, index: int, canvas: TextCanvas, fonts: PdfFonts) -> None:
    """Draw one page and close it."""
    frame = sheet.frame
    ink = fonts.begin(canvas)
    pen = Pen(canvas, ink, frame.height_pt)
    if sheet.view.watermark:
        style = _fitting(sheet)
        line = sheet.setter.line(sheet.view.watermark, style)
        pen.watermark("artefact", line, style, frame.width_pt)
    for placed in sheet.placed(index):
        _draw_block(placed, pen, sheet)
    _draw_margins(sheet, index, pen)
    ink.end()
    canvas.showPage()


def write_pdf(sheet: Sheet, fonts: PdfFonts, pages: range) -> bytes:
    """These pages as a PDF; the same sheet gives the same bytes. Of many pages no lines are kept."""
    stream = io.BytesIO()
    canvas = open_canvas(sheet, stream)
    for index in pages:
        draw_page(sheet, index, canvas, fonts)
        if len(pages) > 1:
            for placed in sheet.placed(index):
                placed.block.forget_texts()
    canvas.save()
    return stream.getvalue()


def open_canvas(sheet: Sheet, stream: BinaryIO) -> TextCanvas:
    """A canvas with the document's properties."""
    view = sheet.view
    return new_canvas(
        stream,
        (sheet.frame.width_pt, sheet.frame.height_pt),
        title=_clean(view.running_head),
        author=_clean(view.draft.seller.name),
        subject=_clean(view.draft.subject),
        lang=view.locale.replace("_", "-"),
    )


def _draw_block(placed: Placed, pen: Pen, sheet: Sheet) -> None:
    block = placed.block
    from_pt, to_pt = placed.from_pt, placed.to_pt
    down_pt = placed.y_pt - from_pt
    for box in block.boxes:
        _draw_box(box, from_pt, to_pt, down_pt, pen)
    is_whole = not from_pt and to_pt == block.height_pt
    for mark in block.texts:
        if is_whole or from_pt - _EDGE_PT <= max(mark.y_pt - LINE_TOP_PT, 0.0) < to_pt - _EDGE_PT:
            pen.text(mark.role, mark, down_pt)
    if block.qr is not None and not from_pt:
        pen.qr("figure", block.qr, down_pt)
    if block.logo is not None and not from_pt and sheet.logo is not None:
        pen.logo("figure", block.logo, down_pt, sheet.logo)
    if placed.line_number and block.texts:
        style = sheet.rows.grid.figures
        y_pt = block.texts[0].y_pt + down_pt
        pen.words("cell", sheet.setter.line(str(placed.line_number), style), sheet.frame.left_pt, y_pt, style)


def _draw_box(box: BoxMark, from_pt: float, to_pt: float, down_pt: float, pen: Pen) -> None:
    top_pt, bottom_pt = max(box.y_pt, from_pt), min(box.y_pt + box.height_pt, to_pt)
    if bottom_pt > top_pt:
        pen.box(box.role, box.x_pt, top_pt + down_pt, box.width_pt, bottom_pt - top_pt, box.colour)


def _draw_margins(sheet: Sheet, index: int, pen: Pen) -> None:
    frame, setter, style = sheet.frame, sheet.setter, sheet.styles.small
    if sheet.is_whole:
        text = sheet.view.labels.fill("page", page=str(index + 1), pages=str(len(sheet.pages)))
        pen.words("artefact", setter.line(text, style), frame.right_pt, frame.foot_y_pt, style, "right")
    if index:
        room_pt = frame.content_width_pt * 0.8
        names = (sheet.view.running_head, sheet.view.draft.seller.name)
        head = setter.wrap(joined(names), style, room_pt)[0]
        pen.words("artefact", head, frame.left_pt, frame.foot_y_pt, style)


def _fitting(sheet: Sheet) -> TextStyle:
    style = sheet.styles.watermark
    width_pt = sheet.setter.width_pt(sheet.view.watermark, style)
    room_pt = sheet.frame.height_pt * 0.72
    if width_pt <= room_pt:
        return style
    return TextStyle(max(int(style.size_pt * room_pt / width_pt), 8), style.weight, colour=style.colour)


def _image(canvas: TextCanvas, logo: Logo) -> str:
    document = canvas._doc
    internal = str(xObjectName("Logo"))
    if internal not in document.idToObject:
        width, height = logo.size_px
        entries = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 "
        mask = ""
        if logo.alpha is not None:
            soft = document.Reference(Stream(logo.alpha, entries + "/ColorSpace /DeviceGray "), "logo mask")
            mask = f"/SMask {soft.format(document).decode('ascii')} "
        document.Reference(Stream(logo.rgb, f"{entries}/ColorSpace /DeviceRGB {mask}"), internal)
    canvas._formsinuse.append("Logo")
    return internal


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
