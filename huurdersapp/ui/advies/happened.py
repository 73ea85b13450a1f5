"""What happened in a case, oldest first, and a small form to add to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from huurdersapp.actions import advies_stappen
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_tables import GEBEURTENISSEN, RICHTINGEN
from huurdersapp.ui.advies.forms import happened_form
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label

STEP = "gebeurtenis"


class HappenedPanel(SmallForms):
    """The events with [Gebeurtenis toevoegen…]."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, advies_stappen.KIND, record["nummer"], name, parent)
        self.record = record
        self._column.addWidget(label(_("Wat er gebeurde"), "heading"))
        lines = sorted(record["gebeurtenissen"], key=lambda line: str(line["datum"]))
        if lines:
            holder = QWidget()
            grid = QGridLayout(holder)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setColumnStretch(1, 1)
            for at, line in enumerate(lines):
                grid.addWidget(label(day_named(date.fromisoformat(line["datum"])), "muted"), at, 0)
                grid.addWidget(label(_told(line)), at, 1)
            self._column.addWidget(holder)
        self._column.addWidget(self.opener(STEP, _("Gebeurtenis toevoegen…")))
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        return happened_form(self.desk, self.record)

    def opened(self, step: str, form: QuickForm) -> None:
        form.done.connect(lambda: QTimer.singleShot(0, self, lambda: self._leave(step)))


def _told(line: Mapping[str, Any]) -> str:
    kind = GEBEURTENISSEN.label(line["soort"])
    more = [line["met"] or "", RICHTINGEN.label(line["richting"]) if line["richting"] else ""]
    if any(more):
        kind = _("{kind} ({more})").format(kind=kind, more=", ".join(filter(None, more)))
    text = _("{kind}: {words}").format(kind=kind, words=" ".join(line["tekst"].split()))
    if line["antwoord_voor"] and not line["beantwoord_op"]:
        day = day_named(date.fromisoformat(line["antwoord_voor"]))
        text = _("{words} Antwoord verwacht op {day}.").format(words=text, day=day)
    return text
