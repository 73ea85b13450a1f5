"""How the measures of the akkoord stand, per theme: what is off schedule, what did not come, and all of them in an annex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import NBSP, capital, clause, enumeration, in_words
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.trimester_values import MaatStand, Thema

OFF = ("niet_gehaald", "achter", "boven_de_bandbreedte")
"""Stands that need attention, the worst first."""
GOOD = ("gehaald", "op_schema")
MISSING = "niet_aangeleverd"
MOST_ROWS = 10
"""So many measures off schedule stand in the chapter of a theme; all of them stand in the annex."""
LONGEST_SERIES = 8
"""So many values a measure may have to be drawn in the chapter, with its table."""


def others(thema: Thema) -> list[MaatStand]:
    """The measures of a theme that our own table does not tell."""
    ours = {item.nummer for item in thema.indicatoren}
    return [maat for maat in thema.maten if maat.nummer not in ours]


def off_schedule(maten: Iterable[MaatStand]) -> list[MaatStand]:
    """Those that need attention: main measures first, then the worst."""
    found = [maat for maat in maten if maat.stand in OFF]
    return sorted(found, key=lambda maat: (not maat.hoofdmaat, OFF.index(maat.stand)))


def in_sentences(maten: Sequence[MaatStand]) -> str:
    """How many measures stand how: "Van de twaalf maten zijn er vijf gehaald of op schema …"."""
    if not maten:
        return ""
    good = sum(maat.stand in GOOD for maat in maten)
    off = sum(maat.stand in OFF for maat in maten)
    missing = sum(maat.stand == MISSING for maat in maten)
    rest = len(maten) - good - off - missing
    parts = []
    if good:
        parts.append(f"{'is er' if good == 1 else 'zijn er'} {in_words(good)} gehaald of op schema")
    if off:
        parts.append(f"{'ligt er' if off == 1 else 'liggen er'} {in_words(off)} niet op schema")
    if missing:
        parts.append(f"{'ontbreekt' if missing == 1 else 'ontbreken'} van {in_words(missing)} de cijfers")
    if rest:
        parts.append(f"is over {in_words(rest)} nog niets te zeggen")
    whole = "Van de ene maat" if len(maten) == 1 else f"Van de {in_words(len(maten))} maten"
    return f"{whole} {enumeration(parts)}."


def maten_blocks(thema: Thema) -> list[Block]:
    """The measures of the other parties at a theme: how many stand how, which need attention, and what did not come."""
    maten = others(thema)
    if not maten:
        return []
    blocks: list[Block] = [Heading("Wat andere partijen moeten halen", 2), Paragraph(in_sentences(maten))]
    off = off_schedule(maten)
    if off:
        note = None
        if len(off) > MOST_ROWS:
            note = f"Dit zijn er {in_words(MOST_ROWS)} van de {in_words(len(off))}."
        name = one_line(thema.naam)
        blocks.append(_table(f"Niet op schema bij het thema {name}", off[:MOST_ROWS], note))
        blocks += _drawn(off)
    return [*blocks, *_missing(maten)]


def _drawn(maten: Sequence[MaatStand]) -> list[Block]:
    """The first measure off schedule that has a short history, drawn and in figures."""
    for maat in maten:
        if maat.verloop is not None and 2 <= len(maat.reeks) <= LONGEST_SERIES:
            columns = (Column("Periode"), Column("Waarde"), Column("Van wie"))
            rows = tuple((one.wanneer, one.waarde, one.wie) for one in maat.reeks)
            return [maat.verloop, Table(f"De waarden van {maat.nummer}", columns, rows)]
    return []


def _missing(maten: Sequence[MaatStand]) -> list[Block]:
    by: dict[str, list[str]] = {}
    for maat in maten:
        if maat.stand == MISSING:
            by.setdefault(maat.door, []).append(named(maat))
    if not by:
        return []
    lines = tuple(f"Niet aangeleverd door {who}: {'; '.join(names)}." for who, names in sorted(by.items()))
    return [Heading("Wat niet is aangeleverd", 3), Bullets(lines)]


def named(maat: MaatStand) -> str:
    """A measure by its code and its words."""
    code = f"{maat.nummer}{NBSP}" if maat.nummer else ""
    return f"{code}{clause(plain_line(maat.tekst))}"


def _with_whose(maat: MaatStand) -> str:
    """The same with those whose measure it is, where its words do not name them."""
    said = named(maat)
    return (
        f"{said} ({enumeration(maat.van)})" if maat.van and not all(who in said for who in maat.van) else said
    )


def value_of(maat: MaatStand) -> Text:
    """What was measured, or who should have told."""
    if maat.waarde and maat.stand != MISSING:
        return Span(maat.waarde, source=maat.source)
    if maat.stand == MISSING:
        absent = Span(f"niet aangeleverd door {maat.door}", italic=True)
        return absent if not maat.waarde else joined(Span(maat.waarde, source=maat.source), "; ", absent)
    return "nog niet gemeten"


def _table(caption: str, maten: Sequence[MaatStand], note: str | None = None) -> Table:
    columns = (Column("Maat", width=3.4), Column("Stand", width=2.2), Column("Oordeel", width=1))
    rows = tuple((_with_whose(maat), value_of(maat), capital(maat.oordeel) or "–") for maat in maten)
    return Table(caption, columns, rows, note=note)


def annex_blocks(themas: Sequence[Thema]) -> list[Block]:
    """All measures with their stands, by theme."""
    blocks: list[Block] = []
    for thema in themas:
        if thema.maten:
            name = one_line(thema.naam)
            blocks += [Heading(name, 2), _table(f"Alle maten bij het thema {name}", thema.maten)]
    if not blocks:
        return [Paragraph("In dit akkoord staan geen maten met een stand.")]
    intro = (
        "Hier staan alle maten uit het akkoord met hun laatste waarde, ook die van andere partijen. Wat wij zelf tellen, "
        "staat bij de thema’s."
    )
    return [Paragraph(intro), *blocks]


def in_cell(thema: Thema) -> str:
    """How many measures of a theme are off schedule, for one cell of a table."""
    return f"{len(off_schedule(thema.maten))} van {len(thema.maten)}" if thema.maten else "–"
