"""From a neutral document to a file: the writer by its ending, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from sqlalchemy import select

from huurdersapp.actions import rows
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, files
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.settings import PERCENTAGE_ANSWERS_FROM, PERCENTAGE_FROM
from huurdersapp.records.base import Choices
from huurdersapp.records.overleg import KORT, Overleg
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.reports.document import Document, Source
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.reports.written import Box, Place, Written


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that was made: where, how many pages (0 where it has none), and what the person should know. `more` are the
    files that came with it: of a CSV there is one for each table."""

    path: Path
    pages: int
    warnings: list[str]
    more: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that were made."""
        return (self.path, *self.more)


@dataclass(frozen=True, slots=True)
class Behind:
    """What opens for a number on paper: the list with these conditions (as they are typed), or the one record."""

    kind: str
    where: tuple[str, ...]
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """A number on a page (from 0) that opens what is behind it; a box for each line it stands on, in points from the
    upper left corner."""

    page: int
    boxes: tuple[Box, ...]
    says: str
    behind: Behind


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as the screen shows it: what is saved and printed from there are these same pages.

    Attributes:
        pdf: the whole file.
        links: the numbers that open their records, in reading order.
        warnings: what the person should know.
        empty: nothing happened that it could tell about.
    """

    document: Document
    pdf: bytes
    pages: int
    links: tuple[Link, ...]
    warnings: tuple[str, ...]
    empty: bool = False


def laid_out(
    ctx: Context,
    document: Document,
    *,
    warnings: Sequence[str] = (),
    empty: bool = False,
    wanted: Callable[[], bool] = lambda: True,
) -> Paper:
    """The pages of a document; raises Stopped at the next page when it is no longer wanted."""
    from huurdersapp.reports.pdf import write_pdf

    def at_page(_number: int) -> None:
        if not wanted():
            raise Stopped

    stream = BytesIO()
    done = write_pdf(document, stream, created=clock.now(), at_page=at_page)
    links = tuple(_links(ctx, done.places))
    return Paper(document, stream.getvalue(), done.pages, links, (*warnings, *signs(done)), empty)


def _links(ctx: Context, places: Sequence[Place]) -> Iterator[Link]:
    """One link for each number, also where it runs over the end of a line."""
    known: dict[Source, Behind | None] = {}
    pieces: list[list[Place]] = []
    for place in places:
        if pieces and _goes_on(pieces[-1][-1], place):
            pieces[-1].append(place)
        else:
            pieces.append([place])
    for piece in pieces:
        first = piece[0]
        if first.source not in known:
            known[first.source] = behind(ctx, first.source)
        if (opens := known[first.source]) is not None:
            yield Link(first.page, tuple(place.box for place in piece), first.says, opens)


def _goes_on(before: Place, after: Place) -> bool:
    same = (before.page, before.says) == (after.page, after.says) and before.source is after.source
    return same and after.box[1] > before.box[1] and after.box[0] < before.box[2]


def save(paper: Paper, path: Path) -> Job[Printed]:
    """Write what is shown: to .pdf these very pages, to another ending the same words, or the tables in them.

    Raises UserError for an ending that paper does not have, for another than .pdf of sheets whose boxes have their fixed
    places, for tables where there are none, and when a file cannot be written.
    """
    if path.suffix.lower() != ".pdf":
        _check_blocks(paper.document, path)
    yield Progress(0, 1, _("Bestand opslaan"))
    if path.suffix.lower() != ".pdf":
        return write_document(paper.document, path)
    files.write(path, paper.pdf)
    return Printed(path, paper.pages, list(paper.warnings))


def writer_for(path: Path) -> Callable[[Document, Path], Printed]:
    """What writes a document to a path with this ending; raises UserError for an ending that paper does not have."""
    writers = {
        ".pdf": _write_pdf,
        ".docx": _write_docx,
        ".html": _write_html,
        ".xlsx": _write_xlsx,
        ".csv": _write_csv,
    }
    if path.suffix.lower() not in writers:
        raise UserError(
            _("Dit kan als .pdf, .docx (Word), .html, .xlsx (Excel) of .csv."),
            _("Geef een naam die zo eindigt."),
        )
    return writers[path.suffix.lower()]


def write_document(document: Document, path: Path) -> Printed:
    """Write a document to a file by its ending: .pdf, .docx, .html, or its tables to .xlsx or .csv (a file for each).

    Raises UserError as `save`. On any fault, or when it is stopped, no file is left.
    """
    writer = writer_for(path)
    _check_blocks(document, path)
    return writer(document, path)


