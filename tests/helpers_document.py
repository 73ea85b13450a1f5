"""A Document as readable text, for expected output in the repository with a readable diff.

Everything a writer would print stands in it, in order; looks and sources are marked lightly:
**bold**, _italic_, and [text → kind] for a number with records behind it.
"""

from __future__ import annotations

import re
from pathlib import Path

from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Choices,
    Contents,
    Document,
    FieldRow,
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
    SharesRow,
    Signatures,
    Span,
    Table,
    Text,
    Trend,
    WritingLines,
    spans,
)

REFERENCE = Path(__file__).parent / "reference"
BUILT = Path(__file__).parent.parent / "build" / "reference"


def dump(document: Document) -> str:
    """The whole document; a non-breaking space is written as ~."""
    head = [f"{document.kind}: {document.title}", f"author: {document.author}"]
    for name in ("subtitle", "subject", "mark", "footer", "imprint"):
        value = getattr(document, name)
        if value:
            head.append(f"{name}: {value}")
    if document.front:
        page = document.front
        head += [f"front: {'; '.join((*page.organisations, page.audience))}"]
        head += [f"front: {label}: {words}" for label, words in page.facts]
    parts = ["\n".join(head), *(_block(block) for block in document.blocks)]
    return ("\n\n".join(parts) + "\n").replace("\u00a0", "~")


def words(document: Document) -> str:
    """Only what is printed, without marks, with plain spaces."""
    return "\n".join(_words(block) for block in document.blocks).replace("\u00a0", " ")


def check_reference(document: Document, name: str) -> None:
    """Compare with the file of this name in tests/reference; what differs is written to build/reference."""
    path = REFERENCE / f"{name}.txt"
    made = dump(document)
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if made != expected:
        fresh = BUILT / path.name
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(made, encoding="utf-8")
    assert made == expected, f"build/reference/{path.name} differs: look at it, and keep it if it is right"


def _text(text: Text) -> str:
    return "".join(_span(span) for span in spans(text))


def _span(span: Span) -> str:
    text = span.text
    if span.ref:
        text = f"{text} ({span.ref})"
    if span.source:
        text = f"[{text} → {span.source.kind}]"
    if span.bold:
        text = f"**{text}**"
    return f"_{text}_" if span.italic else text


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {block.text}"
        case Paragraph():
            return _text(block.text) if block.style == "body" else f"({block.style}) {_text(block.text)}"
        case Bullets():
            marks = [f"{i}." if block.numbered else "-" for i in range(1, len(block.items) + 1)]
            return "\n".join(f"{mark} {_text(item)}" for mark, item in zip(marks, block.items, strict=True))
        case Table():
            return _table(block)
        case Chart():
            return f"<chart {block.kind}: {block.caption}>\n  {block.alternative}\n" + "\n".join(
                f"  {line.name}: {', '.join(_bars(block, i))}" for i, line in enumerate(block.series)
            )
        case Trend():
            measured = ", ".join(f"{each.on} {each.shown}" for each in block.values)
            targets = ", ".join(each.shown for each in block.targets)
            return f"<trend: {block.caption}>\n  {block.alternative}\n  {measured}\n  {targets}"
        case Progress():
            rows = [
                f"  {each.label}: {each.shown} [{each.value}] | {each.goal} [{each.low}, {each.high}] | {each.state}"
                for each in block.rows
            ]
            return "\n".join([f"<progress: {block.caption}>", f"  {block.alternative}", *rows])
        case Shares():
            lines = [f"  {row.label}: {', '.join(_pieces(block, row))}" for row in block.rows]
            return "\n".join([f"<shares: {block.caption}>", f"  {block.alternative}", *lines])
        case Funnel():
            steps = [
                f"  {step.label}: {step.shown} [{step.value}] | {step.goal_shown} [{step.goal}]"
                for step in block.steps
            ]
            return "\n".join([f"<funnel: {block.caption}>", f"  {block.alternative}", *steps])
        case Picture():
            return f"<picture: {block.caption}>\n  {block.alternative}"
        case KeyFigures():
            return "\n".join(f"<{_text(item.value)}> {item.label}" for item in block.items)
        case Lines():
            return f"<{block.role}>\n" + "\n".join(_text(line) for line in block.lines)
        case Signatures():
            return "<sign> " + " | ".join(", ".join(signer) for signer in block.signers)
        case Contents():
            return f"<contents: {block.title}>"
        case QrCode():
            return f"<qr code: {block.address}>"
        case PageBreak():
            return f"<part: {block.part}>" if block.part else "<page break>"
        case Choices():
            return _choices(block)
        case WritingLines():
            return "\n".join(
                part for part in (block.label, block.help, block.value, *["____"] * block.lines) if part
            )
        case FieldRow():
            values = block.values or ("",) * len(block.fields)
            return " | ".join(
                f"{label}: {value or '____'}" for (label, _), value in zip(block.fields, values, strict=True)
            )


def _pieces(block: Shares, row: SharesRow) -> list[str]:
    return [
        f"{name} {shown} [{value}]"
        for name, shown, value in zip(block.classes, row.shown, row.values, strict=True)
    ]


def _choices(block: Choices) -> str:
    box, ticked = ("[ ]", "[x]") if block.many else ("( )", "(x)")
    options = [
        f"{ticked if at in block.chosen else box} {text}{' ____' if text.endswith(':') else ''}"
        for at, text in enumerate(block.options)
    ]
    joint = "   " if block.columns > 1 else "\n"
    return "\n".join(part for part in (block.question, block.help, joint.join(options)) if part)


def _bars(chart: Chart, place: int) -> list[str]:
    shown = chart.shown[place] if chart.shown else ("",) * len(chart.labels)
    values = chart.series[place].values
    return [
        f"{label} {'-' if value is None else f'{value:g}'}{f' ({text})' if text else ''}"
        for label, value, text in zip(chart.labels, values, shown, strict=True)
    ]


def _table(table: Table) -> str:
    rows = [tuple(column.head for column in table.columns), *(_cells(row) for row in table.rows)]
    if table.totals:
        rows.append(_cells(table.totals))
    lines = [f"<table: {table.caption}>", *("| " + " | ".join(row) + " |" for row in rows)]
    if table.totals:
        lines.insert(-1, "|---|")
    return "\n".join([*lines, f"note: {table.note}"] if table.note else lines)


def _cells(row: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in row)


def _words(block: Block) -> str:
    plain = re.sub(r"\[(.*?) → \w+\]", r"\1", _block(block))
    for mark in ("**", "_"):
        plain = plain.replace(mark, "")
    return plain
