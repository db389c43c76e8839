"""How things begin: a profile as this system's region suggests, and a document as the profile wants it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, cast, get_args

from app.domain.draft import DocumentKind, DocumentLanguage, Draft, Paper
from app.domain.parties import Address, Party
from app.services.contacts import Profile

_LETTER_COUNTRIES: Final = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE"
"""Where Letter is the usual paper: CLDR, supplemental measurementData, paperSize US-Letter."""


def first_profile(languages: Iterable[str], country: str) -> Profile:
    """What may be supposed of someone whose system speaks these languages (`fr-CH`) in that country.

    `country` is an ISO 3166 code, or empty. What is not known stays as in an empty profile.
    """
    spoken = [language.replace("_", "-").partition("-")[0].lower() for language in languages]
    language = next((each for each in spoken if each in get_args(DocumentLanguage)), "en")
    profile = Profile(language=cast("DocumentLanguage", language))
    if len(country) != 2 or not country.isalpha():
        return profile
    currency = _currency_of(country)
    return profile.model_copy(
        update={
            "seller": Party(addresses=(Address(role="billing", country=country),)),
            "currency": currency or profile.currency,
            "paper": Paper(page_size="Letter" if country in _LETTER_COUNTRIES.split() else "A4"),
        }
    )


def new_draft(profile: Profile, kind: DocumentKind = "invoice") -> Draft:
    """An empty document as the profile wants it."""
    return Draft(
        kind=kind,
        series=next((series.id for series in profile.series if series.kind == kind), "default"),
        seller=profile.seller,
        paper=profile.paper,
        language=profile.language,
        currency=profile.currency,
        rounding=profile.rounding,
        price_entry=profile.price_entry,
        payment_terms=profile.payment_terms,
        special_mention=profile.special_mention,
        footer=profile.footer,
    )


def _currency_of(country: str) -> str:
    """What is paid with in that country today, by CLDR; empty when that is not known."""
    from babel.numbers import get_territory_currencies

    today = date.today()  # noqa: DTZ011
    found = get_territory_currencies(country, start_date=today, end_date=today)
    return str(found[0]) if found else ""
