"""Visie: a wijk- or dorpsvisie, or the yearly activiteitenprogramma leefbaarheid, with our part in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, in_order, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

SOORTEN = Choices.of(visie=_("Wijk- of dorpsvisie"), programma=_("Leefbaarheidsprogramma"))
STATUS = Choices.of(
    gepland=_("Gepland"),
    loopt=_("Wordt gemaakt"),
    vastgesteld=_("Vastgesteld"),
    vervallen=_("Vervallen"),
)


class Visie(Record):
    """What is agreed for some places, who made it and what tenants and the organisation brought in.

    It counts as own input when `eigen_inbreng` says what that was; `inbreng_op` is the day for which it counts.
    """

    __tablename__ = "visie"
    naam: Mapped[str] = field(_("Naam"), index=True)
    soort: Mapped[str] = field(_("Soort"), choices=SOORTEN, default="visie", index=True)
    jaar: Mapped[int | None] = field(_("Jaar"), minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="gepland", index=True)
    start_op: Mapped[date | None] = field(_("Begonnen op"), index=True)
    vastgesteld_op: Mapped[date | None] = field(_("Vastgesteld op"), index=True)
    trekker_id: Mapped[str | None] = reference(_("Wie trekt het"), "partij")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    inhoud: Mapped[str | None] = field(_("Wat erin staat"), long=True)
    eigen_inbreng: Mapped[str | None] = field(_("Wat wij inbrachten"), long=True)
    inbreng_op: Mapped[date | None] = field(_("Ingebracht op"), index=True)
    bron: Mapped[str | None] = field(_("Bron"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class VisieKern(Part):
    """A place that it is about."""

    __tablename__ = "visie_kern"
    ouder_id: Mapped[str] = owner("visie")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


class VisieBijeenkomst(Part):
    """A moment at which tenants could take part."""

    __tablename__ = "visie_bijeenkomst"
    ouder_id: Mapped[str] = owner("visie")
    datum: Mapped[date | None] = field(_("Datum"))
    wat: Mapped[str] = field(_("Wat"))
    bewoners: Mapped[int | None] = field(_("Bewoners die meededen"), minimum=0, unit=_("bewoners"))
    eigen_aanwezig: Mapped[bool] = field(_("Wij waren erbij"), default=False)
    uitkomst: Mapped[str | None] = field(_("Wat eruit kwam"), long=True)


class VisieOnderdeel(Part):
    """An activity of it: who does it, what it costs (in cents) and whether it is ours."""

    __tablename__ = "visie_onderdeel"
    ouder_id: Mapped[str] = owner("visie")
    wat: Mapped[str] = field(_("Wat"))
    partij_id: Mapped[str | None] = reference(_("Wie"), "partij")
    eigen: Mapped[bool] = field(_("Ons eigen deel"), default=False)
    kosten: Mapped[int | None] = field(_("Kosten"), minimum=0, money=True)
    gepland_op: Mapped[date | None] = field(_("Gepland op"))
    gedaan_op: Mapped[date | None] = field(_("Gedaan op"))
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class VisieRaadpleging(Part):
    """A raadpleging of ours about it."""

    __tablename__ = "visie_raadpleging"
    ouder_id: Mapped[str] = owner("visie")
    raadpleging_id: Mapped[str] = reference(_("Raadpleging"), "raadpleging")


class VisieAfspraak(Part):
    """An afspraak of the akkoord that it carries out."""

    __tablename__ = "visie_afspraak"
    ouder_id: Mapped[str] = owner("visie")
    afspraak_id: Mapped[str] = reference(_("Afspraak"), "afspraak")


class VisieBijlage(bijlage.Bestand):
    """The document itself, or one about it."""

    __tablename__ = "visie_bijlage"
    ouder_id: Mapped[str] = owner("visie")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "start_op", "vastgesteld_op")
    if draft["inbreng_op"] is not None and not draft["eigen_inbreng"]:
        yield Fault(_t("Schrijf erbij wat u inbracht."), ("eigen_inbreng",))
    if draft["eigen_inbreng"] and draft["inbreng_op"] is None and draft["vastgesteld_op"] is None:
        yield Fault(
            _t("Zonder dag telt uw inbreng nog niet mee. Vul in wanneer u die gaf."),
            ("inbreng_op",),
            warning=True,
        )


def _with_input(period: Period) -> ColumnElement[bool]:
    told = func.coalesce(Visie.inbreng_op, Visie.vastgesteld_op)
    return and_(Visie.eigen_inbreng.is_not(None), within(told, period))


def _settled(period: Period) -> ColumnElement[bool]:
    return within(Visie.vastgesteld_op, period)


SPEC = RecordSpec(
    Visie,
    label=_("Wijk- of dorpsvisie"),
    plural=_("Wijk- en dorpsvisies"),
    columns=("nummer", "naam", "jaar", "status"),
    search=("naam", "inhoud", "eigen_inbreng", "toelichting"),
    name=("naam",),
    order="-jaar",
    parts=(
        PartSpec("kernen", _("Kernen"), RecordSpec(VisieKern, label=_("Kern")), link="kern"),
        PartSpec(
            "bijeenkomsten",
            _("Meedoen"),
            RecordSpec(VisieBijeenkomst, label=_("Bijeenkomst"), search=("wat", "uitkomst")),
        ),
        PartSpec(
            "onderdelen", _("Onderdelen"), RecordSpec(VisieOnderdeel, label=_("Onderdeel"), search=("wat",))
        ),
        PartSpec(
            "raadplegingen",
            _("Raadplegingen"),
            RecordSpec(VisieRaadpleging, label=_("Raadpleging")),
            link="raadpleging",
        ),
        PartSpec(
            "afspraken", _("Afspraken"), RecordSpec(VisieAfspraak, label=_("Afspraak")), link="afspraak"
        ),
        bijlage.listed(VisieBijlage),
    ),
    filters=(
        Filter("inbreng_in", _("Met onze inbreng in"), "periode", _with_input),
        Filter("vastgesteld_in", _("Vastgesteld in"), "periode", _settled),
    ),
    check=_check,
    verify=bijlage.verify,
)
