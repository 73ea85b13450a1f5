"""Agendamoment: a moment of one year of the jaaragenda, for where it differs from its anchor or is our own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.anker import Anker
from huurdersapp.records.base import Record, field, reference
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.rules import Period, in_order, not_in_future
from huurdersapp.records.spec import Filter, RecordSpec


class Agendamoment(Record):
    """What became of an anchor in calendar year `jaar` (moved, done, dropped), or a moment that somebody added.

    The anchor is the template for every year and stays as it is. Anchors of one `ronde` are one meeting: a moment of
    one of them holds for all.
    """

    __tablename__ = "agendamoment"
    naam: Mapped[str] = field(_("Wat"), filled=True, index=True)
    akkoord_id: Mapped[str | None] = reference(_("Akkoord"), "akkoord")
    anker_id: Mapped[str | None] = reference(_("Vast moment"), "anker")
    jaar: Mapped[int] = field(_("Jaar"), filled=True, minimum=FIRST_YEAR, maximum=LAST_YEAR, index=True)
    van: Mapped[date | None] = field(_("Op of van"), index=True)
    tot: Mapped[date | None] = field(_("Tot en met"), index=True)
    reden: Mapped[str | None] = field(_("Waarom het anders is"), long=True)
    gedaan_op: Mapped[date | None] = field(_("Gedaan op"), index=True)
    vervallen: Mapped[bool] = field(_("Gaat niet door"), default=False, index=True)
    overleg_id: Mapped[str | None] = reference(_("Overleg"), "overleg")
    herinnering_dagen: Mapped[int | None] = field(
        _("Herinnering vooraf"), minimum=0, maximum=366, unit=_("dagen")
    )
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["jaar"] is None and draft["van"] is not None:
        draft.values["jaar"] = draft["van"].year
    return ()


def _check(draft: Draft) -> Iterable[Fault]:
    if draft["anker"] is None:
        if not draft["naam"]:
            yield Fault(_t("Vul in wat er dan is."), ("naam",))
        if draft["van"] is None:
            yield Fault(_t("Vul de dag in."), ("van",))
    elif (draft["van"] is not None or draft["vervallen"]) and not draft["reden"]:
        yield Fault(_t("Schrijf erbij waarom u dit verzet, of waarom het niet doorgaat."), ("reden",))
    if draft["tot"] is not None and draft["van"] is None:
        yield Fault(_t("Vul ook de eerste dag in."), ("van",))
    if draft["jaar"] is None and draft["anker"] is not None:
        yield Fault(_t("Vul het jaar in."), ("jaar",))
    yield from in_order(draft, "van", "tot")
    yield from not_in_future(draft, "gedaan_op")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    anker = db.get(Anker, draft["anker"]) if draft["anker"] else None
    if anker is not None:
        if not draft["naam"]:
            draft.values["naam"] = anker.naam
        draft.values["akkoord"] = anker.akkoord_id
        yield from _only_one(db, draft, anker)


def _only_one(db: Session, draft: Draft, anker: Anker) -> Iterable[Fault]:
    """Of two for the same meeting in one year only the first would be looked at."""
    same = select(Agendamoment.id).where(
        Agendamoment.anker_id.in_(select(Anker.id).where(_of_round(anker), Anker.verwijderd.is_(None))),
        Agendamoment.jaar == draft["jaar"],
        Agendamoment.verwijderd.is_(None),
    )
    if any(key != draft.id for key in db.scalars(same)):
        yield Fault(
            _t("Over dit moment staat er voor {year} al iets. Wijzig liever dat.").format(year=draft["jaar"]),
            ("anker",),
            warning=True,
        )


def _of_round(anker: Anker) -> ColumnElement[bool]:
    """The anchor, and the others of its round."""
    if not anker.ronde:
        return Anker.id == anker.id
    return and_(Anker.akkoord_id == anker.akkoord_id, Anker.ronde == anker.ronde)


def _in(period: Period) -> ColumnElement[bool]:
    last = func.coalesce(Agendamoment.tot, Agendamoment.van)
    return and_(Agendamoment.van <= period[1], last >= period[0])


def _open_on(on: date) -> ColumnElement[bool]:
    return and_(
        Agendamoment.vervallen.is_(False),
        or_(Agendamoment.gedaan_op.is_(None), Agendamoment.gedaan_op > on),
    )


SPEC = RecordSpec(
    Agendamoment,
    label=_("Agendamoment"),
    plural=_("Agendamomenten"),
    columns=("nummer", "jaar", "naam", "van", "gedaan_op"),
    search=("naam", "reden", "toelichting"),
    name=("naam",),
    order="-van",
    filters=(
        Filter("in", _("Valt in"), "periode", _in),
        Filter("open_op", _("Open op"), "datum", _open_on),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
