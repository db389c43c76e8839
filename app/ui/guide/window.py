"""The window of the guide: contents and search at the left, the page at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.guide.browser import ZOOM_STEP, GuideBrowser
from app.ui.guide.pages import GROUPS, Page, folded, load_pages, matching, page_path
from app.ui.language import InterfaceLanguage
from app.ui.theme import COMPACT_ROW_HEIGHT, SPACE_M, SPACE_S, Theme, set_role

GUIDE_WIDTH, GUIDE_HEIGHT = 1000, 800
CONTENTS_WIDTH = 280
PAGE = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """Stays open beside the program; each question brings it to the page asked for."""

    def __init__(self, theme: Theme, language: InterfaceLanguage, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._language = language
        self._pages = load_pages(language)
        self.setWindowTitle(self.tr("Guide"))
        set_role(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wanted = QSize(theme.px(GUIDE_WIDTH), theme.px(GUIDE_HEIGHT))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableGeometry().size()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Contents of the guide"))
        self.nothing = QLabel(self.tr("No page holds all these words. Try fewer."))
        self.nothing.setWordWrap(True)
        set_role(self.nothing, "secondary")
        self.nothing.hide()
        self.browser = GuideBrowser(theme)
        self.browser.setAccessibleName(self.tr("Page of the guide"))
        self.back = self._button(self.tr("Back"))
        self.forward = self._button(self.tr("Forward"))
        self.smaller = self._button("A−")
        self.smaller.setAccessibleName(self.tr("Smaller text"))
        self.smaller.setToolTip(self.tr("Smaller text"))
        self.larger = self._button("A+")
        self.larger.setAccessibleName(self.tr("Larger text"))
        self.larger.setToolTip(self.tr("Larger text"))
        self._lay_out()
        self._connect()
        self._fill_contents("")
        self.show_page(self._pages[0].name)
        self.browser.setFocus()

    @property
    def page(self) -> str:
        """The name of the page shown."""
        return _name_of(self.browser.source())

    def show_page(self, name: str) -> None:
        """Go to a page; asked for where one is, it stays as it was left."""
        if name != self.page:
            self.browser.setSource(QUrl.fromLocalFile(str(page_path(name, self._language))))

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        set_role(button, "quiet")
        return button

    def _lay_out(self) -> None:
        px = self._theme.px
        left = QVBoxLayout()
        left.setSpacing(px(SPACE_S))
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.contents, 1)
        bar = QHBoxLayout()
        bar.setSpacing(px(SPACE_S))
        for button in (self.back, self.forward):
            bar.addWidget(button)
        bar.addStretch(1)
        for button in (self.smaller, self.larger):
            bar.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(px(SPACE_S))
        right.addLayout(bar)
        right.addWidget(self.browser, 1)
        side = QWidget()
        side.setFixedWidth(px(CONTENTS_WIDTH))
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(SPACE_M), px(SPACE_M), px(SPACE_M), px(SPACE_M))
        whole.setSpacing(px(SPACE_M))
        whole.addWidget(side)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill_contents)
        self.search.returnPressed.connect(self._on_search_returned)
        self.contents.itemActivated.connect(self._on_item_chosen)
        self.contents.itemClicked.connect(self._on_item_chosen)
        self.contents.currentItemChanged.connect(self._on_current_changed)
        self.browser.sourceChanged.connect(self._on_source_changed)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.forwardAvailable.connect(self.forward.setEnabled)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        self.back.clicked.connect(self.browser.backward)
        self.forward.clicked.connect(self.browser.forward)
        self.smaller.clicked.connect(self.zoom_out)
        self.larger.clicked.connect(self.zoom_in)
        key = QKeySequence.StandardKey
        for keys, slot in (
            (key.Find, self._on_find_asked),
            (key.Back, self.browser.backward),
            (key.Forward, self.browser.forward),
            (key.ZoomIn, self.zoom_in),
            (key.ZoomOut, self.zoom_out),
            (key.Close, self.close),
        ):
            for sequence in QKeySequence.keyBindings(keys):
                QShortcut(sequence, self).activated.connect(slot)
        QShortcut(QKeySequence("Ctrl+0"), self).activated.connect(self.zoom_back)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._on_escape)

    def zoom_in(self) -> None:
        """Larger text."""
        self.browser.set_zoom(self.browser.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller text."""
        self.browser.set_zoom(self.browser.zoom / ZOOM_STEP)

    def zoom_back(self) -> None:
        """Text as large as in the rest of the program."""
        self.browser.set_zoom(1.0)

    def _fill_contents(self, text: str) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        by_name = {page.name: page for page in self._pages}
        if text.strip():
            for page in matching(self._pages, text):
                self._add_page(page)
        else:
            for title, names in GROUPS:
                self._add_title(QCoreApplication.translate("Guide", title))
                for name in names:
                    self._add_page(by_name[name])
        self.contents.blockSignals(False)
        self.nothing.setVisible(self.contents.count() == 0)
        self._mark_page(self.page)
        self.browser.seek(tuple(folded(text).split()))

    def _add_title(self, words: str) -> None:
        item = QListWidgetItem(words, self.contents)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self._theme.colour("ink2"))

    def _add_page(self, page: Page) -> None:
        item = QListWidgetItem(page.title, self.contents)
        item.setData(PAGE, page.name)
        item.setToolTip(page.title)
        item.setSizeHint(QSize(0, self._theme.px(COMPACT_ROW_HEIGHT)))

    def _mark_page(self, name: str) -> None:
        self.contents.blockSignals(True)
        self.contents.setCurrentIndex(QModelIndex())
        for row in range(self.contents.count()):
            if self.contents.item(row).data(PAGE) == name:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    def _on_search_returned(self) -> None:
        for row in range(self.contents.count()):
            name = self.contents.item(row).data(PAGE)
            if name:
                self._go(name)
                return

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        name = item.data(PAGE)
        if name:
            self._go(name)

    def _on_current_changed(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self._on_item_chosen(item)

    def _go(self, name: str) -> None:
        self.show_page(name)
        words = tuple(folded(self.search.text()).split())
        if words:
            self.browser.seek(words)

    def _on_source_changed(self, url: QUrl) -> None:
        self._mark_page(_name_of(url))

    def _on_find_asked(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_escape(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close()


def _name_of(url: QUrl) -> str:
    return url.fileName().removesuffix(".md")
