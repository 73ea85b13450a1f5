"""Making a report: read at one moment, put together as its writer chose, and laid out or written to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, write_document, writer_for
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.actions.verslagen.trimester import akkoord_for, values_of
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.period import Period
from huurdersapp.reports.document import Document
from huurdersapp.reports.rapport import Keuze, Onderdeel, rapport_document
from huurdersapp.reports.trimester_values import TrimesterValues


@dataclass(frozen=True, slots=True)
class AkkoordChoice:
    """An akkoord by its number, its name and the years it is about."""

    number: int
    name: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A report that was put together: its document, all its parts (also those left out), what the person should know, and
    whether nothing happened that it could tell about."""

    document: Document
    onderdelen: tuple[Onderdeel, ...]
    warnings: tuple[str, ...]
    empty: bool
    read: Gelezen


def make(ctx: Context, job: Opdracht, keuzes: Iterable[Keuze] = ()) -> Gemaakt:
    """Put a report together; raises UserError for an unknown kind and for what it cannot be made without."""
    read = soort_of(job.soort).read()
    with ctx.store.reading() as db:
        found = read(ctx, db, job)
    kader = replace(found.kader, voorblad=job.voorblad, publiek=job.publiek)
    if job.titel:
        kader = replace(kader, titel=job.titel)
    document = rapport_document(kader, found.onderdelen, keuzes)
    return Gemaakt(document, found.onderdelen, found.warnings, found.empty, found)


def write(ctx: Context, job: Opdracht, path: Path, keuzes: Iterable[Keuze] = ()) -> Job[Printed]:
    """Write a report to a file; raises UserError as `make`, and when the file cannot be written."""
    soort_of(job.soort)
    writer_for(path)
    yield Progress(0, 2, _("Gegevens lezen"))
    made = make(ctx, job, keuzes)
    yield Progress(1, 2, _("Verslag maken"))
    done = write_document(made.document, path)
    return replace(done, warnings=[*made.warnings, *done.warnings])


def preview(
    ctx: Context, job: Opdracht, keuzes: Iterable[Keuze] = (), *, wanted: Callable[[], bool] = lambda: True
) -> Job[Paper]:
    """The pages of the report that `write` would write, for the screen; raises UserError as `make`, Stopped when they are no
    longer `wanted`."""
    soort_of(job.soort)
    yield Progress(0, 2, _("Gegevens lezen"))
    made = make(ctx, job, keuzes)
    yield Progress(1, 2, _("Verslag maken"))
    return laid_out(ctx, made.document, warnings=made.warnings, empty=made.empty, wanted=wanted)


def akkoord_choices(ctx: Context) -> list[AkkoordChoice]:
    """The akkoorden that a report can be held against, as they are numbered."""
    with ctx.store.reading() as db:
        rows = db.alive(db.catalogue.specs["akkoord"])
        return [AkkoordChoice(row.nummer, row.naam, row.van_jaar, row.tot_jaar) for row in rows]


def report_values(ctx: Context, span: Period, akkoord: int | None = None) -> TrimesterValues:
    """The values of the trimesterverslag, read at one moment."""
    with ctx.store.reading() as db:
        return values_of(ctx, db, akkoord_for(db, Opdracht("trimester", span, akkoord)), span)
