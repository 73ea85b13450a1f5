"""What is known about one point of an akkoord besides its own fields: how it stands, and what its rule counts."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.actions import records
from huurdersapp.actions.akkoord_telling import Counted, counted
from huurdersapp.actions.akkoord_verloop import Shape
from huurdersapp.actions.context import Context
from huurdersapp.actions.standen import Stand, stand
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.period import parse


@dataclass(frozen=True, slots=True)
class About:
    """`stand` and `shape` of a measure, and what its rule `counted` in the running `year`."""

    stand: Stand | None
    shape: Shape | None
    counted: Counted | None
    year: int


def about(ctx: Context, kind: str, number: int, years: tuple[int, int]) -> About:
    """Everything about a point of an akkoord of these years; raises UserError when it is not there."""
    year = day_of(ctx).year
    measured = stand(ctx, number) if kind == "indicator" else None
    shape = None
    if measured is not None:
        row = records.show(ctx, ctx.spec("indicator"), number)
        shape = Shape(*years, row["norm"], row["tijd"] or "", f"{row['code']} {row['tekst']}")
    own = counted(ctx, kind, number, parse(str(year)))
    return About(measured, shape, own, year)
