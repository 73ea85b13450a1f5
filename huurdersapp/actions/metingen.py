"""Metingen from entry to settled: put in, confirmed in the regiegroep, settled in the bestuurlijk overleg, corrected.

Values in and out are those of JSON. Each of these is one step, that can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver, plain_of
from huurdersapp.actions.records import Saved, find, refuse, reviewed, told, verified, write
from huurdersapp.base import clock
from huurdersapp.base.days import typed_day
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period, parse
from huurdersapp.records.draft import Fault, read
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession, StepSession

_TURNED = re.compile(r"[Tt]\s?([1-3])[ -](\d{4})")
_YEAR = re.compile(r"\d{4}(?:-[Tt]\d+)?")
_BETWEEN = re.compile(r"\s+(?:tot en met|t/m|tot|-|–)\s+|\s*\.\.\s*")
KIND = "meting"
KEPT = ("indicator", "van", "tot", "partij", "kern", "precisie", "project", "bron", "aangeleverd_door")
"""What a correction takes over from the value that it replaces, unless something else is given."""
VALUES = ("waarde", "teller", "noemer", "tekst", "klassen")


def enter(ctx: Context, values: Mapping[str, Any], *, origin: object | None = None) -> Saved:
    """Put in a value; `periode` (2020, 2020-T1 or two days) may stand for `van` and `tot`.

    Raises Refused with every fault and its field, UserError for a period that does not exist.
    """
    with ctx.store.step(_("Meting toevoegen"), origin=origin) as db:
        row, faults = _new(db, with_days(values))
    return told(ctx, ctx.spec(KIND), [row], faults)


def with_days(values: Mapping[str, Any]) -> Plain:
    """The values with first and last day in place of a period as people type it; raises UserError for one that does
    not exist."""
    found = dict(values)
    text = found.pop("periode", None)
    if text:
        period = typed_period(text)
        found |= {"van": period.first.isoformat(), "tot": period.last.isoformat()}
    return found


def typed_period(text: str) -> Period:
    """The period that somebody typed: 2020, 2020-T1, T1 2020, one day, or two days ("1-1-2020 tot en met 30-4-2020").

    Raises UserError for anything else.
    """
    if turned := _TURNED.fullmatch(text.strip()):
        text = f"{turned[2]}-T{turned[1]}"
    try:
        return parse(text)
    except UserError:
        if _YEAR.fullmatch(text.strip()):
            raise
    try:
        days = [typed_day(part, clock.today(), "past") for part in _BETWEEN.split(text.strip(), maxsplit=1)]
    except UserError as fault:
        raise UserError(
            _("De periode ‘{text}’ bestaat niet."),
            _(
                "Schrijf een jaar (2019), een trimester (2019-T1), een dag, of twee dagen met ‘tot en met’ ertussen."
            ),
            text=text[:40],
        ) from fault
    if days[-1] < days[0]:
        raise UserError(
            _("De periode {text} eindigt voor zij begint."), _("Wissel de twee dagen om."), text=text[:60]
        )
    return Period(days[0], days[-1])


def shown_period(van: date, tot: date) -> str:
    """A period as it can be typed again: 2020, 2020-T1, 31-12-2020, or two days."""
    if van == tot:
        return day(tot)
    code = Period(van, tot).code()
    if ".." not in code:
        return code
    return _("{first} tot en met {last}").format(first=day(van), last=day(tot))


def confirm(
    ctx: Context,
    numbers: Sequence[int],
    overleg: int | str | None = None,
    on: date | None = None,
    *,
    origin: object | None = None,
) -> Saved:
    """Confirm values in a meeting, or on a day; those that are further already are told as a fault.

    Raises Refused when a rule forbids it; UserError where neither meeting nor day is given.
    """
    label = ngettext("{count} meting bevestigen", "{count} metingen bevestigen", len(numbers))
    return _further(ctx, numbers, "bevestigd", overleg, on, label, origin)


def settle(
    ctx: Context,
    numbers: Sequence[int],
    overleg: int | str | None = None,
    on: date | None = None,
    *,
    origin: object | None = None,
) -> Saved:
    """Settle values in a meeting, or on a day, all or none; what was settled already is told as a fault. Raises as
    `confirm`."""
    label = ngettext("{count} meting vaststellen", "{count} metingen vaststellen", len(numbers))
    return _further(ctx, numbers, "vastgesteld", overleg, on, label, origin)


def correct(
    ctx: Context, number: int, values: Mapping[str, Any], reason: str, *, origin: object | None = None
) -> Saved:
    """A new version of a value, as concept, with the reason; the old one stays to be read and counts no more.

    What is not given stays as it was, but a new value takes the place of all that said the old one. Raises Refused as
    `enter`, UserError when the value is not there.
    """
    spec = ctx.spec(KIND)
    with ctx.store.step(_("Meting {number} verbeteren").format(number=number), origin=origin) as db:
        old = next(iter(plain_of(db, spec, [find(db, spec, number).id])))
        given = {key: value for key, value in with_days(values).items() if value is not None}
        keep = KEPT if any(key in given for key in VALUES) else (*KEPT, *VALUES)
        made = {key: old[key] for key in keep} | {"status": "concept"} | given
        made["klassen"] = [
            {key: value for key, value in line.items() if key != "id"} for line in made.get("klassen") or []
        ]
        row, faults = _new(db, made | {"vervangt": number, "correctie_reden": reason})
    return told(ctx, spec, [row], faults)


def versions(ctx: Context, number: int) -> list[int]:
    """The numbers of all versions of a value, the oldest first; raises UserError when it is not there."""
    spec = ctx.spec(KIND)
    table = spec.table
    with ctx.store.reading() as db:
        row: Any = find(db, spec, number)
        seen = {row.id}
        while row.vervangt_id and row.vervangt_id not in seen:
            row = db.get(spec.cls, row.vervangt_id)
            seen.add(row.id)
        found, key, walked = [int(row.nummer)], row.id, {row.id}
        while True:
            later = select(table.c.id, table.c.nummer).where(
                table.c.vervangt_id == key, table.c.verwijderd.is_(None)
            )
            following = db.execute(later.order_by(table.c.nummer)).first()
            if following is None or following.id in walked:
                return found
            key = following.id
            walked.add(key)
            found.append(int(following.nummer))


def _new(db: StepSession, values: Mapping[str, Any]) -> tuple[Any, list[Fault]]:
    spec = _spec(db)
    draft, faults = read(spec, dict(values), Resolver(db))
    faults += verified(db, draft, faults)
    refuse(spec, faults)
    row = write(db, draft)
    db.flush()
    return row, faults


def _spec(db: ReadSession) -> RecordSpec:
    return db.catalogue.specs[KIND]


def _further(
    ctx: Context,
    numbers: Sequence[int],
    status: str,
    overleg: int | str | None,
    on: date | None,
    label: str,
    origin: object | None,
) -> Saved:
    numbers = list(dict.fromkeys(numbers))
    if overleg is None and on is None:
        raise UserError(
            _("Er is geen overleg en geen dag gekozen."), _("Kies in welk overleg, of op welke dag.")
        )
    values: Plain = {
        "status": status,
        f"{status}_in": overleg,
        f"{status}_op": on.isoformat() if on else None,
    }
    spec, faults, rows = ctx.spec(KIND), [], []
    with ctx.store.step(label.format(count=len(numbers)), origin=origin) as db:
        for index, number in enumerate(numbers):
            row: Any = find(db, spec, number)
            draft, found = reviewed(db, spec, row, values)
            if row.status == "vastgesteld":
                found = [Fault(_("Meting {number} is al vastgesteld.").format(number=number), ("status",))]
            faults += [fault.at(index) if len(numbers) > 1 else fault for fault in found]
            if not any(not fault.warning for fault in faults):
                write(db, draft, row)
            rows.append(row)
        refuse(spec, faults)
    return told(ctx, spec, rows, faults)


def measure_called(ctx: Context, text: str, akkoord: int | None = None) -> int:
    """The number of the measure with this code, or this number; raises UserError when there is none, or one in each of
    several akkoorden."""
    indicator, doel, thema, pact = (
        ctx.spec(kind).table for kind in ("indicator", "doel", "thema", "akkoord")
    )
    found = (
        select(indicator.c.nummer, pact.c.nummer.label("akkoord"))
        .join(doel, doel.c.id == indicator.c.doel_id)
        .join(thema, thema.c.id == doel.c.thema_id)
        .join(pact, pact.c.id == thema.c.akkoord_id)
        .where(indicator.c.verwijderd.is_(None), pact.c.verwijderd.is_(None))
    )
    if akkoord is not None:
        found = found.where(pact.c.nummer == akkoord)
    with ctx.store.reading() as db:
        rows = list(db.execute(found.where(indicator.c.code.collate("NOCASE") == text.strip())))
        if not rows and text.isdecimal() and len(text) < 10:
            rows = list(db.execute(found.where(indicator.c.nummer == int(text))))
    if not rows:
        raise UserError(
            _("De maat ‘{text}’ is er niet."),
            command=_("Kijk welke er zijn met: huurdersapp lijst indicator"),
            text=text[:40],
        )
    if len(rows) > 1:
        raise UserError(
            _("De code {text} staat in meer dan één akkoord: {numbers}."),
            command=_("Noem het akkoord erbij met --akkoord."),
            text=text[:40],
            numbers=", ".join(str(row.akkoord) for row in rows),
        )
    return int(rows[0].nummer)
