"""A provider's own options: one description serves the form, the completion and the validation.

Values live as JSON in `provider_options` of the draft or of a line, by provider id; an absent name
is not sent. Names with dots stand for members of members, as in `payment_settings.payment_method_types`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OptionKind = Literal[
    "text",
    "integer",
    "decimal",
    "flag",
    "choice",
    "date",
    "time",
    "remote",
    "texts",
    "remotes",
    "pairs",
    "object",
]
"""remote: an id of one of the provider's lists, completed from it; texts, remotes: several; pairs: a name
and a value, several; object: any JSON, for experts; time: a date with a time in UTC."""
OptionLevel = Literal["connection", "document", "line"]


@dataclass(frozen=True, slots=True)
class OptionSpec:
    """One option. Its label and help are the provider's words `option.<name>` and `option.<name>.help`.

    `group` is the heading it stands under (word `group.<group>`), in the order of the specs. `choices`
    are the values as they are sent; their words are `choice.<name>.<value>` where the value alone
    does not speak. `list_id` names the RemoteList that completes it. `seed` is the parameter it
    answers for, as the provider writes it.
    """

    name: str
    kind: OptionKind
    level: OptionLevel = "document"
    group: str = "general"
    choices: tuple[str, ...] = ()
    list_id: str = ""
    default: str = ""
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    pattern: str = ""
    is_required: bool = False
    is_rare: bool = False
    seed: str = ""
