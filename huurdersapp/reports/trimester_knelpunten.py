"""The knelpunten in the trimesterverslag: stand, what came in and went, and by category, kern and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.counting import UNCHANGED, Counter, add, all_sources
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    Paragraph,
    Series,
    Source,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import capital, clause, day_long, number, sentence
from huurdersapp.reports.merging import Row, merge_rows
from huurdersapp.reports.prose import joined, one_line, running
from huurdersapp.reports.small_numbers import Figures, Key, SmallNumberSettings
from huurdersapp.reports.trimester_values import (
    KnelpuntCijfers,
    KnelpuntRij,
    Stand,
    TrimesterValues,
    UitgelichtKnelpunt,
)
from huurdersapp.reports.values import Getal

SIDES = ("individueel", "collectief")
PARTS = ("begin", "nieuw", "heropend", "afgehandeld", "eind")
_RANKS = {"begin": 1, "nieuw": 2, "heropend": 1, "afgehandeld": 1, "eind": 2}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One way to divide knelpunten: `of` is the part of the stand that it divides.

    `fixed_order`: the rows stand in the order of the work, whatever their counts.
    """

    name: str
    of: str
    head: str
    title: str
    caption: str
    fixed_order: bool = False


BREAKDOWNS = (
    Breakdown("categorie", "nieuw", "Categorie", "Waarover gaan ze?", "Nieuwe knelpunten naar categorie"),
    Breakdown("kern", "nieuw", "Kern of gebied", "Waar spelen ze?", "Nieuwe knelpunten naar kern of gebied"),
    Breakdown(
        "status", "eind", "Stand van zaken", "Hoever zijn ze?", "Open knelpunten naar stand van zaken", True
    ),
    Breakdown(
        "afloop", "afgehandeld", "Afloop", "Hoe liepen ze af?", "Afgehandelde knelpunten naar afloop", True
    ),
)


def rows_of(cijfers: KnelpuntCijfers, name: str, small: SmallNumberSettings) -> tuple[KnelpuntRij, ...]:
    """The rows of a breakdown, with small ones merged into wider rows where there are any."""
    return tuple(row for row, _members in merged_rows(cijfers, name, small))


def merged_rows(
    cijfers: KnelpuntCijfers, name: str, small: SmallNumberSettings
) -> tuple[tuple[KnelpuntRij, tuple[KnelpuntRij, ...]], ...]:
    """The rows of a breakdown as they are printed, each with the rows that were put together in it."""
    rows: tuple[KnelpuntRij, ...] = getattr(cijfers, f"per_{name}")
    if any(row.individueel.waarde is None or row.collectief.waarde is None for row in rows):
        return tuple((row, (row,)) for row in rows)
    table = [
        Row(row.naam, (row.individueel.waarde or 0, row.collectief.waarde or 0), row.groepen) for row in rows
    ]
    merged = merge_rows(table, small, sensitive=lambda row: row.values[:1])
    return tuple((_merged(row, rows), tuple(rows[place] for place in row.members)) for row in merged)


def _merged(row: Row, rows: tuple[KnelpuntRij, ...]) -> KnelpuntRij:
    members = [rows[place] for place in row.members]
    if len(members) == 1:
        return members[0]
    return KnelpuntRij(
        row.label,
        Getal(row.values[0], all_sources(tuple(member.individueel.source for member in members))),
        Getal(row.values[1], all_sources(tuple(member.collectief.source for member in members))),
        row.groups,
    )


_WHAT = (
    "Een knelpunt is een probleem dat huurders bij ons melden. Een individueel knelpunt gaat over één "
    "huishouden. Een collectief knelpunt gaat over een complex, een wijk of de hele gemeente."
)


def enter_knelpunten(figures: Figures, values: TrimesterValues) -> None:
    """Enter all counts of knelpunten and link them: the stand, each breakdown, and the grand totals."""
    cijfers = values.knelpunten
    for side in SIDES:
        persons = side == "individueel"
        stand: Stand = getattr(cijfers, side)
        for part in PARTS:
            add(figures, ("stand", side, part), getattr(stand, part), persons, _RANKS[part])
        if all(figures.has(("stand", side, part)) for part in PARTS):
            first, last = ("stand", side, "eind"), ("stand", side, "afgehandeld")
            figures.total(first, [("stand", side, part) for part in PARTS[:3]], minus=[last])
        add(figures, ("ingebracht", side), getattr(cijfers, f"ingebracht_{side}"), persons)
    for part in PARTS:
        _enter_both(figures, part)
    for breakdown in BREAKDOWNS:
        _enter_breakdown(figures, breakdown, rows_of(cijfers, breakdown.name, values.small))
    for place, item in enumerate(values.uitgelicht):
        add(figures, ("geraakt", place), Getal(item.huurders_geraakt))


