"""Actiepunt: who will do what before when. Of another party it is a toezegging, which we keep an eye on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Index, and_, exists, func, not_, select
from sqlalchemy.orm import Mapped

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.base import Record, field, owner, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.records.rules import Period, in_order, none_or_after, not_in_future, within
from huurdersapp.records.spec import Filter, RecordSpec


class Actiepunt(Record):
    """One thing to do. `partij` or `persoon` (or both) says whose it is; done or dropped it stays as a note."""

    __tablename__ = "actiepunt"
    wat: Mapped[str] = field(_("Wat"), index=True)
    partij_id: Mapped[str | None] = reference(_("Van wie: partij"), "partij")
    persoon: Mapped[str | None] = field(_("Van wie: persoon"), index=True)
    afgesproken_op: Mapped[date | None] = field(_("Afgesproken op"), index=True)
    uiterlijk: Mapped[date | None] = field(_("Uiterlijk"), index=True)
    gedaan_op: Mapped[date | None] = field(_("Gedaan op"), index=True)
    vervallen_op: Mapped[date | None] = field(_("Vervallen op"), index=True)
    overleg_id: Mapped[str | None] = reference(_("Overleg"), "overleg")
    thema_id: Mapped[str | None] = reference(_("Thema"), "thema")
    afspraak_id: Mapped[str | None] = reference(_("Afspraak"), "afspraak")
    knelpunt_id: Mapped[str | None] = reference(_("Knelpunt"), "knelpunt")
    indicator_id: Mapped[str | None] = reference(_("Maat"), "indicator")
    afwijking_id: Mapped[str | None] = reference(
        _("Doel niet op schema"), "afwijking", help=_("Als dit een extra inspanning is")
    )
    uitkomst: Mapped[str | None] = field(_("Wat eruit kwam"), long=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


Index(  # what is open or late, without looking at all that was done in the years before
    "ix_actiepunt_open",
    Actiepunt.vervallen_op,  # empty in each: without it SQLite takes the index of all that was never dropped
    Actiepunt.uiterlijk,
    Actiepunt.id,
    sqlite_where=and_(
        Actiepunt.gedaan_op.is_(None), Actiepunt.vervallen_op.is_(None), Actiepunt.verwijderd.is_(None)
    ),
)


class ActiepuntBijlage(bijlage.Bestand):
    """A file that belongs to an actiepunt."""

    __tablename__ = "actiepunt_bijlage"
    ouder_id: Mapped[str] = owner("actiepunt")


def _check(draft: Draft) -> Iterable[Fault]:
    if draft["partij"] is None and not draft["persoon"]:
        yield Fault(_t("Er staat niet bij van wie dit actiepunt is."), ("partij",), warning=True)
    if draft["gedaan_op"] is not None and draft["vervallen_op"] is not None:
        yield Fault(
            _t("Een actiepunt is gedaan of vervallen, niet allebei. Maak er één leeg."), ("vervallen_op",)
        )
    if draft["gedaan_op"] is None and draft["vervallen_op"] is None and draft["uitkomst"]:
        text = _t("Er staat wat eruit kwam, maar niet dat dit gedaan is. Vul die dag in.")
        yield Fault(text, ("gedaan_op",), warning=True)
    yield from in_order(draft, "afgesproken_op", "gedaan_op")
    yield from in_order(draft, "afgesproken_op", "vervallen_op")
    yield from in_order(draft, "afgesproken_op", "uiterlijk")
    yield from not_in_future(draft, "gedaan_op", "vervallen_op")


def _begun_on() -> ColumnElement[date]:
    """The day on which it was agreed: its own, else that of the meeting, else always."""
    meeting = select(Overleg.datum).where(Overleg.id == Actiepunt.overleg_id).scalar_subquery()
    return func.coalesce(Actiepunt.afgesproken_op, meeting, date.min)


def open_on(on: date) -> ColumnElement[bool]:
    """Agreed by the end of that day, and neither done nor dropped."""
    return and_(
        _begun_on() <= on, none_or_after(Actiepunt.gedaan_op, on), none_or_after(Actiepunt.vervallen_op, on)
    )


def late_on(on: date) -> ColumnElement[bool]:
    """Open on that day while its last day had passed; the last day itself still counts."""
    return and_(open_on(on), Actiepunt.uiterlijk < on)


def promise(yes: bool) -> ColumnElement[bool]:
    """A toezegging: a party that is not our own organisation owns it."""
    theirs = exists().where(Partij.id == Actiepunt.partij_id, Partij.eigen.is_(False))
    return theirs if yes else not_(theirs)


def _of_nobody(yes: bool) -> ColumnElement[bool]:
    """Nobody is named who will do it."""
    nobody = and_(Actiepunt.partij_id.is_(None), func.coalesce(Actiepunt.persoon, "") == "")
    return nobody if yes else not_(nobody)


def _due_by(on: date) -> ColumnElement[bool]:
    """To be done by that day at the latest, however long ago that was."""
    return Actiepunt.uiterlijk <= on


def _done_in(period: Period) -> ColumnElement[bool]:
    return within(Actiepunt.gedaan_op, period)


def _agreed_in(period: Period) -> ColumnElement[bool]:
    return within(_begun_on(), period)


def _from_kind(kind: str) -> ColumnElement[bool]:
    return exists().where(Overleg.id == Actiepunt.overleg_id, Overleg.soort == kind)


SPEC = RecordSpec(
    Actiepunt,
    label=_("Actiepunt"),
    plural=_("Actiepunten"),
    columns=("nummer", "wat", "partij", "uiterlijk"),
    search=("wat", "persoon", "uitkomst", "toelichting"),
    name=("wat",),
    order="uiterlijk",
    parts=(bijlage.listed(ActiepuntBijlage),),
    filters=(
        Filter("toezegging", _("Toezegging van een andere partij"), "ja_nee", promise),
        Filter("open_op", _("Open op"), "datum", open_on),
        Filter("te_laat_op", _("Te laat op"), "datum", late_on),
        Filter("zonder_wie", _("Zonder dat erbij staat van wie"), "ja_nee", _of_nobody),
        Filter("uiterlijk_voor", _("Uiterlijk op of vóór"), "datum", _due_by),
        Filter("overlegsoort", _("Uit overleg van soort"), "keuze", _from_kind, choices=OVERLEGSOORTEN),
        Filter("gedaan_in", _("Gedaan in"), "periode", _done_in),
        Filter("afgesproken_in", _("Afgesproken in"), "periode", _agreed_in),
    ),
    check=_check,
    verify=bijlage.verify,
)
