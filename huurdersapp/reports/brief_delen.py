"""From facts and a template to the parts of a letter: each as text that can be rewritten, and as blocks to print.

A part that nobody rewrote is printed from blocks, so that its numbers keep the records behind them; its text has the
same words. What was rewritten is read as any typed text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from huurdersapp.base import markup, paths
from huurdersapp.base.markup import Line, Piece
from huurdersapp.base.sjabloon import Blok, Sjabloon, Value, parse
from huurdersapp.records.brief_velden import BIJLAGEN, DELEN, KOPIE, velden
from huurdersapp.reports.brief import BriefDeel, BriefValues
from huurdersapp.reports.document import Block, Bullets, Heading, Paragraph, Text, plain, spans
from huurdersapp.reports.language import in_words
from huurdersapp.reports.prose import text_blocks

_STAR = re.compile(r"(\\*)\*")


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is known: `words` for in a sentence, `blocks` for a line of its own. `days` are the names of facts that
    follow from the day of the letter alone: a letter that is a day older did not change for that."""

    words: Mapping[str, Value]
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    days: frozenset[str] = frozenset()

    def values(self, *, timeless: bool = False) -> dict[str, Value]:
        """All facts as a template takes them; `timeless` without those of the day of the letter."""
        said = {**self.words, **{name: as_text(blocks) for name, blocks in self.blocks.items()}}
        return {name: value for name, value in said.items() if not (timeless and name in self.days)}


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What the program proposes for a part: heading, text, and the same as blocks. `basis` is the text without what
    follows from the day of the letter, to compare with later."""

    key: str
    kop: str
    tekst: str
    basis: str
    blokken: tuple[Block, ...]


def voorstellen(sjabloon: Sjabloon, feiten: Feiten) -> list[Voorstel]:
    """A proposal for each part of the template, also for those that are empty with these facts."""
    values, timeless = feiten.values(), feiten.values(timeless=True)
    return [
        Voorstel(
            key,
            sjabloon.heading(key, values, in_words),
            sjabloon.fill(key, values, in_words),
            sjabloon.fill(key, timeless, in_words),
            tuple(bound(_blocks(sjabloon, key, feiten, values))),
        )
        for key in sjabloon.parts
    ]


def _blocks(sjabloon: Sjabloon, key: str, feiten: Feiten, values: Mapping[str, Value]) -> list[Block]:
    found: list[Block] = []
    for item in sjabloon.blocks(key, values, in_words):
        if isinstance(item, Blok):
            ready = feiten.blocks.get(item.field)
            found += ready if ready is not None else text_blocks(str(values[item.field]))
        else:
            found += text_blocks(item)
    return found


def bound(blocks: Iterable[Block]) -> list[Block]:
    """The blocks; one that ends with a colon stays with what it announces."""
    found = list(blocks)
    for place, block in enumerate(found[:-1]):
        if isinstance(block, Paragraph) and plain(block.text).rstrip().endswith(":"):
            found[place] = replace(block, keep_with_next=True)
    return found


def typed_blocks(text: str) -> tuple[Block, ...]:
    """A part that somebody rewrote."""
    return tuple(bound(text_blocks(text)))


def with_parts(
    letter: BriefValues, sjabloon: Sjabloon, feiten: Feiten, eigen: Mapping[str, str] | None = None
) -> BriefValues:
    """The letter with its parts: `eigen` are those that somebody rewrote, by their keys; a list of bijlagen or copies has
    an item on each line. An empty one is left out."""
    own = eigen or {}
    parts = [
        BriefDeel(item.kop, blokken=typed_blocks(own[item.key]) if item.key in own else item.blokken)
        for item in voorstellen(sjabloon, feiten)
    ]
    return replace(
        letter,
        delen=tuple(parts),
        bijlagen=items(own[BIJLAGEN]) if BIJLAGEN in own else letter.bijlagen,
        kopie_aan=items(own[KOPIE]) if KOPIE in own else letter.kopie_aan,
    )


def items(text: str) -> tuple[str, ...]:
    """The items of a list that was written one on a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


@cache
def eigen_tekst(soort: str) -> str:
    """The text of the program's own template of this kind of letter; "" where it has none."""
    path = paths.own("resources") / "brieven" / f"{soort}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@cache
def eigen_sjabloon(soort: str) -> Sjabloon:
    """The program's own template of this kind of letter; without parts where it has none."""
    text = eigen_tekst(soort)
    return parse(text, velden(soort), DELEN, name=f"{soort}.txt") if text else Sjabloon({})


def as_fact(text: str) -> str:
    """A typed text for in a sentence: one line, whose stars mean themselves."""
    return _STAR.sub(lambda found: found[1] * 2 + r"\*", " ".join(text.split()))


def as_text(blocks: Iterable[Block]) -> str:
    """Blocks as text with the signs of `base.markup`: the words that they print."""
    return "\n\n".join(filter(None, map(_as_text, blocks)))


def _as_text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return markup.write(_lines(block.text))
    if isinstance(block, Bullets):
        kind: markup.Kind = "number" if block.numbered else "bullet"
        return markup.write(Line(_pieces(item), kind) for item in block.items)
    return markup.write(_lines(block.text)) if isinstance(block, Heading) else ""


def _pieces(text: Text) -> tuple[Piece, ...]:
    return tuple(Piece(span.text, span.bold, span.italic) for span in spans(text))


def _lines(text: Text) -> list[Line]:
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(text):
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append(replace(piece, text=part))
    return [Line(tuple(pieces)) for pieces in lines if pieces]
