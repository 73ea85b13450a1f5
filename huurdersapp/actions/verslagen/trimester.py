"""The trimesterverslag for the bestuurlijk overleg, from the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import small_numbers
from huurdersapp.actions.trimester import trimester_values
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.reports.trimester import is_empty, trimester_kader, trimester_onderdelen
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.store.step import ReadSession


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without an akkoord, or with more than one to choose from."""
    chosen = akkoord_for(db, job)
    values = replace(values_of(ctx, db, chosen, job.span), reden_leeg=job.reden_leeg)
    if job.datum is not None:
        values = replace(values, gemaakt_op=job.datum)
    return Gelezen(
        trimester_kader(values, job.kort),
        trimester_onderdelen(values, job.kort),
        tuple(beside(chosen, job.span)),
        is_empty(values),
    )


def values_of(ctx: Context, db: ReadSession, akkoord: Akkoord, span: Period) -> TrimesterValues:
    """The values of the report about a period."""
    return replace(trimester_values(db, akkoord, span, small_numbers(ctx)), voorbeeld=ctx.store.example)


def akkoord_for(db: ReadSession, job: Opdracht) -> Akkoord:
    """The akkoord that a report is held against: the one that was chosen, else the one that holds at the end of the period;
    where that leaves a choice (or none), the person makes it (UserError)."""
    if job.akkoord is not None:
        return akkoorden.find(db, job.akkoord)
    return _valid(db, job.span.last)


def beside(akkoord: Akkoord, span: Period) -> Iterator[str]:
    """What the person should know about a period outside the years of the akkoord."""
    if span.first.year < akkoord.van_jaar or span.last.year > akkoord.tot_jaar:
        yield _(
            "Het akkoord loopt van {first} tot en met {last}. De periode valt daar niet helemaal in."
        ).format(first=akkoord.van_jaar, last=akkoord.tot_jaar)


def _valid(db: ReadSession, on: date) -> Akkoord:
    spec = db.catalogue.specs["akkoord"]
    holding: list[Akkoord] = db.alive(spec, spec.filter["geldig_op"].where(on))
    return holding[0] if len(holding) == 1 else akkoorden.find(db, None)
