"""The year agenda as it is: the fixed moments of every akkoord, what became of them, the overleggen that took their
place, own moments, and the work before each meeting. Writing in it is in `jaaragenda_stappen`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_bronnen import Agreement, agreements_of, called_off, summer_of, told_of
from huurdersapp.actions.jaaragenda_opbouw import Builder, as_meeting
from huurdersapp.actions.jaaragenda_stappen import done, drop, move, plan_back, restore
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.agendamoment import Agendamoment
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.jaaragenda_vorm import Jaar, Moment, Strip, coming
from huurdersapp.records.partij import Partij
from huurdersapp.store.step import ReadSession

__all__ = ["done", "drop", "move", "next_moment", "phases", "plan_back", "restore", "year"]
AHEAD = 2
"""Years that are looked at for what comes next, besides that of the day."""


def year(ctx: Context, jaar: int, akkoord: int | None = None, *, today: date | None = None) -> Jaar:
    """The agenda of a calendar year: of one akkoord, or of every akkoord that has something to do in it. Without any
    there are the days of the law, own moments and overleggen.

    `today`: the day that states are as of, by default the day of the clock. Raises UserError when that akkoord is not
    there, and for a year that cannot be.
    """
    _check(jaar)
    with ctx.store.reading() as db:
        found = agreements_of(db, [jaar], akkoord)
        name = db.scalar(
            select(Partij.naam).where(Partij.eigen.is_(True), Partij.verwijderd.is_(None)).limit(1)
        )
        return Jaar(
            year=jaar,
            today=today or clock.today(),
            strips=_strips(found, jaar),
            moments=_moments(ctx, db, jaar, found, today, alone=akkoord is not None),
            organisation=name or "",
            example=ctx.store.example,
            summer_checked=summer_of(ctx.settings).checked,
            called_off=tuple(map(as_meeting, called_off(db, jaar, found, alone=akkoord is not None))),
        )


def next_moment(
    ctx: Context, on: date, akkoord: int | None = None, *, seen: Jaar | None = None
) -> tuple[int, Moment] | None:
    """What `coming` gives for a day, and the year in whose agenda it stands; None when nothing comes in the year of that
    day or the next two. `seen` is the agenda of that year, where it was read already.
    """
    _check(on.year)
    found: dict[str, tuple[int, Moment]] = {}
    with ctx.store.reading() as db:
        for number in range(on.year - _still_coming(db, on), on.year + AHEAD + 1):
            if seen is not None and number == seen.year:
                moments = seen.moments
            else:
                held = agreements_of(db, [number], akkoord)
                moments = _moments(ctx, db, number, held, on, alone=akkoord is not None)
            found |= {moment.key: (number, moment) for moment in moments}
            first = coming(moment for _year, moment in found.values())
            if first is not None and number >= on.year:
                return found[first.key]
    return None


def _still_coming(db: ReadSession, on: date) -> bool:
    """Whether anything of the year before was moved to this day or later."""
    late = func.coalesce(Agendamoment.tot, Agendamoment.van) >= on
    query = select(Agendamoment.id).where(
        Agendamoment.jaar == on.year - 1, late, Agendamoment.verwijderd.is_(None)
    )
    return db.scalar(query.limit(1)) is not None


def phases(ctx: Context, on: date, akkoord: int | None = None) -> tuple[Strip, ...]:
    """Per akkoord which goal year is prepared, carried out and evaluated on that day."""
    _check(on.year)
    with ctx.store.reading() as db:
        return _strips(agreements_of(db, [on.year], akkoord), on.year)


def years(ctx: Context, akkoord: int | None = None) -> range:
    """The calendar years in which an akkoord has something to do, from the first preparation to the last evaluation;
    this year is among them."""
    now = clock.today().year
    with ctx.store.reading() as db:
        spec = db.catalogue.specs["akkoord"]
        numbers = [akkoord] if akkoord is not None else [row.nummer for row in db.alive(spec)]
        found = [agreement for number in numbers for agreement in agreements_of(db, [], number)]
    known = [
        number
        for agreement in found
        for number in range(agreement.cycle.first - 10, agreement.cycle.last + 11)
        if agreement.cycle.touches(number)
    ]
    return range(min([now, *known]), max([now, *known]) + 1)


def _check(jaar: int) -> None:
    if not FIRST_YEAR < jaar < LAST_YEAR - AHEAD:
        raise UserError(_("Het jaar {year} kan hier niet."), _("Kijk het jaar na."), year=jaar)


def _moments(
    ctx: Context,
    db: ReadSession,
    number: int,
    found: Sequence[Agreement],
    today: date | None,
    *,
    alone: bool,
) -> tuple[Moment, ...]:
    told = told_of(db, number, found, alone=alone)
    return Builder(number, today or clock.today(), found, told, summer_of(ctx.settings)).moments()


def _strips(found: Sequence[Agreement], number: int) -> tuple[Strip, ...]:
    return tuple(Strip(item.number, item.name, item.cycle.stages(number)) for item in found)
