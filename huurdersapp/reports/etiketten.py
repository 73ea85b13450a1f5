"""Labels with addresses, to print on sheets of labels: each at its place to the tenth of a millimetre.

Print it at its real size ("100 %"); a printer that fits pages to the paper moves every label.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import BinaryIO

from huurdersapp.base.errors import UserError
from huurdersapp.reports.adres import Adres, place_line, street_line
from huurdersapp.reports.campagne_values import EtikettenValues, EtikettenVel
from huurdersapp.reports.document import MARK_EXAMPLE, Document
from huurdersapp.reports.fonts import FaceName, tidy, width
from huurdersapp.reports.paper.sheets import Sheet, write_sheets
from huurdersapp.reports.paper.style import GREY, INK, MM, WARN
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.written import Written

SHEET = (210.0, 297.0)
"""A4 in mm."""
_PAD = 5.0
"""White in mm between the edge of a label and its letters: printers are some millimetres off."""
_SIZE = 11.0
_LEAST = 6.0
_LEADING = 1.35
_TIGHT = 0.8
"""A line may shrink to this share of its size before it is broken."""
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a label lies: page from 0, and its edges in mm from the upper left corner of the sheet."""

    blad: int
    links: float
    boven: float
    breedte: float
    hoogte: float


def label_places(sheet: EtikettenVel, count: int, start: int = 1) -> tuple[Plek, ...]:
    """The places of so many labels, row by row, the first at label `start` of the first sheet (counted from 1).

    Raises UserError where the labels do not fit on A4 or the sheet has no such label.
    """
    _check(sheet, start)
    wide = sheet.kolommen * sheet.breedte + (sheet.kolommen - 1) * sheet.tussen_breedte
    high = sheet.rijen * sheet.hoogte + (sheet.rijen - 1) * sheet.tussen_hoogte
    left = (SHEET[0] - wide) / 2 if sheet.links is None else sheet.links
    top = (SHEET[1] - high) / 2 if sheet.boven is None else sheet.boven
    if min(left, top) < -_SLACK or left + wide > SHEET[0] + _SLACK or top + high > SHEET[1] + _SLACK:
        raise UserError(
            "Deze etiketten passen niet op een vel A4.",
            "Kijk op de verpakking naar het aantal rijen en kolommen, en naar de maten in millimeters.",
        )
    per_page = sheet.rijen * sheet.kolommen
    places = []
    for number in range(start - 1, start - 1 + count):
        page, place = divmod(number, per_page)
        row, column = divmod(place, sheet.kolommen)
        x = left + column * (sheet.breedte + sheet.tussen_breedte)
        y = top + row * (sheet.hoogte + sheet.tussen_hoogte)
        places.append(Plek(page, x, y, sheet.breedte, sheet.hoogte))
    return tuple(places)


def _check(sheet: EtikettenVel, start: int) -> None:
    if min(sheet.rijen, sheet.kolommen) < 1 or min(sheet.breedte, sheet.hoogte) < 2 * _PAD:
        raise UserError(
            "Zo kleine of zo weinig etiketten kan het programma niet vullen.",
            "Kijk op de verpakking naar het aantal rijen en kolommen, en naar de maten in millimeters.",
        )
    last = sheet.rijen * sheet.kolommen
    if not 1 <= start <= last:
        raise UserError(
            f"Op dit vel zijn de etiketten genummerd van 1 tot en met {last}.", "Kies een van die nummers."
        )


def label_lines(address: Adres, above: str, room: float) -> tuple[str, ...]:
    """The lines of one label: whom it is for, street with number, postcode with place.

    What is too long for a line of `room` points goes on below, so that no house number is cut off.
    """
    lines = (one_line(above), street_line(address), place_line(address))
    return tuple(part for line in lines for part in _broken(line, room) if part)


def _broken(line: str, room: float) -> Iterator[str]:
    kept = ""
    for word in line.split(" "):
        longer = f"{kept} {word}" if kept else word
        if kept and width(tidy(longer), "regular", _SIZE) * _TIGHT > room:
            yield kept.rstrip()
            longer = word
        kept = longer
    yield kept


def write_etiketten(
    values: EtikettenValues, target: str | os.PathLike[str] | BinaryIO, *, created: datetime
) -> Written:
    """Write the sheets of labels as PDF.

    Raises UserError when there are no addresses, or the labels do not fit on the sheet, and OSError where nothing
    can be written.
    """
    if not values.adressen:
        raise UserError("Er zijn nog geen adressen voor de etiketten.", "Kies eerst straten of complexen.")
    places = label_places(values.vel, len(values.adressen), values.vanaf)
    labels = list(zip(places, values.adressen, strict=True))
    pages: list[Callable[[Sheet], None]] = [
        partial(_draw_page, labels=[pair for pair in labels if pair[0].blad == page], values=values)
        for page in range(places[-1].blad + 1)
    ]
    document = Document(
        values.titel,
        values.organisatie or values.titel,
        (),
        subject="Etiketten met adressen",
        keywords=("etiketten",),
    )
    return write_sheets(document, pages, target, created=created)


def _draw_page(sheet: Sheet, labels: Sequence[tuple[Plek, Adres]], values: EtikettenValues) -> None:
    for place, address in labels:
        room = (place.breedte - 2 * _PAD) * MM
        _draw_label(sheet, place, label_lines(address, values.aanhef, room), values)


def _draw_label(sheet: Sheet, place: Plek, lines: Sequence[str], values: EtikettenValues) -> None:
    """The lines in the middle of the height; the mark of example data is one more, small one."""
    looks: list[tuple[str, float, FaceName, str]] = [
        (
            line,
            0.85 if number == 0 and values.aanhef else 1.0,
            "regular",
            GREY if number == 0 and values.aanhef else INK,
        )
        for number, line in enumerate(lines)
    ]
    if values.voorbeeld:
        looks.append((MARK_EXAMPLE, 0.62, "semibold", WARN))
    room = (place.hoogte - 2 * _PAD) * MM
    share = sum(part for _, part, _, _ in looks) * _LEADING
    size = max(_LEAST, min(_SIZE, room / share))
    base = (place.boven + _PAD) * MM + (room - share * size) / 2
    element = Element("P", sheet.root)
    for text, part, face, ink in looks:
        base += part * size * _LEADING
        sheet.line(
            text,
            (place.links + _PAD) * MM,
            base - part * size * 0.32,
            element,
            size=part * size,
            face=face,
            ink=ink,
            room=(place.breedte - 2 * _PAD) * MM,
            more=text is not looks[-1][0],
        )
