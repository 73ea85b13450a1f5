"""What the Overlegwet gives each year with each landlord: the yearly overleg, days of training and the account of costs.

Source: Wet op het overleg huurders verhuurder, BWBR0009810, text of 27-07-2015, art. 5b, 5e and 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.records import find
from huurdersapp.actions.voorbeeld import TODAY
from huurdersapp.base import clock
from huurdersapp.base.formats import day_named, number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.verhuurderjaar import TRAINING_DAYS, Scholing, Verhuurderjaar
from huurdersapp.store.step import ReadSession

OVERLEG, SCHOLING, VERANTWOORDING = "overleg", "scholing", "verantwoording"
AMONG_OURSELVES = ("bewonerscommissie", "bestuur", "alv")
"""Kinds of overleg that are not the yearly one between landlord and organisation, even if a landlord is named."""
DONE, PLANNED, OPEN, LATE = "gedaan", "gepland", "open", "te_laat"


@dataclass(frozen=True, slots=True)
class Plicht:
    """A yearly duty with one landlord. `sleutel` is overleg, scholing or verantwoording; `dag` the last day; `stand` is
    gedaan, gepland, open or te_laat, and `words` says it. `verhuurder` and `number` are the numbers of the landlord and of
    the verhuurderjaar in which it is kept (None: nobody keeps it yet); `geldt` is not so for the account of a kept year in
    which there was no money."""

    sleutel: str
    verhuurder: int
    naam: str
    jaar: int
    titel: str
    regel: str
    dag: date
    stand: str
    words: str
    number: int | None = None
    geldt: bool = True


@dataclass(frozen=True, slots=True)
class _Year:
    """A year with a landlord as it is kept; `row` is None where nobody keeps it."""

    landlord: Any
    year: int
    row: Verhuurderjaar | None
    meetings: tuple[date, ...]
    used: Decimal
    on: date


def plichten(ctx: Context, on: date | None = None) -> list[Plicht]:
    """The duties of this year with every landlord, and those of last year where that year is kept; by last day."""
    day = on or (TODAY if ctx.store.example else clock.today())
    with ctx.store.reading() as db:
        return duties(db, day)


def of_landlord(ctx: Context, verhuurder: int) -> list[Plicht]:
    """The same with one landlord, by the number of his record."""
    return [duty for duty in plichten(ctx) if duty.verhuurder == verhuurder]


def of_kept_year(ctx: Context, number: int, on: date | None = None) -> list[Plicht]:
    """The duties of one kept year, however long ago, by the number of the verhuurderjaar; raises UserError when it is not
    there."""
    day = on or (TODAY if ctx.store.example else clock.today())
    with ctx.store.reading() as db:
        row: Any = find(db, ctx.spec("verhuurderjaar"), number)
        years = _years(db, day, (row.jaar,), only_kept=True)
        return [
            duty
            for year in years
            if year.row is not None and year.row.id == row.id
            for duty in _of_year(year)
        ]


def duties(db: ReadSession, on: date, *, only_kept: bool = False) -> list[Plicht]:
    """The same within a reading that goes on; `only_kept`: only of years that somebody keeps."""
    span = (on.year - 1, on.year)
    found = [duty for year in _years(db, on, span, only_kept=only_kept) for duty in _of_year(year)]
    return sorted(found, key=lambda duty: (duty.dag, duty.naam.casefold(), duty.sleutel))


def last_day_of_account(year: int) -> date:
    """The last day of February after the year: two months after it (Overlegwet art. 7)."""
    return date(year + 1, 3, 1) - timedelta(1)


# -- reading -----------------------------------------------------------------------------------------------------------


def _years(db: ReadSession, on: date, span: tuple[int, ...], *, only_kept: bool) -> Iterator[_Year]:
    kept: dict[tuple[str, int], Verhuurderjaar] = {}
    for row in db.alive(db.catalogue.specs["verhuurderjaar"], Verhuurderjaar.jaar.in_(span)):
        kept.setdefault((str(row.verhuurder_id), row.jaar), row)
    if only_kept and not kept:
        return
    meetings = _meetings(db, span)
    used = _training(db, [row.id for row in kept.values()])
    for landlord in db.alive(db.catalogue.specs["verhuurder"]):
        for year in span:
            record = kept.get((landlord.id, year))
            if record is None and (only_kept or year < on.year):
                continue
            held = tuple(sorted(day for day in meetings.get(landlord.id, ()) if day.year == year))
            days = used.get(record.id, Decimal(0)) if record is not None else Decimal(0)
            yield _Year(landlord, year, record, held, days, on)


def _meetings(db: ReadSession, span: tuple[int, ...]) -> dict[str, list[date]]:
    """The days of the overleggen with each landlord."""
    query = select(Overleg.verhuurder_id, Overleg.datum).where(
        Overleg.verwijderd.is_(None),
        Overleg.verhuurder_id.is_not(None),
        Overleg.soort.not_in(AMONG_OURSELVES),
        Overleg.afgelast.is_not(True),
        Overleg.datum.between(date(span[0], 1, 1), date(span[-1], 12, 31)),
    )
    found: dict[str, list[date]] = {}
    for landlord, day in db.execute(query):
        found.setdefault(str(landlord), []).append(day)
    return found


def _training(db: ReadSession, years: list[str]) -> dict[str, Decimal]:
    query = select(Scholing.ouder_id, Scholing.dagen).where(
        Scholing.ouder_id.in_(years), Scholing.verwijderd.is_(None)
    )
    found: dict[str, Decimal] = {}
    for owner, days in db.execute(query):
        found[owner] = found.get(owner, Decimal(0)) + (days or Decimal(0))
    return found


# -- the duties --------------------------------------------------------------------------------------------------------


def _of_year(of: _Year) -> Iterator[Plicht]:
    yield _meeting(of)
    yield _of_training(of)
    yield _account(of)


def _made(
    of: _Year, key: str, title: str, rule: str, last: date, state: str, words: str, *, counts: bool = True
) -> Plicht:
    kept = of.row.nummer if of.row is not None else None
    landlord = of.landlord
    return Plicht(key, landlord.nummer, landlord.naam, of.year, title, rule, last, state, words, kept, counts)


def _meeting(of: _Year) -> Plicht:
    named = (of.row.overleg_op,) if of.row is not None and of.row.overleg_op is not None else ()
    days = sorted(named or of.meetings)
    held = [day for day in days if day <= of.on]
    last = date(of.year, 12, 31)
    if held:
        state, words = DONE, _("geweest op {day}").format(day=day_named(held[0]))
    elif days:
        state, words = PLANNED, _("gepland op {day}").format(day=day_named(days[0]))
    elif last < of.on:
        state, words = LATE, _("niet geweest in {year}").format(year=of.year)
    else:
        state, words = OPEN, _("nog niet geweest of gepland in {year}").format(year=of.year)
    rule = _(
        "De verhuurder en de huurdersorganisatie overleggen minstens één keer per jaar (Overlegwet artikel 5b)."
    )
    return _made(of, OVERLEG, _("Jaarlijks overleg"), rule, last, state, words)


def _of_training(of: _Year) -> Plicht:
    agreed = TRAINING_DAYS if of.row is None or of.row.scholing_dagen is None else of.row.scholing_dagen
    last = date(of.year, 12, 31)
    state = DONE if of.used >= agreed else LATE if last < of.on else OPEN
    text = ngettext("{used} van {agreed} dag gebruikt", "{used} van {agreed} dagen gebruikt", agreed)
    words = text.format(used=number(of.used), agreed=agreed)
    if agreed < TRAINING_DAYS:
        words = _("{words}; de wet geeft er minstens drie").format(words=words)
    rule = _("De organisatie spreekt dagen scholing af, minstens drie per jaar (Overlegwet artikel 5e).")
    return _made(of, SCHOLING, _("Scholing"), rule, last, state, words)


def _account(of: _Year) -> Plicht:
    last = last_day_of_account(of.year)
    given = of.row.verantwoord_op if of.row is not None else None
    money = of.row is None or bool(of.row.vergoeding or of.row.besteed)
    if given is not None:
        state, words = DONE, _("gedaan op {day}").format(day=day_named(given))
        if given > last:
            words = _("{words}, na de laatste dag").format(words=words)
    elif not money:
        state, words = OPEN, _("er is geen bedrag ingevuld")
    elif last < of.on:
        state, words = LATE, _("nog niet gedaan; de laatste dag was {day}").format(day=day_named(last))
    else:
        state, words = OPEN, _("uiterlijk {day}").format(day=day_named(last))
    rule = _("De organisatie verantwoordt de kosten binnen twee maanden na het jaar (Overlegwet artikel 7).")
    title = _("Kosten verantwoorden")
    return _made(of, VERANTWOORDING, title, rule, last, state, words, counts=money)
