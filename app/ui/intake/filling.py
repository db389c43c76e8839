"""The document in hand with what a person has said of it so far. No widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from app.domain.problems import Problem
from app.services.intake import (
    FIELD_NAMES,
    WANTED,
    Answer,
    FieldName,
    Place,
    Reading,
    checked,
    is_credit_note,
    values_of,
)
from app.services.intake.clicking import Pick
from app.services.intake.documents import Document
from app.ui.intake.page_canvas import Marked

FieldState = Literal["sure", "check", "to_complete", "yours", "learned", "e_invoice", "none"]
_NOTHING: Final = Reading("", "other")


class Filling:
    """Reading and answer together: values, how sure each is, where it stands, what is wrong."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.answer = document.answer
        self.problems: tuple[Problem, ...] = ()
        self._check()

    @property
    def reading(self) -> Reading:
        """What was read; of a file nobody could read, nothing."""
        return self.document.reading or _NOTHING

    @property
    def values(self) -> dict[FieldName, str]:
        """The values that count."""
        return values_of(self.reading, self.answer)

    @property
    def currency(self) -> str:
        """The currency that counts."""
        return self.values.get("currency", "")

    @property
    def is_credit_note(self) -> bool:
        """Whether money comes back."""
        return is_credit_note(self.reading, self.answer)

    def renew(self, document: Document, *, with_answer: bool) -> None:
        """The same document as it is now; `with_answer` unless something has been said since."""
        self.document = document
        if with_answer:
            self.answer = document.answer
        self._check()

    def say(self, name: FieldName, value: str) -> None:
        """The person's value; the one that was read is confirmed by it."""
        places = {named: place for named, place in self.answer.places.items() if named != name}
        read = self.reading.fields.get(name)
        values = dict(self.answer.values)
        confirmed = set(self.answer.confirmed)
        if value == (read.value if read is not None else ""):
            values.pop(name, None)
            confirmed.add(name)
        else:
            values[name] = value
            confirmed.discard(name)
        self.answer = replace(self.answer, values=values, confirmed=frozenset(confirmed), places=places)
        self._check()

    def take(self, name: FieldName, pick: Pick) -> None:
        """The value that was clicked, with its place."""
        self.say(name, pick.value)
        places = {**self.answer.places, name: Place(pick.page, pick.box)}
        self.answer = replace(self.answer, places=places)

    def say_credit_note(self, is_credit: bool) -> None:
        """Whether money comes back, as the person sees it."""
        self.answer = replace(self.answer, is_credit_note=is_credit)
        self._check()

    def keep_apart(self) -> None:
        """It is no duplicate."""
        self.answer = replace(self.answer, is_kept_apart=True)

    def final_answer(self) -> Answer:
        """The answer of a person who saw all fields and left those that were not sure as they are."""
        seen = frozenset(name for name in self.values if name not in self.answer.values)
        return replace(self.answer, confirmed=seen | self.answer.confirmed)

    def state(self, name: FieldName) -> FieldState:
        """How sure the field is."""
        read = self.reading.fields.get(name)
        if name not in self.values:
            return "to_complete" if name in WANTED else "none"
        if any(
            problem.path == name and problem.code != "intake_unsure" and problem.severity != "note"
            for problem in self.problems
        ):
            return "check"
        if name in self.answer.values or name in self.answer.confirmed or read is None:
            return "yours"
        if not read.is_sure:
            return "check"
        if read.source == "xml":
            return "e_invoice"
        return "learned" if read.source == "learned" else "sure"

    def is_open(self, name: FieldName) -> bool:
        """Whether the field wants something of the person."""
        return self.state(name) in ("check", "to_complete")

    def place_of(self, name: FieldName) -> Place | None:
        """Where the value stands; None if nobody knows."""
        if name in self.answer.places:
            return self.answer.places[name]
        read = self.reading.fields.get(name)
        if read is None or read.box is None or read.page is None:
            return None
        is_read = self.answer.values.get(name, read.value) == read.value
        return Place(read.page, read.box) if is_read else None

    def marked(self, page: int, in_hand: FieldName) -> list[Marked]:
        """The boxes of that page, the one in hand last."""
        found = []
        for name in FIELD_NAMES:
            place = self.place_of(name)
            if place is not None and place.page == page:
                found.append(Marked(place.box, name == in_hand, not self.is_open(name)))
        return sorted(found, key=lambda each: each.is_in_hand)

    def _check(self) -> None:
        self.problems = tuple(checked(self.reading, self.answer))
