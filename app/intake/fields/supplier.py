"""Who sends the invoice: the hardest field. Several witnesses speak; none alone is believed.

Witnesses: a legal form in the name, the place on the page, the size of its type, the domain of a mail
address or web site that spells it, the imprint at the foot, the holder of the account, and against it:
standing in the customer's block.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from app.intake.fields.amounts import box_of
from app.intake.fields.cells import Cell, Grid
from app.intake.fields.labels import weight
from app.intake.fields.parties import FOOT, POSTCODE, Parties, key_of
from app.intake.fields.wordings.names import ADDRESS, LEGAL_FORM, MAIL_HOSTS, NO_NAME
from app.intake.fields.wordings.parties import FROM, HOLDER, NAME_LABEL, SELLER_HEAD
from app.intake.fields.wordings.titles import TITLES
from app.intake.fields.words import folded
from app.intake.page import Box

_DOMAIN: Final = re.compile(
    r"(?:@|www\.|https?://(?:www\.)?)([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(?:[a-z]{2,})"
    r"|\b([a-z0-9-]{3,})\.(?:com|net|org|fr|de|nl|es|it|eu|be|co|io|ch|at)\b"
)
_FORM_AHEAD: Final = (
    r"(?:inc|llc|ltd|l\.?l\.?c|s\.|sa\b|sl\b|sas\b|sarl|srl|gmbh|ag\b|co\b|corp|plc|b\.?v|n\.?v|lda|ltda"
    r"|unip)"
)
_IMPRINT_PARTS: Final = re.compile(
    r"\s+(?=au capital\b|mit sitz\b|con sede\b|met zetel\b)"
    rf"|\s+[-–—·•|*]\s+|\s*[·•|]\s*|,\s(?!{_FORM_AHEAD})|\s{{2,}}",
    re.IGNORECASE,
)
_ABBREVIATED: Final = re.compile(r"\b(?:inc|ltd|co|corp|lda|ltda|(?:\w\.)+\w)$")
"""Legal forms that end in a dot."""


_HOUSE_NUMBER: Final = re.compile(r"[a-z.],? \d{1,4} ?[a-z]?$|^\d{1,4}[a-z]?,? [a-z]")
_LABELLED: Final = ("number", "date", "due_date", "net", "gross", "tax")
"""A word that leads to one of these is no name."""


class Named(NamedTuple):
    """A candidate name with its score. `times` is how often the pages spell it so.

    `is_whole` is False if the line above may be its beginning. `signs` are what speaks for it wherever
    it stands: a domain that spells it, a block headed as the seller's, the account's holder, the imprint.
    """

    text: str
    cell: Cell
    box: Box
    score: float
    times: int = 1
    is_whole: bool = True
    signs: frozenset[str] = frozenset()
    cells: tuple[Cell, ...] = ()


def names_of(grids: Sequence[Grid], parties: Parties) -> list[Named]:
    """Candidates for the supplier's name, the best first; each spelling once."""
    domains = _domains(grids, parties)
    scores: dict[str, Named] = {}
    votes: dict[str, int] = defaultdict(int)
    signs: dict[str, set[str]] = defaultdict(set)
    cells: dict[str, list[Cell]] = defaultdict(list)
    usual = _usual_size(grids)
    buyers = _buyers_names(grids, parties)
    for grid in grids:
        is_first = grid.page.number == 1
        for text, cell, box, bonus in _pieces(grid, parties):
            score = bonus + _score(text, cell, grid, usual, domains)
            score += parties.leanings.get(key_of(cell), 0.0)
            if not is_first:
                score -= 0.5
            key = _key(text)
            if key in buyers and key_of(cell) not in parties.seller:
                score -= 2.0
            votes[key] += 1
            cells[key].append(cell)
            signs[key] |= set(_signs(text, cell, grid, parties, domains))
            known = scores.get(key)
            if known is None or score > known.score:
                scores[key] = Named(text, cell, box, score, is_whole=_is_whole(cell, grid))
    ranked = [
        name._replace(
            score=name.score + 0.35 * min(votes[key] - 1, 3),
            times=votes[key],
            signs=frozenset(signs[key]),
            cells=tuple(cells[key]),
        )
        for key, name in scores.items()
        if key
    ]
    return sorted(ranked, key=lambda name: name.score, reverse=True)[:12]


