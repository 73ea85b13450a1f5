"""A year of an akkoord: every party with its overview, or since when that is waited for, and what it all adds up to."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.overzichten import KIND, Overview, Sum, read, sums
from huurdersapp.actions.records import find
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.akkoord import Akkoord, AkkoordPartij, Cyclusjaar
from huurdersapp.records.anker import Anker
from huurdersapp.records.partij import Partij
from huurdersapp.records.rules import lines_of
from huurdersapp.store.step import ReadSession

_ANYBODY = "alle partijen"
"""The word with which an akkoord file means each of its parties."""
_ABOUT = "activiteitenoverzicht"
"""The word by which an anchor of the akkoord is about these overviews."""
_BY_LAW = (7, 1)
"""Month and day on which a landlord hands in its overview where the akkoord says nothing (Woningwet art. 43, text of
22-07-2015)."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A party in a year: its overview, or since when that is waited for. Of a landlord also the right of advice."""

    party: int
    name: str
    kind: str
    own: bool
    overview: Overview | None
    waiting: str
    late: bool
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """All parties of an akkoord in a year, and what their overviews add up to together."""

    akkoord: int
    name: str
    jaar: int
    years: tuple[int, ...]
    """The years that can be chosen."""
    seats: tuple[Seat, ...]
    sums: tuple[Sum, ...]


def akkoorden(ctx: Context) -> list[tuple[int, str]]:
    """Number and name of each akkoord, the one that holds today first."""
    today = clock.today()
    with ctx.store.reading() as db:
        rows: list[Akkoord] = db.alive(ctx.spec("akkoord"))
    rows.sort(
        key=lambda row: (
            not (row.geldig and row.van_jaar <= today.year <= row.tot_jaar),
            -row.van_jaar,
            row.nummer,
        )
    )
    return [(row.nummer, row.naam) for row in rows]


def only_akkoord(ctx: Context) -> int:
    """The akkoord with which to begin: the one that holds today first; raises UserError where there is none."""
    if not (found := akkoorden(ctx)):
        raise no_akkoord()
    return found[0][0]


def no_akkoord() -> UserError:
    """The sentence for an administration without an akkoord."""
    return UserError(
        _("Er is nog geen akkoord. Een overzicht hoort bij een akkoord."),
        _("Laad eerst het akkoord van uw gemeente, of voer het in."),
    )


def first_year(ctx: Context, akkoord: int) -> int:
    """The year with which the page begins: the last one with an overview that is not after next year, else this year
    within the akkoord."""
    now = clock.today().year
    with ctx.store.reading() as db:
        row = find(db, ctx.spec("akkoord"), akkoord)
        assert isinstance(row, Akkoord)
        years = _years(db, row)
        made = _with_overview(db, row.id)
    past = [year for year in made if year <= now + 1]
    return max(past) if past else min(max(now, years[0]), years[-1])


def _with_overview(db: ReadSession, akkoord_id: str) -> list[int]:
    found = select(Activiteitenoverzicht.jaar).where(
        Activiteitenoverzicht.akkoord_id == akkoord_id, Activiteitenoverzicht.verwijderd.is_(None)
    )
    return sorted(set(db.scalars(found)))


def _years(db: ReadSession, row: Akkoord) -> list[int]:
    last = max(row.van_jaar, row.tot_jaar)
    return sorted({*range(row.van_jaar, last + 1), *_with_overview(db, row.id)})


def board(ctx: Context, akkoord: int, jaar: int) -> Board:
    """Every party of an akkoord in a year; raises UserError when the akkoord is not there."""
    with ctx.store.reading() as db:
        row = find(db, ctx.spec("akkoord"), akkoord)
        assert isinstance(row, Akkoord)
        return _board(db, row, jaar)


