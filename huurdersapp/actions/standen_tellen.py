"""What the rule of a measure counts in each of several periods, asked at once.

`telling.by_rule` asks for one period and gives the keys; the stands of an akkoord need only the numbers of some thirty rules
in every year, and putting such a question together costs more than answering it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select

from huurdersapp.actions.telling import Where, of_point
from huurdersapp.actions.telregel import COUNTS_FOR, held, rule_of, takes_in
from huurdersapp.base.period import Period
from huurdersapp.store.step import ReadSession

Count = tuple[Period, int, str, Where]
"""The days that count, how many, of which kind, and the conditions of the list that has them."""


Memo = dict[tuple[str, tuple[Period, ...]], list[ColumnElement[bool]]]


def counts(db: ReadSession, point: Any, periods: Sequence[Period], memo: Memo) -> list[Count]:
    """How many records the rule of a point counts in each period in which its akkoord holds: as many as `by_rule` finds.
    Empty where nothing is kept of what it counts. `memo` keeps what points share: what lies in a period."""
    rule = rule_of(db, point)
    if rule is None:
        return []
    days = [found for one in periods if (found := held(rule.akkoord, one)) is not None]
    if not days:
        return []
    spec = db.catalogue.specs[rule.telt.kind]
    shared = (point.regel_telt, tuple(days))
    if (within := memo.get(shared)) is None:
        named = spec.filter[rule.telt.named]
        within = memo[shared] = [named.where((one.first, one.last)) for one in days]
    asked = [func.coalesce(func.sum(case((one, 1), else_=0)), 0) for one in within]
    live = spec.table.c.verwijderd.is_(None)
    numbers: Sequence[int] = db.execute(select(*asked).where(live, or_(*within), takes_in(db, rule))).one()
    return [
        (one, count, spec.key, ((rule.telt.named, one.code()), (COUNTS_FOR, of_point(point))))
        for one, count in zip(days, numbers, strict=True)
    ]