def _enter_both(figures: Figures, part: str) -> None:
    """Individual and collective together, as the key figures have them."""
    keys = [("stand", side, part) for side in SIDES]
    if all(figures.has(key) for key in keys):
        figures.mixed(("samen", part), sum(map(figures.value, keys)), _both(figures, keys), rank=0)
        figures.total(("samen", part), keys)


def _both(figures: Figures, keys: Sequence[Key]) -> Source | None:
    """The list of individual and collective ones: what the lists of both have in common."""
    one, other = (figures.source(key) for key in keys)
    if one is None or other is None or not one.where:
        return None
    where = tuple(each for each in one.where if each in other.where)
    return Source(one.kind, where, one.ids + other.ids) if where else None


def _enter_breakdown(figures: Figures, breakdown: Breakdown, rows: tuple[KnelpuntRij, ...]) -> None:
    for side in SIDES:
        persons = side == "individueel"
        keys = [
            (breakdown.name, side, place)
            for place, row in enumerate(rows)
            if add(figures, (breakdown.name, side, place), getattr(row, side), persons, rank=0)
        ]
        figures.table(f"{breakdown.name}-{side}", keys)
        if rows and len(keys) == len(rows):
            total = (breakdown.name, side, "totaal")
            add(figures, total, Getal(sum(figures.value(key) for key in keys)), persons, rank=2)
            figures.total(total, keys)
            if figures.has(("stand", side, breakdown.of)):
                figures.total(("stand", side, breakdown.of), [total])


def knelpunten_blocks(counter: Counter, values: TrimesterValues, kort: bool = False) -> list[Block]:
    """The chapter on knelpunten; in the short form without breakdowns."""
    blocks: list[Block] = [Heading("Knelpunten"), Paragraph(_WHAT)]
    if not any_knelpunten(values.knelpunten) and not values.uitgelicht:
        blocks.append(Paragraph("Er waren in deze periode geen knelpunten: niet open en niet gemeld."))
        return blocks
    blocks += _stand(counter, values, kort)
    if not kort:
        for breakdown in BREAKDOWNS:
            rows = rows_of(values.knelpunten, breakdown.name, values.small)
            blocks += _breakdown(counter, breakdown, rows)
    return blocks + _highlights(counter, values, kort)


def any_knelpunten(cijfers: KnelpuntCijfers) -> bool:
    """Whether there is anything to tell: a knelpunt open or moved, or a figure that was not delivered."""
    stands = (cijfers.individueel, cijfers.collectief)
    return any(getattr(stand, part).waarde != 0 for stand in stands for part in PARTS)


def _stand(counter: Counter, values: TrimesterValues, kort: bool) -> list[Block]:
    first, last = values.periode.van, values.periode.tot
    labels = {
        "begin": f"Open op {day_long(first)}",
        "nieuw": "Erbij: nieuw gemeld",
        "heropend": "Erbij: opnieuw geopend",
        "afgehandeld": "Eraf: afgehandeld",
        "eind": f"Open op {day_long(last)}",
    }
    rows: list[tuple[Text, ...]] = []
    for part in PARTS:
        cells = [
            counter.cell(
                ("stand", side, part),
                getattr(getattr(values.knelpunten, side), part),
                f"{side}e knelpunten, {labels[part].lower()}",
            )
            for side in SIDES
        ]
        rows.append((labels[part], *cells))
    columns = (Column("Knelpunten", width=2), Column("Individueel", "right"), Column("Collectief", "right"))
    note = counter.hidden_note(("stand", side, part) for side in SIDES for part in PARTS) or None
    caption = "Knelpunten aan het begin en aan het eind"
    blocks: list[Block] = [Table(caption, columns, tuple(rows[:-1]), totals=rows[-1], note=note)]
    if not kort:
        blocks += [_stand_sentence(counter, side, first, last) for side in SIDES if _complete(counter, side)]
    blocks += [Paragraph(slip, "note") for side in SIDES if (slip := _stand_slip(counter, values, side))]
    return [*blocks, *_ingebracht(counter, values)]


