"""How the fields of the quick entry stand: what is known above, the address in a line, then what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from huurdersapp.actions.energie import Measure
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.draft import Fault
from huurdersapp.records.rules import as_postcode
from huurdersapp.records.spec import Field, PartSpec, RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.knelpunten import KnelpuntenEditor, needing
from huurdersapp.ui.energie.known_value import KnownValue
from huurdersapp.ui.energie.measure_ticks import MeasureTicks
from huurdersapp.ui.forms.editors.choice import TickEditor
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.editors.record import RecordEditor
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.field_box import FieldBox
from huurdersapp.ui.forms.field_set import Editors, FieldSet, GroupBox
from huurdersapp.ui.forms.layouts import Group, Layout

KNOWN = ("datum", "coach", "formulier")
ADDRESS = ("postcode", "huisnummer", "toevoeging", "zonder_adres", "gesproken")
UNKNOWN = ("straat", "plaats", "kern")
"""Asked only where the address is not in the list."""
USE = ("gas_jaar", "stroom_jaar", "warmte")
LAYOUT = Layout(
    (
        Group(None, KNOWN),
        Group(None, ADDRESS),
        Group(None, UNKNOWN),
        Group(None, ("maatregelen",)),
        Group(None, USE),
        Group(None, ("opmerking",)),
        Group(None, ("knelpunten",)),
    )
)
_ASKED = {
    "maatregelen": lazy("Wat hebt u gedaan?"),
    "warmte": lazy("Hoe warm krijgt men het huis?"),
}


class ReverseTick(TickEditor):
    """A tick that says that something is not so."""

    def value(self) -> Any:
        return not super().value()

    def set_value(self, value: Any) -> None:
        super().set_value(not value if value is not None else False)


class PostcodeEditor(LineEditor):
    """A postcode, shown as the post writes it once it is left."""

    def finish(self) -> None:
        text = self.line.text()
        if (tidy := as_postcode(text)) != text:
            self.line.setText(tidy)
            self.line.setModified(True)


class WideLine(LineEditor):
    """One line over the whole width."""

    wide = True


def beside_the_chain(editor: TickEditor, key: str) -> TickEditor:
    """A tick that Tab passes by, because it is seldom needed; a key sets it."""
    box = editor.box
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    editor.explain(_("Met het toetsenbord: {key}.").format(key=key))
    shortcut = QShortcut(QKeySequence(key), editor)
    shortcut.activated.connect(box.click)
    return editor


class KnownRow(GroupBox):
    """What is nearly always right: beside each other, as words."""

    def lay(self) -> None:
        narrow = self._columns == 1
        for box in self.boxes.values():
            self._grid.removeWidget(box)
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, *((at, 0) if narrow else (0, at)))
            self._grid.setColumnStretch(at, 0 if narrow and at else (4, 3, 3)[at])
        self._grid.setVerticalSpacing(4)


class AddressRow(GroupBox):
    """Postcode, number and addition beside each other, two ticks, and what is known of that address."""

    def lay(self) -> None:
        if not hasattr(self, "said"):
            self.said = QLabel()
            self.said.setWordWrap(True)
            self.said.setMinimumWidth(1)
            self.said.setTextFormat(Qt.TextFormat.PlainText)
            self._ticks = QWidget()
            column = QVBoxLayout(self._ticks)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for key in ADDRESS[3:]:
                column.addWidget(self.boxes[key])
            column.addStretch(1)
        widgets = [*(self.boxes[key] for key in ADDRESS[:3]), self._ticks]
        for widget in (*widgets, self.said):
            self._grid.removeWidget(widget)
        narrow = self._columns == 1
        for at, widget in enumerate(widgets):
            self._grid.addWidget(widget, *((at + (at == 3), 0) if narrow else (0, at)))
            self._grid.setColumnStretch(at, 0 if narrow and at else (3, 3, 3, 4)[at])
        # Right under the number where that is the last thing that is typed.
        self._grid.addWidget(self.said, *((3, 0) if narrow else (1, 0)), 1, 1 if narrow else 4)


class InOneRow(GroupBox):
    """Short fields beside each other where there is room for two columns; the last one takes what is left."""

    def lay(self) -> None:
        narrow, count = self._columns == 1, len(self.boxes)
        for box in self.boxes.values():
            self._grid.removeWidget(box)
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, *((at, 0) if narrow else (0, at)))
            self._grid.setColumnStretch(at, (0 if at else 1) if narrow else (2 if at == count - 1 else 1))


class QuickFields(FieldSet):
    """The fields of the quick entry."""

    def __init__(self, desk: Desk, spec: RecordSpec, editors: Editors) -> None:
        super().__init__(desk, needing(spec, "postcode", "huisnummer"), LAYOUT.groups, editors)

    def item(self, key: str) -> Field | PartSpec:
        item = super().item(key)
        if key not in _ASKED:
            return item
        if isinstance(item, PartSpec):
            return replace(item, label=_ASKED[key])
        return replace(item, note=replace(item.note, label=_ASKED[key]))

    def group_box(self, group: Group) -> GroupBox:
        made = {KNOWN: KnownRow, ADDRESS: AddressRow, UNKNOWN: InOneRow, USE: InOneRow}
        return made.get(group.fields, GroupBox)(self, group)

    def group_of(self, keys: tuple[str, ...]) -> GroupBox:
        """The group with these fields."""
        return next(group for group in self.groups if group.group.fields == keys)

    def make_box(self, key: str) -> FieldBox:
        box = super().make_box(key)
        if key in ("toevoeging", *UNKNOWN):
            box.setMinimumWidth(1)
        return box


def editors(desk: Desk, measures: Sequence[Measure]) -> Mapping[str, Any]:
    """The editors that the quick entry has of its own."""
    return {
        "datum": lambda desk: KnownValue(
            desk, DayEditor(desk), told_day, name=_("Datum van het bezoek"), key="Alt+D", needed=True
        ),
        "coach": lambda desk: _linked(desk, "energiecoach", _("Energiecoach"), _("Coach: {name}"), "Alt+C"),
        "formulier": lambda desk: _linked(
            desk, "bezoekformulier", _("Van formulier"), _("Formulier: {name}"), "Alt+O"
        ),
        "zonder_adres": lambda desk: beside_the_chain(TickEditor(desk, _("Zonder adres (Alt+Z)")), "Alt+Z"),
        "gesproken": lambda desk: beside_the_chain(
            ReverseTick(desk, _("Niemand gesproken (Alt+N)")), "Alt+N"
        ),
        "maatregelen": lambda desk: MeasureTicks(desk, measures),
        "postcode": PostcodeEditor,
        "opmerking": WideLine,
        "knelpunten": lambda desk: KnelpuntenEditor(desk, short=True),
    }


def told_day(value: Any) -> str:
    """Datum: vandaag, zo 22 november 2026"""
    from datetime import date

    from huurdersapp.base.days import shown

    if not value or isinstance(value, Fault):
        return ""
    day = date.fromisoformat(value)
    if day == clock.today():
        return _("Datum: vandaag, {day}").format(day=shown(day))
    return _("Datum: {day}").format(day=shown(day))


def _linked(desk: Desk, kind: str, name: str, words: str, key: str) -> KnownValue:
    inner = RecordEditor(desk, kind)

    def told(value: Any) -> str:
        return words.format(name=inner.name.text() if value is not None else _("geen"))

    return KnownValue(desk, inner, told, name=name, key=key, needed=kind == "energiecoach")
