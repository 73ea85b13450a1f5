"""The draft of a report as the window shows it: its parts with what the writer chose, its questions and its pictures.

From its own record, or before there is one from the report before it: last time's choices and texts are the start of the
next. Reading writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from huurdersapp.actions import records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslag import Gemaakt
from huurdersapp.actions.verslagen import keuzes as chosen
from huurdersapp.actions.verslagen.keuzes import KIND
from huurdersapp.actions.verslagen.opdracht import Opdracht, Vraag, filled
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.reports.rapport import Keuze, by_key, geordend, staat_erin
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class DeelStand:
    """A part of the report, also one that is left out.

    `title` is its heading as printed, `name` the one that the program gives; `on` whether it is printed, `standard` whether
    it is without a choice of the writer. `fixed`: the first page, which stays where it is. `place` counts all parts from 1
    in the order of the paper. `proposal` are sentences from the facts, `basis` what they were when `own_text` was written,
    and `changed` that they say something else now. `empty`: nothing to tell.
    """

    key: str
    title: str
    name: str
    on: bool
    standard: bool
    fixed: bool
    annex: bool
    place: int
    own_text: str
    proposal: str
    basis: str
    changed: bool
    empty: bool


@dataclass(frozen=True, slots=True)
class VraagStand:
    """What the meeting may be asked. `key` names it for the writes: the key of its line, or the `herkomst` of a proposal that
    nobody spoke of. `vraag` is what is asked, `own` what the writer kept of it, `proposal` what is proposed now."""

    key: str
    vraag: Vraag
    on: bool
    own: Vraag | None = None
    proposal: Vraag | None = None


@dataclass(frozen=True, slots=True)
class BeeldStand:
    """A picture in a part: `key` of its line, the part, name of the file, what stands below it and what is read aloud."""

    key: str
    part: str
    name: str
    caption: str
    alternative: str
    sha256: str
    size: int
    confidential: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """A report as it is being made. `number` is that of its record, None where there is none yet; `from_last` that of the
    report which it began with. `sent` is the day on which it was sent, after which nothing changes."""

    number: int | None
    job: Opdracht
    parts: tuple[DeelStand, ...]
    questions: tuple[VraagStand, ...]
    pictures: tuple[BeeldStand, ...]
    keuzes: tuple[Keuze, ...]
    from_last: int | None = None
    warnings: tuple[str, ...] = ()
    empty: bool = False
    sent: date | None = None
    made: Gemaakt | None = field(default=None, compare=False, repr=False)
    """The paper of the same moment."""

    def part(self, key: str) -> DeelStand:
        """One of its parts; raises UserError for a part that this kind of report has not."""
        for each in self.parts:
            if each.key == key:
                return each
        raise UserError(_("Het deel ‘{key}’ hoort niet bij dit verslag."), key=key[:40])

    def question(self, key: str) -> VraagStand:
        """One of its questions; raises UserError for one that is not there."""
        for each in self.questions:
            if each.key == key:
                return each
        raise UserError(_("Deze vraag staat niet meer in het verslag."))


def find(ctx: Context, soort: str, span: Period, **about: int | None) -> int | None:
    """The number of the record of this report: kind and period, and of akkoord, overleg, thema and kern those that are given
    (by number). Of several the newest that was not sent; None where there is none."""
    with ctx.store.reading() as db:
        found = _found(db, Opdracht(soort, span, **_numbers(about)))
        return None if found is None else int(found.nummer)


def _numbers(about: dict[str, int | None]) -> dict[str, Any]:
    unknown = set(about) - set(chosen.ABOUT)
    if unknown:
        raise TypeError(f"A report is not about: {', '.join(sorted(unknown))}")
    return about


def start(ctx: Context, job: Opdracht) -> Concept:
    """The report as it stands: from its record, else with the choices and texts of the last one of its kind. Raises UserError
    for what a report cannot be made without."""
    with ctx.store.reading() as db:
        return read_at(ctx, db, job)


def read(ctx: Context, number: int) -> Concept:
    """The report with this number as it stands; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return of_row(ctx, db, records.find(db, ctx.spec(KIND), number))


