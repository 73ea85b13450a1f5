"""What the rules of an akkoord count, for whoever reads the akkoord: the same as in the trimesterverslag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.telling import by_rule, found
from huurdersapp.actions.telregel import COUNTED, COUNTS_FOR, PER_BUILDING, POINTS, held, rules_in
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_keuzes import TELT
from huurdersapp.store import queries


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of a kind count, what they are called ("Energiebezoeken"), and the list that has them."""

    label: str
    count: int
    kind: str
    where: tuple[str, ...]


def counted(ctx: Context, kind: str, number: int, period: Period) -> Counted | None:
    """What the rule of a point counts in a period; None for a point without a rule, one that is not there, where
    nothing is kept of it, and where the akkoord does not hold in the period."""
    if kind not in POINTS:
        return None
    with ctx.store.reading() as db:
        point: Any = queries.by_number(db, db.catalogue.specs[kind], number)
        result = None if point is None else by_rule(db, point, period)
        if result is None:
            return None
        where = tuple(f"{key}={value}" for key, value in result.where)
        # Of how many agreed a percentage stands in the measure itself; what is counted are the projects.
        per_building = point.regel_telt == PER_BUILDING
        label = _plural(ctx, result.kind) if per_building else TELT.label(point.regel_telt)
        return Counted(label, len(result.ids), result.kind, where)


def totals(ctx: Context, akkoord: int, period: Period) -> list[Counted]:
    """Per kind of record how many different ones count anywhere in an akkoord in a period, each once, however many
    points count it; kinds that no rule counts are left out. Empty where the akkoord does not hold in the period.

    Raises UserError when the akkoord is not there.
    """
    with ctx.store.reading() as db:
        row = records.find(db, db.catalogue.specs["akkoord"], akkoord)
        assert isinstance(row, Akkoord)
        if (days := held(row, period)) is None:
            return []
        asked = {rule.telt.kind for rule in rules_in(db, row)}
        made = []
        for kind in dict.fromkeys(item.kind for item in COUNTED.values() if item.kind in asked):
            value = f"akkoord:{akkoord}:{days.code()}"
            plural = _plural(ctx, kind)
            count = len(found(db, kind, ((COUNTS_FOR, value),)).ids)
            made.append(Counted(plural, count, kind, (f"{COUNTS_FOR}={value}",)))
        return made


def _plural(ctx: Context, kind: str) -> str:
    """What the records are called here; visies and programmas are one kind."""
    return _("Visies en programma's") if kind == "visie" else str(ctx.spec(kind).plural)
