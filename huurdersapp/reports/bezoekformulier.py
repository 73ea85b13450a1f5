"""The empty visit sheet: two numbered pages, in the order in which they are typed in afterwards.

Five parts, the same as the five steps on screen: woning, gebruik, comfort en vocht, maatregelen, afspraken. What the
tenant says and what the coach sees stand in two columns, because they are never put together. There is no room for
health or debts: what is not needed is not asked for (AVG art. 5 lid 1 sub c).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import BinaryIO

from huurdersapp.base.errors import UserError
from huurdersapp.reports.document import MARK_EXAMPLE, Document
from huurdersapp.reports.energie_values import BezoekFormulier, FormulierToestemming
from huurdersapp.reports.fonts import tidy, width
from huurdersapp.reports.language import clause
from huurdersapp.reports.paper.fieldsheet import LEFT, RIGHT, BoxColumn, Field, Pen, consent_height
from huurdersapp.reports.paper.sheets import Sheet, write_sheets
from huurdersapp.reports.paper.style import ACCENT, GREY, MM, PAGE_HEIGHT, PAGE_WIDTH, WARN
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.written import Written

_EMPTY_ROWS = 2
"""For measures that are not in the list."""
_BEGIN = 27 * MM
_END = PAGE_HEIGHT - 17 * MM
_TABLE_HEAD = 17.2 * MM
_ENDING = 103 * MM
"""What the fifth part takes, without the texts of the consents."""
_LOWEST, _HIGHEST = 5.7 * MM, 7.6 * MM
_COLUMNS = (
    BoxColumn("aantal", 10.4 * MM, boxes=False),
    BoxColumn("besproken", 15.4 * MM),
    BoxColumn("uitgereikt", 15 * MM),
    *(BoxColumn(head, 14 * MM) for head in ("coach plaatste", "bewoner plaatste", "niet geplaatst")),
    BoxColumn("gedaan", 11.6 * MM),
    BoxColumn("te doen", 10.6 * MM),
    BoxColumn("later", 8.8 * MM),
    BoxColumn("voor de verhuurder", 16 * MM),
)
_SIGNS = (
    ("Tocht", "Tocht"),
    ("Vocht", "Vocht"),
    ("Schimmel", "Schimmel"),
    ("Elke dag lucht", "Roosters open"),
)


def bezoekformulieren(
    values: BezoekFormulier,
    numbers: Sequence[str],
    target: str | os.PathLike[str] | BinaryIO,
    *,
    created: datetime,
) -> Written:
    """Write one PDF with an empty sheet for each number ("B 0012"), front and back.

    Where there are more measures than fit on the back, they go on on further pages of the same number. Raises
    UserError without numbers, and OSError where nothing can be written.
    """
    if not numbers:
        raise UserError(
            "Er is nog geen nummer voor een formulier.", "Kies hoeveel formulieren u wilt afdrukken."
        )
    many = f"Bezoekformulieren {numbers[0]} tot en met {numbers[-1]}"
    document = Document(
        many if len(numbers) > 1 else f"Bezoekformulier {numbers[0]}",
        values.organisatie,
        (),
        subject="Leeg formulier voor een energiebezoek",
        keywords=("energiebezoek", "formulier"),
    )
    root = Element("Document")
    pages = [page for number in numbers for page in _pages(values, number, Element("Sect", root))]
    return write_sheets(document, pages, target, created=created, root=root)


@dataclass(frozen=True, slots=True)
class _Side:
    """A page of a sheet: its number, the measures on it counted from `start`, and whether it is the last."""

    number: str
    page: int
    pages: int
    part: Element
    names: Sequence[str] = ()
    start: int = 1
    high: float = _HIGHEST


def _pages(values: BezoekFormulier, number: str, part: Element) -> list[Callable[[Sheet], None]]:
    names = [*(one_line(name) for name in values.maatregelen), *([""] * _EMPTY_ROWS)]
    backs = _divided(names, _ending_height(values.toestemmingen))
    count = len(backs) + 1
    pages: list[Callable[[Sheet], None]] = [
        partial(_draw_front, values=values, side=_Side(number, 1, count, part))
    ]
    start = 1
    for page, (rows, high) in enumerate(backs, 2):
        side = _Side(number, page, count, part, rows, start, high)
        pages.append(partial(_draw_back, values=values, side=side))
        start += len(rows)
    return pages


def _divided(names: Sequence[str], ending: float) -> list[tuple[Sequence[str], float]]:
    """The rows of each page after the first with their height; the last page keeps room for what follows."""
    room = _END - _BEGIN - _TABLE_HEAD
    most = max(1, int((room - ending) / _LOWEST))
    full = int(room / _LOWEST)
    parts: list[tuple[Sequence[str], float]] = []
    while len(names) > most:
        taken = min(full, len(names) - most)
        parts.append((names[:taken], min(_HIGHEST, room / taken)))
        names = names[taken:]
    return [*parts, (names, min(_HIGHEST, max(_LOWEST, (room - ending) / len(names))))]


def _ending_height(consents: Sequence[FormulierToestemming]) -> float:
    return _ENDING + sum(consent_height(_consent(one)) for one in consents)


def _begin(sheet: Sheet, values: BezoekFormulier, side: _Side) -> Pen:
    """The head and foot of a page; the number is said once, on the front, and repeated as decoration."""
    first = side.page == 1
    number = one_line(side.number)
    wide = width(tidy(number), "bold", 26)
    if values.voorbeeld:
        mark = Element("P", side.part) if first else None
        long = width(MARK_EXAMPLE, "bold", 9)
        sheet.line(MARK_EXAMPLE, (PAGE_WIDTH - long) / 2, 8 * MM, mark, size=9, face="bold", ink=WARN)
    title = Element("H1", side.part) if first else None
    sheet.line("Formulier energiebezoek", LEFT, 17 * MM, title, size=17, face="bold", ink=ACCENT, more=True)
    sheet.line(number, RIGHT - wide, 18 * MM, title, size=26, face="bold", ink=ACCENT)
    who = Element("P", side.part) if first else None
    sheet.line(values.organisatie, LEFT, 22.5 * MM, who, size=9.5, ink=GREY, room=110 * MM)
    name = {1: "voorkant", 2: "achterkant"}.get(side.page, "vervolg")
    about = f"{name}, bladzijde {side.page} van {side.pages}"
    sheet.line(about, RIGHT - width(about, "regular", 9), 22.5 * MM, None, size=9, ink=GREY)
    back = clause(one_line(values.terug_naar))
    foot = "Schrijf niets op over gezondheid of schulden." + (
        f" Breng dit formulier terug naar {back}." if back else ""
    )
    sheet.line(
        foot,
        LEFT,
        PAGE_HEIGHT - 10 * MM,
        Element("P", side.part) if first else None,
        size=9,
        ink=GREY,
        room=RIGHT - LEFT,
    )
    return Pen(sheet, side.part, _BEGIN)


def _draw_front(sheet: Sheet, values: BezoekFormulier, side: _Side) -> None:
    pen, words = _begin(sheet, values, side), values.keuzes
    pen.fields(Field("Datum", 1.1), Field("Coach", 2))
    pen.fields(Field("Postcode", 1.1), Field("Huisnummer", 1), Field("Toevoeging", 1))
    top = pen.top
    pen.choices("Adres", ("zonder adres",), label_room=20 * MM)
    pen.top = top
    pen.choices("Iemand gesproken", ("ja", "nee"), left=LEFT + 66 * MM)
    pen.skip(1.6 * MM)
    pen.heading("1. Woning")
    pen.choices("Woningtype", words.woningtype)
    pen.fields(Field("Bouwjaar", 1), Field("Temperatuur van het cv-water (aanvoer)", 2.1, "graden"))
    pen.choices("Energielabel", words.energielabel)
    pen.choices("Verwarming", words.verwarming)
    pen.choices("Koken", words.koken)
    pen.choices("Glas", words.glas)
    pen.choices("Ventilatie", words.ventilatie)
    pen.skip(1.6 * MM)
    pen.heading("2. Gebruik")
    pen.choices("Aantal bewoners", words.bewoners)
    pen.fields(
        Field("Gas per jaar", 1, "m³"),
        Field("Stroom per jaar", 1.15, "kWh"),
        Field("Water per jaar", 1.05, "m³"),
    )
    pen.fields(Field("Thermostaat overdag", 1, "graden"), Field("Thermostaat ’s nachts", 1, "graden"))
    pen.writing("Wat veel stroom vraagt", 1)
    pen.fields(Field("Meterstand gas", 1, "m³"), Field("Meterstand water", 1, "m³"))
    pen.fields(Field("Meterstand stroom, hoog", 1, "kWh"), Field("Stroom, laag", 0.8, "kWh"))
    pen.skip(1.6 * MM)
    pen.heading("3. Comfort en vocht")
    pen.choices("Hoe warm krijgt men het huis?", words.warmte, label_room=58 * MM)
    pen.two_columns(("De bewoner zegt", "De coach ziet"), _SIGNS, (words.gezegd, words.gezien))
    half = (RIGHT - LEFT - 4 * MM) / 2
    top = pen.top
    pen.writing("Bewoner vertelt", 2, right=LEFT + half)
    pen.top = top
    pen.writing("Coach zag", 2, left=RIGHT - half)


def _draw_back(sheet: Sheet, values: BezoekFormulier, side: _Side) -> None:
    pen = _begin(sheet, values, side)
    pen.heading("4. Maatregelen")
    pen.box_table("Maatregel", side.names, _COLUMNS, side.high, side.start)
    if side.page < side.pages:
        return
    pen.skip(3 * MM)
    pen.heading("5. Afspraken")
    pen.writing("Wat doet de bewoner?", 2)
    pen.writing("Wat moet de verhuurder doen?", 2)
    pen.writing("Opmerking", 1)
    pen.fields(
        Field("Volgend bezoek op", 1.3), Field("Nazorg op", 1), Field("Duur van dit bezoek", 1.3, "minuten")
    )
    top = pen.top
    pen.choices("Doorverwezen", ("ja", "nee"))
    pen.top = top - 1.9 * MM
    pen.fields(Field("Telefoon of e-mail (mag leeg)"), left=LEFT + 66 * MM)
    if values.toestemmingen:
        pen.skip(0.5 * MM)
        pen.heading("Toestemming van de bewoner")
    for one in values.toestemmingen:
        pen.consent(_consent(one))
    pen.skip(7 * MM)
    pen.fields(Field("Datum", 1), Field("Handtekening van de bewoner", 2.6))


def _consent(one: FormulierToestemming) -> str:
    version = f" (tekst {one_line(one.versie)})" if one.versie else ""
    return f"{one_line(one.tekst)}{version}"
