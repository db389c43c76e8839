"""Steps, differences and links of an entry as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from app.ui.language import QT_TRANSLATE_NOOP, wording_language
from app.ui.sending.field_titles import field_title
from app.ui.sending.step_words import step_words
from app.ui.sending.verdict_words import shown

if TYPE_CHECKING:
    from app.services.sending import Entry, EntryDetail, StepCard

MOST_DIFFERENCES = 12
_LINKS: Final[Mapping[str, str]] = {
    "pdf": QT_TRANSLATE_NOOP("Outbox", "PDF there"),
    "page": QT_TRANSLATE_NOOP("Outbox", "Page for the customer"),
    "pay": QT_TRANSLATE_NOOP("Outbox", "Page to pay"),
    "self": QT_TRANSLATE_NOOP("Outbox", "Open it there"),
}


def steps_text(steps: Sequence[StepCard]) -> str:
    """One line a request: when it left, what it was for, what came back."""
    return "\n".join(
        f"{step.intended_at.astimezone():%H:%M:%S}  {step_words(step.step)} · {_came(step)}" for step in steps
    )


def _came(step: StepCard) -> str:
    translate = QCoreApplication.translate
    if step.status is None:
        return translate("Outbox", "no answer yet")
    if step.status < 0:
        return translate("Outbox", "not there, you said")
    if step.status == 0:
        return translate("Outbox", "not sent")
    return translate("Outbox", "answered {status}").format(status=step.status)


def differences_text(detail: EntryDetail) -> str:
    """Each difference with both figures."""
    if detail.judgement is None:
        return ""
    currency = detail.entry.currency
    words = QCoreApplication.translate("Outbox", "{field}: yours {ours}, theirs {theirs}")
    lines = [
        words.format(
            field=field_title(each.path),
            ours=shown(each.path, each.predicted or each.ours, currency),
            theirs=shown(each.path, each.theirs, currency),
        )
        for each in detail.judgement.differences[:MOST_DIFFERENCES]
    ]
    return "\n".join(lines)


def notices_text(entry: Entry) -> str:
    """What the provider, or who spoke to it, wants to be known."""
    from app.services.sending import word

    if entry.receipt is None:
        return ""
    language = wording_language()
    return "\n".join(
        word(entry.provider, notice.code, notice.params, language) for notice in entry.receipt.notices
    )


def links_of(links: Mapping[str, str]) -> str:
    """Links as rich text; only those to a site over https, whatever the provider says."""
    said = [
        f'<a href="{escape(url, quote=True)}">{escape(_words(name))}</a>'
        for name, url in links.items()
        if urlsplit(url).scheme == "https" and urlsplit(url).hostname
    ]
    return " · ".join(said)


def _words(name: str) -> str:
    return QCoreApplication.translate("Outbox", _LINKS[name]) if name in _LINKS else name
