"""The outcome of a raadpleging as an annex of a letter: its line in the list of bijlagen, and its pages after the letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Document, Heading, PageBreak
from huurdersapp.reports.language import clause, quoted
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.raadpleging import raadpleging_blocks
from huurdersapp.reports.values import Raadpleging


def uitslag_titels(items: Sequence[Raadpleging]) -> list[str]:
    """The line of each outcome among the bijlagen; with exactly this line its pages go along. Where two have one title the
    number of each tells them apart."""
    titles = [f"Uitslag van de raadpleging {quoted(clause(one_line(item.titel)))}" for item in items]
    return [
        f"{title} (nummer {item.nummer})" if titles.count(title) > 1 else title
        for title, item in zip(titles, items, strict=True)
    ]


def uitslagen(counter: Counter, items: Sequence[Raadpleging], on: date) -> dict[str, tuple[Block, ...]]:
    """The pages of each outcome by its line; the numbers are those of the letter (by place), protected with all others in
    it. What happened after the day of the letter is not in them."""
    return {
        title: tuple(raadpleging_blocks(counter, place, _until(item, on)))
        for place, (title, item) in enumerate(zip(uitslag_titels(items), items, strict=True))
    }


def _until(item: Raadpleging, on: date) -> Raadpleging:
    later = item.terugkoppeling_op is not None and item.terugkoppeling_op > on
    return replace(item, terugkoppeling_op=None) if later else item


def with_annexes(
    letter: Document, bijlagen: tuple[str, ...], pages: Mapping[str, tuple[Block, ...]]
) -> Document:
    """The letter with the pages of each of its bijlagen that has any; each begins on a new page, by its number."""
    blocks: list[Block] = list(letter.blocks)
    for place, text in enumerate(bijlagen, 1):
        if found := pages.get(one_line(text)):
            title = "Bijlage" if len(bijlagen) == 1 else f"Bijlage {place}"
            blocks += [PageBreak(), Heading(title), *found]
    return replace(letter, blocks=tuple(blocks))