def read_at(ctx: Context, db: ReadSession, job: Opdracht) -> Concept:
    """`start` for whoever reads more at this moment."""
    row: Any = records.find(db, ctx.spec(KIND), job.nummer) if job.nummer else _found(db, job)
    if row is not None:
        return of_row(ctx, db, row, job)
    last = chosen.previous(db, job)
    if last is None:
        return of_made(db, verslag.make_at(ctx, db, job, ()), None)
    job = replace(job, **of_last(last))
    lines = chosen.lines(db, "delen", last)
    made = verslag.make_at(ctx, db, job, chosen.keuzes_from(lines))
    return replace(of_made(db, made, None, lines), from_last=last.nummer)


def of_row(ctx: Context, db: ReadSession, row: Any, job: Opdracht | None = None) -> Concept:
    """The report of a record that was read."""
    own = chosen.opdracht_of(db, row, job)
    made = verslag.make_at(ctx, db, own, chosen.keuzes_of(db, row))
    return of_made(db, made, row, chosen.lines(db, "delen", row))


def of_last(last: Any) -> dict[str, Any]:
    """What a new report takes over from the last one besides its parts, by the names of an Opdracht."""
    return {
        "publiek": last.publiek,
        "kort": last.vorm == "kort",
        "vergelijken": last.vergelijken,
        "voorblad": bool(last.voorblad),
    }


def _found(db: ReadSession, job: Opdracht) -> Any | None:
    spec = db.catalogue.specs[KIND]
    cls: Any = spec.cls
    where = chosen.is_of(db, job)
    return max(
        db.alive(spec, *where, cls.verstuurd_op.is_(None)), key=lambda row: int(row.nummer), default=None
    )


def of_made(db: ReadSession, made: Gemaakt, row: Any | None, lines: Sequence[Any] = ()) -> Concept:
    """The report that was made from a record, or from the `lines` of the one before it."""
    basis = {line.sleutel: line.basis for line in lines}
    return Concept(
        None if row is None else row.nummer,
        made.job,
        tuple(_parts(made, basis)),
        tuple(_questions(db, made, row)),
        () if row is None else tuple(_picture(line) for line in chosen.lines(db, "beelden", row)),
        made.keuzes,
        None,
        made.warnings,
        made.empty,
        None if row is None else row.verstuurd_op,
        made,
    )


def _parts(made: Gemaakt, basis: dict[str, str | None]) -> list[DeelStand]:
    keuzes = by_key(made.keuzes)
    found = []
    for place, part in enumerate(geordend(made.onderdelen, made.keuzes), 1):
        keuze = keuzes.get(part.sleutel)
        own = keuze.tekst if keuze else ""
        then = basis.get(part.sleutel)
        found.append(
            DeelStand(
                part.sleutel,
                (keuze.kop.strip() if keuze else "") or part.titel,
                part.titel,
                staat_erin(part, keuze),
                part.aan,
                part.vast,
                part.bijlage,
                place,
                own,
                part.voorstel,
                then or "",
                bool(own) and then is not None and then.strip() != part.voorstel.strip(),
                part.leeg,
            )
        )
    return found


def _questions(db: ReadSession, made: Gemaakt, row: Any | None) -> list[VraagStand]:
    """Those of the writer in his order, then what is proposed beside them; also those that are not asked."""
    proposed = {each.herkomst: each for each in made.read.vragen}
    found = []
    lines = [] if row is None else chosen.lines(db, "vragen", row)
    for line, own in zip(lines, made.job.vragen, strict=True):
        proposal = proposed.pop(own.herkomst, None) if own.herkomst else None
        whole = filled(own, proposal)
        found.append(VraagStand(line.id, whole, bool(whole.tekst) and not own.weg, own, proposal))
    return [*found, *(VraagStand(each.herkomst, each, True, None, each) for each in proposed.values())]


def _picture(line: Any) -> BeeldStand:
    return BeeldStand(
        line.id,
        line.sleutel,
        line.naam,
        line.bijschrift or "",
        line.alternatief or "",
        line.inhoud,
        line.grootte,
        bool(line.vertrouwelijk),
    )
