"""A visit with all questions: five short steps in the order of the printed sheet, in one form with one concept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import adressen, energie
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.consents import ConsentsEditor
from huurdersapp.ui.energie.knelpunten import KnelpuntenEditor
from huurdersapp.ui.energie.measure_table import MeasureTable
from huurdersapp.ui.energie.step_fields import STEPS, StepFields
from huurdersapp.ui.energie.visit_form import ALL, SHAPE, VISIT, VisitForm
from huurdersapp.ui.forms.field_box import FieldBox
from huurdersapp.ui.forms.field_set import Editors, FieldSet
from huurdersapp.ui.forms.flow import FlowLayout

AT = "bladzijde"
"""What a concept says of the step at which somebody was."""
WHERE = {"postcode", "huisnummer", "toevoeging"}


class StepForm(VisitForm):
    """All questions, one step at a time. Alt+1 to Alt+5 go to a step, Ctrl+PageUp and Ctrl+PageDown to the one beside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        measures = energie.measures(desk.ctx)
        editors: Editors = {
            "maatregelen": lambda desk: MeasureTable(desk, measures),
            "knelpunten": KnelpuntenEditor,
            "toestemmingen": ConsentsEditor,
        }
        super().__init__(desk, VISIT, parent, editors)

    @property
    def steps(self) -> StepFields:
        """The fields."""
        assert isinstance(self.fields, StepFields)
        return self.fields

    # -- building ------------------------------------------------------------------------------------------------

    def make_fields(self, editors: Editors | None) -> FieldSet:
        return StepFields(self.desk, self.spec, self._layout.groups, editors or {})

    def _build(self, editors: Editors | None) -> None:
        super()._build(editors)
        inside = self.area.widget()
        column = inside.layout() if inside is not None else None
        assert isinstance(column, QVBoxLayout)
        self.step_bar = QWidget()
        bar = FlowLayout(self.step_bar, 6)
        self.step_buttons: list[QPushButton] = []
        for number, _step in enumerate(STEPS):
            button = QPushButton()
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setToolTip(_("Alt+{digit}").format(digit=number + 1))
            button.clicked.connect(lambda _on=False, n=number: self.desk.safely(lambda: self.go_to(n)))
            self._key(f"Alt+{number + 1}", number)
            bar.addWidget(button)
            self.step_buttons.append(button)
        column.insertWidget(0, self.step_bar)
        below = QWidget()
        row = FlowLayout(below)
        self.back_button = QPushButton(_("Vorige stap (Ctrl+PageUp)"))
        self.on_button = QPushButton(_("Volgende stap (Ctrl+PageDown)"))
        for button, by in ((self.back_button, -1), (self.on_button, 1)):
            button.clicked.connect(lambda _on=False, by=by: self.desk.safely(lambda: self.turn(by)))
            row.addWidget(button)
        column.insertWidget(column.count() - 1, below)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.desk.safely(lambda: self.turn(by)))
        self.fields.edited.connect(lambda _key: self._name_steps())
        self._show_step(0)

    def _key(self, keys: str, step: int) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self.desk.safely(lambda: self.go_to(step)))

    def _name_steps(self) -> None:
        for number, (button, (title, _field)) in enumerate(zip(self.step_buttons, STEPS, strict=True)):
            count = self.steps.filled_in(number)
            button.setText(
                _("{number} {step} ✓ {count}").format(number=number + 1, step=title, count=count)
                if count
                else _("{number} {step}").format(number=number + 1, step=title)
            )
            told = ngettext("{count} ingevuld", "{count} ingevuld", count).format(count=count)
            words = _("Stap {number}, {step}, {told}") if count else _("Stap {number}, {step}, nog leeg")
            button.setAccessibleName(words.format(number=number + 1, step=title, told=told))
            button.setChecked(number == self.steps.step)

    # -- going ---------------------------------------------------------------------------------------------------

    def go_to(self, step: int) -> None:
        """Show a step, counted from 0, with the focus in its first field."""
        self._show_step(step)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, by: int) -> None:
        """To the next step or the one before; from the last one nowhere."""
        self.go_to(min(len(STEPS) - 1, max(0, self.steps.step + by)))

    def _show_step(self, step: int) -> None:
        self.steps.show_step(step)
        self._name_steps()
        self.back_button.setVisible(step > 0)
        self.on_button.setVisible(step < len(STEPS) - 1)
        self.area.verticalScrollBar().setValue(0)

    def first_field(self) -> QWidget:
        return self.steps.first_box()

    def go_to_fault(self, fault: Fault) -> None:
        if fault.place:
            self._show_step(self.steps.step_of(str(fault.place[0])))
        super().go_to_fault(fault)

    # -- what is typed -------------------------------------------------------------------------------------------

    def _start(self, *about: Any) -> None:
        self._filled: dict[str, Any] = {}
        super()._start(*about)
        self._show_step(0)

    def _content(self) -> tuple[str, dict[str, Any]]:
        title, content = super()._content()
        return title, {**content, SHAPE: ALL, AT: self.steps.step}

    def _go_on(self, concept: Any) -> None:
        super()._go_on(concept)
        step = concept.gegevens.get(AT)
        self._show_step(step if isinstance(step, int) and 0 <= step < len(STEPS) else 0)

    # -- the address ---------------------------------------------------------------------------------------------

    def _leave(self, box: FieldBox) -> None:
        super()._leave(box)
        if box.item.key in WHERE and WHERE & self._edited:
            self._fill_home()

    def _fill_home(self) -> None:
        """What is known of the home in the fields that are still empty, instead of what another address filled."""
        values = {key: self.fields.value(key) for key in WHERE}
        postcode, number, addition = values["postcode"], values["huisnummer"], values["toevoeging"]
        home = None
        if isinstance(postcode, str) and isinstance(number, int) and not isinstance(addition, Fault):
            home = adressen.home(self.desk.ctx, postcode, number, addition)
        known = dict(home.values) if home is not None else {}
        for key in {*known, *self._filled}:
            now = self.fields.value(key)
            if now is not None and now != self._filled.get(key):
                continue  # somebody typed it
            if now != known.get(key):
                self.offer_typed(key, known.get(key))
        self._filled = known
        self._name_steps()

    def offer_typed(self, key: str, value: Any) -> None:
        """Fill a field as if it was typed, so that it is kept and saved."""
        if (box := self.fields.boxes.get(key)) is not None:
            box.editor.set_value(value)
            self._edited.add(key)

    @property
    def table(self) -> MeasureTable | None:
        """The table of measures, once its step was shown."""
        box = self.fields.boxes.get("maatregelen")
        return box.editor if box is not None and isinstance(box.editor, MeasureTable) else None

    def landlord(self, payload: Mapping[str, Any]) -> list[dict[str, Any]]:
        if self.table is None or not (numbers := self.table.told_landlord()):
            return []
        lines = {"maatregelen": payload.get("maatregelen") or self.table.value()}
        found = energie.landlord_measures(self.desk.ctx, lines)
        return [{**each, "toestemming": True} for each in found if each["maatregel"] in numbers]
