"""What a meeting is asked in a report: what its writer put down, and what the program proposes from the facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from huurdersapp.actions.verslagen.opdracht import Opdracht, Vraag
from huurdersapp.actions.verslagen.opdracht import gevraagd as asked
from huurdersapp.records.partij import Partij
from huurdersapp.reports.document import Source
from huurdersapp.reports.trimester_values import Vraagpunt
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A question that follows from a record; `herkomst` names it ("actiepunt 12"), as in what the writer chose."""

    herkomst: str
    tekst: str
    toelichting: str = ""
    uiterlijk: date | None = None
    source: Source | None = None


def voorgesteld(proposals: Iterable[Voorstel]) -> tuple[Vraag, ...]:
    """Proposals as the writer of a report sees them."""
    return tuple(Vraag(one.tekst, one.toelichting, one.uiterlijk, herkomst=one.herkomst) for one in proposals)


def gevraagd(
    db: ReadSession, job: Opdracht, proposals: Iterable[Voorstel], most: int = 7
) -> tuple[Vraagpunt, ...]:
    """The questions as they are printed: those of the writer, then of the other proposals at most the first so many.

    A question that stands for a proposal keeps the record that it was made from.
    """
    known = list(proposals)
    spoken_of = {vraag.herkomst for vraag in job.vragen if vraag.herkomst}
    left = [one for one in known if one.herkomst not in spoken_of][:most]
    behind = {one.herkomst: one.source for one in known}
    offered = voorgesteld([one for one in known if one.herkomst in spoken_of or one in left])
    return tuple(
        Vraagpunt(_said(db, vraag), vraag.toelichting, vraag.uiterlijk, behind.get(vraag.herkomst))
        for vraag in asked(job.vragen, offered)
    )


def _said(db: ReadSession, vraag: Vraag) -> str:
    name = None if vraag.aan is None else db.scalar(select(Partij.naam).where(Partij.nummer == vraag.aan))
    return f"{name}: {vraag.tekst.strip()}" if name else vraag.tekst
