"""What the writer of a report chose, as it is kept with its record: whom it is for, its parts, questions and pictures.

Read in the session of whoever makes the report, so that choices and numbers are of one moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import false

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.opdracht import Opdracht, Vraag
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.base.period import Period
from huurdersapp.records.verslag import name_of
from huurdersapp.records.verslag_soorten import BUITEN
from huurdersapp.reports.document import Picture
from huurdersapp.reports.rapport import Keuze
from huurdersapp.store import contents
from huurdersapp.store.step import ReadSession

KIND = "verslag"
ABOUT = ("akkoord", "overleg", "thema", "kern")
"""What a report is about besides its period, by the name of the field."""
OF_LAST = ("publiek", "vorm", "vergelijken", "voorblad")
"""What the next report takes over from the one before it."""


def of(ctx: Context, db: ReadSession, job: Opdracht) -> tuple[Opdracht, tuple[Keuze, ...]]:
    """What the record with `job.nummer` asks for, and what its writer chose for the parts; `job` itself where it names none.

    A day that `job` gives leads. Raises UserError when the record is not there.
    """
    if job.nummer is None:
        return job, ()
    row = records.find(db, ctx.spec(KIND), job.nummer)
    return opdracht_of(db, row, job), keuzes_of(db, row)


def opdracht_of(db: ReadSession, row: Any, job: Opdracht | None = None) -> Opdracht:
    """What a record asks for. What `job` has beside that (the day, the words of the version) stays, and what it names in
    `getypt` leads."""
    span = Period(row.van, row.tot)
    base = job or Opdracht(row.soort, span)
    own = replace(
        base,
        soort=row.soort,
        span=span,
        publiek=row.publiek,
        kort=row.vorm == "kort",
        akkoord=_number(db, "akkoord", row.akkoord_id),
        overleg=_number(db, "overleg", row.overleg_id),
        thema=_number(db, "thema", row.thema_id),
        kern=_number(db, "kern", row.kern_id),
        vergelijken=row.vergelijken,
        voorblad=bool(row.voorblad),
        datum=base.datum or row.datum,
        reden_leeg=row.reden_leeg or "",
        vragen=tuple(_vraag(db, line) for line in lines(db, "vragen", row)),
        nummer=row.nummer,
        titel="" if row.titel == name_of(row.soort, span) else row.titel or "",
    )
    return replace(own, **{key: getattr(base, key) for key in base.getypt})


def keuzes_of(db: ReadSession, row: Any) -> tuple[Keuze, ...]:
    """What the writer chose for each part, with its pictures; a confidential one is not for people outside."""
    pictures: dict[str, list[Picture]] = {}
    for line in lines(db, "beelden", row):
        if not (line.vertrouwelijk and row.publiek in BUITEN):
            pictures.setdefault(line.sleutel, []).append(_picture(db, line))
    return keuzes_from(lines(db, "delen", row), lambda key: tuple(pictures.pop(key, ())), pictures)


def keuzes_from(
    delen: list[Any],
    pictures: Callable[[str], tuple[Picture, ...]] = lambda _key: (),
    left: dict[str, list[Picture]] | None = None,
) -> tuple[Keuze, ...]:
    """The choices of these lines; `left` are pictures of parts of which nothing else was chosen."""
    chosen = [
        Keuze(
            line.sleutel,
            line.plaats,
            bool(line.weg),
            bool(line.bij),
            line.kop or "",
            line.tekst or "",
            pictures(line.sleutel),
        )
        for line in delen
    ]
    chosen += [Keuze(key, beelden=tuple(blocks)) for key, blocks in (left or {}).items()]
    return tuple(chosen)


def lines(db: ReadSession, part: str, row: Any) -> list[Any]:
    """The lines of a list of the record, in their order."""
    return db.lines(db.catalogue.specs[KIND].part[part].spec, row.id)


def is_of(db: ReadSession, job: Opdracht) -> list[Any]:
    """The conditions of a record that is about the same: kind, period, and of akkoord, overleg, thema and kern those that
    `job` names. Papers of a meeting are those of their meeting, whatever days they were begun with. Raises UserError for a
    record that is not there."""
    cls: Any = db.catalogue.specs[KIND].cls
    where: list[Any] = [cls.soort == job.soort]
    if not soort_of(job.soort).bundel:
        where += [cls.van == job.span.first, cls.tot == job.span.last]
    elif job.overleg is None:
        where.append(false())
    for key in ABOUT:
        number = getattr(job, key)
        if number is not None:
            where.append(getattr(cls, f"{key}_id") == records.find(db, db.catalogue.specs[key], number).id)
    return where


def previous(db: ReadSession, job: Opdracht) -> Any | None:
    """The report of this kind before it, of which the choices and texts are the start of the next: about the same thema and
    kern, and of periods that ended before this one the latest. None where there is none."""
    spec = db.catalogue.specs[KIND]
    cls: Any = spec.cls
    where = [cls.soort == job.soort, cls.tot < job.span.last]
    for key in ("thema", "kern"):
        wanted = _key(db, key, getattr(job, key))
        column = getattr(cls, f"{key}_id")
        where.append(column.is_(None) if wanted is None else column == wanted)
    return max(db.alive(spec, *where), key=lambda row: (row.tot, row.van, row.nummer), default=None)


def _vraag(db: ReadSession, line: Any) -> Vraag:
    return Vraag(
        line.tekst or "",
        line.toelichting or "",
        line.uiterlijk,
        _number(db, "partij", line.partij_id),
        line.herkomst or "",
        bool(line.weg),
    )


def _picture(db: ReadSession, line: Any) -> Picture:
    data = b"".join(contents.pieces(db, line.inhoud))
    return Picture(data, line.bijschrift or "", line.alternatief or line.bijschrift or line.naam)


def _number(db: ReadSession, kind: str, key: str | None) -> int | None:
    found: Any = db.get(db.catalogue.specs[kind].cls, key) if key else None
    return None if found is None else int(found.nummer)


def _key(db: ReadSession, kind: str, number: int | None) -> str | None:
    if number is None:
        return None
    return records.find(db, db.catalogue.specs[kind], number).id
