"""Counting for paper: the same conditions as a list, so that a number and its list are one and the same.

A count travels as `Getal` with the conditions as they are typed after `--waar`, and the keys of its records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from huurdersapp.actions.conditions import condition
from huurdersapp.actions.telregel import COUNTS_FOR, held, rule_of
from huurdersapp.base.period import Period
from huurdersapp.reports.document import Source
from huurdersapp.reports.values import ONBEKEND, Getal
from huurdersapp.store.queries import Query
from huurdersapp.store.step import ReadSession

Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Records of a kind that meet some conditions: their keys in the order of the list, and the conditions."""

    kind: str
    where: Where
    ids: tuple[str, ...]

    @property
    def source(self) -> Source:
        """The list behind the number."""
        return Source(self.kind, self.where, self.ids)

    @property
    def getal(self) -> Getal:
        """The number of records, with the list behind it."""
        return Getal(len(self.ids), self.source)


def found(db: ReadSession, kind: str, where: Where) -> Found:
    """The live records of a kind that meet all these conditions."""
    table = db.catalogue.specs[kind].table
    keys = db.scalars(select(table.c.id).where(met(db, kind, where)).order_by(table.c.nummer))
    return Found(kind, where, tuple(keys))


def met(db: ReadSession, kind: str, where: Where) -> ColumnElement[bool]:
    """That a record of a kind is live and meets all these conditions."""
    spec = db.catalogue.specs[kind]
    return Query(spec, tuple(condition(db, spec, key, value) for key, value in where)).condition()


def one(kind: str, row: Any) -> Source:
    """The list with just this record."""
    return Source(kind, (("nummer", str(row.nummer)),), (row.id,))


def counts_persons(telt: str) -> bool:
    """Whether a rule counts what may be one household (a knelpunt of one home)."""
    return telt.startswith("knelpunten") or telt in ("bezoeken", "huishoudens")


def by_rule(db: ReadSession, point: Any, period: Period) -> Found | None:
    """What the rule of an afspraak or indicator counts in a period; None where nothing is kept of it yet, and where
    the akkoord does not hold in the period.

    Of the period only the years of the akkoord count, and only what lies in its municipality or has no place; what
    else the rule takes in says telregel.py.
    """
    rule = rule_of(db, point)
    days = None if rule is None else held(rule.akkoord, period)
    if rule is None or days is None:
        return None
    return found(db, rule.telt.kind, ((rule.telt.named, days.code()), (COUNTS_FOR, of_point(point))))


def of_point(point: Any) -> str:
    """How `telt_voor=` calls a point."""
    return f"{point.__tablename__}:{point.nummer}"


def or_unknown(result: Found | None) -> Getal:
    """The count, or that nobody keeps it."""
    return ONBEKEND if result is None else result.getal
