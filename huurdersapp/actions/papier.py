"""From a neutral document to a file: the writer by its ending, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from huurdersapp.actions.context import Context
from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import PERCENTAGE_ANSWERS_FROM, PERCENTAGE_FROM
from huurdersapp.records.base import Choices
from huurdersapp.records.overleg import KORT, Overleg
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.reports.document import Document
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.reports.written import Written


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that was made: where, how many pages (0 for Word), and what the person should know."""

    path: Path
    pages: int
    warnings: list[str]


def writer_for(path: Path) -> Callable[..., Written]:
    """What writes a file with this ending; raises UserError for an ending that paper does not have."""
    if path.suffix.lower() == ".pdf":
        from huurdersapp.reports.pdf import write_pdf

        return write_pdf
    if path.suffix.lower() == ".docx":
        from huurdersapp.reports.docx import write_docx

        return write_docx
    raise UserError(_("Dit kan als .pdf of als .docx (Word)."), _("Geef een naam die zo eindigt."))


def write_document(document: Document, path: Path) -> Printed:
    """Write a document to .pdf or .docx; raises UserError when the file cannot be written."""
    writer = writer_for(path)
    with files.written(path) as file:
        done = writer(document, file, created=clock.now())
    warnings: list[str] = []
    if done.missing_signs:
        signs = ", ".join(done.missing_signs)
        warnings.append(
            _("Deze tekens staan niet in het lettertype en zijn vervangen door □: {signs}").format(
                signs=signs
            )
        )
    return Printed(path, done.pages, warnings)


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
