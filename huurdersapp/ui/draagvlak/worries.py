"""What tenants worry about, counted for the whole building: a press for each time that it is said, and never by home."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from huurdersapp.actions import renovatie_antwoord
from huurdersapp.actions.renovatie_stand import EenheidStand
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.renovatie_tables import ZORGEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.draagvlak.details import Part
from huurdersapp.ui.lists.record_parts import label


class Worries(Part):
    """A line for each subject with how often it was said, [+1] and [−1]."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Zorgen van bewoners"), parent)
        self._desk = desk
        self._number: int | None = None
        self.column.addWidget(label(_("Tel wat u hoort. Er staat geen adres bij."), "muted"))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.counts = {}
        self.buttons: list[QPushButton] = []
        self.more: dict[str, QPushButton] = {}
        self.fewer: dict[str, QPushButton] = {}
        for row, key in enumerate(ZORGEN.keys()):
            subject = str(ZORGEN.label(key))
            self.counts[key] = label("0", "label")
            self.counts[key].setWordWrap(False)
            self.more[key] = self._button(_("+1"), _("{subject}: één erbij").format(subject=subject))
            self.fewer[key] = self._button(_("−1"), _("{subject}: één eraf").format(subject=subject))
            self.more[key].clicked.connect(self._counter(key, 1))
            self.fewer[key].clicked.connect(self._counter(key, -1))
            grid.addWidget(label(subject), row, 0)
            grid.addWidget(self.counts[key], row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self.more[key], row, 2)
            grid.addWidget(self.fewer[key], row, 3)
        self.column.addWidget(holder)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "tab")
        button.setAccessibleName(name)
        self.buttons.append(button)
        return button

    def show_stand(self, stand: EenheidStand) -> None:
        """Show how often each was said; in a closed project nothing is counted any more."""
        self._number = stand.nummer
        counts = {key: count for key, _label, count, _asked in stand.zorgen}
        for key, shown in self.counts.items():
            shown.setText(written(counts.get(key, 0)))
        for button in self.buttons:
            button.setVisible(stand.afgesloten_op is None)

    def _counter(self, key: str, by: int) -> Callable[[], object]:
        return lambda: self._desk.safely(lambda: self.count(key, by))

    def count(self, key: str, by: int) -> None:
        """Count one more, or one less."""
        assert self._number is not None
        done = renovatie_antwoord.worry(self._desk.ctx, self._number, key, by)
        if not done.changed:
            self._desk.say(_("Er is niets om af te halen."), tone="let_op")
            return
        words = _("{subject}: één erbij.") if by > 0 else _("{subject}: één eraf.")
        self._desk.say(words.format(subject=ZORGEN.label(key)), undo=True)
