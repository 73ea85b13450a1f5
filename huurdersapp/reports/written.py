"""What the writers of PDF and Word answer."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.reports.document import Source


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands that has records behind it: page from 0, box from the upper left corner."""

    page: int
    box: tuple[float, float, float, float]
    source: Source


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
