"""Every provider there is, in the order in which they are offered. An explicit tuple: a bundle has no
metadata to search."""

from __future__ import annotations

from app.client.provider import Provider
from app.providers import chargeover_v3, stripe_v1
from app.providers.pennylane import supplier as pennylane_supplier
from app.providers.pennylane import v1 as pennylane_v1
from app.providers.pennylane import v2 as pennylane_v2

PROVIDERS: tuple[Provider, ...] = (
    pennylane_v2.PROVIDER,
    pennylane_v1.PROVIDER,
    pennylane_supplier.PROVIDER,
    chargeover_v3.PROVIDER,
    stripe_v1.PROVIDER,
)


def provider(provider_id: str) -> Provider:
    """The provider of that id. Raises KeyError."""
    for known in PROVIDERS:
        if known.id == provider_id:
            return known
    raise KeyError(provider_id)
