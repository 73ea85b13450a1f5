"""Colours, sizes and letters of the window: the tokens once, for light and dark, and the style sheet made from them.

Every colour stands on its ground with at least 4.5:1 for text and 3:1 for edges (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette

from huurdersapp.base.paths import own

BASE_POINTS = 11.0
"""Letters at 100 %."""
CONTROL = 44
"""Height in pixels at 100 % of what people click or type in (WCAG 2.2, 2.5.5)."""
SPACE = 8
"""Step of all distances, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, by what they are for."""

    ground: str
    card: str
    text: str
    muted: str
    main: str
    on_main: str
    edge: str
    line: str
    error: str
    good: str
    warning: str
    selected: str
    on_selected: str
    focus: str
    banner: str
    on_banner: str
    hover: str
    found: str
    on_found: str
    disabled: str


LIGHT = Tokens(
    ground="#F5F7F9",
    card="#FFFFFF",
    text="#1F2933",
    muted="#52606D",
    main="#0B5394",
    on_main="#FFFFFF",
    edge="#6B7785",
    line="#D5DBE1",
    error="#B3261E",
    good="#1B6E3C",
    warning="#8A4B00",
    selected="#0B5394",
    on_selected="#FFFFFF",
    focus="#C25700",
    banner="#FFE08A",
    on_banner="#1F2933",
    hover="#E6EEF6",
    found="#FFE9A8",
    on_found="#1F2933",
    disabled="#6B7785",
)
DARK = Tokens(
    ground="#1B2127",
    card="#252D35",
    text="#E8EDF2",
    muted="#AAB7C4",
    main="#8CC2F5",
    on_main="#0B1F33",
    edge="#8794A1",
    line="#3C4651",
    error="#FFB4AB",
    good="#8FD6A5",
    warning="#FFCB80",
    selected="#8CC2F5",
    on_selected="#0B1F33",
    focus="#FFB366",
    banner="#5C4A00",
    on_banner="#FFF3CC",
    hover="#303A44",
    found="#5C4A00",
    on_found="#FFF3CC",
    disabled="#8794A1",
)


def palette(tokens: Tokens) -> QPalette:
    """The colours for what draws itself (Fusion)."""
    made = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for name, colour in (
        (role.Window, tokens.ground),
        (role.WindowText, tokens.text),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.ground),
        (role.Text, tokens.text),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.error),
        (role.Highlight, tokens.selected),
        (role.HighlightedText, tokens.on_selected),
        (role.ToolTipBase, tokens.card),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Link, tokens.main),
        (role.LinkVisited, tokens.main),
        (role.Mid, tokens.edge),
        (role.Dark, tokens.edge),
        (role.Light, tokens.card),
        (role.Accent, tokens.main),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, QColor(tokens.disabled))
    return made


def style_sheet(tokens: Tokens, zoom: int, *, dark: bool) -> str:
    """What Fusion and the palette cannot say: heights, edges and the focus ring, at `zoom` per cent.

    The ring is thicker than the edge as well as of another colour, and a filled button turns light: in grey too one sees
    where the focus is. A margin makes room for it, so that nothing moves.
    """

    def px(size: float) -> str:
        return f"{max(1, round(size * zoom / 100))}px"

    images = (own("resources") / "beeld").as_posix()
    kind = "donker" if dark else "licht"
    sizes = {f"px{size}": px(size) for size in (1, 2, 4, 6, 8, 10, 12, 16, 20, 22, 24, 28, 32, 34, 36, 44)}
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    letters = {
        "title": f"{1.6 * BASE_POINTS * zoom / 100:.1f}",
        "heading": f"{1.2 * BASE_POINTS * zoom / 100:.1f}",
    }
    return _SHEET.substitute(sizes, **colours, **letters, images=images, kind=kind)


_SHEET = Template(
    """
