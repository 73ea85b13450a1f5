"""What must begin on one page: a heading with its text, a caption with its table, a signature with the letter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus import CondPageBreak, Flowable, FrameBreak
from reportlab.platypus.doctemplate import ActionFlowable, NullActionFlowable

from huurdersapp.reports.paper.paragraphs import TextBlock
from huurdersapp.reports.paper.style import TEXT_HEIGHT

_MORE_THAN_A_PAGE = 1e6


class Kept(Flowable):
    """Some flowables and the beginning of the last of them.

    ReportLab's KeepTogether wants the whole of the last one, which would leave half a page white before a
    long table. Here it is the `least` that each flowable says may stand at the foot of a page.
    """

    def __init__(self, run: Sequence[Flowable]) -> None:
        super().__init__()
        self.run = list(run)

    def getSpaceBefore(self) -> float:
        return float(self.run[0].getSpaceBefore())

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Never fits, so that ReportLab asks for its parts."""
        return room, _MORE_THAN_A_PAGE

    def split(self, room: float, height: float) -> list[Flowable]:
        for one in self.run:
            one.wrap(room, _MORE_THAN_A_PAGE)
        *before, last = self.run
        wanted = sum(one.height for one in before) + (last.least if hasattr(last, "least") else last.height)
        wanted += sum(max(one.getSpaceAfter(), other.getSpaceBefore()) for one, other in pairwise(self.run))
        if wanted <= height + 0.01:
            return [NullActionFlowable(), *self.run]
        parts = _apart(before[0], room, height)
        if parts:
            return [parts[0], Kept([parts[1], *self.run[1:]])]
        return [FrameBreak if wanted <= TEXT_HEIGHT else NullActionFlowable(), *self.run]


def _apart(first: Flowable, room: float, height: float) -> list[Flowable]:
    """A long paragraph that must stay with what follows: only its last lines need to go along."""
    if not isinstance(first, TextBlock) or first.least >= first.height:
        return []
    parts = first.split(room, min(height, first.height - first.least))
    return list(parts) if len(parts) == 2 else []


def kept(flowables: Sequence[Flowable]) -> list[Flowable]:
    """The flowables, with each run of those that say `keep` and the one after it held together."""
    result: list[Flowable] = []
    run: list[Flowable] = []
    for one in flowables:
        if isinstance(one, CondPageBreak | ActionFlowable):
            result += [*run, one]
            run = []
            continue
        run.append(one)
        if not getattr(one, "keep", False):
            result.append(Kept(run) if len(run) > 1 else one)
            run = []
    return result + run
