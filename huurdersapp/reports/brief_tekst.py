"""What a Dutch letter does with signs: spaces that do not break, and the line of a place as on an envelope."""

from __future__ import annotations

import re
from dataclasses import replace

from huurdersapp.reports.document import Block, Bullets, Paragraph, Span, Text
from huurdersapp.reports.language import NBSP
from huurdersapp.reports.prose import one_line

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_UNITS = "%|euro|cent|procent|dag|dagen|week|weken|maand|maanden|jaar|uur|minuten|km|m|cm|mm|m²|m³|kWh|kg"
_BONDS = (
    re.compile(r"(€) (?=[\d−-])"),
    re.compile(rf"(?<![\d.,])(\d[\d.,]*) (?=(?:{_UNITS})(?!\w))"),
    re.compile(rf"(?<!\d)(\d{{1,2}}) (?=(?:{_MONTHS})\b)"),
    re.compile(r"\b((?:[Aa]rtikel|[Aa]rt\.|[Ll]id|[Nn]r\.|[Bb]ijlage|[Pp]agina|[Hh]oofdstuk)) (?=\d)"),
    re.compile(r"\b((?:de heer|mevrouw|dhr\.|mw\.|drs\.|mr\.|ir\.|dr\.)) (?=[A-Z])"),
)
_PLACE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})[\s,]+(\S.*)")


def bonded(text: str) -> str:
    """The text with a space that does not break where a line must not end: "€ 25", "5 maart", "artikel 5"."""
    for bond in _BONDS:
        text = bond.sub(rf"\1{NBSP}", text)
    return text


def bonded_text(text: Text) -> Text:
    """`bonded`, for a text with looks."""
    if isinstance(text, str):
        return bonded(text)
    if isinstance(text, Span):
        return replace(text, text=bonded(text.text))
    return tuple(
        replace(part, text=bonded(part.text)) if isinstance(part, Span) else bonded(part) for part in text
    )


def bonded_block(block: Block) -> Block:
    """`bonded`, for the running text of a letter; tables and lines stay as they are."""
    if isinstance(block, Paragraph):
        return replace(block, text=bonded_text(block.text))
    if isinstance(block, Bullets):
        return replace(block, items=tuple(map(bonded_text, block.items)))
    return block


def typed_place(line: str) -> str:
    """A line of an address; one with a Dutch postcode as on an envelope: "7811 AB  EMMEN"."""
    found = _PLACE.fullmatch(one_line(line))
    return f"{found[1]} {found[2].upper()}  {found[3].upper()}" if found else one_line(line)
