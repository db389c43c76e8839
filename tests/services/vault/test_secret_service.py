"""The vault on a real Secret Service, each test in a session of its own, away from the person's keyring."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.vault import secret_service
from tests.services.vault.scenarios import CANARY


@pytest.fixture(autouse=True)
def _programs() -> None:
    assert secret_service.IS_THERE, "FACTOTUM_REQUIRE_SECRET_SERVICE is set, but its programs are missing"


@pytest.mark.parametrize("scenario", ["whole_life", "huge", "killed", "logged", "signed_in"])
def test_it_holds_on_the_keyring_of_a_desktop_and_nothing_of_it_is_in_a_file(
    tmp_path: Path, scenario: str
) -> None:
    ran = secret_service.run(tmp_path, scenario)
    assert ran.returncode == 0, ran.stderr
    secrets = (CANARY, "access-1", "access-2", "refresh-1", "refresh-2", "cl1ent-s3cret")
    assert not any(secret in ran.stdout + ran.stderr for secret in secrets)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files), "the daemon keeps its own, encrypted"
    for path in files:
        content = path.read_bytes()
        for secret in secrets:
            assert secret.encode() not in content, path
            assert secret.encode("utf-16-le") not in content, path


def test_a_locked_keyring_says_so(tmp_path: Path) -> None:
    assert secret_service.run(tmp_path, "state").stdout == "ready"
    ran = secret_service.run(tmp_path, "state", "locked")
    assert ran.stdout == "locked keyring_locked", ran.stderr


def test_a_bus_without_a_keyring_says_that_none_could_be_set_up(tmp_path: Path) -> None:
    ran = secret_service.run(tmp_path, "state", "new")
    assert ran.stdout == "refused keyring_not_opened", ran.stderr


def test_no_bus_means_no_keyring(tmp_path: Path) -> None:
    ran = secret_service.run(tmp_path, "state", "no bus")
    assert ran.stdout == "missing keyring_missing", ran.stderr
