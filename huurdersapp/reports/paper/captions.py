"""What all writers do alike: the order of blocks and the levels of headings."""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.reports.document import Block, Document, Heading, Lines, PageBreak

DEEPEST = 3
_FIXED = ("sender", "addressee")


def heading_levels(document: Document) -> list[int]:
    """The level of each heading, 1 to 3, never more than one deeper than the heading before it.

    A listener who goes from heading to heading would look for the level that is skipped; PDF/UA-1 forbids
    it (ISO 14289-1, 7.4.2).
    """
    levels: list[int] = []
    before = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            before = max(1, min(block.level, before + 1, DEEPEST))
            levels.append(before)
    return levels


def letterhead_lines(document: Document) -> list[Lines]:
    """The lines of a letter that have a fixed place on its first page: who writes, then to whom."""
    if document.kind != "letter":
        return []
    lines = [block for block in document.blocks if isinstance(block, Lines) and block.lines]
    return [block for role in _FIXED for block in lines if block.role == role]


def letters_of(document: Document) -> list[Document]:
    """A document of one letter after another (each begins with a PageBreak that names its part), one by one."""
    letters: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak) and block.part and letters != [[]]:
            letters.append([])
        letters[-1].append(block)
    return [replace(document, blocks=tuple(blocks)) for blocks in letters]


def running_blocks(document: Document) -> list[Block]:
    """All other blocks, in their order."""
    if document.kind != "letter":
        return list(document.blocks)
    return [block for block in document.blocks if not (isinstance(block, Lines) and block.role in _FIXED)]
