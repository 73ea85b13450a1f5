"""The processing register (AVG art. 30 lid 1): who we are, and of each processing all that the article asks for."""

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
from huurdersapp.reports.privacy_values import PrivacyValues, VerwerkingRegel
from huurdersapp.reports.privacy_zinnen import copies, reached, secured, term
from huurdersapp.reports.prose import one_line, text_blocks

NOT_SAID = "Nog niet ingevuld"
ABROAD = (
    "Het programma stuurt niets over internet, dus ook niet naar landen buiten de Europese Unie. "
    "Wat de organisatie zelf mailt of deelt, staat bij de verwerking zelf."
)
EMPTY = "Er staat nog geen verwerking in het register. Neem de voorstellen over, of schrijf ze zelf op."
CHOSEN = (
    "De AVG noemt geen termijnen. De organisatie kiest ze zelf en schrijft op waarom "
    "(AVG artikel 5 lid 1 onder e)."
)


def verwerkingsregister_document(values: PrivacyValues) -> Document:
    """The register as a neutral document."""
    name = values.organisatie.naam
    return Document(
        title="Register van verwerkingen",
        subtitle=f"{one_line(name)}, {day_long(values.datum)}",
        author=name,
        subject="Welke gegevens van mensen de organisatie bewaart (AVG artikel 30)",
        keywords=("AVG", "privacy", "register"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=name,
    )


def _blocks(values: PrivacyValues) -> Iterator[Block]:
    yield Paragraph(
        "Dit register noemt elke verwerking van persoonsgegevens (AVG artikel 30 lid 1). "
        "De Autoriteit Persoonsgegevens kan erom vragen.",
        style="lead",
    )
    yield Heading("Wie verantwoordelijk is")
    yield Lines(tuple(_who(values)))
    yield Heading("Alles bij elkaar")
    if not values.verwerkingen:
        yield Paragraph(EMPTY)
    else:
        yield _table(values)
        yield Paragraph(CHOSEN, style="note")
    for row in values.verwerkingen:
        yield from _one(row)
    yield Heading("Hoe de gegevens beveiligd zijn")
    yield Bullets(secured(values.beveiliging))
    yield Paragraph(copies(values.beveiliging))
    yield Heading("Waar de gegevens heen gaan")
    yield Paragraph(ABROAD)
    yield Heading("Wat er elk jaar weggaat")
    yield Paragraph(_round(values))


def _who(values: PrivacyValues) -> Iterator[Text]:
    who = values.organisatie
    yield from reached(who)
    if not (who.adres or who.telefoon or who.email):
        yield "Er staat nog geen adres bij uw organisatie."


def _table(values: PrivacyValues) -> Table:
    columns = (
        Column("Verwerking", width=2.2),
        Column("Van wie", width=2.2),
        Column("Grondslag", width=1.8),
        Column("Hoe lang", width=1.2),
    )
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            one_line(row.naam),
            one_line(row.betrokkenen) or NOT_SAID,
            row.grondslag or NOT_SAID,
            term(row.maanden),
        )
        for row in values.verwerkingen
    )
    return Table("De verwerkingen, met grondslag en termijn", columns, rows)


def _one(row: VerwerkingRegel) -> Iterator[Block]:
    yield Heading(one_line(row.naam), level=2)
    basis = one_line(row.grondslag) + (f". {row.grondslag_toelichting}" if row.grondslag_toelichting else "")
    kept = term(row.maanden) + (f". {row.motivering}" if row.motivering else "")
    for label, said in (
        ("Doel", row.doel),
        ("Van wie", row.betrokkenen),
        ("Welke gegevens", row.gegevens),
        ("Grondslag", basis if row.grondslag else ""),
        ("Wie ze krijgen", row.ontvangers),
        ("Hoe lang", kept),
        ("Beveiliging", row.beveiliging or "Zie het hoofdstuk over beveiliging."),
        ("Sinds", day_long(row.sinds) if row.sinds else ""),
    ):
        yield from _said(label, said)


def _said(label: str, text: str) -> Iterator[Block]:
    blocks = text_blocks(text) if text else []
    first = blocks[0] if blocks else Paragraph(NOT_SAID)
    if isinstance(first, Paragraph):
        words = first.text if isinstance(first.text, tuple) else (first.text,)
        yield Paragraph((Span(f"{label}: ", bold=True), *words))
        yield from blocks[1:]
    else:
        yield Paragraph(Span(f"{label}:", bold=True), keep_with_next=True)
        yield from blocks


def _round(values: PrivacyValues) -> str:
    last = (
        f"De laatste opschoonronde was op {day_long(values.ronde)}."
        if values.ronde
        else "Er is nog geen opschoonronde gehouden."
    )
    return (
        f"Elk jaar kijkt het bestuur van wie de termijn voorbij is. Die gegevens wist het programma. {last}"
    )
