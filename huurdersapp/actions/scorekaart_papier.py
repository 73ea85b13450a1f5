"""The scorecard on paper (PDF, Word) and as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from huurdersapp.actions import scorekaart as card
from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, printed, save, writer_for
from huurdersapp.actions.sheets import example_mark
from huurdersapp.base import clock, files
from huurdersapp.base.csv_text import csv_bytes, defused
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.advies_tables import UITKOMSTEN
from huurdersapp.records.choices import WOHV_LETTERS
from huurdersapp.reports.document import Document, Source
from huurdersapp.reports.scorekaart import ScoreGetal, ScorekaartValues, ScoreRij

Years = tuple[int, int] | None
_TITLES = {
    "verhuurder": ("Per verhuurder", "Verhuurder"),
    "thema": ("Per thema", "Thema"),
    "wohv_letter": ("Per onderwerp in de Overlegwet", "Onderwerp"),
    "jaar": ("Per jaar", "Jaar"),
}


def preview(
    ctx: Context,
    landlord: int | None = None,
    years: Years = None,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of the scorecard; raises UserError as `scorekaart.scorekaart`, Stopped when no longer `wanted`."""
    yield Progress(0, 2, _("Gegevens lezen"))
    document = _document(ctx, landlord, years)
    yield Progress(1, 2, _("Bladzijden maken"))
    return laid_out(ctx, document, wanted=wanted)


def write(ctx: Context, path: Path, landlord: int | None = None, years: Years = None) -> Job[Printed]:
    """Write the scorecard to .pdf, .docx or .csv; raises UserError as `preview`, and when it cannot be written."""
    if path.suffix.lower() == ".csv":
        yield Progress(0, 1, _("Gegevens lezen"))
        files.write(path, _csv(ctx, landlord, years))
        return Printed(path, 0, [])
    writer_for(path)
    found = yield from preview(ctx, landlord, years)
    return (yield from save(found, path))


def _document(ctx: Context, landlord: int | None, years: Years) -> Document:
    from huurdersapp.reports.scorekaart import scorekaart_document

    found = card.scorekaart(ctx, landlord, years)
    with ctx.store.reading() as db:
        organisation = own(db).naam
    total = _row("", found.total)
    outcomes = [(printed(UITKOMSTEN, item.key), f"uitkomst:{item.key}") for item in UITKOMSTEN.items]
    outcomes.append(("Zonder uitkomst", "uitkomst:"))
    first, last = found.span.first.year, found.span.last.year
    values = ScorekaartValues(
        organisatie=organisation,
        jaren=str(first) if first == last else f"{first} tot en met {last}",
        totaal=total,
        uitkomsten=tuple(
            (label, total.getallen[key]) for label, key in outcomes if total.getallen[key].waarde
        ),
        groepen=tuple(
            (*_TITLES[group.key], tuple(_row(_name(row), row) for row in group.rows))
            for group in found.groups
        ),
        verhuurder=found.landlord,
        datum=clock.today(),
        voorbeeld=ctx.store.example,
    )
    return scorekaart_document(values)


def _name(row: card.Rij) -> str:
    """What a row is called on paper, which is always Dutch."""
    if not row.known:
        return "Niet ingevuld"
    return printed(WOHV_LETTERS, row.key) if row.key else row.name


def _row(name: str, row: card.Rij) -> ScoreRij:
    return ScoreRij(
        name,
        {
            each.key: ScoreGetal(each.count, Source(each.kind, each.where) if each.count else None)
            for each in row.cijfers
        },
    )


def _csv(ctx: Context, landlord: int | None, years: Years) -> bytes:
    found = card.scorekaart(ctx, landlord, years)
    head = [_("Onderdeel"), _("Naam"), *(each.label for each in found.total.cijfers)]
    rows = [[str(found.span.code()), found.total.name, *_counts(found.total)]]
    rows += [[group.title, defused(row.name), *_counts(row)] for group in found.groups for row in group.rows]
    return csv_bytes([head, *rows], example_mark(ctx.store.example))


def _counts(row: card.Rij) -> list[str]:
    return [str(each.count) for each in row.cijfers]
