"""The sheet with the recovery code, written where the person says and nowhere else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from huurdersapp.actions import afzender
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import Document
from huurdersapp.reports.herstelblad import HerstelbladValues, herstelblad_document
from huurdersapp.reports.pdf import write_pdf


def organisatie(ctx: Context) -> str:
    """The name for on the sheet; empty where the program does not know it yet."""
    try:
        with ctx.store.reading() as db:
            return afzender.own(db).naam
    except UserError:
        return ""


def blad(organisation: str, code: str, *, example: bool = False) -> Document:
    """The sheet as a document, for who shows or prints it."""
    return herstelblad_document(HerstelbladValues(organisation, code, clock.today(), example))


def pdf(organisation: str, code: str, *, example: bool = False) -> bytes:
    """The sheet as the bytes of a PDF."""
    stream = BytesIO()
    write_pdf(blad(organisation, code, example=example), stream, created=clock.now())
    return stream.getvalue()


def schrijf(path: Path, organisation: str, code: str, *, example: bool = False) -> None:
    """Write the sheet as a PDF that only this user can read; raises UserError where it cannot be written."""
    files.write(path, pdf(organisation, code, example=example), private=True)
