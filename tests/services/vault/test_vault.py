"""Secrets are kept whole or not at all, under every keyring's limits and through every crash."""

from __future__ import annotations

import copy
import json
import os
import pickle
import re
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from app.services.vault import Secret, Vault, VaultProblem, vault_text
from app.services.vault.backends import stay_on_this_machine, system_backend
from app.services.vault.parts import MARK, PART_UNITS, split, units
from app.services.vault.problems import SENTENCES
from tests.services.vault.keyrings import Failing, FileKeyring, Windows
from tests.services.vault.worker import work

OLD = "old-" + "o" * 2500
NEW = "new-" + "n" * 1900


@pytest.fixture
def keyring(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "keyring.json")


def test_a_secret_is_kept_given_and_forgotten(keyring: FileKeyring) -> None:
    vault = Vault(keyring)
    assert vault.secret("c1", "token") is None
    for value in ("", " blank ", "short", OLD, NEW, "😀" * 1500):
        vault.keep("c1", "token", Secret(value))
        found = vault.secret("c1", "token")
        assert found is not None
        assert found.reveal() == value
    vault.keep("c1", "refresh_token", Secret("another"))
    vault.keep("c2", "token", Secret("of another connection"))
    vault.forget("c1")
    assert vault.secret("c1", "token") is None
    assert all("c1" not in name for name in keyring.entries())
    assert vault.secret("c2", "token") == Secret("of another connection")


def test_one_secret_is_forgotten_and_the_others_stay(keyring: FileKeyring) -> None:
    vault = Vault(keyring)
    vault.keep("c1", "token", Secret("a"))
    vault.keep("c1", "other", Secret("b"))
    vault.forget("c1", "token")
    assert vault.secret("c1", "token") is None
    assert vault.secret("c1", "other") == Secret("b")
    vault.forget("c1")
    assert keyring.entries() == {}


def test_old_parts_are_gone_once_the_new_value_is_there(keyring: FileKeyring) -> None:
    vault = Vault(keyring)
    for value in (OLD, NEW, "x", OLD):
        vault.keep("c1", "token", Secret(value))
    assert len(keyring.entries()) == 1 + 1 + len(split(OLD)), "names, head, parts"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(0, 60))
def test_parts_fit_the_smallest_keyring_and_join_to_the_value(text: str, times: int) -> None:
    value = text * times
    parts = split(value)
    assert "".join(part.removeprefix(MARK) for part in parts) == value
    for part in parts:
        assert part.startswith(MARK)
        assert units(part) <= PART_UNITS
        assert len(part.encode("utf-16-le")) == 2 * units(part), "no character is cut in two"


def killed_worker(task: str, path: Path, dies_at: int, when: str) -> bool:
    """Whether the worker died of it; forked, so that hundreds are quick."""
    child = os.fork()
    if not child:
        try:
            work(task, path, dies_at, when, NEW)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_call_leaves_the_old_secret_or_the_new_one(tmp_path: Path, when: str) -> None:
    seen, boundary = set(), 0
    while True:
        keyring = FileKeyring(tmp_path / f"{boundary}.json")
        Vault(keyring).keep("c1", "token", Secret(OLD))
        died = killed_worker("keep", keyring.path, boundary, when)
        found = Vault(keyring).secret("c1", "token")
        assert found is not None
        seen.add(found.reveal()[:4])
        assert found.reveal() in (OLD, NEW)
        Vault(keyring).keep("c1", "token", Secret("third"))
        assert Vault(keyring).secret("c1", "token") == Secret("third")
        assert len(keyring.entries()) == 3, "the next write clears what the crash left"
        if not died:
            break
        boundary += 1
    assert seen == {"old-", "new-"}
    assert boundary > 10


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("task", ["keep", "forget"])
def test_a_kill_at_any_call_leaves_nothing_that_forgetting_does_not_find(tmp_path: Path, task: str) -> None:
    boundary = 0
    while True:
        keyring = FileKeyring(tmp_path / f"{boundary}.json")
        if task == "forget":
            Vault(keyring).keep("c1", "token", Secret(OLD))
        died = killed_worker(task, keyring.path, boundary, "after")
        Vault(keyring).forget("c1")
        assert keyring.entries() == {}
        if not died:
            break
        boundary += 1
    assert boundary > 10


def test_a_keyring_that_keeps_nothing_is_found_out_at_the_first_write() -> None:
    vault = Vault(NullKeyring())
    with pytest.raises(VaultProblem) as told:
        vault.keep("c1", "token", Secret("s3cret-value"))
    assert told.value.code == "keyring_keeps_nothing"
    assert vault.state() == "refused"