def _buyers_names(grids: Sequence[Grid], parties: Parties) -> set[str]:
    """What stands in the customer's blocks, to know it again elsewhere."""
    return {
        _key(cell.text)
        for grid in grids
        for line in grid.lines
        for cell in line
        if key_of(cell) in parties.buyer
    }


def _signs(text: str, cell: Cell, grid: Grid, parties: Parties, domains: dict[str, float]) -> Iterable[str]:
    plain = folded(text)
    if any(points > 0 and _spelled(plain, name) >= 1 for name, points in domains.items()):
        yield "domain"
    if key_of(cell) in parties.seller:
        yield "block"
    if HOLDER.search(folded(cell.text)):
        yield "holder"
    if cell.box.y0 > FOOT * (grid.page.height_pt or 1.0) and grid.page.number == 1:
        yield "foot"


def _pieces(grid: Grid, parties: Parties) -> Iterable[tuple[str, Cell, Box, float]]:
    height = grid.page.height_pt or 1.0
    for line in grid.lines:
        for cell in line:
            where = cell.box.y0 / height
            bonus = -3.0 if key_of(cell) in parties.buyer else 0.0
            plain = folded(cell.text)
            told = HOLDER.search(plain) or FROM.search(plain)
            if NAME_LABEL.search(plain) and cell.place + 1 < len(line):
                named = line[cell.place + 1]
                is_sellers = key_of(named) in parties.seller
                yield named.text, named, named.box, bonus + (2.0 if is_sellers else 0.8)
                continue
            if told and told.group(1).strip() and len(plain) == len(cell.text):
                name = cell.text[told.start(1) :].strip(" .:")
                yield name, cell, cell.box, bonus + 1.4
                continue
            if 0.35 < where < 0.8 and not LEGAL_FORM.search(plain) and key_of(cell) not in parties.seller:
                continue
            joined = _joined(cell, grid, parties)
            if joined is not None:
                yield joined, cell, cell.box, bonus + 0.6
            parts = parts_of(cell)
            for place, (text, start) in enumerate(parts):
                first = 0.5 if place == 0 and len(parts) > 1 else 0.0
                if first and bonus == 0 and any(POSTCODE.search(part) for part, _ in parts[2:]):
                    # An imprint: name, street, town.
                    first = 1.3
                yield text, cell, box_of(cell, start, start + len(text)), bonus + first


def _joined(cell: Cell, grid: Grid, parties: Parties) -> str | None:
    """A name on two lines of the seller's block, the legal form at the end of the second."""
    above = _line_above(cell, grid) if key_of(cell) in parties.seller else None
    if above is None or LEGAL_FORM.search(folded(above.text)) or weight("number", folded(above.text)) > 0:
        return None
    form = LEGAL_FORM.search(folded(cell.text))
    return f"{above.text} {cell.text}" if form and form.end() >= len(folded(cell.text)) - 1 else None


def _is_whole(cell: Cell, grid: Grid) -> bool:
    """Whether no line of words in the same type stands right above."""
    return _line_above(cell, grid) is None


def _line_above(cell: Cell, grid: Grid) -> Cell | None:
    """The words in the same type right above, if there are any."""
    if cell.line == 0:
        return None
    return next(
        (
            other
            for other in grid.lines[cell.line - 1]
            if abs(other.box.x0 - cell.box.x0) < 2
            and cell.box.y0 - other.box.y1 < 0.6 * cell.size_pt
            and abs(other.size_pt - cell.size_pt) < 0.5
            and not any(letter.isdigit() or letter == ":" for letter in other.text)
            and not SELLER_HEAD.search(folded(other.text))
        ),
        None,
    )


