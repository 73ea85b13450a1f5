"""What Vandaag tells of renovations: the eight weeks in which tenants can go to court, draagvlakmetingen that end, homes where
we promised to come back, and names that should be gone. No home is named there.

Sources: BW 7:220 lid 3 for the eight weeks; of the two ways to count them the earlier day is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import vandaag_tellen
from huurdersapp.actions.vandaag_agenda import MOST, OnDay
from huurdersapp.actions.vandaag_klokken import NEAR, Line
from huurdersapp.actions.vandaag_tellen import LOOKED, Seen
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.draagvlak import COURT_DAYS
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid, Renovatieproject, Renovatiewoning
from huurdersapp.store.step import ReadSession

PROJECT, UNIT, HOME = "renovatieproject", "bouwkundige_eenheid", "renovatiewoning"
HOMES = 2_000
"""So many homes that were written down last are looked at."""
_WEEKS = timedelta(days=COURT_DAYS)


def back(on: date) -> tuple[str, ...]:
    """The list of homes where we promised to come back by a day."""
    return (f"terugkomen_op={on}",)


def come_back(db: ReadSession, on: date) -> Seen:
    """Homes where we promised to come back, of the newest ones."""
    newest = (
        select(Renovatiewoning.id)
        .where(Renovatiewoning.verwijderd.is_(None))
        .order_by(Renovatiewoning.nummer.desc())
    )
    return vandaag_tellen.among(db, HOME, back(on), newest, "instemming_op", looked=HOMES)


def not_erased(db: ReadSession, where: tuple[str, ...], on: date) -> Seen:
    """Projects that are over and still have names or a peiling, of the newest ones that were not erased."""
    newest = (
        select(Renovatieproject.id)
        .where(Renovatieproject.verwijderd.is_(None), Renovatieproject.gewist_op.is_(None))
        .order_by(Renovatieproject.nummer.desc())
    )
    return vandaag_tellen.among(db, PROJECT, where, newest, "uitvoering_tot")


def weeks(db: ReadSession, on: date) -> Iterator[Line]:
    """Buildings whose eight weeks end within two weeks, the first to end first."""
    for number, title, day in _weeks(db, on, on + timedelta(days=NEAR)):
        text = _("Voor ‘{title}’ lopen de acht weken af op {day}.")
        if day == on:
            text = _("Voor ‘{title}’ is dit de laatste dag van de acht weken.")
        yield Line(text.format(title=title, day=day_named(day)), False, UNIT, number, day)


def metings(db: ReadSession, on: date) -> Iterator[Line]:
    """Draagvlakmetingen that end within two weeks."""
    for number, title, day in _metings(db, on, on + timedelta(days=NEAR)):
        text = _("De draagvlakmeting van ‘{title}’ eindigt op {day}.")
        if day == on:
            text = _("De draagvlakmeting van ‘{title}’ eindigt vandaag.")
        yield Line(text.format(title=title, day=day_named(day)), False, PROJECT, number, day)


def days(db: ReadSession, month: Period) -> Iterator[OnDay]:
    """The last days of eight weeks and of draagvlakmetingen in these days."""
    for number, title, day in _weeks(db, month.first, month.last):
        yield OnDay(day, _("De acht weken voor ‘{title}’ lopen af").format(title=title), UNIT, number)
    for number, title, day in _metings(db, month.first, month.last):
        yield OnDay(day, _("De draagvlakmeting van ‘{title}’ eindigt").format(title=title), PROJECT, number)


def _weeks(db: ReadSession, first: date, last: date) -> list[tuple[int, str, date]]:
    """Number of the building, title of its project and the last day, where that lies in these days."""
    near = (
        select(BouwkundigeEenheid.id)
        .where(
            BouwkundigeEenheid.aangezegd_op >= first - _WEEKS,
            BouwkundigeEenheid.aangezegd_op <= last - _WEEKS,
            BouwkundigeEenheid.verwijderd.is_(None),
        )
        .order_by(BouwkundigeEenheid.aangezegd_op, BouwkundigeEenheid.id)
        .limit(LOOKED)
    )
    query = (
        select(BouwkundigeEenheid.nummer, Renovatieproject.titel, BouwkundigeEenheid.aangezegd_op)
        .join(Renovatieproject, Renovatieproject.id == BouwkundigeEenheid.project_id)
        .where(BouwkundigeEenheid.id.in_(near), Renovatieproject.verwijderd.is_(None))
        .order_by(BouwkundigeEenheid.aangezegd_op, BouwkundigeEenheid.nummer)
        .limit(MOST)
    )
    rows: Any = db.execute(query)
    return [(number, title, notice + _WEEKS) for number, title, notice in rows]


def _metings(db: ReadSession, first: date, last: date) -> list[tuple[int, str, date]]:
    """Number and title of the project, and the day, where that lies in these days."""
    near = (
        select(Renovatieproject.id)
        .where(
            Renovatieproject.meting_tot >= first,
            Renovatieproject.meting_tot <= last,
            Renovatieproject.verwijderd.is_(None),
        )
        .order_by(Renovatieproject.meting_tot, Renovatieproject.id)
        .limit(LOOKED)
    )
    query = (
        select(Renovatieproject.nummer, Renovatieproject.titel, Renovatieproject.meting_tot)
        .where(
            Renovatieproject.id.in_(near),
            Renovatieproject.status != "gestopt",
            Renovatieproject.afgesloten_op.is_(None),
        )
        .order_by(Renovatieproject.meting_tot, Renovatieproject.nummer)
        .limit(MOST)
    )
    rows: Any = db.execute(query)
    return [(number, title, day) for number, title, day in rows]
