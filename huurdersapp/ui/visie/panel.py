"""How a visie stands: who took part, what we brought in, what is done, and the small forms that add to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import visies
from huurdersapp.actions.visies import Taken
from huurdersapp.base import clock
from huurdersapp.base.formats import money
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place

MEETING = ("wat", "datum", "bewoners", "eigen_aanwezig", "uitkomst")
PART = ("wat", "partij", "eigen", "kosten", "gepland_op", "gedaan_op")
OWN = ("eigen_inbreng", "inbreng_op")


class VisiePanel(SmallForms):
    """The sums of its lines in words, and buttons for a moment, our input, a part and the paper."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, visies.KIND, int(record["nummer"]), name, parent)
        self.record = record
        for text in told(visies.taken(record)):
            self._column.addWidget(label(text, "label"))
        if not record["eigen_inbreng"]:
            self._column.addWidget(label(_("Wij brachten hier nog niets in."), "muted"))
        holder = QWidget()
        row = FlowLayout(holder)
        for step, words in (
            ("meedoen", _("+ Bijeenkomst")),
            ("inbreng", _("Onze inbreng…")),
            ("onderdeel", _("+ Onderdeel")),
        ):
            button = self.opener(step, words)
            if step == ("onderdeel" if record["soort"] == "programma" else "meedoen"):
                button.setProperty("role", "main")
            row.addWidget(button)
        self.paper = QPushButton(_("Afdrukken"))
        self.paper.clicked.connect(lambda: desk.go(Place("overzicht_papier", self.number, kind=visies.KIND)))
        row.addWidget(self.paper)
        self._column.addWidget(holder)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        today = clock.today().isoformat()
        if step == "meedoen":
            spec = self._spec.part["bijeenkomsten"].spec
            return SmallForm(
                spec, MEETING, _("Bijeenkomst"), self._adder("bijeenkomsten"), {"datum": today}, ("wat",)
            )
        if step == "onderdeel":
            spec = self._spec.part["onderdelen"].spec
            return SmallForm(spec, PART, _("Onderdeel"), self._adder("onderdelen"), {}, ("wat",))
        values = {key: self.record[key] for key in OWN}
        values["inbreng_op"] = values["inbreng_op"] or today
        return SmallForm(self._spec, OWN, _("Onze inbreng"), self._bring_in, values, OWN)

    def _adder(self, part: str) -> Any:
        def add(typed: dict[str, Any]) -> None:
            warnings = visies.add_line(self.desk.ctx, self.number, part, typed)
            self.desk.say_done(_("Toegevoegd bij {name}.").format(name=self._name), warnings)

        return add

    def _bring_in(self, typed: dict[str, Any]) -> None:
        warnings = visies.bring_in(self.desk.ctx, self.number, typed)
        self.desk.say_done(_("Vastgelegd: onze inbreng bij {name}.").format(name=self._name), warnings)


def told(found: Taken) -> list[str]:
    """What the lines add up to, in sentences."""
    said = []
    if found.moments:
        text = ngettext(
            "{count} bijeenkomst, bij {ours} waren wij.",
            "{count} bijeenkomsten, bij {ours} waren wij.",
            found.moments,
        )
        said.append(text.format(count=written(found.moments), ours=written(found.ours)))
    if found.tenants is not None:
        text = ngettext("{count} bewoner deed mee.", "{count} bewoners deden mee.", found.tenants)
        said.append(text.format(count=written(found.tenants)))
    if found.parts:
        text = ngettext(
            "{done} van {count} onderdeel gedaan.", "{done} van {count} onderdelen gedaan.", found.parts
        )
        said.append(text.format(done=written(found.done), count=written(found.parts)))
    if found.costs is not None:
        text = _("Kosten samen {costs}, ons deel {own}.")
        said.append(text.format(costs=money(found.costs), own=money(found.own_costs or 0)))
    return said
