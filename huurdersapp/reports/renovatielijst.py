"""The list to walk along the doors of a renovation: odd and even numbers apart, or per staircase, with boxes to tick.

It is the list of a campagne (`looplijst`) with what was heard last and a day to come back. What somebody answers stands
on the form that he signs and has no box here: a tick at the door is no consent. Names are there only where somebody
asked for them; then every page says that it is confidential.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from huurdersapp.reports.adres import Adres, in_order
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Column,
    Document,
    FieldRow,
    Heading,
    Paragraph,
    Span,
    Text,
    WritingLines,
)
from huurdersapp.reports.language import aantal, capital, day_long
from huurdersapp.reports.looplijst import SIDES, how_often, to_tick
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.renovatiepapier_values import VINKJES, LijstWoning, RenovatielijstValues

MARK_SECRET = "VERTROUWELIJK – met namen van huurders"
"""Stands on each page of a list with names."""
SECRET = (
    "Op deze lijst staan namen. Laat de lijst nergens liggen en geef hem aan niemand. "
    "Vernietig de lijst als het lopen klaar is."
)
NO_NAMES = "Schrijf geen namen op."
FORM = "Wie antwoordt, doet dat op het formulier. Kruis ‘Formulier’ aan als u dat meekreeg."
WITHOUT = "Zonder trappenhuis"
NOWHERE = "Zonder adres"


def renovatielijst_document(values: RenovatielijstValues) -> Document:
    """The list as a neutral document: the sum first, then part by part."""
    marks = [MARK_SECRET] if values.met_namen else []
    marks += [MARK_EXAMPLE] if values.voorbeeld else []
    title = f"Looplijst {one_line(values.eenheid)}".strip()
    return Document(
        title=title,
        subtitle=one_line(values.project),
        author=values.organisatie or title,
        subject="Lijst om bij een renovatie langs de deuren te gaan",
        keywords=("renovatie", "looplijst"),
        blocks=tuple(_blocks(values)),
        mark=" · ".join(marks) or None,
        footer=values.organisatie,
    )


def _blocks(values: RenovatielijstValues) -> Iterator[Block]:
    day = day_long(values.datum) if values.datum else ""
    yield FieldRow((("Datum", 1), ("Wie loopt", 2)), (day, one_line(values.loper)))
    if values.met_namen:
        yield Paragraph(Span(SECRET, bold=True))
    if not values.woningen:
        yield Paragraph(
            "Iedereen heeft geantwoord. Er is niemand om langs te gaan."
            if values.alleen_open
            else "Er staan nog geen woningen op deze lijst."
        )
        return
    yield Paragraph(_explained(values))
    yield Paragraph(FORM)
    parts = _by_staircase if values.per_trappenhuis else _by_street
    for name, homes in parts(values.woningen):
        yield Heading(name)
        yield from _tables(values, name, homes)
        yield from how_often(name, len(homes), VINKJES)
    yield WritingLines("Wat viel op? Schrijf hier geen namen op.", 3)


def _explained(values: RenovatielijstValues) -> str:
    count = aantal(len(values.woningen), "woning", "woningen", digits=True)
    which = " waarvan het antwoord er nog niet is" if values.alleen_open else ""
    known = f" De lijst is van {day_long(values.stand_op)}." if values.stand_op else ""
    names = "" if values.met_namen else f" {NO_NAMES}"
    return f"Op deze lijst staan {count}{which}.{known} Zet bij elke woning een kruisje.{names}"


Parts = Iterator[tuple[str, list[LijstWoning]]]


def _by_street(homes: Sequence[LijstWoning]) -> Parts:
    def key(home: LijstWoning) -> tuple[bool, str]:
        return not _street(home), _street(home).casefold()

    for (without, _name), found in groupby(sorted(homes, key=key), key):
        here = list(found)
        yield NOWHERE if without else _street(here[0]), here


def _street(home: LijstWoning) -> str:
    """Its street, "" where it has no number in one."""
    return one_line(home.straat) if home.huisnummer is not None else ""


def _by_staircase(homes: Sequence[LijstWoning]) -> Parts:
    """In the order in which they come; homes without one come last."""
    found: dict[str, list[LijstWoning]] = {}
    for home in sorted(homes, key=lambda home: not home.trappenhuis):
        found.setdefault(home.trappenhuis.casefold(), []).append(home)
    for here in found.values():
        yield capital(one_line(here[0].trappenhuis)) or WITHOUT, here


def _tables(values: RenovatielijstValues, name: str, homes: Sequence[LijstWoning]) -> Iterator[Block]:
    """One table for a staircase, from the lowest floor up; one for each side of a street."""
    if values.per_trappenhuis or name == NOWHERE:
        yield _table(values, name, name, sorted(homes, key=_by_floor))
        return
    for rest, side in SIDES:
        here = [home for home in homes if (home.huisnummer or 0) % 2 == rest]
        if here:
            yield _table(values, f"{name}, {side} nummers", f"{name}, {side}", sorted(here, key=_by_number))


def _by_floor(home: LijstWoning) -> tuple[bool, int, int, object]:
    return home.verdieping is None, home.verdieping or 0, home.deur or 0, _by_number(home)


def _by_number(home: LijstWoning) -> tuple[object, ...]:
    address = Adres(home.straat, home.huisnummer or 0, home.toevoeging)
    return home.straat.casefold(), in_order(address), home.naam


def _table(values: RenovatielijstValues, caption: str, head: str, homes: Sequence[LijstWoning]) -> Block:
    columns = [Column(head, width=1.9)]
    if values.met_namen:
        columns.append(Column("Huurder", width=1.8))
    columns.append(Column("Laatst", width=1.6 if values.met_namen else 2.2))

    def row(home: LijstWoning) -> tuple[Text, ...]:
        name = [one_line(home.huurder) or "–"] if values.met_namen else []
        return (Span(one_line(home.naam), bold=True), *name, one_line(home.laatst) or "–")

    back = (Column("Terugkomen op", width=1.3),)
    return to_tick(caption, columns, [row(home) for home in homes], VINKJES, back)
