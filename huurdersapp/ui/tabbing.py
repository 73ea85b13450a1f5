"""Tab goes as the eye does: by where things stand, whatever was made first or came in later."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid


def stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets within one at which Tab stops, in the order in which they are seen."""
    if widget.isHidden() or not widget.isEnabled():
        return
    focusable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if focusable:
        yield widget
    if isinstance(widget, QScrollArea):
        inside: QWidget | None = widget.widget()
        if inside is not None:
            yield from stops(inside)
    elif not focusable and not isinstance(widget, QAbstractScrollArea):
        for child in _in_reading_order(widget):
            yield from stops(child)


def _in_reading_order(widget: QWidget) -> list[QWidget]:
    """What stands directly in a widget, line by line; what overlaps for more than half its height is on one line.

    Not by the items of its layout: Python's hold on those outlives them.
    """
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and isValid(child) and not child.isWindow() and not child.isHidden()
    ]
    children.sort(key=lambda child: (child.y(), child.x()))
    lines: list[list[QWidget]] = []
    for child in children:
        if lines and _beside(lines[-1][0], child):
            lines[-1].append(child)
        else:
            lines.append([child])
    return [child for line in lines for child in sorted(line, key=lambda one: one.x())]


def _beside(one: QWidget, other: QWidget) -> bool:
    overlap = min(one.geometry().bottom(), other.geometry().bottom()) - max(one.y(), other.y())
    return overlap > min(one.height(), other.height()) / 2


def move(whole: QWidget, *, onward: bool) -> bool:
    """Take the focus to the next stop, from the last one to the first; False when there is nowhere to go."""
    order = list(stops(whole))
    if not order:
        return False
    focus = whole.window().focusWidget()
    at = next((i for i, stop in enumerate(order) if stop is focus), None)
    if at is None and focus is not None:
        at = next((i for i, stop in enumerate(order) if stop.isAncestorOf(focus)), None)
    step = 1 if onward else -1
    target = order[(at + step) % len(order)] if at is not None else order[0 if onward else -1]
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _bring_into_view(target)
    return True


def show_focus(area: QScrollArea) -> None:
    """Bring what has the focus in sight, where it lies in this area."""
    focus = QApplication.focusWidget()
    if focus is not None and area.isAncestorOf(focus):
        area.ensureWidgetVisible(focus)


def _bring_into_view(target: QWidget) -> None:
    """A scroll area follows the focus only while it moves within it; here it is entered as well."""
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
