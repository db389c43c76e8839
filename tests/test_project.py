"""What README, ARCHITECTURE, CHANGELOG and the lists of libraries say is true."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app import __version__
from app.cli.arguments import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "tests", "docs", "packaging", "resources", ".ci")
TEXTS = {".py", ".md", ".toml", ".txt", ".sh", ".spec", ".ts", ".svg", ".nsi", ".yml", ".json", ""}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project, by its name."""
    for path in sorted([*ROOT.iterdir(), *(p for folder in FOLDERS for p in (ROOT / folder).rglob("*"))]):
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def requirements() -> list[Requirement]:
    project = PROJECT["project"]
    lines = [
        *project["dependencies"],
        *(r for extra in project["optional-dependencies"].values() for r in extra),
    ]
    return [requirement for line in lines if (requirement := Requirement(line)).name != "factotum"]


def constraints() -> list[Requirement]:
    lines = [line for line in read("constraints.txt").splitlines() if line and not line.startswith("#")]
    return [Requirement(line) for line in lines]


def readme_command(name: str) -> str:
    found = re.search(rf"<!-- command: {name} -->\n```sh\n(.+)\n```", read("README.md"))
    assert found, f"README.md has no command marked {name}"
    return found[1]


def test_each_readme_command_is_one_line_that_installs_what_was_tested() -> None:
    for name in ("try", "test"):
        command = readme_command(name)
        assert "-c constraints.txt" in command
        assert "--without-pip .venv" in command  # Debian's Python has no ensurepip
    assert readme_command("try").endswith(".venv/bin/factotum demo")
    assert readme_command("test").endswith(".venv/bin/pytest")


def test_ci_runs_the_commands_as_the_readme_has_them() -> None:
    for name in ("try", "test"):
        ran = subprocess.run(
            ["bash", str(ROOT / ".ci" / "readme-command"), name], capture_output=True, text=True, check=True
        )
        assert ran.stdout == readme_command(name) + "\n"
    *_, tests, verdict = [line for line in read(".ci/run").splitlines() if line]
    assert "readme-command test" in tests  # so that a run ends on pytest's summary
    assert verdict == "[ ${#failed[@]} -eq 0 ]"


def test_the_readme_lists_the_commands_there_are() -> None:
    listed = re.findall(r"^factotum ([a-z][a-z-]*)", read("README.md"), re.MULTILINE)
    assert tuple(listed) == COMMANDS


def test_links_in_the_documents_lead_somewhere() -> None:
    broken = [
        f"{name}: {target}"
        for name, text in texts()
        if name.endswith(".md")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_the_map_shows_what_is_there_and_nothing_else() -> None:
    tree = read("ARCHITECTURE.md").split("```")[1]
    named = set(re.findall(r"^  ([\w.]+)/? ", tree, re.MULTILINE)) | set(
        re.findall(r"^(\S+?)/?(?: |$)", tree, re.MULTILINE)
    )
    for name in named - {""}:
        assert (ROOT / name).exists() or (ROOT / "app" / name).exists(), f"{name} is on the map only"
    rooms = {path.name for path in (ROOT / "app").iterdir() if path.is_dir() and any(path.glob("**/*.py"))}
    assert rooms <= named, f"not on the map: {rooms - named}"


def test_modules_the_documents_name_exist() -> None:
    rooms = "app|domain|documents|store|services|ui|cli|tests|docs|packaging|resources"
    gone = [
        f"{name}: {path}"
        for name, text in texts()
        if name.endswith(".md")
        for path in re.findall(rf"`((?:{rooms})/[\w./-]+)`", text)
        if not any((ROOT / start / path).exists() for start in ("", "app"))
    ]
    assert gone == []


def test_the_architecture_stays_one_page() -> None:
    assert len(read("ARCHITECTURE.md").splitlines()) <= 110


def test_no_folder_is_kept_for_something_that_is_not_there() -> None:
    folders = [path for name in FOLDERS for path in (ROOT / name).rglob("*") if path.is_dir()]
    caches = {"__pycache__"}
    hollow = [
        str(folder.relative_to(ROOT))
        for folder in folders
        if folder.name not in caches
        and not any(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        and not caches & set(folder.parts)
    ]
    assert hollow == []


def test_each_decision_says_what_was_dropped_for_it() -> None:
    decisions = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert decisions
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    for path, number in zip(decisions, numbers, strict=True):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. "), path.name
        assert "\n## Dropped alternatives\n" in text, path.name


def test_the_changelog_starts_with_what_is_unreleased() -> None:
    heads = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert heads[0] == "Unreleased"
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_every_library_has_its_reason_and_licence_beside_it() -> None:
    lines = read("pyproject.toml").splitlines()
    start = lines.index("dependencies = [")
    end = lines.index("[project.scripts]")
    licence = re.compile(r"MIT|BSD|Apache|LGPL|MPL|OFL|HPND")
    explained = ""
    for line in lines[start + 1 : end]:
        if line.strip().startswith("#"):
            explained += line
        elif '"' in line:
            assert licence.search(explained + line), f"no licence beside {line.strip()}"
        else:
            explained = ""


def test_every_library_the_program_asks_for_is_used() -> None:
    imported = set()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0].lower() for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0].lower())
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):  # import_module("…")
                imported.add(node.value.partition(".")[0])
    modules = {
        "pillow": "pil",
        "pyside6-essentials": "pyside6",
        "pymupdf-fonts": "pymupdf_fonts",
        "tzdata": "zoneinfo",  # read by the standard library where the system has no zones
    }
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    assert [name for name in sorted(asked) if modules.get(name, name) not in imported] == []


def test_each_library_is_pinned_to_a_version_that_its_range_allows() -> None:
    pins = constraints()
    for requirement in requirements():
        name = canonicalize_name(requirement.name)
        fitting = [
            pin
            for pin in pins
            if canonicalize_name(pin.name) == name
            and (
                requirement.marker is None or pin.marker is None or str(pin.marker) == str(requirement.marker)
            )
        ]
        assert fitting, f"{requirement} is not in constraints.txt"
        for pin in fitting:
            (specifier,) = pin.specifier
            assert specifier.operator == "=="
            assert requirement.specifier.contains(specifier.version), f"{pin} is outside {requirement}"


def test_constraints_are_names_and_versions_only() -> None:
    assert [pin.name for pin in constraints() if pin.url or pin.extras] == []
    assert "hash" not in read("constraints.txt").replace("# ", "")


def test_nothing_names_a_machine_or_a_package_registry() -> None:
    words = ("/" + "work/", "/" + "home/", "index" + "-url", "files.python" + "hosted", "registry." + "npmjs")
    found = [f"{name}: {word}" for name, text in texts() for word in words if word in text]
    assert found == []


def test_no_test_is_skipped_expected_to_fail_slept_through_or_mocked() -> None:
    words = (
        "pytest." + "skip",
        "mark." + "skip",
        "x" + "fail(",
        "time." + "sleep",
        "mock." + "patch",
        "qtbot." + "wait(",
    )
    found = [
        f"{name}: {word}"
        for name, text in texts()
        if name.startswith("tests/") and name.endswith(".py")
        for word in words
        if word in text
    ]
    assert found == []
