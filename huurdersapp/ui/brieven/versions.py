"""Fixing a letter, and the versions that were fixed: to open, and to compare with the letter as it is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import brief_versies, records
from huurdersapp.actions.brief_versies import Besluit, Versie
from huurdersapp.base import clock
from huurdersapp.base.days import shown
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.settings import AUTHOR
from huurdersapp.base.text_difference import Change
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.small_forms import SmallForm
from huurdersapp.ui.writing.fixing import FixForms
from huurdersapp.ui.writing.versions import VersionsPanel

FIX = "brief_vastleggen"
CASE = "advies"
DECISION = ("vastgesteld_op", "aanwezig", "stemmen", "vastgesteld_door")
"""What the board decided of a case."""
OTHER = ("besluit_op", "besluit")
"""The same of another letter, where a board need not decide."""


class FixPanel(FixForms):
    """What is asked when a letter is fixed: of a case the decision of the board. `wanted_number` gives the number of the
    letter, making it when there is none; `ready` saves what is still being typed, and says whether that went."""

    step = FIX
    explained = lazy(
        "De brief krijgt nu een nummer en een versie. Die versie verandert daarna niet meer. "
        "Wilt u later iets anders zeggen? Dan legt u een nieuwe versie vast."
    )

    def __init__(
        self,
        desk: Desk,
        kind: str,
        number: int,
        name: str,
        wanted_number: Callable[[], int],
        ready: Callable[[], bool],
        done: Callable[[Versie], object],
        button: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, kind, number, name, button, parent)
        self._wanted_number, self._ready, self._done = wanted_number, ready, done

    @property
    def kind(self) -> str:
        """The kind of the record that it is about."""
        return self._kind

    def form_of(self, step: str) -> SmallForm:
        title = _("Bestuur akkoord: vastleggen") if self._kind == CASE else _("Vastleggen")
        if self._kind != CASE:
            spec = self._spec.part["versies"].spec
            return SmallForm(spec, OTHER, title, self._fix_other, {})
        known = records.show(self.desk.ctx, self._spec, self.number)
        values = {key: known[key] for key in DECISION}
        values["vastgesteld_op"] = values["vastgesteld_op"] or clock.today().isoformat()
        values["vastgesteld_door"] = values["vastgesteld_door"] or self.desk.ctx.settings.get(AUTHOR) or None
        return SmallForm(self._spec, DECISION, title, self._fix_case, values, ("vastgesteld_op",))

    def _fix_case(self, typed: Mapping[str, Any]) -> None:
        if typed["vastgesteld_op"] is None:
            raise records.Refused(
                self._spec, [Fault(_("Vul in wanneer het bestuur besloot."), ("vastgesteld_op",))]
            )
        if not self._ready():
            return
        known = records.show(self.desk.ctx, self._spec, self.number)
        if any(known[key] != typed[key] for key in DECISION):
            records.save(self.desk.ctx, self._spec, dict(typed), self.number, origin=self)
        self._fix(None)

    def _fix_other(self, typed: Mapping[str, Any]) -> None:
        if self._ready():
            self._fix(typed)

    def _fix(self, decision: Mapping[str, Any] | None) -> None:
        from datetime import date

        told = None
        if decision is not None:
            on = decision["besluit_op"]
            told = Besluit(date.fromisoformat(on) if on else None, decision["besluit"] or "")
        job = brief_versies.fixing(self.desk.ctx, self._wanted_number(), decision=told)
        self.desk.run(job, _("Brief vastleggen"), self._fixed, alone=True)

    def _fixed(self, version: Versie) -> None:
        text = _("Vastgelegd: versie {version}, met nummer {registered}.")
        told = text.format(version=version.number, registered=version.registered)
        self.desk.say_done(told, version.warnings)
        self._done(version)


class LetterVersions(VersionsPanel):
    """The fixed versions of a letter."""

    def told_of(self, version: Versie) -> str:
        return told_of(version)

    def difference(self, paper: int, one: int, other: int | None) -> list[Change]:
        return brief_versies.difference(self.desk.ctx, paper, one, other)


def told_of(version: Versie) -> str:
    """Versie 1 (2021-003), vastgelegd op 3 september 2021, 10:12 door Jo Prins. Besluit van 2 september 2021. …"""
    told = _("Versie {version} ({registered}), vastgelegd op {moment} door {who}.").format(
        version=version.number,
        registered=version.registered,
        moment=moment(version.fixed_at),
        who=version.fixed_by or _("onbekend"),
    )
    if version.decision.op is not None:
        told += " " + _("Besluit van {day}.").format(day=shown(version.decision.op))
    return told if not version.decision.tekst else f"{told}\n{version.decision.tekst}"
