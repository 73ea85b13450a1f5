"""The register of letters in and out: a year as people leaf through it, with what is missing, and a letter that came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import bijlagen, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.plain import Resolver
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import IN_BIN
from huurdersapp.records.brief import REGISTERNUMMER, STATUS, Brief, given_numbers
from huurdersapp.records.draft import read
from huurdersapp.store.step import ReadSession, StepSession

KIND = "brief"


@dataclass(frozen=True, slots=True)
class Inschrijving:
    """One number of the register. `letter` is the number of the letter, None where there is none any more; then `gone`
    says why in a sentence. `day` is when it came in, was sent, or is dated; `who` it came from or went to."""

    registered: str
    letter: int | None
    incoming: bool = False
    day: date | None = None
    who: str = ""
    subject: str = ""
    status: str = ""
    gone: str = ""


def years(ctx: Context) -> list[int]:
    """The years that have a register, the newest first."""
    with ctx.store.reading() as db:
        begin = func.substr(Brief.registernummer, 1, 4)
        found = db.scalars(select(begin).where(Brief.registernummer.is_not(None)).distinct())
        return sorted((int(year) for year in found if year.isdecimal()), reverse=True)


def register(ctx: Context, year: int) -> list[Inschrijving]:
    """All numbers of a year in their order, those that stay empty too: each was given once and is given to nothing else."""
    with ctx.store.reading() as db:
        given = {_running(number): number for number in given_numbers(db, year)}
        rows = {row.registernummer: row for row in _rows(db, year)}
        names = Names(db)
        return [
            _entry(names, given.get(place, f"{year}-{place:03}"), rows)
            for place in range(1, max(given, default=0) + 1)
        ]


def empty(ctx: Context, year: int) -> list[str]:
    """The numbers of a year at which no letter stands."""
    return [each.registered for each in register(ctx, year) if each.letter is None]


def came_in(
    ctx: Context,
    values: Mapping[str, Any],
    files: Sequence[Path] = (),
    *,
    origin: object | None = None,
) -> records.Saved:
    """Put down a letter that came in, with its files; the letter that it answers (`antwoord_op`) is answered by it.

    `values` are those of a letter as JSON has them. One step, all of it or nothing. Raises Refused as `records.create`,
    UserError for a file that cannot be kept.
    """
    spec = ctx.spec(KIND)
    lines = [bijlagen.keep(ctx, path) for path in files]
    raw = {**values, "richting": "binnen", "bijlagen": [*values.get("bijlagen", ()), *lines]}
    with ctx.store.step(_("Binnengekomen brief opslaan"), origin=origin) as db:
        draft, faults = read(spec, raw, Resolver(db))
        faults += records.verified(db, draft, faults)
        records.refuse(spec, faults)
        row: Any = records.write(db, draft)
        db.flush()
        _answered(ctx, db, row)
    return records.told(ctx, spec, [row], faults)


def _answered(ctx: Context, db: StepSession, row: Any) -> None:
    """The letter that this one answers; what was put down of an earlier answer stays."""
    first: Any = db.get(Brief, row.antwoord_op_id) if row.antwoord_op_id else None
    if first is None or first.beantwoord_op is not None:
        return
    if first.richting == "binnen":
        raise UserError(
            _("Brief {number} kwam zelf binnen. Een brief aan u kan daar geen antwoord op zijn."),
            _("Kies de brief van u waarop dit het antwoord is."),
            number=first.nummer,
        )
    day = row.ontvangen_op or row.datum
    if day is not None:
        spec = ctx.spec(KIND)
        draft, faults = records.reviewed(db, spec, first, {"beantwoord_op": day.isoformat()})
        records.refuse(spec, faults)
        records.write(db, draft, first)


def _rows(db: ReadSession, year: int) -> Iterator[Any]:
    """The letters of a year, thrown away or not; the living ones last, as theirs is what the register tells."""
    found = db.scalars(select(Brief).where(Brief.registernummer.startswith(f"{year:04}-")))
    yield from sorted(found, key=lambda row: row.verwijderd is None)


def _running(number: str) -> int:
    found = REGISTERNUMMER.fullmatch(number)
    return int(found[2]) if found else 0


def _entry(names: Names, number: str, rows: Mapping[str, Any]) -> Inschrijving:
    row = rows.get(number)
    if row is not None and row.verwijderd is None:
        incoming = row.richting == "binnen"
        return Inschrijving(
            registered=number,
            letter=row.nummer,
            incoming=incoming,
            day=(row.ontvangen_op if incoming else row.verstuurd_op) or row.datum,
            who=_who(names, row),
            subject=row.onderwerp,
            status=STATUS.label(row.status),
        )
    if row is not None and row.verwijderd == IN_BIN:
        text = _("Brief {number} ligt in de prullenbak.").format(number=row.nummer)
        return Inschrijving(number, None, gone=text)
    return Inschrijving(
        number, None, gone=_("Dit nummer is niet gebruikt, of het geven ervan is ongedaan gemaakt.")
    )


def _who(names: Names, row: Any) -> str:
    """To whom or from whom: the record that the letter names, else the first line of what was typed."""
    for kind, key in (
        ("verhuurder", row.verhuurder_id),
        ("partij", row.partij_id),
        ("commissie", row.commissie_id),
    ):
        if key:
            return names.of(kind, key)
    return (row.aan or "").partition("\n")[0]
