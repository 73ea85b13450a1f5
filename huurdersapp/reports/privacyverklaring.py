"""The privacy statement for members and tenants (AVG art. 12 lid 1 and 13), in plain Dutch and only what is so."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Lines,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import day_long
from huurdersapp.reports.privacy_values import Beveiliging, PrivacyValues, VerwerkingRegel
from huurdersapp.reports.privacy_zinnen import reached, term
from huurdersapp.reports.prose import one_line, text_blocks

AUTHORITY = "Autoriteit Persoonsgegevens"
AUTHORITY_SITE = "https://www.autoriteitpersoonsgegevens.nl"
RIGHTS: tuple[Text, ...] = (
    "U mag zien wat wij van u bewaren (AVG artikel 15).",
    "U mag laten verbeteren wat niet klopt (artikel 16).",
    "U mag vragen uw gegevens te wissen (artikel 17).",
    "U mag vragen dat wij uw gegevens even niet gebruiken (artikel 18).",
    "Gaf u gegevens met toestemming of bij een afspraak, dan mag u die meekrijgen in een bestand (artikel 20).",
    "U mag bezwaar maken tegen wat wij met uw gegevens doen (artikel 21).",
    "Gaf u toestemming, dan mag u die altijd intrekken. Dat is net zo makkelijk als geven (artikel 7 lid 3).",
)

OBJECT = (
    "Staat er hierboven ‘gerechtvaardigd belang’ of ‘algemeen belang’, dan mag u daar altijd bezwaar tegen maken "
    "(AVG artikel 21). Vertel ons waarom. Wij stoppen dan, tenzij wij een reden hebben die zwaarder weegt."
)
"""Told apart from the other rights, as AVG art. 21 lid 4 asks."""


def privacyverklaring_document(values: PrivacyValues) -> Document:
    """The statement as a neutral document."""
    name = values.organisatie.naam
    return Document(
        title="Wat wij met uw gegevens doen",
        subtitle=f"Privacyverklaring van {one_line(name)}, {day_long(values.datum)}",
        author=name,
        subject="Privacyverklaring voor leden en huurders (AVG artikel 13)",
        keywords=("AVG", "privacy", "privacyverklaring"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=name,
    )


def _blocks(values: PrivacyValues) -> Iterator[Block]:
    yield Paragraph(
        "Wij komen op voor huurders. Soms hebben wij daar gegevens van u voor nodig. "
        "Hier leest u welke dat zijn, waarom, hoe lang en wat uw rechten zijn.",
        style="lead",
    )
    yield Heading("Wie wij zijn")
    yield Lines(tuple(_who(values)))
    yield Heading("Wat wij bewaren en waarom")
    if not values.verwerkingen:
        yield Paragraph("Dit schrijven wij nog op. Vraag het ons gerust.")
    for row in values.verwerkingen:
        yield from _one(row)
    yield Paragraph(
        "U hoeft ons niets te geven. Zonder adres of telefoonnummer kunnen wij u soms niet helpen."
    )
    if values.verwerkingen:
        yield Heading("Hoe lang wij het bewaren")
        yield _terms(values)
    yield Heading("Waar uw gegevens staan")
    yield Bullets(tuple(_where(values)))
    yield Heading("Uw rechten")
    yield Bullets(RIGHTS)
    yield Heading("Bezwaar maken")
    yield Paragraph(OBJECT)
    yield Heading("Zo vraagt u het")
    yield Paragraph(_ask(values))
    yield Paragraph(
        "U krijgt binnen een maand antwoord. Het kost niets. Wij vragen eerst of u het echt bent. "
        "Hebben wij meer tijd nodig, dan hoort u dat binnen die maand."
    )
    yield Heading("Een klacht")
    yield Paragraph(
        (
            f"Bent u niet tevreden, zeg het ons. U kunt ook een klacht indienen bij de {AUTHORITY}: ",
            Span("autoriteitpersoonsgegevens.nl", href=AUTHORITY_SITE),
            ".",
        )
    )


def _who(values: PrivacyValues) -> Iterator[Text]:
    who = values.organisatie
    yield from reached(who)
    if who.website:
        yield f"Website: {one_line(who.website)}"


def _one(row: VerwerkingRegel) -> Iterator[Block]:
    yield Heading(one_line(row.naam), level=2)
    for label, said in (
        ("Waarvoor", row.doel),
        ("Van wie", row.betrokkenen),
        ("Wat wij bewaren", row.gegevens),
        ("Hoe wij eraan komen", row.herkomst),
        ("Waarom dat mag", _basis(row)),
        ("Wie het ook krijgt", row.ontvangers),
    ):
        if said:
            yield from _said(label, said)


def _basis(row: VerwerkingRegel) -> str:
    return ". ".join(text for text in (one_line(row.grondslag), row.grondslag_toelichting) if text)


def _said(label: str, text: str) -> Iterator[Block]:
    first, *rest = text_blocks(text)
    if isinstance(first, Paragraph):
        words = first.text if isinstance(first.text, tuple) else (first.text,)
        yield Paragraph((Span(f"{label}: ", bold=True), *words))
    else:
        yield Paragraph(Span(f"{label}:", bold=True), keep_with_next=True)
        yield first
    yield from rest


def _terms(values: PrivacyValues) -> Table:
    columns = (Column("Waarvan", width=1.6), Column("Hoe lang", width=1), Column("Waarom zo lang", width=3))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (one_line(row.naam), term(row.maanden), one_line(row.motivering) or "–")
        for row in values.verwerkingen
    )
    note = "De termijn begint als iets klaar is, zoals na het laatste contact over een bezoek."
    return Table("Hoe lang wij gegevens van mensen bewaren", columns, rows, note=note)


def _where(values: PrivacyValues) -> Iterator[Text]:
    now = values.beveiliging
    yield "Uw gegevens staan op een computer van ons, in een programma dat niets over internet stuurt."
    yield "Dat programma stuurt dus ook niets naar landen buiten de Europese Unie."
    if now.wachtwoord and now.onthouden:
        yield "Het bestand is versleuteld. Alleen wie op onze computer is aangemeld, kan het openen."
    elif now.wachtwoord:
        yield "Het bestand is versleuteld. Zonder wachtwoord of herstelcode is het niet te openen."
    if now.kopieen or now.sticks:
        yield f"In een reservekopie kan nog staan wat al gewist is.{_old_copies(now)}"
    yield "Geen computer beslist iets over u. Dat doen mensen."
    yield "Wij verkopen geen gegevens."


def _old_copies(now: Beveiliging) -> str:
    if not (now.kopieen and now.langst):
        return ""
    return f" Zo’n kopie op de computer gaat weg na {term(now.langst)}; alleen de nieuwste houden wij langer."


def _ask(values: PrivacyValues) -> str:
    who = values.organisatie
    ways = [
        text
        for text, there in (
            (f"mail naar {one_line(who.email)}", who.email),
            (f"bel {one_line(who.telefoon)}", who.telefoon),
            ("schrijf naar het adres hierboven", who.adres),
        )
        if there
    ]
    if not ways:
        return "Spreek iemand van het bestuur aan. Zeg wat u wilt weten of veranderen."
    said = ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])} of {ways[-1]}"
    return f"Vertel ons wat u wilt weten of veranderen: {said}."
