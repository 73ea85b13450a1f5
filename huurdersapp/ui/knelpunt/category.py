"""Category and onderdeel in one field: somebody types a word, and takes what was found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN, PARENT, SUBCATEGORIEEN
from huurdersapp.records.text import fold
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.finder import Finder

MOST = 12
"""So many are offered at a time."""
KEYS = (*CATEGORIEEN.keys(), *SUBCATEGORIEEN.keys())


def label_of(key: str | None) -> str:
    """How a category or an onderdeel is called: the latter after its category."""
    if key in PARENT:
        return _("{category}: {part}").format(
            category=CATEGORIEEN.label(PARENT[key]), part=SUBCATEGORIEEN.label(key)
        )
    return CATEGORIEEN.label(key)


def found_by(words: str) -> list[str]:
    """The keys of what words find, best first: whose name begins so, then where a word does, then the rest."""
    asked = fold(words)
    ranked: list[tuple[int, int, str]] = []
    for place, key in enumerate(KEYS):
        own = fold(SUBCATEGORIEEN.label(key) if key in PARENT else CATEGORIEEN.label(key))
        whole = fold(label_of(key))
        if not all(any(word in name for name in whole) for word in asked):
            continue
        begins = not asked or " ".join(own).startswith(" ".join(asked))
        word_begins = all(any(name.startswith(word) for name in own) for word in asked)
        ranked.append((0 if begins else 1 if word_begins else 2, place, key))
    return [key for _rank, _place, key in sorted(ranked)]


class CategoryFinder(Finder):
    """The line: its finds are there at once, as nothing has to be read."""

    def search(self) -> None:
        """Show what the words find."""
        self._pause.stop()
        keys = found_by(self.text())[:MOST]
        self._show([Found(KEYS.index(key), label_of(key), _kind(key)) for key in keys])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands there is replaced by typing."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()


def _kind(key: str) -> str:
    return _("onderdeel") if key in PARENT else _("hele categorie")


class CategoryEditor(Editor):
    """The value is the key of a category, or of an onderdeel. Leaving the field takes the first that is found."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._value: str | None = None
        self.line = CategoryFinder(desk, "knelpunt")
        self.line.setPlaceholderText(_("Typ een woord, zoals schimmel"))
        self.line.textEdited.connect(self._typed)
        self.line.chosen.connect(lambda found: self._choose(KEYS[found.number]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)

    def _typed(self) -> None:
        self._value = None
        self.edited.emit()

    def _choose(self, key: str) -> None:
        self._show(key)
        self.edited.emit()

    def _show(self, key: str | None) -> None:
        self._value = key
        self.line.setText(label_of(key))
        self.line.setCursorPosition(0)
        self.line.setToolTip(label_of(key))

    def value(self) -> Any:
        words = self.line.text().strip()
        if self._value is not None or not words:
            return self._value
        found = found_by(words)
        if found:
            return found[0]
        text = _(
            "‘{words}’ staat niet in de lijst. Typ een ander woord, of maak dit leeg en druk op pijl omlaag."
        )
        return Fault(text.format(words=words[:60]))

    def set_value(self, value: Any) -> None:
        self.line.close_list()
        self._show(value if isinstance(value, str) and value in KEYS else None)

    def typed(self) -> Any:
        return self._value or {"getypt": self.line.text()}

    def set_typed(self, typed: Any) -> None:
        if isinstance(typed, dict):
            self._value = None
            self.line.setText(str(typed.get("getypt", "")))
        else:
            self.set_value(typed)

    def first_focus(self) -> QWidget:
        return self.line

    def finish(self) -> None:
        """Show in full what the words were taken for."""
        self.line.close_list()
        if self._value is None and isinstance(value := self.value(), str):
            self._show(value)
