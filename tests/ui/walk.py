"""Walking through what stands on the screen, as somebody does who hears it or uses the keyboard only."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from huurdersapp.ui.tabbing import stops

INPUTS = (QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


def visible(page: QWidget) -> Iterator[QWidget]:
    """The page's widgets that are shown, outer ones first."""
    for widget in page.findChildren(QWidget):
        # Of what Qt made itself Python may still know one that is gone.
        if isValid(widget) and widget.isVisible() and not widget.size().isEmpty():
            yield widget


def inner(widget: QWidget) -> bool:
    """Whether Qt made it as a piece of another one: the line in a combo box, a heading of a table."""
    parent = widget.parentWidget()
    made = (QComboBox, QAbstractSpinBox, QAbstractItemView)
    return isinstance(widget, QHeaderView | QScrollBar) or (
        parent is not None and (isinstance(parent, made) or isinstance(parent.parentWidget(), QComboBox))
    )


def inputs(page: QWidget) -> Iterator[QWidget]:
    """What people type or choose in."""
    yield from (widget for widget in visible(page) if isinstance(widget, INPUTS) and not inner(widget))


def buttons(page: QWidget) -> Iterator[QAbstractButton]:
    """What people press."""
    for widget in visible(page):
        if (
            isinstance(widget, QAbstractButton)
            and not inner(widget)
            and widget.objectName() != "qt_toolbar_ext_button"
        ):
            yield widget


def name_of(widget: QWidget) -> str:
    """What a screen reader says: the name that was given, or the words of the label that belongs to it.

    Not Qt's own answer for a combo box: on Linux that is its value.
    """
    if widget.accessibleName():
        return widget.accessibleName()
    window = widget.window()
    for label in window.findChildren(QLabel):
        if label.buddy() is widget:
            return label.text().replace("&", "")
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&", "")
    if isinstance(widget, QComboBox):
        return ""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name)


def told(widget: QWidget) -> str:
    """Which widget it is, for a sentence of a test."""
    words = getattr(widget, "text", str)()
    chain: list[str] = []
    parent: QWidget | None = widget
    while parent is not None and len(chain) < 4:
        chain.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{' < '.join(chain)} {words!r}"


def place_of(widget: QWidget) -> QRect:
    """Where it stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def in_tab_order(page: QWidget) -> list[QWidget]:
    """What Tab reaches on the page, in that order."""
    window = page.window()
    centre = window.centralWidget() if isinstance(window, QMainWindow) else None
    assert centre is not None
    return [widget for widget in stops(centre) if page.isAncestorOf(widget)]


def goes_back(one: QWidget, after: QWidget) -> bool:
    """Whether the second stands before the first to whoever reads: wholly above it and not in a column to the right, or
    left of it on the same line."""
    if in_scroll(one) != in_scroll(after):  # what is scrolled away lies nowhere in particular
        return False
    here, there = place_of(one), place_of(after)
    if here.contains(there) or there.contains(here):
        return False
    if there.bottom() <= here.top():
        return there.left() < here.right()
    overlap = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
    same_line = overlap > min(here.height(), there.height()) / 2
    return same_line and there.right() <= here.left()


def in_scroll(widget: QWidget) -> bool:
    """Whether it lies in something that can be scrolled, so that it may be larger than what is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def texts(page: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that the program itself shows: on labels and buttons, as names, hints and headings of tables."""
    for widget in visible(page):
        if inner(widget) and not isinstance(widget, QHeaderView):
            continue
        if isinstance(widget, QHeaderView):
            if (model := widget.model()) is not None:
                for section in range(widget.count()):
                    words = model.headerData(section, widget.orientation())
                    if isinstance(words, str):
                        yield widget, words
            continue
        for words in (getattr(widget, "text", None), getattr(widget, "placeholderText", None)):
            if callable(words) and not isinstance(widget, QLineEdit | QTextEdit) and isinstance(words(), str):
                yield widget, words()
        if isinstance(widget, QLineEdit):
            yield widget, widget.placeholderText()
        yield widget, widget.accessibleName()
        yield widget, widget.toolTip()
