"""Runs one command and turns whatever happens into an exit code and lines on stderr."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from app import __version__
from app.cli.arguments import build_parser
from app.cli.console import drop_answers, finish_answers, is_terminal, report
from app.cli.exits import CommandFailed, Exit

TRACEBACK_VARIABLE: Final = "FACTOTUM_TRACEBACK"
"""Set to anything, a fault of the program shows its traceback: for bug reports."""

WindowProof = Callable[[], str]
"""Opens the real window, closes it again and says what was seen. Raises if it did not open."""


def run(arguments: Sequence[str], prove_window: WindowProof) -> int:
    """Run the command named by the arguments; the exit code."""
    return guarded(lambda: _run(arguments, prove_window))


def guarded(command: Callable[[], Exit]) -> int:
    """Run it so that no traceback reaches the person: every way it can fail has its code and line."""
    try:
        code = command()
        finish_answers()
    except CommandFailed as failed:
        for line in failed.lines:
            report(line)
        code = failed.code
        with suppress(OSError):
            finish_answers()
    except BrokenPipeError:
        drop_answers()
        code = Exit.CLOSED_PIPE
    except KeyboardInterrupt:
        drop_answers()
        code = Exit.INTERRUPTED
    except OSError as error:
        from app.cli.files import explain_error

        drop_answers()
        report(f"{error.filename or 'stdout'}: {explain_error(error)}")
        code = Exit.FILE
    except Exception as fault:
        if os.environ.get(TRACEBACK_VARIABLE):
            raise
        report(
            f"a fault of the program: {type(fault).__name__}: {fault}; set {TRACEBACK_VARIABLE}=1 and run it "
            "again for the details a bug report needs"
        )
        code = Exit.INTERNAL
    return int(code)


def _run(arguments: Sequence[str], prove_window: WindowProof) -> Exit:
    try:
        chosen = build_parser(__version__).parse_args(arguments)
    except SystemExit:  # --help and --version have printed
        return Exit.DONE
    as_json = chosen.json or not is_terminal()
    match chosen.command:
        case "demo":
            from app.cli.demo import show_journey

            return show_journey(chosen.out, as_json=chosen.json)
        case "new":
            from app.cli.drafts import print_new

            return print_new(chosen.sample)
        case "schema":
            from app.cli.drafts import print_schema

            return print_schema()
        case "total":
            from app.cli.total import print_totals

            return print_totals(chosen.file, explained=chosen.explain, as_json=as_json)
        case "check":
            from app.cli.check import print_findings

            return print_findings(
                chosen.file, chosen.destination or "local", language=chosen.messages, as_json=as_json
            )
        case "plan":
            from app.cli.plan import print_plan

            return print_plan(
                chosen.file, chosen.destination, chosen.options, language=chosen.messages, as_json=as_json
            )
        case "send":
            from app.cli.send import print_sent

            return print_sent(
                chosen.file,
                chosen.profile,
                base_url=chosen.base_url,
                has_credentials=chosen.credentials is not None,
                options=chosen.options,
                state=chosen.state,
                language=chosen.messages,
                as_json=as_json,
            )
        case "read":
            from app.cli.read import print_readings

            return print_readings(
                chosen.files,
                from_stdin=chosen.stdin,
                suppliers=chosen.suppliers,
                lesson=chosen.learn,
                state=chosen.state,
                as_json=as_json,
            )
        case "render":
            from app.cli.render import write_pdf

            return write_pdf(chosen.file, chosen.output, language=chosen.language, as_json=as_json)
        case _:
            from app.cli.self_test import print_proofs

            return print_proofs(prove_window, as_json=chosen.json)
