"""What a meeting is asked in a report: what its writer put down, and what the program proposes from the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from huurdersapp.actions.verslagen.opdracht import Opdracht
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


def gevraagd(
    db: ReadSession, job: Opdracht, proposals: Iterable[Voorstel], most: int = 7
) -> tuple[Vraagpunt, ...]:
    """The questions of the writer in his order, then at most so many proposals that he did not change or leave out."""
    known = {vraag.herkomst for vraag in job.vragen if vraag.herkomst}
    return (*_own(db, job), *_proposed(proposals, known, most))


def _own(db: ReadSession, job: Opdracht) -> Iterator[Vraagpunt]:
    for vraag in job.vragen:
        if vraag.weg or not vraag.tekst.strip():
            continue
        name = None
        if vraag.aan is not None:
            name = db.scalar(select(Partij.naam).where(Partij.nummer == vraag.aan))
        asked = f"{name}: {vraag.tekst.strip()}" if name else vraag.tekst
        yield Vraagpunt(asked, vraag.toelichting, vraag.uiterlijk)


def _proposed(proposals: Iterable[Voorstel], known: set[str], most: int) -> Iterator[Vraagpunt]:
    left = [one for one in proposals if one.herkomst not in known]
    for one in left[:most]:
        yield Vraagpunt(one.tekst, one.toelichting, one.uiterlijk, one.source)
