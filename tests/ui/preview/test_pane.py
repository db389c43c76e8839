from __future__ import annotations

import threading

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from app.ui.preview.desk import Desk
from app.ui.preview.drawer import THREAD_NAME
from app.ui.preview.gaps import GapFinder
from app.ui.preview.head import HeadBar
from app.ui.preview.notice import Notice
from app.ui.preview.pane import AHEAD_PAUSE_MS
from tests.ui.preview.conftest import Bench, invoice


def desk_of(bench: Bench) -> Desk:
    return bench.pane.findChild(Desk)


def head_of(bench: Bench) -> HeadBar:
    return bench.pane.findChild(HeadBar)


def darkest(image: QImage) -> int:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(grey.constBits()))


def preview_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == THREAD_NAME]


def test_the_page_in_view_is_drawn_and_counted(bench):
    bench.show(invoice(25))
    assert darkest(bench.pane.current_page_image()) < 100
    assert head_of(bench).page_text == "Page 1 of 3"


def test_an_edit_is_followed_by_a_new_picture(bench):
    bench.show(invoice())
    before = bench.pane.current_page_image()
    bench.store.edit("Edit subject", subject="Other work")
    bench.wait_for_paper()
    assert bench.pane.current_page_image() != before


def test_nothing_is_drawn_on_the_gui_thread(bench):
    bench.show(invoice())
    assert threading.get_ident() not in bench.paper.threads


def test_only_pages_near_the_view_are_ever_drawn(bench):
    bench.show(invoice(500))
    assert set(bench.paper.pages_drawn) <= {0, 1, 2}


def test_the_first_page_of_a_long_document_is_seen_before_the_rest_is_laid_out(bench):
    bench.paper.long_from = 40
    bench.show(invoice(50))
    bench.wait(lambda: head_of(bench).page_text == "Page 1 of 5")
    assert [len(draft.rows) for draft in bench.paper.updates] == [20, 50]
    assert bench.paper.pages_drawn[:2] == [0, 0], "drawn again when the number of pages is known"
    bench.store.edit("Edit subject", subject="Other work")
    bench.wait_for_paper()
    assert len(bench.paper.begun) == 1, "an edit finds everything laid out"
    bench.open(invoice(60, "Next"), "b")
    bench.wait(lambda: head_of(bench).page_text == "Page 1 of 6")
    assert [draft.subject for draft in bench.paper.begun] == ["Work", "Next"]


def test_typing_faster_than_drawing_skips_states_in_between(bench):
    bench.show(invoice())
    bench.paper.gate = threading.Event()
    for count in range(20):
        bench.store.edit("Edit subject", subject=f"Work {count}")
    bench.paper.gate.set()
    bench.wait_for_paper()
    subjects = [draft.subject for draft in bench.paper.updates]
    assert subjects[-1] == "Work 19"
    assert len(subjects) <= 3


def test_drawing_ahead_never_takes_the_place_of_an_edit_that_waits(bench):
    bench.show(invoice(100))
    ahead = next(timer for timer in bench.pane.findChildren(QTimer) if timer.interval() == AHEAD_PAUSE_MS)
    gate = bench.paper.gate = threading.Event()
    for subject in ("In the thread's hands", "Waiting"):
        bench.store.edit("Edit subject", subject=subject)
        bench.wait(lambda: len(bench.paper.updates) == 2)
    ahead.start()
    bench.wait(lambda: not ahead.isActive())
    gate.set()
    bench.wait_for_paper()
    assert bench.paper.draft.subject == "Waiting"


def test_scroll_position_and_zoom_stay_while_typing(bench):
    bench.show(invoice(100))
    desk = desk_of(bench)
    desk.set_zoom(125)
    desk.verticalScrollBar().setValue(900)
    bench.wait_for_paper()
    bench.store.edit("Edit memo", memo="Other work")
    bench.wait_for_paper()
    assert desk.verticalScrollBar().value() == 900
    assert desk.zoom_percent == 125


