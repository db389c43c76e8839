"""The settings of this seat, in a small TOML file. Nothing secret is ever in it."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

SETTINGS_VERSION: Literal[1] = 1


class Settings(BaseModel):
    """What the user chose for this seat."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: Literal[1] = SETTINGS_VERSION
    interface_language: Literal["system", "en", "fr"] = "system"
    colour_scheme: Literal["system", "light", "dark", "high_contrast"] = "system"
    preview_mode: Literal["live", "pause", "manual"] = "live"
    compact_rows: bool = False
    store_url: str = Field("", description="empty: the database in this program's own folder")
    backups_kept: int = Field(10, ge=1, le=365)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
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
        written = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return _set_aside(path, str(error))
    except OSError as error:
        return LoadedSettings(
            Settings(), f"The settings in {path} cannot be read ({error.strerror}); defaults are used."
        )
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
    """Write the settings beside the old file, then put them in its place. Raises OSError."""
    path = settings_path() if path is None else path
    path.parent.mkdir(parents=True, exist_ok=True)
    # A JSON string, number or boolean of these values is also a TOML one.
    text = "".join(
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in settings.model_dump().items()
    )
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


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
