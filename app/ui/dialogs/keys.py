"""The keys that work where one is now, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.actions import Actions
from app.ui.dialogs.frame import Sheet
from app.ui.theme import SPACE_L, SPACE_S, SPACE_XL, Theme, set_role


class KeysDialog(Sheet):
    """Two columns of keys with what they do."""

    def __init__(
        self,
        actions: Actions,
        further: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("KeysDialog", "Keys that work here"), theme, parent)
        rows = [
            (action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText), action.text())
            for _, action in actions
            if action.isEnabled() and action.shortcuts()
        ]
        rows += [
            (QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText), text)
            for keys, text in further
        ]
        self.rows = tuple(rows)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(SPACE_L))
        grid.setVerticalSpacing(theme.px(SPACE_S))
        half = (len(rows) + 1) // 2
        for place, (keys, words) in enumerate(rows):
            key = QLabel(keys)
            set_role(key, "key")
            row, side = place % half, place // half
            grid.addWidget(key, row, side * 3, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(words), row, side * 3 + 1)
        grid.setColumnMinimumWidth(2, theme.px(SPACE_XL))
        self.body.addLayout(grid)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
