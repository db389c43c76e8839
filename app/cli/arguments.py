"""What can be typed after `factotum`, and how it is refused when it is something else."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from app.cli.console import answer
from app.cli.exits import CommandFailed, Exit

COMMANDS: Final = ("demo", "new", "schema", "total", "check", "render", "plan", "send", "read", "self-test")
PROFILES: Final = ("local",)
"""Rules a draft can be checked by."""
PROVIDERS: Final = ("pennylane_v2", "pennylane_v1", "pennylane_supplier", "chargeover_v3", "stripe_v1")
"""The ids of the providers, written out so that `--help` loads none of them."""
DESTINATIONS: Final = ("local", *PROVIDERS)
"""Where a document can go: a PDF of our own, or a provider."""
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
        description="Compose invoices offline. Without a command: the window, with each FILE named in it.",
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
    _takes_language(check)

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

    plan = _command(commands, "plan", "what a provider would get and make of a draft; nothing is sent")
    _takes_draft(plan)
    plan.add_argument(
        "--to",
        dest="destination",
        metavar="PROVIDER",
        choices=PROVIDERS,
        required=True,
        help=f"one of: {', '.join(PROVIDERS)}",
    )
    _takes_options(plan)
    _takes_language(plan)

    send = _command(commands, "send", "send a draft, once however often it is asked; then the verdict")
    _takes_draft(send)
    send.add_argument(
        "--to",
        dest="profile",
        metavar="PROFILE",
        required=True,
        help="a connection's title or id, practice:PROVIDER, or a PROVIDER with --credentials -",
    )
    send.add_argument("--base-url", metavar="URL", default="", help="instead of the provider's own address")
    send.add_argument(
        "--credentials", metavar="-", choices=("-",), help="read the secrets as a JSON object from stdin"
    )
    send.add_argument("--state", metavar="DIR", help="the store to use (default: this user's)")
    _takes_options(send)
    _takes_language(send)

    read = _command(commands, "read", "what suppliers' files say: a JSON object a file and line")
    read.add_argument("files", metavar="FILE", nargs="*", help="a PDF, picture, e-invoice or mail")
    read.add_argument("--stdin", action="store_true", help="read the names of files from stdin, one a line")
    read.add_argument(
        "--suppliers", metavar="FILE", help="the suppliers the provider has, as JSON: [{id, name, vat}]"
    )
    read.add_argument(
        "--learn",
        nargs=2,
        metavar=("FILE", "ANSWER.json"),
        help="learn the layout of a file from its right values, {field: value}; null: not on the page",
    )
    read.add_argument("--state", metavar="DIR", help="the store with what was learned (default: this user's)")

    _command(commands, "self-test", "proves the installation, one line a proof")
    return parser


def _command(
    commands: argparse._SubParsersAction[_Parser], name: str, summary: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
    command.add_argument("--json", action="store_true", help="answer in JSON on a terminal too")
    return command


def _takes_language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--messages", choices=("en", "fr"), default="en", help="language of the messages (default: en)"
    )


def _takes_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--options", metavar="FILE", help="the provider's own options as a JSON object")


def _takes_draft(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a draft as JSON; - for stdin")