def test_another_document_blanks_the_paper_before_its_own_picture_arrives(bench):
    bench.show(invoice())
    bench.paper.gate = threading.Event()
    bench.open(invoice(3, "Second"), "b")
    assert bench.pane.current_page_image().isNull()
    assert darkest(page_as_painted(bench)) == 255
    bench.paper.gate.set()
    bench.wait_for_paper()
    assert darkest(page_as_painted(bench)) < 100


def page_as_painted(bench: Bench) -> QImage:
    desk = desk_of(bench)
    return desk.viewport().grab(desk.outlook.page_rect(0).adjusted(4, 4, -4, -4)).toImage()


def test_a_late_picture_of_the_last_document_is_never_shown(bench):
    bench.show(invoice(25, "First"))
    bench.paper.gate = threading.Event()
    bench.store.edit("Edit subject", subject="First, changed")
    bench.wait(lambda: bench.paper.draft.subject == "First, changed")
    bench.open(invoice(2, "Second"), "b")
    shown: list[int] = []
    bench.pane.painted.connect(shown.append)
    bench.paper.gate.set()
    bench.wait_for_paper()
    assert shown == [bench.pane.revision]
    assert head_of(bench).page_text == "Page 1 of 1"


def test_opening_starts_at_the_top_of_the_new_document(bench):
    bench.show(invoice(100))
    desk_of(bench).verticalScrollBar().setValue(2000)
    bench.open(invoice(50), "b")
    bench.wait_for_paper()
    assert desk_of(bench).verticalScrollBar().value() == 0


def test_an_issued_document_is_drawn_as_issued(bench):
    bench.show(invoice(), status="issued")
    assert bench.paper.stages == ["issued"]


