"""The search index: FTS5 on SQLite, a tsvector on PostgreSQL, holding the very same words.

Rows are numbered in the order they were indexed, so that the newest come first without sorting, and
the shelf a document lies on is one of its words, so that a rare shelf is not sought among thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, text

from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.rows import Section
from app.store.records import Shelf
from app.store.schema import DOCUMENTS
from app.store.words import Term, indexed_words, matches, words_of

_SNIPPETS_LIMIT = 20_000
_SHELF_WORDS: dict[Shelf, str] = {"drafts": "\ue000draft", "issued": "\ue000issued", "bin": "\ue000bin"}
_NOT_BIN = "\ue000kept"


def shelf_of(status: str, is_deleted: bool) -> Shelf:
    """The shelf a document lies on."""
    if is_deleted:
        return "bin"
    return "drafts" if status == "draft" else "issued"


def index(connection: Connection, document_id: str, draft: Draft, totals: Totals, shelf: Shelf) -> int:
    """Put the document into the index as the newest; its row."""
    remove(connection, document_id)
    texts, codes = [*_texts(draft)], _codes(draft)
    amounts = (totals.payable, totals.gross, totals.net, totals.tax)
    words = indexed_words(codes, amounts, texts, (line.net for line in totals.lines))
    words.append(_SHELF_WORDS[shelf])
    if shelf != "bin":
        words.append(_NOT_BIN)
    row = _next_row(connection)
    snippets = "\n".join(t.replace("\n", " ") for t in (*codes, *texts) if t)[:_SNIPPETS_LIMIT]
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO search (rowid, words, snippets) VALUES (:row, :words, :snippets)"
        values: dict[str, Any] = {"row": row, "words": " ".join(words), "snippets": snippets}
    else:
        statement = (
            "INSERT INTO search (rowid, words, snippets) "
            "VALUES (:row, array_to_tsvector(CAST(:words AS text[])), :snippets)"
        )
        values = {"row": row, "words": words, "snippets": snippets}
    connection.execute(text(statement), values)
    return row


def remove(connection: Connection, document_id: str) -> None:
    """Take the document out of the index."""
    connection.execute(
        text("DELETE FROM search WHERE rowid = (SELECT search_row FROM documents WHERE id = :id)"),
        {"id": document_id},
    )


def found(query: Select[Any], connection: Connection, terms: Sequence[Term], shelf: Shelf) -> Select[Any]:
    """The query over documents, narrowed to those that answer, newest first, with `snippets`."""
    wanted = _NOT_BIN if shelf == "all" else _SHELF_WORDS[shelf]
    is_sqlite = connection.dialect.name == "sqlite"
    condition = (
        text("search MATCH :asked").bindparams(bindparam("asked", _fts5(terms, wanted)))
        if is_sqlite
        else text("search.words @@ CAST(:asked AS tsquery)").bindparams(
            bindparam("asked", _tsquery(terms, wanted))
        )
    )
    return (
        query.add_columns(text("search.snippets"))
        .select_from(text("search"))
        .where(condition, text("documents.search_row = search.rowid"))
        .order_by(text("search.rowid DESC"))
    )


def matched_text(terms: Sequence[Term], shown: Sequence[str], snippets: str) -> str:
    """The text that answers the query and is not on the card anyway, or an empty string."""
    on_card = [word for piece in shown for word in words_of(piece)]
    open_terms = [term for term in terms if not matches([term], on_card)]
    if not open_terms:
        return ""
    for snippet in snippets.split("\n"):
        if matches(open_terms, words_of(snippet)):
            return snippet
    for snippet in snippets.split("\n"):
        words = words_of(snippet)
        if any(matches([term], words) for term in open_terms):
            return snippet
    return ""


def _next_row(connection: Connection) -> int:
    if connection.dialect.name == "sqlite":
        newest = connection.execute(select(func.coalesce(func.max(DOCUMENTS.c.search_row), 0))).scalar_one()
        return int(newest) + 1
    return int(connection.execute(text("SELECT nextval('search_rows')")).scalar_one())


def _texts(draft: Draft) -> Iterator[str]:
    buyer = draft.buyer
    yield from (buyer.name, buyer.contact_name, buyer.email, draft.subject, draft.description, draft.memo)
    address = draft.bill_to
    if address is not None:
        yield from (address.name, address.city)
    yield from (field.value for field in draft.custom_fields)
    yield from draft.tags
    for row in draft.rows:
        if isinstance(row, Section):
            yield row.title
        else:
            yield row.label
            yield row.description


def _codes(draft: Draft) -> list[str]:
    codes = [draft.number, draft.purchase_order, draft.external_reference]
    codes += [tax_id.value for tax_id in draft.buyer.tax_ids]
    codes += [invoice.number for invoice in draft.preceding_invoices]
    codes += [line.product.seller_code for line in draft.lines if line.product is not None]
    return [code for code in dict.fromkeys(codes) if code]


def _fts5(terms: Sequence[Term], shelf_word: str) -> str:
    asked = [f'"{shelf_word}"']
    for term in terms:
        parts = " AND ".join(f'"{part}"*' for part in term.parts)
        asked.append(parts if term.parts == (term.whole,) else f'(({parts}) OR "{term.whole}"*)')
    return " AND ".join(asked)


def _tsquery(terms: Sequence[Term], shelf_word: str) -> str:
    asked = [f"'{shelf_word}'"]
    for term in terms:
        parts = " & ".join(f"'{part}':*" for part in term.parts)
        asked.append(parts if term.parts == (term.whole,) else f"(({parts}) | '{term.whole}':*)")
    return " & ".join(asked)
