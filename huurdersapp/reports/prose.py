"""Texts that people typed, as blocks: paragraphs and simple lists. Signs in them mean themselves."""

from __future__ import annotations

import re

from huurdersapp.reports.document import Block, Bullets, Paragraph, Span, Text

_DASH = re.compile(r"^\s*[-*•–]\s+")


def text_blocks(text: str) -> list[Block]:
    """Paragraphs at blank lines; lines that begin with a dash become a list."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        running = [line for line in lines if not _DASH.match(line)]
        items: tuple[Text, ...] = tuple(_DASH.sub("", line) for line in lines if _DASH.match(line))
        if running:
            blocks.append(Paragraph(" ".join(running), keep_with_next=bool(items)))
        if items:
            blocks.append(Bullets(items))
    return blocks


def one_line(text: str) -> str:
    """A text for a table cell or a line: without line breaks."""
    return " ".join(text.split())


def joined(*parts: Text) -> Text:
    """Texts one after another, with their looks and sources."""
    result: list[str | Span] = []
    for part in parts:
        result += part if isinstance(part, tuple) else (part,)
    return tuple(part for part in result if (part if isinstance(part, str) else part.text))
