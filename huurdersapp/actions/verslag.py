"""Reports by kind: now the trimesterverslag for the bestuurlijk overleg."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import (
    Paper,
    Printed,
    laid_out,
    small_numbers,
    write_document,
    writer_for,
)
from huurdersapp.actions.trimester import trimester_values
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.store.step import ReadSession

KINDS: Mapping[str, LazyText] = {"trimester": lazy("Trimesterverslag voor het bestuurlijk overleg")}


@dataclass(frozen=True, slots=True)
class AkkoordChoice:
    """An akkoord by its number, its name and the years it is about."""

    number: int
    name: str
    first_year: int
    last_year: int


def write(
    ctx: Context, kind: str, span: Period, path: Path, *, akkoord: int | None = None, short: bool = False
) -> Job[Printed]:
    """Write a report about a period to .pdf or .docx.

    Raises UserError for an unknown kind, when there is no akkoord, or when the file cannot be written.
    """
    from huurdersapp.reports.trimester import trimester_document

    _known(kind)
    writer_for(path)
    yield Progress(0, 2, _("Gegevens lezen"))
    values, beside = _read(ctx, span, akkoord)
    yield Progress(1, 2, _("Verslag maken"))
    done = write_document(trimester_document(values, kort=short), path)
    return replace(done, warnings=[*beside, *done.warnings])


def preview(
    ctx: Context,
    kind: str,
    span: Period,
    *,
    akkoord: int | None = None,
    short: bool = False,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of the report that `write` would write, for the screen; stops when they are no longer `wanted`.

    Raises UserError for an unknown kind, and when there is no akkoord or more than one to choose from.
    """
    from huurdersapp.reports.trimester import is_empty, trimester_document

    _known(kind)
    yield Progress(0, 2, _("Gegevens lezen"))
    values, beside = _read(ctx, span, akkoord)
    yield Progress(1, 2, _("Verslag maken"))
    document = trimester_document(values, kort=short)
    return laid_out(ctx, document, warnings=beside, empty=is_empty(values), wanted=wanted)


def akkoord_choices(ctx: Context) -> list[AkkoordChoice]:
    """The akkoorden that a report can be held against, as they are numbered."""
    with ctx.store.reading() as db:
        rows = db.alive(db.catalogue.specs["akkoord"])
        return [AkkoordChoice(row.nummer, row.naam, row.van_jaar, row.tot_jaar) for row in rows]


def _known(kind: str) -> None:
    if kind not in KINDS:
        raise UserError(
            _("Het verslag ‘{kind}’ bestaat niet."),
            _("Kies uit: {known}."),
            kind=kind[:40],
            known=", ".join(KINDS),
        )


def report_values(ctx: Context, span: Period, akkoord: int | None = None) -> TrimesterValues:
    """The values of the trimesterverslag, read at one moment."""
    return _read(ctx, span, akkoord)[0]


def _read(ctx: Context, span: Period, akkoord: int | None) -> tuple[TrimesterValues, list[str]]:
    """The values, and what the person should know about the akkoord they are held against."""
    with ctx.store.reading() as db:
        chosen = akkoorden.find(db, akkoord) if akkoord is not None else _valid(db, span.last)
        values = trimester_values(db, chosen, span, small_numbers(ctx))
        return replace(values, voorbeeld=ctx.store.example), list(_beside(chosen, span))


def _beside(akkoord: Akkoord, span: Period) -> Iterator[str]:
    if span.first.year < akkoord.van_jaar or span.last.year > akkoord.tot_jaar:
        yield _(
            "Het akkoord loopt van {first} tot en met {last}. De periode valt daar niet helemaal in."
        ).format(first=akkoord.van_jaar, last=akkoord.tot_jaar)


def _valid(db: ReadSession, on: date) -> Akkoord:
    """The akkoord that holds on that day; where that leaves a choice (or none), the person makes it."""
    spec = db.catalogue.specs["akkoord"]
    holding: list[Akkoord] = db.alive(spec, spec.filter["geldig_op"].where(on))
    return holding[0] if len(holding) == 1 else akkoorden.find(db, None)
