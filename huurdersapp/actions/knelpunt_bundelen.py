"""Bundling: several knelpunten go on as one, which counts the reports of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import KIND, changed, lines
from huurdersapp.actions.plain import Resolver
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records.draft import read
from huurdersapp.records.knelpunt_status import ENDS
from huurdersapp.records.knelpunt_tables import Knelpunt, Stap
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession, StepSession


@dataclass(frozen=True, slots=True)
class Bundled:
    """What came of it: the number and the title of the knelpunt that goes on, how many went into it, and what to look at
    again."""

    number: int
    title: str
    count: int
    told: tuple[str, ...]


def bundle(
    ctx: Context,
    numbers: Sequence[int],
    *,
    into: int | None = None,
    title: str = "",
    on: date | None = None,
    note: str | None = None,
    origin: object | None = None,
) -> Bundled:
    """Bundle knelpunten into one that is there (`into`), or into a new one with this title, in one step.

    Each gets the step `gebundeld` of a day (today). Their reports are added to `ook_last_van` of the one that goes on. Of
    `huurders_geraakt` it keeps the larger: its own number, or what those in it have together, so nobody counts twice.
    Raises UserError when one is closed already, when there is nothing to bundle, and when something is not there.
    """
    spec, day = ctx.spec(KIND), on or clock.today()
    wanted = [number for number in dict.fromkeys(numbers) if number != into]
    if not wanted or (into is None and len(wanted) < 2):
        raise UserError(_("Er is niets om te bundelen."), _("Kies in de lijst ten minste twee knelpunten."))
    if into is None and not title.strip():
        raise UserError(_("Het nieuwe knelpunt heeft nog geen titel."), _("Typ kort wat er aan de hand is."))
    label = ngettext("{count} knelpunt bundelen", "{count} knelpunten bundelen", len(wanted))
    with ctx.store.step(label.format(count=len(wanted)), origin=origin) as db:
        rows: list[Any] = [_open(db, spec, number) for number in wanted]
        reports = sum(1 + (row.ook_last_van or 0) for row in rows)
        if into is None:
            goes_on = _made(db, spec, rows, title.strip(), day)
            reports -= 1  # it is no report itself
        else:
            goes_on = _open(db, spec, into)
        told: list[str] = []
        for row in rows:
            step = {"status": "gebundeld", "datum": day.isoformat(), "gebundeld_in": goes_on.nummer}
            told += changed(db, spec, row, {"stappen": _with(ctx, db, spec, row, step, note)})
        counts: dict[str, Any] = {"ook_last_van": (goes_on.ook_last_van or 0) + reports}
        if touched := sum(row.huurders_geraakt or 0 for row in inside(db, goes_on.id)):
            counts["huurders_geraakt"] = max(touched, goes_on.huurders_geraakt or 0)
        told += changed(db, spec, goes_on, counts)
        return Bundled(goes_on.nummer, goes_on.titel, len(rows), tuple(told))


def reopen(
    ctx: Context,
    number: int,
    *,
    on: date | None = None,
    note: str | None = None,
    origin: object | None = None,
) -> list[str]:
    """Take a knelpunt up again by itself, in one step: its reports count in what it was bundled in no more."""
    spec, day = ctx.spec(KIND), on or clock.today()
    with ctx.store.step(_("Knelpunt {number} heropenen").format(number=number), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        was_in = _bundled_in(db, row)
        step = {"status": "heropend", "datum": day.isoformat()}
        told = changed(db, spec, row, {"stappen": _with(ctx, db, spec, row, step, note)})
        if was_in is not None:
            fewer = max((was_in.ook_last_van or 0) - 1 - (row.ook_last_van or 0), 0)
            told += changed(db, spec, was_in, {"ook_last_van": fewer})
    return told


def inside(db: ReadSession, key: str) -> list[Any]:
    """The live knelpunten that are bundled in the one with this key."""
    step = (
        select(Stap.ouder_id)
        .where(Stap.gebundeld_in_id == key, Stap.status == "gebundeld", Stap.verwijderd.is_(None))
        .distinct()
    )
    query = select(Knelpunt).where(
        Knelpunt.id.in_(step), Knelpunt.status == "gebundeld", Knelpunt.verwijderd.is_(None)
    )
    found = list(db.scalars(query.order_by(Knelpunt.nummer)))
    # One that was bundled elsewhere later belongs there.
    return [row for row in found if (last := _last(db, row)) is not None and last.gebundeld_in_id == key]


def bundled(ctx: Context, number: int) -> list[tuple[int, str]]:
    """Number and title of the knelpunten that are bundled in this one."""
    with ctx.store.reading() as db:
        row = records.find(db, ctx.spec(KIND), number)
        return [(each.nummer, each.titel) for each in inside(db, row.id)]


def _last(db: ReadSession, row: Any) -> Stap | None:
    query = (
        select(Stap)
        .where(Stap.ouder_id == row.id, Stap.verwijderd.is_(None), Stap.status == "gebundeld")
        .order_by(Stap.volgorde.desc(), Stap.id.desc())
        .limit(1)
    )
    return db.scalars(query).first()


def _bundled_in(db: ReadSession, row: Any) -> Any:
    last = _last(db, row) if row.status == "gebundeld" else None
    found = db.get(Knelpunt, last.gebundeld_in_id) if last is not None and last.gebundeld_in_id else None
    return found if found is not None and found.verwijderd is None else None


def _open(db: StepSession, spec: RecordSpec, number: int) -> Any:
    row: Any = records.find(db, spec, number)
    if row.status in ENDS:
        raise UserError(
            _("‘{title}’ is al afgesloten."),
            _("Haal het uit de keuze, of heropen het eerst."),
            title=row.titel,
        )
    return row


def _with(
    ctx: Context, db: ReadSession, spec: RecordSpec, row: Any, step: dict[str, Any], note: str | None
) -> list[dict[str, Any]]:
    step |= {"toelichting": note or None, "door": ctx.settings.get(AUTHOR) or None}
    return [*lines(db, spec, "stappen", row.id), step]


def _made(db: StepSession, spec: RecordSpec, rows: Sequence[Any], title: str, day: date) -> Any:
    """A new knelpunt with what all of them share."""
    values: dict[str, Any] = {
        "titel": title,
        "gemeld_op": day.isoformat(),
        "categorie": Counter(row.categorie for row in rows).most_common(1)[0][0],
    }
    shared = {
        name: first
        for name in ("subcategorie", "kern_id", "complex_id", "verhuurder_id", "thema_id", "wohv_letter")
        if (first := getattr(rows[0], name)) is not None and all(getattr(row, name) == first for row in rows)
    }
    if "complex_id" in shared:
        values["omvang"] = "complex"
    else:
        values["omvang"] = "wijk" if "kern_id" in shared else "gemeente"
    draft, faults = read(spec, values, Resolver(db))
    for column, value in shared.items():
        draft.values[spec.by_column[column].key] = value
    faults += records.verified(db, draft, faults)
    records.refuse(spec, faults)
    made = records.write(db, draft)
    db.flush()
    return made
