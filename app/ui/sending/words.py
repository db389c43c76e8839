"""What the sending side says: states, modes and failures, in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.ui.clock import today
from app.ui.failures import failure_text
from app.ui.formats import money_text, time_text
from app.ui.language import QT_TRANSLATE_NOOP, wording_language
from app.ui.sending.step_words import step_words

if TYPE_CHECKING:
    from app.services.sending import Entry, EntryDetail, Failure

_STATES: Final[Mapping[str, tuple[str, str]]] = {
    "queued": (QT_TRANSLATE_NOOP("Sending", "queued"), "pill"),
    "sending": (QT_TRANSLATE_NOOP("Sending", "being sent"), "pill_accent"),
    "looking": (QT_TRANSLATE_NOOP("Sending", "looking for it"), "pill_warn"),
    "waiting": (QT_TRANSLATE_NOOP("Sending", "waiting"), "pill_warn"),
    "asking": (QT_TRANSLATE_NOOP("Sending", "asks you"), "pill_bad"),
    "done": (QT_TRANSLATE_NOOP("Sending", "done"), "pill_good"),
    "refused": (QT_TRANSLATE_NOOP("Sending", "refused"), "pill_bad"),
    "withdrawn": (QT_TRANSLATE_NOOP("Sending", "withdrawn"), "pill"),
}
_MODES: Final[Mapping[str, tuple[str, str]]] = {
    "practice": (QT_TRANSLATE_NOOP("Sending", "practice"), "pill"),
    "test": (QT_TRANSLATE_NOOP("Sending", "test"), "pill_warn"),
    "live": (QT_TRANSLATE_NOOP("Sending", "LIVE"), "pill_bad"),
}


PROVIDERS: Final = (QT_TRANSLATE_NOOP("Providers", "Pennylane V2 suppliers"),)
"""Names of providers that are words of a language."""


def account_words(title: str) -> str:
    """The name of a provider or an account, in the interface's language where it has one."""
    return QCoreApplication.translate("Providers", title)


def mode_word(mode: str) -> str:
    """Whether something is real: practice, test or LIVE."""
    return QCoreApplication.translate("Sending", _MODES[mode][0])


def mode_role(mode: str) -> str:
    """The pill of a mode; the word in it says the same."""
    return _MODES[mode][1]


def state_word(entry: Entry) -> str:
    """Where an entry is, in a word or three."""
    if entry.state == "waiting" and entry.waits_for_network:
        return QCoreApplication.translate("Sending", "waiting for the network")
    if entry.state == "done" and entry.verdict == "differs":
        return QCoreApplication.translate("Sending", "done, but differs")
    return QCoreApplication.translate("Sending", _STATES[entry.state][0])


def state_role(entry: Entry) -> str:
    """The pill of a state."""
    if entry.state == "done" and entry.verdict == "differs":
        return "pill_bad"
    return _STATES[entry.state][1]


def state_sentence(entry: Entry) -> str:
    """What the state means for the document, and what happens next by itself."""
    when = moment_words(entry.next_attempt_at)
    told = {
        "queued": QCoreApplication.translate("Sending", "It leaves as soon as it is its turn."),
        "sending": QCoreApplication.translate(
            "Sending", "It is under way. You can close the window: it is still made only once."
        ),
        "looking": QCoreApplication.translate(
            "Sending",
            "We asked, and did not hear back. It is being looked for; nothing is sent blindly a second time.",
        ),
        "waiting": QCoreApplication.translate("Sending", "Nothing is lost. It is tried again by itself."),
        "asking": QCoreApplication.translate(
            "Sending",
            "Nobody can tell from here whether it was done. Look at the provider, then say what you see.",
        ),
        "refused": QCoreApplication.translate("Sending", "Correct the document and send it anew."),
        "withdrawn": QCoreApplication.translate("Sending", "It was taken back and is not sent."),
    }.get(entry.state, "")
    if entry.state == "refused" and entry.action != "submit":
        return QCoreApplication.translate("Sending", "It was not done. The document there is as it was.")
    if entry.state == "waiting" and entry.next_attempt_at is None:
        return QCoreApplication.translate(
            "Sending", "Nothing is lost. It goes on when the connection is mended and you say so."
        )
    if entry.state == "waiting" and entry.waits_for_network:
        told = QCoreApplication.translate(
            "Sending", "Nothing is lost. It leaves by itself as soon as there is a network."
        )
    if when and entry.state in ("waiting", "looking"):
        again = QCoreApplication.translate("Sending", "Next try: {time}.").format(time=when)
        return f"{told} {again}"
    return told


