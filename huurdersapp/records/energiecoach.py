"""Energiecoach: a trained volunteer who visits tenants at home."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.rules import Period, in_order, not_in_future
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

NEEDED = ("opleiding", "vog_gezien_op", "geheimhouding_op")
"""What should be known before a coach goes to people's homes; a person without it is kept, and said."""


class Energiecoach(Record):
    """Who visits, since when, and what was seen of training, VOG and secrecy. A VOG is seen and never kept."""

    __tablename__ = "energiecoach"
    naam: Mapped[str] = field(_("Naam"), index=True)
    opleiding: Mapped[str | None] = field(_("Opleiding"))
    opleiding_op: Mapped[date | None] = field(_("Opleiding klaar op"))
    vog_gezien_op: Mapped[date | None] = field(
        _("VOG gezien op"), help=_("Verklaring Omtrent het Gedrag: alleen gezien, niet bewaard")
    )
    geheimhouding_op: Mapped[date | None] = field(_("Geheimhouding getekend op"))
    actief_van: Mapped[date | None] = field(_("Coach vanaf"), index=True)
    actief_tot: Mapped[date | None] = field(_("Coach tot"), index=True)
    per_week: Mapped[int | None] = field(_("Hoogstens per week"), minimum=0, maximum=100, unit=_("bezoeken"))
    telefoon: Mapped[str | None] = field(_("Telefoon"), personal=True)
    email: Mapped[str | None] = field(_("E-mail"), personal=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class EnergiecoachKern(Part):
    """A place where the coach visits."""

    __tablename__ = "energiecoach_kern"
    ouder_id: Mapped[str] = owner("energiecoach")
    kern_id: Mapped[str] = reference(_("Kern"), "kern")


def _check(draft: Draft) -> Iterable[Fault]:
    yield from in_order(draft, "actief_van", "actief_tot")
    yield from not_in_future(draft, "vog_gezien_op", "geheimhouding_op")
    for key in NEEDED:
        if draft[key] is None:
            label = draft.spec.fields[key].label
            yield Fault(
                _t("‘{label}’ is nog niet bekend. Regel dat vóór het eerste bezoek.").format(label=label),
                (key,),
                warning=True,
            )


def active_on(on: date) -> ColumnElement[bool]:
    """A coach on that day; an empty begin or end is open."""
    begun = or_(Energiecoach.actief_van.is_(None), Energiecoach.actief_van <= on)
    return and_(begun, or_(Energiecoach.actief_tot.is_(None), Energiecoach.actief_tot >= on))


def active_in(period: Period) -> ColumnElement[bool]:
    """A coach on at least one day of the period."""
    begun = or_(Energiecoach.actief_van.is_(None), Energiecoach.actief_van <= period[1])
    return and_(begun, or_(Energiecoach.actief_tot.is_(None), Energiecoach.actief_tot >= period[0]))


def planned_from(on: date) -> ColumnElement[bool]:
    """Has a visit planned on that day or later."""
    coming = select(Energiebezoek.coach_id).where(
        Energiebezoek.status == "gepland",
        Energiebezoek.datum >= on,
        Energiebezoek.verwijderd.is_(None),
        Energiebezoek.coach_id.is_not(None),
    )
    return Energiecoach.id.in_(coming)


def incomplete(yes: bool) -> ColumnElement[bool]:
    """Something of training, VOG or secrecy is not known."""
    missing = or_(*(getattr(Energiecoach, key).is_(None) for key in NEEDED))
    return missing if yes else ~missing


SPEC = RecordSpec(
    Energiecoach,
    label=_("Energiecoach"),
    plural=_("Energiecoaches"),
    columns=("nummer", "naam", "opleiding", "vog_gezien_op", "geheimhouding_op", "actief_tot"),
    search=("naam", "opleiding", "toelichting"),
    name=("naam",),
    order="naam",
    parts=(
        PartSpec("kernen", _("Kernen en wijken"), RecordSpec(EnergiecoachKern, label=_("Kern")), link="kern"),
    ),
    filters=(
        Filter("actief_op", _("Coach op"), "datum", active_on),
        Filter("actief_in", _("Coach in"), "periode", active_in),
        Filter("bezoek_gepland_vanaf", _("Bezoek gepland vanaf"), "datum", planned_from),
        bewaren.kept("energiecoach"),
        Filter("onvolledig", _("Mist nog iets"), "ja_nee", incomplete),
    ),
    check=_check,
)
