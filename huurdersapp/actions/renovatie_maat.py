"""The buildings of renovations as they were counted on a day, and what a measure of an akkoord takes from them.

The count of a building is that of renovatie_stand.py against the 70 % of the law (BW 7:220 lid 3), and each number of it is
the length of a list of homes. Tenants of several buildings are never added up to a percentage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from huurdersapp.actions.renovatie_stand import telling
from huurdersapp.actions.telling import Where, by_rule, found
from huurdersapp.actions.telregel import held, rule_of
from huurdersapp.base.period import Period
from huurdersapp.records.draagvlak import LEGAL_SHARE, Telling
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid, Renovatieproject
from huurdersapp.reports.language import NBSP
from huurdersapp.reports.renovatie_values import FEW
from huurdersapp.reports.values import Getal
from huurdersapp.store.step import ReadSession

PROJECT, UNIT, HOME = "renovatieproject", "bouwkundige_eenheid", "renovatiewoning"
OVER = ("afgerond", "gestopt")
"""Stages of a project in which nothing is asked of anybody any more."""


@dataclass(frozen=True, slots=True)
class Geteld:
    """A building of a project with its count on a day. `runs`: its tenants may still answer then."""

    project: Renovatieproject
    unit: BouwkundigeEenheid
    telling: Telling
    on: date
    runs: bool

    def where(self, named: str) -> Where:
        """The list of its homes that meet a filter on that day, such as `ingestemd_op`."""
        return (("eenheid", str(self.unit.nummer)), (named, self.on.isoformat()))


def projects(db: ReadSession, where: Where) -> list[Renovatieproject]:
    """The projects of a list, by their number."""
    return of_keys(db, found(db, PROJECT, where).ids)


def of_keys(db: ReadSession, keys: Iterable[str]) -> list[Renovatieproject]:
    """The projects with these keys."""
    rows = (db.get(Renovatieproject, key) for key in keys)
    return [row for row in rows if row is not None]


def counted_on(db: ReadSession, rows: Iterable[Renovatieproject], on: date) -> Iterator[Geteld]:
    """The buildings of these projects with their count on a day, in the order of their numbers."""
    spec = db.catalogue.specs[UNIT]
    for row in rows:
        begun = row.meting_van is None or row.meting_van <= on
        runs = begun and row.status not in OVER and (row.meting_tot is None or row.meting_tot >= on)
        units: Sequence[Any] = db.alive(spec, BouwkundigeEenheid.project_id == row.id)
        for unit in units:
            count = replace(telling(db, unit.id, on), deel=LEGAL_SHARE)
            yield Geteld(row, unit, count, on, runs)


def buildings(db: ReadSession, point: Any, periods: Iterable[Period]) -> Iterator[tuple[Period, Geteld]]:
    """The buildings of the projects that the rule of a point counts in each period, at the end of that period."""
    if (rule := rule_of(db, point)) is None:
        return
    for span in periods:
        days, counted = held(rule.akkoord, span), by_rule(db, point, span)
        if days is not None and counted is not None and counted.ids:
            yield from ((days, each) for each in counted_on(db, of_keys(db, counted.ids), days.last))


@dataclass(frozen=True, slots=True)
class Gehaald:
    """For paper: the buildings of a period where 70 % agreed, of all that have enough tenants to say so. `whole`: no building
    was too small for that."""

    reached: tuple[Geteld, ...]
    counted: tuple[Geteld, ...]
    whole: bool

    @property
    def words(self) -> str:
        """What stands behind "1 van de 3"."""
        return f"{'gebouw' if len(self.counted) == 1 else 'gebouwen'}: {LEGAL_SHARE}{NBSP}% gehaald"


def reached_in(db: ReadSession, point: Any, span: Period) -> Gehaald:
    """What a measure of who agreed may say on paper about a period."""
    there = [each for _days, each in buildings(db, point, [span]) if each.telling.huurders]
    counted = tuple(each for each in there if each.telling.huurders > FEW)
    return Gehaald(
        tuple(each for each in counted if each.telling.gehaald), counted, len(counted) == len(there)
    )


def list_of(db: ReadSession, those: Iterable[Geteld]) -> Getal:
    """How many buildings these are, with their list."""
    numbers = ",".join(str(each.unit.nummer) for each in those)
    return found(db, UNIT, (("nummer", numbers or "0"),)).getal
