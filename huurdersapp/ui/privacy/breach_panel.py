"""A breach beside the list: how many of the 72 hours are left, what the law asks, and the steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import datalek
from huurdersapp.actions.datalek import Klok, Oordeel
from huurdersapp.actions.records import find
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy.going import BREACH, PAPER, button, goer
from huurdersapp.ui.privacy.steps import Step, StepsPanel


class BreachPanel(StepsPanel):
    """What was on it, how great the risk is, who was told, and what was done."""

    kind = BREACH
    steps: ClassVar[Mapping[str, Step]] = {
        "risico": Step(
            lazy("Risico bepalen…"),
            lazy("Hoe groot is het risico?"),
            ("gegevens", "aantal", "beveiligd", "risico", "afweging"),
            ("risico", "afweging"),
        ),
        "melden": Step(
            lazy("Melding vastleggen…"),
            lazy("Gemeld bij de Autoriteit Persoonsgegevens"),
            ("gemeld_ap_op", "gemeld_ap_om", "waarom_later"),
            ("gemeld_ap_op",),
            "gemeld_ap_op",
        ),
        "mensen": Step(
            lazy("Mensen ingelicht…"),
            lazy("Verteld aan de mensen zelf"),
            ("gemeld_mensen_op",),
            ("gemeld_mensen_op",),
            "gemeld_mensen_op",
        ),
        "afronden": Step(
            lazy("Afronden…"),
            lazy("Wat u eraan deed"),
            ("maatregelen", "afgerond_op"),
            ("maatregelen", "afgerond_op"),
            "afgerond_op",
        ),
    }

    def before_buttons(self) -> Sequence[QWidget]:
        """The steps in their order, each with whether it was done."""
        with self.desk.ctx.store.reading() as db:
            row: Any = find(db, self._spec, self.number)
            found = list(datalek.stappen(row))
        done, todo = _("klaar: {step}"), _("nog doen: {step}")
        return [
            label(f"{'✓' if ready else '•'} {(done if ready else todo).format(step=step)}")
            for step, ready in found
        ]

    def _stand(self) -> tuple[Klok, Oordeel]:
        return datalek.of_number(self.desk.ctx, self.number)

    def clock(self) -> tuple[str, str, Sequence[str]]:
        klok, advice = self._stand()
        if self.record["afgerond_op"] is not None:
            return _("Dit datalek is afgerond."), "good", ()
        return klok.zin, "warning" if klok.loopt else "label", advice.zinnen

    def following(self) -> str:
        advice = self._stand()[1]
        record = self.record
        if record["afgerond_op"] is not None:
            return ""
        if record["risico"] is None:
            return "risico"
        if advice.melden and record["gemeld_ap_op"] is None:
            return "melden"
        if advice.vertellen and record["gemeld_mensen_op"] is None:
            return "mensen"
        return "afronden"

    def own_buttons(self) -> Sequence[QWidget]:
        """The paper that tells what was on it."""
        place = Place(PAPER, self.number, kind="stond-erop")
        return (button(self.desk, _("Wat stond erop?"), goer(self.desk, place), "afdrukken"),)
