"""The full report of a raadpleging: how people were asked, who answered, what came out, and what it does not say.

Sums that do not come out are shown beside what was told, and nothing is mended. All counts of persons go through one
check for small numbers, the same as for the result sheet, so that both may lie side by side.
"""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import (
    capital,
    clause,
    day_long,
    days_between,
    in_words,
    number,
    quoted,
    sentence,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running
from huurdersapp.reports.raadpleging import accuracy, fact_rows, followed, response_share, sourced
from huurdersapp.reports.raadpleging_cijfers import KEY, counter_of
from huurdersapp.reports.raadpleging_groepen import group_blocks
from huurdersapp.reports.raadpleging_kanalen import channel_blocks
from huurdersapp.reports.raadpleging_uitslag import question_blocks, quotations
from huurdersapp.reports.raadpleging_values import RaadplegingverslagValues
from huurdersapp.reports.small_numbers import HIDDEN
from huurdersapp.reports.values import Raadpleging

ANONIMITEIT = {
    "op_naam": "Er is naar namen gevraagd. In dit verslag staan geen namen.",
    "naar_keuze": "Wie antwoordde, koos zelf of zijn naam erbij kwam. In dit verslag staan geen namen.",
    "altijd_anoniem": "Er is niet naar namen gevraagd.",
}
_LISTED_FROM = 4
"""A report with so many questions has a contents list."""


def raadplegingverslag_document(values: RaadplegingverslagValues) -> Document:
    """The report as a neutral document; what is not known says so or stays away."""
    item = values.raadpleging
    counter = counter_of(item, values.small)
    blocks: list[Block] = [_about(values), *_in_short(counter, item)]
    if len(item.vragen) >= _LISTED_FROM:
        blocks.append(Contents())
    blocks += _account(counter, item)
    blocks += _outcomes(counter, item)
    blocks += _said(item)
    blocks += [Heading("Vaststelling en terugkoppeling"), Paragraph(_followed(values))]
    if item.bijlagen:
        blocks += [Heading("Bijlagen"), Bullets(tuple(map(one_line, item.bijlagen)), numbered=True)]
    blocks += explanation(counter, "dit verslag")
    title = clause(one_line(item.titel))
    return Document(
        title="Raadplegingverslag",
        subtitle=title,
        author=values.afzender.naam,
        subject=f"Verslag van de achterbanraadpleging {quoted(title)}",
        keywords=("achterbanraadpleging", "verslag"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=f"{'Concept · ' if values.concept else ''}{values.afzender.naam}",
    )


def _followed(values: RaadplegingverslagValues) -> str:
    """What happened with the outcome until the day of the report, and what is planned."""
    item, planned = values.raadpleging, ""
    if item.terugkoppeling_op and item.terugkoppeling_op > values.datum:
        planned = f" De terugkoppeling is gepland op {day_long(item.terugkoppeling_op)}."
        item = replace(item, terugkoppeling_op=None)
    return f"{followed(item)}{planned}"


def _about(values: RaadplegingverslagValues) -> Lines:
    item = values.raadpleging
    lines: list[Text] = [f"Van: {values.afzender.naam}"]
    if item.nummer:
        lines.append(joined("Nummer: ", Span(item.nummer, source=item.source)))
    if item.van:
        lines.append(f"Gehouden: {days_between(item.van, item.tot or item.van)}")
    lines.append(f"Gemaakt op: {day_long(values.datum)}")
    lines.append(
        f"Versie: {'concept' if values.concept else 'vastgesteld' if item.vastgesteld_op else 'voorlopig'}"
    )
    return Lines(tuple(lines))


def _in_short(counter: Counter, item: Raadpleging) -> list[Block]:
    figures = []
    for what, label in (("uitgenodigd", "uitgenodigd"), ("respons", "antwoorden")):
        if counter.shown.knows((KEY, what)):
            figures.append(KeyFigure(sourced(counter.cell((KEY, what)), item.source), label))
    share = response_share(counter, KEY)
    if share:
        figures.append(KeyFigure(Span(share, source=item.source), "respons"))
    blocks: list[Block] = [Heading("In het kort")]
    if figures:
        blocks.append(KeyFigures(tuple(figures)))
    question = item.hoofdvraag or item.doel
    if question:
        label = "Wat wij wilden weten: " if item.hoofdvraag else "Doel: "
        blocks.append(Paragraph(joined(Span(label, bold=True), running(question, sentence))))
    blocks.append(
        Paragraph((Span("Hoe zeker is het: ", bold=True), capital(sentence(accuracy(counter, KEY, item)))))
    )
    if item.conclusies:
        blocks.append(Paragraph(Span("Conclusies:", bold=True), keep_with_next=True))
        blocks.append(Bullets(tuple(running(text, sentence) for text in item.conclusies)))
    return blocks


def _account(counter: Counter, item: Raadpleging) -> list[Block]:
    rows = fact_rows(counter, KEY, item)
    before = sum(row[0] == "Doel" for row in rows)
    if item.hoofdvraag:
        rows.insert(before, ("Hoofdvraag", running(item.hoofdvraag, sentence)))
        before += 1
    if item.overleg:
        rows.insert(before, ("Gebruikt in", capital(sentence(plain_line(item.overleg)))))
    if item.anonimiteit:
        rows.append(("Namen", ANONIMITEIT[item.anonimiteit]))
    if item.aanwezigen.waarde is not None:
        rows.append(("Aanwezig", sourced(counter.cell((KEY, "aanwezigen")), item.source)))
    if item.organisaties_aanwezig:
        rows.append(("Organisaties", sentence(plain_line(item.organisaties_aanwezig))))
    columns = (Column("Onderdeel", width=1), Column("Wat is vastgelegd", width=3))
    blocks: list[Block] = [Heading("Verantwoording"), Table("Zo is geraadpleegd", columns, tuple(rows))]
    blocks += channel_blocks(counter, item)
    groups = group_blocks(counter, item)
    return [*blocks, Heading("Wie antwoordde", 2), *groups] if groups else blocks


def _outcomes(counter: Counter, item: Raadpleging) -> list[Block]:
    blocks: list[Block] = [Heading("Uitkomst per vraag")]
    if not item.vragen:
        blocks.append(Paragraph("Van deze raadpleging zijn geen vragen vastgelegd."))
    for place in range(len(item.vragen)):
        blocks += question_blocks(counter, item, place)
    if item.citaten:
        blocks += [Heading("In eigen woorden", 2), *quotations(item.citaten)]
    return blocks


def _said(item: Raadpleging) -> list[Block]:
    """Conclusions, who thought otherwise, and what may not be concluded; absence is told too."""
    parts = (
        ("Conclusies", item.conclusies, "Er zijn geen conclusies vastgelegd."),
        ("Wat een minderheid vond", item.minderheid, "Er zijn geen afwijkende meningen vastgelegd."),
        ("Wat deze raadpleging niet zegt", item.beperkingen, "Er zijn geen beperkingen vastgelegd."),
    )
    blocks: list[Block] = []
    for title, texts, nothing in parts:
        blocks.append(Heading(title))
        points = tuple(running(text, sentence) for text in texts)
        blocks.append(Bullets(points) if points else Paragraph(nothing))
    return blocks


def explanation(counter: Counter, where: str) -> list[Block]:
    """How the figures of a paper are to be read: small counts, percentages, rounding."""
    small = counter.shown.settings
    parts = []
    if counter.shown.any_small() or counter.shown.any_hidden():
        parts.append(
            f"‘{small.small_text}’ is een aantal van één tot en met {in_words(small.hide_below - 1)}. ‘{HIDDEN}’ is "
            f"een cijfer waaruit zo’n aantal te berekenen is. Die tonen wij in {where} niet, zodat niemand te "
            "herkennen is. Waar ook dat te veel zou zeggen, staat een streepje."
        )
    parts.append(
        f"Percentages van antwoorden geven wij vanaf {number(small.answers_from)} antwoorden. Wij ronden gewoon af."
    )
    return [Heading("Uitleg bij de cijfers"), Paragraph(" ".join(parts))]
