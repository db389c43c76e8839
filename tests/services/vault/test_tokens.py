"""A sign-in whose refresh token works once: renewed once for all, and never lost in silence."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.client.errors import Interrupted, ProviderError, Unauthorised, Unreachable
from app.client.oauth.renewal import NOT_SIGNED_IN, SIGN_IN_ENDED, SIGN_IN_LOST, Renewal
from app.client.oauth.tokens import Tokens
from app.client.secret import Secret
from app.client.transport import Cancel, WireReply, WireRequest
from app.services.vault import Vault, VaultProblem
from app.services.vault.holding import held
from app.services.vault.tokens import VaultTokens
from tests.client.oauth.strict import NOW, StrictServer, endpoint
from tests.services.vault.keyrings import FileKeyring

OLD = Tokens(Secret("access-1"), Secret("refresh-1"), NOW + timedelta(hours=1))


class Desk:
    """One machine: a server far away, a keyring, a data folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.server = StrictServer(folder / "server")
        self.server.pair = 1
        self.keyring = FileKeyring(folder / "keyring.json")
        self.store().keep(OLD)

    def store(self, keyring: FileKeyring | None = None) -> VaultTokens:
        return VaultTokens(Vault(keyring or self.keyring), "c1", self.folder / "data")

    def renewal(self, keyring: FileKeyring | None = None) -> Renewal:
        """A fresh start of the program."""
        return Renewal(endpoint(self.server), self.store(keyring), lambda: NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


def test_fresh_tokens_are_used_without_asking(desk: Desk) -> None:
    assert desk.renewal().current().access == Secret("access-1")
    assert desk.server.seen == []


def test_tokens_that_are_over_are_renewed_first_and_kept(desk: Desk) -> None:
    desk.store().keep(Tokens(OLD.access, OLD.refresh, NOW + timedelta(seconds=59)))
    assert desk.renewal().current().access == Secret("access-2")
    kept = desk.store().tokens()
    assert kept is not None
    assert (kept.access, kept.refresh) == (Secret("access-2"), Secret("refresh-2"))
    assert desk.store().begun_renewal() == ""


def test_an_access_token_of_the_pair_before_is_over_at_once(desk: Desk) -> None:
    Vault(desk.keyring).keep("c1", "refresh_token", Secret("refresh-2"))
    found = desk.store().tokens()
    assert found is not None
    assert found.refresh == Secret("refresh-2")
    assert not found.is_fresh(NOW)
    assert found.access != OLD.access


def test_one_renewal_serves_many_threads_and_many_windows(desk: Desk) -> None:
    windows = [desk.renewal() for _ in range(4)]
    for window in windows:
        window.current()
    answers: list[Secret] = []
    threads = [
        threading.Thread(target=lambda w=window: answers.append(w.replace(Secret("access-1")).access))
        for window in windows
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [Secret("access-2")] * 20
    assert len(desk.server.seen) == 1


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_one_renewal_serves_many_processes(desk: Desk) -> None:
    children = [forked(lambda: desk.renewal().replace(Secret("access-1"))) for _ in range(6)]
    assert [ended(child) for child in children] == [0] * 6
    assert desk.server.pair == 2


def forked(act: Callable[[], object]) -> int:
    child = os.fork()
    if not child:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Deadly:
    """A transport in a process that dies before the request or after the answer."""

    def __init__(self, server: StrictServer, when: str) -> None:
        self.server, self.when = server, when

    def send(self, request: WireRequest, *, timeout_s: float, cancel: Cancel) -> WireReply:
        if self.when == "before the request":
            os.kill(os.getpid(), signal.SIGKILL)
        reply = self.server.send(request, timeout_s=timeout_s, cancel=cancel)
        if self.when == "after the answer":
            os.kill(os.getpid(), signal.SIGKILL)
        return reply

    def close(self) -> None:
        pass


def settled(desk: Desk) -> str:
    """What the next start of the program makes of it: tokens that work, or the code of the error."""
    try:
        tokens = desk.renewal().current()
    except ProviderError as error:
        return error.code
    if not desk.server.accepts(tokens.access):
        tokens = desk.renewal().replace(tokens.access)
    assert desk.server.accepts(tokens.access)
    return "works"


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize(
    ("when", "outcome"), [("before the request", "works"), ("after the answer", SIGN_IN_LOST)]
)
def test_a_kill_around_the_request_ends_in_tokens_or_in_a_clear_word(
    desk: Desk, when: str, outcome: str
) -> None:
    renewal = Renewal(endpoint(Deadly(desk.server, when)), desk.store(), lambda: NOW)
    assert ended(forked(lambda: renewal.replace(OLD.access))) == -signal.SIGKILL
    assert settled(desk) == outcome


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("after", [False, True])
def test_a_kill_at_any_call_of_the_keyring_ends_in_tokens_or_in_a_clear_word(
    tmp_path: Path, after: bool
) -> None:
    outcomes: list[str] = []
    while True:
        desk = Desk(tmp_path / str(len(outcomes)))
        dying = FileKeyring(desk.keyring.path, len(outcomes), after=after)
        died = ended(forked(lambda: desk.renewal(dying).replace(OLD.access))) == -signal.SIGKILL  # noqa: B023
        was_renewed = desk.server.pair == 2
        kept = desk.store().tokens()
        outcomes.append(settled(desk))
        if not was_renewed or (kept is not None and kept.refresh == Secret("refresh-2")):
            assert outcomes[-1] == "works", "nothing was rotated, or what came was kept"
        else:
            assert outcomes[-1] == SIGN_IN_LOST, "never an obscure failure"
        if not died:
            break
    assert outcomes.count("works") > 10
    assert SIGN_IN_LOST in outcomes


def test_an_answer_lost_on_the_way_is_said_clearly_and_not_as_an_expiry(desk: Desk) -> None:
    renewal = desk.renewal()
    desk.server.lose_answer = True
    with pytest.raises(Interrupted):
        renewal.replace(OLD.access)
    desk.server.lose_answer = False
    with pytest.raises(Unauthorised, match=SIGN_IN_LOST):
        renewal.current()
    assert settled(desk) == SIGN_IN_LOST


def test_a_network_that_is_down_leaves_no_doubt(desk: Desk) -> None:
    renewal = desk.renewal()
    desk.server.unplugged = True
    with pytest.raises(Unreachable):
        renewal.replace(OLD.access)
    assert desk.store().begun_renewal() == ""
    desk.server.unplugged = False
    assert renewal.replace(OLD.access).access == Secret("access-2")


def test_a_keyring_that_locks_after_the_rotation_costs_nothing_while_the_program_runs(desk: Desk) -> None:
    class Locking(FileKeyring):
        is_locked = False

        def set_password(self, service: str, username: str, password: str) -> None:
            if self.is_locked:
                raise OSError("locked")
            super().set_password(service, username, password)

    keyring = Locking(desk.keyring.path)
    renewal = desk.renewal(keyring)
    keyring.is_locked = True
    with pytest.raises(VaultProblem):
        renewal.replace(OLD.access)
    keyring.is_locked = False
    assert renewal.current().access == Secret("access-2")
    assert settled(desk) == "works"


def test_a_revoked_sign_in_is_over_and_says_so(desk: Desk) -> None:
    desk.server.pair = 0
    with pytest.raises(Unauthorised) as told:
        desk.renewal().replace(OLD.access)
    assert told.value.code == SIGN_IN_ENDED
    assert "refresh-1" not in told.value.detail


@pytest.mark.parametrize("unplugged", [False, True])
def test_signing_out_forgets_here_whatever_the_provider_says(desk: Desk, unplugged: bool) -> None:
    desk.server.unplugged = unplugged
    renewal = desk.renewal()
    renewal.current()
    assert renewal.sign_out() != unplugged
    assert (desk.server.pair == 0) != unplugged
    assert desk.keyring.entries() == {}
    with pytest.raises(Unauthorised, match=NOT_SIGNED_IN):
        renewal.current()


def test_a_holder_that_never_lets_go_is_named(tmp_path: Path) -> None:
    path = tmp_path / "c1.lock"
    with (
        held(path),
        pytest.raises(Unreachable, match=r"error\.sign_in_busy"),
        held(path, pause=lambda _: None),
    ):
        pytest.fail("held twice")
    with held(path):
        assert path.stat().st_mode & 0o777 == 0o600


def test_files_beside_the_keyring_hold_no_token(desk: Desk) -> None:
    desk.server.lose_answer = True
    with pytest.raises(Interrupted):
        desk.renewal().replace(OLD.access)
    files = [path.read_text() for path in (desk.folder / "data").iterdir()]
    assert any(files)
    assert not any("refresh-" in text or "access-" in text for text in files)
