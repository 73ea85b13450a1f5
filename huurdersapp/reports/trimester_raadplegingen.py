"""The achterbanraadplegingen in the trimesterverslag: how many answered, and what came out. How it was asked, and the answers
per question, stand in an annex."""

from __future__ import annotations

from collections.abc import Iterable

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import capital, clause, day_short, sentence
from huurdersapp.reports.prose import one_line, running
from huurdersapp.reports.raadpleging import response_share
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import Raadpleging

NONE = "Er waren in deze periode geen achterbanraadplegingen."


def raadplegingen_blocks(counter: Counter, values: TrimesterValues) -> list[Block]:
    """All raadplegingen in one table, and of each its conclusions."""
    blocks: list[Block] = [Heading("Achterbanraadplegingen")]
    if not values.raadplegingen:
        return [*blocks, Paragraph(NONE)]
    blocks.append(_table(counter, values))
    for item in values.raadplegingen:
        if item.conclusies or item.minderheid:
            blocks.append(Heading(clause(one_line(item.titel)), 2))
            blocks += _told(item)
    return blocks


def _told(item: Raadpleging) -> Iterable[Block]:
    if item.conclusies:
        yield Bullets(tuple(running(text, sentence) for text in item.conclusies))
    if item.minderheid:
        yield Paragraph(Span("Wat een minderheid vond:", bold=True), keep_with_next=True)
        yield Bullets(tuple(running(text, sentence) for text in item.minderheid))


def _table(counter: Counter, values: TrimesterValues) -> Table:
    columns = (
        Column("Onderwerp", width=3.2),
        Column("Hoe", width=1.6),
        Column("Tot en met", width=1.2),
        Column("Uitgenodigd", "right", 1.1),
        Column("Antwoorden", "right", 1.1),
        Column("Respons", "right"),
    )
    rows: list[tuple[Text, ...]] = [
        (
            Span(clause(one_line(item.titel)), source=item.source),
            capital(", ".join(item.methoden)) or "–",
            day_short(item.tot or item.van),
            counter.cell((place, "uitgenodigd"), item.uitgenodigd, "aantal uitgenodigd"),
            counter.cell((place, "respons"), item.respons, "aantal antwoorden"),
            response_share(counter, place) or "–",
        )
        for place, item in enumerate(values.raadplegingen)
    ]
    keys = [(place, what) for place in range(len(rows)) for what in ("uitgenodigd", "respons")]
    note = counter.hidden_note(keys) or None
    return Table("Achterbanraadplegingen in deze periode", columns, tuple(rows), note=note)
