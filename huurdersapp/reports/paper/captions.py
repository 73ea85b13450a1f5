"""What both writers do alike: the order of blocks, numbers of tables and figures, levels of headings."""

from __future__ import annotations

from dataclasses import replace

from huurdersapp.reports.document import Block, Chart, Document, Heading, Lines, PageBreak, Table, Trend

DEEPEST = 3
_FIXED = ("sender", "addressee")


class Numbering:
    """Counts tables and figures in the order in which they stand."""

    def __init__(self) -> None:
        self._tables = 0
        self._figures = 0

    def of(self, block: Table | Chart | Trend) -> tuple[str, int]:
        """The next word and number of a caption: ("Tabel", 1)."""
        if isinstance(block, Table):
            self._tables += 1
            return "Tabel", self._tables
        self._figures += 1
        return "Figuur", self._figures


def caption(word: str, number: int, text: str) -> str:
    """A caption in full: "Tabel 1. Knelpunten per kern"."""
    return f"{word} {number}. {text}"


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
