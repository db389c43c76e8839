"""Why a field fares as it does, in words, and where that can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from app.services.sending import PlannedField, ProviderCard, Why

_FIGURES: Final = ("totals.", "vat.")
_SPEAKS_OF_OPTIONS: Final = ("option", "choose", "in the connection", "your connection")


class Reason(NamedTuple):
    """The sentence, and the place where one can change it: a field's path, an option's, or nothing.

    An option's place is `provider_options.<provider>[.<option>]`, of a line with `rows.<id>.` before it;
    one of the connection is `connection[.<option>]`.
    """

    text: str
    change: str


class Reasons:
    """The reasons of one provider's plan; each sentence is made once."""

    def __init__(self, provider: ProviderCard, language: Literal["en", "fr"]) -> None:
        self._provider = provider
        self._place = int(language == "fr")
        self._texts: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}
        self._labels = {
            label: spec
            for spec in provider.options
            if (label := provider.words.get(f"option.{spec.name}", ("", ""))[0]) and len(label) > 3
        }

    def of(self, item: PlannedField) -> Reason:
        """The reason of one planned field; without words where it has none."""
        if item.why is None:
            return Reason("", "")
        return Reason(self._text(item.why), self._change(item, item.why))

    def _text(self, why: Why) -> str:
        key = (why.code, tuple(sorted(why.params.items())))
        if key not in self._texts:
            template = self._provider.words.get(why.code, (why.code, why.code))[self._place]
            told: Mapping[str, str] = {"provider": self._provider.title, **why.params}
            names = {name for _, name, _, _ in Formatter().parse(template) if name}
            self._texts[key] = template.format_map({name: told.get(name, "") for name in names})
        return self._texts[key]

    def _change(self, item: PlannedField, why: Why) -> str:
        if item.verdict == "kept":
            return ""
        english = self._provider.words.get(why.code, (why.code, ""))[0]
        row = ".".join(item.path.split(".")[:2]) + "." if item.path.startswith("rows.") else ""
        for label, spec in self._labels.items():
            if f"“{label}”" in english:
                if spec.level == "connection":
                    return f"connection.{spec.name}"
                where = row if spec.level == "line" else ""
                return f"{where}provider_options.{self._provider.id}.{spec.name}"
        told = english.lower()
        if any(words in told for words in _SPEAKS_OF_OPTIONS):
            if "connection" in told:
                return "connection"
            where = row if "line" in told and row else ""
            return f"{where}provider_options.{self._provider.id}"
        is_figure = item.path.startswith(_FIGURES) or item.path.endswith((".net", ".gross"))
        return "" if is_figure or item.verdict == "added" else item.path
