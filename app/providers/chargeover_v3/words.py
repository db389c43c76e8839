"""All words of ChargeOver's own codes, English and French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.providers.chargeover_v3 import words_errors, words_options, words_reasons

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **words_options.WORDS,
    **words_reasons.WORDS,
    **words_errors.WORDS,
}
