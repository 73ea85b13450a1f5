"""A report as it is asked for on the command line: the draft that was begun in the window, where there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import concept
from huurdersapp.actions.verslagen.keuzes import ABOUT, KIND, is_of, opdracht_of
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period

OPTIONS = {"publiek": "--voor", "kort": "--kort", "vergelijken": "--vergelijken"}
"""What can be asked for that a draft says as well, with how it is typed."""


def with_draft(ctx: Context, job: Opdracht) -> tuple[Opdracht, list[str]]:
    """The report with its record where that was begun, so that what its writer wrote counts, and what the person should know.

    A text that was written for some readers is not handed to others: where the draft is for other readers than were asked
    for, the report is made without it. Raises UserError for a thema, kern, overleg or akkoord that is not there.
    """
    drafted = _draft(ctx, job)
    if drafted is None:
        return job, []
    if "publiek" in job.getypt and drafted.publiek != job.publiek:
        text = _("Verslag {number} over deze periode is voor andere lezers. Zijn teksten staan er niet in.")
        return job, [text.format(number=drafted.nummer)]
    return replace(job, nummer=drafted.nummer), []


def to_fix(ctx: Context, job: Opdracht) -> int:
    """The number of the record of this report, made where there is none yet: only a record can be fixed.

    Raises UserError where the record that is there says otherwise than was asked: it is fixed as it is, or not at all.
    """
    drafted = _draft(ctx, job)
    if drafted is None:
        number = concept.ensure(ctx, job)
        if job.getypt:
            concept.choose(ctx, number, **{key: getattr(job, key) for key in job.getypt})
        return number
    other = [OPTIONS[key] for key in job.getypt if getattr(drafted, key) != getattr(job, key)]
    if other:
        raise UserError(
            _("Verslag {number} over deze periode is er al, met andere keuzes. Er is niets vastgelegd."),
            _("Laat {options} weg, of wijzig eerst het verslag."),
            number=drafted.nummer,
            options=_(" en ").join(other),
        )
    return drafted.nummer or 0


def recorded(ctx: Context, job: Opdracht) -> int:
    """The number of the record of this report, also where it was sent; of several the newest. Raises UserError where there is
    none."""
    with ctx.store.reading() as db:
        rows = db.alive(ctx.spec(KIND), *is_of(db, job))
        found = max((int(row.nummer or 0) for row in rows), default=None)
    if found is None:
        raise UserError(
            _("Over deze periode is zo'n verslag nog niet begonnen."),
            _("Begin het in het venster."),
            _("Of leg het vast met: --vastleggen"),
        )
    return found


def span_of_meeting(ctx: Context, job: Opdracht) -> Period:
    """The day of the overleg that it is for, as a period; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec("overleg"), job.overleg or 0)
        return Period(row.datum, row.datum)


def _draft(ctx: Context, job: Opdracht) -> Opdracht | None:
    """What the record of this report asks for, None where there is none."""
    number = concept.find(ctx, job.soort, job.span, **{key: getattr(job, key) for key in ABOUT})
    if number is None:
        return None
    with ctx.store.reading() as db:
        return opdracht_of(db, records.find(db, ctx.spec(KIND), number))
