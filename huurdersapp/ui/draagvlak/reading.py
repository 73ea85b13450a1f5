"""All that the board shows, read at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.actions import renovatie_stand
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_stand import Deur, EenheidStand
from huurdersapp.records.draagvlak import Telling


@dataclass(frozen=True, slots=True)
class Read:
    """What was read at one moment."""

    stand: EenheidStand
    doors: tuple[Deur, ...]
    what_if: tuple[tuple[str, Telling], ...]


def read(ctx: Context, number: int) -> Read:
    """All that the screen shows of a building; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        stand = renovatie_stand.eenheid_stand(db, number)
        return Read(stand, renovatie_stand.deuren(db, number), renovatie_stand.wat_als(stand))
