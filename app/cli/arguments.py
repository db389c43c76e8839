"""What can be typed after `factotum`, and how it is refused when it is something else."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from app.cli.console import answer
from app.cli.exits import CommandFailed, Exit

COMMANDS: Final = ("demo", "new", "schema", "total", "check", "render", "self-test")
PROFILES: Final = ("local",)
"""Rules a draft can be checked by."""
DESTINATIONS: Final = ("local",)
"""Where a document can go: a PDF of our own."""
LANGUAGES: Final = ("en", "fr", "de", "es", "it", "nl", "pt")
"""The model's DocumentLanguage, written out so that `--help` needs no model."""

_EPILOG: Final = """\
FILE is a draft as JSON; - reads it from stdin. Answers go to stdout: JSON when it is not a terminal
or with --json, else a table. Messages go to stderr, one line each.

exit codes: 0 done, 1 findings that block, 2 usage, 3 unreadable or unwritable file,
4 refused by a provider, 5 outcome unknown, 6 not signed in, 70 a fault of the program
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandFailed(Exit.USAGE, f"{message}; see {self.prog} --help")

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - the base class names it
        answer(self.format_help().rstrip())


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        answer(f"factotum {self.const}")
        parser.exit()


def build_parser(version: str) -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = _Parser(
        prog="factotum",
        description="Compose invoices offline. Without a command: the window, with FILE in it if named.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, const=version, help="say which version this is"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    demo = _command(commands, "demo", "the whole journey, without account, network or screen")
    demo.add_argument("--out", metavar="DIR", default="factotum-demo", help="where to (default: %(default)s)")

    new = _command(commands, "new", "a draft as JSON")
    new.add_argument("--sample", metavar="NAME", help="a finished document instead of an empty one")

    _command(commands, "schema", "the JSON Schema of a draft")

    total = _command(commands, "total", "every total of a draft")
    _takes_draft(total)
    total.add_argument("--explain", action="store_true", help="with each step that led to it")

    check = _command(commands, "check", "what is wrong, doubtful or worth knowing about a draft")
    _takes_draft(check)
    check.add_argument("--profile", metavar="P", choices=PROFILES, help=f"one of: {', '.join(PROFILES)}")
    check.add_argument(
        "--for",
        dest="destination",
        metavar="PROVIDER",
        choices=DESTINATIONS,
        help=f"one of: {', '.join(DESTINATIONS)}",
    )
    check.add_argument(
        "--messages", choices=("en", "fr"), default="en", help="language of the messages (default: en)"
    )

    render = _command(commands, "render", "the PDF of a draft")
    _takes_draft(render)
    render.add_argument(
        "-o", dest="output", metavar="OUT.pdf", required=True, help="where to; - writes the PDF to stdout"
    )
    render.add_argument(
        "--language",
        metavar="L",
        choices=LANGUAGES,
        help=f"instead of the draft's own: {', '.join(LANGUAGES)}",
    )

    _command(commands, "self-test", "proves the installation, one line a proof")
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, summary: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    command.add_argument("--json", action="store_true", help="answer in JSON on a terminal too")
    return command


def _takes_draft(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a draft as JSON; - for stdin")
