"""Fixing a letter as a numbered version that never changes, and what that version was.

*Vaststellen* is the decision of the board (see brief_zaak.py), *vastleggen* freezes the letter (`fix`): its PDF, its words,
and the records that it stands on, all of one moment. `stale` and `difference` tell what became different after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from huurdersapp.actions import brief_bronnen, brieven, bronnen, records, versies
from huurdersapp.actions.brieven import Deel
from huurdersapp.actions.bronnen import Bron, Veranderd
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import signs
from huurdersapp.actions.versies import Besluit as Besluit
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.text_difference import Change, differences
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.brief import next_number
from huurdersapp.records.brief_soorten import OF_A_CASE
from huurdersapp.reports.document import MARK_EXAMPLE, Document
from huurdersapp.reports.plain_text import plain_text
from huurdersapp.store.step import ReadSession, StepSession

KIND = "brief"


@dataclass(frozen=True, slots=True)
class Versie:
    """A fixed version of a letter, without its bytes and words.

    `number` counts the versions of the letter from 1, `letter` is the number of the letter, `sha256` that of the PDF.
    `warnings` and `pages` are for who just fixed it.
    """

    letter: int
    number: int
    registered: str
    fixed_at: datetime
    fixed_by: str
    decision: Besluit
    name: str
    sha256: str
    size: int
    warnings: tuple[str, ...] = field(default=(), compare=False)
    pages: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter as it is at one moment: what it says, and what it stands on."""

    document: Document
    sources: tuple[Bron, ...]
    decision: Besluit
    on: date

    @property
    def words(self) -> str:
        """Its plain words, an empty line between blocks."""
        return plain_text(self.document)


def fix(
    ctx: Context,
    number: int,
    *,
    on: date | None = None,
    decision: Besluit | None = None,
    origin: object | None = None,
) -> Versie:
    """Freeze a letter as its next version, in one step; `on` is the day that stands on it, else its own or today.

    The letter of a case takes its decision from the case. Raises UserError for a letter that came in, one that was sent
    already, one whose advies was not adopted, one that says the same as its last version, and whatever keeps the letter
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
    read = reading(ctx, number, on=on, decision=decision)
    yield Progress(1, 3, _("Brief maken"))
    stream = BytesIO()
    done = write_pdf(read.document, stream, created=clock.now())
    yield Progress(2, 3, _("Vastleggen"))
    with ctx.store.step(_("Brief {number} vastleggen").format(number=number), origin=origin) as db:
        row = records.find(db, ctx.spec(KIND), number)
        _refuse(db, row)
        made = _freeze(ctx, db, row, read, stream.getvalue())
    return replace(made, warnings=tuple(signs(done)), pages=done.pages)


def reading(ctx: Context, number: int, *, on: date | None = None, decision: Besluit | None = None) -> Reading:
    """The letter as it would be fixed now, all of it from one moment of the store; raises as `fix`."""
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        _refuse(db, row)
        found = _read(ctx, db, row, on, decision)
        last = versies.last(db, row)
        same = last is not None and (last.tekst, last.bronnen) == (
            found.words,
            bronnen.as_text(found.sources),
        )
    if last is not None and same:
        raise UserError(
            _("Versie {version} van brief {number} zegt hetzelfde. Er is niets om vast te leggen."),
            _("U kunt die versie versturen."),
            version=last.versie,
            number=number,
        )
    return found


def versions(ctx: Context, number: int) -> list[Versie]:
    """The fixed versions of a letter, oldest first; raises UserError when the letter is not there."""
    with ctx.store.reading() as db:
        row = records.find(db, ctx.spec(KIND), number)
        return [_shown(row, line) for line in versies.lines(db, row)]


def version(ctx: Context, number: int, version: int) -> Versie:
    """One fixed version of a letter; raises UserError when it is not there."""
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


def sources(ctx: Context, number: int, version: int) -> list[Bron]:
    """The records that a version stands on, as they were then; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        line = versies.line_of(db, records.find(db, ctx.spec(KIND), number), version)
        return bronnen.from_text(line.bronnen)


def difference(ctx: Context, number: int, one: int, other: int | None = None) -> list[Change]:
    """What changed from version `one` to `other`, or to the letter as it is now; see base.text_difference.

    Raises UserError when a version is not there, or the letter cannot be made now.
    """
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        old = str(versies.line_of(db, row, one).tekst)
        new = (
            _read(ctx, db, row, None, None).words if other is None else versies.line_of(db, row, other).tekst
        )
    return differences(old, new)


def moved(ctx: Context, number: int) -> bool:
    """Whether the letter as it would be made now says something else than its last version; raises as `difference`."""
    last = versions(ctx, number)[-1].number
    try:
        return any(each.kind != "gelijk" for each in difference(ctx, number, last))
    except UserError:  # it cannot even be made now
        return True


