"""Raadplegingen in a few lines each, for the short form of a report."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Bullets, Span, Text, plain
from huurdersapp.reports.language import clause, in_words, sentence
from huurdersapp.reports.prose import joined, one_line, running
from huurdersapp.reports.values import Raadpleging

MOST = 3
"""So many are told at most."""


def in_lines(counter: Counter, items: Sequence[Raadpleging], places: Sequence[int]) -> list[Block]:
    """Those of `items` at these places: how many answers, and the first conclusion."""
    lines: list[Text] = []
    for at in places[:MOST]:
        item = items[at]
        title = Span(clause(one_line(item.titel)), bold=True, source=item.source)
        key = (at, "respons")
        answers = counter.counted(key, "antwoord", "antwoorden") if counter.shown.knows(key) else ""
        between = joined(" (", answers, ")") if plain(answers) else ""
        said = joined(": ", running(item.conclusies[0], sentence)) if item.conclusies else "."
        lines.append(joined(title, between, said))
    if len(places) > MOST:
        lines.append(and_more(len(places) - MOST))
    return [Bullets(tuple(lines))]


def and_more(count: int) -> str:
    """What a short list leaves out."""
    return f"En nog {in_words(count)}: {'die staat' if count == 1 else 'die staan'} in het volledige rapport."
