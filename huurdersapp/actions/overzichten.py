"""Activiteitenoverzichten as the page and paper show them: lines by theme, years beside each other, and what they add up
to. Nothing here writes; see overzichten_stappen.py.

How precise each year has to be is told by the akkoord (its `diepte`), never here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.records import find
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.activiteit import YEARS, Activiteit, ActiviteitJaar
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.akkoord import Akkoord, Diepte
from huurdersapp.records.akkoord_keuzes import PRECISIE
from huurdersapp.records.kern import Kern
from huurdersapp.records.partij import Partij
from huurdersapp.records.thema import Thema
from huurdersapp.store.step import ReadSession

KIND, LINE = "activiteitenoverzicht", "activiteit"


@dataclass(frozen=True, slots=True)
class Year:
    """A line in one year: what is planned and what came of it (amounts in cents), how precise it is and had to be."""

    jaar: int
    precisie: str | None = None
    wanted: str | None = None
    aantal: Decimal | None = None
    bedrag: int | None = None
    aantal_gedaan: Decimal | None = None
    bedrag_gedaan: int | None = None

    @property
    def filled(self) -> bool:
        """Whether anything is said about it."""
        return any(
            value is not None
            for value in (self.aantal, self.bedrag, self.aantal_gedaan, self.bedrag_gedaan, self.precisie)
        )


@dataclass(frozen=True, slots=True)
class Line:
    """An activiteit. `remarks` is what to look at again, such as a year that is too vague; `has_measure`: its realised
    numbers may be known already."""

    number: int
    name: str
    theme: str
    unit: str
    state: str
    agreed: bool
    place: str
    project: str
    along: str
    result: str
    years: tuple[Year, ...]
    remarks: tuple[str, ...]
    has_measure: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """What lines add up to in a year, as far as it was filled in; numbers of one unit only ("" for amounts)."""

    unit: str
    jaar: int
    planned: Decimal | None
    done: Decimal | None


@dataclass(frozen=True, slots=True)
class Theme:
    """The lines of one theme ("" without one) in the order of the akkoord, and what they add up to."""

    name: str
    lines: tuple[Line, ...]
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """One overview, whole."""

    number: int
    name: str
    akkoord: int
    party: int
    party_name: str
    own: bool
    jaar: int
    years: tuple[int, ...]
    state: str
    handed_in: date | None
    discussed: date | None
    settled: date | None
    themes: tuple[Theme, ...]
    sums: tuple[Sum, ...]

    @property
    def days(self) -> tuple[str, ...]:
        """What happened to it, in words."""
        told = (
            (self.handed_in, _("Aangeleverd op {day}")),
            (self.discussed, _("Besproken op {day}")),
            (self.settled, _("Vastgesteld op {day}")),
        )
        return tuple(text.format(day=day_named(day)) for day, text in told if day is not None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        return tuple(line for theme in self.themes for line in theme.lines)


# -- one overview --------------------------------------------------------------------------------------------------


def overview(ctx: Context, number: int) -> Overview:
    """An overview with its lines by theme; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row = find(db, ctx.spec(KIND), number)
        assert isinstance(row, Activiteitenoverzicht)
        return read(db, row)


def read(db: ReadSession, row: Activiteitenoverzicht) -> Overview:
    """The same within a session."""
    akkoord, partij = db.get_one(Akkoord, row.akkoord_id), db.get_one(Partij, row.partij_id)
    depth = depths(db, akkoord.id)
    found = _lines(db, row, depth)
    shown = sorted({*_span(row.jaar, depth), *(year.jaar for _key, line in found for year in line.years)})
    order = _themes(db, akkoord.id)
    themes = []
    for key in sorted({key for key, _line in found}, key=lambda key: order.get(key, (len(order), ""))[0]):
        lines = tuple(line for theme, line in found if theme == key)
        themes.append(Theme(lines[0].theme, lines, sums(lines)))
    return Overview(
        row.nummer,
        row.naam,
        akkoord.nummer,
        partij.nummer,
        partij.naam,
        partij.eigen,
        row.jaar,
        tuple(shown),
        row.status,
        row.aangeleverd_op,
        row.besproken_op,
        row.vastgesteld_op,
        tuple(themes),
        sums(line for _key, line in found),
    )


def depths(db: ReadSession, akkoord_id: str) -> list[Diepte]:
    """How precise the years ahead must be, as the akkoord says."""
    found = select(Diepte).where(Diepte.ouder_id == akkoord_id, Diepte.verwijderd.is_(None))
    return list(db.scalars(found.order_by(Diepte.jaar_van)))


def _span(first: int, depth: Sequence[Diepte]) -> range:
    return range(first, first + ahead(depth))


def ahead(depth: Sequence[Diepte]) -> int:
    """How many years an overview plans: as many as the akkoord speaks of, else as many as the law."""
    return min(YEARS, max((item.jaar_tot for item in depth), default=YEARS))


def _wanted(depth: Sequence[Diepte], ahead: int) -> str | None:
    return next((item.precisie for item in depth if item.jaar_van <= ahead <= item.jaar_tot), None)


