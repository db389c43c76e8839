"""The words for what happens about newer versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from app.ui.updates.desk import News

translate = QCoreApplication.translate
MEGABYTE = 1_000_000


def told_text(news: News, present: str) -> str:
    """What went wrong, what it means and what to do; nothing if all went well."""
    if isinstance(news.told, Exception):
        return problem_text(news.told)
    if news.told == "fell_back":
        version = news.memory.failed if news.memory else ""
        return translate(
            "Updates",
            "Factotum {version} did not start on this computer, so this is {present} again. Your documents "
            "are as they were.",
        ).format(version=version, present=present)
    if news.told == "up_to_date":
        return translate("Updates", "There is no newer version than this one.")
    return code_text(news.told, {}) if news.told else ""


def problem_text(error: Exception) -> str:
    """A failure on the way to a newer version, in one or two sentences."""
    from app.services.updates.bringing import NoNetwork
    from app.services.updates.problems import UpdateProblem
    from app.ui.failures import failure_text

    if isinstance(error, UpdateProblem):
        return code_text(error.code, error.params)
    if isinstance(error, NoNetwork):
        return translate(
            "Updates",
            "The place where newer versions are given out cannot be reached now. Nothing is changed; try "
            "again when the network is there.",
        )
    return failure_text(error)


def code_text(code: str, params: object) -> str:
    """The sentence for a code of UpdateProblem."""
    sentence = {
        "unsigned": translate(
            "Updates",
            "What came was not signed by whoever gives Factotum out, so it was thrown away. A network that "
            "wants you to sign in first answers like that; try again later.",
        ),
        "unreadable": translate(
            "Updates",
            "The list of versions is of a kind this version cannot read. Get the newest from where you got "
            "this one.",
        ),
        "older": translate(
            "Updates", "An older list of versions came than one seen before, so it was thrown away."
        ),
        "no_list": translate(
            "Updates", "There is no list of versions where this copy looks for it. Try again later."
        ),
        "changed": translate(
            "Updates",
            "The file that came is not the one that was signed for, so it was thrown away. Nothing is "
            "changed; try again later.",
        ),
        "whole_only": translate(
            "Updates",
            "The server gives the file out in no way that can be gone on with. Get it from where you got "
            "this version.",
        ),
        "no_file": translate("Updates", "There is no file of this version for your system."),
        "no_room": translate(
            "Updates",
            "It needs {needed} MB on the disk, and {free} MB are free. Free some space and try again.",
        ),
        "archive": translate(
            "Updates", "The newer version could not be unpacked. Nothing is changed; fetch it again."
        ),
        "self_test": translate(
            "Updates",
            "The newer version does not pass its own test on this computer, so it was not put in place: "
            "{seen}",
        ),
        "place": translate(
            "Updates",
            "The version was not put in place, because its folder or the copy of your documents could not "
            "be written. Nothing is changed.",
        ),
        "no_previous": translate("Updates", "The version before is no longer there. Nothing is changed."),
    }.get(code, code)
    return sentence.format_map(params) if isinstance(params, dict) and params else sentence


def offer_text(news: News, least: str) -> str:
    """That there is a newer version; `least` is the system it needs, if this one is too old."""
    version = news.manifest.version if news.manifest else ""
    if least:
        words = translate("Updates", "Factotum {version} is there, but it needs a newer system ({least}).")
        return words.format(version=version, least=least)
    return translate("Updates", "Factotum {version} is there.").format(version=version)


def progress_text(news: News) -> str:
    """How far it is."""
    version = news.manifest.version if news.manifest else ""
    if news.stage == "trying":
        return translate("Updates", "Unpacking Factotum {version} and trying it out…").format(version=version)
    words = translate("Updates", "Fetching Factotum {version}: {done} of {total} MB")
    return words.format(version=version, done=news.done // MEGABYTE, total=max(1, news.total // MEGABYTE))


def waiting_text(news: News) -> str:
    """What happens when the window is closed."""
    if news.choice is None:
        return ""
    words = {
        "on": translate(
            "Updates",
            "Factotum {version} takes over when you close this one. Your documents are copied before.",
        ),
        "back": translate("Updates", "When you close this window, Factotum goes back to {version}."),
        "back-with-documents": translate(
            "Updates",
            "When you close this window, Factotum goes back to {version} and to the documents of then; those "
            "of now are kept beside them.",
        ),
    }[news.choice.way]
    return words.format(version=news.choice.version)
