"""The evaluatie on process: meetings, the year agenda, overviews, promises, adviezen and raadplegingen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from huurdersapp.reports.bronlijst import list_of
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Source, Span, Table, Text
from huurdersapp.reports.evaluatie_values import EvaluatieValues, Moment, Nakomen, Overleg, OverzichtDag
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    in_words,
    number,
    overdue,
)
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.values import Getal, Raadpleging

NONE = "–"
UNKNOWN = "niet vastgelegd"
OVERVIEWS_BY_LAW = (
    "Gemeente en huurdersorganisaties hebben op 1 juli het overzicht van een corporatie (Woningwet artikel 44, tekst van "
    "22 juli 2015). Vóór 15 december stuurt de corporatie het overzicht, de gemaakte afspraken en een verklaring van haar "
    "bestuur naar de minister, burgemeester en wethouders en de huurdersorganisaties (artikel 44a). Of dat verzenden op "
    "tijd gebeurde, staat niet in onze administratie."
)
REASONS_BY_LAW = (
    "Volgt een verhuurder een advies niet, dan geeft hij zijn redenen schriftelijk, binnen veertien dagen nadat hij het "
    "advies ontving (Overlegwet artikel 5 lid 2, tekst van 27 juli 2015)."
)
TERMIJNEN = (
    ("termijn:ja", "Onze brief was op tijd"),
    ("termijn:omstreden", "Onze brief was volgens ons op tijd"),
    ("termijn:nee", "Onze brief was te laat"),
    ("redenen:op_tijd", "De verhuurder gaf zijn redenen op tijd"),
    ("redenen:te_laat", "De verhuurder gaf zijn redenen te laat"),
    ("redenen:uitgebleven", "De verhuurder gaf geen redenen, en de dag daarvoor is voorbij"),
    ("reactie:gevolgd", "Ons advies is gevolgd"),
    ("reactie:deels", "Ons advies is deels gevolgd"),
    ("reactie:niet", "Ons advies is niet gevolgd"),
    ("reactie:geen", "De verhuurder reageerde niet"),
    ("reactie:", "De reactie is nog niet vastgelegd"),
)


def overleg_blocks(values: EvaluatieValues) -> Iterator[Block]:
    """The meetings that were held, with the time to read, and the fixed moments of the year."""
    if values.overleggen:
        held = aantal(len(values.overleggen), "overleg", "overleggen")
        behind = list_of(item.source for item in values.overleggen)
        yield Paragraph(
            joined(
                Span(capital(held), source=behind),
                f" van de regiegroep of het bestuurlijk overleg in {values.jaar}.",
            ),
            keep_with_next=True,
        )
        yield Table(
            "Overleggen, met agenda en verslag",
            (
                Column("Datum", width=1.1),
                Column("Overleg", width=2),
                Column("Agenda verstuurd", width=2),
                Column("Verslag", width=2),
                Column("Waren wij erbij?", width=1),
            ),
            tuple(_meeting(item) for item in values.overleggen),
        )
    else:
        yield Paragraph(
            f"In {values.jaar} is geen overleg van de regiegroep of het bestuurlijk overleg vastgelegd."
        )
    if values.momenten:
        yield Heading("De vaste momenten van het jaar", 2)
        yield Table(
            "Vaste momenten: gepland en gedaan",
            (Column("Moment", width=2.6), Column("Gepland", width=1.8), Column("Wat ervan kwam", width=2.6)),
            tuple(_moment(item) for item in values.momenten),
        )


def _meeting(item: Overleg) -> tuple[Text, ...]:
    return (
        day_short(item.datum),
        Span(one_line(item.naam), source=item.source),
        ahead(item),
        _minutes(item),
        "ja" if item.wij_erbij else "nee",
    )


def ahead(item: Overleg) -> str:
    """How long before the meeting its agenda was sent."""
    if item.agenda_op is None:
        return UNKNOWN
    days = (item.datum - item.agenda_op).days
    if days < 0:
        return f"{day_short(item.agenda_op)}, na het overleg"
    if days == 0:
        return f"{day_short(item.agenda_op)}, dezelfde dag"
    return f"{day_short(item.agenda_op)}, {aantal(days, 'dag', 'dagen', digits=True)} ervoor"


def _minutes(item: Overleg) -> str:
    if item.verslag_op:
        return f"vastgesteld op {day_short(item.verslag_op)}"
    return one_line(item.verslag_status).lower() or UNKNOWN


def _moment(item: Moment) -> tuple[Text, ...]:
    state = one_line(item.stand)
    if item.gedaan_op:
        state = f"{state} op {day_short(item.gedaan_op)}"
        if item.uiterlijk:
            state = f"{state}, {overdue(item.uiterlijk, item.gedaan_op) or 'op tijd'}"
    reason = clause(plain_line(item.reden))
    return (
        Span(one_line(item.naam), source=item.source),
        item.gepland,
        f"{capital(state)}: {reason}" if reason else capital(state),
    )


def overzichten_blocks(values: EvaluatieValues) -> Iterator[Block]:
    """By when each party handed in its overview for the next year, and when that was settled."""
    after = values.jaar + 1
    if not values.overzichten:
        yield Paragraph("Bij dit akkoord staan geen partijen die een overzicht maken.")
        return
    yield Paragraph(
        f"In {values.jaar} maakten partijen hun activiteitenoverzicht voor {after}, en daarmee de prestatieafspraken.",
        keep_with_next=True,
    )
    by = f" Op tijd is: uiterlijk {day_long(values.afspraken_voor)}." if values.afspraken_voor else ""
    yield Table(
        f"Overzichten en prestatieafspraken voor {after}",
        (
            Column("Partij", width=2),
            Column("Uiterlijk", width=1.1),
            Column("Aangeleverd", width=2),
            Column("Vastgesteld", width=1.1),
            Column("Afgesproken", width=1.8),
        ),
        tuple(_overview(values, item) for item in values.overzichten),
        note=f"‘Afgesproken’: de dag waarop de laatste activiteit in de prestatieafspraken kwam.{by}",
    )
    yield Paragraph(OVERVIEWS_BY_LAW, "note")


def _overview(values: EvaluatieValues, item: OverzichtDag) -> tuple[Text, ...]:
    return (
        Span(one_line(item.partij), source=item.source),
        day_short(item.uiterlijk, "niet bepaald"),
        handed_in(item, values.gemaakt_op),
        day_short(item.vastgesteld_op),
        agreed(item, values.afspraken_voor),
    )


def handed_in(item: OverzichtDag, today: date) -> str:
    """When an overview came, and whether that was in time."""
    if item.aangeleverd_op is None:
        if item.uiterlijk is not None and item.uiterlijk >= today:
            return "nog niet, de dag is nog niet voorbij"
        return f"niet aangeleverd door {one_line(item.partij)}"
    if item.uiterlijk is None:
        return day_short(item.aangeleverd_op)
    late = overdue(item.uiterlijk, item.aangeleverd_op)
    return f"{day_short(item.aangeleverd_op)}, {late or 'op tijd'}"


def agreed(item: OverzichtDag, by: date | None) -> str:
    """When its activities were agreed, and whether that was in time."""
    if item.afgesproken_op is None:
        return NONE
    if by is None:
        return day_short(item.afgesproken_op)
    return f"{day_short(item.afgesproken_op)}, {overdue(by, item.afgesproken_op) or 'op tijd'}"


# -- promises ------------------------------------------------------------------------------------------------------


def nakomen_blocks(values: EvaluatieValues) -> Iterator[Block]:
    """Per party how it kept what it promised, and what was late."""
    if not values.nakomen:
        yield Paragraph(f"In {values.jaar} liepen er geen toezeggingen of actiepunten van partijen.")
        return
    parts = ("op_tijd", "te_laat", "vervallen", "open", "open_te_laat")
    heads = ("Op tijd gedaan", "Te laat gedaan", "Vervallen", "Open, op tijd", "Open, te laat")
    yield Table(
        f"Wat partijen toezegden, zoals het stond op {day_long(min(values.tot, values.gemaakt_op))}",
        (Column("Partij", width=2.2), *(Column(head, "right") for head in heads)),
        tuple(
            (
                f"{one_line(item.naam)} (wij zelf)" if item.zelf else one_line(item.naam),
                *(_number(getattr(item, part)) for part in parts),
            )
            for item in values.nakomen
        ),
        note="Zonder afgesproken laatste dag telt iets als op tijd.",
    )
    if values.beloften:
        yield Table(
            "Te laat, of nog niet nagekomen",
            (
                Column("Wie", width=1.5),
                Column("Wat", width=3.4),
                Column("Uiterlijk", width=1.1),
                Column("Stand", width=2),
            ),
            tuple(
                (
                    one_line(item.wie),
                    Span(clause(one_line(item.wat)), source=item.source),
                    day_short(item.uiterlijk),
                    _late(item.uiterlijk, item.gedaan_op, values),
                )
                for item in values.beloften
            ),
        )


def _number(found: Getal) -> Span:
    return Span(number(found.waarde or 0), source=found.source if found.waarde else None)


def _late(until: date | None, done: date | None, values: EvaluatieValues) -> str:
    if done is not None:
        return f"Gedaan op {day_short(done)}, {overdue(until, done) if until else ''}".rstrip(", ")
    day = min(values.tot, values.gemaakt_op)
    return capital(overdue(until, day)) if until else "Open"


# -- adviezen ------------------------------------------------------------------------------------------------------


def adviezen_blocks(values: EvaluatieValues) -> Iterator[Block]:
    """Whether adviezen and reactions came within their terms, and what became of them."""
    total = values.adviezen.get("totaal")
    if total is None or not total.waarde:
        yield Paragraph(f"In {values.jaar} hebben wij geen advies verstuurd.")
        return
    yield Paragraph(
        joined(
            "Wij verstuurden ",
            Span(aantal(total.waarde, "advies", "adviezen"), source=total.source),
            f" in {values.jaar}.",
        ),
        keep_with_next=True,
    )
    yield Bullets(
        tuple(
            joined(f"{label}: ", Span(number(found.waarde or 0), source=found.source))
            for key, label in TERMIJNEN
            if (found := values.adviezen.get(key)) is not None and found.waarde
        )
    )
    yield Paragraph(REASONS_BY_LAW, "note")


# -- raadplegingen -------------------------------------------------------------------------------------------------


def raadpleging_blocks(counter: Counter, values: EvaluatieValues) -> Iterator[Block]:
    """The raadplegingen of the year, and whether people heard what came of it."""
    if not values.raadplegingen:
        yield Paragraph(f"In {values.jaar} hielden wij geen achterbanraadpleging.")
        return
    told = sum(item.terugkoppeling_op is not None for item in values.raadplegingen)
    held = aantal(len(values.raadplegingen), "achterbanraadpleging", "achterbanraadplegingen")
    yield Paragraph(f"Wij hielden {held}. {_told(told, len(values.raadplegingen))}", keep_with_next=True)
    yield Table(
        "Achterbanraadplegingen en terugkoppeling",
        (
            Column("Onderwerp", width=3.4),
            Column("Tot en met", width=1.2),
            Column("Antwoorden", "right", 1.1),
            Column("Teruggekoppeld", width=1.4),
        ),
        tuple(
            (
                Span(clause(one_line(item.titel)), source=item.source),
                day_short(item.tot or item.van),
                counter.cell((place, "respons"), item.respons, "aantal antwoorden"),
                day_short(item.terugkoppeling_op, "nog niet"),
            )
            for place, item in enumerate(values.raadplegingen)
        ),
    )


def _told(told: int, held: int) -> str:
    if told == held:
        return (
            "Over elke raadpleging hoorden huurders wat eruit kwam."
            if held > 1
            else "Huurders hoorden wat eruit kwam."
        )
    if not told:
        return "Huurders hoorden nog niet wat eruit kwam."
    return f"Over {in_words(told)} daarvan hoorden huurders wat eruit kwam."


# -- the short form ------------------------------------------------------------------------------------------------


def proces_kort(counter: Counter, values: EvaluatieValues) -> Iterator[Block]:
    """The process in one table."""
    rows: list[tuple[Text, ...]] = [
        ("Overleggen van regiegroep en BO", *_overleg_short(values.overleggen)),
        (f"Overzichten voor {values.jaar + 1}", *_overview_short(values)),
        ("Toezeggingen van anderen", *_promise_short(item for item in values.nakomen if not item.zelf)),
        ("Onze eigen actiepunten", *_promise_short(item for item in values.nakomen if item.zelf)),
        ("Adviezen", *_advice_short(values)),
        ("Achterbanraadplegingen", *_consulted_short(values.raadplegingen)),
    ]
    columns = (Column("Wat", width=1.8), Column("Aantal", "right", 0.6), Column("Hoe het ging", width=3.6))
    yield Table(f"Het proces in {values.jaar}", columns, tuple(rows))


def _overleg_short(found: Sequence[Overleg]) -> tuple[Text, Text]:
    days = [(item.datum - item.agenda_op).days for item in found if item.agenda_op]
    unknown = len(found) - len(days)
    told = []
    if days and min(days) < max(days):
        told.append(f"agenda {min(days)} tot {max(days)} dagen ervoor")
    elif days:
        told.append(f"agenda {aantal(days[0], 'dag', 'dagen', digits=True)} ervoor")
    if unknown:
        told.append(f"bij {in_words(unknown)} is de dag van de agenda {UNKNOWN}")
    return _with_list(len(found), (item.source for item in found)), capital("; ".join(told)) or NONE


def _with_list(count: int, sources: Iterable[Source | None]) -> Span:
    return Span(number(count), source=list_of(sources))


def _overview_short(values: EvaluatieValues) -> tuple[Text, Text]:
    there = [item for item in values.overzichten if item.aangeleverd_op]
    in_time = [
        item
        for item in there
        if item.uiterlijk and not overdue(item.uiterlijk, item.aangeleverd_op or item.uiterlijk)
    ]
    absent = [item for item in values.overzichten if item.aangeleverd_op is None]
    told = [f"{in_words(len(in_time))} op tijd"] if in_time else []
    told += [f"niet aangeleverd door {one_line(item.partij)}" for item in absent]
    return _with_list(len(there), (item.source for item in there)), capital("; ".join(told)) or NONE


def _promise_short(found: Iterable[Nakomen]) -> tuple[Text, Text]:
    items = list(found)
    told = []
    for part, words in (
        ("op_tijd", "op tijd gedaan"),
        ("te_laat", "te laat gedaan"),
        ("open_te_laat", "open en te laat"),
    ):
        count = sum(getattr(item, part).waarde or 0 for item in items)
        if count:
            told.append(f"{number(count)} {words}")
    parts = ("op_tijd", "te_laat", "vervallen", "open", "open_te_laat")
    behind = list_of(getattr(item, part).source for item in items for part in parts)
    return Span(number(sum(item.alle for item in items)), source=behind), capital("; ".join(told)) or NONE


def _advice_short(values: EvaluatieValues) -> tuple[Text, Text]:
    total = values.adviezen.get("totaal")
    told = [
        f"{number(found.waarde or 0)} {words}"
        for key, words in (
            ("reactie:gevolgd", "gevolgd"),
            ("reactie:deels", "deels"),
            ("reactie:niet", "niet gevolgd"),
        )
        if (found := values.adviezen.get(key)) is not None and found.waarde
    ]
    count = Span(number(total.waarde or 0), source=total.source) if total else Span("0")
    return count, capital("; ".join(told)) or NONE


def _consulted_short(found: Sequence[Raadpleging]) -> tuple[Text, Text]:
    told = sum(item.terugkoppeling_op is not None for item in found)
    return number(
        len(found)
    ), f"Over {in_words(told)} daarvan hoorden huurders de uitkomst" if found else NONE
