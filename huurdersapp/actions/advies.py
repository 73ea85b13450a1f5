"""The letter of an advies: its facts as plain values, and the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from huurdersapp.actions import brieven
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import (
    Paper,
    Printed,
    laid_out,
    write_document,
    writer_for,
)
from huurdersapp.actions.records import find
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.store.step import ReadSession


def write_letter(ctx: Context, number: int, path: Path) -> Job[Printed]:
    """Write the letter of an advies to .pdf or .docx.

    Raises UserError when the advies has no outcome or no landlord yet, or the file cannot be written.
    """
    writer_for(path)
    yield Progress(0, 2, _("Gegevens lezen"))
    made = brieven.case_document(ctx, number)
    yield Progress(1, 2, _("Brief maken"))
    return write_document(made, path)


def preview_letter(
    ctx: Context, number: int, *, on: date | None = None, wanted: Callable[[], bool] = lambda: True
) -> Job[Paper]:
    """The pages of the letter that `write_letter` would write, for the screen; stops when no longer `wanted`.

    `on` is the day of a letter that was not sent yet. Raises UserError as `write_letter`.
    """
    yield Progress(0, 2, _("Gegevens lezen"))
    made = brieven.case_document(ctx, number, on)
    yield Progress(1, 2, _("Brief maken"))
    return laid_out(ctx, made, wanted=wanted)


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the screen of a letter says beside it."""

    number: int
    subject: str
    landlord: str
    sent_on: date | None
    settled_on: date | None


def letter_facts(ctx: Context, number: int) -> LetterFacts:
    """About the letter of one advies; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return _facts(db, find(db, ctx.spec("advies"), number))


def letters(ctx: Context) -> list[LetterFacts]:
    """The adviezen of which a letter can be made, newest first."""
    with ctx.store.reading() as db:
        rows = db.alive(db.catalogue.specs["advies"])
        return [_facts(db, row) for row in sorted(rows, key=lambda row: -row.nummer)]


def _facts(db: ReadSession, row: Any) -> LetterFacts:
    landlord = db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
    name = landlord.naam if landlord else ""
    return LetterFacts(row.nummer, row.onderwerp, name, row.verstuurd_op, row.vastgesteld_op)
