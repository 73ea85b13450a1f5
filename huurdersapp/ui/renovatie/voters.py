"""Who answers a changed proposal again: by building, by staircase, or home by home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.lists.record_parts import label


@dataclass(frozen=True, slots=True)
class Building:
    """A building with its doors that have a tenant."""

    name: str
    doors: tuple[Deur, ...]


def staircases(doors: Sequence[Deur]) -> dict[str | None, list[Deur]]:
    """The doors by staircase, in the order in which they come."""
    found: dict[str | None, list[Deur]] = {}
    for door in doors:
        found.setdefault(door.trappenhuis, []).append(door)
    return found


class Voters(QWidget):
    """Ticks for buildings; under each its staircases, and on request every home. `changed` when other homes are chosen."""

    changed = Signal()

    def __init__(self, buildings: Sequence[Building], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buildings = tuple(buildings)
        self.homes: dict[int, QCheckBox] = {}
        self.groups: dict[tuple[str, str | None, bool], tuple[QCheckBox, tuple[int, ...]]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(_("Wie antwoordt opnieuw?"), "label"))
        self.counted = label("", "muted")
        self._chosen: set[int] = set()
        for building in self._buildings:
            column.addWidget(self._of_building(building))
        column.addWidget(self.counted)
        self._tell()

    def _of_building(self, building: Building) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        numbers = tuple(door.nummer for door in building.doors)
        column.addWidget(self._group((building.name, None, True), building.name, numbers))
        parts = staircases(building.doors)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(24, 0, 0, 0)
        inside.setSpacing(0)
        if len(parts) > 1:
            for name, doors in parts.items():
                words = name or _("Zonder trappenhuis")
                box = self._group((building.name, name, False), words, tuple(each.nummer for each in doors))
                box.setAccessibleName(_("{unit}, {part}").format(unit=building.name, part=box.text()))
                inside.addWidget(box)
        inside.addWidget(self._every_home(building))
        column.addWidget(inner)
        return holder

    def _group(self, key: tuple[str, str | None, bool], words: str, numbers: tuple[int, ...]) -> QCheckBox:
        box = QCheckBox(
            _("{name} ({count})").format(name=words, count=written(len(numbers))).replace("&", "&&")
        )
        box.clicked.connect(lambda on, numbers=numbers: self._choose(numbers, on))
        self.groups[key] = box, numbers
        return box

    def _every_home(self, building: Building) -> QWidget:
        """Home by home, made when somebody asks: a flat may have hundreds."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        more = QPushButton(_("Woningen een voor een kiezen"))
        more.setProperty("role", "link")
        more.setAccessibleName(_("Woningen een voor een kiezen in {unit}").format(unit=building.name))
        more.clicked.connect(lambda _on=False: self._unfold(building, column, more))
        column.addWidget(more)
        return holder

    def _unfold(self, building: Building, column: QVBoxLayout, more: QPushButton) -> None:
        first: QCheckBox | None = None
        for door in building.doors:
            box = QCheckBox(door.naam.replace("&", "&&"))
            box.setChecked(door.nummer in self._chosen)
            box.clicked.connect(lambda on, number=door.nummer: self._choose((number,), on))
            column.addWidget(box)
            box.show()
            self.homes[door.nummer] = box
            first = first or box
        if first is not None:
            first.setFocus()
        more.hide()

    def _choose(self, numbers: tuple[int, ...], on: bool) -> None:
        self._chosen = self._chosen | set(numbers) if on else self._chosen - set(numbers)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        for box, numbers in self.groups.values():
            box.setChecked(bool(numbers) and set(numbers) <= self._chosen)
        for number, box in self.homes.items():
            box.setChecked(number in self._chosen)
        count = len(self._chosen)
        text = ngettext("{count} woning gekozen.", "{count} woningen gekozen.", count)
        self.counted.setText(text.format(count=written(count)))

    def chosen(self) -> tuple[int, ...]:
        """The homes that are ticked, in the order of the buildings."""
        return tuple(self._in_order())

    def _in_order(self) -> Iterator[int]:
        for building in self._buildings:
            yield from (door.nummer for door in building.doors if door.nummer in self._chosen)
