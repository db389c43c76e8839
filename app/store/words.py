"""How text becomes the words that are searched: without accents, case, or separators.

Both databases are given exactly these words, so both find the same. A number is there as its parts
and as a whole without separators (`A-1312/B` gives a, 1312, b and a1312b); an amount as its digits
down to the cent, so that 7522.26 is found by `7522,26`, `7 522` and `7522.26`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.money import round_half_away

MAX_WORD = 64
INDEXED_BYTES = 700_000

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[ .,'’\u00a0\u202f]\d+)+")
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\U00020000-\U0003ffff])"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: all `parts` are to be found, or the `whole`, each as the start of a word."""

    parts: tuple[str, ...]
    whole: str


def folded(text: str) -> str:
    """The text without accents and case."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("Ø", "O"))
    return "".join(c for c in spread if unicodedata.category(c)[0] != "M").casefold()


def words_of(text: str) -> list[str]:
    """The words of the text in order. Scripts without spaces give one word a character."""
    plain = folded(text)
    if not plain.isascii():
        plain = _UNSPACED.sub(r" \1 ", plain)
    return [word[:MAX_WORD] for word in _WORD.findall(plain)]


def compact(text: str) -> str:
    """The text as one word, without separators."""
    return "".join(_WORD.findall(folded(text)))[:MAX_WORD]


def amount_word(amount: Decimal) -> str:
    """The digits of the amount down to its second decimal; sign and separators are left out."""
    return f"{abs(round_half_away(amount, 2)):.2f}".replace(".", "")


def indexed_words(
    codes: Iterable[str], amounts: Iterable[Decimal], texts: Iterable[str], line_amounts: Iterable[Decimal]
) -> list[str]:
    """Every word something is to be found by, each once; cut off where PostgreSQL's index ends."""
    found: dict[str, None] = {}
    for code in codes:
        found.update(dict.fromkeys(words_of(code)))
        if whole := compact(code):
            found[whole] = None
    found.update(dict.fromkeys(amount_word(amount) for amount in amounts))
    for text in texts:
        found.update(dict.fromkeys(words_of(text)))
    found.update(dict.fromkeys(amount_word(amount) for amount in line_amounts))
    room = INDEXED_BYTES
    words = []
    for word in found:
        room -= len(word.encode())
        if room < 0:
            break
        words.append(word)
    return words


def terms_of(query: str) -> tuple[Term, ...]:
    """What a query asks for; a number written with separators is one term."""
    terms: list[Term] = []
    at = 0
    for match in _NUMBER.finditer(query):
        if match.start() and query[match.start() - 1].isalnum():
            continue
        terms += _plain_terms(query[at : match.start()])
        at = match.end()
        rest = re.match(r"\S*", query[at:])
        tail = rest[0] if rest else ""
        at += len(tail)
        terms += _term(match[0] + tail)
    return tuple(terms + _plain_terms(query[at:]))[:16]


def matches(terms: Sequence[Term], words: Sequence[str]) -> bool:
    """Whether these words answer the query."""
    return all(
        all(any(w.startswith(part) for w in words) for part in term.parts)
        or any(w.startswith(term.whole) for w in words)
        for term in terms
    )


def _plain_terms(text: str) -> list[Term]:
    return [term for piece in text.split() for term in _term(piece)]


def _term(piece: str) -> list[Term]:
    parts = tuple(dict.fromkeys(words_of(piece)))
    return [Term(parts, compact(piece))] if parts else []
