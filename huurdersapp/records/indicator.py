"""Indicator: how the parties of an akkoord see whether a goal is reached ("zo wordt gemeten")."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import akkoord_keuzes as keuzes
from huurdersapp.records.akkoord import EACH_ON_A_LINE, FIRST_YEAR, LAST_YEAR, Akkoord
from huurdersapp.records.akkoord_codes import check_code, verify_code
from huurdersapp.records.akkoord_regel import WithRegel, check_regel
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.doel import Doel
from huurdersapp.records.doel import in_akkoord as goals_in
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.indicator_kring import verify_circle
from huurdersapp.records.indicator_maat import check_measure
from huurdersapp.records.rules import in_order, only_once
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.thema import Thema


class Indicator(WithRegel, Record):
    """A measure with its targets. Which soort, norm, richting and tijd go together stands in akkoord_maten.py.

    `prijspeil` is the year of the price level of an amount, or of the limit `grensbedrag` of a share: amounts
    without it change their meaning every year. `verwijst_naar` keeps "zie bij gemeente" as it stands;
    the part `verwijzingen` holds the measures that this leads to.
    """

    __tablename__ = "indicator"
    doel_id: Mapped[str] = reference(_("Doel"), "doel")
    code: Mapped[str] = field(_("Code"), index=True)
    tekst: Mapped[str] = field(_("Tekst"), long=True)
    herkomst: Mapped[str] = field(_("Herkomst"), choices=keuzes.HERKOMST, default="bron", index=True)
    soort: Mapped[str] = field(_("Soort maat"), choices=keuzes.SOORTEN, index=True)
    norm: Mapped[str] = field(_("Norm"), choices=keuzes.NORMEN, default="geen", index=True)
    richting: Mapped[str] = field(_("Richting"), choices=keuzes.RICHTINGEN, default="stand")
    tijd: Mapped[str | None] = field(_("Tijd"), choices=keuzes.TIJDEN)
    eenheid: Mapped[str | None] = field(_("Eenheid"))
    prijspeil: Mapped[int | None] = field(_("Prijspeil"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
    grensbedrag: Mapped[int | None] = field(_("Tot een bedrag van"), money=True, minimum=1)
    klassen: Mapped[str | None] = field(_("Klassen"), long=True, help=EACH_ON_A_LINE)
    hoofd: Mapped[bool] = field(_("Hoofdmaat"), default=False, index=True, help=_("Staat op het dashboard"))
    verwijst_naar: Mapped[str | None] = field(_("Zie bij"), long=True, help=EACH_ON_A_LINE)
    bron: Mapped[str | None] = field(_("Bron"))
    definitie: Mapped[str | None] = field(_("Wat er precies telt"), long=True)
    meetwijze: Mapped[str | None] = field(_("Hoe er wordt gemeten"), long=True)
    frequentie: Mapped[str | None] = field(_("Hoe vaak"), choices=keuzes.FREQUENTIES)
    verantwoordelijk_id: Mapped[str | None] = reference(_("Wie levert het aan"), "partij")
    nulmeting_waarde: Mapped[Decimal | None] = field(
        _("Nulmeting"),
        help=_(
            "In dezelfde maat als de streefwaarde en de metingen. Bij toename of afname is dat meestal 0."
        ),
    )
    nulmeting_jaar: Mapped[int | None] = field(
        _("Jaar van de nulmeting"), minimum=FIRST_YEAR, maximum=LAST_YEAR
    )
    nulmeting_bron: Mapped[str | None] = field(_("Bron van de nulmeting"))
    let_op: Mapped[str | None] = field(_("Let op"), long=True, help=_("Wat er aan de gegevens schort"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)
    letterlijk: Mapped[str | None] = field(_("Letterlijk"), long=True)
    twijfel: Mapped[str | None] = field(_("Twijfel"), long=True)
    volgorde: Mapped[int | None] = field(_("Volgorde"), index=True, help=_("Plaats in het akkoord"))


class Streefwaarde(Part):
    """A target. Money in euro, shares in percent, ja_nee as 1 or 0; `jaar` is the year it must be true in."""

    __tablename__ = "indicator_streefwaarde"
    ouder_id: Mapped[str] = owner("indicator")
    jaar: Mapped[int | None] = field(_("Jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
    waarde: Mapped[Decimal | None] = field(_("Waarde"))
    min: Mapped[Decimal | None] = field(_("Minstens"))
    max: Mapped[Decimal | None] = field(_("Hoogstens"))
    klasse: Mapped[str | None] = field(_("Klasse"))
    precisie: Mapped[str | None] = field(_("Hoe precies"), choices=keuzes.PRECISIE)
    kern_id: Mapped[str | None] = reference(_("Kern"), "kern")
    circa: Mapped[bool] = field(_("Ongeveer"), default=False)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class IndicatorPartij(Part):
    """Whose measure it is, in the word of the document: a name or a role."""

    __tablename__ = "indicator_partij"
    ouder_id: Mapped[str] = owner("indicator")
    naam: Mapped[str] = field(_("Naam of rol"))
    partij_id: Mapped[str | None] = reference(_("Partij"), "partij")


class IndicatorKern(Part):
    """A place that it is about."""

    __tablename__ = "indicator_kern"
    ouder_id: Mapped[str] = owner("indicator")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


class IndicatorAfspraak(Part):
    """An afspraak whose progress it shows."""

    __tablename__ = "indicator_afspraak"
    ouder_id: Mapped[str] = owner("indicator")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


class IndicatorVoorganger(Part):
    """A measure of the akkoord before this one that it carries on; chosen by hand."""

    __tablename__ = "indicator_voorganger"
    ouder_id: Mapped[str] = owner("indicator")
    indicator_id: Mapped[str] = reference(_("Maat uit het vorige akkoord"), "indicator")
    toelichting: Mapped[str | None] = field(_("Wat er anders is"), long=True)


class IndicatorOordeel(Part):
    """What the organisation says about the stand instead of the rule; the reason is printed with it.

    It holds from `datum` on, until `tot` where that is said, or until a later one.
    """

    __tablename__ = "indicator_oordeel"
    ouder_id: Mapped[str] = owner("indicator")
    datum: Mapped[date] = field(_("Vanaf"))
    tot: Mapped[date | None] = field(_("Tot en met"))
    stand: Mapped[str] = field(_("Volgens ons"), choices=keuzes.STAND)
    reden: Mapped[str] = field(_("Waarom"), long=True)


class IndicatorVerwijzing(Part):
    """A measure that stands for this one."""

    __tablename__ = "indicator_verwijzing"
    ouder_id: Mapped[str] = owner("indicator")
    indicator_id: Mapped[str] = reference(_("Maat"), "indicator")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from check_code(draft)
    yield from only_once(draft, "partijen", "naam")
    yield from check_measure(draft)
    yield from check_regel(draft)
    if draft["regel_telt"] and draft["soort"] in ("tekst", "verwijzing", "klassenverdeling", "bedrag"):
        yield Fault(
            _t("Wat vanzelf wordt geteld, past niet bij deze soort maat. Maak dit leeg."), ("regel_telt",)
        )
    for index, line in enumerate(draft.lines("verwijzingen")):
        if draft.id is not None and line["indicator"] == draft.id:
            yield Fault(_t("Dit is de maat zelf. Kies een andere."), ("verwijzingen", index))
    for index, line in enumerate(draft.lines("voorgangers")):
        if draft.id is not None and line["indicator"] == draft.id:
            yield Fault(_t("Dit is de maat zelf. Kies een andere."), ("voorgangers", index))
    for index, line in enumerate(draft.lines("oordelen")):
        yield from (fault.at("oordelen", index) for fault in in_order(line, "datum", "tot"))


def of_theme(thema_id: str) -> ColumnElement[bool]:
    """The measures of the goals of a theme."""
    return Indicator.doel_id.in_(select(Doel.id).where(Doel.thema_id == thema_id, Doel.verwijderd.is_(None)))


def in_akkoord(akkoord_id: str) -> ColumnElement[bool]:
    """The measures of an akkoord."""
    return Indicator.doel_id.in_(select(Doel.id).where(goals_in(akkoord_id), Doel.verwijderd.is_(None)))


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    yield from verify_code(db, draft)
    yield from verify_circle(db, draft)
    lines = draft.lines("voorgangers")
    fresh = [at for at, line in enumerate(lines) if line.id is None or _replaced(line)]
    if not fresh:
        return
    known = set(db.scalars(_before(draft)))
    for at in fresh:
        if lines[at]["indicator"] not in known:
            yield Fault(
                _t("Deze maat staat niet in het akkoord waarvan dit de opvolger is. Kies een andere."),
                ("voorgangers", at, "indicator"),
            )


def _replaced(line: Draft) -> bool:
    return line.before is not None and line.changed("indicator")


def _before(draft: Draft) -> Select[Any]:
    """The keys of the measures of the akkoord before the one in which this measure stands."""
    own = select(Thema.akkoord_id).join(Doel, Doel.thema_id == Thema.id).where(Doel.id == draft["doel"])
    earlier = select(Akkoord.voorganger_id).where(Akkoord.id.in_(own))
    goals = select(Doel.id).join(Thema, Thema.id == Doel.thema_id).where(Thema.akkoord_id.in_(earlier))
    return select(Indicator.id).where(Indicator.doel_id.in_(goals), Indicator.verwijderd.is_(None))


SPEC = RecordSpec(
    Indicator,
    label=_("Maat"),
    plural=_("Maten"),
    columns=("nummer", "code", "tekst", "soort", "doel", "hoofd"),
    search=("code", "tekst", "definitie", "toelichting"),
    name=("tekst", "code"),
    order="volgorde",
    parts=(
        PartSpec("streefwaarden", _("Streefwaarden"), RecordSpec(Streefwaarde, label=_("Streefwaarde"))),
        PartSpec("partijen", _("Partijen"), RecordSpec(IndicatorPartij, label=_("Partij"))),
        PartSpec("kernen", _("Kernen"), RecordSpec(IndicatorKern, label=_("Kern")), link="kern"),
        PartSpec(
            "afspraken", _("Afspraken"), RecordSpec(IndicatorAfspraak, label=_("Afspraak")), link="afspraak"
        ),
        PartSpec(
            "verwijzingen",
            _("Zie de maten"),
            RecordSpec(IndicatorVerwijzing, label=_("Maat")),
            link="indicator",
        ),
        PartSpec("voorgangers", _("Gaat verder op"), RecordSpec(IndicatorVoorganger, label=_("Maat"))),
        PartSpec("oordelen", _("Ons eigen oordeel"), RecordSpec(IndicatorOordeel, label=_("Oordeel"))),
    ),
    filters=(
        Filter("thema", _("Thema"), "verwijzing", of_theme, ref="thema"),
        Filter("in_akkoord", _("Staat in akkoord"), "verwijzing", in_akkoord, ref="akkoord"),
    ),
    check=_check,
    verify=_verify,
)
