"""The letter of a case, seen from the case: the decision of the board, and fixing the letter that goes with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from huurdersapp.actions import brief_versies, brieven, records
from huurdersapp.actions.brief_versies import Versie
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job


def decide(
    ctx: Context,
    case: int,
    on: date,
    *,
    present: str | None = None,
    votes: str | None = None,
    by: str | None = None,
    origin: object | None = None,
) -> records.Saved:
    """Put down that the board adopted the advies of a case (vaststellen); what is not named stays as it was.

    Raises Refused as `records.change`, UserError when the case has no outcome yet: a board adopts something.
    """
    spec = ctx.spec("advies")
    with ctx.store.reading() as db:
        row: Any = records.find(db, spec, case)
        if row.uitkomst is None:
            raise UserError(
                _("Advies {number} heeft nog geen uitkomst. Dan is er niets om vast te stellen."),
                _("Kies eerst wat uw advies is, zoals positief of negatief."),
                number=case,
            )
    given = {"aanwezig": present, "stemmen": votes, "vastgesteld_door": by}
    raw = {"vastgesteld_op": on.isoformat(), **{key: value for key, value in given.items() if value}}
    return records.change(ctx, spec, case, raw, origin=origin)


def fixing_case(
    ctx: Context, case: int, *, on: date | None = None, origin: object | None = None
) -> Job[Versie]:
    """`fixing` for the letter of an advies, which is made where there is none yet; what keeps it from being fixed is
    told before."""
    with ctx.store.reading() as db:
        brief_versies.refuse_undecided(records.find(db, ctx.spec("advies"), case))
    brieven.case_document(ctx, case, on)
    letter = brieven.letter_of(ctx, case, origin=origin)
    return (yield from brief_versies.fixing(ctx, letter, on=on, origin=origin))


def letter_of_case(ctx: Context, case: int) -> int:
    """The number of the letter of an advies; raises UserError where nothing was written yet."""
    with ctx.store.reading() as db:
        found = brieven.of_case(db, records.find(db, ctx.spec("advies"), case))
        if found is None:
            raise UserError(
                _("De brief van advies {number} is nog niet vastgelegd."),
                _("Leg de brief eerst vast. Dan staat vast wat u verstuurt."),
                number=case,
            )
        return found.nummer
