"""`plan`: what a provider would get and make of a draft. No network, no secrets."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from app.cli.console import answer, table
from app.cli.exact import exact_json
from app.cli.exits import Exit
from app.cli.files import read_draft, read_object
from app.services.sending import place_of_change, plan_offline, problem_words, word

if TYPE_CHECKING:
    from datetime import date

    from app.services.sending import Plan, PlannedField


Language = Literal["en", "fr"]


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def print_plan(
    file: str, provider_id: str, options: str | None, *, language: Language, as_json: bool
) -> Exit:
    """Print every field, request and problem; the exit code says whether a problem blocks."""
    draft = read_draft(file, language)
    chosen = read_object(options, language) if options else {}
    plan = plan_offline(draft, provider_id, chosen, draft.issue_date or today())
    if as_json:
        answer(exact_json(plan_json(plan, language)))
    else:
        _tell(plan, language)
    return Exit.FINDINGS if plan.is_blocked else Exit.DONE


def plan_json(plan: Plan, language: Language = "en") -> dict[str, Any]:
    """The plan as the command line prints it."""
    provider_id = plan.submission.connection.provider
    return {
        "fields": [
            {
                "path": planned.path,
                "verdict": planned.verdict,
                "ours": planned.ours,
                "theirs": planned.theirs,
                "why": word(provider_id, planned.why.code, planned.why.params, language)
                if planned.why
                else "",
                "change": _change_json(planned, provider_id),
            }
            for planned in plan.fields
        ],
        "requests": [
            {
                "step": request.step,
                "method": request.method,
                "url": request.url,
                "headers": dict(request.headers),
                "body": request.body,
            }
            for request in plan.requests
        ],
        "problems": problems_json(plan, language),
    }


def _change_json(planned: PlannedField, provider_id: str) -> dict[str, Any] | None:
    """Where the field can be made to fare otherwise, and the value that does it if there is one alone."""
    place = place_of_change(planned, provider_id)
    change = planned.why.change if planned.why else None
    return {"path": place, "to": change.value if change else None} if place else None


def problems_json(plan: Plan, language: Language = "en") -> list[dict[str, str]]:
    """The problems of a plan in words."""
    provider_id = plan.submission.connection.provider
    worded = [(problem, *problem_words(provider_id, problem, language)) for problem in plan.problems]
    return [
        {
            "path": problem.path,
            "code": problem.code,
            "severity": problem.severity,
            "message": message,
            "fix": fix,
        }
        for problem, message, fix in worded
    ]


def _tell(plan: Plan, language: Language) -> None:
    told = plan_json(plan, language)
    rows = [(f["verdict"], f["path"], f["ours"], f["theirs"] or "", f["why"]) for f in told["fields"]]
    answer(table([row for row in rows if row[0] != "kept"]) or "Every field is kept.")
    answer("")
    answer(table((r["step"], r["method"], r["url"]) for r in told["requests"]))
    for problem in told["problems"]:
        answer(f"{problem['severity']}  {problem['path']}  {problem['message']} {problem['fix']}".rstrip())
