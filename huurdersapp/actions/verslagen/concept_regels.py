"""Changing what a writer chose, one undoable step at a time: the road that all writes on a report take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, plain_of
from huurdersapp.actions.verslagen.concept_lezen import Concept, of_row
from huurdersapp.actions.verslagen.keuzes import KIND
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store.step import StepSession

Edit = Callable[[StepSession, Any, Plain], Plain]
"""From the row of a report, and the same as JSON values, the values that are to change."""


def change(ctx: Context, number: int, label: str, edit: Edit, origin: object | None = None) -> bool:
    """Change a report in one step; tells whether anything became different. Raises UserError when it is not there or was
    sent, Refused for a value that breaks a rule."""
    spec, before = ctx.spec(KIND), ctx.store.head.seq
    with ctx.store.step(label, origin=origin) as db:
        key = records.find(db, spec, number).id
        plain = next(iter(plain_of(db, spec, [key])))
        row: Any = records.find(db, spec, number)
        refuse_sent(row)
        raw = edit(db, row, plain)
        draft, faults = records.reviewed(db, spec, row, raw)
        records.refuse(spec, faults)
        records.write(db, draft, row)
    return ctx.store.head.seq != before


def refuse_sent(row: Any) -> None:
    """Raises UserError for a report that was sent: what others have does not change any more."""
    if row.verstuurd_op is not None:
        raise UserError(
            _("Verslag {number} is op {day} verstuurd. Het verandert niet meer."),
            _("Maak een nieuw verslag voor wat u nog wilt zeggen."),
            number=row.nummer,
            day=day(row.verstuurd_op),
        )


def shown(ctx: Context, db: StepSession, row: Any, seen: Concept | None) -> Concept:
    """The report as it stands: what the writer was looking at, else read again."""
    return seen if seen is not None and seen.number == row.nummer else of_row(ctx, db, row)


def named(label: str, number: int, **values: object) -> str:
    """The name of a step; it has no words of the writer in it."""
    return label.format(number=number, **values)
