"""Inbrengpunt: what the organisation has to say on somebody's activiteitenoverzicht, gathered for the BO."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.activiteit import Activiteit
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, follow_facts, in_order, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

SOORTEN = Choices.of(vraag=_("Vraag"), wens=_("Wens"), bezwaar=_("Bezwaar"), steun=_("Steun"))
STATUS = Choices.of(verzameld=_("Verzameld"), ingebracht=_("Ingebracht"), beantwoord=_("Beantwoord"))
REACTIES = Choices.of(
    overgenomen=_("Overgenomen"),
    deels=_("Deels overgenomen"),
    niet=_("Niet overgenomen"),
    antwoord=_("Antwoord"),
)


class Inbrengpunt(Record):
    """A question, wish, objection or support, with what it rests on and what came of it."""

    __tablename__ = "inbrengpunt"
    naam: Mapped[str] = field(_("Kort"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, index=True)
    overzicht_id: Mapped[str] = reference(_("Activiteitenoverzicht"), "activiteitenoverzicht")
    activiteit_id: Mapped[str | None] = reference(_("Activiteit"), "activiteit")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    tekst: Mapped[str | None] = field(_("Wat wij zeggen"), long=True)
    onderbouwing: Mapped[str | None] = field(_("Waarom"), long=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="verzameld", filled=True, index=True)
    ingebracht_op: Mapped[date | None] = field(_("Ingebracht op"), index=True)
    overleg_id: Mapped[str | None] = reference(_("Ingebracht in overleg"), "overleg")
    reactie: Mapped[str | None] = field(_("Reactie"), choices=REACTIES, index=True)
    reactie_tekst: Mapped[str | None] = field(_("Reactie in woorden"), long=True)
    reactie_op: Mapped[date | None] = field(_("Reactie op"))


class InbrengRaadpleging(Part):
    """A raadpleging that it rests on."""

    __tablename__ = "inbrengpunt_raadpleging"
    ouder_id: Mapped[str] = owner("inbrengpunt")
    raadpleging_id: Mapped[str] = reference(_("Raadpleging"), "raadpleging")


class InbrengKnelpunt(Part):
    """A knelpunt that it rests on."""

    __tablename__ = "inbrengpunt_knelpunt"
    ouder_id: Mapped[str] = owner("inbrengpunt")
    knelpunt_id: Mapped[str] = reference(_("Knelpunt"), "knelpunt")


def _prepare(draft: Draft) -> Iterable[Fault]:
    reacted = draft["reactie"] is not None or draft["reactie_op"] is not None
    brought_in = draft["ingebracht_op"] is not None or draft["overleg"] is not None
    status = "beantwoord" if reacted else "ingebracht" if brought_in else "verzameld"
    follow_facts(draft, status, ("reactie", "reactie_op", "ingebracht_op", "overleg"))
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "ingebracht_op", "reactie_op")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    activiteit = db.get(Activiteit, draft["activiteit"]) if draft["activiteit"] else None
    if activiteit is not None and activiteit.overzicht_id != draft["overzicht"]:
        yield Fault(
            _t("Deze activiteit staat in een ander overzicht. Kies er een uit dit overzicht."),
            ("activiteit",),
        )


def _brought_in(period: Period) -> ColumnElement[bool]:
    return within(Inbrengpunt.ingebracht_op, period)


SPEC = RecordSpec(
    Inbrengpunt,
    label=_("Inbrengpunt"),
    plural=_("Inbrengpunten"),
    columns=("nummer", "naam", "soort", "status"),
    search=("naam", "tekst", "onderbouwing", "reactie_tekst"),
    name=("naam",),
    order="-ingebracht_op",
    parts=(
        PartSpec(
            "raadplegingen",
            _("Raadplegingen"),
            RecordSpec(InbrengRaadpleging, label=_("Raadpleging")),
            link="raadpleging",
        ),
        PartSpec(
            "knelpunten", _("Knelpunten"), RecordSpec(InbrengKnelpunt, label=_("Knelpunt")), link="knelpunt"
        ),
    ),
    filters=(Filter("ingebracht_in", _("Ingebracht in"), "periode", _brought_in),),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
