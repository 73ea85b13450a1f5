"""What the writers of PDF and Word answer."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.reports.document import Source

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands that has records behind it: page from 0, box in points from the upper left corner.

    `says` is the number with its words, all of it, also where this box holds only one line of it.
    """

    page: int
    box: Box
    source: Source
    says: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing.

    Attributes:
        pages: how many pages; 0 for a Word file, which only Word divides into pages.
        missing_signs: the signs that cannot be shown, by name; each stands there as □.
        places: where numbers stand that have records behind them, for the preview; none in a Word file.
    """

    pages: int
    missing_signs: tuple[str, ...]
    places: tuple[Place, ...] = ()
