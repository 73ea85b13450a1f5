"""A building beside the list: its count by staircase, the landlord's letter and own count, and what tenants worry about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import records, renovatie_antwoord, renovatie_stand
from huurdersapp.actions.renovatie_stand import EenheidStand
from huurdersapp.base import clock
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.renovatie.going import UNIT
from huurdersapp.ui.renovatie.unit_card import UnitCard

FORMS: Mapping[str, tuple[LazyText, LazyText]] = {
    "telling": (lazy("Telling van de verhuurder…"), lazy("Telling van de verhuurder")),
    "brief": (lazy("Brief van de verhuurder…"), lazy("Brief dat 70 % instemde")),
    "zorg": (lazy("Zorg tellen…"), lazy("Een zorg van bewoners")),
}
"""The small forms: what stands on the button, and above the form."""
KEYS = {
    "telling": ("verhuurder_ja", "verhuurder_van", "verhuurder_op"),
    "brief": ("aangezegd_op",),
    "zorg": ("onderwerp", "aantal"),
}
NEEDED = {"telling": ("verhuurder_ja", "verhuurder_van"), "brief": ("aangezegd_op",), "zorg": ()}


class WorkCard(SmallForms):
    """What the landlord said, and what tenants worry about."""

    def __init__(self, desk: Desk, record: Mapping[str, Any], name: str, unit: EenheidStand) -> None:
        super().__init__(desk, UNIT, unit.nummer, name)
        self.record = record
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.addWidget(label(_("Verhuurder en zorgen"), "heading"))
        for _key, what, count, asked in unit.zorgen:
            text = _("{what}: {count} keer").format(what=what, count=written(count))
            self._column.addWidget(label(text))
            if asked:
                self._column.addWidget(label(_("Wij vragen: {asked}").format(asked=asked), "muted"))
        if not unit.zorgen:
            text = _("Hoort u waar huurders zich zorgen over maken? Tel het hier, zonder adres.")
            self._column.addWidget(label(text, "muted"))
        holder = QWidget()
        row = FlowLayout(holder)
        for key, (words, _title) in FORMS.items():
            row.addWidget(self.opener(key, str(words)))
        self._column.addWidget(holder)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        keys = KEYS[step]
        if step == "zorg":
            spec = self._spec.part["zorgen"].spec
            return SmallForm(spec, keys, str(FORMS[step][1]), self._worry, {"aantal": 1}, NEEDED[step])
        values = {key: self.record[key] for key in keys}
        if values[keys[-1]] is None:
            values[keys[-1]] = clock.today().isoformat()
        return SmallForm(
            self._spec,
            keys,
            str(FORMS[step][1]),
            lambda typed: self._change(step, typed),
            values,
            NEEDED[step],
        )

    def _change(self, step: str, typed: dict[str, Any]) -> None:
        saved = records.change(self.desk.ctx, self._spec, self.number, typed)
        words = _("Vastgelegd: telling van de verhuurder.")
        if step == "brief":
            words = _("Vastgelegd: brief van de verhuurder. De acht weken lopen.")
        self.desk.say_done(words, saved.labelled)

    def _worry(self, typed: dict[str, Any]) -> None:
        renovatie_antwoord.worry(self.desk.ctx, self.number, typed["onderwerp"], typed["aantal"] or 1)
        self.desk.say(_("Zorg geteld bij {name}.").format(name=self._name), undo=True)


class UnitPanel(QWidget):
    """Cards of a building; `tell` shows them anew. `form_changed` when a small form came or went."""

    form_changed = Signal()

    def __init__(self, desk: Desk, number: int, name: str) -> None:
        super().__init__()
        self.desk, self.number, self._name = desk, number, name
        self.stand: EenheidStand | None = None
        self.card: UnitCard | None = None
        self.work: WorkCard | None = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def refresh(self) -> None:
        """Read how it stands, beside the window."""
        ctx, number = self.desk.ctx, self.number

        def question() -> tuple[EenheidStand, dict[str, Any]]:
            with ctx.store.reading() as db:
                stand = renovatie_stand.eenheid_stand(db, number)
            return stand, records.show(ctx, ctx.spec(UNIT), number)

        self.desk.ask(self, "stand", question, lambda found: self.tell(*found))

    def tell(self, stand: EenheidStand, record: Mapping[str, Any]) -> None:
        """Show how it stands; what is the same stays as it is."""
        if stand == self.stand:
            return
        self.stand = stand
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.card = UnitCard(self.desk, stand, whole=True)
        self.work = WorkCard(self.desk, record, self._name, stand)
        self.work.opened_or_closed.connect(self.form_changed)
        self._parts = [self.card, self.work]
        for part in self._parts:
            self._column.addWidget(part)
            part.show()
