"""The year agenda as it is: the fixed moments of every akkoord, what became of them, the overleggen that took their
place, own moments, and the work before each meeting. Writing in it is in `jaaragenda_stappen`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_bronnen import Agreement, agreements_of, summer_of, told_of
from huurdersapp.actions.jaaragenda_opbouw import Builder
from huurdersapp.actions.jaaragenda_stappen import done, drop, move, plan_back, restore
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.jaaragenda_vorm import MEETING, OPEN, Jaar, Moment, Strip
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
        )


def next_moment(ctx: Context, on: date, akkoord: int | None = None) -> Moment | None:
    """The moment of which the first day, or the last where it has begun, comes first from a day on, that day included.

    What is done, dropped or lasts a whole year is passed by, and so are overleggen that belong to no anchor: those are
    in the list of overleggen. None when nothing comes in that year and the next two.
    """
    _check(on.year)
    best: tuple[date, date, str] | None = None
    found: Moment | None = None
    with ctx.store.reading() as db:
        # What was moved from the end of the year before may still come.
        for number in range(on.year - 1, on.year + AHEAD + 1):
            held = agreements_of(db, [number], akkoord)
            for moment in _moments(ctx, db, number, held, on, alone=akkoord is not None):
                if (
                    moment.state != OPEN
                    or moment.due is None
                    or moment.kind == MEETING
                    or _whole_year(moment)
                ):
                    continue
                key = (moment.due, moment.last or date.max, moment.name)
                if best is None or key < best:
                    best, found = key, moment
            if found is not None and number >= on.year:
                break
    return found


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


def _whole_year(moment: Moment) -> bool:
    if moment.first is None or moment.last is None:
        return False
    return (moment.first.month, moment.first.day) == (1, 1) and (moment.last.month, moment.last.day) == (
        12,
        31,
    )