def _check_blocks(document: Document, path: Path) -> None:
    """Sheets whose boxes have their fixed places are paper alone."""
    writer_for(path)
    if path.suffix.lower() != ".pdf" and not document.blocks:
        raise UserError(_("Dit kan alleen als .pdf."), _("Geef een naam die zo eindigt."))


def _write_pdf(document: Document, path: Path) -> Printed:
    from huurdersapp.reports.pdf import write_pdf

    return _write(write_pdf, document, path)


def _write_docx(document: Document, path: Path) -> Printed:
    from huurdersapp.reports.docx import write_docx

    return _write(write_docx, document, path)


def _write_html(document: Document, path: Path) -> Printed:
    from huurdersapp.reports.html import write_html

    return _write(write_html, document, path)


def _write_xlsx(document: Document, path: Path) -> Printed:
    from huurdersapp.reports.tables_file import tables_of, write_xlsx

    _need_tables(tables_of(document))
    return _write(write_xlsx, document, path)


def _write(writer: Callable[..., Written], document: Document, path: Path) -> Printed:
    with files.written(path) as file:
        done = writer(document, file, created=clock.now())
    return Printed(path, done.pages, list(signs(done)))


def _write_csv(document: Document, path: Path) -> Printed:
    """A file for each table: X.csv where there is one, else X-1.csv, X-2.csv, …: all of them or none."""
    from huurdersapp.reports.tables_file import csv_files

    made = csv_files(document)
    _need_tables(made)
    names = [path] if len(made) == 1 else [_numbered(path, number) for number in range(1, len(made) + 1)]
    files.write_all(dict(zip(names, made, strict=True)))
    return Printed(names[0], 0, list(_left_over(path, len(made))), tuple(names[1:]))


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def _left_over(path: Path, count: int) -> Iterator[str]:
    """A file of an earlier time, when there were more tables, could be taken for one of these."""
    old = _numbered(path, count + 1 if count > 1 else 1)
    if old.exists():
        yield _("{path} stond er al en hoort hier niet bij.").format(path=old)


def _need_tables(made: Sequence[object]) -> None:
    if not made:
        raise UserError(
            _("Hierin staat geen tabel."), _("Kies .pdf, .docx of .html om de tekst op te slaan.")
        )


def signs(done: Written) -> Iterator[str]:
    """What the person should know of signs that could not be printed."""
    if done.missing_signs:
        yield _("Deze tekens staan niet in het lettertype en zijn vervangen door □: {signs}").format(
            signs=", ".join(done.missing_signs)
        )


def printed(choices: Choices, key: str | None) -> str:
    """The words for a choice on paper: Dutch, whatever the language of the screen is."""
    for item in choices.items:
        if item.key == key:
            return item.label.msgid if isinstance(item.label, LazyText) else item.label
    return key or ""


def meeting_name(row: Overleg) -> str:
    """An overleg without its day, which stands beside it: as people named it, else its kind."""
    name = row.naam.removesuffix(f" {day(row.datum)}")
    return printed(OVERLEGSOORTEN, row.soort) if name == KORT.get(row.soort) else name


def small_numbers(ctx: Context) -> SmallNumberSettings:
    """From how many on percentages are printed, as this organisation has set it."""
    return SmallNumberSettings(
        percent_from=ctx.settings.get(PERCENTAGE_FROM),
        answers_from=ctx.settings.get(PERCENTAGE_ANSWERS_FROM),
    )


def behind(ctx: Context, source: Source) -> Behind | None:
    """What opens when somebody asks where a number comes from; None where its records are no longer there."""
    spec = ctx.spec(source.kind)
    numbers = _numbers_of(ctx, source)
    if len(numbers) == 1:
        words = _("{kind} {number}").format(kind=spec.label, number=numbers[0])
        return Behind(spec.key, (), numbers[0], words)
    where = tuple(f"{key}={value}" for key, value in source.where)
    if not where:
        if not numbers:
            return None
        where = (f"nummer={','.join(map(str, numbers))}",)
        return Behind(spec.key, where, None, str(spec.plural))
    told = ", ".join(rows.told(ctx, spec, where))
    return Behind(spec.key, where, None, _("{kind} ({conditions})").format(kind=spec.plural, conditions=told))


def _numbers_of(ctx: Context, source: Source) -> list[int]:
    """The numbers of the records that a source names one by one."""
    if len(source.where) == 1 and source.where[0][0] == "nummer":
        return [int(number) for number in source.where[0][1].split(",")]
    if source.where or not source.ids:
        return []
    table = ctx.spec(source.kind).table
    with ctx.store.reading() as db:
        return list(
            db.scalars(select(table.c.nummer).where(table.c.id.in_(source.ids)).order_by(table.c.nummer))
        )
