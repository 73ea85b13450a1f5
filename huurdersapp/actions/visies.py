"""What one does with wijk- en dorpsvisies besides filling them in, and what a list of them adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context

KIND = "visie"


@dataclass(frozen=True, slots=True)
class Taken:
    """Who took part and what it costs: moments, with how many of them we were at; tenants (None: nowhere counted), whoever
    came more often counted again; parts, how many were done, and the costs in cents of all and of ours."""

    moments: int
    ours: int
    tenants: int | None
    parts: int
    done: int
    costs: int | None
    own_costs: int | None


def taken(record: Mapping[str, Any]) -> Taken:
    """What the lines of one visie add up to."""
    meetings, parts = record["bijeenkomsten"], record["onderdelen"]
    counted = [line["bewoners"] for line in meetings if line["bewoners"] is not None]
    costs = [line["kosten"] for line in parts if line["kosten"] is not None]
    own = [line["kosten"] for line in parts if line["eigen"] and line["kosten"] is not None]
    return Taken(
        len(meetings),
        sum(line["eigen_aanwezig"] for line in meetings),
        sum(counted) if counted else None,
        len(parts),
        sum(line["gedaan_op"] is not None for line in parts),
        sum(costs) if costs else None,
        sum(own) if own else None,
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """What a list of visies adds up to."""

    count: int
    settled: int
    with_input: int


def totals(ctx: Context, where: Iterable[str] = (), words: str = "") -> Totals:
    """What stands above the list with these conditions and words."""
    spec, where = ctx.spec(KIND), tuple(where)
    settled = (*where, "status=vastgesteld")
    own = [each for each in lists.find(ctx, spec, where, words) if each["eigen_inbreng"]]
    return Totals(lists.count(ctx, spec, where, words), lists.count(ctx, spec, settled, words), len(own))


def add_line(
    ctx: Context, number: int, part: str, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Add a moment (`bijeenkomsten`) or a part (`onderdelen`) in one step; gives what to look at again. Raises Refused."""
    spec = ctx.spec(KIND)
    there = records.show(ctx, spec, number)[part]
    return records.change(ctx, spec, number, {part: [*there, dict(values)]}, origin=origin).labelled


def bring_in(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Put down what we brought in and on which day; gives what to look at again. Raises Refused."""
    return records.change(ctx, ctx.spec(KIND), number, dict(values), origin=origin).labelled
