"""Which doors stand out: all, those without an answer, those that answer again, those to come back to, a staircase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.draagvlak.doors import Choice, folded
from huurdersapp.ui.forms.flow import FlowLayout


class Chips(QWidget):
    """`chosen` with the Choice that was pressed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        self.buttons: dict[Choice, QPushButton] = {}
        self.now = Choice()
        for what, words in (
            ("alles", _("Alles")),
            ("open", _("Nog geen antwoord")),
            ("opnieuw", _("Moet opnieuw")),
            ("terugkomen", _("Terugkomen")),
        ):
            self._add(Choice(what), words)
        self.choose(self.now)

    def _add(self, choice: Choice, words: str) -> None:
        button = QPushButton(words)
        button.setCheckable(True)
        button.setProperty("role", "chip")
        button.clicked.connect(self._presser(choice))
        self._row.addWidget(button)
        self.buttons[choice] = button

    def _presser(self, choice: Choice) -> Callable[[], None]:
        return lambda: self.choose(choice)

    def choose(self, choice: Choice) -> None:
        """Take this one."""
        self.now = choice
        for each, button in self.buttons.items():
            button.setChecked(each == choice)
        self.chosen.emit(choice)

    def show_doors(self, doors: Sequence[Deur]) -> None:
        """Have a button for each staircase; none where there is one."""
        names: dict[str, str] = {}
        for door in doors:
            if door.trappenhuis:
                names.setdefault(folded(door.trappenhuis), door.trappenhuis)
        wanted = {Choice("trappenhuis", name): name for name in names.values()} if len(names) > 1 else {}
        there = [each for each in self.buttons if each.what == "trappenhuis"]
        if there == list(wanted):
            return
        for choice in there:
            button = self.buttons.pop(choice)
            button.hide()
            self._row.removeWidget(button)
            button.deleteLater()
        for choice, name in wanted.items():
            self._add(choice, name)
        if self.now not in self.buttons:
            self.choose(Choice())
        self.buttons[self.now].setChecked(True)
