"""Fixing a report as a numbered version that never changes, what that version was, and what became different after it.

All of a version is of one moment: its PDF, its words, and the records that it stands on. A version says for whom it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from huurdersapp.actions import records, versies, verslag
from huurdersapp.actions.bronnen import Veranderd
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import signs
from huurdersapp.actions.versies import Besluit
from huurdersapp.actions.verslag import Gemaakt
from huurdersapp.actions.verslagen import bronnen, veranderd
from huurdersapp.actions.verslagen import keuzes as chosen
from huurdersapp.actions.verslagen.bronnen import Stand
from huurdersapp.actions.verslagen.concept_lezen import DeelStand, of_made
from huurdersapp.actions.verslagen.concept_regels import refuse_sent
from huurdersapp.actions.verslagen.keuzes import KIND
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.period import Period
from huurdersapp.base.text_difference import Change, differences
from huurdersapp.reports.language import day_long
from huurdersapp.reports.plain_text import plain_text
from huurdersapp.store.step import ReadSession

__all__ = [
    "Besluit",
    "Versie",
    "difference",
    "fix",
    "fixing",
    "moved",
    "pdf",
    "stale",
    "version",
    "versions",
    "words",
]


@dataclass(frozen=True, slots=True)
class Versie:
    """A fixed version of a report, without its bytes and words. `report` is the number of the report, `number` counts its
    versions from 1, `audience` says for whom it was, `sha256` is that of the PDF. `warnings` and `pages` are for who just
    fixed it."""

    report: int
    number: int
    audience: str
    fixed_at: datetime
    fixed_by: str
    decision: Besluit
    name: str
    sha256: str
    size: int
    warnings: tuple[str, ...] = field(default=(), compare=False)
    pages: int = field(default=0, compare=False)


def fix(
    ctx: Context,
    number: int,
    *,
    on: date | None = None,
    decision: Besluit | None = None,
    origin: object | None = None,
) -> Versie:
    """Freeze a report as its next version, in one step; `on` is the day that stands on it, else its own or today.

    Raises UserError for a report that was sent, one that says the same as its last version, and whatever keeps the report
    from being made.
    """
    return jobs.run(fixing(ctx, number, on=on, decision=decision, origin=origin))


def fixing(
    ctx: Context,
    number: int,
    *,
    on: date | None = None,
    decision: Besluit | None = None,
    origin: object | None = None,
) -> Job[Versie]:
    """`fix` as work beside the window; stopped, nothing is fixed."""
    from huurdersapp.reports.pdf import write_pdf

    yield Progress(0, 3, _("Gegevens lezen"))
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        _refuse(row)
        following = versies.next_number(db, row)
        made = verslag.make_at(ctx, db, _job(row, following, on))
        text = plain_text(made.document)
        stand = _stand(db, made)
        told = veranderd.part_words(made.onderdelen, made.keuzes)
        _refuse_same(db, row, made.job, veranderd.comparable(text, told), stand)
        title = row.titel
    yield Progress(1, 3, _("Verslag maken"))
    stream = BytesIO()
    done = write_pdf(made.document, stream, created=clock.now())
    yield Progress(2, 3, _("Vastleggen"))
    with ctx.store.step(_("Verslag {number} vastleggen").format(number=number), origin=origin) as db:
        row = records.find(db, ctx.spec(KIND), number)
        _refuse(row)
        _refuse_moved(db, row, following)
        row.datum = on or row.datum
        if row.status == "concept":
            row.status = "vastgelegd"
        line = versies.add(
            ctx,
            db,
            row,
            title,
            stream.getvalue(),
            decision or Besluit(),
            publiek=made.job.publiek,
            tekst=text,
            bronnen=bronnen.as_text(stand, told),
        )
        shown = _shown(row, line)
    return replace(shown, warnings=(*made.warnings, *signs(done)), pages=done.pages)


def versions(ctx: Context, number: int) -> list[Versie]:
    """The fixed versions of a report, oldest first; raises UserError when the report is not there."""
    with ctx.store.reading() as db:
        row = records.find(db, ctx.spec(KIND), number)
        return [_shown(row, line) for line in versies.lines(db, row)]


def version(ctx: Context, number: int, version: int) -> Versie:
    """One fixed version of a report; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row = records.find(db, ctx.spec(KIND), number)
        return _shown(row, versies.line_of(db, row, version))


def pdf(ctx: Context, number: int, version: int) -> bytes:
    """The PDF of a version, byte for byte as it was fixed; raises UserError when it is not there or was damaged."""
    with ctx.store.reading() as db:
        return versies.content(db, records.find(db, ctx.spec(KIND), number), version)


