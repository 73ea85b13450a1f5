"""Per thema of the akkoord: what the huurdersorganisaties were to do, what they did, and the measures."""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.reports.counting import Counter, add
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import (
    NBSP,
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
from huurdersapp.reports.trimester_values import Activiteit, Afspraak, Indicator, Meetwaarde, Thema

NO_ACTIVITY = "Geen activiteit in deze periode."
EIGEN_VOORSTEL = "eigen voorstel"
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
    """All themes in two tables: what was agreed and done, and the measures."""
    blocks: list[Block] = [Heading("Wat is afgesproken en wat is gedaan")]
    rows: list[tuple[Text, ...]] = []
    for t, thema in enumerate(themas):
        for a, afspraak in enumerate(thema.afspraken):
            done = [_activity(counter, (t, a, i), work) for i, work in enumerate(afspraak.activiteiten)]
            spaced = [joined(" " if place else "", line) for place, line in enumerate(done)]
            rows.append(
                (
                    one_line(thema.naam),
                    Span(_words_of(afspraak), source=afspraak.source),
                    joined(*spaced) if spaced else NO_ACTIVITY,
                )
            )
    if not rows:
        return [*blocks, Paragraph("Er staan geen afspraken voor de huurdersorganisaties in dit verslag.")]
    columns = (Column("Thema", width=1.2), Column("Afspraak", width=2.2), Column("Gedaan", width=2.6))
    blocks.append(Table("Afspraken en wat is gedaan", columns, tuple(rows)))
    return blocks + [_indicators(counter, t, thema) for t, thema in enumerate(themas) if thema.indicatoren]


def thema_blocks(counter: Counter, t: int, thema: Thema) -> list[Block]:
    """One theme: main goal, afspraken with what was done, and the measures."""
    blocks: list[Block] = [Heading(f"Thema: {one_line(thema.naam)}")]
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
        blocks += [Heading("Hoe het ervoor staat", 2), _indicators(counter, t, thema)]
    return blocks


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
    return joined(*parts, ".")


def _indicators(counter: Counter, t: int, thema: Thema) -> Table:
    before = any(item.vorige for item in thema.indicatoren)
    columns = [Column("Maat", width=2.6), Column("Afgesproken", width=1.4), Column("Nu", width=2)]
    if before:
        columns.append(Column("Eerder", width=1.6))
    rows: list[tuple[Text, ...]] = []
    for i, item in enumerate(thema.indicatoren):
        own = Span(f" ({EIGEN_VOORSTEL})", italic=True) if item.eigen_voorstel else ""
        number_of = f"{item.nummer}{NBSP}" if item.nummer else ""
        row: list[Text] = [
            joined(f"{number_of}{plain_line(item.tekst)}", own),
            one_line(item.streefwaarde) or "geen getal afgesproken",
            _measured(counter, ("indicator", (t, i), "nu"), item, item.waarde),
        ]
        if before:
            earlier = item.vorige
            row.append(_measured(counter, ("indicator", (t, i), "vorige"), item, earlier) if earlier else "–")
        rows.append(tuple(row))
    note = None
    if any(item.eigen_voorstel for item in thema.indicatoren):
        note = "Een maat met ‘eigen voorstel’ staat niet in het akkoord. Wij stellen hem zelf voor."
    return Table(f"Maten bij het thema {one_line(thema.naam)}", tuple(columns), tuple(rows), note=note)


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
    if item.soort in ("tekst", "getal") or getal.waarde is None:
        return Span(counter.not_delivered(getal.door, item.tekst), italic=True)
    if item.soort == "bedrag":
        return Span(money(getal.waarde), source=getal.source)
    if item.soort == "ja_nee":
        return Span("ja" if getal.waarde else "nee", source=getal.source)
    if item.soort == "aandeel":
        return _share(counter, key, item, measured)
    unit = f" {item.eenheid}" if item.eenheid else ""
    return joined(counter.cell(key), unit)


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