def test_a_damaged_secret_is_not_used(keyring: FileKeyring) -> None:
    Vault(keyring).keep("c1", "token", Secret(OLD))
    held = keyring.entries()
    part = next(name for name in held if name.endswith(":1.0"))
    keyring.path.write_text(json.dumps({**held, part: held[part].replace("o", "0", 1)}))
    with pytest.raises(VaultProblem) as told:
        Vault(keyring).secret("c1", "token")
    assert told.value.code == "secret_damaged"
    for nonsense in ("", "[]", "{", '{"generation": 1, "count": true, "sha256": ""}'):
        keyring.set_password("factotum:c1:token", "factotum", nonsense)
        with pytest.raises(VaultProblem):
            Vault(keyring).secret("c1", "token")
    Vault(keyring).keep("c1", "token", Secret("again"))
    assert Vault(keyring).secret("c1", "token") == Secret("again")


@pytest.mark.parametrize(
    ("error", "state", "code"),
    [
        (KeyringLocked("s3cret-value"), "locked", "keyring_locked"),
        (NoKeyringError("s3cret-value"), "missing", "keyring_missing"),
        (InitError("s3cret-value"), "refused", "keyring_not_opened"),
        (PasswordSetError("s3cret-value"), "refused", "keyring_refused"),
        (OSError("s3cret-value"), "refused", "keyring_refused"),
    ],
)
def test_each_trouble_of_a_keyring_has_its_state_and_its_words(
    error: Exception, state: str, code: str
) -> None:
    vault = Vault(Failing(error))
    assert vault.state() == state
    with pytest.raises(VaultProblem) as told:
        vault.keep("c1", "token", Secret("s3cret-value"))
    assert told.value.code == code
    assert told.value.__cause__ is None
    assert told.value.__context__ is None, "what the backend said may hold the value"
    english, french = (vault_text(told.value, language) for language in ("en", "fr"))
    assert "this run only" in english[1]
    assert "cette session seulement" in french[1]
    assert "s3cret" not in repr((told.value, english, french))


def test_both_languages_have_the_same_sentences_with_the_same_figures() -> None:
    assert SENTENCES["en"].keys() == SENTENCES["fr"].keys()
    for code, english in SENTENCES["en"].items():
        french = SENTENCES["fr"][code]
        assert set(re.findall(r"{\w+}", "".join(english))) == set(re.findall(r"{\w+}", "".join(french)))
        assert not re.search(r"[\w»] [:;!?»]|« ", "".join(french)), code


def test_what_cannot_be_a_secret_is_refused_before_the_keyring_is_touched(keyring: FileKeyring) -> None:
    vault = Vault(keyring)
    for value, code in (("a" * 300_000, "secret_too_long"), ("\ud800", "secret_not_text")):
        with pytest.raises(VaultProblem) as told:
            vault.keep("c1", "token", Secret(value))
        assert told.value.code == code
    for connection_id, name in (("", "token"), ("a:b", "token"), ("c1", "a:b"), ("c1", "")):
        with pytest.raises(ValueError, match="secret"):
            vault.keep(connection_id, name, Secret("x"))
    assert keyring.entries() == {}


def test_windows_entries_stay_on_the_machine(tmp_path: Path) -> None:
    backend = Windows(tmp_path / "w.json")
    assert stay_on_this_machine(backend) is backend
    assert backend.persist == "local machine"


def test_no_variable_of_the_environment_chooses_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(VaultProblem) as told:
        system_backend("win32" if os.name != "nt" else "darwin")
    assert told.value.state == "missing"


def test_this_run_only_is_memory() -> None:
    vault = Vault.for_this_run_only()
    vault.keep("c1", "token", Secret(OLD))
    assert vault.secret("c1", "token") == Secret(OLD)
    assert vault.is_for_this_run_only
    assert vault.state() == "ready"
    assert Vault.for_this_run_only().secret("c1", "token") is None


def test_no_form_of_a_secret_shows_it() -> None:
    secret = Secret("s3cret-value")
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r:>20}", f"{secret:>30}", repr([secret])]
    assert not any("s3cret" in text for text in shown)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError) as told:
            pickle.dumps(secret, protocol)
        assert "s3cret" not in str(told.value)
    with pytest.raises(TypeError):
        json.dumps(secret)
    assert copy.deepcopy(secret) is secret
    assert secret == Secret("s3cret-value")
    assert secret != Secret("other")
    assert secret != "s3cret-value"
