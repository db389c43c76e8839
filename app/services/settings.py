"""The settings of this seat, in a small TOML file. Nothing secret is ever in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.services.whole_file import write_whole

SETTINGS_VERSION: Literal[1] = 1


class Settings(BaseModel):
    """What the user chose for this seat."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    version: Literal[1] = SETTINGS_VERSION
    interface_language: Literal["system", "en", "fr"] = "system"
    colour_scheme: Literal["system", "light", "dark", "high_contrast"] = "system"
    preview_mode: Literal["live", "pause", "manual"] = "live"
    compact_rows: bool = False
    watched_folder: str = Field("", description="suppliers' files come in from here; empty: none")
    archive_pattern: str = Field("", description="what an archived file is called; empty: our own pattern")
    store_url: str = Field("", description="empty: the database in this program's own folder")
    backups_kept: int = Field(10, ge=1, le=365)
    newer_versions: Literal["unasked", "daily", "never"] = "unasked"


class SettingsNotKept(OSError):
    """The file did not take the settings; they hold until the program ends."""


class LoadedSettings(NamedTuple):
    """The settings, and what to tell the user when the file could not be used as it was."""

    settings: Settings
    notice: str = ""
    kept_aside: Path | None = None


def settings_path() -> Path:
    """Where this system keeps the settings of this user."""
    from platformdirs import user_config_path

    return user_config_path("factotum", appauthor=False) / "settings.toml"


def data_folder() -> Path:
    """Where this system keeps the documents of this user's programs."""
    from platformdirs import user_data_path

    return user_data_path("factotum", appauthor=False)


def load_settings(path: Path | None = None) -> LoadedSettings:
    """The settings of the file; defaults for what it does not say, or says wrongly.

    A file that cannot be read as settings is renamed and kept, and the notice says so.
    """
    path = settings_path() if path is None else path
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return LoadedSettings(Settings.model_construct())
    except UnicodeDecodeError as error:
        return _set_aside(path, str(error))
    except OSError as error:
        return LoadedSettings(
            Settings(), f"The settings in {path} cannot be read ({error.strerror}); defaults are used."
        )
    # Where there is no such file the window opens without the parser.
    import tomllib

    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _set_aside(path, str(error))
    try:
        return LoadedSettings(Settings.model_validate(written))
    except ValidationError as error:
        if written.get("version", SETTINGS_VERSION) != SETTINGS_VERSION:
            return _set_aside(path, "they are of another version of the program")
        wrong = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
        kept = {name: value for name, value in written.items() if name not in wrong}
        names = ", ".join(sorted(wrong))
        return LoadedSettings(
            Settings.model_validate(kept),
            f"In {path} these settings are not valid and were ignored: {names}.",
        )


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings beside the old file, then put them in its place. Raises SettingsNotKept."""
    path = settings_path() if path is None else path
    # A JSON string, number or boolean of these values is also a TOML one.
    text = "".join(
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in settings.model_dump().items()
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    except OSError as error:
        raise SettingsNotKept(error.errno, error.strerror, str(path)) from error


def _set_aside(path: Path, why: str) -> LoadedSettings:
    aside = path.with_name(f"{path.name}.broken")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.broken-{count}")
    try:
        path.rename(aside)
    except OSError:
        return LoadedSettings(
            Settings(), f"The settings in {path} cannot be used ({why}); defaults are used."
        )
    return LoadedSettings(
        Settings(),
        f"The settings could not be used ({why}). They are kept as {aside}; defaults are used.",
        aside,
    )
