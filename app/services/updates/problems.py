"""What can go wrong on the way to a newer version. The program that runs is never touched by it."""

from __future__ import annotations

from collections.abc import Mapping


class UpdateProblem(Exception):
    """Something was refused or did not work; `code` and `params` say it to whoever words it.

    Of the list of versions: `unsigned`, `unreadable`, `older` (than one seen before), `no_list` (another
    answer than a list). Of a file: `changed`, `whole_only` (the server gives no parts), `no_room`
    ({needed}, {free}: megabytes), `no_file`. Of putting it in place: `archive`, `self_test` ({seen}),
    `in_use`, `place` ({why}), `no_previous`.
    """

    def __init__(self, code: str, params: Mapping[str, str] | None = None, *, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str] = dict(params or {})
        self.detail = detail
