"""The one stylesheet, made from the tokens.

Roles a widget may take with `set_role`: labels `label`, `secondary`, `title`, `sheet_title`, `total`,
`strong`, `error`, `pill`, `pill_accent`, `pill_warn`, `pill_bad`, `pill_good`, `key`; buttons
`primary`, `quiet`, `link`, `danger`, `room`, `find`; containers `bar`, `foot`, `surface`, `card`,
`ground`, `sidebar`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_TEMPLATE = Template(
    """
QWidget { color: $ink; }
QMainWindow, QDialog, QStackedWidget, QScrollArea, QWidget[role="ground"] { background: $ground; }
QScrollArea { border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QToolTip { background: $surface; color: $ink; border: 1px solid $hair; padding: ${s4}px; }

QWidget[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $hair; }
QWidget[role="side"] { background: $surface; border: none; border-left: 1px solid $hair; }
QWidget[role="foot"] { background: $surface; border: none; border-top: 1px solid $hair; }
QWidget[role="sidebar"] { background: $ground; border: none; border-right: 1px solid $hair; }
QFrame[role="surface"] { background: $surface; border: none; }
QFrame[role="card"] { background: $surface; border: 1px solid $hair; border-radius: ${r8}px; }
QFrame[role="notice"] { background: $surface; border: none; border-bottom: 1px solid $hair; }
QFrame[role="notice_warn"] { background: $warn_soft; border: none; border-bottom: 1px solid $hair; }
QFrame[role="notice_bad"] { background: $bad_soft; border: none; border-bottom: 1px solid $hair; }
QDialog[role="palette"] { background: $surface; border: 1px solid $hair; }
QFrame[role="line"] { background: $hair; border: none; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="label"] { color: $ink2; font-size: ${f11}px; }
QLabel[role="group"] { color: $ink2; font-size: ${f11}px; font-weight: 600; }
QLabel[role="secondary"] { color: $ink2; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${f15}px; font-weight: 600; }
QLabel[role="sheet_title"] { font-size: ${f20}px; font-weight: 600; }
QLabel[role="total"] { font-size: ${f24}px; font-weight: 600; }
QLabel[role="error"] { color: $bad; font-size: ${f11}px; }
QLabel[role="warning"] { color: $warn; font-size: ${f11}px; }
QLabel[role="key"] { color: $ink2; font-size: ${f11}px; border: 1px solid $hair; border-radius: ${s4}px;
    padding: 1px ${s4}px; }
QLabel[role="pill"], QLabel[role="pill_accent"], QLabel[role="pill_warn"], QLabel[role="pill_bad"],
QLabel[role="pill_good"] { font-size: ${f11}px; font-weight: 600; padding: 2px ${s8}px;
    border-radius: ${pill}px; border: 1px solid transparent; }
QLabel[role="pill"] { color: $ink2; border-color: $hair; }
QLabel[role="pill_accent"] { color: $accent; background: $accent_soft; }
QLabel[role="pill_warn"] { color: $warn; background: $warn_soft; }
QLabel[role="pill_bad"] { color: $bad; background: $bad_soft; }
QLabel[role="pill_good"] { color: $good; background: $good_soft; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {
    background: $surface; color: $ink; border: 1px solid $hair; border-radius: ${r6}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: ${field}px; max-height: ${field}px;
    padding: 0 ${pad}px; }
QPlainTextEdit, QTextEdit { padding: ${s4}px ${s4}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 0 ${pad_in}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${s3}px ${s3}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $bad; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunk; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $ink2; background: $sunk; }
QComboBox::drop-down { border: none; width: ${s24}px; }
QComboBox::down-arrow { image: url("$chevron"); width: ${s12}px; height: ${s12}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $hair; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink; padding: ${s4}px; }

QPushButton { background: $surface; color: $ink; border: 1px solid $hair; border-radius: ${r6}px;
    min-height: ${button}px; max-height: ${button}px; padding: 0 ${s12}px; font-weight: 600; }
QPushButton:hover { background: $sunk; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${s11}px; }
QPushButton:disabled { color: $ink2; background: $sunk; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $sunk; color: $ink2; border-color: $hair; }
QPushButton[role="danger"] { color: $bad; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $accent_soft; }
QPushButton[role="link"] { background: transparent; color: $accent; border-color: transparent;
    font-weight: 400; padding: 0 ${s4}px; min-height: ${s24}px; }
QPushButton[role="quiet"]:focus, QPushButton[role="link"]:focus, QToolButton[role="quiet"]:focus {
    border: 2px solid $accent; }
QPushButton[role="link"]:focus { padding: 0 ${s3}px; }
QPushButton[role="room"] { background: transparent; border: 2px solid transparent; text-align: left;
    font-weight: 400; padding: 0 ${s8}px; min-height: ${room}px; max-height: ${room}px; }
QPushButton[role="room"]:hover { background: $hair; }
QPushButton[role="room"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[role="room"]:focus { border: 2px solid $accent; }
QPushButton[role="link_small"] { background: transparent; color: $accent; border: 2px solid transparent;
    font-weight: 400; font-size: ${f11}px; padding: 0 3px; min-height: ${s16}px; max-height: ${s16}px; }
QPushButton[role="link_small"]:focus { border-color: $accent; }
QPushButton[role="link_small"]:disabled { color: $ink2; }
QPushButton[role="pill_good"], QPushButton[role="pill_warn"], QPushButton[role="pill_bad"] {
    font-size: ${f11}px; padding: 0 ${s8}px; min-height: ${s16}px; max-height: ${s16}px;
    border: 2px solid transparent; border-radius: 10px; }
QPushButton[role="pill_good"] { color: $good; background: $good_soft; }
QPushButton[role="pill_warn"] { color: $warn; background: $warn_soft; }
QPushButton[role="pill_bad"] { color: $bad; background: $bad_soft; }
QPushButton[role="pill_good"]:focus, QPushButton[role="pill_warn"]:focus, QPushButton[role="pill_bad"]:focus {
    border-color: $accent; }
QFrame[role="figure"] { border: 2px solid transparent; border-radius: ${r6}px; }
QFrame[role="figure"]:focus { border-color: $accent; }
QLabel[role="link_label"] { color: $accent; font-size: ${f11}px; }
QFrame[role="field_card"] { background: $surface; border: 1px solid $hair; border-radius: ${r6}px; }
QLineEdit[role="bare_strong"] { background: transparent; border: 2px solid transparent; padding: 0 ${s4}px;
    min-height: ${s24}px; max-height: ${s24}px; font-weight: 600; }
QLineEdit[role="bare_strong"]:focus { border-color: $accent; padding: 0 ${s4}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $bad; }
QPushButton[role="find"] { background: $sunk; color: $ink2; font-weight: 400; text-align: left;
    min-height: ${find}px; max-height: ${find}px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${r6}px;
    padding: ${s4}px; }
QToolButton:hover { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; padding: ${s3}px; }
QToolButton[role="patch"], QToolButton[role="patch"]:focus { padding: 2px; }
QToolButton::menu-indicator { image: none; }

QCheckBox, QRadioButton { spacing: ${s8}px; background: transparent; padding: 2px;
    border: 2px solid transparent; border-radius: ${s4}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator { width: ${s16}px; height: ${s16}px; background: $surface; border: 1px solid $ink2;
    border-radius: ${s4}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $hair; background: $sunk; }

QListView, QTableView, QTreeView { background: $surface; border: 1px solid $hair;
    border-radius: ${r8}px; outline: none; selection-background-color: $accent_soft;
    selection-color: $ink; gridline-color: $hair; alternate-background-color: $surface; }
QListView:focus, QTableView:focus, QTreeView:focus { border: 2px solid $accent; }
QListView::item { padding: 0 ${s8}px; min-height: ${s24}px; border: none; }
QTableView[role="list"] QHeaderView::section { padding: 0 ${s12}px; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected { background: $accent_soft;
    color: $ink; }
QHeaderView { background: $sunk; border: none; }
QHeaderView::section { background: $sunk; color: $ink2; border: none; border-bottom: 1px solid $hair;
    padding: 0 ${s8}px; min-height: ${field}px; font-size: ${f11}px; font-weight: 600; }
QTableCornerButton::section { background: $sunk; border: none; }

QTableView[role="bare"], QTableView[role="bare"]:focus { border: none; border-radius: 0; }
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus, QLineEdit[role="cell_bad"],
QLineEdit[role="cell_bad"]:focus, QPlainTextEdit[role="cell"], QPlainTextEdit[role="cell"]:focus {
    border: 2px solid $accent; border-radius: ${s4}px; padding: 0 ${pad_cell}px; min-height: 0;
    max-height: 9999px; background: $surface; color: $ink; }
QLineEdit[role="cell_bad"], QLineEdit[role="cell_bad"]:focus { border-color: $bad; }
QLabel[role="hint"], QLabel[role="hint_bad"] { color: $ink2; background: $sunk; border: 1px solid $hair;
    border-radius: ${s4}px; padding: 2px ${s8}px; }
QLabel[role="hint_bad"] { color: $bad; background: $bad_soft; border-color: $bad; }
QFrame[role="told"] { background: $warn_soft; border: 1px solid $hair; border-radius: ${r6}px; }
QFrame[role="told_bad"] { background: $bad_soft; border: 1px solid $bad; border-radius: ${r6}px; }
QPushButton[role="filter"] { min-height: ${s24}px; max-height: ${s24}px; font-weight: 400; }
QPushButton[role="filter"]:checked { background: $accent_soft; border-color: $accent; }
QWidget[role="page"], QWidget[role="item"] { background: transparent; }

QListView[role="rooms"] { background: transparent; border: none; }
QListView[role="plain"] { border: none; border-radius: 0; background: transparent; }

QMenuBar { background: $surface; }
QMenuBar::item { padding: ${s4}px ${s8}px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; border-radius: ${s4}px; }
QMenu { background: $surface; border: 1px solid $hair; padding: ${s4}px; }
QMenu::item { padding: ${s4}px ${s24}px ${s4}px ${s12}px; border-radius: ${s4}px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink2; }
QMenu::separator { height: 1px; background: $hair; margin: ${s4}px ${s8}px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { color: $ink2; padding: ${s8}px ${s12}px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QSplitter::handle { background: $hair; }
QSplitter::handle:horizontal { width: 1px; }
QProgressBar { background: $sunk; border: 1px solid $hair; border-radius: ${s4}px; text-align: center;
    max-height: ${s16}px; }
QProgressBar::chunk { background: $accent_soft; border-radius: ${s4}px; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${s12}px; }
QScrollBar:horizontal { height: ${s12}px; }
QScrollBar::handle { background: $hair; border-radius: ${s4}px; margin: 3px; min-height: ${s24}px;
    min-width: ${s24}px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def stylesheet(
    colours: Mapping[str, str], px: Callable[[int], int], *, chevron: str = "", check: str = ""
) -> str:
    """The stylesheet for these colours; `px` scales a design length, the icons are files of their tint."""
    lengths = {f"s{n}": px(n) for n in (3, 4, 8, 11, 12, 16, 24)}
    fonts = {f"f{n}": px(n) for n in (11, 13, 15, 20, 24)}
    sizes = {
        "r6": px(6),
        "r8": px(8),
        "pill": px(9),
        "pad": px(10),
        "pad_in": px(10) - 1,
        "pad_cell": px(4) + 1,
        "field": px(32) - 2,
        "button": px(34) - 2,
        "find": px(28) - 2,
        "room": px(32) - 4,
    }
    values = {name: str(length) for name, length in (lengths | fonts | sizes).items()}
    return _TEMPLATE.substitute(values, **colours, chevron=chevron, check=check)
