"""What PyInstaller is told beside the list of files, by system."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from freezing import icons

KEYRINGS: Final = {
    "linux": ("keyring.backends.SecretService", "keyring.backends.kwallet"),
    "darwin": ("keyring.backends.macOS",),
    "win32": ("keyring.backends.Windows", "win32ctypes.core"),
}.get(sys.platform, ())
"""Chosen by name when the program runs, so no import statement shows them."""

IDENTIFIER: Final = "org.factotum.Factotum"
OLDEST_MACOS: Final = "14.0"


@dataclass(frozen=True, slots=True)
class Options:
    """Arguments of EXE and BUNDLE."""

    executable: dict[str, Any] = field(default_factory=dict)
    app: dict[str, Any] = field(default_factory=dict)
    has_console: bool = True
    window_program: str | None = None
    """The name of a second program without a console window, where a console program would show one."""


def options(root: Path, work: Path, version: str) -> Options:
    """For the system this runs on; pictures and stamps are written below `work`."""
    work.mkdir(parents=True, exist_ok=True)
    drawing = root / "resources" / "icons" / "factotum.svg"
    if sys.platform == "win32":
        stamp = work / "version.txt"
        stamp.write_text(windows_version(version), encoding="utf-8")
        return Options(
            executable={
                "icon": str(icons.write_ico(drawing, work / "factotum.ico")),
                "version": str(stamp),
                "manifest": (root / "packaging" / "windows" / "factotum.manifest").read_text("utf-8"),
            },
            window_program="factotumw",
        )
    if sys.platform == "darwin":
        return Options(
            app={
                "icon": str(icons.write_icns(drawing, work / "factotum.icns")),
                "bundle_identifier": IDENTIFIER,
                "version": version,
                "info_plist": macos_info(version),
            },
            has_console=False,  # a console program may not come to the front
        )
    return Options()


def macos_info(version: str) -> dict[str, Any]:
    """The members of Info.plist that PyInstaller does not write by itself."""
    return {
        "CFBundleName": "Factotum",
        "CFBundleDisplayName": "Factotum",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr"],
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence; see About Factotum for the libraries it uses.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Factotum draft",
                "CFBundleTypeRole": "Editor",
                # Offered under Open With; the person's own choice for .json stays.
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.json"],
            },
            {
                # Goes to the suppliers' files to review.
                "CFBundleTypeName": "PDF",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["com.adobe.pdf"],
            },
        ],
    }


def windows_version(version: str) -> str:
    """The version resource of the programs, in the form PyInstaller reads."""
    numbers = tuple(int(part) for part in version.split("."))
    four = (*numbers, 0, 0, 0, 0)[:4]
    texts = {
        "CompanyName": "Factotum",
        "FileDescription": "Factotum",
        "FileVersion": version,
        "InternalName": "factotum",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "factotum.exe",
        "ProductName": "Factotum",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0, "
        "OS=0x40004, fileType=1, subtype=0, date=(0, 0)), "
        f"kids=[StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
