"""Settings: kept in plain TOML; a file that cannot be used is kept aside, and the user is told."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.services.settings import LoadedSettings, Settings, load_settings, save_settings


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == LoadedSettings(Settings())


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(
        interface_language="fr",
        colour_scheme="high_contrast",
        compact_rows=True,
        store_url='postgresql://é"\\@büro/x',
        backups_kept=30,
    )
    save_settings(settings, path)
    save_settings(settings, path)
    assert load_settings(path) == LoadedSettings(settings)
    assert tomllib.loads(path.read_text("utf-8"))["compact_rows"] is True
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("content", [b"interface_language = ", b"\xff\xfe\x00", b"version = 99\n"])
def test_a_broken_file_is_kept_aside_and_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    for _ in range(2):
        path.write_bytes(content)
        loaded = load_settings(path)
        assert loaded.settings == Settings()
        assert "defaults are used" in loaded.notice
        assert loaded.kept_aside is not None
        assert loaded.kept_aside.read_bytes() == content
        assert not path.exists()
    assert len(list(tmp_path.iterdir())) == 2


def test_one_wrong_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('version = 1\ncolour_scheme = "plaid"\ninterface_language = "fr"\nfrom_the_future = 1\n')
    loaded = load_settings(path)
    assert loaded.settings == Settings(interface_language="fr")
    assert "colour_scheme" in loaded.notice
    assert path.exists()


def test_a_folder_in_the_way_gives_defaults_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    assert "cannot be read" in load_settings(tmp_path / "settings.toml").notice
