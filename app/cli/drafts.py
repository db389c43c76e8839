"""`new` and `schema`: what a draft looks like."""

from __future__ import annotations

from difflib import get_close_matches

from app.cli.console import answer, answer_json
from app.cli.exits import CommandFailed, Exit
from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.services.samples import SAMPLES, sample


def print_new(sample_name: str | None) -> Exit:
    """Print an empty draft, or that sample."""
    if sample_name is not None and sample_name not in SAMPLES:
        close = get_close_matches(sample_name, SAMPLES, n=1)
        meant = f" (did you mean {close[0]}?)" if close else ""
        raise CommandFailed(
            Exit.USAGE, f"there is no sample {sample_name!r}{meant}; there are: {', '.join(SAMPLES)}"
        )
    draft = Draft() if sample_name is None else sample(sample_name)
    answer(draft_to_json(draft).rstrip("\n"))
    return Exit.DONE


def print_schema() -> Exit:
    """Print the JSON Schema of a draft file."""
    schema = Draft.model_json_schema(mode="validation")
    answer_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})
    return Exit.DONE
