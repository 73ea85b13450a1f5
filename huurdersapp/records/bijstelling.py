"""Bijstelling: a change of a goal, a commitment or a measure that was decided in the bestuurlijk overleg."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Mapped, Session

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bijlage
from huurdersapp.records.afspraak import Afspraak
from huurdersapp.records.akkoord import Akkoord, Bijsteloptie
from huurdersapp.records.base import Part, Record, field, owner, reference
from huurdersapp.records.doel import Doel
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.rules import Period, within
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.thema import Thema

POINTS: tuple[tuple[str, type[Any]], ...] = (
    ("doel", Doel),
    ("afspraak", Afspraak),
    ("indicator", Indicator),
)
"""What can be changed: exactly one of these is named."""


class Bijstelling(Record):
    """What was, what it became, who decided that and when. `optie` is the key of one of the ways that the akkoord
    itself offers (akkoord.bijstelopties). The point itself has the new text; here both stay readable for ever."""

    __tablename__ = "bijstelling"
    naam: Mapped[str] = field(_("Naam"), filled=True, index=True)
    akkoord_id: Mapped[str | None] = reference(_("Akkoord"), "akkoord", filled=True)
    doel_id: Mapped[str | None] = reference(_("Doel"), "doel")
    afspraak_id: Mapped[str | None] = reference(_("Afspraak"), "afspraak")
    indicator_id: Mapped[str | None] = reference(_("Maat"), "indicator")
    afwijking_id: Mapped[str | None] = reference(_("Doel niet op schema"), "afwijking")
    besloten_op: Mapped[date] = field(_("Besloten op"), index=True)
    overleg_id: Mapped[str | None] = reference(_("Besloten in overleg"), "overleg")
    optie: Mapped[str | None] = field(
        _("Welke mogelijkheid"), help=_("Een van de mogelijkheden die het akkoord zelf noemt"), index=True
    )
    reden: Mapped[str] = field(_("Waarom"), long=True)
    toelichting: Mapped[str | None] = field(_("Toelichting"), long=True)


class Verschil(Part):
    """One thing that changed, in words: what it is called, what it was and what it is now."""

    __tablename__ = "bijstelling_verschil"
    ouder_id: Mapped[str] = owner("bijstelling")
    veld: Mapped[str] = field(_("Wat"))
    oud: Mapped[str | None] = field(_("Was"), long=True)
    nieuw: Mapped[str | None] = field(_("Is nu"), long=True)


class BijstellingBijlage(bijlage.Bestand):
    """The decision or another document about the change."""

    __tablename__ = "bijstelling_bijlage"
    ouder_id: Mapped[str] = owner("bijstelling")


def _check(draft: Draft) -> Iterable[Fault]:
    named = [key for key, _cls in POINTS if draft[key] is not None]
    if len(named) != 1:
        yield Fault(_t("Kies één doel, afspraak of maat die verandert."), (named[1] if named else "doel",))


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    key, cls = next((key, cls) for key, cls in POINTS if draft[key] is not None)
    point = db.get(cls, draft[key])
    akkoord = None if point is None else akkoord_of_point(db, point)
    draft.values["akkoord"] = None if akkoord is None else akkoord.id
    if point is not None and draft["besloten_op"] is not None:
        draft.values["naam"] = f"Bijstelling {point.code} {day(draft['besloten_op'])}"
    if akkoord is not None and draft["optie"] and draft.changed("optie"):
        yield from check_option(db, akkoord, draft["optie"], ("optie",))
    yield from bijlage.verify(db, draft)


def akkoord_of_point(db: Session, point: Any) -> Akkoord | None:
    """The akkoord that a doel, afspraak or indicator stands in; None where a link is gone."""
    if getattr(point, "akkoord_id", None):
        return db.get(Akkoord, point.akkoord_id)
    doel = point if isinstance(point, Doel) else db.get(Doel, point.doel_id) if point.doel_id else None
    thema = db.get(Thema, doel.thema_id) if doel is not None else None
    return db.get(Akkoord, thema.akkoord_id) if thema is not None and thema.akkoord_id else None


def options(db: Session, akkoord: Akkoord) -> list[tuple[str, str]]:
    """Key and text of the ways that an akkoord offers when a goal is off schedule, in its own order."""
    lines = select(Bijsteloptie.sleutel, Bijsteloptie.tekst).where(
        Bijsteloptie.ouder_id == akkoord.id, Bijsteloptie.verwijderd.is_(None)
    )
    return [(row.sleutel, row.tekst) for row in db.execute(lines.order_by(Bijsteloptie.volgorde))]


def check_option(db: Session, akkoord: Akkoord, key: str, place: tuple[str | int, ...]) -> Iterable[Fault]:
    """A fault for a way that the akkoord does not offer; an akkoord that names none leaves it free."""
    known = [name for name, _text in options(db, akkoord)]
    if known and key not in known:
        yield Fault(
            _t("Het akkoord noemt deze mogelijkheid niet. Kies uit: {known}.").format(known=", ".join(known)),
            place,
        )


def _decided_in(period: Period) -> ColumnElement[bool]:
    return within(Bijstelling.besloten_op, period)


SPEC = RecordSpec(
    Bijstelling,
    label=_("Bijstelling"),
    plural=_("Bijstellingen"),
    columns=("nummer", "naam", "besloten_op", "overleg"),
    search=("naam", "reden", "toelichting"),
    name=("naam",),
    order="-besloten_op",
    parts=(
        PartSpec(
            "verschillen",
            _("Wat er veranderde"),
            RecordSpec(Verschil, label=_("Verandering"), search=("oud", "nieuw")),
        ),
        bijlage.listed(BijstellingBijlage),
    ),
    filters=(Filter("besloten_in", _("Besloten in"), "periode", _decided_in),),
    check=_check,
    verify=_verify,
)
