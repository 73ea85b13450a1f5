"""The report of bench_pdf as a typst file: the same words, tables and drawings, in the same sizes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from huurdersapp.reports.document import (
    Block,
    Bullets,
    Chart,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Text,
    spans,
)
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.style import TEXT_WIDTH
from huurdersapp.reports.web.drawings import svg_chart

_HEAD = """#set document(title: {title}, author: {author})
#set page(paper: "a4", margin: (x: 25mm, top: 27mm, bottom: 25mm), header: [#{title}], footer: context [
  #{author} #h(1fr) Pagina #counter(page).display() van #counter(page).final().first()])
#set text(font: "Open Sans", size: 11pt, lang: "nl", hyphenate: true)
#set par(leading: 8.6pt, spacing: 14pt)
#set table(stroke: (x: none, y: 0.5pt + gray), inset: (x: 5pt, y: 5pt))
#show table: set text(size: 9.5pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure: set block(breakable: true)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 13.5pt)
#text(size: 25pt, weight: "bold")[#{title}]
"""


def write_typst(document: Document, path: Path) -> Path:
    """Write the file, and its drawings beside it; returns its path."""
    head = _HEAD.replace("{title}", _said(document.title)).replace("{author}", _said(document.author))
    parts = [
        head,
        *(part for place, block in enumerate(document.blocks) for part in _parts(block, path, place)),
    ]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path


def _parts(block: Block, path: Path, place: int) -> Iterator[str]:
    match block:
        case Contents():
            yield f"#outline(title: {_said(block.title)}, depth: 2)"
        case PageBreak():
            yield "#pagebreak(weak: true)"
        case Heading():
            yield f"{'=' * block.level} #{_said(block.text)}"
        case Paragraph():
            size = "#set text(size: 12.5pt); " if block.style == "lead" else ""
            yield f"#[{size}{_text(block.text)}]" if size else _text(block.text)
        case Bullets():
            yield "\n".join(f"- {_text(item)}" for item in block.items)
        case Table():
            yield _table(block)
        case Chart():
            drawing = path.with_name(f"{path.stem}-{place}.svg")
            svg = svg_chart(plot_of(block, TEXT_WIDTH).drawing(), "x", block.caption, block.alternative)
            drawing.write_text(
                svg.replace('font-family="inherit"', 'font-family="Open Sans"'), encoding="utf-8"
            )
            image = f'image("{drawing.name}", alt: {_said(block.alternative)})'
            yield f"#figure({image}, caption: [#{_said(block.caption)}])"


def _table(table: Table) -> str:
    wide = ", ".join(f"{column.width:g}fr" for column in table.columns)
    sides = ", ".join("right" if column.align == "right" else "left" for column in table.columns)
    heads = ", ".join(f"[*#{_said(column.head)}*]" for column in table.columns)
    cells = ", ".join(f"[{_text(cell)}]" for row in table.rows for cell in row)
    body = f"table(columns: ({wide}), align: ({sides}), table.header({heads}), {cells})"
    return f"#figure({body}, caption: [#{_said(table.caption)}])"


def _text(text: Text) -> str:
    return "".join(
        f"#strong({_said(span.text)})" if span.bold else f"#{_said(span.text)}" for span in spans(text)
    )


def _said(text: str) -> str:
    """A string of typst's."""
    return json.dumps(text, ensure_ascii=False)
