"""The texts of a document: all of them in a row, and short lines as one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huurdersapp.reports.document import (
    TICK,
    Block,
    Bullets,
    Chart,
    Choices,
    Contents,
    Document,
    FieldRow,
    FrontPage,
    Funnel,
    Heading,
    KeyFigures,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Progress,
    Shares,
    Signatures,
    Span,
    Table,
    Text,
    Trend,
    WritingLines,
    plain,
    spans,
)


def visible_texts(document: Document) -> Iterator[str]:
    """The texts in the order of the document: title, mark, footer, then block by block."""
    yield from (document.title, document.subtitle, document.mark or "", document.footer, document.imprint)
    if document.front:
        yield from front_texts(document.front)
    for block in document.blocks:
        yield from _texts(block)


def front_texts(page: FrontPage) -> Iterator[str]:
    """The texts of a front page that the document itself does not have."""
    yield from (*page.organisations, page.audience)
    for fact in page.facts:
        yield from fact


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Contents(title=text):
            yield text
        case Paragraph(text=text):
            yield plain(text)
        case Bullets(items=items) | Lines(lines=items):
            yield from map(plain, items)
        case Table():
            yield block.caption
            yield from (column.head for column in block.columns)
            for row in (*block.rows, block.totals or ()):
                yield from (words for words in map(plain, row) if words != TICK)
            yield plain(block.note or "")
        case Chart():
            yield from (block.caption, block.unit, *block.labels, *(series.name for series in block.series))
            for shown in block.shown or ():
                yield from shown
        case Trend():
            yield from (block.caption, block.unit, *block.names)
            yield from (value.shown for value in block.values)
            yield from (target.shown for target in block.targets)
        case Progress():
            yield block.caption
            for measure in block.rows:
                yield from (measure.label, measure.shown, measure.goal, measure.state)
        case Shares():
            yield from (block.caption, *block.classes)
            for whole in block.rows:
                yield from (whole.label, *whole.shown)
        case Funnel():
            yield block.caption
            for step in block.steps:
                yield from (step.label, step.shown, step.goal_shown)
        case Picture():
            yield block.caption
        case KeyFigures(items=figures):
            for figure in figures:
                yield from (plain(figure.value), figure.label)
        case Signatures(signers=signers):
            for signer in signers:
                yield from signer
        case PageBreak():
            yield block.part
        case Choices():
            yield from (block.question, block.help, *block.options)
        case WritingLines():
            yield from (block.label, block.help, block.value)
        case FieldRow():
            yield from (label for label, _ in block.fields)
            yield from block.values


def stacked(lines: Sequence[Text]) -> Text:
    """Short lines as one text with line breaks."""
    if all(isinstance(line, str) for line in lines):
        return "\n".join(map(plain, lines))
    parts: list[str | Span] = []
    for index, line in enumerate(lines):
        if index:
            parts.append("\n")
        parts += spans(line)
    return tuple(parts)
