"""The outcome of a raadpleging as an annex of a letter: its line in the list of bijlagen, and its pages after the letter."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Document, Heading, PageBreak
from huurdersapp.reports.language import clause, quoted
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.raadpleging import raadpleging_blocks
from huurdersapp.reports.values import Raadpleging


def uitslag_titel(titel: str) -> str:
    """The line of the outcome of a raadpleging among the bijlagen; with exactly this line its pages go along."""
    return f"Uitslag van de raadpleging {quoted(clause(one_line(titel)))}"


def uitslagen(
    counter: Counter, items: Iterable[tuple[Hashable, Raadpleging]], on: date
) -> dict[str, tuple[Block, ...]]:
    """The pages of each outcome by its line; the numbers are those of the letter, protected with all others in it. What
    happened after the day of the letter is not in them."""
    return {
        uitslag_titel(item.titel): tuple(raadpleging_blocks(counter, key, _until(item, on)))
        for key, item in items
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
