"""What is going on about newer versions, for one seat: asked, offered, fetched, waiting for the close.

Everything that takes time runs beside the window; nothing is changed while one is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from app.ui.jobs import Job, JobCancelled, JobControl

if TYPE_CHECKING:
    from app.services.updates.bringing import StopSwitch
    from app.services.updates.choosing import Choice, Use
    from app.services.updates.installed import Installation
    from app.services.updates.manifest import Manifest
    from app.services.updates.memory import Memory
    from app.services.updates.publisher import Publisher
    from app.ui.seat import Seat

LANE = "updates"
Stage = Literal["rest", "permission", "offer", "fetching", "trying", "fetched", "waits", "told"]


@dataclass(frozen=True, slots=True)
class News:
    """What is known. `told` is something to say once: a failure, or a version that did not start."""

    stage: Stage = "rest"
    manifest: Manifest | None = None
    memory: Memory | None = None
    choice: Choice | None = None
    way_back: str = ""
    done: int = 0
    total: int = 0
    file: Path | None = None
    told: Exception | str = ""
    is_looking: bool = False


class UpdateDesk(QObject):
    """Answers to the line and the card; both show `news`."""

    changed = Signal()

    def __init__(
        self, seat: Seat, here: Installation | None = None, publisher: Publisher | None = None
    ) -> None:
        super().__init__()
        from app.services.updates.choosing import FOLDER
        from app.services.updates.installed import this_installation
        from app.services.updates.publisher import publisher as of_this_copy

        self._seat = seat
        self._folder = seat.places.data_folder / FOLDER
        self.here = here or this_installation()
        self.publisher = publisher or of_this_copy()
        self.news = News()
        self._job: Job | None = None
        self._stop: StopSwitch | None = None
        self._use: Use | None = None
        self._is_by_hand = False

    @property
    def can_ask(self) -> bool:
        """Whether this copy knows whom to ask, and has any use for the answer."""
        return self.publisher.is_known and self.here.kind != "source"

    def begin(self) -> None:
        """Say that the program is in use, see what was left from the last time, and ask if it is time."""
        if self.here.kind == "source":
            return
        self._run(self._looking_around, self._on_looked_around)

    def allow(self, is_allowed: bool) -> None:
        """Whether it may be asked from now on."""
        wanted = "daily" if is_allowed else "never"
        self._seat.change_settings(self._seat.settings.model_copy(update={"newer_versions": wanted}))
        if self.news.stage == "permission":
            self._tell(replace(self.news, stage="rest"))
        if is_allowed:
            self.look()

    def look(self, *, by_hand: bool = False) -> None:
        """Ask now. By hand, also the answer that there is none is told, and what was skipped is offered."""
        if not self.can_ask or self._is_busy():
            return
        self._tell(replace(self.news, is_looking=True))
        self._run(self._asking, self._on_asked_by_hand if by_hand else self._on_asked, self._on_not_asked)
        self._is_by_hand = by_hand

    def accept(self) -> None:
        """Fetch the version that is offered and try it out; it takes over when the window is closed."""
        manifest = self.news.manifest
        if manifest is None or self._is_busy():
            return
        self._tell(replace(self.news, stage="fetching", done=0, total=0, told=""))
        self._run(self._bringing(manifest), self._on_fetched, self._on_not_fetched)

    def cancel(self) -> None:
        """Stop fetching or trying out; what came is kept for the next time."""
        if self._stop is not None:
            self._stop.set()
        if self._job is not None:
            self._job.cancel()

    def put_off(self) -> None:
        """Do not tell of it before tomorrow."""
        from app.services.updates.memory import ASKED_EVERY

        self._remember(put_off_until=datetime.now(UTC) + ASKED_EVERY)

    def skip(self) -> None:
        """Never tell of this version again."""
        if self.news.manifest is not None:
            self._remember(skipped=self.news.manifest.version)

    def dismiss(self) -> None:
        """What was told is read."""
        self._tell(replace(self.news, stage="offer" if self._is_open_offer() else "rest", told=""))

    def choose_back(self, *, with_documents: bool) -> None:
        """Go back to the version before when the window is closed."""
        from app.services.updates.choosing import Choice

        if self.news.way_back:
            self._choose(Choice(self.news.way_back, "back-with-documents" if with_documents else "back"))

    def let_be(self) -> None:
        """Change nothing when the window is closed."""
        from app.services.updates import choosing

        try:
            choosing.let_be(self._folder)
        except OSError as error:
            self._tell(replace(self.news, stage="told", told=error))
            return
        self._tell(replace(self.news, stage="rest", choice=None))

    def end(self) -> None:
        """The window is closed: stop what goes on, and no longer use the program."""
        self.cancel()
        if self._use is not None:
            self._use.end()

    # Work, beside the window.

    def _looking_around(self, _control: JobControl) -> News:
        from app.services.updates import versions
        from app.services.updates.choosing import Use, chosen
        from app.services.updates.memory import is_first_start, remember, remembered

        self._use = Use(self._folder)
        is_first = is_first_start(self._folder)
        memory = remembered(self._folder)
        told: Exception | str = ""
        failed = ""
        if self.here.kind == "folder":
            # The window has been there for a while: this version starts.
            versions.prove(self.here.root)
            failed = versions.fell_back_from(self.here.root)
        if failed:
            memory, told = memory.model_copy(update={"failed": failed}), "fell_back"
        elif memory.hindered:
            memory, told = memory.model_copy(update={"hindered": ""}), memory.hindered
        if is_first or told:
            remember(self._folder, memory)
        choice = chosen(self._folder)
        if choice is not None and choice.version == self.here.version:
            choice = None
        news = replace(self._seen(memory), choice=choice, told=told)
        if told:
            return replace(news, stage="told")
        if choice is not None:
            return replace(news, stage="waits")
        is_unasked = self._seat.settings.newer_versions == "unasked"
        if is_unasked and self.can_ask and not is_first:
            return replace(news, stage="permission")
        return news

    def _seen(self, memory: Memory) -> News:
        """What the memory offers now."""
        from app.services.updates.asking import offered
        from app.services.updates.finishing import way_back
        from app.services.updates.memory import is_quiet

        may_offer = self._seat.settings.newer_versions == "daily"
        manifest = offered(self.publisher, memory, self.here.version) if self.can_ask else None
        is_told = manifest is not None and may_offer and not is_quiet(memory, manifest.version, now())
        return News("offer" if is_told else "rest", manifest, memory, way_back=way_back(self.here, memory))

    def _asking(self, _control: JobControl) -> News:
        from app.services.updates.asking import ask
        from app.services.updates.bringing import StopSwitch
        from app.services.updates.memory import remembered

        self._stop = StopSwitch()
        ask(self.publisher, self._folder, now(), self._stop)
        return replace(self._seen(remembered(self._folder)), choice=self.news.choice)

    def _bringing(self, manifest: Manifest) -> Callable[[JobControl], Path]:
        from app.services.updates.bringing import StopSwitch, bring

        stop = self._stop = StopSwitch()
        return lambda control: bring(
            manifest, self.publisher, self._folder, self.here, control.progress, stop
        )

    def _run(
        self,
        work: Callable[[JobControl], object],
        on_ok: Callable[..., object],
        on_error: Callable[[Exception], object] | None = None,
    ) -> None:
        self._job = self._seat.jobs.run(work, lane=LANE).then(on_ok, on_error or self._on_nothing_seen)
        self._job.progressed.connect(self._on_progressed)

    def _is_busy(self) -> bool:
        return self._job is not None and not self._job.is_finished

    # Answers.

    def _on_looked_around(self, news: News) -> None:
        from app.services.updates.memory import is_due

        self._tell(news)
        is_allowed = self._seat.settings.newer_versions == "daily"
        if is_allowed and news.memory is not None and is_due(news.memory, now()):
            self.look()

    def _on_nothing_seen(self, _error: Exception) -> None:
        """A folder that cannot be written is told by whoever keeps the documents there."""

    def _on_asked(self, news: News) -> None:
        if self.news.stage in ("rest", "offer", "permission"):
            self._tell(news)
        else:
            self._tell(replace(self.news, memory=news.memory, is_looking=False))

    def _on_asked_by_hand(self, news: News) -> None:
        stage: Stage = "offer" if news.manifest is not None else "rest"
        self._tell(replace(news, stage=stage, told="" if news.manifest else "up_to_date"))

    def _on_not_asked(self, error: Exception) -> None:
        """Tomorrow is another day; only who asked by hand wants to know."""
        self._tell(replace(self.news, is_looking=False, told=error if self._is_by_hand else ""))

    def _on_progressed(self, done: int, total: int, what: str) -> None:
        stage: Stage = "trying" if what == "trying" else "fetching"
        if self.news.stage in ("fetching", "trying"):
            self._tell(replace(self.news, stage=stage, done=done, total=total))

    def _on_fetched(self, path: Path) -> None:
        from app.services.updates.choosing import Choice

        manifest = self.news.manifest
        if manifest is None:
            return
        if self.here.changes_itself:
            self._tell(replace(self.news, stage="waits", choice=Choice(manifest.version), file=path))
        else:
            self._tell(replace(self.news, stage="fetched", file=path))

    def _on_not_fetched(self, error: Exception) -> None:
        from app.services.updates.bringing import Cancelled

        if isinstance(error, JobCancelled | Cancelled):
            self._tell(replace(self.news, stage="offer", told=""))
        else:
            self._tell(replace(self.news, stage="told", told=error))

    def _choose(self, choice: Choice) -> None:
        from app.services.updates import choosing

        try:
            choosing.choose(self._folder, choice)
        except OSError as error:
            self._tell(replace(self.news, stage="told", told=error))
            return
        self._tell(replace(self.news, stage="waits", choice=choice))

    def _remember(self, **changes: object) -> None:
        """Keep it, and be quiet now; a file that is not written means no more than being told again."""
        from app.services.updates.memory import remember, remembered

        folder = self._folder
        self._seat.jobs.run(
            lambda _control: remember(folder, remembered(folder).model_copy(update=changes)), lane=LANE
        ).then(None, self._on_nothing_seen)
        self._tell(replace(self.news, stage="rest"))

    def _is_open_offer(self) -> bool:
        return self.news.manifest is not None and self.news.told != "fell_back"

    def _tell(self, news: News) -> None:
        self.news = news
        self.changed.emit()


def now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)
