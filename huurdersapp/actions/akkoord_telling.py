"""What the rule of a point of an akkoord counts, for whoever reads the akkoord: the same as in the trimesterverslag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from huurdersapp.actions.akkoord_lezen import akkoord_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.telling import by_rule
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_keuzes import TELT
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession

WITH_RULE = ("afspraak", "indicator")
"""Kinds of point that may have a rule."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of a kind a rule counts, what it calls them ("Energiebezoeken"), and the list that has them."""

    label: str
    count: int
    kind: str
    where: tuple[str, ...]


def counted(ctx: Context, kind: str, number: int, period: Period) -> Counted | None:
    """What the rule of a point counts in a period; None for a point without a rule, one that is not there, where
    nothing is kept of it, and where the akkoord does not hold in the period."""
    if kind not in WITH_RULE or (akkoord := akkoord_of(ctx, kind, number)) is None:
        return None
    with ctx.store.reading() as db:
        specs = db.catalogue.specs
        point: Any = queries.by_number(db, specs[kind], number)
        holder = queries.by_number(db, specs["akkoord"], akkoord)
        if point is None or not isinstance(holder, Akkoord):
            return None
        found = by_rule(db, point, period, _theme(db, point), holder)
        if found is None:
            return None
        where = tuple(f"{key}={value}" for key, value in found.where)
        return Counted(TELT.label(point.regel_telt), len(found.ids), found.kind, where)


def _theme(db: ReadSession, point: Any) -> int | None:
    """The number of the theme that a point stands under; None under the akkoord itself."""
    specs = db.catalogue.specs
    doel: Any = db.get(specs["doel"].cls, point.doel_id) if point.doel_id else None
    thema: Any = db.get(specs["thema"].cls, doel.thema_id) if doel is not None else None
    return None if thema is None else int(thema.nummer)
