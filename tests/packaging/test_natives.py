"""The list of parts names the libraries that are no Python packages, and which package brought them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from freezing.inventory import unlisted
from freezing.natives import Native, is_library, natives
from freezing.sbom import cyclonedx

from app.services.notices import Part

ELSEWHERE = "/nowhere/of/debian"
BINARIES = [
    ("pillow.libs/libfreetype-57f805ba.so.6.20.6", ELSEWHERE, "BINARY"),
    ("pillow.libs/libzstd-40ad5e7e.so.1.5.7", ELSEWHERE, "BINARY"),
    ("pypdfium2_raw/libpdfium.so", ELSEWHERE, "BINARY"),
    ("PySide6/Qt/lib/libQt6Core.so.6", ELSEWHERE, "BINARY"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", ELSEWHERE, "BINARY"),
    ("PySide6/Qt/lib/libicudata.so.73", ELSEWHERE, "BINARY"),
    ("PySide6/libpyside6.abi3.so.6.11", ELSEWHERE, "BINARY"),
    ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ("lxml/etree.cpython-311-x86_64-linux-gnu.so", ELSEWHERE, "EXTENSION"),
    ("cryptography/hazmat/bindings/_rust.abi3.so", ELSEWHERE, "EXTENSION"),
    ("libpython3.11.so.1.0", ELSEWHERE, "BINARY"),
    ("sqlite3.dll", ELSEWHERE, "BINARY"),
]


def by_name() -> dict[str, Native]:
    return {native.name: native for native in natives(BINARIES)}


def test_each_library_has_a_version_and_whoever_brought_it() -> None:
    found = by_name()
    assert {name: native.holder for name, native in found.items()} == {
        "freetype": "pillow",
        "zstd": "pillow",
        "pdfium": "pypdfium2_raw",
        "qt": "PySide6",
        "icu": "PySide6",
        "pyside6.abi3": "PySide6",
        "libxml2": "lxml",
        "libxslt": "lxml",
        "openssl": "cryptography",
        "python": "Python",
        "sqlite3": "Python",
    }
    assert [name for name, native in found.items() if not native.version] == []
    assert found["zstd"].version == "1.5.7"
    assert found["icu"].version == "73"
    assert len(found["qt"].places) == 2


def test_what_debian_put_on_the_build_machine_is_named_by_its_package() -> None:
    library = next(Path("/lib").glob("*-linux-gnu/libz.so.1"))
    (found,) = natives([("libz.so.1", str(library), "BINARY")])
    assert (found.name, found.holder, found.places) == ("zlib1g", "Debian", ("libz.so.1",))
    assert found.purl == f"pkg:deb/debian/zlib1g@{found.version}"


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("libz.so.1", True),
        ("pillow.libs/libtiff-20b7e810.so.6.3.0", True),
        ("PySide6\\Qt6Core.dll", True),
        ("libssl.3.dylib", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/Resources/Info.plist", False),
        ("lxml/etree.cpython-311-x86_64-linux-gnu.so", False),
        ("cryptography/hazmat/bindings/_rust.abi3.so", False),
        ("resources/icons/library.svg", False),
    ],
)
def test_libraries_are_told_from_modules(place: str, is_one: bool) -> None:
    assert is_library(place) is is_one


def test_a_library_depends_on_nothing_and_the_package_that_brought_it_on_it() -> None:
    parts = (Part("pillow", "13.0.0", "MIT-CMU"),)
    bill = cyclonedx("1.0.0", parts, natives(BINARIES), made=datetime(2026, 11, 22, tzinfo=UTC))
    needs = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    of_pillow = needs["pkg:pypi/pillow@13.0.0"]
    assert [ref.partition("@")[0] for ref in of_pillow] == ["pkg:generic/freetype", "pkg:generic/zstd"]
    assert not set(of_pillow) & set(needs["factotum"])
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references))


def test_a_library_that_the_list_leaves_out_is_found() -> None:
    bill = cyclonedx("1.0.0", (), natives(BINARIES), made=datetime(2026, 11, 22, tzinfo=UTC))
    places = [f"_internal/{place}" for place, _, kind in BINARIES if kind != "SYMLINK"]
    assert unlisted(places, bill) == []
    assert unlisted([*places, "_internal/libnew.so.1"], bill) == ["libnew.so.1: not in the list of parts"]
