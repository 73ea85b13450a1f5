"""That data of a person were erased: what went by kind and count, what stays and why, and what copies still hold."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Signatures,
    Table,
)
from huurdersapp.reports.inzage_values import WisbewijsValues
from huurdersapp.reports.language import aantal, day_long
from huurdersapp.reports.privacyverklaring import AUTHORITY
from huurdersapp.reports.prose import one_line


def wisbewijs_document(values: WisbewijsValues) -> Document:
    """The certificate as a neutral document."""
    name = one_line(values.organisatie.naam)
    return Document(
        title=_title(values),
        subtitle=f"Bewijs bij verzoek {values.verzoek}, {day_long(values.datum)}",
        author=name,
        subject="Bewijs van wissen (AVG artikel 17)",
        keywords=("AVG", "wissen"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=f"{name}, verzoek {values.verzoek}",
    )


def _title(values: WisbewijsValues) -> str:
    if not values.naam:
        return "Gegevens zijn gewist"
    return "Een deel van uw gegevens is gewist" if values.blijft else "Uw gegevens zijn gewist"


def _blocks(values: WisbewijsValues) -> Iterator[Block]:
    asked = f"op het verzoek van {day_long(values.ontvangen_op)}"
    whose = f" van {one_line(values.naam)}" if values.naam else ""
    yield Paragraph(
        f"Op {day_long(values.gewist_op)} wiste {one_line(values.organisatie.naam)} gegevens{whose}, {asked}.",
        style="lead",
    )
    yield Heading("Wat er gewist is")
    yield Table(
        "Aantallen per soort",
        (Column("Soort", width=3), Column("Aantal", align="right")),
        tuple((kind, str(count)) for kind, count in values.gewist),
        note="Ook uit de geschiedenis, uit het zoeken, uit de prullenbak en uit formulieren die niet waren opgeslagen.",
    )
    yield Heading("Wat er blijft")
    if values.blijft:
        yield Table(
            "Wat er blijft en waarom",
            (Column("Wat", width=1.5), Column("Waarom", width=3)),
            tuple((each.wat, one_line(each.reden)) for each in values.blijft),
        )
    else:
        yield Paragraph("Van de gegevens die wij van u vonden, houden wij niets waarin uw naam staat.")
    yield Paragraph(
        "Wat wij tellen, blijft zonder naam: de wijk, de maand en de maatregelen van een bezoek, een probleem "
        "zonder de melder, of het adres en antwoord van een woning die gerenoveerd wordt. "
        "Van brieven blijven nummer, datum, soort en een kenmerk, zonder naam en tekst. "
        "Dit verzoek zelf bewaren wij, om te laten zien wat wij deden (AVG artikel 5 lid 2)."
    )
    yield Heading("Reservekopieën")
    if values.kopieen:
        made = aantal(values.kopieen, "reservekopie", "reservekopieën", digits=True)
        verb, goes = ("is", "gaat die") if values.kopieen == 1 else ("zijn", "gaan die")
        yield Paragraph(
            f"Er {verb} nog {made} van eerder. Normaal {goes} uiterlijk op {day_long(values.kopieen_tot)} weg. "
            "Wordt zo’n kopie op deze computer teruggezet, dan wist het programma deze gegevens opnieuw."
        )
    else:
        yield Paragraph("Er zijn geen reservekopieën van eerder op deze computer.")
    if values.sticks:
        made = aantal(values.sticks, "kopie", "kopieën", digits=True)
        yield Paragraph(f"Op een USB-stick of schijf zetten wij eerder {made}. Daarop kan het nog staan.")
    if values.naam:
        yield Heading("Bent u het er niet mee eens?")
        yield Paragraph(
            f"Zeg het ons. U kunt ook een klacht indienen bij de {AUTHORITY}, of naar de rechter gaan "
            "(AVG artikel 77 en 79)."
        )
    yield Signatures((("Namens het bestuur", ""),))