def parts_of(cell: Cell) -> list[tuple[str, int]]:
    """The parts of an imprint's line, and where in the cell each begins."""
    parts, start = [], 0
    for gap in (*_IMPRINT_PARTS.finditer(cell.text), None):
        end = gap.start() if gap else len(cell.text)
        text = cell.text[start:end].strip(" .,:;")
        after = cell.text.find(text, start) + len(text)
        if text and cell.text[after : after + 1] == "." and _ABBREVIATED.search(folded(text)):
            text += "."
        if text:
            parts.append((text, start))
        start = gap.end() if gap else end
    return parts


def _score(text: str, cell: Cell, grid: Grid, usual: float, domains: dict[str, float]) -> float:
    plain = folded(text)
    letters = sum(letter.isalpha() for letter in text)
    if letters < 3 or len(text) > 70 or sum(letter.isdigit() for letter in text) > letters / 2:
        return -9.0
    score = 0.0
    form = LEGAL_FORM.search(plain)
    if form:
        score += 1.5 if form.start() > 0 else 0.2
    if SELLER_HEAD.search(plain) or weight("buyer", plain) > 0:
        return -9.0
    if ":" in text:
        score -= 1.5
    if ADDRESS.search(plain):
        score -= 2.0 if not form else 0.8
    if NO_NAME.search(plain):
        score -= 2.0 if not form else 1.0
    if any(pattern.search(plain) for pattern in TITLES.values()):
        score -= 2.5
    words = plain.split()
    if len(words) > 7 or (text.endswith((".", "!", "?")) and not form):
        score -= 1.5
    score += max((points * _spelled(plain, name) for name, points in domains.items()), default=0.0)
    box, page = cell.box, grid.page
    height = page.height_pt or 1.0
    where = box.y0 / height
    is_first = page.number == 1
    if where < 0.16:
        score += 1.0 if is_first else 0.0
    elif where < 0.3:
        score += 0.3 if is_first else 0.0
    elif where > 0.85:
        score += 0.6
    ratio = cell.size_pt / usual if usual else 1.0
    score += min(1.2, max(0.0, (ratio - 1.1) * 1.2))
    if cell.is_bold:
        score += 0.25
    if text.isupper() or text.istitle():
        score += 0.1
    if cell.line == 0 and is_first:
        score += 0.5
    if not form and _HOUSE_NUMBER.search(plain):
        score -= 1.5
    if not form and any(weight(field, plain) >= 1.5 for field in _LABELLED):
        score -= 1.5
    return score


def _domains(grids: Sequence[Grid], parties: Parties) -> dict[str, float]:
    found: dict[str, float] = {}
    for grid in grids:
        for line in grid.lines:
            for cell in line:
                in_buyers = key_of(cell) in parties.buyer
                for match in _DOMAIN.finditer(cell.text.lower()):
                    points = -1.0 if in_buyers else 1.8
                    for name in (match.group(1) or match.group(2) or "").split("."):
                        if len(name) >= 3 and name not in MAIL_HOSTS:
                            found[name] = max(found.get(name, -1.0), points)
    return found


def _spelled(plain: str, domain: str) -> float:
    """How far the domain spells the name, legal form apart: 1 for all of it, 0 for not at all."""
    name = LEGAL_FORM.sub("", plain)
    joined = "".join(letter for letter in name if letter.isalnum())
    spelled = domain.replace("-", "")
    if len(joined) < 3:
        return 0.0
    if joined == spelled:
        return 1.2
    if (len(spelled) >= 4 and spelled in joined) or (len(joined) >= 4 and joined in spelled):
        return 0.4 + 0.6 * min(len(spelled), len(joined)) / max(len(spelled), len(joined))
    words = [word for word in re.findall(r"\w+", name) if len(word) >= 4]
    return 0.8 if words and all(word in spelled for word in words[:2]) else 0.0


def _usual_size(grids: Sequence[Grid]) -> float:
    sizes = sorted(cell.size_pt for grid in grids for line in grid.lines for cell in line)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _key(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())
