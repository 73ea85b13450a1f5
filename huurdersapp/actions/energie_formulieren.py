"""Empty visit sheets: numbered, handed out to a coach, and still to come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from sqlalchemy import select

from huurdersapp.actions import energie, voorkeuren
from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import Paper, Printed, signs
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.records import refuse, verified, write
from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.bezoekformulier import Bezoekformulier, out_on
from huurdersapp.records.draft import read
from huurdersapp.records.rules import lines_of
from huurdersapp.records.toestemming import TEKSTEN
from huurdersapp.reports.document import Document
from huurdersapp.reports.energie_values import BezoekFormulier, FormulierToestemming
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.step import ReadSession, StepSession

FORM = "bezoekformulier"
MOST = 100
"""Sheets in one go; more is a slip of the finger."""
SIDES = 2
"""A sheet is one piece of paper: measures that do not fit on its back are left off, and can be written in."""


@dataclass(frozen=True, slots=True)
class SheetOut:
    """A sheet that was handed out and did not come back: its number as a record and on paper, with whom, since when."""

    number: int
    name: str
    coach: str | None
    issued: date
    days: int


def issue_forms(
    ctx: Context,
    count: int,
    coach: int | str | None = None,
    on: date | None = None,
    *,
    deliver: Callable[[bytes], None] = lambda _pdf: None,
    origin: object | None = None,
) -> tuple[Paper, tuple[str, ...]]:
    """Hand out `count` empty sheets to a coach (number or name) on a day (else today): their records in one step, and the
    pages to print with their numbers.

    Nothing is written when the pages cannot be made, nor when `deliver`, which gets the file, raises. Raises UserError
    for a number of sheets that cannot be, Refused for a coach who is not there.
    """
    if not 1 <= count <= MOST:
        raise UserError(_("Kies een aantal van 1 tot en met {most}."), most=MOST)
    label = ngettext("{count} bezoekformulier uitgeven", "{count} bezoekformulieren uitgeven", count)
    order = [one.number for one in energie.measures(ctx)]
    with ctx.store.reading() as db:
        values = _values(ctx, db, order)
    with ctx.store.step(label.format(count=count), origin=origin) as db:
        names = _made(db, count, coach, on or clock.today())
        found = _paper(values, names)
        deliver(found.pdf)
    # While these sheets are out the number keys follow their rows.
    voorkeuren.put(ctx, energie.PRINTED_ORDER, order)
    return found, tuple(names)


def write_forms(
    ctx: Context, count: int, path: Path, coach: int | str | None = None, on: date | None = None
) -> Job[tuple[Printed, tuple[str, ...]]]:
    """Hand out sheets as `issue_forms` and write them to a PDF; without the file no sheet is handed out."""
    if path.suffix.lower() != ".pdf":
        raise UserError(_("Een formulier kan alleen als .pdf."), _("Geef een naam die zo eindigt."))
    yield Progress(0, 1, _("Formulieren maken"))
    found, names = issue_forms(ctx, count, coach, on, deliver=lambda pdf: files.write(path, pdf))
    return Printed(path, found.pages, list(found.warnings)), names


def print_again(ctx: Context, numbers: Sequence[int]) -> Paper:
    """The pages of sheets that were handed out already, such as when the printer failed; raises UserError for none."""
    order = [one.number for one in energie.measures(ctx)]
    with ctx.store.reading() as db:
        asked = select(Bezoekformulier.naam).where(
            Bezoekformulier.nummer.in_(numbers), Bezoekformulier.verwijderd.is_(None)
        )
        names = list(db.scalars(asked.order_by(Bezoekformulier.nummer)))
        values = _values(ctx, db, order)
    return _paper(values, names)


def sheets_out(ctx: Context, on: date | None = None, limit: int = 200) -> tuple[SheetOut, ...]:
    """The sheets that are still out on a day (else today), the longest first: those of the list with `nog_uit_op`."""
    on = on or clock.today()
    with ctx.store.reading() as db:
        query = Query(ctx.spec(FORM), (out_on(on),), order="uitgegeven_op")
        rows = queries.page(db, query, ("nummer", "naam", "coach_id", "uitgegeven_op"), size=limit)
        names = Names(db)
        names.load("energiecoach", [row.coach_id for row in rows if row.coach_id])
        return tuple(
            SheetOut(
                row.nummer,
                row.naam,
                names.of("energiecoach", row.coach_id) if row.coach_id else None,
                row.uitgegeven_op,
                (on - row.uitgegeven_op).days,
            )
            for row in rows
        )


def _made(db: StepSession, count: int, coach: int | str | None, on: date) -> list[str]:
    spec, resolver = db.catalogue.specs[FORM], Resolver(db)
    names = []
    for _each in range(count):
        draft, faults = read(spec, {"coach": coach, "uitgegeven_op": on.isoformat()}, resolver)
        faults += verified(db, draft, faults)
        refuse(spec, faults)
        write(db, draft)
        db.flush()
        names.append(str(draft["naam"]))
    return names


def _values(ctx: Context, db: ReadSession, order: Sequence[int]) -> BezoekFormulier:
    """What stands on every sheet, with as many measures as fit on one piece of paper."""
    table = db.catalogue.specs["maatregel"].table
    found = {row.nummer: row.naam for row in db.execute(select(table.c.nummer, table.c.naam))}
    sender = own(db)
    address = lines_of(sender.contact_adres)
    names = [found[number] for number in order if number in found]
    shown = len(names)
    while True:
        values = BezoekFormulier(
            organisatie=sender.naam,
            maatregelen=tuple(names[:shown]),
            toestemmingen=tuple(FormulierToestemming(one.tekst, one.versie) for one in TEKSTEN),
            terug_naar=" in ".join(filter(None, [*address[:1], sender.plaats])),
            voorbeeld=ctx.store.example,
        )
        if shown == 0 or _paper(values, ["B 0000"]).pages <= SIDES:
            return values
        shown -= 1


def _paper(values: BezoekFormulier, names: Sequence[str]) -> Paper:
    from huurdersapp.reports.bezoekformulier import bezoekformulieren

    stream = BytesIO()
    done = bezoekformulieren(values, names, stream, created=clock.now())
    document = Document(_("Bezoekformulieren"), values.organisatie, ())
    return Paper(document, stream.getvalue(), done.pages, (), tuple(signs(done)))
