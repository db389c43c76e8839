"""Why a field fares as it does, in words, and where that can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.ui.sending.words import account_words

if TYPE_CHECKING:
    from app.services.sending import PlannedField, ProviderCard, Why


class Reason(NamedTuple):
    """The sentence, and the place where one can change it, as `place_of_change` tells it."""

    text: str
    change: str


class Reasons:
    """The reasons of one provider's plan; each sentence is made once.

    Of a locked document only options can be changed: its fields are no place to lead to.
    """

    def __init__(
        self, provider: ProviderCard, language: Literal["en", "fr"], *, is_locked: bool = False
    ) -> None:
        self._provider = provider
        self._is_locked = is_locked
        self._place = int(language == "fr")
        self._texts: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}

    def of(self, item: PlannedField) -> Reason:
        """The reason of one planned field; without words where it has none."""
        if item.why is None:
            return Reason("", "")
        from app.services.sending import place_of_change

        change = place_of_change(item, self._provider.id)
        is_field = "provider_options." not in change and change.partition(".")[0] != "connection"
        return Reason(self._text(item.why), "" if self._is_locked and is_field else change)

    def _text(self, why: Why) -> str:
        key = (why.code, tuple(sorted(why.params.items())))
        if key not in self._texts:
            template = self._provider.words.get(why.code, (why.code, why.code))[self._place]
            told: Mapping[str, str] = {"provider": account_words(self._provider.title), **why.params}
            names = {name for _, name, _, _ in Formatter().parse(template) if name}
            self._texts[key] = template.format_map({name: told.get(name, "") for name in names})
        return self._texts[key]
