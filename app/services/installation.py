"""Proofs of an installation that need more than the documents: whom it trusts, its process for files."""

from __future__ import annotations


class NotInstalled(Exception):
    """Something an installation needs is not there or does not work; the message says what."""


def roots_seen() -> str:
    """How many authorities vouch for a server's name. Raises NotInstalled if none does."""
    from app.client.http import trusted

    count = trusted().cert_store_stats()["x509_ca"]
    if not count:
        raise NotInstalled("no certificate of any authority is known, so no server can be trusted")
    return f"{count} authorities vouch for servers"


def reader_seen(pdf: bytes) -> str:
    """The process that opens suppliers' files, started and asked for the words of this PDF.

    Raises NotInstalled if it does not answer or finds none.
    """
    from app.intake.worker import Failed, Held, Reader

    reader = Reader()
    try:
        pages = reader.words(Held("self-test.pdf", pdf)).pages
    except Failed as failed:
        raise NotInstalled(f"the process that opens files failed: {failed.remark.code}") from failed
    finally:
        reader.close()
    words = sum(len(page.words) for page in pages)
    if not words:
        raise NotInstalled("the process that opens files found no word on a page full of them")
    return f"a process of its own found {words} words on {len(pages)} page"
