"""The next step of a knelpunt: buttons for what may follow now, each with a small form for what that step needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from huurdersapp.actions import knelpunt_bundelen, knelpunten, records
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records.knelpunt_status import NEEDS, NEXT, STATUS
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.knelpunt.agenda import AgendaEditor

WORDS = {
    "beoordeeld": lazy("Beoordelen…"),
    "ingebracht": lazy("Inbrengen…"),
    "toegezegd": lazy("Toezeggen…"),
    "opgelost": lazy("Oplossen…"),
    "doorverwezen": lazy("Doorverwijzen…"),
    "gebundeld": lazy("Bundelen…"),
    "afgewezen": lazy("Afwijzen…"),
    "niet_opgelost": lazy("Niet opgelost…"),
    "vervallen": lazy("Laten vervallen…"),
    "heropend": lazy("Heropenen…"),
}
USUAL = ("beoordeeld", "ingebracht", "toegezegd", "opgelost", "heropend")
"""The other ends are seldom: they stand behind one button."""
REACTION, TOLD = "reactie", "terugkoppeling"
FACTS = {REACTION: lazy("Reactie vastleggen…"), TOLD: lazy("Terugkoppeling vastleggen…")}
"""What is recorded beside the steps."""


EDITORS: Editors = {
    "toelichting": LineEditor, "reden": LineEditor, "agendapunt": AgendaEditor, "aanvulling": LineEditor,
}  # fmt: skip


class StepPanel(SmallForms):
    """The steps that may follow; one that was begun and not saved stands open again."""

    def __init__(
        self, desk: Desk, number: int, name: str, status: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "knelpunt", number, name, parent)
        self._status = status
        self._record = records.show(desk.ctx, self._spec, number)
        title = QLabel(_("Volgende stap"))
        title.setProperty("role", "label")
        self._column.addWidget(title)
        usual = [step for step in NEXT.get(status, ()) if step in USUAL]
        other = [step for step in NEXT.get(status, ()) if step not in USUAL]
        row, self._others = self._row(usual), self._row(other)
        self._column.addWidget(row)
        self._others.hide()
        layout = row.layout()
        assert layout is not None
        if other:
            self.more = QPushButton(_("Andere uitkomst…"))
            self.more.clicked.connect(self._show_others)
            layout.addWidget(self.more)
        self._column.addWidget(self._others)
        self._add_facts()
        self.go_on()

    def _row(self, steps: Sequence[str]) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        for step in steps:
            row.addWidget(self.opener(step, str(WORDS[step])))
        return holder

    def _add_facts(self) -> None:
        """What was answered, and that tenants heard of it: once there is something to answer, and somebody looked."""
        record = self._record
        keys = []
        if record["inbreng"] or record["reactie_gevraagd_op"] or record["reactie_verwacht_op"]:
            keys.append(REACTION)
        if self._status != "gemeld":
            keys.append(TOLD)
        if keys:
            holder = QWidget()
            row = FlowLayout(holder)
            for key in keys:
                row.addWidget(self.opener(key, str(FACTS[key])))
            self._column.addWidget(holder)

    def _show_others(self) -> None:
        self._others.setVisible(self._others.isHidden())
        if self._others.isVisible():
            next(button for button in self.openers.values() if self._others.isAncestorOf(button)).setFocus()

    # -- the small forms -------------------------------------------------------------------------------------------

    def opened(self, step: str, form: QuickForm) -> None:
        if (button := self.openers.get(step)) is not None and self._others.isAncestorOf(button):
            self._others.show()
        if "agendapunt" in form.fields.boxes:
            form.fields.edited.connect(lambda key: self.desk.safely(lambda: self._offer_items(form, key)))
            self._offer_items(form)

    def form_of(self, step: str) -> SmallForm:
        """The small form of a step, which need not have a button of its own here."""
        return replace(self._form_of(step), editors=EDITORS)

    def _form_of(self, step: str) -> SmallForm:
        if step == REACTION:
            return self._reaction()
        today = clock.today().isoformat()
        keys: tuple[str, ...]
        if step == TOLD:
            keys = ("teruggekoppeld_op", "teruggekoppeld_hoe")
            values = {**self._record, keys[0]: self._record[keys[0]] or today}
            title = _("Wat hebben de huurders gehoord?")
            return SmallForm(self._spec, keys, title, self._save_told, values, keys[:1])
        spec, needs = self._spec.part["stappen"].spec, NEEDS.get(step, ())
        keys = ("datum", *needs, "toelichting")
        if step == "ingebracht":
            item = self._spec.part["inbreng"].spec.fields["agendapunt"]
            spec = _with(spec, {"agendapunt": item})
            keys = ("datum", "overleg", "agendapunt", "toelichting")
        title = _("Stap: {step}").format(step=STATUS.label(step))
        return SmallForm(spec, keys, title, lambda values: self._save(step, values), {"datum": today}, needs)

    def _reaction(self) -> SmallForm:
        """About the last time that it was brought in and not answered; without one, the day alone."""
        title, today = _("Welke reactie kwam er?"), clock.today().isoformat()
        brought = self._record["inbreng"]
        line = next((each for each in reversed(brought) if not each["reactie"]), None)
        line = line or (brought[-1] if brought else None)
        if line is None:
            keys = ("reactie_ontvangen_op", "aanvulling")
            values = {**self._record, keys[0]: self._record[keys[0]] or today}
            return SmallForm(self._spec, keys, title, self._save_answered, values, keys[:1])
        values = {**line, "reactie_op": line["reactie_op"] or today}
        return SmallForm(
            self._spec.part["inbreng"].spec,
            ("reactie", "reactie_op", "reactie_van"),
            title,
            lambda typed: self._save_reaction(line["id"], typed),
            values,
            ("reactie_op",),
        )

    def _offer_items(self, form: QuickForm, key: str = "overleg") -> None:
        """The items of the meeting that was chosen."""
        if key != "overleg":
            return
        number, editor = form.fields.value("overleg"), form.fields.boxes["agendapunt"].editor
        assert isinstance(editor, AgendaEditor)
        items: list[str] = []
        if isinstance(number, int):
            meeting = records.show(self.desk.ctx, self.desk.ctx.spec("overleg"), number)
            items = [item["onderwerp"] for item in meeting["agendapunten"]]
        editor.offer(items)

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save(self, step: str, values: dict[str, Any]) -> None:
        ctx, was_bundled = self.desk.ctx, self._status == "gebundeld"
        day = date.fromisoformat(values["datum"]) if values.get("datum") else None
        if step == "gebundeld" and values.get("gebundeld_in") not in (None, self.number):
            done = knelpunt_bundelen.bundle(
                ctx, [self.number], into=values["gebundeld_in"], on=day, note=values.get("toelichting")
            )
            told: Sequence[str] = done.told
        elif step == "heropend" and was_bundled:
            told = knelpunt_bundelen.reopen(ctx, self.number, on=day, note=values.get("toelichting"))
        else:
            told = self._save_step(step, values)
        self.desk.say_done(_("Stap vastgelegd: {step}.").format(step=STATUS.label(step)), told)

    def _save_step(self, step: str, values: dict[str, Any]) -> Sequence[str]:
        ctx = self.desk.ctx
        item = values.pop("agendapunt", None)
        now = records.show(ctx, self._spec, self.number)
        line = {key: value for key, value in values.items() if value is not None} | {"status": step}
        if author := ctx.settings.get(AUTHOR):
            line["door"] = author
        payload: dict[str, Any] = {"stappen": [*now["stappen"], line]}
        if item is not None:
            payload["inbreng"] = _brought_in(now["inbreng"], values, item)
        return records.save(ctx, self._spec, payload, self.number).labelled

    def _save_reaction(self, line: str, values: dict[str, Any]) -> None:
        told = knelpunten.react(self.desk.ctx, self.number, line, values)
        self.desk.say_done(_("De reactie is vastgelegd."), told)

    def _save_answered(self, values: dict[str, Any]) -> None:
        done = records.save(self.desk.ctx, self._spec, values, self.number)
        self.desk.say_done(_("De reactie is vastgelegd."), done.labelled)

    def _save_told(self, values: dict[str, Any]) -> None:
        done = records.save(self.desk.ctx, self._spec, values, self.number)
        self.desk.say_done(_("De terugkoppeling is vastgelegd."), done.labelled)


def _with(spec: RecordSpec, more: Mapping[str, Any]) -> RecordSpec:
    """The spec with fields of another part, which are asked in the same form."""
    made = replace(spec)
    made.__dict__["fields"] = {**spec.fields, **more}
    return made


def _brought_in(
    lines: Sequence[dict[str, Any]], values: Mapping[str, Any], item: str
) -> list[dict[str, Any]]:
    """The lines of inbreng with this item of the agenda: on the line of that meeting, or on a new one."""
    meeting = values.get("overleg")
    open_ = [line for line in lines if line["overleg"] == meeting and line["agendapunt"] in (None, item)]
    if open_:
        return [{**line, "agendapunt": item} if line is open_[-1] else line for line in lines]
    if meeting is None:
        raise UserError(
            _("Er is nog geen overleg gekozen."), _("Kies het overleg. Dan hoort het agendapunt erbij.")
        )
    return [*lines, {"overleg": meeting, "datum": values.get("datum"), "agendapunt": item}]
