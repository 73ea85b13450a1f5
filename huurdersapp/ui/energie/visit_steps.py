"""What is put down after a visit: an appointment or attempt, the aftercare, a reading, a consent that is withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from huurdersapp.actions import finding, records
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.energiebezoek_tables import DOELEN, GEZEGD
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import ButtonsEditor
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms

VISIT = "energiebezoek"
STILL_THERE = ("geplaatst_coach", "geplaatst_bewoner", "uitgereikt")
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """A small form: its button, its fields (of the visit, or of a line of `part`), and what they begin with.

    `payload` makes what is saved from the visit as it is and what was typed.
    """

    label: LazyText
    keys: tuple[str, ...]
    done: LazyText
    payload: Callable[[Plain, Plain], Plain]
    part: str | None = None
    today: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


def _appended(part: str, **more: Any) -> Callable[[Plain, Plain], Plain]:
    def payload(record: Plain, typed: Plain) -> Plain:
        line = {key: value for key, value in typed.items() if value is not None}
        return {part: [*record[part], {**line, **more}]}

    return payload


def _withdrawn(record: Plain, typed: Plain) -> Plain:
    lines = [
        {**line, "ingetrokken_op": typed["ingetrokken_op"]}
        if line["doel"] == typed["doel"] and not line["ingetrokken_op"]
        else line
        for line in record["toestemmingen"]
    ]
    return {"toestemmingen": lines}


STEPS: Mapping[str, Step] = {
    "contact": Step(
        lazy("Afspraak of poging vastleggen…"),
        ("datum", "tijd", "soort", "uitkomst", "toelichting"),
        lazy("Afspraak of poging vastgelegd."),
        _appended("contactmomenten"),
        part="contactmomenten",
        today=("datum",),
    ),
    "nazorg": Step(
        lazy("Nazorg vastleggen…"),
        ("nazorg_op", "tevreden", "aanbevelen", "maatregelen", "nazorg_opmerking"),
        lazy("Nazorg vastgelegd."),
        lambda _record, typed: typed,
        today=("nazorg_op",),
        needed=("nazorg_op",),
    ),
    "meterstand": Step(
        lazy("Meterstand na een jaar…"),
        ("meter", "datum", "stand"),
        lazy("Meterstand vastgelegd."),
        _appended("meterstanden", moment="na_een_jaar"),
        part="meterstanden",
        today=("datum",),
        needed=("datum",),
    ),
    "intrekken": Step(
        lazy("Toestemming intrekken…"),
        ("doel", "ingetrokken_op"),
        lazy("Toestemming ingetrokken."),
        _withdrawn,
        part="toestemmingen",
        today=("ingetrokken_op",),
        needed=("ingetrokken_op",),
    ),
}


class StillThere(Editor):
    """For each measure that was placed or handed out: is it still there? Other lines stay as they are."""

    wide = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: list[Plain] = []
        self._rows: dict[int, ButtonsEditor] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.nothing = QLabel(_("Er is niets geplaatst of uitgereikt."))
        self.nothing.setProperty("role", "muted")
        self._column.addWidget(self.nothing)

    def set_value(self, value: Any) -> None:
        self._lines = [dict(line) for line in value or []]
        asked = [line["maatregel"] for line in self._lines if line.get("hoe_ver") in STILL_THERE]
        names = finding.called(self.desk.ctx, "maatregel", asked)
        self.nothing.setVisible(not asked)
        for number in asked:
            if number not in self._rows:
                self._add(number, names.get(number, str(number)))
        for line in self._lines:
            if line["maatregel"] in self._rows:
                self._rows[line["maatregel"]].set_value(line.get("na_nazorg"))

    def _add(self, number: int, name: str) -> None:
        title = QLabel(_("{measure}: zit het er nog?").format(measure=name))
        title.setWordWrap(True)
        row = ButtonsEditor(self.desk, [(item.key, str(item.label)) for item in GEZEGD.items], open_=True)
        row.name_it(title.text())
        row.edited.connect(self.edited)
        self._rows[number] = row
        self._column.addWidget(title)
        self._column.addWidget(row)

    def value(self) -> Any:
        answers = {number: row.value() for number, row in self._rows.items()}
        return [
            {**line, "na_nazorg": answers[line["maatregel"]]} if line["maatregel"] in answers else line
            for line in self._lines
        ]

    def typed(self) -> Any:
        return {str(number): row.value() for number, row in self._rows.items()}

    def set_typed(self, typed: Any) -> None:
        for number, row in self._rows.items():
            row.set_value(typed.get(str(number)))

    def inputs(self) -> list[QWidget]:
        return [button for row in self._rows.values() for button in row.inputs()]

    def name_it(self, name: str) -> None:
        """Each row has the name of its measure."""

    def set_faults(self, faults: list[Any]) -> None:
        """There is nothing that can be wrong here."""

    def first_focus(self) -> QWidget:
        return next((row.first_focus() for row in self._rows.values()), self.nothing)


class VisitSteps(SmallForms):
    """A button for each of `STEPS` that can be taken; one that was begun and not saved stands open again."""

    def __init__(self, desk: Desk, record: Plain, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, VISIT, record["nummer"], name, parent)
        self._record = record
        title = QLabel(_("Na het bezoek"))
        title.setProperty("role", "label")
        self._column.addWidget(title)
        holder = QWidget()
        row = FlowLayout(holder)
        for key, step in STEPS.items():
            if self._fits(key):
                row.addWidget(self.opener(key, str(step.label)))
        self._column.addWidget(holder)
        self.go_on()

    def _fits(self, key: str) -> bool:
        if key == "intrekken":
            return bool(self._standing())
        if key == "contact":
            return True
        return self._record["status"] in ("gedaan", "nazorg_gedaan")

    def _standing(self) -> list[str]:
        """For what consent stands."""
        lines = [line for line in self._record["toestemmingen"] if not line["ingetrokken_op"]]
        return list(dict.fromkeys(line["doel"] for line in lines))

    def form_of(self, key: str) -> SmallForm:
        step = STEPS[key]
        values: Plain = {} if step.part else {each: self._record[each] for each in step.keys}
        values |= {each: clock.today().isoformat() for each in step.today if not values.get(each)}
        if key == "intrekken":
            values["doel"] = self._standing()[0]
        return SmallForm(
            self._spec.part[step.part].spec if step.part else self._spec,
            step.keys,
            str(step.label).rstrip("…"),
            lambda typed: self._save(step, typed),
            values,
            step.needed,
            self._editors(),
        )

    def _editors(self) -> Editors:
        standing = [(key, DOELEN.label(key)) for key in self._standing()]
        return {
            "toelichting": LineEditor,
            "nazorg_opmerking": LineEditor,
            "maatregelen": StillThere,
            "tevreden": lambda desk: ButtonsEditor(
                desk, [(count, str(count)) for count in range(1, 6)], open_=True
            ),
            "doel": lambda desk: ButtonsEditor(desk, standing, open_=False),
        }

    def _save(self, step: Step, typed: Plain) -> None:
        ctx = self.desk.ctx
        now = records.show(ctx, self._spec, self.number)
        done = records.save(ctx, self._spec, step.payload(now, typed), self.number)
        self.desk.say_done(str(step.done), done.labelled)
