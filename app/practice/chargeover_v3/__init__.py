"""ChargeOver without a network: a site of its own, strict, with numbers and sums of its own."""

from __future__ import annotations

from app.practice.chargeover_v3.simulator import ChargeOverSimulator

__all__ = ["ChargeOverSimulator"]
