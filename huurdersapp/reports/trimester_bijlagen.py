"""The annexes of the trimesterverslag: raadplegingen, adviezen and their fate, and promises that were not kept."""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import (
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    enumeration,
    overdue,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.raadpleging import raadpleging_blocks
from huurdersapp.reports.trimester_overig import fate, overdue_promises, reference_day, secret_adviezen
from huurdersapp.reports.trimester_values import AdviesRegel, TrimesterValues, VoorwaardeRegel


def raadplegingen_annex(counter: Counter, values: TrimesterValues) -> list[Block]:
    """Of each raadpleging how people were asked, how many answered, and the answers per question."""
    blocks: list[Block] = []
    for place, item in enumerate(values.raadplegingen):
        if item.nummer not in values.geheim:
            # Its conclusions stand in the chapter.
            blocks += raadpleging_blocks(counter, place, replace(item, conclusies=(), minderheid=()))
    return blocks or [Paragraph("Er waren in deze periode geen achterbanraadplegingen.")]


def adviezen_annex(values: TrimesterValues) -> list[Block]:
    """Of each advies what we said, what the landlord did with it and why, and what became of each condition."""
    blocks: list[Block] = []
    for item in values.adviezen:
        if not item.geheim:
            blocks += _advies(item, values)
    if secret := sum(item.geheim for item in values.adviezen):
        blocks.append(Paragraph(secret_adviezen(secret), "note"))
    return blocks or [Paragraph("Wij hebben in deze periode geen adviezen uitgebracht.")]


def _advies(item: AdviesRegel, values: TrimesterValues) -> list[Block]:
    facts: list[Text] = [f"Aan: {one_line(item.verhuurder)}." if item.verhuurder else "Aan: niet ingevuld."]
    said = f"Ons advies: {item.uitkomst or 'nog niet uitgebracht'}"
    if item.verstuurd_op and not item.uitkomst:
        said = capital(item.soort)
    sent = f", verstuurd op {day_long(item.verstuurd_op)}" if item.verstuurd_op else ""
    facts.append(joined(Span(said, source=item.source), f"{sent}."))
    if item.verstuurd_op:
        facts.append(f"De verhuurder: {sentence(fate(item))}")
    if item.redenen:
        facts.append(joined("Zijn redenen: ", running(item.redenen, sentence)))
    blocks: list[Block] = [Heading(capital(clause(one_line(item.onderwerp))), 2), Bullets(tuple(facts))]
    if item.lijst:
        columns = (
            Column("Voorwaarde", width=3),
            Column("Uiterlijk", width=1),
            Column("De verhuurder zei", width=1.5),
            Column("Voldaan", width=1),
        )
        rows = tuple(_condition(line, values) for line in item.lijst)
        about = clause(one_line(item.onderwerp))
        blocks.append(Table(f"Voorwaarden bij het advies over {about}", columns, rows))
    return blocks


def _condition(line: VoorwaardeRegel, values: TrimesterValues) -> tuple[Text, ...]:
    answer = capital(line.reactie) or "Nog niets"
    if line.reden:
        answer = f"{sentence(answer)} {sentence(plain_line(line.reden))}"
    met = day_short(line.voldaan_op, "")
    if not met:
        late = line.uiterlijk is not None and line.uiterlijk < reference_day(values)
        met = "niet, te laat" if late and line.reactie != "niet overgenomen" else "nog niet"
    return plain_line(line.tekst), day_short(line.uiterlijk), answer, met


def toezeggingen_annex(values: TrimesterValues) -> list[Block]:
    """The promises whose day has passed: who, what, since when, how late, and where it came up again."""
    late = overdue_promises(values)
    day = reference_day(values)
    if not late:
        return [Paragraph(f"Op {day_long(day)} was er geen toezegging van een andere partij te laat.")]
    columns = (
        Column("Wie", width=1.2),
        Column("Wat", width=2.6),
        Column("Toegezegd", width=1.6),
        Column("Uiterlijk", width=1.1),
        Column("Hoe laat", width=1.3),
        Column("Opnieuw besproken", width=1.8),
    )
    rows = tuple(
        (
            one_line(item.wie),
            Span(capital(clause(one_line(item.wat))), source=item.source),
            day_short(item.toegezegd_op) + (f", {one_line(item.overleg)}" if item.overleg else ""),
            day_short(item.uiterlijk),
            overdue(item.uiterlijk, day) if item.uiterlijk else "–",
            capital(enumeration(item.weer)) or "niet",
        )
        for item in sorted(late, key=lambda item: (item.uiterlijk or day, item.wie))
    )
    count = aantal(len(late), "toezegging", "toezeggingen")
    intro = f"Op {day_long(day)} {'was' if len(late) == 1 else 'waren'} {count} te laat."
    return [Paragraph(intro, keep_with_next=True), Table(f"Niet nagekomen op {day_long(day)}", columns, rows)]
