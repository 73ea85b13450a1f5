"""Lists that reports about a theme and about a place have alike: adviezen with what came of them, and campagnes."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Paragraph, Span, Table
from huurdersapp.reports.language import aantal, capital, clause, day_short, enumeration
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.trimester_registers import REACHED
from huurdersapp.reports.trimester_values import CampagneRegel
from huurdersapp.reports.wijkrapport_values import Zaak


def advice_blocks(caption: str, items: Sequence[Zaak], secret: int) -> list[Block]:
    """Adviezen with the landlord, the day and what came of them, and how many (`secret`) are not named."""
    blocks: list[Block] = []
    if items:
        columns = (
            Column("Onderwerp", width=3),
            Column("Verhuurder", width=1.3),
            Column("Verstuurd", width=1.1),
            Column("Wat ermee gebeurde", width=2),
        )
        rows = tuple(
            (
                Span(clause(plain_line(item.wat)), source=item.source),
                one_line(item.wie) or "–",
                day_short(item.op),
                capital(plain_line(item.uitkomst)) or "–",
            )
            for item in items
        )
        blocks.append(Table(caption, columns, rows))
    if secret:
        many = aantal(secret, "advies gaat", "adviezen gaan")
        blocks.append(Paragraph(f"{capital(many)} over iets waarover wij nog niets mogen vertellen.", "note"))
    return blocks


def campaign_blocks(counter: Counter, every: Sequence[CampagneRegel], places: Sequence[int]) -> list[Block]:
    """Those campagnes of all of the period that stand at these places, with how many they reached."""
    lines = []
    for at in places:
        item = every[at]
        name = Span(clause(one_line(item.titel)), bold=True, source=item.source)
        counts = [
            joined(f"{key} ", counter.cell(("campagne", at, key)))
            for key in REACHED
            if counter.shown.knows(("campagne", at, key))
        ]
        told = [joined(", " if place else ": ", each) for place, each in enumerate(counts)]
        how = f" ({enumeration(item.vormen)})" if item.vormen else ""
        lines.append(joined(name, how, *told, "."))
    note = counter.hidden_note(("campagne", at, key) for at in places for key in REACHED)
    return [Bullets(tuple(lines)), *([Paragraph(note, "note")] if note else [])]
