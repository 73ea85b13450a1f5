"""The numbers of the page Vandaag: those of the lists behind them, asked by a road that stays short.

Each adds to the condition of its list something that follows from it and that an index knows, such as "not done".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from huurdersapp.actions.names import called
from huurdersapp.actions.telling import met
from huurdersapp.base import period
from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.bezoekformulier import Bezoekformulier
from huurdersapp.records.campagne_tables import Campagne
from huurdersapp.records.commissie import Commissie
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.knelpunt_status import ENDS, STATUS
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.rules import within
from huurdersapp.store.step import ReadSession

MANY = 1000
"""Counting stops here; more is said as "999+"."""
LOOKED = 500
"""Records that are looked at where no index leads straight to what is wanted."""
SHEETS = 5_000
"""The same of sheets of paper: nearly all of them came back, and whether one did is seen at once."""
OPEN = tuple(item.key for item in STATUS.items if item.key not in (*ENDS, "heropend"))
OPEN_KNELPUNTEN = (f"status={','.join(OPEN)}",)


@dataclass(frozen=True, slots=True)
class Seen:
    """How many there are (at most `MANY`; `more`: and perhaps others), and the first of them."""

    count: int
    number: int = 0
    title: str = ""
    day: date | None = None
    more: bool = False


def said(count: int, more: bool = False) -> str:
    """A number on the page."""
    if count >= MANY:
        return f"{MANY - 1}+"
    return f"{count}+" if more else str(count)


def count(db: ReadSession, kind: str, where: tuple[str, ...], *more: ColumnElement[bool]) -> int:
    """How many records of a kind meet these conditions, at most `MANY`."""
    table = db.catalogue.specs[kind].table
    found = select(table.c.id).where(_met(db, kind, where), *more).limit(MANY)
    return int(db.execute(select(func.count()).select_from(found.subquery())).scalar_one())


def late_points(db: ReadSession, where: tuple[str, ...]) -> Seen:
    """Actiepunten whose last day has passed."""
    return _seen(db, "actiepunt", where, "uiterlijk", *_not_done())


def open_points(db: ReadSession, where: tuple[str, ...]) -> int:
    """Actiepunten that are open."""
    return count(db, "actiepunt", where, *_not_done())


def _not_done() -> tuple[ColumnElement[bool], ...]:
    """What follows from being open today, as nothing is done tomorrow (see the checks of an actiepunt)."""
    return Actiepunt.gedaan_op.is_(None), Actiepunt.vervallen_op.is_(None)


def late_reactions(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Knelpunten without the reaction that was expected: of those without one, those that were expected last."""
    near = (
        select(Knelpunt.id)
        .where(Knelpunt.reactie_verwacht_op < on)
        .where(Knelpunt.reactie_ontvangen_op.is_(None), Knelpunt.verwijderd.is_(None))
        .order_by(Knelpunt.reactie_verwacht_op.desc(), Knelpunt.id.desc())
    )
    return among(db, "knelpunt", where, near, "reactie_verwacht_op", Knelpunt.status.in_(OPEN))


def aftercare_due(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Visits of which the aftercare is due, of those that were planned last; the first is the longest ago."""
    near = (
        select(Energiebezoek.id)
        .where(Energiebezoek.nazorg_gepland_op <= on)
        .where(Energiebezoek.nazorg_op.is_(None), Energiebezoek.verwijderd.is_(None))
        .order_by(Energiebezoek.nazorg_gepland_op.desc(), Energiebezoek.id.desc())
    )
    return among(db, "energiebezoek", where, near, "nazorg_gepland_op")


def unseen_coaches(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Coaches with visits to come of whom something was not seen."""
    coming = (
        select(Energiebezoek.coach_id)
        .where(Energiebezoek.status == "gepland", Energiebezoek.datum >= on)
        .where(Energiebezoek.verwijderd.is_(None), Energiebezoek.coach_id.is_not(None))
        .order_by(Energiebezoek.datum)
    )
    return among(db, "energiecoach", where, coming, "actief_van")


def sheets_out(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Sheets that are out too long, of those that were handed out last."""
    near = (
        select(Bezoekformulier.id)
        .where(Bezoekformulier.uitgegeven_op < on, Bezoekformulier.verwijderd.is_(None))
        .order_by(Bezoekformulier.uitgegeven_op.desc(), Bezoekformulier.id.desc())
    )
    return among(db, "bezoekformulier", where, near, "uitgegeven_op", looked=SHEETS)


def committees(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Bewonerscommissies, of the newest ones."""
    near = select(Commissie.id).where(Commissie.verwijderd.is_(None)).order_by(Commissie.nummer.desc())
    return among(db, "commissie", where, near, "opgericht_op")


def unlearned(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Campagnes that are over and of which nobody wrote what was learned, of those that ended last."""
    near = (
        select(Campagne.id)
        .where(Campagne.eind_op < on, Campagne.verwijderd.is_(None))
        .order_by(Campagne.eind_op.desc(), Campagne.id.desc())
    )
    return among(db, "campagne", where, near, "eind_op")


def feedback_due(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Raadplegingen of which the tenants have not heard."""
    return _seen(db, "raadpleging", where, "sluit_op", Raadpleging.terugkoppeling_op.is_(None))


def held(db: ReadSession, where: tuple[str, ...], year: int) -> int:
    """Raadplegingen of a year."""
    days = period.parse(str(year))
    whole = (days.first, days.last)
    return count(
        db,
        "raadpleging",
        where,
        or_(within(Raadpleging.sluit_op, whole), within(Raadpleging.start_op, whole)),
    )


def among(
    db: ReadSession,
    kind: str,
    where: tuple[str, ...],
    near: Select[Any],
    day: str,
    *more: ColumnElement[bool],
    looked: int | None = None,
) -> Seen:
    """Those that meet the conditions among the nearest ones that an index leads to (`near`, in its order): so many as are
    `looked` at."""
    most = LOOKED if looked is None else looked
    key = db.catalogue.specs[kind].table.c.id
    found = _seen(db, kind, where, day, key.in_(near.limit(most)), *more)
    beyond = bool(found.count) and db.execute(near.limit(1).offset(most)).first() is not None
    return replace(found, more=beyond)


def _seen(db: ReadSession, kind: str, where: tuple[str, ...], day: str, *more: ColumnElement[bool]) -> Seen:
    spec = db.catalogue.specs[kind]
    table = spec.table
    columns = [table.c.nummer, table.c[day], *(table.c[spec.fields[key].column] for key in spec.name)]
    rows = db.execute(select(*columns).where(_met(db, kind, where), *more).limit(MANY)).all()
    if not rows:
        return Seen(0)
    number, when, *names = min(rows, key=lambda row: row[1] or date.max)
    return Seen(len(rows), number, called(spec, number, names), when)


def _met(db: ReadSession, kind: str, where: tuple[str, ...]) -> Any:
    pairs = [text.partition("=") for text in where]
    return met(db, kind, tuple((key, value) for key, _sign, value in pairs))
