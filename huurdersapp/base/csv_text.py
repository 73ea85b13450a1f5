"""Rows as CSV that a Dutch spreadsheet opens, in which no text is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs at the beginning of a cell that make a spreadsheet compute instead of show."""
LONGEST_CELL = 32_767
"""Signs in one cell of Excel."""


def csv_bytes(rows: Iterable[Sequence[str]], mark: str | None) -> bytes:
    """Rows of texts as Dutch Excel opens them: semicolons, UTF-8 with its mark; `mark` stands above the rest."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    if mark:
        writer.writerow([mark])
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_DANGEROUS) else text
