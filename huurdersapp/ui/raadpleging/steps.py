"""The steps of a raadpleging in a row, what the next one still needs, and a small form for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLabel, QWidget

from huurdersapp.actions import raadpleging, records
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records.draft import Fault
from huurdersapp.records.raadpleging_tables import STATUS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms


class Asks(NamedTuple):
    """What a step asks: its button, its fields, and which of these it cannot do without."""

    label: LazyText
    keys: tuple[str, ...]
    needs: tuple[str, ...]


STEPS = {
    "loopt": Asks(
        lazy("Beginnen…"), ("start_op", "sluit_op", "populatie_aantal", "selectie"), ("start_op", "sluit_op")
    ),
    "uitslag": Asks(
        lazy("Uitslag vastleggen…"),
        ("sluit_op", "respons_totaal", "conclusies", "vastgesteld_op", "vastgesteld_door"),
        ("sluit_op",),
    ),
    "teruggekoppeld": Asks(
        lazy("Terugkoppeling vastleggen…"),
        ("terugkoppeling_op", "terugkoppeling_hoe", "terugkoppeling_aan"),
        ("terugkoppeling_op", "terugkoppeling_hoe"),
    ),
}
"""What can be recorded in a few fields, by the status that follows from it."""


class StepsPanel(SmallForms):
    """How far it is; a step that was begun and not saved stands open again."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, response: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "raadpleging", record["nummer"], name, parent)
        self.record = record
        self._column.addWidget(self._row())
        self._words(raadpleging.untold(record), "warning")
        if missing := raadpleging.needed(record):
            self._words(_("Nog nodig: {what}").format(what=", ".join(missing)))
        self._words(response, "heading")
        self._column.addWidget(self._buttons())
        self.go_on()

    def _row(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        keys, status = STATUS.keys(), self.record["status"]
        at = keys.index(status) if status in keys else 0
        for place, key in enumerate(keys):
            words = STATUS.label(key)
            words = f"✓ {words}" if place < at else words
            step = QLabel(_("nu: {step}").format(step=words) if place == at else words)
            step.setProperty("role", "label" if place == at else "good" if place < at else "muted")
            row.addWidget(step)
            if place + 1 < len(keys):
                arrow = QLabel("›")
                arrow.setProperty("role", "muted")
                row.addWidget(arrow)
        return holder

    def _words(self, text: str, role: str = "") -> None:
        if text:
            words = QLabel(text)
            words.setWordWrap(True)
            words.setProperty("role", role)
            self._column.addWidget(words)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        following = raadpleging.NEXT.get(self.record["status"])
        for status, asks in STEPS.items():
            if status == "loopt" and following != "loopt":
                continue
            button = self.opener(status, str(asks.label))
            if status == following:
                button.setProperty("role", "main")
            row.addWidget(button)
        return holder

    def form_of(self, status: str) -> SmallForm:
        asks = STEPS[status]
        return SmallForm(
            self._spec,
            asks.keys,
            STATUS.label(status),
            lambda typed: self._save(status, typed),
            self._values(status),
            asks.needs,
        )

    def _values(self, status: str) -> dict[str, Any]:
        """What is known already; a day that is not is today."""
        keys = STEPS[status].keys
        values = {key: self.record[key] for key in keys}
        today = clock.today().isoformat()
        values |= {key: today for key in keys if key.endswith("_op") and not values[key]}
        if "start_op" in keys and not self.record["sluit_op"]:
            values["sluit_op"] = None  # when it begins, its end is a choice
        if status == "uitslag" and self._is_onward(status) and values["sluit_op"] > today:
            values["sluit_op"] = today  # it closes now, whatever was planned
        if "respons_totaal" in keys and values["respons_totaal"] is None:
            values["respons_totaal"] = raadpleging.replies(self.record)
        if "vastgesteld_door" in keys and not values["vastgesteld_door"]:
            values["vastgesteld_door"] = self.desk.ctx.settings.get(AUTHOR) or None
        return values

    def _is_onward(self, status: str) -> bool:
        """Whether a step goes on from where it is; filling in more of a step that was taken before takes nothing back."""
        keys = STATUS.keys()
        return keys.index(status) > keys.index(self.record["status"])

    def _save(self, status: str, typed: dict[str, Any]) -> None:
        missing = [
            Fault(_("Vul ‘{label}’ in.").format(label=self._spec.fields[key].label), (key,))
            for key in STEPS[status].needs
            if typed[key] is None
        ]
        if missing:
            raise records.Refused(self._spec, missing)
        if self._is_onward(status):
            typed = {**typed, "status": status}
        done = records.save(self.desk.ctx, self._spec, typed, self.record["nummer"])
        self.desk.say_done(_("Vastgelegd: {step}.").format(step=STATUS.label(status)), done.labelled)
