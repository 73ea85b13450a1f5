"""The screens of an open administration: each made at its first use, kept, and told what changed while another was open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from huurdersapp.base.events import Changes
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.pages.registry import BY_KEY

if TYPE_CHECKING:
    from huurdersapp.ui.page import Page


class Screens(QStackedWidget):
    """One of them is on top, or a widget that stands alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: dict[str, QWidget] = {}
        self._pending: dict[str, set[tuple[str, str]]] = {}

    def known(self, key: str) -> Page | None:
        """The screen, if it was made and did not fail."""
        from huurdersapp.ui.page import Page

        found = self._made.get(key)
        return found if isinstance(found, Page) else None

    def made(self, key: str, desk: Desk, ready: Callable[[Page], object]) -> Page:
        """The screen, made now where it is not there yet; then `ready` comes to it. It knows all that changed."""
        page = self.known(key)
        if page is None:
            self._drop(key)  # it failed before: try again
            page = BY_KEY[key].make(desk)
            ready(page)
            self._made[key] = page
            self.addWidget(page)
        if (touched := self._pending.pop(key, None)) is not None:
            page.changed(Changes("", frozenset(touched)))
        return page

    def bring_up(self, key: str) -> None:
        """Put this screen on top, where it was made."""
        if key in self._made:
            self.setCurrentWidget(self._made[key])

    def put(self, key: str, widget: QWidget) -> None:
        """Put a widget in the place of a screen that failed, on top."""
        self._drop(key)
        self._made[key] = widget
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def show_alone(self, widget: QWidget) -> None:
        """Take all screens away, and show this."""
        self.take_out_all()
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def remember(self, changes: Changes, current: str) -> None:
        """What changed is told to each other screen when it comes on top."""
        for key in self._made:
            if key != current:
                self._pending.setdefault(key, set()).update(changes.touched)

    def take_out_all(self) -> None:
        """Nothing is open any more."""
        while (widget := self.currentWidget()) is not None:
            self.removeWidget(widget)
            widget.deleteLater()
        self._made.clear()
        self._pending.clear()

    def _drop(self, key: str) -> None:
        if (widget := self._made.pop(key, None)) is not None:
            self.removeWidget(widget)
            widget.deleteLater()
