"""The own activiteitenoverzicht for a year and the years after it: what we plan, with whom, for which afspraak, what it costs,
what came of the year before, and what the akkoord asks of us for which nothing is planned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from huurdersapp.reports.bronlijst import list_of
from huurdersapp.reports.counting import Counter, add
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Series,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.eigen_overzicht_values import Eigen, EigenValues, Regel, Thema
from huurdersapp.reports.evaluatie import question, small_numbers_note
from huurdersapp.reports.language import (
    NBSP,
    aantal,
    capital,
    clause,
    day_long,
    enumeration,
    money,
    number,
    sentence,
)
from huurdersapp.reports.overzicht_tabellen import NO_THEME, NONE, cents, counted, named, planned, sums
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.rapport import CONCEPT, Kader, Onderdeel
from huurdersapp.reports.small_numbers import Figures, Key

LAW = (
    "De Woningwet vraagt een overzicht van voorgenomen werkzaamheden van corporaties: elk jaar, over vijf kalenderjaren "
    "(artikel 43). Gemeente en huurdersorganisaties hebben dat op 1 juli (artikel 44, tekst van 22 juli 2015). Ons overzicht "
    "heeft dezelfde vorm, zodat plannen naast elkaar te leggen zijn."
)


def overzicht_kader(values: EigenValues, kort: bool = False) -> Kader:
    """What stands around the parts of the overview."""
    author = enumeration([one_line(name) for name in values.organisaties])
    akkoord = one_line(values.akkoord)
    return Kader(
        titel=f"Ons activiteitenoverzicht {values.jaar}",
        ondertitel=f"{values.jaren[0]} tot en met {values.jaren[-1]} · {akkoord}",
        auteur=author,
        over=(
            f"Van: {author}",
            f"Akkoord: {akkoord}",
            f"Gemaakt op: {day_long(values.gemaakt_op)}",
        ),
        onderwerp=f"Activiteitenoverzicht {values.jaar} van {author}",
        trefwoorden=("activiteitenoverzicht", akkoord),
        voettekst=author,
        versie=CONCEPT,
        voorbeeld=values.voorbeeld,
        inhoud=not kort,
    )


def overzicht_onderdelen(values: EigenValues, kort: bool = False) -> tuple[Onderdeel, ...]:
    """All parts of the overview; `kort` gives the plans of all themes in one table."""
    counter = protected(values)
    parts = [Onderdeel("kort", "In het kort", tuple(_in_short(values, kort)), vast=True)]
    if kort:
        parts.append(
            Onderdeel("plannen", "Wat wij van plan zijn", tuple(_all_plans(values)), leeg=is_empty(values))
        )
    else:
        several = len(values.overzichten) > 1
        years = tuple(_years(values, kort))
        if years:
            parts.append(Onderdeel("per-jaar", "Alles samen, per jaar", years))
        for eigen in values.overzichten:
            for thema in eigen.themas:
                title = one_line(thema.naam) or NO_THEME
                parts.append(
                    Onderdeel(
                        f"{thema.sleutel}-partij-{eigen.nummer}" if several else thema.sleutel,
                        f"{one_line(eigen.naam)}: {title}" if several else title,
                        tuple(_theme(values, thema)),
                        voorstel=_why(thema),
                    )
                )
        parts.append(
            Onderdeel(
                "vorig-jaar",
                f"Wat er van {values.jaar - 1} kwam",
                tuple(_before(counter, values)),
                leeg=not any(eigen.vorig for eigen in values.overzichten),
            )
        )
    parts.append(
        Onderdeel("gaten", "Wat nog ontbreekt", tuple(_gaps(values, kort)), leeg=not _missing(values))
    )
    parts.append(Onderdeel("uitleg", "Bronnen en uitleg", tuple(_explanation(values, kort))))
    return tuple(parts)


def protected(values: EigenValues) -> Counter:
    """All counts of people of the report together."""
    figures = Figures(values.small)
    for eigen in values.overzichten:
        for line in eigen.vorig:
            if line.telling is not None and not figures.has(key_of(line)):
                add(figures, key_of(line), line.telling, line.personen, rank=2)
    return Counter(figures.protect())


def is_empty(values: EigenValues) -> bool:
    """Whether there is no overview of ours for this year with anything in it."""
    return not any(eigen.regels for eigen in values.overzichten)


def _missing(values: EigenValues) -> bool:
    return any(eigen.gaten for eigen in values.overzichten)


# -- the first page ------------------------------------------------------------------------------------------------


def _in_short(values: EigenValues, kort: bool) -> Iterator[Block]:
    lines = [line for eigen in values.overzichten for line in eigen.regels]
    gaps = [gat for eigen in values.overzichten for gat in eigen.gaten]
    total = _amount(values, values.jaar)
    yield KeyFigures(
        (
            KeyFigure(
                Span(number(len(lines)), source=list_of([line.regel.source for line in lines])),
                "activiteit" if len(lines) == 1 else "activiteiten",
            ),
            KeyFigure(NONE if total is None else money(total), f"gepland voor {values.jaar}"),
            KeyFigure(
                Span(number(len(gaps)), source=list_of([gat.source for gat in gaps])),
                "afspraak zonder activiteit" if len(gaps) == 1 else "afspraken zonder activiteit",
            ),
        )
    )
    for eigen in values.overzichten:
        yield Paragraph(_lead(values, eigen), "lead")
    if not values.overzichten:
        yield Paragraph("Bij dit akkoord staat onze organisatie niet als partij.", "lead")
    if is_empty(values) and values.reden_leeg:
        yield Paragraph(capital(sentence(values.reden_leeg)))
    if values.gevraagd:
        yield Heading("Wat wij van het BO vragen", 2)
        yield Bullets(tuple(question(item, kort) for item in values.gevraagd), numbered=True)
    if kort:
        yield from _years(values, kort)


def _lead(values: EigenValues, eigen: Eigen) -> Text:
    if not eigen.aanwezig:
        whose = f" van {one_line(eigen.naam)}" if len(values.overzichten) > 1 else ""
        until = f" Het wordt verwacht uiterlijk {day_long(eigen.uiterlijk)}." if eigen.uiterlijk else ""
        return f"Er is nog geen eigen overzicht{whose} voor {values.jaar}.{until}"
    said = f"{one_line(eigen.naam)} plant voor {values.jaar} {aantal(len(eigen.regels), 'activiteit', 'activiteiten')}"
    themes = [one_line(thema.naam) for thema in eigen.themas if thema.naam]
    if themes:
        said += f" bij {aantal(len(themes), 'thema', 'thema’s')}"
    told = [
        f"{word} op {day_long(day)}"
        for word, day in (
            ("aangeleverd", eigen.aangeleverd_op),
            ("besproken", eigen.besproken_op),
            ("vastgesteld", eigen.vastgesteld_op),
        )
        if day is not None
    ]
    stand = enumeration(told) if told else "nog in voorbereiding"
    return joined(f"{capital(said)}. ", Span("Het overzicht", source=eigen.source), f" is {stand}.")


def _amount(values: EigenValues, year: int) -> int | None:
    """What is planned to be spent in a year, in cents; None where no amount was filled in."""
    found = [
        item.bedrag
        for eigen in values.overzichten
        for line in eigen.regels
        if line.telt
        for item in line.regel.jaren
        if item.jaar == year and item.bedrag is not None
    ]
    return sum(found) if found else None


def _years(values: EigenValues, kort: bool) -> Iterator[Block]:
    amounts = [(year, _amount(values, year)) for year in values.jaren]
    if any(cents_of is not None for _year, cents_of in amounts) and not kort:
        told = [f"{year} {money(found)}" for year, found in amounts if found is not None]
        yield Chart(
            "Gepland bedrag per jaar, in euro",
            f"Staven met het geplande bedrag per jaar: {'; '.join(told)}.",
            tuple(str(year) for year, _found in amounts),
            (
                Series(
                    "Gepland",
                    tuple(None if found is None else float(Decimal(found) / 100) for _year, found in amounts),
                ),
            ),
            unit="euro",
            shown=(tuple(NONE if found is None else money(found) for _year, found in amounts),),
        )
    for eigen in values.overzichten:
        if eigen.sommen:
            whose = f"{one_line(eigen.naam)}: " if len(values.overzichten) > 1 else ""
            yield sums(capital(f"{whose}alles samen, per jaar"), eigen.sommen)


# -- plans ---------------------------------------------------------------------------------------------------------


def _all_plans(values: EigenValues) -> Iterator[Block]:
    lines = [line.regel for eigen in values.overzichten for line in eigen.regels]
    if lines:
        yield planned("Onze activiteiten", lines, values.jaren)
    else:
        yield Paragraph(f"Er is nog geen eigen overzicht voor {values.jaar}.")


def _theme(values: EigenValues, thema: Thema) -> Iterator[Block]:
    name = one_line(thema.naam) or NO_THEME
    yield planned(f"{name}: wat wij plannen", [line.regel for line in thema.regels], values.jaren)
    yield Table(
        f"{name}: waarvoor en met wie",
        (
            Column("Activiteit", width=2),
            Column("Afspraak in het akkoord", width=3.2),
            Column("Samen met", width=1.5),
            Column("Stand", width=1),
        ),
        tuple(
            (
                Span(clause(one_line(line.regel.naam)), source=line.regel.source),
                _serves(line),
                one_line(line.regel.samen_met) or NONE,
                one_line(line.regel.status) or NONE,
            )
            for line in thema.regels
        ),
    )
    vague = [
        f"{one_line(line.regel.naam)}: {one_line(each)}" for line in thema.regels for each in line.te_vaag
    ]
    if vague:
        yield Paragraph("Minder precies dan het akkoord vraagt:", keep_with_next=True)
        yield Bullets(tuple(sentence(each) for each in vague))


def _serves(line: Regel) -> Text:
    if not line.afspraak:
        return "geen afspraak genoemd"
    text = clause(plain_line(line.tekst).lstrip(".… "))
    return joined(Span(one_line(line.afspraak), source=line.bron), f"{NBSP}{text}" if text else "")


def _why(thema: Thema) -> str:
    """A sentence that the writer may take over: what we do for this theme, and with whom."""
    told = []
    for line in thema.regels:
        along = f" samen met {one_line(line.regel.samen_met)}" if line.regel.samen_met else ""
        told.append(f"{clause(one_line(line.regel.naam)).lower()}{along}")
    return f"Bij dit thema doen wij: {enumeration(told)}." if told else ""


def _before(counter: Counter, values: EigenValues) -> Iterator[Block]:
    year = values.jaar - 1
    for eigen in values.overzichten:
        if not eigen.vorig:
            whose = f" van {one_line(eigen.naam)}" if len(values.overzichten) > 1 else ""
            yield Paragraph(f"Er is geen overzicht{whose} voor {year} met activiteiten in dat jaar.")
            continue
        rows = tuple(_came(counter, line, year) for line in eigen.vorig)
        whose = f"{one_line(eigen.naam)}: " if len(values.overzichten) > 1 else ""
        yield Table(
            capital(f"{whose}plannen voor {year} en wat ervan kwam"),
            (
                Column("Activiteit", width=2.2),
                Column("Gepland", "right", 1.2),
                Column("Gehaald", "right", 1.2),
                Column("Besteed", "right", 1),
                Column("Wat eruit kwam", width=2),
            ),
            rows,
        )


def _came(counter: Counter, line: Regel, year: int) -> tuple[Text, ...]:
    found = next((item for item in line.regel.jaren if item.jaar == year), None)
    unit = line.regel.eenheid
    said = running(line.regel.resultaat, sentence) if line.regel.resultaat else NONE
    done = counted(found.aantal_gedaan, unit) if found else NONE
    return (
        Span(named(line.regel), source=line.regel.source),
        counted(found.aantal, unit) if found else NONE,
        _known(counter, line) if done == NONE else done,
        cents(found.bedrag_gedaan) if found else NONE,
        said,
    )


def _known(counter: Counter, line: Regel) -> Text:
    """What our own logbook says where nobody filled in what was reached."""
    if line.telling is None:
        return "nog niet ingevuld"
    return joined(counter.cell(key_of(line)), f"{NBSP}{one_line(line.regel.eenheid)}".rstrip())


def key_of(line: Regel) -> Key:
    """By what the count behind a line is known; lines with the same records have one count."""
    return "regel", line.telling.source if line.telling else None


# -- what is missing, and the explanation --------------------------------------------------------------------------


def _gaps(values: EigenValues, kort: bool) -> Iterator[Block]:
    if not _missing(values):
        yield Paragraph("Bij elke afspraak die ons in het akkoord bindt, staat een activiteit.")
        return
    for eigen in values.overzichten:
        if not eigen.gaten:
            continue
        count = aantal(len(eigen.gaten), "afspraak", "afspraken")
        are = "is" if len(eigen.gaten) == 1 else "zijn"
        yield Paragraph(
            f"Er {are} {count} in het akkoord voor {one_line(eigen.naam)} waarbij in {values.jaar} geen activiteit staat.",
            keep_with_next=not kort,
        )
        if kort:
            continue
        yield Table(
            f"Afspraken zonder activiteit in {values.jaar}",
            (
                Column("Afspraak", width=0.9),
                Column("Wat is afgesproken", width=4),
                Column("Thema", width=1.8),
            ),
            tuple(
                (
                    Span(one_line(gat.code), source=gat.source),
                    clause(plain_line(gat.tekst).lstrip(".… ")),
                    one_line(gat.thema),
                )
                for gat in eigen.gaten
            ),
        )


def _explanation(values: EigenValues, kort: bool) -> Iterator[Block]:
    yield Paragraph(
        f"De gegevens komen uit onze administratie, zoals die was op {day_long(values.gemaakt_op)}. Wat vervallen is, telt "
        "niet mee in de bedragen."
    )
    if not kort and any(line.telling for eigen in values.overzichten for line in eigen.vorig):
        yield Paragraph(
            "Wat is gehaald, komt uit het overzicht zelf. Is het daar niet ingevuld, dan geven wij de telling uit ons logboek."
        )
        if values.small.active:
            yield small_numbers_note(values.small)
    if values.diepte:
        parts = [f"{year} {words.lower()}" for year, words in values.diepte]
        yield Paragraph(f"Zo precies vraagt het akkoord het: {enumeration(parts)}.")
    yield Paragraph(LAW, "note")
