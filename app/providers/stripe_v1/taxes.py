"""VAT as Stripe's tax rates: found by listing, compared by what cannot be changed later, else created."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from app.client.answers import at, decimal, flag, identifier, items, text
from app.client.calls import Flow, Reply
from app.domain.money import plain
from app.domain.rows import VatCategory
from app.providers.stripe_v1 import access

LONGEST_NAME: Final = 50
PERCENT_DECIMALS: Final = 4
MOST_PAGES: Final = 20

_NAMES: Final = {
    "en": "VAT", "fr": "TVA", "de": "USt", "es": "IVA", "it": "IVA", "nl": "btw", "pt": "IVA",
}  # fmt: skip
_UNCHARGED: Final[dict[str, str]] = {
    "Z": "0 %",
    "E": "exempt",
    "AE": "reverse charge",
    "K": "intra-EU",
    "G": "export",
    "O": "not subject",
}
_COUNTRIES: Final = (
    "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
)
_VAT_ZONES: Final = frozenset(_COUNTRIES.split())


@lru_cache(maxsize=256)
def _key(category: VatCategory, percent: Decimal, inclusive: bool) -> str:
    entry = "inclusive" if inclusive else "exclusive"
    return f"{category}.{plain(percent.normalize() if percent else Decimal(0))}.{entry}"


@dataclass(frozen=True, slots=True)
class TaxRate:
    """One rate as Stripe holds it. `category` is ours and goes into its metadata."""

    category: VatCategory
    percent: Decimal
    inclusive: bool
    country: str
    name: str

    @property
    def key(self) -> str:
        """Its name within a flow."""
        return _key(self.category, self.percent, self.inclusive)

    def members(self) -> dict[str, object]:
        """What makes it."""
        return {
            "display_name": self.name,
            "percentage": self.percent.normalize() if self.percent else Decimal(0),
            "inclusive": self.inclusive,
            "country": self.country or None,
            "tax_type": "vat" if self.country in _VAT_ZONES else None,
            "metadata": {"factotum_category": self.category},
        }

    def is_in(self, body: object) -> bool:
        """Whether this answer is that rate."""
        return (
            flag(body, "active") is not False
            and decimal(body, "percentage") == self.percent
            and flag(body, "inclusive") is self.inclusive
            and text(body, "country") == self.country
            and text(body, "display_name") == self.name
        )


def rate(
    category: VatCategory, percent: Decimal, *, inclusive: bool, country: str, language: str, name: str
) -> TaxRate:
    """The rate for a line. `name` is what the person calls the tax, else the document's language does."""
    word = name or _NAMES.get(language, _NAMES["en"])
    if percent == 0 and category in _UNCHARGED:
        word = f"{word} ({_UNCHARGED[category]})"
    return TaxRate(category, percent, inclusive, country, word[:LONGEST_NAME])


def settle(key: str, wanted: Sequence[TaxRate]) -> Flow[dict[str, str]]:
    """The ids of these rates, by their keys."""
    found: dict[str, str] = {}
    missing = dict.fromkeys(wanted)
    if missing:
        yield from _leaf_through(list(missing), found, "tax.list")
    for wish in missing:
        if wish.key not in found:

            def find(wish: TaxRate = wish) -> Flow[Reply | None]:
                there: dict[str, str] = {}
                yield from _leaf_through([wish], there, f"tax.look.{wish.key}")
                return Reply(200, body={"id": there[wish.key]}) if there else None

            step = f"tax.create.{wish.key}"
            reply = yield access.post(
                key, step, "/v1/tax_rates", wish.members(), sample={"id": f"{{{step}.id}}"}, find=find
            )
            found[wish.key] = identifier(reply.body, "id")
    return found


def _leaf_through(wanted: Sequence[TaxRate], found: dict[str, str], step: str) -> Flow[None]:
    after = ""
    for page in range(1, MOST_PAGES + 1):
        reply = yield access.get(
            step if page == 1 else f"{step}.{page}",
            "/v1/tax_rates",
            {"active": True, "limit": 100, "starting_after": after or None},
            sample={"data": [], "has_more": False},
        )
        held = items(at(reply.body, "data"), "data")
        for body in held:
            for wish in wanted:
                if wish.key not in found and wish.is_in(body):
                    found[wish.key] = identifier(body, "id")
        if len(found) >= len(wanted) or not held or not flag(reply.body, "has_more"):
            return
        after = identifier(held[-1], "id")
