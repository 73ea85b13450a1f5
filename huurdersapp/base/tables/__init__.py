"""A list that somebody was given, read as rows of texts: csv and other text files, xlsx, xls and ods.

What the file is, is seen by its first bytes: many a csv is called xls. Whatever is wrong with it is told in a UserError;
nothing in it is executed, fetched or computed.
"""

from __future__ import annotations

from os import SEEK_END
from pathlib import Path

from huurdersapp.base import jobs
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables import faults, old, sheets, texts
from huurdersapp.base.tables.table import Rows, Table
from huurdersapp.base.tables.texts import ENCODINGS, SEPARATORS

ENDINGS = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods")
"""What a dialog offers to open."""
_ZIP = b"PK\x03\x04"
_OTHERS = (b"%PDF", b"{\\rtf")


def read_table(
    path: Path, *, sheet: str | None = None, encoding: str | None = None, separator: str | None = None
) -> Table:
    """The list in a file; what is not given is found out.

    `sheet` is one of the names of `Table.sheets`, `encoding` a key of `ENCODINGS`, `separator` one of `SEPARATORS`.
    Raises UserError for what cannot be read, is too large (50 MB, 200,000 rows) or is no table.
    """
    return jobs.run(reading(path, sheet=sheet, encoding=encoding, separator=separator))


def reading(
    path: Path, *, sheet: str | None = None, encoding: str | None = None, separator: str | None = None
) -> Job[Table]:
    """`read_table` as work beside the window."""
    yield Progress(0, None, _("Lijst bekijken"))
    data = _content(path)
    if not data.strip():
        raise faults.empty()
    if data.startswith((_ZIP, old.MAGIC)):
        return (yield from sheets.reading_sheet(data, sheet))
    if data.startswith(_OTHERS):
        raise faults.no_table(
            _("Het is een tekst om te lezen, geen lijst. Vraag de lijst als Excel-bestand of csv.")
        )
    return (yield from texts.reading_text(data, encoding, separator))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise faults.no_file(path)
        with path.open("rb") as file:
            size = file.seek(0, SEEK_END)
            if size > faults.LARGEST:
                raise faults.too_large(faults.LARGEST)
            file.seek(0)
            return file.read(size)
    except (OSError, ValueError) as fault:
        raise faults.unreadable(path) from fault


__all__ = ["ENCODINGS", "ENDINGS", "SEPARATORS", "Rows", "Table", "read_table", "reading"]
