"""The short form of the trimesterverslag: what deserves a line each, so that it stays within two pages."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Column, Paragraph, Span, Table, Text
from huurdersapp.reports.language import aantal, capital, clause, day_long, enumeration, in_words
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.raadpleging import response_share
from huurdersapp.reports.trimester_overig import fate
from huurdersapp.reports.trimester_values import AdviesRegel, TrimesterValues

RAADPLEGINGEN, ADVIEZEN, KNELPUNTEN = 2, 2, 1
"""So many of each have a line; how many more there are is told."""


def highlights_in_short(counter: Counter, values: TrimesterValues) -> list[Block]:
    """The raadplegingen, adviezen and collective knelpunten in a row each, and where the rest stands."""
    rows = [*_raadplegingen(counter, values), *_adviezen(values), *_knelpunten(values)]
    explained = Paragraph(_explained(values), "note")
    if not rows:
        return [explained]
    columns = (
        Column("Wat", width=1),
        Column("Onderwerp", width=3.4),
        Column("Hoe het ervoor staat", width=2),
    )
    table = Table("Raadplegingen, adviezen en knelpunten", columns, tuple(rows))
    return [table, explained]


def _raadplegingen(counter: Counter, values: TrimesterValues) -> Iterator[tuple[Text, ...]]:
    for place, item in enumerate(values.raadplegingen[:RAADPLEGINGEN]):
        answers: Text = "niet vastgelegd"
        if counter.shown.knows((place, "respons")):
            share = response_share(counter, place)
            told = counter.counted((place, "respons"), "antwoord", "antwoorden")
            answers = joined(told, f" ({share})" if share else "")
        yield "Raadpleging", Span(clause(one_line(item.titel)), source=item.source), answers


def _sent(values: TrimesterValues) -> list[AdviesRegel]:
    return [item for item in values.adviezen if not item.geheim and item.verstuurd_op][:ADVIEZEN]


def _adviezen(values: TrimesterValues) -> Iterator[tuple[Text, ...]]:
    for item in _sent(values):
        subject = Span(capital(clause(one_line(item.onderwerp))), source=item.source)
        yield "Advies", subject, capital(fate(item).partition(" (")[0])


def _knelpunten(values: TrimesterValues) -> Iterator[tuple[Text, ...]]:
    for item in values.uitgelicht[:KNELPUNTEN]:
        title = Span(clause(plain_line(item.titel)), source=item.source)
        yield "Knelpunt", title, capital(clause(item.status)) or "–"


def _left_out(values: TrimesterValues) -> str:
    left = (
        (len(values.raadplegingen) - RAADPLEGINGEN, "raadpleging", "raadplegingen"),
        (len(values.adviezen) - len(_sent(values)), "advies", "adviezen"),
        (len(values.uitgelicht) - KNELPUNTEN, "knelpunt", "knelpunten"),
    )
    told = [aantal(count, singular, plural) for count, singular, plural in left if count > 0]
    return f" In het volledige verslag staan ook nog {enumeration(told)}." if told else ""


def _explained(values: TrimesterValues) -> str:
    small = values.small
    text = f"De cijfers komen uit onze administratie op {day_long(values.gemaakt_op)}."
    if small.active:
        text += (
            f" ‘{small.small_text}’ is een aantal personen, huishoudens of woningen van één tot en met "
            f"{in_words(small.hide_below - 1)}; ‘x’ en een streepje staan waar een cijfer te veel zou zeggen."
        )
    if values.los:
        text += " Leg dit verslag niet naast dat van een trimester of een jaar."
    return text + _left_out(values)
