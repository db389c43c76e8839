"""Only what is used goes into the bundle."""

from __future__ import annotations

import pytest
from freezing.trimming import is_unwanted, trimmed, without_dangling, without_orphans

LINKED = {
    "app.so": ("libQt6Gui.so.6", "libz.so.1"),
    "gui.so": ("libglib-2.0.so.0",),
    "glib.so": (),
    "z.so": (),
    "gtk.so": ("libpango.so.0",),
    "pango.so": ("libgtk-3.so.0",),
}
BINARIES = [
    ("PIL/_imaging.so", "app.so", "EXTENSION"),
    ("_cffi_backend.cpython-311-x86_64-linux-gnu.so", "z.so", "EXTENSION"),
    ("PySide6/Qt/lib/libQt6Gui.so.6", "gui.so", "BINARY"),
    ("PySide6/Qt/lib/libQt6Unused.so.6", "pango.so", "BINARY"),
    ("libglib-2.0.so.0", "glib.so", "BINARY"),
    ("libgtk-3.so.0", "gtk.so", "BINARY"),
    ("libpango.so.0", "pango.so", "BINARY"),
    ("libpython3.11.so.1.0", "z.so", "BINARY"),
    ("libz.so.1", "z.so", "BINARY"),
    ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
    ("libQt6Unused.so.6", "PySide6/Qt/lib/libQt6Unused.so.6", "SYMLINK"),
]


def test_a_library_stays_when_something_that_stays_needs_it_however_far_away() -> None:
    kept = [place for place, _, _ in without_orphans(BINARIES, lambda source: LINKED.get(source, ()))]
    assert kept == [
        "PIL/_imaging.so",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libglib-2.0.so.0",
        "libpython3.11.so.1.0",
        "libz.so.1",
        "libQt6Gui.so.6",
    ]


def test_a_link_to_what_is_left_out_is_left_out() -> None:
    links = [("libA.so", "Qt/lib/libA.so", "SYMLINK"), ("Qt/libB.so", "../lib/libB.so", "SYMLINK")]
    kept = [("lib/libB.so", "source", "BINARY")]
    assert without_dangling([*links, *kept], kept) == [links[1], *kept]


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_ja.qm",
        "PySide6\\plugins\\tls\\qcertonlybackend.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "babel/locale-data/zu_ZA.dat",
        "reportlab/fonts/DarkGarden.sfd",
        "resources/i18n/factotum_fr.ts",
    ],
)
def test_what_nothing_asks_for_stays_out(place: str) -> None:
    assert is_unwanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "babel/locale-data/root.dat",
        "babel/locale-data/fr_CH.dat",
        "babel/global.dat",
        "resources/i18n/factotum_fr.qm",
        "lxml/etree.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_program_uses_stays(place: str) -> None:
    assert trimmed([(place, "source", "DATA")])