QToolTip { background: $card; color: $text; border: 1px solid $edge; padding: $px4; }
QPushButton, QToolButton[control="true"] {
    min-height: $px28; padding: $px6 $px16; border: 2px solid $edge; border-radius: $px6;
    background: $card; color: $text; icon-size: $px16; margin: 1px;
}
QPushButton:hover, QToolButton[control="true"]:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus, QToolButton[control="true"]:focus { border: 3px solid $focus; margin: 0; }
QPushButton:disabled { color: $disabled; border-color: $line; }
QPushButton:checked { background: $main; color: $on_main; border-color: $main; }
QPushButton:checked:focus { border-color: $focus; }
QPushButton[role="main"] { background: $main; color: $on_main; border-color: $main; font-weight: bold; }
QPushButton[role="main"]:disabled { color: $disabled; background: $card; border-color: $line; }
QPushButton[role="main"]:hover { background: $main; }
QPushButton[role="main"]:focus { border-color: $focus; background: $card; color: $main; }
QPushButton[role="link"] {
    border: 2px solid transparent; background: transparent; color: $main; padding: $px4 $px6; text-align: left;
    text-decoration: underline; min-height: $px20;
}
QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="link"]:checked { border-color: $main; background: $hover; }
QPushButton[role="link"]:focus { border: 3px solid $focus; }
QPushButton[role="answer"] { font-size: ${heading}pt; text-align: left; }
QPushButton[role="chip"] { border-radius: $px20; padding: $px4 $px16; min-height: $px32; }
QPushButton[role="tab"] { border-radius: $px4; padding: $px4 $px6; min-height: $px32; }
QPushButton[role="quiet"] { border-color: transparent; background: transparent; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border-color: $focus; }
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {
    border: 2px solid $edge; border-radius: $px4; background: $card; color: $text;
    selection-background-color: $selected; selection-color: $on_selected; placeholder-text-color: $muted; margin: 1px;
}
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: $px32; height: $px22; border: none; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url($images/omhoog-$kind.svg); width: $px12; height: $px12; }
QSpinBox::down-arrow { image: url($images/omlaag-$kind.svg); width: $px12; height: $px12; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: $px36; padding: $px2 $px8; }
QSpinBox { min-width: $px44; }
QTextEdit, QPlainTextEdit { padding: $px4; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
    border: 3px solid $focus; margin: 0;
}
QLineEdit[fault="true"], QTextEdit[fault="true"], QComboBox[fault="true"] { border-color: $error; }
QLineEdit[readOnly="true"] { background: $ground; }
QComboBox::drop-down { border: none; width: $px32; }
QComboBox::down-arrow { image: url($images/omlaag-$kind.svg); width: $px16; height: $px16; }
QComboBox QAbstractItemView { border: 1px solid $edge; background: $card; color: $text; }
QComboBox QAbstractItemView::item { min-height: $px34; }
QCheckBox, QRadioButton { spacing: $px8; min-height: $px36; padding: $px2; border: 3px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border: 3px solid $focus; border-radius: $px4; }
QCheckBox::indicator, QListView::indicator {
    width: $px22; height: $px22; border: 2px solid $edge; border-radius: $px4; background: $card;
}
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $main; border-color: $main; image: url($images/vinkje-$kind.svg);
}
QListView::indicator:checked:selected { border-color: $on_selected; }
QCheckBox::indicator:disabled { border-color: $line; }
QRadioButton::indicator { width: $px20; height: $px20; border: $px2 solid $edge; border-radius: $px12; background: $card; }
QRadioButton::indicator:checked { border: $px6 solid $main; width: $px12; height: $px12; }
QTableView, QListView, QListWidget, QTreeView, QTableWidget {
    border: 2px solid $line; border-radius: $px4; background: $card; color: $text; alternate-background-color: $ground;
    margin: 1px;
    gridline-color: $line; selection-background-color: $selected; selection-color: $on_selected; outline: none;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: 3px solid $focus; margin: 0; }
QTableView::item, QListView::item { padding: $px2 $px6; }
QListView::item { min-height: $px28; }
QTableView::item:selected, QListView::item:selected { background: $selected; color: $on_selected; }
QHeaderView { background: $ground; }
QHeaderView::section {
    background: $ground; color: $text; border: none; border-bottom: 2px solid $edge; padding: $px6; font-weight: bold;
    min-height: $px24;
}
QTabBar::tab { min-height: $px28; padding: $px6 $px16; border: 2px solid $line; background: $ground; color: $text; }
QTabBar::tab:selected { background: $card; border-bottom-color: $main; font-weight: bold; }
QTabBar::tab:focus { border-color: $focus; }
QMenuBar { background: $ground; color: $text; }
QMenuBar::item { padding: $px6 $px12; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $card; color: $text; border: 1px solid $edge; padding: $px4; }
QMenu::item { padding: $px8 $px24; min-height: $px20; }
QMenu::item:selected { background: $selected; color: $on_selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: $px4 $px8; }
QScrollBar:vertical { width: $px16; background: $ground; border: none; margin: 0; }
QScrollBar:horizontal { height: $px16; background: $ground; border: none; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: $px4; min-height: $px32; min-width: $px32; margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea[role="reading"] { border: 3px solid transparent; border-radius: $px8; }
QScrollArea[role="reading"]:focus { border-color: $focus; }
QProgressBar { border: 1px solid $edge; border-radius: $px4; background: $card; color: $text; text-align: center;
    min-height: $px20; }
QProgressBar::chunk { background: $main; border-radius: $px2; }
QSplitter::handle { background: $line; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: bold; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="label"] { font-weight: bold; }
QLabel[role="fault"] { color: $error; font-weight: bold; }
QLabel[role="good"] { color: $good; font-weight: bold; }
QLabel[role="warning"] { color: $warning; font-weight: bold; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: $px8; }
QFrame[role="card"]:focus { border: 3px solid $focus; }
QFrame[role="faults"] { background: $card; border: 2px solid $error; border-radius: $px6; }
QFrame[role="faults"]:focus { border: 3px solid $focus; }
QFrame[role="banner"] { background: $banner; }
QFrame[role="banner"] QLabel { color: $on_banner; font-weight: bold; }
QFrame[role="banner"] QPushButton { color: $on_banner; }
QFrame[role="banner"] QPushButton:hover { background: transparent; }
QFrame[role="message"] { background: $card; border-top: 2px solid $line; }
QListView#navigation { border: none; background: $ground; }
QListView#navigation::item { border-radius: $px4; border: 2px solid transparent; }
QListView#navigation::item:hover { background: $hover; color: $text; }
QListView#navigation::item:selected { background: $selected; color: $on_selected; }
QListView#navigation:focus { border: 2px solid $focus; }
"""
)
