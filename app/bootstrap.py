"""Wires the parts to a running window."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.resources import resource
from app.services.settings import Settings, data_folder, load_settings, settings_path
from app.services.updates.moments import after_the_window, before_the_window
from app.ui.application import Application
from app.ui.first_document import first_document
from app.ui.garbage import GuiThreadGarbage
from app.ui.language import install_language
from app.ui.messages import Message
from app.ui.seat import Places, Seat
from app.ui.theme import Theme
from app.ui.window import MainWindow

PROOF_TIMEOUT_S = 30.0
QUIET_MS = 2_000
"""So long after the window is there, nothing is told of newer versions: the start belongs to the work."""


def run_window(arguments: Sequence[str]) -> int:
    """Show the window, with the draft files named, until it is closed; the exit code."""
    app = application()
    places = Places(settings_path(), data_folder())
    loaded = load_settings(places.settings_file)
    before_the_window(places.data_folder, loaded.settings, arguments)
    program = Program(app, places, loaded.settings)
    if isinstance(app, Application):
        app.file_handed.connect(program.open_handed)
    program.start()
    if loaded.notice:
        program.window.messages.say(Message(loaded.notice, "warn", "settings", stays=True))
    if arguments:
        program.window.flows.open_paths([Path(name) for name in arguments])
    code = app.exec()
    program.stop()
    after_the_window(places.data_folder, program.seat.settings)
    return code


def prove_window() -> str:
    """Open the real window in an empty folder and see that it paints and stores; says what was seen.

    Raises RuntimeError when something does not come in time.
    """
    import tempfile

    app = application()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="factotum-proof-") as folder:
        root = Path(folder)
        program = Program(app, Places(root / "settings.toml", root), Settings())
        program.start()
        painted_ms = round((time.monotonic() - started) * 1000)
        program.seat.store.edit("Proof", subject="Proof")
        while not program.seat.autosave.is_idle or program.seat.jobs.is_busy():
            app.processEvents()
            if time.monotonic() - started > PROOF_TIMEOUT_S:
                raise RuntimeError("the window opened, but its store did not answer in time")
        program.window.close()
        program.stop()
    return f"window shown after {painted_ms} ms, an edit stored"


def application() -> QApplication:
    """The one Qt application of this process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = Application(["factotum"])
    app.setApplicationName("factotum")
    app.setApplicationDisplayName("Factotum")
    app.setDesktopFileName("factotum")
    return app


class Program(QObject):
    """One seat and the window it looks through."""

    def __init__(self, app: QApplication, places: Places, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self.is_running = True
        # Stays in charge to the end of the process: a collection in the midst of a destructor may lock up.
        self._garbage = GuiThreadGarbage(self)
        self.seat = Seat(places, settings)
        self.theme: Theme = self.seat.theme
        self.theme.apply(app, settings.colour_scheme, with_sheet=False)
        install_language(app, settings.interface_language)
        document = first_document(places.snapshot_folder)
        self.seat.autosave.show_first(document, is_sample=not document.id)
        self.window = MainWindow(self.seat)
        self.theme.apply_sheet(app)
        self.seat.settings_changed.connect(self._on_settings_changed)

    def start(self) -> None:
        """Show the window, and open the store behind it."""
        self.seat.crashes.install()
        self.window.restore_place()
        self.window.show()
        self._app.processEvents()
        QTimer.singleShot(0, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        """What can wait until the window is painted."""
        self._app.setWindowIcon(QIcon(str(resource("icons/factotum.svg"))))
        self.seat.store.check_now()
        self.seat.session.open()
        QTimer.singleShot(QUIET_MS, self, self._begin_updates)

    @Slot()
    def _begin_updates(self) -> None:
        if self.is_running:
            self.seat.updates.begin()
            self.window.show_updates()

    def open_handed(self, path: Path) -> None:
        """Take in a file that the system hands to the running program."""
        self.window.flows.open_paths([path])

    def stop(self) -> None:
        """Close the store and end every thread."""
        self.is_running = False
        self.seat.end_updates()
        self.window.deleteLater()
        self._app.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.seat.session.close()
        self.seat.jobs.finish()
        self.seat.crashes.uninstall()

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if before.colour_scheme != after.colour_scheme:
            self.theme.apply(self._app, after.colour_scheme)
        if before.preview_mode != after.preview_mode:
            self.window.parts.preview.set_mode(after.preview_mode)
        if before.compact_rows != after.compact_rows:
            self.window.parts.grid.set_compact(after.compact_rows)
        if before.interface_language != after.interface_language:
            install_language(self._app, after.interface_language)
            self._rebuild_window()

    def _rebuild_window(self) -> None:
        """The same seat through a new window, in the other language."""
        old = self.window
        geometry, room = old.saveGeometry(), old.rooms.current
        self.window = MainWindow(self.seat)
        self.window.restoreGeometry(geometry)
        self.window.visits.show_room(room)
        self.window.show_updates()
        self.window.show()
        old.parts.preview.stop()
        old.hide()
        old.deleteLater()
