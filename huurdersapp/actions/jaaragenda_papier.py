"""The year agenda as a file: the year on one page, the list, or a calendar file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Literal

from huurdersapp.actions import jaaragenda
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, save, signs, writer_for
from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress

Form = Literal["vel", "lijst"]
Size = Literal["A4", "A3"]
CALENDAR = ".ics"


def preview(
    ctx: Context,
    jaar: int,
    akkoord: int | None = None,
    *,
    form: Form = "vel",
    size: Size = "A4",
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages as they are shown, saved and printed: the year on one page (`vel`, of that size) or the list (A4).

    In Word it is always the list. Raises UserError as `jaaragenda.year`, Stopped when no longer `wanted`.
    """
    from huurdersapp.reports.jaaragenda import jaaragenda_document

    yield Progress(0, 2, _("Gegevens lezen"))
    found = jaaragenda.year(ctx, jaar, akkoord)
    yield Progress(1, 2, _("Bladzijden maken"))
    document = jaaragenda_document(found)
    empty = not found.moments
    if form == "lijst":
        return laid_out(ctx, document, empty=empty, wanted=wanted)
    from huurdersapp.reports.jaaragenda_vel import write_jaaragenda_vel

    stream = BytesIO()
    done = write_jaaragenda_vel(found, stream, created=clock.now(), maat=size)
    return Paper(document, stream.getvalue(), done.pages, (), tuple(signs(done)), empty)


def write(
    ctx: Context,
    jaar: int,
    path: Path,
    akkoord: int | None = None,
    *,
    form: Form = "vel",
    size: Size = "A4",
) -> Job[Printed]:
    """Write the year to .ics (for a calendar), or the list as any other paper.

    Raises UserError for another ending, as `preview`, and when the file cannot be written.
    """
    if path.suffix.lower() == CALENDAR:
        return (yield from write_calendar(ctx, jaar, path, akkoord))
    _check_ending(path)
    found = yield from preview(ctx, jaar, akkoord, form=form, size=size)
    return (yield from save(found, path))


def _check_ending(path: Path) -> None:
    try:
        writer_for(path)
    except UserError:
        raise UserError(
            _("De jaaragenda kan als .pdf, .docx (Word), .html, .xlsx (Excel), .csv of .ics."),
            _("Geef een naam die zo eindigt."),
        ) from None


def write_calendar(
    ctx: Context, jaar: int, path: Path, akkoord: int | None = None, *, remind: int | None = None
) -> Job[Printed]:
    """Write a calendar file, to import in the agenda of a laptop or telephone; importing a newer one changes what was
    imported before. The warnings tell what has no day and so is not in it. `remind`: days before each moment that the
    calendar reminds (0: on the day itself), None as each moment says itself.

    Raises UserError as `write`.
    """
    from huurdersapp.reports.agenda_ics import calendar_file, left_out

    if path.suffix.lower() != CALENDAR:
        raise UserError(_("Een agenda is een bestand met .ics."), _("Geef een naam die zo eindigt."))
    yield Progress(0, 1, _("Agenda schrijven"))
    found = jaaragenda.year(ctx, jaar, akkoord)
    if remind is not None:
        found = replace(found, moments=tuple(replace(each, reminder=remind) for each in found.moments))
    files.write(path, calendar_file(found, created=clock.now()))
    missing = left_out(found)
    warnings = []
    if missing:
        words = ngettext(
            "{count} moment staat er niet in, want het heeft geen vaste dag: {names}.",
            "{count} momenten staan er niet in, want ze hebben geen vaste dag: {names}.",
            len(missing),
        )
        warnings.append(words.format(count=len(missing), names=", ".join(missing)))
    return Printed(path, 0, warnings)
