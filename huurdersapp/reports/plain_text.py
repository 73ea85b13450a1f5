"""The words of a document as plain text, block by block in reading order: to search, to compare, and to keep with a letter
that was fixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from huurdersapp.reports.document import (
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
    QrCode,
    Shares,
    Signatures,
    Table,
    Trend,
    WritingLines,
    plain,
)
from huurdersapp.reports.numbering import numbered

_NBSP, _HARD_HYPHEN = "\u00a0", "\u2011"


def plain_text(document: Document) -> str:
    """All words, an empty line between blocks; signs that only steer the breaking of lines are plain ones here."""
    front = "\n".join(_front(document.front)) if document.front else ""
    blocks = ("\n".join(_lines(block)) for block in numbered(document).blocks)
    text = "\n\n".join(block for block in (front, *blocks, document.imprint) if block)
    return text.replace(_NBSP, " ").replace(_HARD_HYPHEN, "-")


def _front(page: FrontPage) -> Iterator[str]:
    yield from filter(None, (*page.organisations, page.audience))
    for label, words in page.facts:
        yield f"{label}: {words}"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield plain(block.text)
        case Bullets():
            for place, item in enumerate(block.items, 1):
                yield f"{place}. {plain(item)}" if block.numbered else f"• {plain(item)}"
        case Lines():
            yield from map(plain, block.lines)
        case Signatures():
            for signer in block.signers:
                yield ", ".join(filter(None, signer))
        case Table():
            yield from _table(block)
        case Chart() | Trend() | Progress() | Shares() | Funnel() | Picture():
            yield from (block.caption, block.alternative)
        case KeyFigures():
            for figure in block.items:
                yield f"{plain(figure.value)} {figure.label}"
        case QrCode():
            yield block.address
        case Choices():
            yield from filter(None, (block.question, block.help, *block.options))
        case WritingLines():
            yield from filter(None, (block.label, block.help, block.value))
        case FieldRow():
            values = block.values or ("",) * len(block.fields)
            for (label, _width), value in zip(block.fields, values, strict=True):
                yield f"{label}: {value}".rstrip()
        case PageBreak() | Contents():
            return


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    yield _row(column.head for column in table.columns)
    for row in (*table.rows, *([table.totals] if table.totals else [])):
        yield _row(map(plain, row))
    if table.note:
        yield plain(table.note)


def _row(cells: Iterable[str]) -> str:
    return " | ".join(cells)
