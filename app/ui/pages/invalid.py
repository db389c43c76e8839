"""Entries that cannot be kept: one sentence for each field, in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.codec import misfit_params
from app.domain.entry import EntryError, parse_number
from app.services.wording_misfits import misfit_reason
from app.ui.language import wording_language

translate = QCoreApplication.translate


class InvalidEntries(ValueError):
    """What is wrong, by name of the field."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__("; ".join(sentences.values()))
        self.sentences = dict(sentences)


class Entries:
    """Reads texts of a form and collects what is wrong with them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.sentences: dict[str, str] = {}

    def text(self, name: str) -> str:
        """The text, without blanks around it."""
        return self._texts.get(name, "").strip()

    def number(self, name: str) -> Decimal | None:
        """The number that was typed, or None when nothing was."""
        text = self.text(name)
        if not text:
            return None
        try:
            return parse_number(text, group=QLocale().groupSeparator())
        except EntryError:
            self.sentences[name] = translate(
                "Entries", "“{text}” is not a number. Type one such as 12.50."
            ).format(text=text[:40])
            return None

    def count(self, name: str, most: int) -> int | None:
        """The whole number that was typed, or None when nothing was."""
        number = self.number(name)
        if number is None:
            return None
        if number != number.to_integral_value() or not 0 <= number <= most:
            self.sentences[name] = translate("Entries", "Type a whole number from 0 to {most}.").format(
                most=most
            )
            return None
        return int(number)

    def finish(self) -> None:
        """Raise InvalidEntries when anything was wrong."""
        if self.sentences:
            raise InvalidEntries(self.sentences)


def from_validation(error: ValidationError, names: Mapping[str, str]) -> InvalidEntries:
    """The model's refusal by field; `names` maps a part of the model's path to the field."""
    sentences: dict[str, str] = {}
    for each in error.errors(include_url=False, include_input=False):
        path = ".".join(str(part) for part in each["loc"])
        name = next((field for part, field in names.items() if part in path), next(iter(names.values())))
        sentences[name] = _sentence(misfit_params(each))
    return InvalidEntries(sentences)


def _sentence(params: Mapping[str, str]) -> str:
    if params["misfit"] == "string_too_long":
        return translate("Entries", "At most {limit} characters fit here. Shorten it.").format(
            limit=params["max_length"]
        )
    why = misfit_reason(params, wording_language())
    return translate("Entries", "This cannot be kept: {why}").format(why=why)
