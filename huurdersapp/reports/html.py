"""Writes a document as one HTML file for a browser, a telephone or a screen reader: the same words in the same order as on
paper.

Everything is inside the file: the style, the drawings and the pictures. It has no scripts, asks nothing of the network (its
own Content-Security-Policy forbids it), and its numbers lead to no records, since the file leaves the house.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from huurdersapp.reports import document as doc
from huurdersapp.reports.fonts import named
from huurdersapp.reports.numbering import numbered
from huurdersapp.reports.paper.captions import letterhead_lines, letters_of, running_blocks
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.metadata import PROGRAM, about
from huurdersapp.reports.paper.texts import visible_texts
from huurdersapp.reports.web.blocks import Body, image_of
from huurdersapp.reports.web.style import css
from huurdersapp.reports.web.text import escaped, is_allowed
from huurdersapp.reports.written import Written

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def write_html(
    document: doc.Document, target: str | os.PathLike[str] | BinaryIO, *, created: datetime
) -> Written:
    """Write the document to a path or an open binary file; the same document and moment give the same bytes.

    A file that stood there is replaced only when the new one is complete. Raises OSError where nothing can be written.
    """
    document = numbered(document)
    text = "\n".join((*_head(document, created), *_page(document), ""))
    deliver(text.encode("utf-8"), target)
    signs = dict.fromkeys("".join(visible_texts(document)))
    return Written(0, tuple(named(sign) for sign in signs if sign != "\r" and not is_allowed(sign)))


def _head(document: doc.Document, created: datetime) -> Iterator[str]:
    facts = about(document, created)
    said = {
        "author": facts.author,
        "description": facts.subject,
        "keywords": ", ".join(facts.keywords),
        "dcterms.created": created.isoformat(timespec="seconds"),
        "generator": PROGRAM,
        "referrer": "no-referrer",
    }
    yield '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{escaped(facts.title)}</title>"
    for name, words in said.items():
        if words:
            yield f'<meta name="{name}" content="{escaped(words)}">'
    yield f"<style>\n{css(document.text_size)}</style>\n</head>"


def _page(document: doc.Document) -> Iterator[str]:
    body = Body(document)
    yield f'<body class="{document.kind}">\n<header>'
    if document.mark:
        yield f'<p class="mark">{escaped(document.mark)}</p>'
    if document.kind == "letter":
        # A letter has no title of its own: this one is heard only, so that the page has a first heading.
        yield f'<h1 class="unseen">{escaped(document.title)}</h1>\n</header>\n<main>'
        yield from _letters(document, body)
    else:
        yield from _title(document)
        yield "</header>\n<main>"
        yield from body.written(_placed(document, running_blocks(document)))
    yield "</main>"
    below = [text for text in (document.imprint, document.footer) if text]
    if below:
        yield f"<footer>{''.join(f'<p>{escaped(text)}</p>' for text in below)}</footer>"
    yield "</body>\n</html>"


def _title(document: doc.Document) -> Iterator[str]:
    front = document.front
    if front is not None:
        yield '<div class="front">'
        if front.logo:
            yield f"<p>{_logo(front.logo)}</p>"
        if front.organisations:
            yield f'<p class="organisations">{"<br>".join(map(escaped, front.organisations))}</p>'
    yield f"<h1>{escaped(document.title)}</h1>"
    if document.subtitle:
        yield f'<p class="subtitle">{escaped(document.subtitle)}</p>'
    if front is not None:
        if front.audience:
            yield f"<p>{escaped(front.audience)}</p>"
        if front.facts:
            facts = "".join(
                f"<dt>{escaped(label)}</dt><dd>{escaped(words)}</dd>" for label, words in front.facts
            )
            yield f'<dl class="facts">{facts}</dl>'
        yield "</div>"


def _letters(document: doc.Document, body: Body) -> Iterator[str]:
    """One letter after another, each with its own head."""
    for number, letter in enumerate(letters_of(document)):
        if number:
            yield '<div class="break"></div>'
        if letter.logo:
            yield f"<p>{_logo(letter.logo)}</p>"
        for lines in letterhead_lines(letter):
            yield body.lines(lines.lines, lines.role)
        yield from body.written(_placed(document, running_blocks(letter)))


def _placed(document: doc.Document, blocks: list[doc.Block]) -> Iterator[tuple[int, doc.Block]]:
    """Blocks with their places in the document; the same block may stand in it more than once."""
    rest = enumerate(document.blocks)
    for block in blocks:
        yield next((at, other) for at, other in rest if other is block)


def _logo(logo: doc.Logo) -> str:
    return image_of(logo.data, logo.alternative, f"width:{logo.width:g}mm", "logo")
