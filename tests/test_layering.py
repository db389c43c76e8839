"""The rules of the house that imports and file sizes can show. Each failure says what to do about it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
LONGEST_MODULE = 400

MAY_KNOW: dict[str, frozenset[str]] = {
    room: frozenset(known.split())
    for room, known in {
        "domain": "",
        "documents": "domain resources",
        "store": "domain",
        "client": "domain",
        "einvoice": "domain resources",
        "intake": "domain",
        "providers": "domain client",
        "practice": "domain client providers",
        "services": "domain documents store client einvoice intake providers practice resources",
        "ui": "domain services resources",
        "cli": "domain services resources",
        "resources": "",
        "bootstrap": "domain documents store client einvoice intake providers practice services ui resources",
        "start": "services bootstrap",
        "__main__": "cli start bootstrap",
    }.items()
}
"""Each room of app/ and the rooms it may import from, itself aside."""

QT_ROOMS = {"ui", "bootstrap", "start", "__main__"}
EXACT_ROOMS = ("domain", "services", "store", "cli")
"""Rooms where amounts live as such, and where a binary float has no business."""


class Import(NamedTuple):
    """One imported module and where that stands."""

    module: str
    line: int
    importer: Path

    @property
    def place(self) -> str:
        return f"{self.importer.relative_to(ROOT)}:{self.line}"

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]


def modules() -> list[Path]:
    return sorted(APP.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(APP).parts[0]
    return first.removesuffix(".py")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports_of(path: Path) -> Iterator[Import]:
    package = ("app", *path.relative_to(APP).parts[:-1])
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(name.name, node.lineno, path)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            if module in ("app", ""):
                for name in node.names:
                    yield Import(f"app.{name.name}", node.lineno, path)
            else:
                yield Import(module, node.lineno, path)


def all_imports() -> list[Import]:
    return [found for path in modules() for found in imports_of(path)]


def told(rule: str, remedy: str, places: list[str]) -> str:
    return f"\n{rule}\nRemedy: {remedy}\n" + "\n".join(f"  {place}" for place in places)


def test_each_room_of_the_house_has_its_rule() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__"}
    assert rooms <= set(MAY_KNOW), told(
        "A room of app/ is not in the layering rule.",
        "decide what it may import and add it to MAY_KNOW in this test and to ARCHITECTURE.md.",
        sorted(rooms - set(MAY_KNOW)),
    )


def test_a_room_imports_only_from_the_rooms_it_may_know() -> None:
    wrong = []
    for found in all_imports():
        room = room_of(found.importer)
        if found.top != "app" or room == "__init__" or found.module == "app.__version__":
            continue
        target = found.module.split(".")[1] if "." in found.module else "app"
        if target != room and target not in MAY_KNOW[room]:
            wrong.append(f"{found.place}: {room} imports {found.module}")
    assert not wrong, told(
        "An upper layer is imported from below, or a neighbour from the side.",
        "move the shared part down (values to domain, use cases to services), or pass it in from bootstrap.",
        wrong,
    )


def test_the_domain_knows_only_the_standard_library_and_pydantic() -> None:
    allowed = sys.stdlib_module_names | {"app", "pydantic", "pydantic_core"}
    wrong = [
        f"{found.place}: {found.module}"
        for found in all_imports()
        if room_of(found.importer) == "domain" and found.top not in allowed
    ]
    assert not wrong, told(
        "app/domain imports a library.", "hand it what the library answers, from services.", wrong
    )


def test_qt_is_imported_only_where_the_window_is() -> None:
    wrong = [
        f"{found.place}: {found.module}"
        for found in all_imports()
        if found.top in {"PySide6", "shiboken6"} and room_of(found.importer) not in QT_ROOMS
    ]
    assert not wrong, told(
        "PySide6 is imported outside app/ui, app/bootstrap.py, app/start.py and app/__main__.py.",
        "keep Qt in the window; the rest must work where Qt cannot be loaded.",
        wrong,
    )


def test_a_provider_knows_no_other_provider() -> None:
    wrong = []
    for found in all_imports():
        parts = found.importer.relative_to(APP).parts
        if parts[0] != "providers" or len(parts) < 3 or not found.module.startswith("app.providers."):
            continue
        if found.module.split(".")[2] != parts[1]:
            wrong.append(f"{found.place}: {found.module}")
    assert not wrong, told("A provider imports another one.", "what they share belongs to app/client.", wrong)


def test_httpx_is_imported_in_one_module_of_the_client_only() -> None:
    users = {found.importer for found in all_imports() if found.top == "httpx"}
    misplaced = [str(path.relative_to(ROOT)) for path in sorted(users) if room_of(path) != "client"]
    assert not misplaced, told("httpx is imported outside app/client.", "call app.client instead.", misplaced)
    assert len(users) <= 1, told(
        "httpx is imported in more than one module.",
        "import its names from the one module that has them, so that replacing it is one edit.",
        [str(path.relative_to(ROOT)) for path in sorted(users)],
    )


def test_a_module_holds_one_idea() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    long = [f"{path.relative_to(ROOT)}: {n} lines" for path, n in lengths.items() if n > LONGEST_MODULE]
    assert not long, told(
        f"A module has more than {LONGEST_MODULE} lines.",
        "it holds more than one idea: give the second a module of its own.",
        long,
    )


def test_no_binary_float_is_made_where_amounts_live() -> None:
    wrong = []
    for path in modules():
        if room_of(path) not in EXACT_ROOMS:
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: float(...)")
    assert not wrong, told(
        "float() is called where amounts live.",
        "keep Decimal; for a length or a time, name the unit and do it in documents or ui.",
        wrong,
    )


def test_json_of_drafts_is_never_read_with_binary_floats() -> None:
    wrong = []
    for path in modules():
        if room_of(path) not in {*EXACT_ROOMS, "ui"}:
            continue
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            target = node.func.value
            reads = (
                node.func.attr in {"load", "loads"} and isinstance(target, ast.Name) and target.id == "json"
            )
            if reads and "parse_float" not in {keyword.arg for keyword in node.keywords}:
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not wrong, told(
        "json is read with its default, which makes binary floats of fractions.",
        "use app.domain.codec; where that does not fit, pass parse_float=Decimal.",
        wrong,
    )


def test_no_slot_is_a_method_of_an_object_that_nobody_keeps() -> None:
    wrong = []
    for path in modules():
        for node in ast.walk(parsed(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno}"
                for slot in node.args
                if node.func.attr == "connect"
                and isinstance(slot, ast.Attribute)
                and isinstance(slot.value, ast.Call)
            ]
    assert not wrong, told(
        "A signal is connected to a method of an object made on the spot.",
        "Qt keeps no reference to it, so the slot is never called: keep the object in an attribute.",
        wrong,
    )


def test_no_module_prints_around_the_message_channel() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "input"}
    ]
    assert not wrong, told("print() or input() is called.", "use app.cli.console, or log.", wrong)
