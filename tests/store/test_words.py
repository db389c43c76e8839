"""Words and queries: accents, case, separators and scripts without spaces."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.store.words import INDEXED_BYTES, amount_word, indexed_words, matches, terms_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Société Générale", ["societe", "generale"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Øre ıstanbul İstanbul", ["ore", "istanbul", "istanbul"]),
        ("A-1312/B", ["a", "1312", "b"]),
        ("ﬁnance № ½", ["finance", "no", "1", "2"]),
        ("株式会社 テスト", [*"株式会社テスト"]),
        ("Ελλάδα Москва", ["ελλαδα", "москва"]),
        ("' \" \\ %_ * :", []),
        ("\x00a\x07b", ["a", "b"]),
    ],
)
def test_text_becomes_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("amount", "word"),
    [("7522.26", "752226"), ("-7522.26", "752226"), ("5", "500"), ("0.005", "001"), ("1000000", "100000000")],
)
def test_an_amount_is_its_digits(amount: str, word: str) -> None:
    assert amount_word(Decimal(amount)) == word


def _finds(query: str, *, codes: tuple[str, ...] = (), amounts: tuple[str, ...] = (), text: str = "") -> bool:
    words = indexed_words(codes, map(Decimal, amounts), [text], [])
    return matches(terms_of(query), words)


@pytest.mark.parametrize("query", ["1312", "A-1312/B", "a1312b", "a 1312", "1312/b", "A1312", "13"])
def test_a_number_is_found_as_people_type_it(query: str) -> None:
    assert _finds(query, codes=("A-1312/B",))


@pytest.mark.parametrize(
    "query",
    [
        "7522,26",
        "7522.26",
        "7 522",
        "7 522,26",
        "7,522.26",
        "7.522,26",
        "7\u202f522,26",
        "7522",
        "€7522.26",
        "7'522",
    ],
)
def test_an_amount_is_found_as_people_type_it(query: str) -> None:
    assert _finds(query, amounts=("7522.26",))


@pytest.mark.parametrize("query", ["7523", "522", "75 226,00", "7522,27"])
def test_another_amount_is_not_found(query: str) -> None:
    assert not _finds(query, amounts=("7522.26",))


def test_every_term_is_to_be_found_as_the_start_of_a_word() -> None:
    text = "Création du site, hébergement"
    assert _finds("creat heb", text=text)
    assert _finds("HÉBERG créa", text=text)
    assert not _finds("creat autre", text=text)
    assert not _finds("ergement", text=text)
    assert _finds("site 7 522", text=text, amounts=("7522.26",))


def test_a_query_without_a_word_asks_for_nothing() -> None:
    assert terms_of(" *'\" ") == ()


def test_a_document_of_endless_words_is_cut_to_what_an_index_takes() -> None:
    words = indexed_words(["F1"], [Decimal(5)], (f"word{n}" * 4 for n in range(200_000)), [])
    assert words[:2] == ["f1", "500"]
    assert sum(len(word.encode()) for word in words) <= INDEXED_BYTES
