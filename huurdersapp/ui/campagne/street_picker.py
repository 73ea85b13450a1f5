"""Which streets of a campagne a paper is about; none ticked means all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.lists.record_parts import label


class StreetPicker(QWidget):
    """A tick for each street, with how many homes there are."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._streets: list[tuple[str, int]] = []
        self.boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(label(_("Welke straten? Kiest u niets, dan alle."), "label"))

    def use(self, streets: Sequence[tuple[str, int]]) -> None:
        """Offer these streets; ticks of streets that stay, stay."""
        if list(streets) == self._streets:
            return
        ticked = set(self.chosen())
        self._streets = list(streets)
        for old in self.boxes.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = {}
        for name, count in streets:
            words = _("{street} ({count})").format(street=name or _("Zonder straat"), count=written(count))
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.setChecked(name in ticked)
            box.clicked.connect(lambda _on=False: self.chosen_changed.emit())
            self._column.addWidget(box)
            box.show()
            self.boxes[name] = box

    def chosen(self) -> tuple[str, ...]:
        """The streets that are ticked, in their order."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())
