"""Tab goes as the eye does: in the order of the layouts, whatever was made first or came in later."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets within one at which Tab stops, in the order in which they are seen."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QScrollArea):
        inside: QWidget | None = widget.widget()
        if inside is not None:
            yield from stops(inside)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def move(form: QWidget, *, onward: bool) -> bool:
    """Take the focus to the next stop of a form, or out of it at its end; False when there is nowhere to go."""
    order = list(stops(form))
    focus = form.focusWidget()
    if not order or focus is None:
        return False
    at = next((i for i, stop in enumerate(order) if stop is focus or stop.isAncestorOf(focus)), None)
    if at is None:
        target: QWidget | None = order[0 if onward else -1]
    else:
        after = at + (1 if onward else -1)
        target = order[after] if 0 <= after < len(order) else _outside(form, focus, onward=onward)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def _outside(form: QWidget, focus: QWidget, *, onward: bool) -> QWidget | None:
    """The next stop of the window that is not in the form."""
    widget: QWidget | None = focus
    while True:
        assert widget is not None
        widget = widget.nextInFocusChain() if onward else widget.previousInFocusChain()
        if widget is focus or widget is None:
            return None
        inside = widget is form or form.isAncestorOf(widget) or widget.window() is not form.window()
        policy = widget.focusPolicy()
        if not inside and widget.isVisible() and widget.isEnabled() and policy & Qt.FocusPolicy.TabFocus:
            return widget