def _themes(db: ReadSession, akkoord_id: str) -> dict[str | None, tuple[int, str]]:
    """Place and name of each theme of the akkoord, by key; without a theme comes last."""
    rows = db.alive(db.catalogue.specs["thema"], Thema.akkoord_id == akkoord_id)
    rows.sort(key=lambda row: (row.volgorde or 0, row.nummer))
    return {row.id: (place, row.naam) for place, row in enumerate(rows)}


def _lines(
    db: ReadSession, row: Activiteitenoverzicht, depth: Sequence[Diepte]
) -> list[tuple[str | None, Line]]:
    rows: list[Activiteit] = db.alive(db.catalogue.specs[LINE], Activiteit.overzicht_id == row.id)
    rows.sort(key=lambda each: (each.naam.casefold(), each.nummer))
    years: dict[str, list[ActiviteitJaar]] = {}
    query = select(ActiviteitJaar).where(
        ActiviteitJaar.ouder_id.in_([each.id for each in rows]), ActiviteitJaar.verwijderd.is_(None)
    )
    for item in db.scalars(query.order_by(ActiviteitJaar.jaar)):
        years.setdefault(item.ouder_id, []).append(item)
    names = Names(db)
    kerns = _kinds_of_place(db, (each.kern_id for each in rows))
    return [
        (each.thema_id, _line(each, row, years.get(each.id, []), depth, names, kerns.get(each.kern_id or "")))
        for each in rows
    ]


def _kinds_of_place(db: ReadSession, keys: Iterable[str | None]) -> dict[str, str]:
    asked = {key for key in keys if key}
    found = db.execute(select(Kern.id, Kern.soort).where(Kern.id.in_(asked)))
    return {row.id: row.soort for row in found}


def _line(
    row: Activiteit,
    overzicht: Activiteitenoverzicht,
    items: Sequence[ActiviteitJaar],
    depth: Sequence[Diepte],
    names: Names,
    kind_of_place: str | None,
) -> Line:
    years = tuple(
        Year(
            item.jaar,
            item.precisie,
            _wanted(depth, item.jaar - overzicht.jaar + 1),
            item.aantal,
            item.bedrag,
            item.aantal_gedaan,
            item.bedrag_gedaan,
        )
        for item in items
    )
    seen = _precision_seen(row, kind_of_place)
    return Line(
        row.nummer,
        row.naam,
        names.of("thema", row.thema_id) if row.thema_id else "",
        row.eenheid or "",
        row.status,
        row.afgesproken,
        names.of("kern", row.kern_id) if row.kern_id else "",
        row.project or "",
        row.samen_met or "",
        row.resultaat or "",
        years,
        tuple(_remarks(years, seen)) if row.status != "vervallen" else (),
        row.indicator_id is not None,
    )


def _precision_seen(row: Activiteit, kind_of_place: str | None) -> str:
    """How precise a line is by what it names, where nobody said it."""
    if row.project:
        return "project"
    return "wijk" if kind_of_place in ("wijk", "kern") else "gemeente"


def _remarks(years: Iterable[Year], seen: str) -> Iterator[str]:
    """Where a line is vaguer than the akkoord asks for that year, or says by itself that it is more exact."""
    order = list(PRECISIE.keys())
    for year in years:
        if year.wanted is None or not year.filled:
            continue
        is_now = order.index(year.precisie or seen)
        asked = order.index(year.wanted)
        words = PRECISIE.label(year.wanted).lower()
        if is_now > asked:
            yield _("{year}: te vaag, het akkoord vraagt {wanted}").format(year=year.jaar, wanted=words)
        elif is_now < asked and year.precisie is not None:
            yield _("{year}: preciezer dan nodig, {wanted} is genoeg").format(year=year.jaar, wanted=words)


def sums(lines: Iterable[Line]) -> tuple[Sum, ...]:
    """What lines add up to: amounts together (unit ""), numbers only with those of the same unit; not what was dropped."""
    planned: dict[tuple[str, int], Decimal] = {}
    done: dict[tuple[str, int], Decimal] = {}
    shown: dict[str, str] = {}
    for line in lines:
        if line.state == "vervallen":
            continue
        unit = " ".join(line.unit.split())
        shown.setdefault(unit.casefold(), unit)
        for year in line.years:
            found: tuple[tuple[str, dict[tuple[str, int], Decimal], Decimal | int | None], ...] = (
                ("", planned, year.bedrag),
                ("", done, year.bedrag_gedaan),
                (unit.casefold(), planned, year.aantal),
                (unit.casefold(), done, year.aantal_gedaan),
            )
            for place, (key, into, value) in enumerate(found):
                if value is not None and (key or place < 2):  # a number without a unit adds up with nothing
                    into[key, year.jaar] = into.get((key, year.jaar), Decimal(0)) + value
    keys = sorted({*planned, *done}, key=lambda key: (bool(key[0]), key))
    return tuple(Sum(shown.get(u, u) if u else "", y, planned.get((u, y)), done.get((u, y))) for u, y in keys)
