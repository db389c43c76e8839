"""Rules W1 to W7 of the bidirectional algorithm: numbers, their signs and the marks on letters (UAX #9)."""

_JOINS_NUMBERS = {"EN": ("ES", "CS"), "AN": ("CS",)}


def resolve_weak(kinds: list[str], start: str) -> None:
    """Resolve the weak classes of one isolating run sequence in place; `start` is `L` or `R`."""
    present = set(kinds)
    if "NSM" in present:
        _marks(kinds, start)
    if present & {"EN", "AL"}:
        _european_numbers(kinds)
    if present & {"ES", "CS"}:
        _separators(kinds)
    if "ET" in present:
        _terminators(kinds)
    strong = start
    for position, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[position] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[position] = "L"


def _marks(kinds: list[str], start: str) -> None:
    previous = start
    for position, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[position] = "ON" if previous in ("LRI", "RLI", "FSI", "PDI") else previous
        previous = kinds[position]


def _european_numbers(kinds: list[str]) -> None:
    arabic = False
    for position, kind in enumerate(kinds):
        if kind in ("L", "R"):
            arabic = False
        elif kind == "AL":
            arabic = True
        elif kind == "EN" and arabic:
            kinds[position] = "AN"
    for position, kind in enumerate(kinds):
        if kind == "AL":
            kinds[position] = "R"


def _separators(kinds: list[str]) -> None:
    for position in range(1, len(kinds) - 1):
        kind, before, after = kinds[position], kinds[position - 1], kinds[position + 1]
        if before == after and kind in _JOINS_NUMBERS.get(before, ()):
            kinds[position] = before


def _terminators(kinds: list[str]) -> None:
    position = 0
    while position < len(kinds):
        if kinds[position] != "ET":
            position += 1
            continue
        end = position
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if "EN" in kinds[max(0, position - 1) : position] + kinds[end : end + 1]:
            kinds[position:end] = ["EN"] * (end - position)
        position = end
