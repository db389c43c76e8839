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
from app.intake.fields.parties import Parties, key_of, leanings_of
from app.intake.fields.wordings.names import ADDRESS, LEGAL_FORM, MAIL_HOSTS, NO_NAME
from app.intake.fields.wordings.parties import FROM, HOLDER, NAME_LABEL, SELLER_HEAD
from app.intake.fields.wordings.titles import TITLES
from app.intake.fields.words import folded
from app.intake.page import Box

_DOMAIN: Final = re.compile(
    r"(?:@|www\.|https?://(?:www\.)?)([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(?:[a-z]{2,})"
    r"|\b([a-z0-9-]{3,})\.(?:com|net|org|fr|de|nl|es|it|eu|be|co|io|ch|at)\b"
)
_IMPRINT_PARTS: Final = re.compile(
    r"\s+[-–—·•|*]\s+|\s*[·•|]\s*|,\s(?!(?:inc|llc|ltd|l\.?l\.?c|s\.|sa\b|sl\b|sas\b|sarl|srl|gmbh|ag\b|co\b|corp|plc|b\.?v|n\.?v|lda|ltda|unip))|\s{2,}",
    re.IGNORECASE,
)


_ABBREVIATED: Final = re.compile(r"\b(?:inc|ltd|co|corp|lda|ltda|(?:\w\.)+\w)$")
"""Legal forms that end in a dot."""


class Named(NamedTuple):
    """A candidate name with its score. `times` is how often the pages spell it so.

    `is_whole` is False if the line above may be its beginning.
    """

    text: str
    cell: Cell
    box: Box
    score: float
    times: int = 1
    is_whole: bool = True


def names_of(grids: Sequence[Grid], parties: Parties) -> list[Named]:
    """Candidates for the supplier's name, the best first; each spelling once."""
    domains = _domains(grids, parties)
    scores: dict[str, Named] = {}
    votes: dict[str, int] = defaultdict(int)
    usual = _usual_size(grids)
    leanings = leanings_of(grids, parties)
    for grid in grids:
        is_first = grid.page.number == 1
        for text, cell, box, bonus in _pieces(grid, parties):
            score = bonus + _score(text, cell, grid, usual, domains)
            score += leanings.get(key_of(cell), 0.0)
            if not is_first:
                score -= 0.5
            key = _key(text)
            votes[key] += 1
            known = scores.get(key)
            if known is None or score > known.score:
                scores[key] = Named(text, cell, box, score, is_whole=_is_whole(cell, grid))
    ranked = [
        name._replace(score=name.score + 0.35 * min(votes[key] - 1, 3), times=votes[key])
        for key, name in scores.items()
        if key
    ]
    return sorted(ranked, key=lambda name: name.score, reverse=True)[:12]


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
            parts = _parts(cell)
            for place, (text, start) in enumerate(parts):
                first = 0.5 if place == 0 and len(parts) > 1 else 0.0
                yield text, cell, box_of(cell, start, start + len(text)), bonus + first


def _is_whole(cell: Cell, grid: Grid) -> bool:
    """Whether no line of words in the same type stands right above."""
    if cell.line == 0:
        return True
    return not any(
        abs(other.box.x0 - cell.box.x0) < 2
        and cell.box.y0 - other.box.y1 < 0.6 * cell.size_pt
        and abs(other.size_pt - cell.size_pt) < 0.5
        and not any(letter.isdigit() or letter == ":" for letter in other.text)
        and not SELLER_HEAD.search(folded(other.text))
        for other in grid.lines[cell.line - 1]
    )


def _parts(cell: Cell) -> list[tuple[str, int]]:
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
    if where < 0.16:
        score += 1.0
    elif where < 0.3:
        score += 0.3
    elif where > 0.85:
        score += 0.6
    ratio = cell.size_pt / usual if usual else 1.0
    score += min(1.2, max(0.0, (ratio - 1.1) * 1.2))
    if cell.is_bold:
        score += 0.25
    if text.isupper() or text.istitle():
        score += 0.1
    if grid.lines and cell.line == 0:
        score += 0.5
    return score


def _domains(grids: Sequence[Grid], parties: Parties) -> dict[str, float]:
    found: dict[str, float] = {}
    for grid in grids:
        for line in grid.lines:
            for cell in line:
                in_buyers = key_of(cell) in parties.buyer
                for match in _DOMAIN.finditer(cell.text.lower()):
                    name = (match.group(1) or match.group(2) or "").split(".")[-1]
                    if len(name) < 3 or name in MAIL_HOSTS:
                        continue
                    points = -1.0 if in_buyers else 1.8
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
