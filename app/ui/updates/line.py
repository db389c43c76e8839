"""The quiet line under the top bar that tells of a newer version. It never asks for an answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.language import wording_language
from app.ui.opening import open_outside
from app.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, set_role
from app.ui.updates import wording
from app.ui.updates.desk import News, UpdateDesk

BAR_WIDTH = 160


class UpdateLine(QFrame):
    """Shows what the desk knows; hidden while there is nothing to say."""

    def __init__(self, desk: UpdateDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        set_role(self, "notice")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(theme.px(BAR_WIDTH))
        self.bar.setAccessibleName(self.tr("Progress of the newer version"))
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.notes, "secondary")
        self.notes.hide()
        self.yes = self._link(self.tr("Yes, once a day"), self._on_yes_clicked)
        self.no = self._link(self.tr("No"), self._on_no_clicked)
        self.more = self._link(self.tr("What is new"), self._on_more_clicked)
        self.install = self._link(self.tr("Install when I close"), desk.accept)
        self.fetch = self._link(self.tr("Fetch it"), desk.accept)
        self.show_file = self._link(self.tr("Show the file"), self._on_show_file_clicked)
        self.later = self._link(self.tr("Later"), desk.put_off)
        self.skip = self._link(self.tr("Skip this version"), desk.skip)
        self.cancel = self._link(self.tr("Cancel"), desk.cancel)
        self.not_now = self._link(self.tr("Change nothing"), desk.let_be)
        self.again = self._link(self.tr("Try again"), desk.accept)
        self.dismiss = self._link(self.tr("Dismiss"), desk.dismiss)
        row = QHBoxLayout()
        row.setSpacing(theme.px(SPACE_S))
        row.addWidget(self.text, 1)
        row.addWidget(self.bar)
        for button in self._buttons():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.px(SPACE_L), theme.px(SPACE_XS), theme.px(SPACE_S), theme.px(SPACE_XS)
        )
        column.setSpacing(theme.px(SPACE_XS))
        column.addLayout(row)
        column.addWidget(self.notes)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        news = self._desk.news
        words = self._words(news)
        self.text.setText(words)
        self.setAccessibleName(words)
        self.bar.setVisible(news.stage in ("fetching", "trying"))
        self.bar.setRange(0, max(0, news.total // 1000))
        self.bar.setValue(news.done // 1000)
        shown = self._shown(news)
        for button in self._buttons():
            button.setVisible(button in shown)
        if news.manifest is not None:
            notes = news.manifest.notes
            self.notes.setText((notes.fr if wording_language() == "fr" else notes.en).strip())
        if self.more not in shown:
            self.notes.hide()
        self.setVisible(bool(words))

    def _words(self, news: News) -> str:
        if news.stage == "permission":
            return self.tr(
                "May Factotum ask once a day whether there is a newer version? It fetches one small file and "
                "tells nothing about you."
            )
        if news.stage == "offer":
            return wording.offer_text(news, self._least(news))
        if news.stage in ("fetching", "trying"):
            return wording.progress_text(news)
        if news.stage == "waits":
            return wording.waiting_text(news)
        if news.stage == "fetched" and news.manifest is not None:
            words = self.tr(
                "Factotum {version} is fetched and proven. Close Factotum and open the file to install it."
            )
            return words.format(version=news.manifest.version)
        if news.stage == "told":
            return wording.told_text(news, self._desk.here.version)
        return ""

    def _shown(self, news: News) -> tuple[QPushButton, ...]:
        if news.stage == "offer":
            way = self.install if self._desk.here.changes_itself else self.fetch
            if self._least(news):
                return (self.more, self.later, self.skip)
            return (self.more, way, self.later, self.skip)
        if news.stage == "told":
            can_retry = isinstance(news.told, Exception) and news.manifest is not None
            return (self.again, self.dismiss) if can_retry else (self.dismiss,)
        return {
            "permission": (self.yes, self.no),
            "fetching": (self.cancel,),
            "trying": (self.cancel,),
            "waits": (self.more, self.not_now) if self._goes_on(news) else (self.not_now,),
            "fetched": (self.more, self.show_file, self.later),
        }.get(news.stage, ())

    def _goes_on(self, news: News) -> bool:
        is_on = news.choice is not None and news.choice.way == "on"
        return is_on and news.manifest is not None

    def _least(self, news: News) -> str:
        """The system this version needs, if this one is too old for it."""
        from app.services.updates.installed import file_for, runs_here

        file = None if news.manifest is None else file_for(news.manifest, self._desk.here)
        return "" if file is None or runs_here(file, self._desk.here) else file.minimum

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.yes,
            self.no,
            self.more,
            self.install,
            self.fetch,
            self.show_file,
            self.again,
            self.cancel,
            self.not_now,
            self.later,
            self.skip,
            self.dismiss,
        )

    def _link(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        set_role(button, "link")
        button.clicked.connect(act)
        return button

    def _on_yes_clicked(self) -> None:
        self._desk.allow(True)

    def _on_no_clicked(self) -> None:
        self._desk.allow(False)

    def _on_more_clicked(self) -> None:
        self.notes.setVisible(self.notes.isHidden())

    def _on_show_file_clicked(self) -> None:
        if self._desk.news.file is not None:
            open_outside(QUrl.fromLocalFile(str(self._desk.news.file.parent)))