def detail_sentence(detail: EntryDetail) -> str:
    """The same, with what stays at the provider of an entry that came to nothing."""
    entry, left = detail.entry, "; ".join(dict.fromkeys(step_words(step) for step in detail.left_there))
    if entry.action != "submit" or entry.state not in ("refused", "withdrawn"):
        return state_sentence(entry)
    if left and entry.state == "refused":
        words = QCoreApplication.translate(
            "Sending",
            "It was declined on the way. What was done there before stays: {steps}. Correct the document and "
            "send it anew; a draft that is left over can be deleted there.",
        )
        return words.format(steps=left)
    if left:
        words = QCoreApplication.translate(
            "Sending", "It is not sent any further. What was done there before stays: {steps}."
        )
        return words.format(steps=left)
    if entry.state == "refused":
        return QCoreApplication.translate(
            "Sending", "Nothing was made there. Correct the document and send it anew."
        )
    return state_sentence(entry)


def moment_words(moment: datetime | None) -> str:
    """The time, with its day if that is not today; seconds left out; nothing for no moment."""
    if moment is None:
        return ""
    here = moment.astimezone()
    return f"{here:%H:%M}" if here.date() == today() else time_text(moment)


def entry_title(entry: Entry) -> str:
    """Which document it is about: its number and the other party, as far as it has them."""
    parts = [part for part in (entry.number, entry.buyer) if part]
    if not parts and entry.action == "from_quote":
        return QCoreApplication.translate("Sending", "quote {id}").format(id=entry.related)
    return " · ".join(parts) or QCoreApplication.translate("Sending", "a document without a number")


def entry_sum(entry: Entry) -> str:
    """What the document asks for."""
    try:
        return money_text(Decimal(entry.payable), entry.currency)
    except InvalidOperation:
        return ""


def action_words(entry: Entry) -> str:
    """What is being done."""
    from app.services.sending import word

    if entry.action == "submit":
        return QCoreApplication.translate("Sending", "Send")
    return word(entry.provider, f"action.{entry.action}", language=wording_language())


def entry_failure(entry: Entry) -> str:
    """Why it is where it is: what happened, what it means, what to do now."""
    return "" if entry.error is None else failure_words(entry.provider, entry.error)


def failure_words(provider_id: str, failure: Failure) -> str:
    """A kept failure in words; a secret it names is called as the form calls it."""
    from dataclasses import replace

    from app.services.sending import SendingProblem, failure_text

    language = wording_language()
    if failure.kind == "SendingProblem":
        return SendingProblem(failure.code, failure.params).text(language)
    named = _with_named_secret(provider_id, failure.params)
    return failure_text(provider_id, replace(failure, params=named), language)


def error_words(error: Exception, provider_id: str = "") -> str:
    """What went wrong when the person asked for something, in the words of whoever knows."""
    from app.services.sending import ProviderError, SendingProblem, word
    from app.services.vault import VaultProblem, vault_text

    language = wording_language()
    if isinstance(error, SendingProblem):
        return error.text(language)
    if isinstance(error, VaultProblem):
        return " ".join(vault_text(error, language))
    if isinstance(error, ProviderError):
        return word(provider_id, error.code, _with_named_secret(provider_id, error.params), language)
    return failure_text(error)


def error_detail(error: Exception) -> str:
    """The provider's own sentence, to be quoted below and never instead."""
    return str(getattr(error, "detail", "") or "")


def quoted(provider: str, detail: str, request_id: str = "") -> str:
    """The provider's own words, marked as such."""
    if not detail:
        return ""
    told = QCoreApplication.translate("Sending", "{provider} says: “{words}”").format(
        provider=provider, words=detail
    )
    return f"{told} — {request_id}" if request_id else told


def _with_named_secret(provider_id: str, params: Mapping[str, str]) -> dict[str, str]:
    from app.services.sending import word

    named = dict(params)
    if "secret" in named:
        code = f"secret.{named['secret']}"
        told = word(provider_id, code, language=wording_language())
        named["secret"] = told if told != code else named["secret"]
    return named
