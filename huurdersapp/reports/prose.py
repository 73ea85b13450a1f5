"""Texts that people typed, as blocks: paragraphs and simple lists, with words in bold or italic (`base.markup`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from huurdersapp.base import markup
from huurdersapp.base.markup import Line, Piece
from huurdersapp.reports.document import Block, Bullets, Paragraph, Span, Text


def text_blocks(text: str) -> list[Block]:
    """The text in the order in which it was typed: paragraphs, and lists of lines with a dash or a number.

    An empty line ends a block, and so does a change from text to list or back. The lines of one paragraph stay lines.
    """
    blocks: list[Block] = []
    for empty, part in groupby(markup.read(text), key=lambda line: not line.pieces):
        if not empty:
            blocks += _part(part)
    return blocks


def _part(lines: Iterable[Line]) -> list[Block]:
    runs = [(kind, list(run)) for kind, run in groupby(lines, key=lambda line: line.kind)]
    blocks: list[Block] = []
    for place, (kind, run) in enumerate(runs, 1):
        if kind == "text":
            broken = [line.pieces if not at else (Piece("\n"), *line.pieces) for at, line in enumerate(run)]
            text = _text(piece for pieces in broken for piece in pieces)
            blocks.append(Paragraph(text, keep_with_next=place < len(runs)))
        else:
            blocks.append(Bullets(tuple(_text(line.pieces) for line in run), numbered=kind == "number"))
    return blocks


def _text(pieces: Iterable[Piece]) -> Text:
    """Pieces as a text of the document: one string where nothing has a look."""
    parts: list[str | Span] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.bold or piece.italic:
            parts.append(Span(piece.text, bold=piece.bold, italic=piece.italic))
        elif parts and isinstance(last := parts[-1], str):
            parts[-1] = last + piece.text
        else:
            parts.append(piece.text)
    words = [part for part in parts if isinstance(part, str)]
    return "".join(words) if len(words) == len(parts) else tuple(parts)


def titled(title: Span, blocks: list[Block]) -> list[Block]:
    """The blocks with a title: at the head of the first paragraph, or on its own line above a list."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        return [replace(first, text=joined(title, " ", first.text)), *blocks[1:]]
    return [Paragraph(title, keep_with_next=bool(blocks)), *blocks]


def one_line(text: str) -> str:
    """A text for a table cell or a line: without line breaks."""
    return " ".join(text.split())


def plain_line(text: str) -> str:
    """A long text for a table cell or a title: without line breaks, bold and italic."""
    return one_line(markup.words(text))


def running(text: str, change: Callable[[str], str]) -> Text:
    """A long text on one line, as a sentence of ours: `change` is `sentence` or `clause`.

    Bold and italic stay when `change` only adds or takes away something at the end.
    """
    plain = plain_line(text)
    changed = change(plain)
    kept = min(len(plain), len(changed))
    if not changed.startswith(plain[:kept]):
        return changed
    signs = [each for pieces in markup.typed(text) for each in (*pieces, Piece(" "))]
    return _text([*_cut(_running(signs), kept), Piece(changed[kept:])])


def _running(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with one space where there was any, and none before the first word."""
    space = True
    for piece in pieces:
        text = " ".join(f"|{piece.text}|".split())[1:-1]
        if space:
            text = text.lstrip()
        if text:
            yield replace(piece, text=text)
            space = text.endswith(" ")


def _cut(pieces: Iterable[Piece], length: int) -> Iterator[Piece]:
    for piece in pieces:
        yield replace(piece, text=piece.text[:length])
        length = max(0, length - len(piece.text))


def joined(*parts: Text) -> Text:
    """Texts one after another, with their looks and sources."""
    result: list[str | Span] = []
    for part in parts:
        result += part if isinstance(part, tuple) else (part,)
    return tuple(part for part in result if (part if isinstance(part, str) else part.text))
