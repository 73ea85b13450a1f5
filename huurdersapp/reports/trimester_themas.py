"""Per thema of the akkoord: what the huurdersorganisaties were to do, what they did, and the measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huurdersapp.reports.counting import Counter, add, all_sources
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import (
    NBSP,
    aantal,
    capital,
    clause,
    days_between,
    money,
    number,
    percent,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running, text_blocks
from huurdersapp.reports.small_numbers import Figures
from huurdersapp.reports.trimester_maten import MISSING, in_cell, maten_blocks, named, value_of
from huurdersapp.reports.trimester_values import (
    Activiteit,
    Afspraak,
    Indicator,
    MaatStand,
    Meetwaarde,
    Thema,
    TrimesterValues,
)
from huurdersapp.reports.trimester_vergelijking import NOT_KEPT, Eerder, kept

NO_ACTIVITY = "Geen activiteit in deze periode."
EIGEN_VOORSTEL = "eigen voorstel"
OWN_SIGN = "*"
"""Stands behind a measure that is our own proposal; the note below the table says so."""
Place = tuple[int, int]


def enter_themas(figures: Figures, themas: tuple[Thema, ...]) -> None:
    """Enter the counts of activities and indicators."""
    for t, thema in enumerate(themas):
        for a, afspraak in enumerate(thema.afspraken):
            for i, activiteit in enumerate(afspraak.activiteiten):
                if activiteit.aantal:
                    add(figures, ("activiteit", t, a, i), activiteit.aantal, activiteit.personen)
        for i, indicator in enumerate(thema.indicatoren):
            _enter_indicator(figures, (t, i), indicator)


def _enter_indicator(figures: Figures, place: Place, item: Indicator) -> None:
    for moment, measured in (("nu", item.waarde), ("vorige", item.vorige)):
        if measured is None or item.soort not in ("aantal", "aandeel"):
            continue
        key = ("indicator", place, moment)
        known = add(figures, key, measured.getal, item.personen, rank=2 if moment == "nu" else 1)
        whole = measured.noemer
        if not (item.soort == "aandeel" and known and whole and whole.waarde is not None):
            continue
        add(figures, (*key, "noemer"), whole, item.personen, rank=2)
        rest = whole.waarde - (measured.getal.waarde or 0)
        if item.personen and rest > 0:
            figures.persons((*key, "overigen"), rest, printed=False)
            figures.total((*key, "noemer"), [key, (*key, "overigen")])
    _enter_difference(figures, place, item)


def _enter_difference(figures: Figures, place: Place, item: Indicator) -> None:
    """Two counts from the same first day: what came between follows by subtraction."""
    now, before = ("indicator", place, "nu"), ("indicator", place, "vorige")
    if not (item.vorige_in_waarde and item.personen and figures.has(now) and figures.has(before)):
        return
    difference = figures.value(now) - figures.value(before)
    if difference > 0:
        figures.persons((*now, "verschil"), difference, printed=False)
        figures.total(now, [before, (*now, "verschil")])


def themas_in_short(counter: Counter, themas: tuple[Thema, ...]) -> list[Block]:
    """All themes in one table: on how many afspraken was worked, what was done, and how many measures of all
    parties are off schedule."""
    rows: list[tuple[Text, ...]] = []
    for t, thema in enumerate(themas):
        if thema.afspraken or thema.maten:
            rows.append(
                (one_line(thema.naam), _worked_on(thema), _done_in_short(counter, t, thema), in_cell(thema))
            )
    if not rows:
        return [Paragraph("Er staan geen afspraken voor de huurdersorganisaties in dit verslag.")]
    columns = (
        Column("Thema", width=1.8),
        Column("Afspraken met werk", width=1.05),
        Column("Wat wij deden", width=3.2),
        Column("Maten niet op schema", width=1.1),
    )
    return [Table("Per thema: afspraken, werk en maten", columns, tuple(rows))]


def _worked_on(thema: Thema) -> str:
    if not thema.afspraken:
        return "–"
    done = sum(1 for item in thema.afspraken if item.activiteiten)
    return f"{number(done)} van {number(len(thema.afspraken))}"


_KINDS = {
    "raadpleging": ("raadpleging", "raadplegingen"),
    "campagne": ("campagne", "campagnes"),
    "advies": ("advies", "adviezen"),
    "overleg": ("overleg", "overleggen"),
    "actiepunt": ("actiepunt gedaan", "actiepunten gedaan"),
    "renovatieproject": ("draagvlakmeting", "draagvlakmetingen"),
}
"""What work for an afspraak is called when it is counted."""


def _done_in_short(counter: Counter, t: int, thema: Thema) -> Text:
    """What was done in counts: each record once, also where it served several afspraken."""
    work = [
        (("activiteit", t, a, i), item)
        for a, afspraak in enumerate(thema.afspraken)
        for i, item in enumerate(afspraak.activiteiten)
    ]
    told: list[Text] = []
    for kind, (singular, plural) in _KINDS.items():
        behind = dict.fromkeys(item.source for _key, item in work if item.soort == kind)
        if behind:
            words = aantal(len(behind), singular, plural, digits=True)
            told.append(Span(words, source=all_sources(tuple(behind))))
    seen = set()
    for key, item in work:
        if not item.soort and counter.shown.knows(key) and item.source not in seen:
            seen.add(item.source)
            told.append(counter.counted(key, item.enkelvoud or item.meervoud, item.meervoud))
    if not told:
        return NO_ACTIVITY
    return joined(*(joined(", " if place else "", text) for place, text in enumerate(told)))


def thema_blocks(
    counter: Counter, t: int, thema: Thema, values: TrimesterValues, eerder: Sequence[Eerder] = ()
) -> list[Block]:
    """One theme: main goal, afspraken with what was done, our measures beside earlier periods, and how those of the other
    parties stand."""
    blocks: list[Block] = []
    if thema.hoofddoel:
        goal = running(thema.hoofddoel, sentence)
        blocks.append(Paragraph(joined(Span("Hoofddoel:", bold=True), " ", goal)))
    if thema.doelen:
        blocks.append(Paragraph("Dit betekent volgens het akkoord:", keep_with_next=True))
        blocks.append(Bullets(tuple(running(goal, sentence) for goal in thema.doelen)))
    if thema.afspraken:
        blocks.append(Heading("Wat is afgesproken en wat is gedaan", 2))
        for a, afspraak in enumerate(thema.afspraken):
            blocks += _afspraak(counter, (t, a), afspraak)
    else:
        blocks.append(Paragraph("Bij dit thema staan geen afspraken voor de huurdersorganisaties."))
    if thema.indicatoren:
        blocks += [Heading("Hoe het ervoor staat", 2), _indicators(counter, t, thema, values, eerder)]
    return [*blocks, *maten_blocks(thema)]


def _words_of(item: Afspraak) -> str:
    """The words of the akkoord as a sentence, without the dots that they begin with there."""
    number_of = f"{item.nummer}{NBSP}" if item.nummer else ""
    return f"{number_of}{capital(sentence(plain_line(item.tekst).lstrip('.… ')))}"


def _afspraak(counter: Counter, place: Place, item: Afspraak) -> list[Block]:
    own = f" ({EIGEN_VOORSTEL})" if item.eigen_voorstel else ""
    label = Span("Afspraak:", bold=True, source=item.source)
    blocks: list[Block] = [
        Paragraph(joined(label, " ", _words_of(item), Span(own, italic=True)), keep_with_next=True)
    ]
    if not item.activiteiten:
        blocks.append(Paragraph(NO_ACTIVITY))
    else:
        lines = [_activity(counter, (*place, i), work) for i, work in enumerate(item.activiteiten)]
        blocks.append(Bullets(tuple(lines)))
    if item.toelichting:
        blocks += text_blocks(item.toelichting)
    return blocks


def _activity(counter: Counter, place: tuple[int, int, int], item: Activiteit) -> Text:
    when = ""
    if item.op:
        when = capital(days_between(item.op, item.tot or item.op)) + ": "
    what = Span(clause(one_line(item.omschrijving)), source=item.source)
    key = ("activiteit", *place)
    if not what.text and not when and counter.shown.knows(key):
        number = counter.counted(key, item.enkelvoud or item.meervoud, item.meervoud)
        return joined(replace(number, text=capital(number.text)), ".")
    parts: list[Text] = [when, what if when else Span(capital(what.text), source=what.source)]
    if item.aantal and item.meervoud:
        if counter.shown.knows(key):
            parts += [" (", counter.counted(key, item.enkelvoud or item.meervoud, item.meervoud), ")"]
        else:
            parts.append(f" ({item.meervoud}: {counter.not_delivered(item.aantal.door, item.omschrijving)})")
    parts.append(".")
    if item.uitkomst:
        parts.append(f" Uitkomst: {sentence(one_line(item.uitkomst))}")
    return joined(*parts)


def _indicators(
    counter: Counter, t: int, thema: Thema, values: TrimesterValues, eerder: Sequence[Eerder]
) -> Table:
    """Our measures: what was agreed where a number was, what was counted, and the same of earlier periods."""
    before = any(item.vorige for item in thema.indicatoren)
    columns = [Column("Maat", width=3.4), Column("In deze periode", "right", 1.6)]
    if before:
        columns.append(Column("Eerder", "right", 1.4))
    cells = [_earlier_cells(t, thema, values, one) for one in eerder]
    told = [
        (one, column) for one, column in zip(eerder, cells, strict=True) if any(c != NOT_KEPT for c in column)
    ]
    columns += [Column(one.kop, "right", 0.8) for one, _column in told]
    rows: list[tuple[Text, ...]] = []
    for i, item in enumerate(thema.indicatoren):
        row: list[Text] = [_named(item), _measured(counter, ("indicator", (t, i), "nu"), item, item.waarde)]
        if before:
            earlier = item.vorige
            row.append(
                _measured(counter, ("indicator", (t, i), "vorige"), item, earlier) if earlier else NOT_KEPT
            )
        rows.append((*row, *(column[i] for _one, column in told)))
    notes = []
    if any(item.eigen_voorstel for item in thema.indicatoren):
        notes.append(f"{OWN_SIGN} Deze maat staat niet in het akkoord. Wij stellen hem zelf voor.")
    if hidden := counter.hidden_note(("indicator", (t, i), "nu") for i in range(len(thema.indicatoren))):
        notes.append(hidden)
    return Table(
        f"Onze maten bij het thema {one_line(thema.naam)}",
        tuple(columns),
        tuple(rows),
        note=" ".join(notes) or None,
    )


def _named(item: Indicator) -> str:
    """A measure by its code and words, with what was agreed."""
    code = f"{item.nummer}{NBSP}" if item.nummer else ""
    own = f"{NBSP}{OWN_SIGN}" if item.eigen_voorstel else ""
    agreed = f" (afgesproken: {one_line(item.streefwaarde)})" if item.streefwaarde else ""
    return f"{code}{clause(plain_line(item.tekst))}{own}{agreed}"


def _earlier_cells(t: int, thema: Thema, values: TrimesterValues, one: Eerder) -> list[Text]:
    """What the report about an earlier period prints of the same measures; a dash where nothing was kept yet."""
    counter = one.counter()
    cells: list[Text] = []
    for i, item in enumerate(thema.indicatoren):
        key, source = ("indicator", (t, i), "nu"), item.waarde.getal.source
        there = source is not None and kept(values, source.kind, one.values.periode)
        cells.append(counter.cell(key) if there and counter.shown.knows(key) else NOT_KEPT)
    return cells


def _measured(counter: Counter, key: tuple[str, Place, str], item: Indicator, measured: Meetwaarde) -> Text:
    value = _value(counter, key, item, measured)
    return joined(value, f" ({measured.peil})" if measured.peil else "")


def _value(counter: Counter, key: tuple[str, Place, str], item: Indicator, measured: Meetwaarde) -> Text:
    getal = measured.getal
    if item.soort == "tekst" and measured.tekst:
        return one_line(measured.tekst)
    if item.soort == "getal" and measured.waarde is not None:
        text = number(measured.waarde) + (f"{NBSP}{item.eenheid}" if item.eenheid else "")
        return Span(text, source=getal.source)
    if getal.waarde is None and not getal.door and item.stand is not None:
        return _standing(counter, item.stand)
    if item.soort in ("tekst", "getal") or getal.waarde is None:
        return Span(counter.not_delivered(getal.door, item.tekst), italic=True)
    if item.soort == "bedrag":
        return Span(money(getal.waarde), source=getal.source)
    if item.soort == "ja_nee":
        return Span("ja" if getal.waarde else "nee", source=getal.source)
    if item.soort == "aandeel":
        return _share(counter, key, item, measured)
    if item.soort == "deel":
        return _part_of(item, measured)
    unit = f" {item.eenheid}" if item.eenheid else ""
    return joined(counter.cell(key), unit)


def _standing(counter: Counter, maat: MaatStand) -> Text:
    """Of a measure that nobody counts here what was measured last, with its verdict."""
    if maat.stand == MISSING:
        counter.not_delivered(maat.door, named(maat))
        return value_of(maat)
    if not maat.waarde:
        return "nog niet gemeten"
    return joined(value_of(maat), f"; {maat.oordeel}" if maat.oordeel else "")


def _part_of(item: Indicator, measured: Meetwaarde) -> Text:
    """So many of all: "1 van de 3 gebouwen"; these are no persons, so nothing of it is hidden."""
    whole = measured.noemer or measured.getal
    part = Span(number(measured.getal.waarde or 0), source=measured.getal.source)
    return joined(
        part, " van de ", Span(number(whole.waarde or 0), source=whole.source), f" {item.eenheid}".rstrip()
    )


def _share(counter: Counter, key: tuple[str, Place, str], item: Indicator, measured: Meetwaarde) -> Text:
    whole = (*key, "noemer")
    if not counter.shown.knows(whole):
        door = measured.noemer.door if measured.noemer else ""
        return Span(counter.not_delivered(door, item.tekst), italic=True)
    of: Text = joined(counter.cell(key), " van ", counter.cell(whole))
    least = counter.shown.settings.percent_from if item.personen else 1
    share = counter.share(key, whole, least, item.grens)
    if not share:
        return of
    return joined(share, " (", of, ")", _verdict(counter, key, item.grens))


def _verdict(counter: Counter, key: tuple[str, Place, str], limit: int | None) -> str:
    """Whether the limit is reached, decided on whole numbers and not on a rounded figure."""
    if limit is None:
        return ""
    reached = 100 * (counter.shown.value(key) or 0) >= limit * (counter.shown.value((*key, "noemer")) or 0)
    return f"; {percent(limit, 100, 0)} is {'wel' if reached else 'niet'} gehaald"


def afspraken_with_work(themas: tuple[Thema, ...]) -> tuple[int, int]:
    """How many afspraken had an activity, and how many there are."""
    everything = [afspraak for thema in themas for afspraak in thema.afspraken]
    return sum(1 for afspraak in everything if afspraak.activiteiten), len(everything)
