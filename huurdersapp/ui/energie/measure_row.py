"""One row of the table of measures as buttons: what its keys do, for who points or listens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import Choices
from huurdersapp.records.draft import Fault
from huurdersapp.records.energiebezoek_tables import HOE_VER, STAND
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import ButtonsEditor
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.forms.editors.text import LineEditor


class MeasureRow(QFrame):
    """`changed` when something was chosen or typed."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        how_far: Mapping[str, str],
        stand: Mapping[str, str],
        landlord: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit = ""
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        self.title = QLabel()
        self.title.setProperty("role", "label")
        self.title.setWordWrap(True)
        self.how_far = ButtonsEditor(desk, _with_keys(HOE_VER, how_far), open_=True)
        self.stand = ButtonsEditor(desk, _with_keys(STAND, stand), open_=True)
        self.count = NumberEditor(desk)
        self.note = LineEditor(desk)
        self.landlord = QCheckBox(
            _("Voor de verhuurder, de bewoner vindt melden goed ({key})").format(key=landlord)
        )
        self.landlord.clicked.connect(lambda _on: self.changed.emit())
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        column.addWidget(self.title)
        column.addWidget(self.how_far)
        column.addWidget(self.stand)
        grid = QGridLayout()
        self.count_title, self.note_title = QLabel(), QLabel(_("Toelichting – niet verplicht"))
        self.count_title.setBuddy(self.count.line)
        self.note_title.setBuddy(self.note.line)
        grid.addWidget(self.count_title, 0, 0)
        grid.addWidget(self.count, 1, 0)
        grid.addWidget(self.note_title, 0, 1)
        grid.addWidget(self.note, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        column.addLayout(grid)
        column.addWidget(self.landlord)
        column.addWidget(self.fault)
        for editor in (self.how_far, self.stand, self.count, self.note):
            editor.edited.connect(self.changed)

    def show_line(self, name: str, unit: str, line: Mapping[str, Any] | None) -> None:
        """Show the line of a measure; None: there is none yet."""
        self._unit = unit
        self.title.setText(name)
        self.count_title.setText(
            _("Aantal ({unit}) – niet verplicht").format(unit=unit) if unit else _("Aantal – niet verplicht")
        )
        self.how_far.name_it(_("{name}, hoe ver").format(name=name))
        self.stand.name_it(_("{name}, stand").format(name=name))
        self.count.name_it(_("{name}, aantal").format(name=name))
        self.note.name_it(_("{name}, toelichting").format(name=name))
        self.count.set_value((line or {}).get("aantal"))
        self.note.set_value((line or {}).get("toelichting"))
        self.mark(line)

    def mark(self, line: Mapping[str, Any] | None) -> None:
        """Show what follows from what was typed, and leave the typed words alone."""
        line = line or {}
        self.how_far.set_value(line.get("hoe_ver"))
        self.stand.set_value(line.get("stand"))
        self.landlord.setChecked(line.get("wie") == "verhuurder")

    def typed(self) -> dict[str, Any]:
        """What stands there, by the keys of a line; `verhuurder` for the tick."""
        count = self.count.value()
        return {
            "hoe_ver": self.how_far.value(),
            "stand": self.stand.value(),
            "aantal": None if isinstance(count, Fault) else count,
            "toelichting": self.note.value(),
            "verhuurder": self.landlord.isChecked(),
        }

    def faults(self) -> list[Fault]:
        """A number that cannot be read."""
        count = self.count.value()
        return [count] if isinstance(count, Fault) else []

    def tell(self, faults: list[str]) -> None:
        """Say what is wrong with the lines."""
        self.fault.setText("\n".join(faults))
        self.fault.setVisible(bool(faults))

    def inputs(self) -> list[QWidget]:
        """What is typed in."""
        line: QLineEdit = self.count.line
        return [line]


def _with_keys(choices: Choices, keys: Mapping[str, str]) -> list[tuple[Any, str]]:
    named = {value: key for key, value in keys.items()}
    return [
        (item.key, _("{choice} ({key})").format(choice=item.label, key=named[item.key]))
        for item in choices.items
    ]
