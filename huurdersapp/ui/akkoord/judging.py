"""Our own judgement on how a measure stands, with its reason: it goes before the rule, and both stay to be read."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import records
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label

JUDGE = "oordeel"


class JudgementForm(SmallForms):
    """The button [Eigen oordeel…] of a measure and its form."""

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        self._record = records.show(desk.ctx, desk.ctx.spec("indicator"), number)
        super().__init__(desk, "indicator", number, self._record["code"], parent)
        self._column.addWidget(label(_("Ons eigen oordeel"), "heading"))
        self._column.addWidget(
            label(_("Staat het er volgens u anders voor? Zet uw oordeel erbij, met de reden."), "muted")
        )
        holder = QWidget()
        FlowLayout(holder).addWidget(self.opener(JUDGE, _("Eigen oordeel…")))
        self._column.addWidget(holder)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        """The stand, why, and from when until when."""
        return SmallForm(
            self._spec.part["oordelen"].spec,
            ("stand", "reden", "datum", "tot"),
            _("Hoe staat {code} er volgens ons voor?").format(code=self._name),
            self._save,
            {"datum": clock.today().isoformat()},
            ("stand", "reden", "datum"),
        )

    def _save(self, typed: dict[str, Any]) -> None:
        line = {key: value for key, value in typed.items() if value is not None}
        now = records.show(self.desk.ctx, self._spec, self.number)
        saved = records.save(self.desk.ctx, self._spec, {"oordelen": [*now["oordelen"], line]}, self.number)
        self.desk.say_done(_("Ons oordeel staat bij {code}.").format(code=self._name), saved.labelled)
