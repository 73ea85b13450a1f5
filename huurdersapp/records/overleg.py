"""Overleg: a meeting in which the organisation takes part, from regiegroep to bewonerscommissie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import Mapped

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, amended, in_order, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

SOORTEN = Choices.of(
    rg=_("Regiegroep (RG)"),
    bo=_("Bestuurlijk overleg (BO)"),
    werkgroep=_("Werkgroep"),
    verhuurder=_("Overleg met verhuurder"),
    woonruimteverdeling=_("Woonruimteverdeling"),
    provinciaal=_("Provinciaal overleg"),
    alv=_("Algemene ledenvergadering (ALV)"),
    bestuur=_("Bestuursvergadering"),
    bewonerscommissie=_("Bewonerscommissie"),
    overig=_("Overig"),
)

KORT = {
    "rg": "RG",
    "bo": "BO",
    "werkgroep": "Werkgroep",
    "verhuurder": "Overleg verhuurder",
    "woonruimteverdeling": "Woonruimteverdeling",
    "provinciaal": "Provinciaal overleg",
    "alv": "ALV",
    "bestuur": "Bestuur",
    "bewonerscommissie": "Bewonerscommissie",
    "overig": "Overleg",
}
"""With what the name of a meeting begins. It is kept as data and printed, so it is not translated."""

VERSLAG = Choices.of(concept=_("Concept"), vastgesteld=_("Vastgesteld"))
BEDOELING = Choices.of(
    bespreken=_("Bespreken"), besluiten=_("Besluiten"), informeren=_("Informeren"), input=_("Inbreng leveren")
)

NAMED = ("werkgroep", "overig", "woonruimteverdeling", "provinciaal")
"""Kinds of which there are several, each with a name of its own (a working group, a fixed meeting of an akkoord)."""
TIMES = ("begintijd", "eindtijd")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class Overleg(Record):
    """One meeting. `naam` is filled from kind, working group and day unless somebody names it."""

    __tablename__ = "overleg"
    naam: Mapped[str] = field(
        _("Naam"), filled=True, index=True, help=_("Leeg: het programma maakt de naam van soort en datum")
    )
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, index=True)
    werkgroep: Mapped[str | None] = field(
        _("Werkgroep"), index=True, help=_("Of een andere naam, als er meer van deze soort zijn")
    )
    datum: Mapped[date] = field(_("Datum"), index=True)
    begintijd: Mapped[str | None] = field(_("Begintijd"), help=_("Zoals 19:30"))
    eindtijd: Mapped[str | None] = field(_("Eindtijd"), help=_("Zoals 21:30"))
    plaats: Mapped[str | None] = field(_("Plaats"))
    akkoord_id: Mapped[str | None] = reference(
        _("Akkoord"), "akkoord", help=_("Alleen nodig als u met meer akkoorden werkt")
    )
    voorzitter: Mapped[str | None] = field(_("Voorzitter"))
    notulist: Mapped[str | None] = field(_("Wie notuleert"))
    afgelast: Mapped[bool | None] = field(_("Gaat niet door"), default=False, index=True)
    afgelast_reden: Mapped[str | None] = field(_("Waarom het niet doorgaat"))
    eigen_aanwezig: Mapped[bool] = field(_("Wij waren erbij"), default=True, index=True)
    uitgenodigd: Mapped[str | None] = field(_("Uitgenodigd"), long=True)
    aanwezig: Mapped[str | None] = field(_("Aanwezig"), long=True)
    afgemeld: Mapped[str | None] = field(_("Afgemeld"), long=True)
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    verhuurder_id: Mapped[str | None] = reference(_("Verhuurder"), "verhuurder")
    verslag: Mapped[str | None] = field(_("Verslag"), long=True)
    verslag_status: Mapped[str | None] = field(_("Status van het verslag"), choices=VERSLAG, index=True)
    verslag_vastgesteld_op: Mapped[date | None] = field(_("Verslag vastgesteld op"))
    agenda_verstuurd_op: Mapped[date | None] = field(_("Agenda verstuurd op"))
    verslag_verstuurd_op: Mapped[date | None] = field(_("Verslag verstuurd op"))
    volgende_op: Mapped[date | None] = field(_("Volgend overleg op"), index=True)


class OverlegPartij(Part):
    """A party that takes part."""

    __tablename__ = "overleg_partij"
    ouder_id: Mapped[str] = owner("overleg")
    partij_id: Mapped[str] = reference(_("Partij"), "partij")


class Agendapunt(Part):
    """An item of the agenda with what became of it; `eigen_punt` marks what we brought in
    (agenderingsrecht, Overlegwet art. 5b lid 4, text of 27-07-2015)."""

    __tablename__ = "overleg_agendapunt"
    ouder_id: Mapped[str] = owner("overleg")
    onderwerp: Mapped[str] = field(_("Onderwerp"))
    bedoeling: Mapped[str | None] = field(_("Bedoeling"), choices=BEDOELING)
    eigen_punt: Mapped[bool] = field(_("Door ons ingebracht"), default=False)
    stuk: Mapped[str | None] = field(_("Stuk"))
    besluit: Mapped[str | None] = field(_("Besluit"), long=True)
    geweigerd: Mapped[bool | None] = field(
        _("Niet op de agenda gezet"), default=False, help=_("De ander wilde het niet bespreken")
    )
    geweigerd_reden: Mapped[str | None] = field(_("Niet op de agenda, met als reden"), long=True)
    ingediend_op: Mapped[date | None] = field(_("Door ons gevraagd op"))
    wie: Mapped[str | None] = field(_("Wie het inleidt"))
    minuten: Mapped[int | None] = field(_("Hoe lang"), minimum=1, maximum=600, unit=_("minuten"))
    bespreking: Mapped[str | None] = field(_("Wat er is gezegd"), long=True)
    knelpunt_id: Mapped[str | None] = reference(_("Knelpunt"), "knelpunt")
    indicator_id: Mapped[str | None] = reference(_("Maat"), "indicator")
    afspraak_id: Mapped[str | None] = reference(_("Afspraak"), "afspraak")
    afwijking_id: Mapped[str | None] = reference(_("Doel niet op schema"), "afwijking")
    advies_id: Mapped[str | None] = reference(_("Advies"), "advies")


class OverlegBijlage(bijlage.Bestand):
    """A document of a meeting."""

    __tablename__ = "overleg_bijlage"
    ouder_id: Mapped[str] = owner("overleg")


def decision_code(on: date, number: int) -> str:
    """What a decision is called, by the month of its meeting and its place there: 2020-07-B3."""
    return f"{on.year}-{on.month:02}-B{number}"


def _prepare(draft: Draft) -> Iterable[Fault]:
    for key in TIMES:
        if draft[key] and (found := _TIME.fullmatch(draft[key])):
            draft.values[key] = f"{int(found[1]):02}:{found[2]}"
    named_by_us = draft.before is not None and draft["naam"] == _name(draft.before)
    if not draft["naam"] or named_by_us:
        draft.values["naam"] = _name(draft)
    _follow_minutes(draft)
    draft.parts["agendapunten"] = [
        amended(item, geweigerd=True) if item["geweigerd_reden"] and not item["geweigerd"] else item
        for item in draft.lines("agendapunten")
    ]
    return ()


def _follow_minutes(draft: Draft) -> None:
    """Minutes with a day on which they were settled are so; what is written and not settled is a concept."""
    if draft["verslag_vastgesteld_op"] is not None and draft.changed("verslag_vastgesteld_op"):
        if "verslag_status" not in draft.given or draft["verslag_status"] is None:
            draft.values["verslag_status"] = "vastgesteld"
    elif draft["verslag"] and draft["verslag_status"] is None:
        draft.values["verslag_status"] = "concept"


def _name(draft: Draft) -> str | None:
    if draft["soort"] is None or draft["datum"] is None:
        return None
    begin = KORT[draft["soort"]]
    if draft["soort"] in NAMED and draft["werkgroep"]:
        begin = draft["werkgroep"]
    return f"{begin} {day(draft['datum'])}"


def _check(draft: Draft) -> Iterable[Fault]:
    odd = [key for key in TIMES if draft[key] and not _TIME.fullmatch(draft[key])]
    for key in odd:
        yield Fault(_t("Schrijf de tijd als uren en minuten, zoals 19:30."), (key,))
    if not odd and draft["begintijd"] and draft["eindtijd"] and draft["eindtijd"] <= draft["begintijd"]:
        yield Fault(_t("Het einde ligt vóór het begin. Kijk de tijden na."), ("eindtijd",))
    yield from in_order(draft, "datum", "volgende_op")
    yield from in_order(draft, "datum", "verslag_vastgesteld_op")
    yield from _check_minutes(draft)
    yield from _check_cancelled(draft)
    yield from _check_coming(draft)
    yield from _check_refused(draft)


def _check_minutes(draft: Draft) -> Iterable[Fault]:
    if draft["verslag_status"] == "vastgesteld" and draft["verslag_vastgesteld_op"] is None:
        yield Fault(
            _t("Er staat niet bij wanneer het verslag is vastgesteld. Vul die dag in."),
            ("verslag_vastgesteld_op",),
            warning=True,
        )
    if draft["verslag_status"] == "concept" and draft["verslag_vastgesteld_op"] is not None:
        yield Fault(
            _t("Het verslag heeft een dag van vaststellen en is toch een concept. Kijk dit na."),
            ("verslag_status",),
            warning=True,
        )


def _check_cancelled(draft: Draft) -> Iterable[Fault]:
    if draft["afgelast"] and not draft["afgelast_reden"]:
        text = _t("Schrijf er ook bij waarom dit overleg niet doorgaat.")
        yield Fault(text, ("afgelast_reden",), warning=True)
    if draft["afgelast_reden"] and not draft["afgelast"]:
        text = _t("Er staat een reden, maar het overleg gaat nog door. Kijk dit na.")
        yield Fault(text, ("afgelast",), warning=True)


def _check_coming(draft: Draft) -> Iterable[Fault]:
    """What is still to be has no minutes and nobody was there; who knows better may keep it (a day typed wrong is
    mended later)."""
    if draft["datum"] is None or draft["datum"] <= clock.today():
        return
    told = {"verslag": _t("een verslag"), "aanwezig": _t("wie er waren")}
    for key, what in told.items():
        if draft[key]:
            text = _t("Dit overleg moet nog komen. Toch staat er al {what}. Kijk de datum na.")
            yield Fault(text.format(what=what), (key,), warning=True)


def _check_refused(draft: Draft) -> Iterable[Fault]:
    """An item of ours may only be kept off the agenda with reasons (Overlegwet art. 5b lid 4, text of 27-07-2015)."""
    for index, item in enumerate(draft.lines("agendapunten")):
        if item["eigen_punt"] and item["geweigerd"] and not item["geweigerd_reden"]:
            yield Fault(
                _t("Weigeren mag alleen met een reden (Overlegwet, artikel 5b). Vraag ernaar en vul die in."),
                ("agendapunten", index, "geweigerd_reden"),
                warning=True,
            )


def _held_in(period: Period) -> ColumnElement[bool]:
    return and_(
        within(Overleg.datum, period), Overleg.eigen_aanwezig.is_(True), Overleg.afgelast.is_not(True)
    )


def _lies_in(period: Period) -> ColumnElement[bool]:
    return and_(within(Overleg.datum, period), Overleg.afgelast.is_not(True))


def _with(partij_id: str) -> ColumnElement[bool]:
    return exists().where(
        OverlegPartij.ouder_id == Overleg.id,
        OverlegPartij.verwijderd.is_(None),
        OverlegPartij.partij_id == partij_id,
    )


def _planned_from(on: date) -> ColumnElement[bool]:
    return and_(Overleg.datum >= on, Overleg.afgelast.is_not(True))


def _not_after(column: Any, on: date) -> ColumnElement[bool]:
    return or_(column.is_(None), column <= on)


def _held_by(on: date) -> ColumnElement[bool]:
    return and_(Overleg.datum <= on, Overleg.afgelast.is_not(True))


def _unsettled(on: date) -> ColumnElement[bool]:
    """Held by that day, and its minutes were not settled by then; what is internal or was ours to miss counts too, as
    long as somebody began minutes."""
    settled = and_(Overleg.verslag_status == "vastgesteld", _not_after(Overleg.verslag_vastgesteld_op, on))
    return and_(_held_by(on), Overleg.verslag_status.is_not(None), ~settled)


def _refused_in(period: Period) -> ColumnElement[bool]:
    """An item of ours was kept off the agenda."""
    return and_(
        within(Overleg.datum, period),
        exists().where(
            Agendapunt.ouder_id == Overleg.id,
            Agendapunt.verwijderd.is_(None),
            Agendapunt.eigen_punt.is_(True),
            Agendapunt.geweigerd.is_(True),
        ),
    )


SPEC = RecordSpec(
    Overleg,
    label=_("Overleg"),
    plural=_("Overleggen"),
    columns=("nummer", "datum", "naam"),
    search=("naam", "werkgroep", "plaats", "verslag"),
    name=("naam",),
    order="-datum",
    parts=(
        PartSpec("partijen", _("Partijen"), RecordSpec(OverlegPartij, label=_("Partij")), link="partij"),
        PartSpec(
            "agendapunten",
            _("Agendapunten"),
            RecordSpec(Agendapunt, label=_("Agendapunt"), search=("onderwerp", "bespreking", "besluit")),
        ),
        bijlage.listed(OverlegBijlage),
    ),
    filters=(
        Filter("bijgewoond_in", _("Wij waren erbij in"), "periode", _held_in),
        Filter("valt_in", _("Gehouden of gepland in"), "periode", _lies_in),
        Filter("vanaf", _("Gaat door vanaf"), "datum", _planned_from),
        Filter("gehouden_op", _("Gehouden tot en met"), "datum", _held_by),
        Filter("verslag_open_op", _("Verslag nog niet vastgesteld op"), "datum", _unsettled),
        Filter("geweigerd_in", _("Ons agendapunt niet op de agenda gezet in"), "periode", _refused_in),
        Filter("met_partij", _("Met partij"), "verwijzing", _with, ref="partij"),
    ),
    prepare=_prepare,
    check=_check,
    verify=bijlage.verify,
)
