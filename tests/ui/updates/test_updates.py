"""A newer version is offered in a quiet line, fetched when asked, and takes over after the close."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.client.clock import StopSwitch
from app.services.samples import sample
from app.services.updates import versions
from app.services.updates.choosing import Choice, Use, choose, chosen
from app.services.updates.finishing import finish, way_back
from app.services.updates.memory import Memory, remembered
from app.services.workspace import Workspace
from app.ui.pages.settings import SettingsPage
from tests.services.updates.house import FOREIGN_KEY, archive, file_of, manifest_body, signed_list
from tests.ui.updates.conftest import NAME, Begin, Clerk

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def close(clerk: Clerk) -> bool:
    """Close the window as the program does; whether another version took over."""
    clerk.rest()
    clerk.program.window.close()
    clerk.program.stop()
    return finish(clerk.folder, clerk.here, clerk.shop.publisher, clerk.program.seat.location())


def test_nothing_is_asked_at_a_first_start_nor_of_the_network_before_it_is_allowed(begin: Begin) -> None:
    clerk = begin(memory=None)
    assert (clerk.line.isHidden(), clerk.shop.asked) == (True, [])
    clerk.desk.begin()
    clerk.rest()
    assert clerk.offers() == ["Yes, once a day", "No"]
    assert clerk.shop.asked == []


def test_no_is_heard_once_and_for_all(begin: Begin) -> None:
    clerk = begin()
    clerk.line.no.click()
    assert clerk.line.isHidden()
    assert clerk.program.seat.settings.newer_versions == "never"
    clerk.desk.begin()
    clerk.rest()
    assert (clerk.line.isHidden(), clerk.shop.asked) == (True, [])


def test_a_newer_version_is_offered_with_what_is_new(begin: Begin) -> None:
    clerk = begin()
    clerk.line.yes.click()
    clerk.rest()
    assert clerk.line.text.text() == "Factotum 0.2.0 is there."
    assert clerk.offers() == ["What is new", "Install when I close", "Later", "Skip this version"]
    assert clerk.line.notes.isHidden()
    clerk.line.more.click()
    assert clerk.line.notes.text() == "Better."
    assert not clerk.line.notes.isHidden()


def test_it_is_asked_once_a_day_and_offered_from_memory_without_asking(begin: Begin) -> None:
    clerk = begin(Memory(asked_at=LONG_AGO), "daily")
    assert len(clerk.shop.asked) == 1
    clerk.desk.begin()
    clerk.rest()
    assert len(clerk.shop.asked) == 1
    assert clerk.line.text.text() == "Factotum 0.2.0 is there."


def test_trouble_with_asking_is_not_told_by_itself_but_to_whoever_asks(begin: Begin) -> None:
    clerk = begin(Memory(), "never")
    clerk.shop.files["newest"] = signed_list(manifest_body(), FOREIGN_KEY)
    clerk.allow()
    assert clerk.line.isHidden()
    clerk.program.window.actions_by_name["look_for_newer_version"].trigger()
    clerk.rest()
    page = clerk.program.window.rooms.page("settings")
    assert isinstance(page, SettingsPage)
    assert "not signed" in page.update_part.state.text()
    assert clerk.line.isHidden()
    clerk.shop.files["newest"] = signed_list(manifest_body("0.1.0", serial=8))
    page.update_part.look.click()
    clerk.rest()
    assert "no newer version" in page.update_part.state.text()


def test_a_chosen_version_takes_over_after_the_close_with_a_copy_of_the_documents(begin: Begin) -> None:
    clerk = begin()
    clerk.allow()
    clerk.line.install.click()
    clerk.wait_for("waits")
    assert clerk.line.text.text().startswith("Factotum 0.2.0 takes over when you close this one.")
    assert versions.current(clerk.here.root) == "0.1.0"
    clerk.program.seat.store.edit("Subject", subject="Kept")
    assert close(clerk)
    assert versions.current(clerk.here.root) == "0.2.0"
    assert chosen(clerk.folder) is None
    memory = remembered(clerk.folder)
    assert memory.went_from == "0.1.0"
    with closing(sqlite3.connect(memory.backup)) as copy:
        ((steps,),) = copy.execute("SELECT count(*) FROM journal WHERE forward LIKE '%Kept%'")
    assert steps == 1
    assert way_back(clerk.here, memory) == "0.1.0"


def test_while_another_window_is_open_nothing_is_changed(begin: Begin) -> None:
    clerk = begin()
    clerk.allow()
    clerk.line.install.click()
    clerk.wait_for("waits")
    other = Use(clerk.folder)
    assert not close(clerk)
    assert versions.current(clerk.here.root) == "0.1.0"
    other.end()
    assert finish(clerk.folder, clerk.here, clerk.shop.publisher, clerk.program.seat.location())
    assert versions.current(clerk.here.root) == "0.2.0"


def test_what_was_chosen_can_be_let_be(begin: Begin) -> None:
    clerk = begin()
    clerk.allow()
    clerk.line.install.click()
    clerk.wait_for("waits")
    clerk.line.not_now.click()
    assert clerk.line.isHidden()
    assert not close(clerk)
    assert versions.current(clerk.here.root) == "0.1.0"


def test_later_is_tomorrow_and_skip_is_never(begin: Begin) -> None:
    clerk = begin()
    clerk.allow()
    clerk.line.later.click()
    clerk.rest()
    clerk.desk.begin()
    clerk.rest()
    assert clerk.line.isHidden()
    until = remembered(clerk.folder).put_off_until
    assert until is not None
    assert until > datetime.now(UTC) + timedelta(hours=23)
    clerk.desk.look(by_hand=True)
    clerk.rest()
    clerk.line.skip.click()
    clerk.rest()
    assert remembered(clerk.folder).skipped == "0.2.0"


def test_fetching_can_be_cancelled_and_is_offered_again(begin: Begin) -> None:
    clerk = begin()
    clerk.allow()
    clerk.shop.waits = threading.Event()
    clerk.line.install.click()
    assert clerk.offers() == ["Cancel"]
    assert clerk.shop.is_waiting.wait(20)
    clerk.line.cancel.click()
    clerk.wait_for("offer")
    assert "Install when I close" in clerk.offers()
    assert chosen(clerk.folder) is None


def test_closing_while_it_is_fetched_stops_it(begin: Begin) -> None:
    clerk = begin()
    clerk.allow()
    clerk.shop.waits = threading.Event()
    clerk.line.install.click()
    assert clerk.shop.is_waiting.wait(20)
    clerk.program.window.close()
    clerk.program.stop()
    assert chosen(clerk.folder) is None
    assert versions.current(clerk.here.root) == "0.1.0"


def test_a_version_that_fails_its_test_here_is_told_and_not_put_in_place(begin: Begin) -> None:
    clerk = begin()
    content = archive("0.2.0", code=1)
    clerk.shop.files[NAME] = content
    clerk.shop.files["newest"] = signed_list(manifest_body(files=[file_of(NAME, content)]))
    clerk.allow()
    clerk.line.install.click()
    clerk.wait_for("told")
    assert "does not pass its own test" in clerk.line.text.text()
    assert "FAILED  fonts" in clerk.line.text.text()
    assert clerk.offers() == ["Try again", "Dismiss"]
    clerk.line.dismiss.click()
    assert not close(clerk)


def test_another_file_than_was_signed_for_is_told(begin: Begin) -> None:
    clerk = begin()
    clerk.shop.files[NAME] = clerk.shop.files[NAME][:-1] + b"!"
    clerk.allow()
    clerk.line.install.click()
    clerk.wait_for("told")
    assert "not the one that was signed for" in clerk.line.text.text()


def test_a_version_that_did_not_start_is_told_once_and_not_offered_again(begin: Begin) -> None:
    clerk = begin(Memory(), "daily")
    told = clerk.here.root / "fell-back"
    told.mkdir()
    (told / "version").write_text("0.2.0\n")
    clerk.desk.begin()
    clerk.rest()
    assert "Factotum 0.2.0 did not start" in clerk.line.text.text()
    assert clerk.offers() == ["Dismiss"]
    clerk.line.dismiss.click()
    clerk.desk.begin()
    clerk.rest()
    assert clerk.line.isHidden()


def test_a_system_that_is_too_old_is_told_so(begin: Begin) -> None:
    clerk = begin()
    file = file_of(NAME, clerk.shop.files[NAME]) | {"minimum": "3.0"}
    clerk.shop.files["newest"] = signed_list(manifest_body(files=[file]))
    clerk.allow()
    assert "needs a newer system (3.0)" in clerk.line.text.text()
    assert clerk.offers() == ["What is new", "Later", "Skip this version"]


def test_what_the_package_manager_owns_is_fetched_to_be_opened(begin: Begin) -> None:
    clerk = begin(kind="package")
    name = "factotum_0.2.0_amd64.deb"
    clerk.shop.files[name] = b"deb"
    clerk.shop.files["newest"] = signed_list(manifest_body(files=[file_of(name, b"deb", "deb")]))
    clerk.allow()
    assert clerk.offers() == ["What is new", "Fetch it", "Later", "Skip this version"]
    clerk.line.fetch.click()
    clerk.wait_for("fetched")
    assert clerk.offers() == ["What is new", "Show the file", "Later"]
    assert (clerk.folder / name).read_bytes() == b"deb"
    assert not close(clerk)


def test_a_copy_that_runs_from_its_source_never_asks(begin: Begin) -> None:
    clerk = begin(Memory(), "daily", "source")
    clerk.desk.look(by_hand=True)
    clerk.rest()
    assert clerk.shop.asked == []
    assert clerk.line.isHidden()


class TestGoingBack:
    @pytest.fixture
    def clerk(self, begin: Begin) -> Clerk:
        """Version 0.2.0 after 0.1.0, whose documents were copied before one more draft was written."""
        clerk = begin()
        clerk.allow()
        clerk.line.install.click()
        clerk.wait_for("waits")
        assert close(clerk)
        return clerk

    def test_the_version_before_is_there_again_and_the_newer_is_not_offered(self, clerk: Clerk) -> None:
        later = clerk.here._replace(version="0.2.0")
        choose(clerk.folder, Choice("0.1.0", "back"))
        assert finish(clerk.folder, later, clerk.shop.publisher, clerk.program.seat.location())
        assert versions.current(clerk.here.root) == "0.1.0"
        assert remembered(clerk.folder).skipped == "0.2.0"

    def test_the_documents_of_then_come_back_with_it_when_that_is_wanted(self, clerk: Clerk) -> None:
        location = clerk.program.seat.location()
        workspace = Workspace.open(location)
        before = workspace.counts().drafts
        workspace.create(sample("atelier"))
        workspace.close()
        later = clerk.here._replace(version="0.2.0")
        choose(clerk.folder, Choice("0.1.0", "back-with-documents"))
        assert finish(clerk.folder, later, clerk.shop.publisher, location)
        workspace = Workspace.open(location)
        assert workspace.counts().drafts == before
        workspace.close()
        assert location.folder is not None
        assert len(list(location.folder.glob("factotum-*.sqlite3"))) == 1

    def test_a_version_that_is_gone_cannot_be_gone_back_to(self, clerk: Clerk) -> None:
        (clerk.here.root / "versions" / "0.1.0" / "factotum").unlink()
        later = clerk.here._replace(version="0.2.0")
        choose(clerk.folder, Choice("0.1.0", "back"))
        assert not finish(clerk.folder, later, clerk.shop.publisher, clerk.program.seat.location())
        assert versions.current(clerk.here.root) == "0.2.0"
        assert remembered(clerk.folder).hindered == "no_previous"


def test_the_settings_offer_the_way_back(begin: Begin) -> None:
    clerk = begin()
    versions.stage(
        clerk.here.root, _kept(clerk.folder, archive("0.2.0")), "0.2.0", lambda *_: None, StopSwitch()
    )
    versions.switch(clerk.here.root, "0.2.0")
    clerk.desk.begin()
    clerk.rest()
    clerk.program.window.visits.show_settings()
    page = clerk.program.window.rooms.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.update_part.back.text() == "Go back to 0.1.0 when I close"
    assert page.update_part.back_with_documents.isHidden()
    page.update_part.back.click()
    assert chosen(clerk.folder) == Choice("0.1.0", "back")
    assert "goes back to 0.1.0" in clerk.line.text.text()


def _kept(folder: Path, content: bytes) -> Path:
    path = folder / "archive.tar.xz"
    path.write_bytes(content)
    return path


def test_a_version_on_trial_has_proven_itself_when_its_window_is_there(begin: Begin) -> None:
    clerk = begin()
    (clerk.here.root / "trial").mkdir()
    clerk.desk.begin()
    clerk.rest()
    assert not (clerk.here.root / "trial").exists()
