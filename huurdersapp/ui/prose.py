"""Long texts on screen: the lines of `base.markup` as HTML to read and as a document to type in, and back again."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from huurdersapp.base.markup import Kind, Line, Piece

_STYLES = {"bullet": QTextListFormat.Style.ListDisc, "number": QTextListFormat.Style.ListDecimal}
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_BREAK, _OBJECT = "\u2028", "\ufffc"
_TAGS: dict[Kind, str] = {"bullet": "ul", "number": "ol"}


def to_html(lines: Sequence[Line]) -> str:
    """The lines for a label or the clipboard. Nothing of what people typed is taken for HTML."""
    parts: list[str] = []
    for (kind, empty), run in groupby(lines, key=lambda line: (line.kind, not line.pieces)):
        texts = ["".join(map(_tagged, line.pieces)) for line in run]
        if kind == "text":
            parts += ["<p style='margin:0'>&nbsp;</p>"] * len(texts) if empty else [_paragraph(texts)]
        else:
            items = "".join(f"<li>{text}</li>" for text in texts)
            parts.append(f"<{_TAGS[kind]} style='margin:0'>{items}</{_TAGS[kind]}>")
    return "".join(parts)


def _paragraph(texts: Iterable[str]) -> str:
    return f"<p style='margin:0; white-space:pre-wrap'>{'<br>'.join(texts)}</p>"


def _tagged(piece: Piece) -> str:
    text = html.escape(piece.text)
    text = f"<i>{text}</i>" if piece.italic else text
    return f"<b>{text}</b>" if piece.bold else text


# -- a document to type in -----------------------------------------------------------------------------------------


def insert(cursor: QTextCursor, lines: Sequence[Line]) -> None:
    """Put lines where the cursor stands; the first goes on with what stands there, unless it begins a list."""
    for place, line in enumerate(lines):
        filled = cursor.block().length() > 1
        if place or (line.kind != "text" and len(lines) > 1 and filled):
            cursor.insertBlock()
            filled = False
        if not filled and (len(lines) > 1 or line.kind != "text"):
            set_kind(cursor.block(), line.kind)
        for piece in line.pieces:
            cursor.insertText(piece.text, char_format(piece))


def char_format(piece: Piece) -> QTextCharFormat:
    """The look of a piece; letters and size are those of the field."""
    made = QTextCharFormat()
    if piece.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if piece.italic:
        made.setFontItalic(True)
    return made


def lines_of(document: QTextDocument, *, spaced: bool = False) -> list[Line]:
    """What stands in a document. `spaced`: a distance between paragraphs, as in web pages, is an empty line."""
    lines: list[Line] = []
    before: QTextBlock | None = None
    for block in _blocks(document):
        kind = kind_of(block)
        if spaced and kind == "text" and before is not None and lines[-1].pieces and _apart(before, block):
            lines.append(Line())
        pieces = list(_pieces(block))
        if kind == "text":
            lines += [Line(tuple(part)) for part in _broken(pieces)]
        else:
            lines.append(
                Line(tuple(replace(one, text=one.text.replace(_BREAK, " ")) for one in pieces), kind)
            )
        before = block
    return lines


def kind_of(block: QTextBlock) -> Kind:
    """Whether a block is a line or an item of a list."""
    made = cast(QTextList | None, block.textList())
    if made is None:
        return "text"
    return "bullet" if made.format().style() in _BULLETS else "number"


def set_kind(block: QTextBlock, kind: Kind) -> None:
    """Make of a block a line, or an item of a list of its own; `regroup` joins neighbours."""
    cursor = QTextCursor(block)
    if kind == "text":
        cursor.setBlockFormat(QTextBlockFormat())
    elif kind_of(block) != kind:
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.createList(_STYLES[kind])


def regroup(document: QTextDocument) -> None:
    """Let every run of items of one kind be one list, so that it counts from 1, as part of the last change."""
    if all(_is_whole(run) for run in _runs(document)):
        return
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for run in _runs(document):
        if not _is_whole(run):
            made: QTextList | None = None
            for block in run:
                if made is None:
                    made = QTextCursor(block).createList(_STYLES[kind_of(block)])
                else:
                    made.add(block)
    cursor.endEditBlock()


def _runs(document: QTextDocument) -> Iterator[list[QTextBlock]]:
    for kind, run in groupby(_blocks(document), key=kind_of):
        if kind != "text":
            yield list(run)


def _is_whole(run: Sequence[QTextBlock]) -> bool:
    first = run[0].textList()
    return first.count() == len(run) and all(block.textList() == first for block in run)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pieces(block: QTextBlock) -> Iterator[Piece]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        look = fragment.charFormat()
        text = fragment.text().replace(_OBJECT, "")
        yield Piece(text, look.fontWeight() >= QFont.Weight.DemiBold, look.fontItalic())
        place += 1


def _broken(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of one block, line by line."""
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split(_BREAK)
        line.append(replace(piece, text=first))
        for text in rest:
            yield line
            line = [replace(piece, text=text)]
    yield line


def _apart(before: QTextBlock, block: QTextBlock) -> bool:
    return before.blockFormat().bottomMargin() > 0 or block.blockFormat().topMargin() > 0
