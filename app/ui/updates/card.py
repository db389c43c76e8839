"""Newer versions among the settings: whether to ask, asking now, going back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.formats import time_text
from app.ui.seat import Seat
from app.ui.theme import SPACE_M, set_role
from app.ui.updates import wording


class UpdateSettings(QWidget):
    """The same news as in the line, at rest."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._desk = seat.updates
        self.daily = QCheckBox(self.tr("Ask once a day whether there is a newer version"))
        self.state = QLabel()
        self.state.setWordWrap(True)
        set_role(self.state, "secondary")
        self.look = QPushButton(self.tr("Look now"))
        self.back = QPushButton()
        self.back_with_documents = QPushButton()
        self.way_back = QLabel()
        self.way_back.setWordWrap(True)
        set_role(self.way_back, "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(seat.theme.px(SPACE_M))
        column.addWidget(self.daily)
        column.addWidget(self.state)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.way_back)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.back_with_documents, 0, Qt.AlignmentFlag.AlignLeft)
        self.daily.clicked.connect(self._desk.allow)
        self.look.clicked.connect(self.look_now)
        self.back.clicked.connect(self._on_back_clicked)
        self.back_with_documents.clicked.connect(self._on_back_with_documents_clicked)
        self._desk.changed.connect(self.refresh)
        self.refresh()

    def look_now(self) -> None:
        """Ask, whenever it was asked last."""
        self._desk.look(by_hand=True)

    def refresh(self) -> None:
        """Show what is known now."""
        desk, news = self._desk, self._desk.news
        self.daily.setChecked(self._seat.settings.newer_versions == "daily")
        self.daily.setEnabled(desk.can_ask)
        self.look.setEnabled(
            desk.can_ask and not news.is_looking and news.stage not in ("fetching", "trying")
        )
        self.state.setText(" ".join(part for part in self._said() if part))
        can_go_back = bool(news.way_back) and news.stage != "waits"
        has_copy = can_go_back and self._reads_less()
        self.back.setText(self.tr("Go back to {version} when I close").format(version=news.way_back))
        self.back.setVisible(can_go_back)
        self.back_with_documents.setText(self.tr("Go back, with the documents of then"))
        self.back_with_documents.setVisible(has_copy)
        self.way_back.setVisible(has_copy)
        if has_copy:
            words = self.tr(
                "Version {version} cannot change what this version has written; the copy of your documents "
                "from before can be put back with it."
            )
            self.way_back.setText(words.format(version=news.way_back))

    def _said(self) -> list[str]:
        desk, news = self._desk, self._desk.news
        said = [self.tr("This is version {version}.").format(version=desk.here.version)]
        if desk.here.kind == "source":
            said.append(self.tr("It runs from its source and is brought up to date where that came from."))
        elif not desk.can_ask:
            said.append(
                self.tr("It does not say where newer versions are given out. Look where you got this one.")
            )
        elif news.is_looking:
            said.append(self.tr("Asking…"))
        elif news.stage == "offer":
            said.append(wording.offer_text(news, ""))
        elif news.stage == "waits":
            said.append(wording.waiting_text(news))
        elif news.told:
            said.append(wording.told_text(news, desk.here.version))
        elif news.memory is not None and news.memory.asked_at is not None:
            said.append(self.tr("Last asked {time}.").format(time=time_text(news.memory.asked_at)))
        return said

    def _reads_less(self) -> bool:
        """Whether the version before knows an older database, and there is a copy it can write."""
        from app.services.updates.finishing import known_schema

        memory = self._desk.news.memory
        return memory is not None and bool(memory.backup) and memory.schema_before < known_schema()

    def _on_back_clicked(self) -> None:
        self._desk.choose_back(with_documents=False)

    def _on_back_with_documents_clicked(self) -> None:
        self._desk.choose_back(with_documents=True)