def _complete(counter: Counter, side: str) -> bool:
    return all(counter.shown.knows(("stand", side, part)) for part in PARTS)


def _stand_sentence(counter: Counter, side: str, first: date, last: date) -> Paragraph:
    def figure(part: str) -> Span:
        return counter.figure(("stand", side, part))

    words = ("individueel knelpunt", "individuele knelpunten")
    if side == "collectief":
        words = ("collectief knelpunt", "collectieve knelpunten")
    one = counter.shown.value(("stand", side, "begin")) == 1
    begin = counter.counted(("stand", side, "begin"), *words)
    return Paragraph(
        joined(
            f"Op {day_long(first)} {'stond' if one else 'stonden'} er ",
            begin,
            " open. Nieuw gemeld: ",
            figure("nieuw"),
            ". Opnieuw geopend: ",
            figure("heropend"),
            ". Afgehandeld: ",
            figure("afgehandeld"),
            f". Open op {day_long(last)}: ",
            figure("eind"),
            ".",
        )
    )


def _stand_slip(counter: Counter, values: TrimesterValues, side: str) -> str:
    stand: Stand = getattr(values.knelpunten, side)
    begin, nieuw, heropend, afgehandeld, eind = (getattr(stand, part).waarde for part in PARTS)
    if begin is None or nieuw is None or heropend is None or afgehandeld is None or eind is None:
        return ""
    made = begin + nieuw + heropend - afgehandeld
    if made == eind:
        return ""
    if not counter.shows(*(("stand", side, part) for part in PARTS)):
        return f"Let op: de stand van de {side}e knelpunten aan het eind klopt niet met de rest. {UNCHANGED}"
    line = f"{number(begin)} + {number(nieuw)} + {number(heropend)} − {number(afgehandeld)}"
    return (
        f"Let op: de stand van de {side}e knelpunten klopt niet. {line} = {number(made)}, "
        f"niet {number(eind)}. {UNCHANGED}"
    )


def _ingebracht(counter: Counter, values: TrimesterValues) -> list[Block]:
    if not all(counter.shown.knows(("ingebracht", side)) for side in SIDES):
        return []
    return [
        Paragraph(
            joined(
                "In een gezamenlijk overleg ingebracht in deze periode: ",
                counter.counted(
                    ("ingebracht", "individueel"), "individueel knelpunt", "individuele knelpunten"
                ),
                " en ",
                counter.counted(
                    ("ingebracht", "collectief"), "collectief knelpunt", "collectieve knelpunten"
                ),
                ".",
            )
        )
    ]


def _breakdown(counter: Counter, breakdown: Breakdown, rows: tuple[KnelpuntRij, ...]) -> list[Block]:
    if not rows:
        return []
    name = breakdown.name
    individual = counter.shown.prints(f"{name}-individueel")
    # Where the individual ones are not divided, a row with nothing collective would still say "there is one".
    kept = [place for place, row in enumerate(rows) if individual or row.collectief.waarde]
    if not counter.shows(*((name, "individueel", place) for place in kept)) and not breakdown.fixed_order:
        # Rows in order of size would say between which figures a hidden one lies.
        kept.sort(key=lambda place: rows[place].naam.casefold())
    note = None if individual else "De individuele knelpunten zijn hier niet verdeeld: het zijn er te weinig."
    blocks: list[Block] = [Heading(breakdown.title, 2)]
    if not kept:
        return [*blocks, Paragraph(note or "", "note")]
    sides = SIDES if individual else SIDES[1:]
    columns = (Column(breakdown.head, width=2), *(Column(capital(side), "right") for side in sides))
    body: list[tuple[Text, ...]] = [
        (capital(rows[place].naam), *(_cell(counter, name, side, place, rows[place]) for side in sides))
        for place in kept
    ]
    totals = tuple(counter.cell((name, side, "totaal")) for side in sides)
    note = note or counter.hidden_note((name, side, place) for side in sides for place in kept) or None
    known = all(counter.shown.knows((name, side, "totaal")) for side in sides)
    table = Table(
        breakdown.caption, columns, tuple(body), totals=("Totaal", *totals) if known else None, note=note
    )
    chart = _chart(counter, breakdown, rows, kept, sides)
    return [*blocks, *chart, table, *_breakdown_slips(counter, breakdown, sides)]


