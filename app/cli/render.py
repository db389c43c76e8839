"""`render`: the PDF of a draft."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.cli.console import answer, answer_bytes, answer_json, report
from app.cli.exits import Exit
from app.cli.files import STANDARD, read_draft, write_result
from app.domain.draft import DocumentLanguage
from app.domain.totals import compute
from app.services.paper import render_pdf, unprintable


def write_pdf(file: str, output: str, *, language: DocumentLanguage | None, as_json: bool) -> Exit:
    """Write the PDF there and say what was written.

    A draft whose number another program gave is printed as a final document; one without a number
    carries the draft's watermark.
    """
    draft = read_draft(file)
    if language is not None:
        draft = draft.edited(language=language)
    for path, characters in unprintable(draft):
        shown = " ".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in characters)
        report(f"{path}: no font here can print {shown}; install one that can, or replace them")
    pdf = render_pdf(draft, compute(draft), stage="issued" if draft.number else "draft")
    if output == STANDARD:
        answer_bytes(pdf)
        return Exit.DONE
    write_result(Path(output), pdf, keep=None if file == STANDARD else Path(file))
    if as_json:
        answer_json({"file": output, "bytes": len(pdf), "sha256": hashlib.sha256(pdf).hexdigest()})
    else:
        answer(f"Wrote {output} ({len(pdf):,} bytes)")
    return Exit.DONE
