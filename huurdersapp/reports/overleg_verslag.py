"""The minutes of an overleg: who was there, what was said and decided for each item, and who does what.

Until they are settled each page says that they are a concept. Decisions have a number by the month of the meeting
(2020-07-B3), so that a later paper can name them.
"""

from __future__ import annotations

from huurdersapp.reports import overleg_delen as parts
from huurdersapp.reports.document import Block, Document, Heading, Paragraph, Span, Text
from huurdersapp.reports.language import clause, day_long, sentence
from huurdersapp.reports.overleg_values import OverlegPapier, Punt, mark
from huurdersapp.reports.prose import joined, one_line, plain_line, running, text_blocks, titled


def verslag_document(values: OverlegPapier) -> Document:
    """The minutes as a neutral document; what is not known is left out."""
    name = one_line(values.naam)
    blocks: list[Block] = [*parts.called_off(values), parts.facts(values), *_who(values)]
    if values.verslag.strip():
        blocks += [Heading("Verslag"), *text_blocks(values.verslag)]
    for number, item in enumerate(parts.shown(values), 1):
        blocks += _item(values, number, item)
    blocks += [*parts.refused(values), *_decisions(values), *_actions(values), *_end(values)]
    return Document(
        title=f"Verslag {name}",
        subtitle=parts.on_day(values.datum),
        author=values.organisatie.naam,
        subject=f"Verslag van {name} op {parts.on_day(values.datum)}",
        keywords=("overleg", "verslag"),
        blocks=tuple(blocks),
        mark=mark(example=values.voorbeeld, concept=not values.vastgesteld),
        footer=f"{'' if values.vastgesteld else 'Concept · '}{values.organisatie.naam}",
    )


def _who(values: OverlegPapier) -> list[Block]:
    if not values.deelnemers:
        return []
    return [*parts.people("Aanwezig", values.aanwezig), *parts.people("Afgemeld", values.afgemeld)]


def _item(values: OverlegPapier, number: int, item: Punt) -> list[Block]:
    made: list[Block] = [Heading(f"{number}. {clause(one_line(item.onderwerp))}")]
    if item.eigen:
        made.append(Paragraph(f"Ingebracht door {values.organisatie.naam}.", "note"))
    if item.over:
        made.append(Paragraph(f"Het ging over: {sentence(plain_line(item.over))}", "note"))
    if name := parts.stuk(values, item):
        made.append(Paragraph(f"Stuk: {sentence(name)}", "note"))
    made += text_blocks(item.bespreking)
    if item.besluit:
        made += titled(Span(f"Besluit {item.code}:", bold=True), text_blocks(item.besluit))
    if not item.bespreking and not item.besluit and not values.verslag:
        made.append(Paragraph("Hierover staat niets in het verslag."))
    return made


def _decisions(values: OverlegPapier) -> list[Block]:
    """All decisions together, where there are more of them: who looks one up need not read it all."""
    told = [item for item in parts.shown(values) if item.besluit]
    if len(told) < 2:
        return []
    lines: list[Text] = [
        joined(Span(f"{item.code}: ", bold=True), running(item.besluit, sentence)) for item in told
    ]
    return [Heading("De besluiten bij elkaar"), *(Paragraph(line) for line in lines)]


def _actions(values: OverlegPapier) -> list[Block]:
    if not values.acties:
        return []
    on = values.datum_papier
    title = f"Wie wat doet (stand op {day_long(on)})"
    table = parts.actions(title, values.acties, on, names=values.deelnemers)
    return [Heading("Actiepunten en toezeggingen"), *table]


def _end(values: OverlegPapier) -> list[Block]:
    told = []
    if values.volgende_op:
        told.append(f"Het volgende overleg is op {parts.on_day(values.volgende_op)}.")
    if values.vastgesteld and values.vastgesteld_op:
        told.append(f"Dit verslag is vastgesteld op {day_long(values.vastgesteld_op)}.")
    elif values.vastgesteld:
        told.append("Dit verslag is vastgesteld.")
    else:
        told.append("Dit verslag is een concept. Het is nog niet vastgesteld.")
    return [Paragraph(" ".join(told))]
