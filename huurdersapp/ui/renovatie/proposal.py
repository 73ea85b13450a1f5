"""The landlord's proposal by its versions, and the small form of a new one with who answers again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from huurdersapp.actions import renovatie_stand, renovatie_voorstel
from huurdersapp.actions.renovatie_stand import ProjectStand
from huurdersapp.base import clock
from huurdersapp.base.formats import day, money
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draagvlak import EMPTY
from huurdersapp.records.renovatie_tables import OPNIEUW, SOCIAAL_PLAN, VERHUIZEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label, long_text
from huurdersapp.ui.renovatie.going import PROJECT
from huurdersapp.ui.renovatie.voters import Building, Voters

FIELDS = (
    "datum", "document", "werk", "huur_per_maand", "huur_toelichting", "sociaal_plan", "verhuizen",
)  # fmt: skip
CHANGED = ("wijziging", "opnieuw")
"""What a version after the first has besides."""
GIVEN = ("ja", "nee", "geen_reactie")
"""Answers that lapse when a home answers again."""


class ProposalPanel(SmallForms):
    """The versions, newest first, and [Nieuwe versie van het voorstel…]."""

    def __init__(self, desk: Desk, record: Mapping[str, Any], name: str, stand: ProjectStand) -> None:
        super().__init__(desk, PROJECT, int(record["nummer"]), name)
        self.record, self.stand = record, stand
        self.voters: Voters | None = None
        self.told: QLabel | None = None
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self._column.addWidget(label(_("Voorstel van de verhuurder"), "heading"))
        versions = sorted(record["voorstellen"], key=lambda line: line["versie"] or 0, reverse=True)
        if not versions:
            self._column.addWidget(label(_("Er is nog geen voorstel op papier.")))
        for line in versions:
            self._tell(line)
        if stand.afgesloten_op is None:
            holder = QWidget()
            row = FlowLayout(holder)
            words = _("Nieuwe versie van het voorstel…") if versions else _("Voorstel vastleggen…")
            button = self.opener("versie", words)
            if not versions:
                button.setProperty("role", "main")
            row.addWidget(button)
            self._column.addWidget(holder)
        self.go_on()

    # -- the versions ----------------------------------------------------------------------------------------------

    def _tell(self, line: Mapping[str, Any]) -> None:
        head = [_("Versie {number}").format(number=line["versie"]), day(date.fromisoformat(line["datum"]))]
        if line["document"]:
            head.append(line["document"])
        self._column.addWidget(label("  ·  ".join(head), "label"))
        for text in filter(None, (line["werk"], line["wijziging"])):
            self._column.addWidget(long_text(text))
        if told := list(_facts(line)):
            self._column.addWidget(label("  ·  ".join(told), "muted"))

    # -- a new version ---------------------------------------------------------------------------------------------

    @property
    def _first(self) -> bool:
        return not self.record["voorstellen"]

    def form_of(self, step: str) -> SmallForm:
        spec = self._spec.part["voorstellen"].spec
        last = max(self.record["voorstellen"], key=lambda line: line["versie"] or 0, default=None)
        values = {key: last[key] for key in FIELDS[2:]} if last is not None else {}
        values["datum"] = clock.today().isoformat()
        keys: tuple[str, ...] = FIELDS
        title = _("Voorstel van de verhuurder")
        needed: tuple[str, ...] = ()
        if last is not None:
            keys, needed = (*FIELDS, *CHANGED), ("opnieuw",)
            title = _("Versie {number} van het voorstel").format(number=(last["versie"] or 0) + 1)
        return SmallForm(spec, keys, title, self._save, values, needed)

    def opened(self, step: str, form: QuickForm) -> None:
        if self._first:
            return
        column = form.layout()
        assert isinstance(column, QVBoxLayout)
        self.told = label("", "muted")
        self.voters = Voters(self._buildings())
        self.voters.changed.connect(lambda: self._follow(form))
        for widget in (self.voters, self.told):
            column.insertWidget(column.count() - 1, widget)
        form.fields.edited.connect(lambda _key: self._follow(form))
        self._follow(form)

    def _buildings(self) -> list[Building]:
        with self.desk.ctx.store.reading() as db:
            found = [(unit.naam, renovatie_stand.deuren(db, unit.nummer)) for unit in self.stand.eenheden]
        return [
            Building(name, tuple(door for door in doors if door.instemming != EMPTY)) for name, doors in found
        ]

    def _again(self, who: Any) -> tuple[int, ...]:
        """The homes that answer again by what is chosen now."""
        if who == "sommige" and self.voters is not None:
            return self.voters.chosen()
        if who == "alle":
            return tuple(door.nummer for building in self._buildings() for door in building.doors)
        return ()

    def _follow(self, form: QuickForm) -> None:
        """Ask which homes, and say what happens to the answers."""
        assert self.voters is not None
        assert self.told is not None
        who = form.fields.boxes["opnieuw"].editor.value()
        self.voters.setVisible(who == "sommige")
        again = set(self._again(who))
        lapsing = sum(
            door.nummer in again and door.instemming in GIVEN
            for building in self._buildings()
            for door in building.doors
        )
        self.told.setText(happens(who, len(again), lapsing))
        self.told.setVisible(bool(self.told.text()))

    def _save(self, typed: dict[str, Any]) -> None:
        who = typed.pop("opnieuw", None) or "geen"
        homes = self._again(who) if who == "sommige" else ()
        done = renovatie_voorstel.propose(self.desk.ctx, self.number, typed, who, homes)
        self.desk.say_done(_("Vastgelegd: voorstel van {name}.").format(name=self._name), done.warnings)


def _facts(line: Mapping[str, Any]) -> Iterator[str]:
    """What it means for tenants, in short."""
    if line["huur_per_maand"] is not None:
        yield _("Huur per maand erbij: {money}").format(money=money(line["huur_per_maand"]))
    if line["sociaal_plan"]:
        yield _("Sociaal plan: {words}").format(words=SOCIAAL_PLAN.label(line["sociaal_plan"]).lower())
    if line["verhuizen"]:
        yield _("Verhuizen: {words}").format(words=VERHUIZEN.label(line["verhuizen"]).lower())
    if line["opnieuw"] and (line["versie"] or 1) > 1:
        yield OPNIEUW.label(line["opnieuw"])


def happens(who: Any, homes: int, lapsing: int) -> str:
    """What becomes of the answers that were given."""
    if who == "geen":
        return _("Alle antwoorden blijven gelden.")
    if who not in ("alle", "sommige") or not homes:
        return ""
    asked = ngettext("{count} huurder antwoordt opnieuw.", "{count} huurders antwoorden opnieuw.", homes)
    told = [asked.format(count=written(homes))]
    if lapsing:
        text = ngettext(
            "{count} antwoord telt dan niet meer. Het blijft bij de woning staan als eerder antwoord.",
            "{count} antwoorden tellen dan niet meer. Ze blijven bij de woning staan als eerder antwoord.",
            lapsing,
        )
        told.append(text.format(count=written(lapsing)))
    if who == "sommige":
        told.append(_("De andere antwoorden blijven gelden."))
    return " ".join(told)
