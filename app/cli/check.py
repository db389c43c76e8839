"""`check`: what is wrong, doubtful or worth knowing about a draft."""

from __future__ import annotations

from typing import Literal

from app.cli.console import answer, answer_json, table
from app.cli.exits import Exit
from app.cli.files import read_draft
from app.domain.checks import blocking
from app.domain.totals import compute
from app.services.findings import check
from app.services.wording import problem_text


def print_findings(
    file: str, destination: str = "local", *, language: Literal["en", "fr"], as_json: bool
) -> Exit:
    """Print every finding; the exit code says whether one of them blocks the issue."""
    draft = read_draft(file, language)
    problems = check(draft, compute(draft))
    worded = [(problem, *problem_text(problem, language)) for problem in problems]
    if destination != "local":
        from app.cli.plan import today
        from app.services.sending import plan_offline, problem_words

        theirs = plan_offline(draft, destination, {}, today()).problems
        worded += [(problem, *problem_words(destination, problem, language)) for problem in theirs]
        problems = (*problems, *theirs)
    if as_json:
        answer_json(
            [
                {
                    "path": problem.path,
                    "code": problem.code,
                    "severity": problem.severity,
                    "message": message,
                    "fix": fix,
                }
                for problem, message, fix in worded
            ]
        )
    elif worded:
        answer(
            table((problem.severity, problem.path, f"{message} {fix}") for problem, message, fix in worded)
        )
    else:
        answer("Nothing to mend.")
    return Exit.FINDINGS if blocking(problems) else Exit.DONE