def _cell(counter: Counter, name: str, side: str, place: int, row: KnelpuntRij) -> Span:
    return counter.cell((name, side, place), getattr(row, side), f"{side}e knelpunten, {row.naam}")


def _chart(
    counter: Counter,
    breakdown: Breakdown,
    rows: tuple[KnelpuntRij, ...],
    kept: list[int],
    sides: tuple[str, ...],
) -> list[Block]:
    keys = {side: [(breakdown.name, side, place) for place in kept] for side in sides}
    if len(kept) < 2 or not all(counter.shown.knows(key) for side in sides for key in keys[side]):
        return []
    series = tuple(
        Series(capital(side), tuple(counter.shown.value(key) for key in keys[side])) for side in sides
    )
    if not any(value for line in series for value in line.values):
        return []
    shown = tuple(tuple(counter.shown.text(key) for key in keys[side]) for side in sides)
    labels = tuple(capital(rows[place].naam) for place in kept)
    said = "; ".join(
        f"{label}: " + ", ".join(f"{shown[i][place]} {side}" for i, side in enumerate(sides))
        for place, label in enumerate(labels)
    )
    alternative = f"Staafdiagram. {said}. Dezelfde cijfers staan in de tabel eronder."
    return [Chart(breakdown.caption, alternative, labels, series, shown=shown)]


def _breakdown_slips(counter: Counter, breakdown: Breakdown, sides: tuple[str, ...]) -> list[Block]:
    told: list[Block] = []
    for side in sides:
        total, whole = (breakdown.name, side, "totaal"), ("stand", side, breakdown.of)
        if not (counter.shown.knows(total) and counter.shown.knows(whole)):
            continue
        if counter.shown.same(total, whole):
            continue
        text = f"Let op: de {side}e knelpunten tellen hier niet op tot de stand"
        if counter.shows(total, whole):
            text += f": {counter.shown.text(total)}, niet {counter.shown.text(whole)}"
        told.append(Paragraph(f"{text}. {UNCHANGED}", "note"))
    return told


def _highlights(counter: Counter, values: TrimesterValues, kort: bool) -> list[Block]:
    if not values.uitgelicht:
        return []
    blocks: list[Block] = [Heading("Collectieve knelpunten die aandacht vragen", 2)]
    titles = [
        Span(
            f"{clause(one_line(item.titel))}{f' (nr. {item.nummer})' if item.nummer else ''}",
            bold=not kort,
            source=item.source,
        )
        for item in values.uitgelicht
    ]
    if kort:
        lines = [
            joined(title, f": {clause(item.status)}." if item.status else ".")
            for title, item in zip(titles, values.uitgelicht, strict=True)
        ]
        return [*blocks, Bullets(tuple(lines))]
    for place, (item, title) in enumerate(zip(values.uitgelicht, titles, strict=True)):
        blocks.append(Paragraph(joined(title), keep_with_next=True))
        if item.omschrijving:
            blocks.append(Paragraph(running(item.omschrijving, sentence)))
        blocks.append(Bullets(_highlight_facts(counter, place, item)))
    return blocks


def _highlight_facts(counter: Counter, place: int, item: UitgelichtKnelpunt) -> tuple[Text, ...]:
    where = [clause(part) for part in (item.plaats, item.categorie) if part]
    facts: list[Text] = [capital(sentence(", ".join(where)))] if where else []
    if item.gemeld_op:
        facts.append(f"Gemeld op {day_long(item.gemeld_op)}.")
    if counter.shown.knows(("geraakt", place)):
        facts.append(
            joined("Dit raakt ", counter.counted(("geraakt", place), "huishouden", "huishoudens"), ".")
        )
    if item.ingebracht_op:
        where_to = f" in {item.ingebracht_in}" if item.ingebracht_in else ""
        facts.append(f"Ingebracht op {day_long(item.ingebracht_op)}{where_to}.")
    else:
        facts.append("Nog niet ingebracht in een gezamenlijk overleg.")
    if item.status:
        facts.append(f"Stand van zaken: {clause(item.status)}.")
    if item.reactie:
        facts.append(joined("Reactie: ", running(item.reactie, sentence)))
    return tuple(facts)
