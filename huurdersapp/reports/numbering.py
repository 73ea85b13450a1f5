"""Numbers the tables and figures of a document, and lets its texts name them: "tabel 3", "figuur 2".

Done once on the document, before a writer begins, so that paper, Word and web say the same. A letter has no numbers: it
has one table at most, and its words say which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Funnel,
    Heading,
    Lines,
    Numbered,
    Paragraph,
    Picture,
    Progress,
    Shares,
    Span,
    Table,
    Text,
    Trend,
)

NUMBERED = (Table, Chart, Trend, Progress, Shares, Funnel, Picture)
"""The blocks that have a caption with a number."""
_KEYED = (Heading, Paragraph, *NUMBERED)
_SENTENCE_ENDS = (".", "!", "?", ":", "\n")


def numbered(document: Document) -> Document:
    """The document with a number for each table and figure, in the order in which they stand, and with the texts that
    name one filled in. A document that was numbered already comes back the same.
    """
    blocks = document.blocks if document.kind == "letter" else _counted(document.blocks)
    names = {block.key: _name(block) for block in blocks if isinstance(block, _KEYED) and block.key}
    blocks = tuple(_named(block, names) for block in blocks)
    if all(new is old for new, old in zip(blocks, document.blocks, strict=True)):
        return document
    return replace(document, blocks=blocks)


def caption_word(block: Numbered) -> str:
    """What it is called in its caption: "Tabel" or "Figuur"."""
    return "Tabel" if isinstance(block, Table) else "Figuur"


def caption(block: Numbered) -> str:
    """The caption in full, "Tabel 1. Knelpunten per kern"; in a letter the words alone."""
    return f"{caption_word(block)} {block.number}. {block.caption}" if block.number else block.caption


def _counted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    counts = {"Tabel": 0, "Figuur": 0}
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, NUMBERED):
            word = caption_word(block)
            counts[word] += 1
            made.append(block if block.number == counts[word] else replace(block, number=counts[word]))
        else:
            made.append(block)
    return tuple(made)


def _name(block: Block) -> str:
    """How a text names it; empty where the text says it in words of its own."""
    if isinstance(block, NUMBERED) and block.number:
        return f"{caption_word(block).lower()}\u00a0{block.number}"
    return ""


def _named(block: Block, names: Mapping[str, str]) -> Block:
    match block:
        case Paragraph():
            text = _filled(block.text, names)
            return block if text is block.text else replace(block, text=text)
        case Bullets():
            items = _all(block.items, names)
            return block if items is block.items else replace(block, items=items)
        case Lines():
            lines = _all(block.lines, names)
            return block if lines is block.lines else replace(block, lines=lines)
        case Table():
            return _named_table(block, names)
        case _:
            return block


def _named_table(table: Table, names: Mapping[str, str]) -> Table:
    rows = tuple(_all(row, names) for row in table.rows)
    totals = _all(table.totals, names) if table.totals else table.totals
    note = _filled(table.note, names) if table.note else table.note
    same = totals is table.totals and note is table.note
    if same and all(new is old for new, old in zip(rows, table.rows, strict=True)):
        return table
    return replace(table, rows=rows, totals=totals, note=note)


def _all(texts: tuple[Text, ...], names: Mapping[str, str]) -> tuple[Text, ...]:
    """The texts filled in; the same tuple where none of them names anything."""
    if not any(_refers(text) for text in texts):
        return texts
    filled = tuple(_filled(text, names) for text in texts)
    return texts if filled == texts else filled


def _refers(text: Text) -> bool:
    if isinstance(text, tuple):
        return any(isinstance(part, Span) and part.ref for part in text)
    return isinstance(text, Span) and bool(text.ref)


def _filled(text: Text, names: Mapping[str, str]) -> Text:
    if not _refers(text):
        return text
    if isinstance(text, Span):
        one = _one(text, names, begins=True)
        return text if one == text else one
    if isinstance(text, str):
        return text
    filled: list[str | Span] = []
    for before, part in pairwise(("", *text)):
        begins = _ends_sentence(before if isinstance(before, str) else before.text)
        filled.append(_one(part, names, begins) if isinstance(part, Span) and part.ref else part)
    return text if tuple(filled) == text else tuple(filled)


def _one(span: Span, names: Mapping[str, str], begins: bool) -> Span:
    """With the number where there is one; without a way to go where nothing has that key."""
    if span.ref not in names:
        return replace(span, ref="")
    name = names[span.ref]
    if not name:
        return span
    return replace(span, text=name[0].upper() + name[1:] if begins else name)


def _ends_sentence(text: str) -> bool:
    words = text.rstrip(" ")
    return not words or words.endswith(_SENTENCE_ENDS)
