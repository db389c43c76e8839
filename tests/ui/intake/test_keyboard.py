"""The queue from the drop to the last document, by keys alone that go where the focus is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Program
from app.ui.intake.cards import card_of
from tests.services.intake.papers import Bill
from tests.ui.intake.conftest import Clerk

Bills = Callable[..., list[Path]]
NAMES = ("Abel", "Brun", "Caron", "Duval", "Evrard", "Faure", "Girard", "Henry", "Imbert", "Joly")
AMOUNTS = {"net": "200,00", "tax": "40,00", "gross": "240,00"}


class Keys:
    """Presses keys in whatever has the focus, as a keyboard does."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._window = program.window
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow, timeout=10_000)

    @property
    def focused(self) -> QWidget:
        focused = self._window.focusWidget()
        assert focused is not None
        return focused

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.focused, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)


def lacking(clerk: Clerk) -> list[str]:
    """The amounts that are to be typed."""
    boxes = clerk.room.panel.boxes
    return [name for name, box in boxes.items() if name in AMOUNTS and not box.value]


def ten(bills: Bills) -> list[Path]:
    """Ten of ten suppliers; every third lacks its total."""
    return bills(
        *(
            Bill(
                supplier=f"Maison {name} SARL",
                number=f"M-{at}00",
                vat_id="FR83404833048" if at % 2 else "FR40303265045",
                gross="" if at % 3 == 0 else "240,00",
            )
            for at, name in enumerate(NAMES)
        )
    )


def test_ten_files_are_gone_through_from_the_drop_to_the_empty_list_by_keys_alone(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    keys = Keys(clerk.program, qtbot)
    clerk.drop(*ten(bills))
    room = clerk.room
    assert keys.focused is room.queue
    assert room.queue.currentIndex().row() == 0
    keys.press(Qt.Key.Key_Return)
    for left in range(9, -1, -1):
        for name in lacking(clerk):
            for _times in range(len(room.panel.boxes)):
                if room.panel.in_hand == name:
                    break
                keys.press(Qt.Key.Key_F8)
            keys.type(AMOUNTS[name])
        assert lacking(clerk) == []
        keys.press(Qt.Key.Key_Return)
        clerk.rest()
        assert len(clerk.documents) == left
    assert room.body.currentWidget() is room.empty


def test_files_that_come_while_a_field_is_being_filled_leave_the_hand_there(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    keys = Keys(clerk.program, qtbot)
    clerk.drop(*bills(Bill(number="QB-1")))
    keys.press(Qt.Key.Key_Return)
    in_hand = keys.focused
    clerk.drop(*bills(Bill(number="QB-2")))
    assert keys.focused is in_hand
    assert clerk.room.queue.currentIndex().row() == 0


def test_files_that_are_added_to_others_are_stood_on_themselves(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    keys = Keys(clerk.program, qtbot)
    clerk.drop(*bills(Bill(number="QB-1"), Bill(number="QB-2")))
    clerk.program.window.visits.show_room("drafts")
    clerk.drop(*bills(Bill(number="QB-3"), Bill(number="QB-4")))
    assert keys.focused is clerk.room.queue
    current = clerk.room.queue.current
    assert current is not None
    assert card_of(current).title
    assert current.file.name == "QB-3.pdf"


def test_what_a_watched_folder_brings_leaves_the_hand_where_it_is(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    keys = Keys(clerk.program, qtbot)
    clerk.drop(*bills(Bill(number="QB-1")))
    clerk.room.page.canvas.setFocus()
    clerk.program.seat.intake.take_in(bills(Bill(number="QB-2")), is_asked_for=False)
    clerk.rest()
    assert len(clerk.documents) == 2
    assert keys.focused is clerk.room.page.canvas


def test_enter_on_a_file_that_is_not_read_yet_leads_to_its_fields_when_it_is(
    clerk: Clerk, bills: Bills, qtbot: QtBot
) -> None:
    keys = Keys(clerk.program, qtbot)
    [path] = bills(Bill())
    desk = clerk.program.seat.intake
    with qtbot.waitSignal(desk.ask(lambda held: held.take_in(path)).finished):
        pass
    clerk.room.refresh()
    qtbot.waitUntil(lambda: len(clerk.documents) == 1)
    clerk.room.queue.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert keys.focused is clerk.room.queue
    desk.read()
    clerk.rest()
    assert clerk.room.panel.has_hand