def test_a_click_asks_for_the_field_it_shows(bench, qtbot):
    bench.show(invoice())
    desk = desk_of(bench)
    place = desk.outlook.spot_rect(0, desk.spot_of("rows.r4", 0)).center()
    with qtbot.waitSignal(bench.store.focus_requested) as asked:
        qtbot.mouseClick(desk.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["rows.r4.label"]


def test_a_click_beside_all_fields_asks_for_nothing(bench, qtbot):
    bench.show(invoice())
    with qtbot.assertNotEmitted(bench.store.focus_requested):
        qtbot.mouseClick(desk_of(bench).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_pointer_over_a_field_outlines_it_softly(bench, qtbot):
    bench.show(invoice())
    desk = desk_of(bench)
    rect = desk.outlook.spot_rect(0, desk.spot_of("rows.r4", 0))
    before = desk.viewport().grab(rect).toImage()
    qtbot.mouseMove(desk.viewport(), rect.center())
    bench.wait(lambda: desk.viewport().grab(rect).toImage() != before)
    assert desk.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_the_field_in_hand_is_outlined_and_scrolled_to(bench):
    bench.show(invoice(100))
    desk = desk_of(bench)
    bench.pane.show_path("rows.r75.label")
    bench.wait(lambda: desk.outlook.current_page == 7)
    rect = desk.outlook.spot_rect(7, desk.spot_of("rows.r75", 7))
    assert desk.viewport().rect().contains(rect)


def test_a_field_not_on_the_paper_moves_nothing(bench):
    bench.show(invoice(100))
    bench.pane.show_path("tags")
    bench.store.edit("Edit subject", subject="Other")
    bench.wait_for_paper()
    assert desk_of(bench).verticalScrollBar().value() == 0


def test_an_edit_of_a_row_on_another_page_shows_that_page(bench):
    bench.show(invoice(100))
    bench.store.edit_row("r75", "Edit description", description="new")
    bench.wait(lambda: desk_of(bench).outlook.current_page == 7)


def test_an_edit_does_not_pull_the_page_away_from_who_just_scrolled(bench, qtbot):
    bench.show(invoice(100))
    desk = desk_of(bench)
    qtbot.keyClick(desk, Qt.Key.Key_End)
    bench.wait_for_paper()
    place = desk.verticalScrollBar().value()
    bench.store.edit_row("r5", "Edit description", description="new")
    bench.wait_for_paper()
    assert desk.verticalScrollBar().value() == place
    bench.now_s += 5
    bench.store.edit_row("r5", "Edit description", description="newer")
    bench.wait(lambda: desk.outlook.current_page == 0)


def test_on_pause_waits_for_the_typing_to_rest(bench):
    bench.show(invoice(), mode="pause")
    for count in range(5):
        bench.store.edit("Edit subject", subject=f"Work {count}")
    assert len(bench.paper.updates) == 1
    bench.wait(lambda: len(bench.paper.updates) == 2)
    assert bench.paper.draft.subject == "Work 4"


def test_manual_waits_to_be_asked_and_says_that_it_is_behind(bench):
    bench.show(invoice(), mode="manual")
    refresh = next(b for b in head_of(bench).findChildren(QToolButton) if b.text().startswith("Out of date"))
    assert refresh.isHidden()
    bench.store.edit("Edit subject", subject="Other")
    assert not refresh.isHidden()
    assert len(bench.paper.updates) == 1
    bench.pane.refresh()
    bench.wait_for_paper()
    assert bench.paper.draft.subject == "Other"
    assert refresh.isHidden()


def test_scrolling_in_manual_mode_shows_the_state_of_the_other_pages(bench):
    bench.show(invoice(100, "Old"), mode="manual")
    bench.store.edit("Edit subject", subject="New")
    desk_of(bench).verticalScrollBar().setValue(2000)
    bench.wait(lambda: not bench.pane.current_page_image().isNull())
    assert {draft.subject for draft in bench.paper.updates} == {"Old"}


def test_back_to_live_catches_up(bench):
    bench.show(invoice(), mode="manual")
    bench.store.edit("Edit subject", subject="Other")
    bench.pane.set_mode("live")
    bench.wait_for_paper()
    assert bench.paper.draft.subject == "Other"


def test_picking_a_mode_in_the_bar_is_told_for_the_settings(bench, qtbot):
    bench.show(invoice())
    button = next(b for b in head_of(bench).findChildren(QToolButton) if b.text().startswith("live"))
    with qtbot.waitSignal(bench.pane.mode_chosen) as chosen:
        button.menu().actions()[1].trigger()
    assert chosen.args == ["pause"]
    assert bench.pane.mode == "pause"


def test_a_page_that_cannot_be_drawn_says_why_and_the_last_good_one_stays(bench):
    bench.paper.refused = ("Bad",)
    bench.show(invoice())
    good = bench.pane.current_page_image()
    bench.store.edit("Edit subject", subject="Bad")
    notice = bench.pane.findChild(Notice)
    bench.wait(lambda: "cannot draw Bad" in notice.text)
    assert bench.pane.current_page_image() == good
    bench.store.edit("Edit subject", subject="Good")
    bench.wait_for_paper()
    bench.wait(notice.isHidden)
    assert bench.papers_made == 2


def test_the_page_fits_the_width_and_follows_it(bench):
    bench.show(invoice())
    desk = desk_of(bench)
    narrow = desk.zoom_percent
    bench.pane.resize(700, 700)
    bench.wait(lambda: desk.zoom_percent > narrow)
    assert desk.horizontalScrollBar().maximum() == 0
    bench.wait(lambda: bench.pane.current_page_image().width() == desk.outlook.sheets.width)


def test_zoom_keys_change_the_zoom_and_control_0_fits_again(bench, qtbot):
    bench.show(invoice())
    desk = desk_of(bench)
    fitted = desk.zoom_percent
    qtbot.keyClick(desk, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.zoom_percent > fitted
    assert not desk.fits_width
    qtbot.keyClick(desk, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert desk.zoom_percent == fitted
    qtbot.keyClick(desk, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert desk.zoom_percent < fitted


def test_a_large_zoom_draws_only_what_is_in_view_and_around_it(bench):
    bench.show(invoice())
    desk = desk_of(bench)
    desk.set_zoom(400)
    bench.wait(lambda: not desk.lacks(bench.pane.revision))
    image = bench.pane.current_page_image()
    assert image.height() <= 2.2 * desk.viewport().height()
    assert image.height() < desk.outlook.sheets.height


def test_the_keyboard_scrolls_from_end_to_end(bench, qtbot):
    bench.show(invoice(100))
    desk = desk_of(bench)
    bar = desk.verticalScrollBar()
    qtbot.keyClick(desk, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(desk, Qt.Key.Key_PageUp)
    assert bar.value() == bar.maximum() - bar.pageStep()
    qtbot.keyClick(desk, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(desk, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()


def test_scrolling_through_a_long_document_keeps_the_memory_bounded(bench):
    bench.show(invoice(600))
    desk = desk_of(bench)
    bench.pane.resize(1000, 700)
    for page in range(0, 60, 2):
        desk.verticalScrollBar().setValue(desk.outlook.sheets.top(page))
        bench.wait(lambda: not desk.lacks(bench.pane.revision))
    assert desk._pictures.total_bytes <= 40 * 1024 * 1024


def test_a_preview_out_of_sight_draws_nothing_until_it_is_shown(bench):
    bench.show(invoice())
    bench.pane.hide()
    bench.store.edit("Edit subject", subject="Unseen")
    assert len(bench.paper.updates) == 1
    bench.pane.show()
    bench.wait_for_paper()
    assert bench.paper.draft.subject == "Unseen"


def test_closing_joins_the_thread(bench):
    bench.show(invoice())
    assert len(preview_threads()) == 1
    bench.pane.close()
    assert preview_threads() == []


def test_the_thread_ends_with_the_widget_that_was_never_closed(bench, qtbot):
    parent = QWidget()
    bench.show(invoice())
    bench.pane.setParent(parent)
    destroyed = bench.pane._drawer.destroyed
    with qtbot.waitSignal(destroyed):
        parent.deleteLater()
    del bench.pane
    bench.wait(lambda: preview_threads() == [])


def test_a_stopped_preview_keeps_what_it_shows_and_follows_nothing_any_more(bench):
    pane = bench.show(invoice(40))
    pane.stop()
    pane.stop()
    revision, updates = pane.revision, len(bench.paper.updates)
    bench.store.edit("Edit", subject="Later")
    bench.open(invoice(3), document_id="b")
    desk_of(bench).moved.emit()
    assert (pane.revision, len(bench.paper.updates)) == (revision, updates)
    assert not pane.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly).isActive()
    assert head_of(bench).page_text == "Page 1 of 4"


def test_the_paper_stays_white_in_the_dark(bench, qapp):
    bench.theme.apply(qapp, "dark")
    bench.show(invoice())
    corner = page_as_painted(bench).pixelColor(1, 1)
    assert corner.name() == "#ffffff"
    assert desk_of(bench).viewport().grab().toImage().pixelColor(1, 1).lightness() < 60


def test_the_desk_has_a_name_and_says_which_page_it_shows(bench):
    bench.show(invoice(25))
    spoken = QAccessible.queryAccessibleInterface(desk_of(bench))
    assert spoken.text(QAccessible.Text.Name) == "Preview of the pages"
    assert spoken.text(QAccessible.Text.Description) == "Page 1 of 3"


def test_characters_that_no_font_can_print_are_named_with_a_way_to_the_field(bench, qtbot):
    bench.gaps = [("rows.r4.label", "漢字")]
    bench.show(invoice())
    notice = bench.pane.findChild(Notice)
    bench.wait(lambda: "漢 字" in notice.text)
    with qtbot.waitSignal(bench.store.focus_requested) as asked:
        notice.findChild(QPushButton).click()
    assert asked.args == ["rows.r4.label"]
    bench.gaps = []
    bench.store.edit_row("r4", "Edit label", label="Plain")
    bench.wait(notice.isHidden)


def test_rows_that_stayed_the_same_are_not_looked_at_again():
    asked: list[int] = []

    def find(draft):
        asked.append(len(draft.rows))
        return [(f"rows.{row.id}.label", "?") for row in draft.rows if "?" in row.label]

    finder = GapFinder(find)
    draft = invoice(30)
    assert finder.gaps(draft) == ()
    rows = (*draft.rows[:7], draft.rows[7].model_copy(update={"label": "what?"}), *draft.rows[8:])
    assert finder.gaps(draft.edited(rows=rows)) == (("rows.r7.label", "?"),)
    assert finder.gaps(draft.edited(rows=rows[:8])) == (("rows.r7.label", "?"),)
    assert [count for count in asked if count] == [30, 1]
