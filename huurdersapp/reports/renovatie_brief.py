"""How many tenants agreed with a renovation, as a letter tells it: in sentences, building by building."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from huurdersapp.reports.document import Block, Paragraph, Span, Text
from huurdersapp.reports.language import NBSP, clause, day_long, in_words, number, quoted
from huurdersapp.reports.prose import joined, one_line
from huurdersapp.reports.renovatie_values import FEW, Gebouw, Renovatie
from huurdersapp.reports.renovatie_woorden import procent


def draagvlak_blocks(items: Sequence[Renovatie], on: date) -> list[Block]:
    """A paragraph for each renovation with what was counted on the day of the letter; nothing where there is none."""
    blocks: list[Block] = []
    for item in items:
        title = Span(quoted(clause(one_line(item.titel))), source=item.source)
        told: list[Text] = ["Bij ", title, f" telden wij op {day_long(on)} wie instemde."]
        for unit in item.gebouwen:
            if unit.huurders.waarde:
                told += _building(unit, len(item.gebouwen) > 1)
        blocks.append(Paragraph(joined(*told)))
    if any(unit.huurders.waarde and unit.ja.waarde is None for item in items for unit in item.gebouwen):
        text = f"Aantallen van één tot en met {in_words(FEW)} tonen wij niet, zodat niemand te herkennen is."
        blocks.append(Paragraph(text, "note"))
    return blocks


def _building(unit: Gebouw, several: bool) -> list[Text]:
    """Who agreed in one building, and whether that is enough by the law (BW 7:220 lid 3)."""
    where = f" In het gebouw {one_line(unit.naam)} " if several else " Er "
    one = unit.huurders.waarde == 1
    tenants = Span(number(unit.huurders.waarde or 0), source=unit.huurders.source)
    if unit.ja.waarde is None:
        told: list[Text] = [
            f"{where}{'is' if one else 'zijn'} ",
            tenants,
            " huurder." if one else " huurders.",
        ]
    else:
        verb = "stemde" if unit.ja.waarde == 1 else "stemden"
        count = Span(number(unit.ja.waarde), source=unit.ja.source)
        rest = f" huurders in ({procent(unit.percentage)})."
        told = [f"{where}{verb} ", count, " van de ", tenants, rest]
    if not unit.telt:
        return told
    needed = f" Nodig {'is' if unit.nodig == 1 else 'zijn'} er {number(unit.nodig)}"
    told.append(f"{needed}: 70{NBSP}% is {'gehaald' if unit.gehaald else 'niet gehaald'}.")
    if not unit.tien_of_meer:
        told.append(" Het gebouw heeft minder dan tien woningen, dus geldt het wettelijk vermoeden er niet.")
    return told
