"""`send`: a draft on its way to a provider, once however often it is asked; receipt and verdict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.console import answer, answer_json, report
from app.cli.exits import CommandFailed, Exit
from app.cli.files import STANDARD, read_draft, read_object
from app.cli.plan import Language, problems_json
from app.services.sending import (
    Connection,
    EntryDetail,
    Secret,
    SendingProblem,
    StopSwitch,
    SystemClock,
    failure_text,
    key_mode,
)
from app.services.settings import data_folder
from app.services.vault import VaultProblem, vault_text
from app.services.workspace import CannotIssue, StoreLocation, StoreProblem, Workspace

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.domain.draft import Draft
    from app.services.opened import OpenedDocument
    from app.services.sending import Plan, Sending

PRACTICE: Final = "practice:"
LONGEST_WAIT_S: Final = 90
_SIGNED_OUT: Final = frozenset({"Unauthorised", "VaultProblem"})


def print_sent(
    file: str,
    profile: str,
    *,
    base_url: str,
    has_credentials: bool,
    options: str | None,
    state: str | None,
    language: Language,
    as_json: bool,
) -> Exit:
    """Send the draft and print what came of it."""
    if has_credentials and file == STANDARD:
        raise CommandFailed(Exit.USAGE, "the draft and the credentials cannot both come from stdin")
    draft = read_draft(file, language)
    chosen = read_object(options, language) if options else {}
    credentials = read_object(STANDARD, language) if has_credentials else None
    folder = Path(state) if state else data_folder()
    try:
        workspace = Workspace.open(StoreLocation(folder=folder))
        try:
            sending = workspace.sending(folder)
            connection = _connection(sending, profile, base_url, credentials)
            detail = _sent(workspace, sending, connection, draft, chosen, language)
        finally:
            workspace.release()
    except SendingProblem as problem:
        code = Exit.USAGE if problem.code == "no_such_provider" else Exit.FINDINGS
        raise CommandFailed(code, problem.text(language)) from None
    except VaultProblem as problem:
        raise CommandFailed(Exit.SIGNED_OUT, " ".join(vault_text(problem, language))) from None
    except CannotIssue as problem:
        lines = [f"{each.path}: {each.code}" for each in problem.problems]
        raise CommandFailed(Exit.FINDINGS, f"{problem.summary} {problem.way_out}", *lines) from None
    except StoreProblem as problem:
        raise CommandFailed(Exit.FILE, f"{problem.summary} {problem.detail} {problem.way_out}") from None
    return _told(detail, language=language, as_json=as_json)


def _connection(
    sending: Sending, profile: str, base_url: str, credentials: dict[str, Any] | None
) -> Connection:
    if profile.startswith(PRACTICE):
        provider_id = profile.removeprefix(PRACTICE)
        sending.provider(provider_id)
        return sending.use_for_this_run(Connection(provider=provider_id, mode="practice"), {})
    if credentials is None:
        found = [
            c.connection for c in sending.connections() if profile in (c.connection.id, c.connection.title)
        ]
        if len(found) != 1:
            told = (
                "there are several connections of this title; name its id" if found else "no such connection"
            )
            raise CommandFailed(Exit.USAGE, f"{profile}: {told}")
        return found[0]
    settings = credentials.pop("settings", {})
    scheme = credentials.pop("scheme", "")
    if not isinstance(settings, dict) or not all(isinstance(v, str) for v in (scheme, *credentials.values())):
        raise CommandFailed(
            Exit.USAGE, "the credentials are a JSON object of texts, by the names of the secrets"
        )
    secrets = {name: Secret(value) for name, value in credentials.items()}
    modes = {mode for mode in map(key_mode, secrets.values()) if mode}
    sending.provider(profile)
    used = Connection(
        provider=profile,
        mode=modes.pop() if len(modes) == 1 else "test" if base_url else "live",
        base_url=base_url,
        scheme=scheme,
        settings=settings,
    )
    return sending.use_for_this_run(used, secrets)


def _sent(
    workspace: Workspace,
    sending: Sending,
    connection: Connection,
    draft: Draft,
    options: dict[str, Any],
    language: Language,
) -> EntryDetail:
    document = workspace.document_of_file(draft)
    before = [
        entry
        for entry in sending.entries(document_id=document.id)
        if (entry.connection_id, entry.action) == (connection.id, "submit")
        and (entry.is_live or entry.state == "done")
    ]
    entry_id = (
        before[0].id if before else _queued(workspace, sending, connection, document, options, language)
    )
    clock, stop = SystemClock(), StopSwitch()
    waited_s = 0
    while sending.entry(entry_id).entry.is_live:
        done = sending.drain(stop, only={entry_id}, is_asked_for=waited_s == 0)
        entry = sending.entry(entry_id).entry
        wait_s = 1 if done.busy else _seconds_until(entry.next_attempt_at, clock)
        is_on_its_way = done.busy or entry.state == "looking"
        if not is_on_its_way or waited_s + wait_s > LONGEST_WAIT_S:
            break
        clock.wait(wait_s, stop)
        waited_s += wait_s
    return sending.entry(entry_id)


def _queued(
    workspace: Workspace,
    sending: Sending,
    connection: Connection,
    document: OpenedDocument,
    options: dict[str, Any],
    language: Language,
) -> str:
    provider = sending.provider(connection.provider)
    if document.issued is None and (provider.numbers == "ours" or provider.wants == "page"):
        from app.cli.plan import today

        foreseen = _with_next_number(workspace, document.draft, today())
        _stop_if_blocked(sending.plan(foreseen, connection, options), language)
        document = workspace.issue(document.id, today=today())
    plan = sending.plan(document.draft, connection, options)
    _stop_if_blocked(plan, language)
    return sending.enqueue(document.id, connection.id, plan).id


def _with_next_number(workspace: Workspace, draft: Draft, on: date) -> Draft:
    """The draft as it would be issued: no number is taken for what cannot be sent anyway."""
    if draft.number:
        return draft
    return draft.edited(number=workspace.next_number(draft.series, draft.kind, draft.issue_date or on))


def _stop_if_blocked(plan: Plan, language: Language) -> None:
    """Raises CommandFailed with a line for each problem that blocks."""
    if plan.is_blocked:
        blocking = [p for p in problems_json(plan, language) if p["severity"] == "error"]
        told = [(p["path"], f"{p['message']} {p['fix']}".rstrip()) for p in blocking]
        lines = [f"{path}: {words}" if path else words for path, words in told]
        raise CommandFailed(Exit.FINDINGS, *lines)


def _seconds_until(moment: datetime | None, clock: SystemClock) -> int:
    return 1 if moment is None else max(1, round((moment - clock.now()).total_seconds()) + 1)


def _told(detail: EntryDetail, *, language: Language, as_json: bool) -> Exit:
    entry = detail.entry
    error = entry.error if entry.state != "done" else None
    message = failure_text(entry.provider, error, language) if error else ""
    if as_json:
        answer_json(sent_json(detail, message))
    elif entry.receipt:
        answer(f"{entry.receipt.number or entry.receipt.remote_id}  {entry.receipt.state}  {entry.verdict}")
    if detail.judgement:
        for item in detail.judgement.differences:
            report(f"{item.path}: {item.predicted} was expected, {entry.provider} says {item.theirs}")
    if error:
        report(f"{message} {error.detail}".rstrip())
    if entry.state == "done":
        return Exit.DONE
    if entry.state == "refused":
        return Exit.REFUSED
    if entry.state in ("looking", "asking", "sending"):
        return Exit.UNKNOWN
    return Exit.SIGNED_OUT if error and error.kind in _SIGNED_OUT else Exit.FINDINGS


def sent_json(detail: EntryDetail, message: str = "") -> dict[str, Any]:
    """The receipt and the verdict as the command line prints them."""
    entry, receipt, judgement = detail.entry, detail.entry.receipt, detail.judgement
    error = entry.error if entry.state != "done" else None
    return {
        "entry": entry.id,
        "document": entry.document_id,
        "provider": entry.provider,
        "state": entry.state,
        "receipt": receipt
        and {
            "id": receipt.remote_id,
            "number": receipt.number,
            "state": receipt.state,
            "links": dict(receipt.links),
        },
        "verdict": judgement
        and {
            "state": judgement.state,
            "differences": [
                {"path": item.path, "ours": item.ours, "predicted": item.predicted, "theirs": item.theirs}
                for item in judgement.differences
            ],
        },
        "error": error
        and {"code": error.code, "message": message, "detail": error.detail, "path": error.path},
    }
