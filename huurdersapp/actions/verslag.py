"""Making a report: read at one moment, put together as its writer chose, and laid out or written to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from huurdersapp.actions.briefpapier import Hoofd, letterhead
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, save, write_document, writer_for
from huurdersapp.actions.verslagen import stukken
from huurdersapp.actions.verslagen.keuzes import of
from huurdersapp.actions.verslagen.noten import met_bronnen
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.actions.verslagen.trimester import akkoord_for, values_of
from huurdersapp.actions.verslagen.veranderd import with_changes
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.period import Period
from huurdersapp.reports.document import Document
from huurdersapp.reports.rapport import Kader, Keuze, Onderdeel, rapport_document
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.store.step import ReadSession

SIGNS_ON_A_PAGE = 2800
"""About so many signs of running text stand on a page."""
LONG_PAGES = 10
"""From so many pages on the writer of a text is told how long it is."""


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
    whether nothing happened that it could tell about. `job` and `keuzes` are what it was made from, with what its record
    says."""

    document: Document
    onderdelen: tuple[Onderdeel, ...]
    warnings: tuple[str, ...]
    empty: bool
    read: Gelezen
    job: Opdracht
    keuzes: tuple[Keuze, ...]


def make(ctx: Context, job: Opdracht, keuzes: Iterable[Keuze] | None = None) -> Gemaakt:
    """Put a report together. Where `job` names its record, what its writer chose is read in the same moment; `keuzes` that
    are given lead. Raises UserError for an unknown kind and for what it cannot be made without."""
    with ctx.store.reading() as db:
        return make_at(ctx, db, job, keuzes)


def make_at(ctx: Context, db: ReadSession, job: Opdracht, keuzes: Iterable[Keuze] | None = None) -> Gemaakt:
    """The same for whoever reads more at this moment than the report alone."""
    db.remember()
    job, chosen = of(ctx, db, job)
    soort = soort_of(job.soort)
    choices = chosen if keuzes is None else tuple(keuzes)
    own = tuple((keuze.sleutel, keuze.tekst) for keuze in choices if keuze.tekst.strip())
    found = soort.read()(ctx, db, replace(job, eigen=own))
    kader = _framed(found.kader, job)
    head = letterhead(db) if kader.voorblad else Hoofd()
    kader = replace(kader, beeldmerk=head.beeldmerk)
    parts = found.onderdelen
    if not soort.bundel:
        parts = met_bronnen(db, parts, choices, job)
        parts = with_changes(db, job, kader, parts, choices)
    document = rapport_document(kader, parts, choices)
    warnings = (*found.warnings, *head.warnings, *long_texts(parts, choices), *found.let_op(choices))
    return Gemaakt(document, parts, warnings, found.empty, found, job, choices)


def _framed(kader: Kader, job: Opdracht) -> Kader:
    """What stands around the parts, as the writer chose it, with the version that it is."""
    return replace(
        kader,
        titel=job.titel or kader.titel,
        versie=job.versie if kader.versie else "",
        voorblad=job.voorblad,
        publiek=job.publiek,
    )


def long_texts(parts: Iterable[Onderdeel], keuzes: Iterable[Keuze]) -> Iterator[str]:
    """What the writer should know of own texts that are longer than people read: all of it is printed."""
    titles = {part.sleutel: part.titel for part in parts}
    for keuze in keuzes:
        pages = -(-len(keuze.tekst) // SIGNS_ON_A_PAGE)
        if keuze.sleutel in titles and pages >= LONG_PAGES:
            yield _("Uw tekst bij ‘{part}’ is ongeveer {pages} bladzijden lang.").format(
                part=keuze.kop or titles[keuze.sleutel], pages=pages
            )


def write(ctx: Context, job: Opdracht, path: Path, keuzes: Iterable[Keuze] | None = None) -> Job[Printed]:
    """Write a report to a file; raises UserError as `make`, and when the file cannot be written."""
    writer_for(path)
    if soort_of(job.soort).bundel:
        if path.suffix.lower() != ".pdf":  # told at once: putting papers together takes long
            raise UserError(_("Dit kan alleen als .pdf."), _("Geef een naam die zo eindigt."))
        whole = yield from preview(ctx, job, keuzes)
        return (yield from save(whole, path))
    yield Progress(0, 2, _("Gegevens lezen"))
    made = make(ctx, job, keuzes)
    yield Progress(1, 2, _("Verslag maken"))
    done = write_document(made.document, path)
    return replace(done, warnings=[*made.warnings, *done.warnings])


def preview(
    ctx: Context,
    job: Opdracht,
    keuzes: Iterable[Keuze] | None = None,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of the report that `write` would write, for the screen; raises UserError as `make`, Stopped when they are no
    longer `wanted`."""
    if soort_of(job.soort).bundel:
        return (yield from stukken.paper(ctx, job, keuzes, wanted=wanted))
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
        db.remember()
        return values_of(ctx, db, akkoord_for(db, Opdracht("trimester", span, akkoord)), span)
