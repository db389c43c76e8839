"""The guide in its window: the page on where one is, search, links, back and forward, larger text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.guide.browser import LEAST_ZOOM, MOST_ZOOM, with_native_keys
from app.ui.guide.pages import PAGE_NAMES, folded, load_pages, page_for
from app.ui.guide.window import PAGE, GuideWindow
from app.ui.language import InterfaceLanguage, install_language
from app.ui.theme import LEAST_CONTRAST, SchemeChoice, Theme, contrast


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme()
    theme.apply(qapp, "light")
    return theme


@pytest.fixture
def guide(theme: Theme, qtbot: QtBot) -> GuideWindow:
    window = GuideWindow(theme, "en")
    qtbot.addWidget(window)
    window.show()
    return window


def listed(guide: GuideWindow) -> list[str]:
    rows = (guide.contents.item(row) for row in range(guide.contents.count()))
    return [item.data(PAGE) for item in rows if item.data(PAGE)]


def follow(guide: GuideWindow, target: str) -> None:
    """Press Return on the link that leads there."""
    document = guide.browser.document()
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            piece = parts.fragment()
            if piece.charFormat().anchorHref() == target:
                guide.browser.anchorClicked.emit(QUrl(target))
                guide.browser.setSource(guide.browser.source().resolved(QUrl(target)))
                return
            parts += 1
        block = block.next()
    pytest.fail(f"no link to {target}")


def test_the_contents_list_every_page_and_mark_the_one_shown(guide: GuideWindow):
    assert listed(guide) == list(PAGE_NAMES)
    for name in PAGE_NAMES:
        guide.show_page(name)
        assert guide.page == name
        assert guide.contents.currentItem().data(PAGE) == name


def test_a_page_is_chosen_from_the_contents_by_key(guide: GuideWindow, qtbot: QtBot):
    guide.show_page(PAGE_NAMES[0])
    guide.contents.setFocus()
    qtbot.keyClick(guide.contents, Qt.Key.Key_Down)
    assert guide.page == PAGE_NAMES[1]


def test_a_link_leads_to_its_page_and_back_and_forward_return(guide: GuideWindow, qtbot: QtBot):
    guide.show_page("first-invoice")
    follow(guide, "lines.md")
    assert guide.page == "lines"
    qtbot.mouseClick(guide.back, Qt.MouseButton.LeftButton)
    assert guide.page == "first-invoice"
    assert guide.contents.currentItem().data(PAGE) == "first-invoice"
    qtbot.mouseClick(guide.forward, Qt.MouseButton.LeftButton)
    assert guide.page == "lines"
    assert not guide.forward.isEnabled()


def test_search_finds_pages_by_words_without_accents_and_marks_them(guide: GuideWindow, qtbot: QtBot):
    qtbot.keyClicks(guide.search, "KEYRING locked")
    found = listed(guide)
    assert "providers" in found
    assert "totals" not in found
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.page == found[0]
    marked = {mark.cursor.selectedText().casefold() for mark in guide.browser.extraSelections()}
    assert marked == {"keyring", "locked"}
    guide.search.clear()
    assert listed(guide) == list(PAGE_NAMES)
    assert guide.browser.extraSelections() == []


def test_a_page_named_so_comes_before_pages_that_mention_it(guide: GuideWindow):
    guide.search.setText("verdict")
    assert listed(guide)[0] == "verdict"
    assert len(listed(guide)) > 1


def test_a_search_that_finds_nothing_says_so(guide: GuideWindow):
    guide.search.setText("zeppelin")
    assert listed(guide) == []
    assert guide.nothing.isVisible()
    guide.search.setText("Stripe")
    assert not guide.nothing.isVisible()


def test_escape_leaves_the_search_first_and_then_the_guide(guide: GuideWindow, qtbot: QtBot):
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    guide.search.setFocus()
    qtbot.keyClicks(guide.search, "VAT")
    qtbot.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.search.text() == ""
    assert guide.isVisible()
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def sizes(guide: GuideWindow) -> set[int]:
    document = guide.browser.document()
    found, block = set(), document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            font = parts.fragment().charFormat().font()
            found.add(font.pixelSize() if font.pixelSize() > 0 else document.defaultFont().pixelSize())
            parts += 1
        block = block.next()
    return found


def test_all_text_grows_within_bounds_and_comes_back(guide: GuideWindow):
    before = sizes(guide)
    guide.zoom_in()
    assert min(sizes(guide)) > min(before)
    for _ in range(20):
        guide.zoom_in()
    assert guide.browser.zoom == MOST_ZOOM
    for _ in range(40):
        guide.zoom_out()
    assert guide.browser.zoom == LEAST_ZOOM
    guide.zoom_back()
    assert sizes(guide) == before


def test_headings_stand_above_the_text_in_size(guide: GuideWindow):
    block = guide.browser.document().begin()
    heading = block.begin().fragment().charFormat().font().pixelSize()
    assert block.text() == "Install and first start"
    assert heading > guide.browser.document().defaultFont().pixelSize()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_links_are_readable_in_every_colour_scheme(
    guide: GuideWindow, theme: Theme, qapp: QApplication, choice: SchemeChoice
):
    guide.show_page("first-invoice")
    theme.apply(qapp, choice)
    document, colours = guide.browser.document(), []
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            shape = parts.fragment().charFormat()
            if shape.isAnchor():
                colours.append(shape.foreground().color())
            parts += 1
        block = block.next()
    assert colours
    assert all(contrast(colour, theme.colour("surface")) >= LEAST_CONTRAST for colour in colours)


def test_the_guide_reads_nothing_outside_its_own_folder(guide: GuideWindow, tmp_path: Path):
    secret = tmp_path / "secret.md"
    secret.write_text("# not for the guide", "utf-8")
    assert guide.browser.loadResource(1, QUrl.fromLocalFile(str(secret))) is None
    inside = Path(guide.browser.source().toLocalFile()).parent
    outside = QUrl.fromLocalFile(f"{inside}/../../../pyproject.toml")
    assert guide.browser.loadResource(1, outside) is None
    assert guide.browser.loadResource(1, QUrl("https://example.com/page.md")) is None


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", PAGE_NAMES)
def test_every_page_is_shown_whole(theme: Theme, qtbot: QtBot, language: InterfaceLanguage, name: str):
    window = GuideWindow(theme, language)
    qtbot.addWidget(window)
    window.show_page(name)
    shown = window.browser.document().toPlainText()
    assert not {"**", "`", "](", "| ---"} & {mark for mark in ("**", "`", "](", "| ---") if mark in shown}
    page = next(page for page in load_pages(language) if page.name == name)
    assert shown.startswith(page.title)
    cursor = QTextCursor(window.browser.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    last_words = page.words.rsplit(maxsplit=1)[-1].strip("_.")
    assert last_words in shown[-80:]


def test_keys_are_written_as_the_system_and_its_language_do(qapp: QApplication):
    install_language(qapp, "fr")
    try:
        assert with_native_keys("`Ctrl+Shift+I`") in {"`Ctrl+Maj+I`", "`⇧⌘I`"}
        assert with_native_keys("`factotum send FILE`, `T`, `F2`") == "`factotum send FILE`, `T`, `F2`"
    finally:
        install_language(qapp, "en")


def test_every_widget_of_the_guide_says_what_it_is(guide: GuideWindow):
    for widget in (guide.search, guide.contents, guide.browser, guide.smaller, guide.larger):
        assert widget.accessibleName()


def test_folding_keeps_every_sign_at_its_place():
    text = "Échéance œuvre ﬁn №5 — ß"
    assert len(folded(text)) == len(text)
    assert folded("Échéance") == "echeance"


def test_a_room_without_a_page_of_its_own_has_the_first_one():
    assert page_for("customers") == "records"
    assert page_for("nowhere") == PAGE_NAMES[0]
