"""The prestatieafspraken of a year: what the overviews of the parties hold that was agreed, with an outlook.

They are "de optelsom van activiteiten uit de afzonderlijke activiteitenoverzichten", with an outlook of three years
(Lokaal Akkoord Emmen 2019-2024).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import day_long, money, number, sentence
from huurdersapp.reports.overzicht_tabellen import NO_THEME, NONE, named, sums
from huurdersapp.reports.overzicht_values import (
    AfspraakPartij,
    OverzichtJaar,
    OverzichtRegel,
    OverzichtThema,
    PrestatieafsprakenValues,
)
from huurdersapp.reports.prose import joined, one_line, running

RIGHT = (
    "Het recht op advies van de huurdersorganisatie blijft altijd gelden, ook als partijen het naast deze afspraken "
    "niet gebruiken (Wet op het overleg huurders verhuurder, artikel 3 tot en met 5, tekst van 27 juli 2015)."
)


def prestatieafspraken_document(values: PrestatieafsprakenValues) -> Document:
    """The agreements as a neutral document: party by party, theme by theme, then the right of advice."""
    ahead = values.jaren[-1] if values.jaren else values.jaar
    outlook = f", met een doorkijk tot en met {ahead}" if ahead > values.jaar else ""
    blocks: list[Block] = [
        Paragraph(f"Dit spraken partijen af voor {values.jaar}{outlook}.", "lead"),
        Paragraph(
            "In de kolom van een jaar staat wat is gepland. Wat al is gehaald, staat erachter.", "note"
        ),
    ]
    for party in values.partijen:
        blocks += _party(party, values)
    blocks += _advice(values.partijen)
    return Document(
        title=f"Prestatieafspraken {values.jaar}",
        subtitle=one_line(values.akkoord),
        author=values.organisatie or one_line(values.akkoord),
        subject=f"Prestatieafspraken {values.jaar}",
        keywords=("prestatieafspraken", "lokaal akkoord"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=" · ".join(filter(None, (values.organisatie, day_long(values.datum) if values.datum else ""))),
    )


def _party(party: AfspraakPartij, values: PrestatieafsprakenValues) -> Iterator[Block]:
    name = one_line(party.naam)
    yield Heading(name)
    if not party.aangeleverd:
        until = f" Het overzicht werd verwacht op {day_long(party.verwacht_op)}." if party.verwacht_op else ""
        yield Paragraph(f"Niet aangeleverd.{until}")
        return
    if not any(theme.regels for theme in party.themas):
        yield Paragraph(f"Van {name} staat nog niets in de prestatieafspraken.")
        return
    if party.vastgesteld_op:
        yield Paragraph(f"Vastgesteld op {day_long(party.vastgesteld_op)}.")
    for theme in party.themas:
        if theme.regels:
            yield _table(name, theme, values.jaren)
    if party.sommen:
        yield sums(f"{name}: samen", party.sommen)


def _table(name: str, theme: OverzichtThema, years: Sequence[int]) -> Table:
    title = one_line(theme.naam) or NO_THEME
    columns = (Column("Afspraak", width=2.4), *(Column(str(year), "right", 1.2) for year in years))
    rows = tuple(
        (Span(named(line), source=line.source), *(_cell(line, year) for year in years))
        for line in theme.regels
    )
    return Table(f"{name}: {title}", columns, rows)


def _cell(line: OverzichtRegel, year: int) -> Text:
    found = next((item for item in line.jaren if item.jaar == year), None)
    if found is None:
        return NONE
    return "; ".join(_said(found, one_line(line.eenheid))) or NONE


def _said(year: OverzichtJaar, unit: str) -> Iterator[str]:
    if year.aantal is not None:
        yield f"{number(year.aantal)} {unit}".strip()
    if year.bedrag is not None:
        yield money(year.bedrag)
    if year.aantal_gedaan is not None:
        yield f"gehaald {number(year.aantal_gedaan)}"
    if year.bedrag_gedaan is not None:
        yield f"besteed {money(year.bedrag_gedaan)}"


def _advice(parties: Sequence[AfspraakPartij]) -> Iterator[Block]:
    told: list[Text] = []
    for party in parties:
        if party.adviesrecht:
            on = f" (afgesproken op {day_long(party.adviesrecht_op)})" if party.adviesrecht_op else ""
            said: Text = f"{one_line(party.naam)}: {one_line(party.adviesrecht).lower()}{on}."
            if party.adviesrecht_reden:
                said = joined(said, " ", running(party.adviesrecht_reden, sentence))
            told.append(said)
    if told:
        yield Heading("Adviesrecht")
        yield Paragraph("Gebruiken wij het adviesrecht naast deze afspraken?", keep_with_next=True)
        yield Bullets(tuple(told))
        yield Paragraph(RIGHT, "note")
