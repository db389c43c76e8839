"""How a new document starts: in our name, in our language, with our terms."""

from __future__ import annotations

from app.domain.draft import DocumentKind, Draft
from app.services.contacts import Profile


def new_draft(profile: Profile, kind: DocumentKind = "invoice") -> Draft:
    """An empty document as the profile wants it."""
    return Draft(
        kind=kind,
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