def words(ctx: Context, number: int, version: int) -> str:
    """The plain words of a version, an empty line between blocks; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return str(versies.line_of(db, records.find(db, ctx.spec(KIND), number), version).tekst)


def difference(ctx: Context, number: int, one: int, other: int | None = None) -> list[Change]:
    """What changed from version `one` to `other`, or to the report as it is now; see base.text_difference. The day and number
    of the version, the numbers of notes, and what a version itself tells of changes are no change.

    Raises UserError when a version is not there, or the report cannot be made now.
    """
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        old = veranderd.words_of(versies.line_of(db, row, one))
        if other is None:
            new = _words_now(verslag.make_at(ctx, db, _asked(row)))
        else:
            new = veranderd.words_of(versies.line_of(db, row, other))
    return differences(old, new)


def moved(ctx: Context, number: int) -> bool:
    """Whether the report as it would be made now says something else than its last version; raises as `difference`."""
    last = versions(ctx, number)[-1].number
    try:
        return any(each.kind != "gelijk" for each in difference(ctx, number, last))
    except UserError:  # it cannot even be made now
        return True


def stale(ctx: Context, number: int) -> list[Veranderd]:
    """What became different under a draft, in sentences: records that it stands on, since its last version, and the facts of
    a part, since somebody wrote its text. Nothing for a report that was sent.

    Raises UserError when the report is not there.
    """
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        if row.verstuurd_op is not None or soort_of(row.soort).bundel:
            return []
        last = versies.last(db, row)
        lines = chosen.lines(db, "delen", row)
        if last is None and not any(line.tekst for line in lines):
            return []
        made = verslag.make_at(ctx, db, _asked(row))
        told = [_part_moved(number, part) for part in of_made(db, made, row, lines).parts if part.changed]
        if last is None:
            return told
        return [*bronnen.changes(bronnen.from_text(last.bronnen)[0], _stand(db, made)), *told]


def _part_moved(number: int, part: DeelStand) -> Veranderd:
    text = _("Onder het deel ‘{part}’ is iets veranderd sinds u de tekst schreef.")
    return Veranderd(KIND, number, text.format(part=part.title))


# -- reading -------------------------------------------------------------------------------------------------------


def _asked(row: Any) -> Opdracht:
    return Opdracht(row.soort, Period(row.van, row.tot), nummer=row.nummer)


def _job(row: Any, following: int, on: date | None) -> Opdracht:
    """What is asked for to fix it: its day, and which version it is."""
    said = f"{following}, vastgelegd op {day_long(clock.today())}"
    return replace(_asked(row), datum=on or row.datum or clock.today(), versie=said)


def _stand(db: ReadSession, made: Gemaakt) -> Stand:
    """What the report stands on, also under parts that are left out: these come and go by choice, not by facts."""
    blocks = (block for part in made.onderdelen for block in part.blocks)
    return bronnen.stand_of(db, (*made.read.sources, *bronnen.sources_of(blocks)))


def _words_now(made: Gemaakt) -> str:
    told = veranderd.part_words(made.onderdelen, made.keuzes)
    return veranderd.comparable(plain_text(made.document), told)


def _refuse(row: Any) -> None:
    refuse_sent(row)
    if soort_of(row.soort).bundel:
        raise UserError(
            _("Stukken voor een overleg kunt u niet als geheel vastleggen."),
            _("Leg de verslagen en brieven vast die erin zitten."),
        )


def _refuse_same(db: ReadSession, row: Any, job: Opdracht, now: str, stand: Stand) -> None:
    last = versies.last(db, row)
    if last is None or last.publiek != job.publiek or veranderd.words_of(last) != now:
        return
    if bronnen.changes(bronnen.from_text(last.bronnen)[0], stand):
        return
    raise UserError(
        _("Versie {version} van verslag {number} zegt hetzelfde. Er is niets om vast te leggen."),
        _("U kunt die versie versturen."),
        version=last.versie,
        number=row.nummer,
    )


def _refuse_moved(db: ReadSession, row: Any, following: int) -> None:
    """The paper says which version it is; another one that was fixed meanwhile has that number."""
    if versies.next_number(db, row) != following:
        raise UserError(
            _("Verslag {number} is intussen ergens anders vastgelegd."),
            _("Bekijk die versie eerst."),
            number=row.nummer,
        )


def _shown(row: Any, line: Any) -> Versie:
    return Versie(
        report=row.nummer,
        number=line.versie,
        audience=line.publiek,
        fixed_at=line.vastgelegd_op,
        fixed_by=line.vastgelegd_door or "",
        decision=Besluit(line.besluit_op, line.besluit or ""),
        name=line.naam,
        sha256=line.inhoud,
        size=line.grootte,
    )
