"""The parts of the themarapport, as blocks without their own heading."""

from __future__ import annotations

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Column, Heading, Paragraph, Span, Table, plain
from huurdersapp.reports.language import (
    NBSP,
    capital,
    clause,
    day_long,
    day_short,
    in_words,
    number,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.raadpleging import raadpleging_blocks
from huurdersapp.reports.raadpleging_kort import and_more, in_lines
from huurdersapp.reports.rapport_lijsten import advice_blocks, campaign_blocks
from huurdersapp.reports.themarapport_values import ThemaValues
from huurdersapp.reports.trimester_overig import ALONE
from huurdersapp.reports.values import Getal

SHORT = 4
"""So many problems are told in the short form."""


def goals(values: ThemaValues) -> list[Block]:
    """Each goal with the afspraken of all parties."""
    if not values.doelen:
        return [Paragraph("Bij dit thema staan geen doelen in het akkoord.")]
    blocks: list[Block] = []
    for at, doel in enumerate(values.doelen, 1):
        number_of = f"{doel.nummer}{NBSP}" if doel.nummer else ""
        about = capital(one_line(doel.onderwerp)) or f"Doel {at}"
        blocks.append(Heading(f"{number_of}{about}", 2))
        text = running(doel.tekst.lstrip(".… "), sentence)
        blocks.append(Paragraph(joined(Span("Doel:", bold=True, source=doel.source), " ", text)))
        if doel.afspraken:
            columns = (Column("Afspraak", width=4), Column("Wie", width=2))
            rows = tuple(
                (
                    Span(
                        f"{each.nummer + NBSP if each.nummer else ''}{capital(sentence(plain_line(each.tekst).lstrip('.… ')))}",
                        source=each.source,
                    ),
                    one_line(each.wie) or "niet genoemd",
                )
                for each in doel.afspraken
            )
            blocks.append(Table(f"Wie wat doet bij {doel.nummer or about}", columns, rows, row_heads=False))
    return blocks


def consulted(counter: Counter, values: ThemaValues, kort: bool) -> list[Block]:
    """What tenants said of it."""
    if not values.raadplegingen:
        return [Paragraph("Wij hebben huurders in deze periode niet naar dit thema gevraagd.")]
    if not kort:
        return [
            block
            for at in values.raadplegingen
            for block in raadpleging_blocks(counter, at, values.basis.raadplegingen[at])
        ]
    return in_lines(counter, values.basis.raadplegingen, values.raadplegingen)


def no_problems(values: ThemaValues) -> bool:
    """Whether no problem of more tenants was reported, solved or is open."""
    counts = (values.collectief_nieuw, values.collectief_open, values.collectief_opgelost)
    return not any(each.waarde for each in counts)


def problems(values: ThemaValues, kort: bool) -> list[Block]:
    """Problems of more tenants at this theme."""
    if no_problems(values):
        return [Paragraph("Bij dit thema zijn geen problemen vastgelegd waar meer huurders last van hebben.")]
    text = joined(
        "Nieuw gemeld: ",
        _digits(values.collectief_nieuw),
        ". Opgelost: ",
        _digits(values.collectief_opgelost),
        ". Nog open: ",
        _digits(values.collectief_open),
        ". Het gaat om problemen waar meer huurders last van hebben. Problemen in één woning tellen wij niet per thema.",
    )
    told = values.meldingen[:SHORT] if kort else values.meldingen
    columns = (
        Column("Probleem", width=3),
        Column("Waar", width=1.4),
        Column("Gemeld", width=1.1),
        Column("Hoe het staat", width=1.5),
    )
    rows = tuple(
        (
            Span(clause(one_line(item.titel)), source=item.source),
            one_line(item.plaats) or "–",
            day_short(item.gemeld_op),
            capital(item.stand) or "–",
        )
        for item in told
    )
    blocks: list[Block] = [Paragraph(text), Table("Problemen van meer huurders", columns, rows)]
    if len(told) < len(values.meldingen):
        blocks.append(Paragraph(and_more(len(values.meldingen) - len(told)), "note"))
    return blocks


def _digits(getal: Getal) -> Span:
    return Span(number(getal.waarde or 0), source=getal.source)


def advised(values: ThemaValues) -> list[Block]:
    """Adviezen about it, and what came of them."""
    blocks = advice_blocks("Adviezen bij dit thema", values.adviezen, values.verzwegen)
    return blocks or [Paragraph("Wij hebben in deze periode geen adviezen over dit thema verstuurd.")]


def campaigns(counter: Counter, values: ThemaValues) -> list[Block]:
    """Campagnes about it, and how many they reached."""
    if not values.campagnes:
        return [Paragraph("Er waren in deze periode geen campagnes over dit thema.")]
    return campaign_blocks(counter, values.basis.campagnes, values.campagnes)


def promises(values: ThemaValues) -> list[Block]:
    """Promises of others at this theme that are open, the latest first."""
    if not values.beloften:
        return [Paragraph("Er staan bij dit thema geen beloften van andere partijen open.")]
    columns = (
        Column("Wie", width=1.3),
        Column("Wat", width=3.2),
        Column("Uiterlijk", width=1.1),
        Column("Stand", width=1.1),
    )
    rows = tuple(
        (
            capital(one_line(item.wie)) or "–",
            Span(clause(plain_line(item.wat)), source=item.source),
            day_short(item.op),
            capital(item.uitkomst) or "–",
        )
        for item in values.beloften
    )
    return [Table("Open beloften van andere partijen", columns, rows)]


def explained(values: ThemaValues, kort: bool) -> list[Block]:
    """Where the figures come from, and why some are not shown; in small print in the short form."""
    basis = values.basis
    blocks = [
        Paragraph(
            f"De cijfers komen uit onze administratie van {day_long(basis.gemaakt_op)}. Geteld is wat een datum heeft van "
            f"{day_long(basis.periode.van)} tot en met {day_long(basis.periode.tot)}, en dit thema noemt."
        )
    ]
    if basis.small.active:
        blocks.append(
            Paragraph(
                "Niemand mag te herkennen zijn. Aantallen personen staan hier precies zoals in het trimesterverslag over "
                f"dezelfde tijd. Bij één tot en met {in_words(basis.small.hide_below - 1)} staat "
                f"‘{basis.small.small_text}’. Een ‘x’ of een streepje staat waar een cijfer zo’n klein aantal zou verraden."
            )
        )
    if basis.los:
        blocks.append(Paragraph(ALONE))
    if kort:
        return [Paragraph(" ".join(plain(each.text) for each in blocks), "note")]
    return [*blocks]
