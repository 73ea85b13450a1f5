"""A wijk- or dorpsvisie, or the yearly programme leefbaarheid: what it says, who took part, and our own part in it."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
)
from huurdersapp.reports.inbreng import ground_in_words, key_of
from huurdersapp.reports.language import capital, day_long, day_short, enumeration, money
from huurdersapp.reports.overzicht_tabellen import NONE, cents
from huurdersapp.reports.overzicht_values import VisieValues
from huurdersapp.reports.prose import one_line, plain_line, text_blocks
from huurdersapp.reports.small_numbers import Figures

_TOTAL = ("bewoners", "samen")


def visie_document(values: VisieValues) -> Document:
    """The visie as a neutral document; how many tenants took part obeys the rule of small numbers."""
    counter = _counter(values)
    blocks: list[Block] = [*_stand(values)]
    if values.inhoud:
        blocks += [Heading("Wat erin staat"), *text_blocks(values.inhoud)]
    blocks += _meetings(values, counter)
    if values.eigen_inbreng:
        blocks += [Heading("Wat wij inbrachten")]
        if values.inbreng_op:
            blocks.append(Paragraph(f"Op {day_long(values.inbreng_op)}.", "note", keep_with_next=True))
        blocks += text_blocks(values.eigen_inbreng)
    if values.raadplegingen:
        blocks += [
            Heading("Wat wij huurders vroegen"),
            Bullets(tuple(ground_in_words(counter, ground) for ground in values.raadplegingen)),
        ]
    blocks += _parts(values)
    if values.afspraken:
        blocks += [Heading("Afspraken uit het akkoord"), Bullets(tuple(map(plain_line, values.afspraken)))]
    return Document(
        title=one_line(values.naam),
        subtitle=" · ".join(filter(None, (values.soort, str(values.jaar or "")))),
        author=values.organisatie,
        subject=values.soort,
        keywords=("leefbaarheid",),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=" · ".join(filter(None, (values.organisatie, day_long(values.datum) if values.datum else ""))),
    )


def _counter(values: VisieValues) -> Counter:
    figures = Figures(values.small)
    keys = []
    for place, meeting in enumerate(values.bijeenkomsten):
        if meeting.bewoners is not None:
            keys.append(("bewoners", place))
            figures.persons(
                keys[-1], meeting.bewoners, values.source if len(values.bijeenkomsten) == 1 else None
            )
    if len(keys) > 1:
        figures.persons(_TOTAL, sum(figures.value(key) for key in keys), rank=2)
        figures.total(_TOTAL, keys)
    for ground in values.raadplegingen:
        if ground.aantal is not None and not figures.has(key_of(ground)):
            figures.persons(key_of(ground), ground.aantal, ground.source)
    return Counter(figures.protect())


def _stand(values: VisieValues) -> Iterator[Block]:
    if values.kernen:
        yield Paragraph(f"Dit gaat over {enumeration([one_line(name) for name in values.kernen])}.", "lead")
    told = [f"Status: {one_line(values.status).lower()}"] if values.status else []
    if values.vastgesteld_op:
        told = [f"Vastgesteld op {day_long(values.vastgesteld_op)}"]
    if values.trekker:
        told.append(f"{capital(one_line(values.trekker))} trekt het")
    if told:
        yield Paragraph(f"{'. '.join(told)}.")


def _meetings(values: VisieValues, counter: Counter) -> Iterator[Block]:
    if not values.bijeenkomsten:
        return
    yield Heading("Wie meededen")
    rows: list[tuple[Text, ...]] = []
    for place, meeting in enumerate(values.bijeenkomsten):
        key = ("bewoners", place)
        rows.append(
            (
                one_line(meeting.wat),
                day_short(meeting.datum),
                counter.cell(key) if meeting.bewoners is not None else "niet geteld",
                "ja" if meeting.wij_erbij else "nee",
                plain_line(meeting.uitkomst) or NONE,
            )
        )
    totals: tuple[Text, ...] | None = None
    again = ""
    keys: list[tuple[str, object]] = [
        ("bewoners", place) for place, item in enumerate(values.bijeenkomsten) if item.bewoners is not None
    ]
    if counter.shown.knows(_TOTAL):
        totals = ("Samen", "", counter.cell(_TOTAL), "", "")
        again = "Wie vaker kwam, telt vaker mee."
        keys.append(_TOTAL)
    yield Table(
        "Bijeenkomsten",
        (
            Column("Wat", width=1.6),
            Column("Datum", width=0.9),
            Column("Bewoners", "right", 0.8),
            Column("Wij erbij", width=0.7),
            Column("Wat eruit kwam", width=2),
        ),
        tuple(rows),
        totals,
        note=" ".join(filter(None, (again, counter.hidden_note(keys)))) or None,
    )


def _parts(values: VisieValues) -> Iterator[Block]:
    if not values.onderdelen:
        return
    yield Heading("Wat er gebeurt")
    rows = tuple(
        (
            one_line(item.wat),
            one_line(item.wie) or NONE,
            "ja" if item.eigen else "nee",
            cents(item.kosten),
            f"gedaan op {day_short(item.gedaan_op)}" if item.gedaan_op else day_short(item.gepland_op),
        )
        for item in values.onderdelen
    )
    columns = (
        Column("Onderdeel", width=2),
        Column("Wie", width=1.3),
        Column("Van ons", width=0.7),
        Column("Kosten", "right", 1),
        Column("Wanneer", width=1.2),
    )
    yield Table("Onderdelen", columns, rows)
    known = [item for item in values.onderdelen if item.kosten is not None]
    if known:
        whole = sum(item.kosten or 0 for item in known)
        own = sum(item.kosten or 0 for item in known if item.eigen)
        yield Paragraph(f"Kosten samen {money(whole)}, waarvan ons deel {money(own)}.")