def _board(db: ReadSession, row: Akkoord, jaar: int) -> Board:
    rows: list[Activiteitenoverzicht] = db.alive(
        db.catalogue.specs[KIND],
        Activiteitenoverzicht.akkoord_id == row.id,
        Activiteitenoverzicht.jaar == jaar,
    )
    rows.sort(key=lambda each: each.nummer)
    by_party: dict[str, list[Activiteitenoverzicht]] = {}
    for each in rows:
        by_party.setdefault(each.partij_id, []).append(each)
    seats: list[Seat] = []
    for key, role, held in _parties(db, row, by_party):
        partij = db.get_one(Partij, key)
        until = due(db, row, partij, role, jaar)
        for each in held:
            awaited = each.aangeleverd_op is None and each.status == "voorbereiding"
            seats.append(_seat(partij, read(db, each), awaited, until))
        if not held:
            seats.append(_seat(partij, None, True, until))
    whole_sums = sums(line for seat in seats if seat.overview for line in seat.overview.lines)
    return Board(row.nummer, row.naam, jaar, tuple(_years(db, row)), tuple(seats), whole_sums)


def _seat(partij: Partij, whole: Overview | None, awaited: bool, until: date | None) -> Seat:
    waiting, late = _waiting(until) if awaited else ("", False)
    return Seat(partij.nummer, partij.naam, partij.soort, partij.eigen, whole, waiting, late, until)


def _parties(
    db: ReadSession, row: Akkoord, by_party: Mapping[str, list[Activiteitenoverzicht]]
) -> Iterator[tuple[str, str, list[Activiteitenoverzicht]]]:
    """The parties that signed, the own ones first, with their role and overviews; then others that made an overview."""
    query = select(AkkoordPartij).where(AkkoordPartij.ouder_id == row.id, AkkoordPartij.verwijderd.is_(None))
    lines = list(db.scalars(query.order_by(AkkoordPartij.volgorde)))
    own = set(db.scalars(select(Partij.id).where(Partij.eigen.is_(True))))
    lines.sort(key=lambda line: line.partij_id not in own)
    told: set[str] = set()
    for line in lines:
        if (line.ondertekenaar or line.partij_id in by_party) and line.partij_id not in told:
            told.add(line.partij_id)
            yield line.partij_id, line.rol, by_party.get(line.partij_id, [])
    for key, held in by_party.items():
        if key not in told:
            yield key, "", held


def _waiting(until: date | None) -> tuple[str, bool]:
    """The words for an overview that is not there, and whether its day has passed."""
    if until is None:
        return _("Niet aangeleverd"), False
    if until < clock.today():
        return _("Niet aangeleverd, verwacht op {day}").format(day=day_named(until)), True
    return _("Nog niet aangeleverd, uiterlijk {day}").format(day=day_named(until)), False


def due(db: ReadSession, akkoord: Akkoord, partij: Partij, role: str, jaar: int) -> date | None:
    """The last day on which the overview that begins with `jaar` should be there: as an anchor of the akkoord says for
    this party, else for a landlord as the law does; None where nobody says it."""
    anchors: list[Anker] = db.alive(
        db.catalogue.specs["anker"], Anker.akkoord_id == akkoord.id, Anker.fase == "voorbereiding"
    )
    year = jaar - ahead(db, akkoord.id)
    meant = {name.casefold() for name in (_ANYBODY, role, partij.naam, partij.korte_naam or "") if name}
    found = [
        day
        for anchor in anchors
        if _ABOUT in f"{anchor.sleutel} {anchor.naam}".casefold()
        and meant & {word.casefold() for word in lines_of(anchor.partijen)}
        and (day := last_day(anchor, year)) is not None
    ]
    if found:
        return max(found)
    return date(jaar - 1, *_BY_LAW) if partij.soort == "corporatie" else None


def ahead(db: ReadSession, akkoord_id: str) -> int:
    """How many years before the first planned year an overview is prepared: the cycle of the akkoord tells."""
    query = select(Cyclusjaar.fase, Cyclusjaar.jaar).where(
        Cyclusjaar.ouder_id == akkoord_id, Cyclusjaar.verwijderd.is_(None)
    )
    phases = {row.fase: row.jaar for row in db.execute(query)}
    return max(1, int(phases.get("uitvoering", 2)) - int(phases.get("voorbereiding", 1)))


def last_day(anchor: Any, year: int) -> date | None:
    """The last day of an anchor in a year; None where it names no month."""
    month = anchor.tot_maand or anchor.maand
    if month is None:
        return None
    last = calendar.monthrange(year, month)[1]
    day = date(year, month, min(anchor.dag or last, last))
    return day - timedelta(days=1) if anchor.soort_datum == "voor" else day
