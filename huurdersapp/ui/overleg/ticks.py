"""Choosing several things from a list by ticking them; and names, which are ticked and then stand in a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.text import ProseEditor
from huurdersapp.ui.lists.record_parts import label

SEARCHED_FROM = 8
"""A list of so many has a line to find in it."""
MOST = 60
"""So many are offered; more words find the others."""
LONGEST = 64
"""Signs of a line at 100 %."""
Offer = Sequence[tuple[Any, str]]
"""What can be ticked: what it stands for, and its words."""


class TicksEditor(Editor):
    """A tick for each, with a line above a long list to find one; the value is what is ticked, in the order offered."""

    wide = True

    def __init__(self, desk: Desk, offered: Offer, none: str = "", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._offered = list(offered)
        self._ticked: list[Any] = []
        self.boxes: dict[Any, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.search = QLineEdit()
        self.search.setAccessibleName(_("In deze lijst zoeken"))
        self.search.setPlaceholderText(_("In deze lijst zoeken"))
        self.search.textEdited.connect(lambda _text: self._show())
        column.addWidget(self.search)
        self.search.setVisible(len(self._offered) >= SEARCHED_FROM)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.told = label(none, "muted")
        column.addWidget(self.told)
        self._none = none
        self._show()

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        hits = [(key, text) for key, text in self._offered if all(word in text.casefold() for word in words)]
        ticked = [pair for pair in self._offered if pair[0] in self._ticked and pair not in hits]
        shown = [*ticked, *hits[:MOST]]
        for key, box in list(self.boxes.items()):
            if key not in {each for each, _text in shown}:
                self._list.removeWidget(box)
                box.hide()
                box.deleteLater()
                del self.boxes[key]
        for at, (key, text) in enumerate(shown):
            box = self.boxes.get(key) or self._box(key, text)
            self._list.removeWidget(box)
            self._list.insertWidget(at, box)
            box.show()
        left = len(hits) - MOST
        text = _("Nog {count} andere. Typ een woord om te zoeken.").format(count=left) if left > 0 else ""
        if not self._offered:
            text = self._none
        elif not shown:
            text = _("Niets gevonden.")
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _box(self, key: Any, text: str) -> QCheckBox:
        most = max(24, LONGEST * 100 // self.desk.look.zoom)
        box = QCheckBox(shorten(text, most, placeholder=" …").replace("&", "&&"))
        box.setAccessibleName(text)
        box.setToolTip(text)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.setChecked(key in self._ticked)
        box.clicked.connect(lambda on: self._tick(key, on))
        self.boxes[key] = box
        return box

    def _tick(self, key: Any, on: bool) -> None:
        self._ticked = [each for each in self._ticked if each != key] + ([key] if on else [])
        self.edited.emit()

    def value(self) -> Any:
        return [key for key, _text in self._offered if key in self._ticked]

    def set_value(self, value: Any) -> None:
        known = {key for key, _text in self._offered}
        self._ticked = [key for key in value or [] if key in known]
        for key, box in self.boxes.items():
            box.setChecked(key in self._ticked)
        self._show()

    def inputs(self) -> list[QWidget]:
        return [self.search] if not self.search.isHidden() else []

    def first_focus(self) -> QWidget:
        if not self.search.isHidden():
            return self.search
        return next(iter(self.boxes.values()), self.search)

    def name_it(self, name: str) -> None:
        self.setAccessibleName(name)


class NamesEditor(ProseEditor):
    """Names as text, one on each line, with [Namen kiezen…]: the people of the parties, to tick. Whoever has the editor
    says whom to offer (`offer`)."""

    opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.offer: Callable[[], Sequence[str]] = lambda: ()
        self._card: QWidget | None = None
        self.choose_button = QPushButton(_("Namen kiezen…"))
        self.choose_button.setProperty("role", "link")
        self.choose_button.clicked.connect(lambda: desk.safely(self.choose))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        self._column = column
        column.addWidget(self.choose_button)

    def name_it(self, name: str) -> None:
        super().name_it(name)
        self.choose_button.setAccessibleName(_("{field}: namen kiezen").format(field=name))

    def choose(self) -> None:
        """Offer the names that are not in the text yet; pressed again: put those that are ticked into it."""
        if self._card is not None:
            self._take()
            return
        there = self._written()
        names = [(name, name) for name in self.offer() if name not in there]
        self.ticks = TicksEditor(
            self.desk, names, _("Bij Contacten staan geen mensen die er nog niet bij staan.")
        )
        self._card = self.ticks
        self._column.addWidget(self.ticks)
        self.ticks.show()
        self.choose_button.setText(_("Gekozen namen toevoegen") if names else _("Klaar"))
        self.choose_button.setAccessibleName(self.choose_button.text())
        if names:
            self.ticks.first_focus().setFocus()
        self.opened.emit()

    def _take(self) -> None:
        chosen = self.ticks.value()
        self._column.removeWidget(self.ticks)
        self.ticks.hide()
        self.ticks.deleteLater()
        self._card = None
        self.choose_button.setText(_("Namen kiezen…"))
        self.choose_button.setAccessibleName(self.choose_button.text())
        if chosen:
            self.set_typed("\n".join([line for line in (self._written(), *chosen) if line]))
            self.edited.emit()
        self.edit.setFocus()
