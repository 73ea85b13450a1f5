"""Texts that people typed, as blocks: paragraphs and simple lists. Signs in them mean themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from huurdersapp.reports.document import Block, Bullets, Paragraph, Span, Text

Kind = re.Pattern[str] | None
"""The sign before a line of a list, None for a line of text."""
_DASH = re.compile(r"[-*•–]\s+")
_NUMBER = re.compile(r"(\d+)\.\s+")


def text_blocks(text: str) -> list[Block]:
    """The text in the order in which it was typed: paragraphs, and lists of lines with a dash or a number.

    An empty line ends a block, and so does a change from text to list or back. Lines count as a numbered list
    when they go 1., 2., … without a gap; other numbers ("2019. Een jaar") are text. What stands on the lines of
    one paragraph runs on.
    """
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        runs = [(kind, [line for _kind, line in run]) for kind, run in _runs(lines)]
        for place, (kind, run) in enumerate(runs, 1):
            if kind is None:
                blocks.append(Paragraph(" ".join(run), keep_with_next=place < len(runs)))
            else:
                items: tuple[Text, ...] = tuple(kind.sub("", line, count=1) for line in run)
                blocks.append(Bullets(items, numbered=kind is _NUMBER))
    return blocks


def _runs(lines: list[str]) -> Iterator[tuple[Kind, Iterator[tuple[Kind, str]]]]:
    """The lines by kind: neighbours of one kind together."""
    counted = _counted(lines)
    kinds = (
        _DASH if _DASH.match(line) else _NUMBER if place in counted else None
        for place, line in enumerate(lines)
    )
    return groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0])


def _counted(lines: list[str]) -> set[int]:
    """Which lines make a numbered list: at least two on end, from 1."""
    counted: set[int] = set()
    run: list[int] = []
    for place, line in enumerate([*lines, ""]):
        found = _NUMBER.match(line)
        if found and found[1] == str(len(run) + 1):
            run.append(place)
            continue
        counted |= set(run) if len(run) > 1 and not found else set()
        run = [place] if found and found[1] == "1" else []
    return counted


def titled(title: Span, blocks: list[Block]) -> list[Block]:
    """The blocks with a title: at the head of the first paragraph, or on its own line above a list."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        return [replace(first, text=joined(title, " ", first.text)), *blocks[1:]]
    return [Paragraph(title, keep_with_next=bool(blocks)), *blocks]


def one_line(text: str) -> str:
    """A text for a table cell or a line: without line breaks."""
    return " ".join(text.split())


def joined(*parts: Text) -> Text:
    """Texts one after another, with their looks and sources."""
    result: list[str | Span] = []
    for part in parts:
        result += part if isinstance(part, tuple) else (part,)
    return tuple(part for part in result if (part if isinstance(part, str) else part.text))
