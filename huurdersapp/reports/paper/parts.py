"""Parts of a document that are handed out one by one, such as a numbered form: each counts its own pages."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable
from reportlab.platypus.doctemplate import ActionFlowable

from huurdersapp.reports.paper.style import TEXT_HEIGHT

WHOLE_PAGE = TEXT_HEIGHT - 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as its edges know it: its number in its part of so many pages, and the name of that part.

    `blank` is the white back of the last page of a part.
    """

    number: int
    of: int
    part: str
    blank: bool


class Parts:
    """Remembers on which pages parts begin, and which pages stayed white; both counted from 0."""

    def __init__(self) -> None:
        self.begins: list[tuple[int, str]] = []
        self.blanks: set[int] = set()
        self.heads: dict[int, int] = {0: 0}
        """Of several letters in one document: the pages with a letterhead, each with the place of its letter."""

    def begin(self, name: str, first: bool) -> list[Flowable]:
        """What begins a part: a new front page, for who prints on both sides; the `first` has one already."""
        broken: list[Flowable] = [] if first else [CondPageBreak(WHOLE_PAGE), _Front(self)]
        return [*broken, _Begin(self, name)]

    def begin_letter(self, name: str) -> list[Flowable]:
        """What begins a further letter, on a page with its own letterhead.

        A letter of three pages has a white back, so that also on both sides of the paper each letter has its own sheets;
        of one page it has none: hundreds of white sheets would come out of the printer.
        """
        return [_Back(self), _Letterhead(self), _Begin(self, name)]

    def leaves(self, pages: int) -> list[Leaf]:
        """What stands at the edges of each page."""
        begins = self.begins if self.begins and self.begins[0][0] == 0 else [(0, ""), *self.begins]
        ends = [start for start, _ in begins[1:]] + [pages]
        leaves = []
        for (start, name), end in zip(begins, ends, strict=True):
            count = sum(page not in self.blanks for page in range(start, end))
            leaves += [Leaf(page - start + 1, count, name, page in self.blanks) for page in range(start, end)]
        return leaves


class _Front(ActionFlowable):
    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts

    def apply(self, paper: BaseDocTemplate) -> None:
        if paper.canv.page % 2:
            self.parts.blanks.add(paper.canv.page)
            paper.handle_pageBreak()


class _Back(ActionFlowable):
    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts

    def apply(self, paper: BaseDocTemplate) -> None:
        pages = paper.canv.page - max(self.parts.heads) + 1
        if pages > 1 and pages % 2:
            self.parts.blanks.add(paper.canv.page + 1)
            paper.handle_pageBreak()


class _Letterhead(ActionFlowable):
    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts

    def apply(self, paper: BaseDocTemplate) -> None:
        paper.handle_nextPageTemplate("first")
        paper.handle_pageBreak()
        self.parts.heads[paper.canv.page] = len(self.parts.heads)


class _Begin(ActionFlowable):
    def __init__(self, parts: Parts, name: str) -> None:
        super().__init__()
        self.parts = parts
        self.name = name

    def apply(self, paper: BaseDocTemplate) -> None:
        self.parts.begins.append((paper.canv.page, self.name))
