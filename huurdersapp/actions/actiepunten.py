"""What one does with actiepunten and toezeggingen: see how they stand, finish or postpone them, and remind others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import records
from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import changed
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.actiepunt import Actiepunt, open_on
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.store import undo

KIND = "actiepunt"


@dataclass(frozen=True, slots=True)
class Stand:
    """How an actiepunt stands, in a sentence; `open` when it is still a task, else it is a note."""

    words: str
    open: bool
    late: bool = False


def stand_of(uiterlijk: date | None, gedaan_op: date | None, vervallen_op: date | None, on: date) -> Stand:
    """How it stands on a day; the last day itself still counts."""
    if gedaan_op is not None and gedaan_op <= on:
        return Stand(_("Gedaan op {day}.").format(day=day_long(gedaan_op)), False)
    if vervallen_op is not None and vervallen_op <= on:
        return Stand(_("Vervallen op {day}.").format(day=day_long(vervallen_op)), False)
    if uiterlijk is None:
        return Stand(_("Er is geen laatste dag afgesproken."), True)
    days = (uiterlijk - on).days
    if days < 0:
        text = ngettext("{days} dag te laat.", "{days} dagen te laat.", -days)
        return Stand(text.format(days=-days), True, True)
    if not days:
        return Stand(_("Vandaag is de laatste dag."), True)
    text = ngettext("Nog {days} dag, uiterlijk {day}.", "Nog {days} dagen, uiterlijk {day}.", days)
    return Stand(text.format(days=days, day=day_long(uiterlijk)), True)


def stand(record: Mapping[str, Any], on: date | None = None) -> Stand:
    """The same of a record as JSON has it."""
    last, done, dropped = (_day(record[key]) for key in ("uiterlijk", "gedaan_op", "vervallen_op"))
    return stand_of(last, done, dropped, on or clock.today())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def postponed(ctx: Context, number: int) -> list[date]:
    """The last days that it had before, the first one first: each was moved to a later day, and that was not undone.

    Read from the journal, so nothing is kept twice, and a slip that was undone does not count. Raises UserError when the
    actiepunt is not there.
    """
    spec = ctx.spec(KIND)
    with ctx.store.reading() as db:
        key = records.find(db, spec, number).id
    moved: dict[tuple[str, int], date] = {}
    undone: dict[tuple[str, int], date] = {}
    for step, changes in reversed(undo.history(ctx.store, KIND, key)):
        where = (step.device, step.target or 0)
        if step.kind == "undo" and where in moved:
            undone[where] = moved.pop(where)
        elif step.kind == "redo" and where in undone:
            moved[where] = undone.pop(where)
        elif step.kind == "do":
            for change in changes:
                days = change.field == "uiterlijk" and change.old is not None and change.new is not None
                if days and change.new > change.old:
                    moved[step.device, step.seq] = change.old
    return [moved[key] for key in sorted(moved, key=lambda each: each[1])]


def postponed_words(days: Sequence[date]) -> str:
    """How often it was postponed, and what the first last day was; "" when it never was."""
    if not days:
        return ""
    text = ngettext(
        "{count} keer uitgesteld. De laatste dag was eerst {day}.",
        "{count} keer uitgesteld. De laatste dag was eerst {day}.",
        len(days),
    )
    return text.format(count=len(days), day=day_long(days[0]))


def promising(ctx: Context, on: date | None = None) -> list[tuple[int, str]]:
    """Number and name of the other parties that have something open on a day, who is latest first."""
    query = (
        select(Partij.nummer, func.coalesce(Partij.korte_naam, Partij.naam))
        .join(Actiepunt, Actiepunt.partij_id == Partij.id)
        .where(Actiepunt.verwijderd.is_(None), Partij.verwijderd.is_(None), Partij.eigen.is_(False))
        .where(open_on(on or clock.today()))
        .group_by(Partij.id)
        .order_by(func.min(func.coalesce(Actiepunt.uiterlijk, date.max)), Partij.naam)
    )
    with ctx.store.reading() as db:
        return [(number, name) for number, name in db.execute(query)]


def finish(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Say on which day it was done and what came of it: it is a note from then on. Raises Refused."""
    return _change(ctx, number, _("Actiepunt is gedaan"), values, origin)


def postpone(ctx: Context, number: int, until: str | None, *, origin: object | None = None) -> list[str]:
    """Give it another last day; the old one stays in its history. Raises Refused, UserError for a task that is done."""
    if until is None:
        raise UserError(_("Er is nog geen nieuwe laatste dag."), _("Vul die in."))
    return _change(ctx, number, _("Actiepunt uitstellen"), {"uiterlijk": until}, origin)


def drop(ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None) -> list[str]:
    """Say that it need not be done any more, and why. Raises Refused."""
    return _change(ctx, number, _("Actiepunt vervalt"), values, origin)


def _change(
    ctx: Context, number: int, label: str, values: Mapping[str, Any], origin: object | None
) -> list[str]:
    spec = ctx.spec(KIND)
    with ctx.store.step(label, origin=origin) as db:
        return changed(db, spec, records.find(db, spec, number), values)


def add_many(
    ctx: Context, overleg: int, found: Sequence[Mapping[str, Any]], *, origin: object | None = None
) -> list[int]:
    """Record what was agreed in a meeting, in one step; each is agreed on its day. Gives their numbers, raises Refused."""
    day = records.show(ctx, ctx.spec("overleg"), overleg)["datum"]
    made = [
        {"overleg": overleg, "afgesproken_op": day, **{k: v for k, v in each.items() if v is not None}}
        for each in found
    ]
    saved = records.create(ctx, ctx.spec(KIND), made, origin=origin)
    return [record["nummer"] for record in saved.records]


def reminder(ctx: Context, number: int, on: date | None = None) -> str:
    """A text to send to who promised it, Dutch as all that goes to others. Raises UserError when it is not there, or
    done already."""
    from huurdersapp.reports.overleg_herinnering import Herinnering, herinnering

    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        if row.gedaan_op is not None or row.vervallen_op is not None:
            raise UserError(_("Dit is al gedaan of vervallen."), _("Er is niets om aan te herinneren."))
        party = db.get(Partij, row.partij_id) if row.partij_id else None
        meeting = db.get(Overleg, row.overleg_id) if row.overleg_id else None
        return herinnering(
            Herinnering(
                wat=row.wat,
                aan=row.persoon or (party.naam if party else ""),
                uiterlijk=row.uiterlijk,
                afgesproken_op=row.afgesproken_op or (meeting.datum if meeting else None),
                overleg=meeting.naam if meeting else "",
                afzender=own(db).naam,
                datum=on or clock.today(),
            )
        )
