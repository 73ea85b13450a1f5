"""What an organisation keeps of one person, for that person (AVG art. 15), in plain Dutch and nothing of anybody else."""

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
)
from huurdersapp.reports.inzage_values import BLACK, Gegeven, InzageDeel, InzageValues
from huurdersapp.reports.language import day_long
from huurdersapp.reports.privacy_zinnen import reached, term
from huurdersapp.reports.privacyverklaring import AUTHORITY, AUTHORITY_SITE, RIGHTS
from huurdersapp.reports.prose import one_line

_UNKNOWN = "Dit schrijven wij nog op. Vraag het ons gerust."


def inzage_document(values: InzageValues) -> Document:
    """The overview as a neutral document."""
    name = one_line(values.organisatie.naam)
    whose = f" van {one_line(values.naam)}" if values.naam else ""
    return Document(
        title=f"Gegevens{whose}",
        subtitle=f"Antwoord van {name} op uw verzoek van {day_long(values.ontvangen_op)}",
        author=name,
        subject="Overzicht van persoonsgegevens (AVG artikel 15)",
        keywords=("AVG", "inzage"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=f"{name}, verzoek {values.verzoek}",
    )


def _blocks(values: InzageValues) -> Iterator[Block]:
    if not values.delen:
        found = "alleen teksten die vooral over anderen gaan" if values.weg else "niets van u"
        yield Paragraph(
            f"Wij zochten op {day_long(values.datum)} in ons programma en vonden {found}. "
            "Uw verzoek zelf bewaren wij wel.",
            style="lead",
        )
    else:
        yield Paragraph(
            f"Dit bewaren wij van u op {day_long(values.datum)}. U leest erbij waarom, hoe lang en wie het krijgt.",
            style="lead",
        )
    for part in values.delen:
        yield from _part(part)
    if values.delen:
        yield Heading("Hoe wij dit maakten")
        yield Bullets(tuple(_how(values)))
    yield Heading("Uw rechten")
    yield Bullets(RIGHTS[1:])
    yield Paragraph("Wij nemen geen besluiten over u met een computer.")
    yield Heading("Wie wij zijn")
    yield Lines(tuple(reached(values.organisatie)))
    yield Paragraph(
        (
            f"Klopt er iets niet, zeg het ons. U kunt ook een klacht indienen bij de {AUTHORITY}: ",
            Span("autoriteitpersoonsgegevens.nl", href=AUTHORITY_SITE),
            ".",
        )
    )


def _part(part: InzageDeel) -> Iterator[Block]:
    yield Heading(one_line(part.naam))
    for label, said in (
        ("Waarvoor", part.doel or _UNKNOWN),
        ("Waarom dat mag", part.grondslag or _UNKNOWN),
        ("Hoe wij eraan komen", part.herkomst),
        ("Wie het ook krijgt", part.ontvangers or _UNKNOWN),
        ("Hoe lang", term(part.maanden)),
    ):
        yield Paragraph((Span(f"{label}: ", bold=True), one_line(said)))
    filled = [each for each in part.gegevens if each.velden]
    if filled:
        yield Table(
            f"{one_line(part.naam)}: wat er van u staat",
            (Column("Waar", width=1.4), Column("Wat", width=1.4), Column("Wat er staat", width=2.6)),
            tuple(row for each in filled for row in _rows(each)),
        )
    texts = [each for each in part.gegevens if each.tekst]
    if texts:
        yield Paragraph("Zinnen over u in onze notities:", keep_with_next=True)
        for each in texts:
            yield Paragraph((Span(f"{_where(each)}: ", bold=True), one_line(each.tekst)), style="quote")


def _rows(item: Gegeven) -> Iterator[tuple[str, str, str]]:
    for label, value in item.velden:
        yield item.wat, label, one_line(value)
    if item.sinds:
        yield item.wat, "Staat er sinds", day_long(item.sinds)


def _where(item: Gegeven) -> str:
    return f"{item.wat} (sinds {day_long(item.sinds)})" if item.sinds else item.wat


def _how(values: InzageValues) -> Iterator[str]:
    yield "Wij zochten in ons programma op wat wij van u weten, en beoordeelden zelf wat daarbij hoort."
    if any(BLACK in text for part in values.delen for each in part.gegevens for text in _texts(each)):
        yield f"Bij {BLACK} stond iets over een ander. Die gegevens zijn van hem of haar (AVG artikel 15 lid 4)."
    if values.weg == 1:
        yield "Eén tekst lieten wij weg, omdat die vooral over anderen gaat."
    elif values.weg:
        yield f"{values.weg} teksten lieten wij weg, omdat die vooral over anderen gaan."
    yield "In foto’s en bestanden staan gegevens die het programma niet kan lezen. Vraagt u die, dan zoeken wij ze op."


def _texts(item: Gegeven) -> Iterator[str]:
    yield item.tekst
    yield from (value for _label, value in item.velden)
