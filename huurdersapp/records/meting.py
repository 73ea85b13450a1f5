"""Meting: a value of a measure over some days or at their end, with where it comes from and who settled it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement, exists, not_, select
from sqlalchemy.orm import Mapped, Session, aliased

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import akkoord_keuzes as keuzes
from huurdersapp.records import bijlage, meting_toets
from huurdersapp.records.base import Choices, Part, Record, field, owner, reference
from huurdersapp.records.doel import Doel
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.indicator import Indicator, of_theme
from huurdersapp.records.rules import Period, only_once, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.thema import Thema

STATUS = Choices.of(concept=_("Concept"), bevestigd=_("Bevestigd"), vastgesteld=_("Vastgesteld"))
"""A value enters as concept, the regiegroep confirms it, the bestuurlijk overleg settles it; in another municipality
these meetings have other names, so the words do not say which."""


class Meting(Record):
    """A measured value. The day of a stand is `tot`; a count is over `van` to `tot`.

    Shares are in percent, money in euro, ja_nee as 1 or 0, growth since the first measurement for a measure with
    richting toename or afname. With `teller` and `noemer` the value of a share follows from them. `partij` is whose
    value it is (empty: of all together), `aangeleverd_door` who told it. A correction of what was settled is a new
    meting: `vervangt` the old one, with the reason.
    """

    __tablename__ = "meting"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    indicator_id: Mapped[str] = reference(_("Maat"), "indicator")
    van: Mapped[date] = field(_("Van"), index=True)
    tot: Mapped[date] = field(_("Tot en met"), index=True)
    waarde: Mapped[Decimal | None] = field(
        _("Waarde"),
        help=_(
            "Bij ja of nee: 1 voor ja, 0 voor nee. Bij toename of afname: hoeveel erbij kwam of af ging sinds de nulmeting."
        ),
    )
    teller: Mapped[Decimal | None] = field(_("Teller"), help=_("Hoeveel van het geheel"))
    noemer: Mapped[Decimal | None] = field(_("Noemer"), help=_("Hoeveel het geheel is"))
    tekst: Mapped[str | None] = field(_("In woorden"), long=True)
    partij_id: Mapped[str | None] = reference(
        _("Van welke partij"), "partij", help=_("Leeg: van alle partijen samen")
    )
    kern_id: Mapped[str | None] = reference(_("Plaats"), "kern", help=_("Leeg: het hele gebied van de maat"))
    precisie: Mapped[str | None] = field(_("Hoe precies"), choices=keuzes.PRECISIE)
    project: Mapped[str | None] = field(_("Project"), index=True)
    bron: Mapped[str | None] = field(_("Bron"))
    aangeleverd_door_id: Mapped[str | None] = reference(_("Aangeleverd door"), "partij")
    aangeleverd_op: Mapped[date | None] = field(_("Aangeleverd op"), index=True)
    status: Mapped[str] = field(_("Status"), choices=STATUS, default="concept", index=True)
    bevestigd_op: Mapped[date | None] = field(_("Bevestigd op"))
    bevestigd_in_id: Mapped[str | None] = reference(_("Bevestigd in overleg"), "overleg")
    vastgesteld_op: Mapped[date | None] = field(_("Vastgesteld op"))
    vastgesteld_in_id: Mapped[str | None] = reference(_("Vastgesteld in overleg"), "overleg")
    vervangt_id: Mapped[str | None] = reference(_("Verbetert meting"), "meting")
    versie: Mapped[int] = field(_("Versie"), filled=True, default=1, minimum=1)
    correctie_reden: Mapped[str | None] = field(_("Waarom dit is verbeterd"), long=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class MetingKlasse(Part):
    """The share of one class, in percent, or how many are in it."""

    __tablename__ = "meting_klasse"
    ouder_id: Mapped[str] = owner("meting")
    klasse: Mapped[str] = field(_("Klasse"))
    waarde: Mapped[Decimal | None] = field(_("Waarde"), unit=_("%"))
    aantal: Mapped[int | None] = field(_("Aantal"), minimum=0)


class MetingBijlage(bijlage.Bestand):
    """The document in which a value stands."""

    __tablename__ = "meting_bijlage"
    ouder_id: Mapped[str] = owner("meting")


def _check(draft: Draft) -> Iterable[Fault]:
    if draft["van"] is not None and draft["tot"] is not None and draft["tot"] < draft["van"]:
        yield Fault(
            _t("Deze dag ligt vóór het begin ({day}). Kijk de datums na.").format(day=day(draft["van"])),
            ("tot",),
        )
    yield from only_once(draft, "klassen", "klasse")
    yield from meting_toets.check(draft)


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    yield from meting_toets.verify(db, draft)
    yield from bijlage.verify(db, draft)


def current(yes: bool) -> ColumnElement[bool]:
    """No later version stands in its place."""
    later = aliased(Meting)
    replaced = exists(select(later.id).where(later.vervangt_id == Meting.id, later.verwijderd.is_(None)))
    return not_(replaced) if yes else replaced


def _measured_in(period: Period) -> ColumnElement[bool]:
    return within(Meting.tot, period)


def _of_theme(thema_id: str) -> ColumnElement[bool]:
    return Meting.indicator_id.in_(select(Indicator.id).where(of_theme(thema_id)))


def _of_akkoord(akkoord_id: str) -> ColumnElement[bool]:
    goals = select(Doel.id).join(Thema, Thema.id == Doel.thema_id).where(Thema.akkoord_id == akkoord_id)
    return Meting.indicator_id.in_(select(Indicator.id).where(Indicator.doel_id.in_(goals)))


SPEC = RecordSpec(
    Meting,
    label=_("Meting"),
    plural=_("Metingen"),
    columns=("nummer", "indicator", "tot", "waarde", "status"),
    search=("naam", "tekst", "project", "bron", "toelichting"),
    name=("naam",),
    order="-tot",
    parts=(
        PartSpec("klassen", _("Klassen"), RecordSpec(MetingKlasse, label=_("Klasse"))),
        bijlage.listed(MetingBijlage),
    ),
    filters=(
        Filter("gemeten_in", _("Gemeten in"), "periode", _measured_in),
        Filter("geldend", _("Geldt nu (niet vervangen)"), "ja_nee", current),
        Filter("thema", _("Thema"), "verwijzing", _of_theme, ref="thema"),
        Filter("akkoord", _("Akkoord"), "verwijzing", _of_akkoord, ref="akkoord"),
    ),
    check=_check,
    verify=_verify,
)
