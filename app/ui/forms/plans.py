"""What the form shows, as a table: each field once, with its path, its label and its kind.

Labels are looked up in the translation context "Composer" when a field is built.
"""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

from app.ui.language import QT_TRANSLATE_NOOP

Kind = Literal[
    "words", "upper", "text", "number", "amount", "percent", "count", "day", "choice", "switch",
    "currency", "country", "language", "tags", "colour", "logo", "labels", "discount", "vat_category",
]  # fmt: skip


class FieldPlan(NamedTuple):
    """One field. `width` is its share of the row, `empty` the value of an empty field."""

    path: str
    label: str
    kind: Kind = "words"
    width: int = 2
    placeholder: str = ""
    choices: tuple[tuple[Any, str], ...] = ()
    empty: Any = None
    lines: int = 1

    def under(self, stem: str) -> FieldPlan:
        """The same field of one item of a list."""
        return FieldPlan(
            f"{stem}.{self.path}", self.label, self.kind, self.width, self.placeholder, self.choices,
            self.empty, self.lines,
        )  # fmt: skip


class GroupPlan(NamedTuple):
    """A list of items of one kind, each with the same fields; `item` is the model of an item.

    `least` items are always shown; one that is not there yet is made by the first key press.
    """

    path: str
    item: type[Any]
    rows: tuple[tuple[FieldPlan, ...], ...]
    add: str
    name: str
    least: int = 0

    def under(self, stem: str) -> GroupPlan:
        """The same list of one part of the draft."""
        return self._replace(path=f"{stem}.{self.path}")


class SpecialPlan(NamedTuple):
    """A widget of its own making, by the name the form knows it by; `paths` are what it edits."""

    name: str
    paths: tuple[str, ...] = ()


Part = tuple[FieldPlan, ...] | GroupPlan | SpecialPlan


class BlockPlan(NamedTuple):
    """An optional block. `opens_itself`: it unfolds when the document uses it."""

    name: str
    title: str
    parts: tuple[Part, ...]
    opens_itself: bool = True

    @property
    def paths(self) -> tuple[str, ...]:
        """Everything that can be edited here; a list counts as one."""
        found: list[str] = []
        for part in self.parts:
            if isinstance(part, GroupPlan):
                found.append(part.path)
            elif isinstance(part, SpecialPlan):
                found.extend(part.paths)
            else:
                found.extend(field.path for field in part)
        return tuple(found)


NOT_IN_FORM: Final[dict[str, str]] = {
    "schema_version": "belongs to the file, not to the invoice",
    "id": "ours, never shown",
    "number": "taken from the series at issue, never typed",
    "rows": "the grid edits lines and sections",
    "provider_options": "edited where a document is reviewed for a provider",
    "amount_decimals": "follows the currency",
    "seller.contact_id": "set when a party is chosen from the address book",
    "buyer.contact_id": "set when a party is chosen from the address book",
    "preceding_invoices.document_id": "set when a credit note is made from an invoice",
    "adjustments.id": "ours, never shown",
    "payee.contact_id": "a third party is not taken from the address book",
    "tax_representative.contact_id": "a third party is not taken from the address book",
}
"""Members of a draft that no field of the form edits, each with the reason."""

VAT_CATEGORIES: Final = (
    ("S", QT_TRANSLATE_NOOP("Composer", "Standard")),
    ("Z", QT_TRANSLATE_NOOP("Composer", "Zero rate")),
    ("E", QT_TRANSLATE_NOOP("Composer", "Exempt")),
    ("AE", QT_TRANSLATE_NOOP("Composer", "Reverse charge")),
    ("K", QT_TRANSLATE_NOOP("Composer", "Within the EU")),
    ("G", QT_TRANSLATE_NOOP("Composer", "Export")),
    ("O", QT_TRANSLATE_NOOP("Composer", "Outside VAT")),
    ("B", QT_TRANSLATE_NOOP("Composer", "Split payment (Italy)")),
    ("L", QT_TRANSLATE_NOOP("Composer", "Canary Islands")),
    ("M", QT_TRANSLATE_NOOP("Composer", "Ceuta and Melilla")),
)
