"""The practice Stripe: one account in memory, strict and stateful, in both versions."""

from __future__ import annotations

from app.practice.stripe_v1.simulator import StripeSimulator

__all__ = ["StripeSimulator"]
