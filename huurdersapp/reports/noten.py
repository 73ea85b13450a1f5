"""Notes: numbers behind what a report says, and the annex that tells where it comes from.

A text that counts or names records carries them (`Span.source`). From those the notes follow by themselves: "[1]" behind the
statement, "Bron: [1]" below a table, and the list of them in the annex. Key figures have none; they come again in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from huurdersapp.reports.document import Block, Bullets, Paragraph, Source, Span, Table, Text, spans
from huurdersapp.reports.language import NBSP, day_long
from huurdersapp.reports.rapport import Keuze, Onderdeel, by_key, geordend, staat_erin

SLEUTEL = "bronnen"
TITEL = "Bronnen"
_ON_A_LINE = 14
"""So many numbers and runs of numbers fit on a line of small print."""
COUNTED_ON = "Geteld op "
"""How the sentence begins that tells on which day was counted."""

Sleutels = Callable[[Source], Sequence[Hashable]]
"""Which notes a source has: sources with the same key share one."""
Woorden = Callable[[Hashable, Sequence[Source]], str]
"""What a note says, from its key and all sources that share it."""


@dataclass(slots=True)
class _Notes:
    """The notes in the order in which the paper calls them, each with the sources that share it."""

    keys: Sleutels
    sources: dict[Hashable, list[Source]] = field(default_factory=dict)

    def numbers(self, source: Source) -> list[int]:
        """The numbers of its notes; a new note gets the next one."""
        found = []
        for key in self.keys(source):
            self.sources.setdefault(key, []).append(source)
            found.append(list(self.sources).index(key) + 1)
        return found


def met_noten(
    onderdelen: Sequence[Onderdeel],
    keuzes: Iterable[Keuze],
    sleutels: Sleutels,
    woorden: Woorden,
    geteld: date,
    *,
    aan: bool = True,
) -> tuple[Onderdeel, ...]:
    """The parts with notes, and the annex with what they say. `aan`: the annex is there unless the writer leaves it out;
    without it there are no notes. Numbers go by the order in which the parts are printed."""
    chosen = by_key(keuzes)
    annex = Onderdeel(SLEUTEL, TITEL, (), bijlage=True, aan=aan)
    if not staat_erin(annex, chosen.get(SLEUTEL)):
        return (*onderdelen, annex)
    notes = _Notes(sleutels)
    made: dict[str, Onderdeel] = {}
    for part in geordend(onderdelen, chosen.values()):
        if staat_erin(part, chosen.get(part.sleutel)):
            made[part.sleutel] = replace(part, blocks=tuple(_noted(part.blocks, notes)))
    blocks = tuple(_annex(notes, woorden, geteld))
    annex = replace(annex, blocks=blocks, leeg=not notes.sources)
    return (*(made.get(part.sleutel, part) for part in onderdelen), annex)


def _noted(blocks: Iterable[Block], notes: _Notes) -> Iterator[Block]:
    """The blocks of a part; a note that stood behind a text of it does not come again."""
    seen: set[int] = set()
    for block in blocks:
        match block:
            case Paragraph():
                yield replace(block, text=_text(block.text, notes, seen))
            case Bullets():
                yield replace(block, items=tuple(_text(item, notes, seen) for item in block.items))
            case Table():
                yield _table(block, notes)
            case _:
                yield block


def _text(text: Text, notes: _Notes, seen: set[int]) -> Text:
    """The text with its marks: behind what they are about; behind all of it where that is a label ("Afspraak:")."""
    if isinstance(text, str):
        return text
    parts: list[str | Span] = []
    last: list[Span] = []
    for part in text if isinstance(text, tuple) else (text,):
        parts.append(part)
        if isinstance(part, Span) and part.source is not None and part.text.strip():
            fresh = [number for number in notes.numbers(part.source) if number not in seen]
            seen.update(fresh)
            if part.text.rstrip().endswith(":"):
                last += _marks(fresh)
            else:
                parts += _marks(fresh)
    parts += last
    return tuple(parts) if len(parts) > 1 else text


def _marks(numbers: Sequence[int]) -> Iterator[Span]:
    for place, number in enumerate(numbers):
        yield Span(f"{'' if place else NBSP}[{number}]", ref=_name(number))


def _table(table: Table, notes: _Notes) -> Table:
    numbers: set[int] = set()
    for row in (*table.rows, table.totals or ()):
        for cell in row:
            for span in spans(cell):
                if span.source is not None:
                    numbers.update(notes.numbers(span.source))
    if not numbers:
        return table
    before: tuple[str | Span, ...] = (*spans(table.note), Span(" ")) if table.note else ()
    return replace(table, note=(*before, *_below(sorted(numbers))))


def _below(numbers: Sequence[int]) -> Iterator[str | Span]:
    """The line below a table: three or more numbers in a row as "[3]–[9]"; of more than fit a line only the first."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [piece for run in runs for piece in ([run] if len(run) > 2 else [[number] for number in run])]
    yield "Bron: " if len(told) <= _ON_A_LINE else "Bron, onder andere: "
    for place, piece in enumerate(told[:_ON_A_LINE]):
        yield from [", "] if place else []
        yield Span(f"[{piece[0]}]", ref=_name(piece[0]))
        if len(piece) > 1:
            yield "–"
            yield Span(f"[{piece[-1]}]", ref=_name(piece[-1]))
    yield "."


def _annex(notes: _Notes, words: Woorden, counted: date) -> Iterator[Block]:
    if not notes.sources:
        yield Paragraph("In dit verslag staat niets dat uit onze registers is geteld.")
        return
    yield Paragraph(
        "De nummers tussen haken verwijzen naar deze lijst. Hier staat waar de cijfers en uitspraken in dit verslag "
        "vandaan komen.",
        keep_with_next=True,
    )
    for number, (key, sources) in enumerate(notes.sources.items(), 1):
        yield Paragraph((Span(f"[{number}]", bold=True), f"{NBSP}{words(key, sources)}"), key=_name(number))
    yield Paragraph(f"{COUNTED_ON}{day_long(counted)}.", "note")


def _name(number: int) -> str:
    return f"bron-{number}"
