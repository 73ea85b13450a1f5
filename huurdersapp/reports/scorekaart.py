"""The scorecard on paper: what landlords did with our adviezen over the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Source,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import day_long, number
from huurdersapp.reports.prose import one_line

ADVIEZEN: tuple[tuple[str, str], ...] = (
    ("totaal", "Adviezen"),
    ("reactie:gevolgd", "Gevolgd"),
    ("reactie:deels", "Deels"),
    ("reactie:niet", "Niet"),
    ("reactie:geen", "Geen reactie"),
    ("reactie:", "Nog niets"),
)
"""The columns about adviezen, by the key of their number."""
VOORWAARDEN: tuple[tuple[str, str], ...] = (
    ("voorwaarden", "Gesteld"),
    ("voorwaarden:overgenomen", "Geheel"),
    ("voorwaarden:deels", "Deels"),
    ("voorwaarden:niet", "Niet"),
    ("voorwaarden:", "Nog niets"),
    ("voorwaarden_voldaan", "Voldaan"),
)
TERMIJNEN: tuple[tuple[str, str], ...] = (
    ("termijn:ja", "Onze brief was op tijd"),
    ("termijn:omstreden", "Onze brief was volgens ons op tijd"),
    ("termijn:nee", "Onze brief was te laat"),
    ("redenen:op_tijd", "De verhuurder gaf zijn redenen op tijd"),
    ("redenen:te_laat", "De verhuurder gaf zijn redenen te laat"),
    ("redenen:uitgebleven", "De verhuurder gaf geen redenen, en de dag daarvoor is voorbij"),
    ("voorwaarden_laat", "Voorwaarden na de afgesproken dag voldaan, of nog niet"),
)


@dataclass(frozen=True, slots=True)
class ScoreGetal:
    """A number with the list behind it."""

    waarde: int
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ScoreRij:
    """The numbers of one row, by their keys."""

    naam: str
    getallen: Mapping[str, ScoreGetal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScorekaartValues:
    """What the scorecard says. `uitkomsten` are the outcomes that occur, with their number; `groepen` have a title, the
    head of their first column and rows."""

    organisatie: str
    jaren: str
    totaal: ScoreRij
    uitkomsten: tuple[tuple[str, ScoreGetal], ...] = ()
    groepen: tuple[tuple[str, str, tuple[ScoreRij, ...]], ...] = ()
    verhuurder: str = ""
    datum: date | None = None
    voorbeeld: bool = False


def scorekaart_document(values: ScorekaartValues) -> Document:
    """The scorecard as a neutral document."""
    about = f"{one_line(values.verhuurder)} · {values.jaren}" if values.verhuurder else values.jaren
    blocks = list(_blocks(values))
    return Document(
        title="Wat er met onze adviezen gebeurde",
        subtitle=about,
        author=values.organisatie,
        subject=f"Adviezen aan verhuurders, {about}",
        keywords=("advies", "Overlegwet"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=" · ".join(filter(None, (values.organisatie, day_long(values.datum) if values.datum else ""))),
    )


def _blocks(values: ScorekaartValues) -> Iterator[Block]:
    if not values.totaal.getallen or values.totaal.getallen["totaal"].waarde == 0:
        yield Paragraph("In deze jaren is er geen advies verstuurd.")
        return
    yield KeyFigures(
        tuple(
            KeyFigure(_span(values.totaal, key), label)
            for key, label in (
                ("totaal", "adviezen"),
                ("reactie:gevolgd", "gevolgd"),
                ("reactie:deels", "deels gevolgd"),
                ("reactie:niet", "niet gevolgd"),
            )
        )
    )
    yield Paragraph(
        "Het gaat om adviezen, antwoorden op verzoeken om instemming en ongevraagde adviezen die zijn verstuurd. Op "
        "‘geen bezwaar’ en op een onthouding hoeft een verhuurder niets te zeggen.",
        "note",
    )
    yield Heading("Wat wij adviseerden")
    yield Bullets(tuple(_line(name, found) for name, found in values.uitkomsten))
    for title, head, rows in values.groepen:
        yield Heading(title)
        yield _table("Wat de verhuurder deed", head, ADVIEZEN, rows)
        asked = tuple(row for row in rows if row.getallen["voorwaarden"].waarde)
        if asked:
            yield _table("Onze voorwaarden: wat ervan is overgenomen en voldaan", head, VOORWAARDEN, asked)
    kept = tuple((label, values.totaal.getallen[key]) for key, label in TERMIJNEN)
    if any(found.waarde for _label, found in kept):
        yield Heading("Op tijd of te laat")
        yield Bullets(tuple(_line(label, found) for label, found in kept if found.waarde))


def _line(name: str, found: ScoreGetal) -> Text:
    return (f"{one_line(name)}: ", Span(number(found.waarde), source=found.source))


def _span(row: ScoreRij, key: str) -> Span:
    found = row.getallen[key]
    return Span(number(found.waarde), source=found.source)


def _table(
    caption: str, head: str, columns: tuple[tuple[str, str], ...], rows: tuple[ScoreRij, ...]
) -> Table:
    return Table(
        caption,
        (Column(head, width=3), *(Column(label, "right", 1.1) for _key, label in columns)),
        tuple((one_line(row.naam), *(_span(row, key) for key, _label in columns)) for row in rows),
    )
