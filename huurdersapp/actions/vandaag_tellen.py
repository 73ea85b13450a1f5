"""The numbers of the page Vandaag: those of the lists behind them, asked by a road that stays short.

Each adds to the condition of its list something that follows from it and that an index knows, such as "not done".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from huurdersapp.actions.names import called
from huurdersapp.actions.telling import met
from huurdersapp.base import period
from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.knelpunt_status import ENDS, STATUS
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.rules import within
from huurdersapp.store.step import ReadSession

MANY = 1000
"""Counting stops here; more is said as "999+"."""
LOOKED = 500
"""Records that are looked at where no index leads straight to what is wanted."""
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
    expected = (
        select(Knelpunt.id)
        .where(Knelpunt.reactie_verwacht_op < on)
        .where(Knelpunt.reactie_ontvangen_op.is_(None), Knelpunt.verwijderd.is_(None))
        .order_by(Knelpunt.reactie_verwacht_op.desc(), Knelpunt.id.desc())
        .limit(LOOKED + 1)
    )
    found = (Knelpunt.id.in_(expected.limit(LOOKED)), Knelpunt.status.in_(OPEN))
    more = len(db.scalars(expected).all()) > LOOKED
    return replace(_seen(db, "knelpunt", where, "reactie_verwacht_op", *found), more=more)


def feedback_due(db: ReadSession, where: tuple[str, ...]) -> Seen:
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


def terms(db: ReadSession, on: date) -> Iterator[Seen]:
    """Adviesaanvragen that are to be answered, with the last day of their term, the first day first."""
    open_ = and_(Advies.verstuurd_op.is_(None), Advies.afgesloten_op.is_(None))
    columns = (
        Advies.nummer,
        Advies.onderwerp,
        Advies.ontvangen_op,
        Advies.termijn_dagen,
        Advies.verlengd_tot,
    )
    query = select(*columns).where(_met(db, "advies", (f"open_op={on}",)), open_).limit(LOOKED)
    found: list[tuple[date, int, str]] = []
    for number, title, received, days, longer in db.execute(query):
        last = longer or (received + timedelta(days=days) if received and days else None)
        if last is not None:
            found.append((last, number, title))
    for last, number, title in sorted(found):
        yield Seen(1, number, title, last)


def _seen(db: ReadSession, kind: str, where: tuple[str, ...], day: str, *more: ColumnElement[bool]) -> Seen:
    spec = db.catalogue.specs[kind]
    table = spec.table
    columns = [table.c.nummer, table.c[day], *(table.c[spec.fields[key].column] for key in spec.name)]
    rows = db.execute(select(*columns).where(_met(db, kind, where), *more).limit(MANY)).all()
    if not rows:
        return Seen(0)
    number, when, *names = rows[0]
    return Seen(len(rows), number, called(spec, number, names), when)


def _met(db: ReadSession, kind: str, where: tuple[str, ...]) -> Any:
    pairs = [text.partition("=") for text in where]
    return met(db, kind, tuple((key, value) for key, _sign, value in pairs))
