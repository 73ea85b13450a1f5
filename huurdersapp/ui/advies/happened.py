"""All that happened in a case, oldest first, and a small form to add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import advies_stappen, advies_verloop
from huurdersapp.actions.advies_verloop import Gebeurd
from huurdersapp.actions.words import Link
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.advies.forms import answered_form, happened_form
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label, link
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

STEP, ANSWER = "gebeurtenis", "beantwoord"


class HappenedPanel(SmallForms):
    """The events with [Gebeurtenis toevoegen…]; what waits for an answer has [Antwoord gekregen…]."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, advies_stappen.KIND, record["nummer"], name, parent)
        self.record = record
        self._column.addWidget(label(_("Wat er gebeurde"), "heading"))
        self._events = QVBoxLayout()
        self._events.setSpacing(4)
        self._column.addLayout(self._events)
        left = Qt.AlignmentFlag.AlignLeft
        for line in record["gebeurtenissen"]:
            if line["antwoord_voor"] and not line["beantwoord_op"]:
                self._column.addWidget(label(_awaited(line), "label"))
                button = self.opener(f"{ANSWER} {line['id']}", _("Antwoord gekregen…"))
                button.setAccessibleName(_("{what}. Antwoord gekregen").format(what=_short(line)))
                self._column.addWidget(button, 0, left)
        self._column.addWidget(self.opener(STEP, _("Gebeurtenis toevoegen…")), 0, left)
        self.go_on()
        ctx, number = desk.ctx, self.number
        desk.ask(self, "verloop", lambda: advies_verloop.timeline(ctx, number), self._show)

    def _show(self, found: Sequence[Gebeurd]) -> None:
        for each in found:
            text = _("{day}: {what}").format(day=day_named(each.on), what=each.what)
            self._events.addWidget(label(text, "label"))
            if each.record is not None:
                self._events.addWidget(link(each.detail or each.what, Link(*each.record), self._go))
            elif each.detail:
                self._events.addWidget(label(each.detail))

    def _go(self, kind: str, number: int) -> None:
        self.desk.go(Place(page_of(kind), number, kind=kind))

    def form_of(self, step: str) -> SmallForm:
        if step == STEP:
            return happened_form(self.desk, self.record)
        return answered_form(self.desk, self.record, step.partition(" ")[2])

    def opened(self, step: str, form: QuickForm) -> None:
        form.done.connect(lambda: QTimer.singleShot(0, self, lambda: self._leave(step)))


def _short(line: Mapping[str, Any]) -> str:
    return " ".join(line["tekst"].split())


def _awaited(line: Mapping[str, Any]) -> str:
    day = day_named(date.fromisoformat(line["antwoord_voor"]))
    return _("{what}. Antwoord verwacht op {day}.").format(what=_short(line).rstrip("."), day=day)