def stale(ctx: Context, number: int) -> list[Veranderd]:
    """What became different under a draft, in sentences: records that it stands on, since its last version, and the facts
    of a part, since somebody rewrote that part. Nothing for a letter that was sent or came in.

    Raises UserError when the letter is not there.
    """
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        if row.richting == "binnen" or row.verstuurd_op is not None:
            return []
        told = [_part_moved(number, part) for part in brieven.read_at(ctx, db, row).parts if part.changed]
        last = versies.last(db, row)
        if last is None:
            return told
        kept, now = bronnen.from_text(last.bronnen), brief_bronnen.sources(db, row)
        return [*brief_bronnen.changes(kept, now), *told]


def _part_moved(number: int, part: Deel) -> Veranderd:
    text = _("Onder het deel ‘{part}’ is iets veranderd sinds u het herschreef.")
    return Veranderd(KIND, number, text.format(part=part.title))


# -- reading -------------------------------------------------------------------------------------------------------


def _read(ctx: Context, db: ReadSession, row: Any, on: date | None, decision: Besluit | None) -> Reading:
    when = on or row.datum or clock.today()
    case = db.get(Advies, row.advies_id) if row.advies_id else None
    if case is not None and row.soort in OF_A_CASE:
        decision = _decided(case)
    document = _document(ctx, db, row, when)
    return Reading(document, tuple(brief_bronnen.sources(db, row)), decision or Besluit(), when)


def _document(ctx: Context, db: ReadSession, row: Any, on: date) -> Document:
    """The letter as it is fixed: no concept any more."""
    made = brieven.document_at(ctx, db, row, on)
    return replace(made, mark=MARK_EXAMPLE if ctx.store.example else None)


def _decided(case: Advies) -> Besluit:
    """The decision as it is kept: in Dutch, whatever the language of the screen."""
    known = {
        "Aanwezig": case.aanwezig,
        "Stemmen": case.stemmen,
        "Vastgesteld door": case.vastgesteld_door,
    }
    told = [f"{what}: {words}" for what, words in known.items() if words]
    return Besluit(case.vastgesteld_op, ". ".join(told))


def _refuse(db: ReadSession, row: Any) -> None:
    """What cannot be fixed, whatever it says."""
    if row.richting == "binnen":
        raise UserError(
            _("Brief {number} kwam binnen. Alleen een brief van uzelf kunt u vastleggen."), number=row.nummer
        )
    if row.verstuurd_op is not None:
        raise UserError(
            _("Brief {number} is op {day} verstuurd. Die verandert niet meer."),
            _("Maak een nieuwe brief voor wat u nog wilt zeggen."),
            number=row.nummer,
            day=day(row.verstuurd_op),
        )
    case = db.get(Advies, row.advies_id) if row.advies_id else None
    if case is not None and row.soort in OF_A_CASE:
        refuse_undecided(case)


def refuse_undecided(case: Any) -> None:
    """Raises UserError for a case of which the board has not adopted the advies."""
    if case.vastgesteld_op is None:
        raise UserError(
            _("Het bestuur heeft advies {number} nog niet vastgesteld."),
            _("Vul eerst in wanneer het bestuur besloot. Leg de brief daarna vast."),
            number=case.nummer,
        )


# -- versions ------------------------------------------------------------------------------------------------------


def _freeze(ctx: Context, db: StepSession, row: Any, read: Reading, data: bytes) -> Versie:
    """Write the version; what the letter gets by it (its number, day and status) goes along."""
    row.datum = read.on
    row.registernummer = row.registernummer or next_number(db, row.datum.year)
    if row.status == "concept":
        row.status = "vastgelegd"
    title = f"{row.registernummer} {row.onderwerp}"
    kept = bronnen.as_text(read.sources)
    line = versies.add(ctx, db, row, title, data, read.decision, tekst=read.words, bronnen=kept)
    return _shown(row, line)


def _shown(row: Any, line: Any) -> Versie:
    return Versie(
        letter=row.nummer,
        number=line.versie,
        registered=row.registernummer or "",
        fixed_at=line.vastgelegd_op,
        fixed_by=line.vastgelegd_door or "",
        decision=Besluit(line.besluit_op, line.besluit or ""),
        name=line.naam,
        sha256=line.inhoud,
        size=line.grootte,
    )


def last_version(db: ReadSession, row: Any) -> Versie | None:
    """The newest fixed version of a letter that was read; None where nothing was fixed."""
    line = versies.last(db, row)
    return _shown(row, line) if line is not None else None


def kept_sources(db: ReadSession, row: Any) -> list[Bron] | None:
    """What the newest version of a letter stands on, as it was then; None where nothing was fixed."""
    line = versies.last(db, row)
    return bronnen.from_text(line.bronnen) if line is not None else None


def content(db: ReadSession, row: Any, version: int) -> bytes:
    """`pdf` for a letter that was read."""
    return versies.content(db, row, version)
