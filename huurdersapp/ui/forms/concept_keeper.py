"""Keeping what is typed in a form, within two seconds, as a concept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from huurdersapp.actions import concepten
from huurdersapp.actions.concepten import Concept
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.ui.desk import Desk

WITHIN = 1000
"""Milliseconds after the first key that is not kept yet; typing on does not put it off."""
AGAIN = 5000
"""Milliseconds until it is tried again after it went wrong."""


class ConceptKeeper(QObject):
    """`kept` with the concept as it is on disk now."""

    kept = Signal(object)

    def __init__(
        self, desk: Desk, content: Callable[[], tuple[str, dict[str, Any]]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._content = desk, content
        self.concept: Concept | None = None
        self._kind = ""
        self._number: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self._told = False

    def begin(self, kind: str, number: int | None, concept: Concept | None = None) -> None:
        """From now on for this form; `concept` is the one that it goes on with."""
        self._timer.stop()
        self._kind, self._number, self.concept = kind, number, concept

    @property
    def waiting(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._timer.isActive()

    def typed(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start(WITHIN)

    def keep(self) -> bool:
        """Keep it now; whether it is kept. What goes wrong is told once, and tried again."""
        # Until it is kept it waits: the crash window asks for it once more, and must not say that all is safe.
        self._timer.start(AGAIN)
        title, data = self._content()
        concept = self.concept or Concept(soort=self._kind, nummer=self._number)
        try:
            self.concept = concepten.keep(self._desk.ctx, replace(concept, titel=title, gegevens=data))
        except UserError as fault:
            if not self._told:
                self._told = True
                self._desk.tell(fault)
            return False
        self._timer.stop()
        self._told = False
        self.kept.emit(self.concept)
        return True

    def flush(self) -> bool:
        """Keep what waits to be kept, because somebody goes elsewhere; whether all is kept. What goes wrong is told
        again, as the text would be lost."""
        if not self._timer.isActive():
            return True
        self._told = False
        return self.keep()

    def lost(self, changes: Changes) -> bool:
        """Whether somebody took its concept away: what was typed was erased, or is not wanted any more."""
        ours = self.concept
        if ours is None or (concepten.ENTITY, ours.id) not in changes.touched:
            return False
        return all(each.id != ours.id for each in concepten.every(self._desk.ctx))

    def drop(self) -> Concept | None:
        """Throw the concept away and give it, so that it can be brought back."""
        self._timer.stop()
        gone, self.concept = self.concept, None
        if gone is not None:
            concepten.drop(self._desk.ctx, gone.id)
        return gone
