"""Counting for paper: the same conditions as a list, so that a number and its list are one and the same.

A count travels as `Getal` with the conditions as they are typed after `--waar`, and the keys of its records.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
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
    if db.remembers and len(where) > 1:
        return Found(kind, where, _in_all(db, kind, where))
    return Found(kind, where, db.once(("found", kind, where), lambda: _ask(db, kind, where)))


def _ask(db: ReadSession, kind: str, where: Where) -> tuple[str, ...]:
    table = db.catalogue.specs[kind].table
    keys = db.scalars(select(table.c.id).where(met(db, kind, where)).order_by(table.c.nummer))
    return tuple(keys)


def _in_all(db: ReadSession, kind: str, where: Where) -> tuple[str, ...]:
    """What meets each of these conditions: a report asks for some hundred combinations of a few dozen of them, and asking
    for each takes longer than looking which of them share their records."""
    each = [db.once(("found", kind, (one,)), partial(_ask, db, kind, (one,))) for one in where]
    sets: list[frozenset[str]] = [
        db.once(("found set", kind, one), partial(frozenset, keys))
        for one, keys in zip(where, each, strict=True)
    ]
    fewest = min(each, key=len)
    return tuple(key for key in fewest if all(key in others for others in sets))


def met(db: ReadSession, kind: str, where: Where) -> ColumnElement[bool]:
    """That a record of a kind is live and meets all these conditions."""
    spec = db.catalogue.specs[kind]
    conditions = (
        db.once(("condition", kind, key, value), partial(condition, db, spec, key, value))
        for key, value in where
    )
    return Query(spec, tuple(conditions)).condition()


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
