"""The papers of one meeting as one file: agenda, what the last meeting said, reports, input and adviezen, in the chosen order.

What was fixed goes in as it was fixed; the rest is made now. See `reports/bundle.py` for how it becomes one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import brief_versies, brieven, overleg_openstaand, overleg_papier, overzicht_papier
from huurdersapp.actions.afzender import as_sender, own
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Link, Paper, laid_out, meeting_name, printed
from huurdersapp.actions.records import find
from huurdersapp.actions.verslagen.keuzes import of, opdracht_of
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.soorten import SOORTEN
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock, period
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.brief import Brief
from huurdersapp.records.brief_soorten import OF_A_CASE
from huurdersapp.records.brief_soorten import SOORTEN as LETTERS
from huurdersapp.records.inbrengpunt import Inbrengpunt
from huurdersapp.records.verslag import Verslag
from huurdersapp.records.verslag_soorten import BUITEN
from huurdersapp.reports.document import Document
from huurdersapp.reports.language import day_long
from huurdersapp.reports.prose import one_line, text_blocks
from huurdersapp.reports.rapport import Kader, Keuze, Onderdeel, by_key, geordend, staat_erin
from huurdersapp.reports.stukken import StukkenValues, StukRegel, voorkant
from huurdersapp.store import contents
from huurdersapp.store.step import ReadSession

FRONT = "voorkant"
BEFORE = timedelta(days=122)
"""How far back letters are looked for where there was no meeting of this kind before: a trimester."""
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Stuk:
    """A paper that can go in: its key, what it is called, more about it, and what makes it: a document, or the
    pages as they were fixed."""

    sleutel: str
    titel: str
    toelichting: str
    maak: Callable[[Context, ReadSession], Document | bytes]
    aan: bool = True


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The papers that there are, each as a part without blocks; raises UserError when the overleg is not there."""
    row = _meeting(db, job)
    kader = Kader(f"Stukken {row.naam}", as_sender(own(db)).naam, voorbeeld=ctx.store.example, inhoud=False)
    return Gelezen(kader, _as_parts(_pieces(ctx, db, row, job)))


def paper(
    ctx: Context,
    job: Opdracht,
    keuzes: Iterable[Keuze] | None = None,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The bundle; `keuzes` that are given lead over those of its record. Raises UserError as `read`, Stopped when it is no
    longer `wanted`."""
    from huurdersapp.reports.bundle import Piece, bundled
    from huurdersapp.reports.paper.metadata import about

    yield Progress(0, 1, _("Gegevens lezen"))
    with ctx.store.reading() as db:
        job, kept = of(ctx, db, job)
        chosen = by_key(kept if keuzes is None else keuzes)
        row = _meeting(db, job)
        values = _front(ctx, db, row, job, chosen.get(FRONT))
        parts = {each.sleutel: each for each in _pieces(ctx, db, row, job)}
        pieces = [
            (parts[part.sleutel], _called(part, chosen.get(part.sleutel)))
            for part in geordend(_as_parts(parts.values()), chosen.values())
            if part.sleutel in parts and staat_erin(part, chosen.get(part.sleutel))
        ]
        pieces, texts, missing = _made(ctx, db, pieces)
    made: list[Paper] = []
    for place, ((_piece, title), text) in enumerate(zip(pieces, texts, strict=True)):
        yield Progress(place, len(pieces) + 2, title)
        made.append(_fixed(title, text) if isinstance(text, bytes) else laid_out(ctx, text, wanted=wanted))
    yield Progress(len(pieces), len(pieces) + 2, _("Voorkant maken"))
    lines = tuple(
        StukRegel(title, piece.toelichting, bladzijden=each.pages)
        for (piece, title), each in zip(pieces, made, strict=True)
    )
    front = _numbered(ctx, values, lines, wanted)
    yield Progress(len(pieces) + 1, len(pieces) + 2, _("Samenvoegen"))

    def at_piece(_place: int) -> None:
        if not wanted():
            raise Stopped

    everything = [front, *made]
    names = [_("Voorkant"), *(title for _piece, title in pieces)]
    data = bundled(
        [Piece(name, each.pdf) for name, each in zip(names, everything, strict=True)],
        about(front.document, clock.now()),
        at_piece=at_piece,
    )
    links = tuple(_moved(everything))
    warnings = tuple(dict.fromkeys([*missing, *(text for each in everything for text in each.warnings)]))
    whole = replace(front.document, blocks=())  # its pages are those of its papers, so it is a PDF alone
    return Paper(whole, data, sum(each.pages for each in everything), links, warnings, not pieces)


def _made(
    ctx: Context, db: ReadSession, pieces: Sequence[tuple[Stuk, str]]
) -> tuple[list[tuple[Stuk, str]], list[Document | bytes], list[str]]:
    """The papers that can be made with what they are, and of each other one a sentence that says why it is not there."""
    there: list[tuple[Stuk, str]] = []
    texts: list[Document | bytes] = []
    missing: list[str] = []
    for piece, title in pieces:
        try:
            texts.append(piece.maak(ctx, db))
        except UserError as fault:
            missing.append(_("Er niet bij: {title}. {reason}").format(title=title, reason=fault.text))
        else:
            there.append((piece, title))
    return there, texts, missing


def _as_parts(pieces: Iterable[Stuk]) -> tuple[Onderdeel, ...]:
    """The papers as the parts of a report, which its writer leaves out, moves and names."""
    front = Onderdeel(FRONT, "Wat u hier vindt", (), vast=True)
    return (front, *(Onderdeel(each.sleutel, each.titel, (), aan=each.aan) for each in pieces))


def _called(part: Onderdeel, keuze: Keuze | None) -> str:
    return one_line(keuze.kop) if keuze and keuze.kop.strip() else part.titel


def _numbered(
    ctx: Context, values: StukkenValues, lines: tuple[StukRegel, ...], wanted: Callable[[], bool]
) -> Paper:
    """The front with the page on which each paper begins: its own length moves these."""
    front = laid_out(ctx, voorkant(replace(values, stukken=lines)), wanted=wanted)
    for _try in range(_TRIES):
        at, rows = front.pages + 1, []
        for line in lines:
            rows.append(replace(line, bladzijde=at))
            at += line.bladzijden or 0
        before, front = (
            front.pages,
            laid_out(ctx, voorkant(replace(values, stukken=tuple(rows))), wanted=wanted),
        )
        if front.pages == before:
            break
    return front


def _moved(papers: Sequence[Paper]) -> Iterator[Link]:
    """The numbers that open their records, on the pages of the whole."""
    start = 0
    for each in papers:
        for link in each.links:
            yield replace(link, page=link.page + start)
        start += each.pages


def _meeting(db: ReadSession, job: Opdracht) -> Any:
    if job.overleg is None:
        raise UserError(_("Voor deze stukken is een overleg nodig."), _("Noem het nummer van het overleg."))
    return find(db, db.catalogue.specs["overleg"], job.overleg)


def _front(ctx: Context, db: ReadSession, row: Any, job: Opdracht, keuze: Keuze | None) -> StukkenValues:
    spec = db.catalogue.specs["overleg"].part["bijlagen"].spec
    files = [line for line in db.lines(spec, row.id) if not (job.buiten and line.vertrouwelijk)]
    name = meeting_name(row)
    return StukkenValues(
        organisatie=as_sender(own(db)).naam,
        titel=job.titel or f"Stukken {row.naam}",
        overleg=name,
        datum=row.datum,
        gemaakt_op=job.datum or clock.today(),
        begintijd=row.begintijd or "",
        plaats=row.plaats or "",
        los=tuple(line.naam for line in files),
        toelichting=tuple(text_blocks(keuze.tekst)) if keuze else (),
        voorbeeld=ctx.store.example,
    )


def _pieces(ctx: Context, db: ReadSession, row: Any, job: Opdracht) -> list[Stuk]:
    """All that can go in, in the order in which a meeting goes."""
    secret = Geheim(db)
    before = overleg_openstaand.previous(db, row)
    told = before if before is not None and not (job.buiten and secret.has("overleg", before)) else None
    who = overleg_papier.Choices(deelnemers=False if job.buiten else None, buiten=job.buiten)
    found = [] if job.buiten and secret.has("overleg", row) else [_of_meeting("agenda", "Agenda", row, who)]
    if told is not None and told.verslag:
        name = f"Verslag {told.naam}"
        found.append(_of_meeting("verslag", name, told, who, "van het vorige overleg"))
    if told is not None:
        name = f"Actielijst {told.naam}"
        found.append(_of_meeting("actielijst", name, told, who, "wat van het vorige overleg openstaat"))
    found += _reports(db, row, job)
    if db.scalars(
        select(Inbrengpunt.id).where(Inbrengpunt.overleg_id == row.id, _alive(Inbrengpunt))
    ).first():
        found.append(_input(row, job))
    found += _letters(db, row, before, secret)
    return found


def _alive(cls: Any) -> Any:
    return cls.verwijderd.is_(None)


def _of_meeting(kind: str, title: str, row: Any, who: overleg_papier.Choices, told: str = "") -> Stuk:
    def make(ctx: Context, db: ReadSession) -> Document:
        return overleg_papier.document_at(ctx, db, kind, row, who)

    return Stuk(kind, title, told, make)


def _input(row: Any, job: Opdracht) -> Stuk:
    """What we said of the overviews: the paper of this meeting, or for people outside the report that leaves out what is
    confidential."""

    def make(ctx: Context, db: ReadSession) -> Document:
        if job.buiten:
            span = period.parse(str(row.datum.year))
            return _asked_of(Opdracht("input", span, job.akkoord, job.publiek, overleg=row.nummer))(ctx, db)
        return overzicht_papier.document_of(ctx, "inbreng", row.nummer)

    return Stuk("inbreng", "Inbreng van huurders", "op de activiteitenoverzichten", make)


def _reports(db: ReadSession, row: Any, job: Opdracht) -> Iterator[Stuk]:
    """The reports that were made for this meeting; without any the trimesterverslag of the period that had ended."""
    query = select(Verslag).where(_alive(Verslag), Verslag.overleg_id == row.id, Verslag.soort != "stukken")
    rows = [
        each for each in db.scalars(query.order_by(Verslag.van, Verslag.nummer)) if _may_go_in(each, row, job)
    ]
    yield from (_report(db, each, job) for each in rows)
    if not any(each.soort == "trimester" for each in rows) and row.soort in overleg_papier.WITH_NAMES:
        span = _ended(row.datum)
        asked = Opdracht("trimester", span, job.akkoord, job.publiek, overleg=row.nummer)
        told = _asked_of(asked)
        yield Stuk(f"trimester-{span.code()}", f"Trimesterverslag {span.code()}", "nog niet vastgelegd", told)


def _ended(on: date) -> period.Period:
    """The last trimester that had ended by then."""
    number = (on.month - 1) // 4
    return period.trimester(on.year, number) if number else period.trimester(on.year - 1, 3)


def _asked_of(asked: Opdracht) -> Callable[[Context, ReadSession], Document]:
    def make(ctx: Context, db: ReadSession) -> Document:
        from huurdersapp.actions import verslag

        return verslag.make_at(ctx, db, asked).document

    return make


def _may_go_in(report: Verslag, meeting: Any, job: Opdracht) -> bool:
    """What is for our own board alone goes into the papers of no other meeting, and not to people outside."""
    readers = SOORTEN[report.soort].publieken
    if len(readers) == 1 and meeting.soort != "bestuur":
        return False
    return not job.buiten or job.publiek in readers


def _report(db: ReadSession, row: Verslag, job: Opdracht) -> Stuk:
    """A report as it was fixed last; one that was not yet is made now.

    What was written or fixed for other readers is not for people outside: they get the report as it is made for them.
    """
    outside = job.buiten and row.publiek not in BUITEN
    last = _last(db, row, BUITEN if job.buiten else None) if not outside else None
    asked = Opdracht(row.soort, period.Period(row.van, row.tot), nummer=row.nummer)
    if outside:
        own = opdracht_of(db, row)
        asked = replace(own, publiek=job.publiek, nummer=None, titel="", reden_leeg="", vragen=())
    make = _asked_of(asked) if last is None else (lambda _ctx, _db: last)
    return Stuk(f"verslag-{row.nummer}", row.titel, "vastgelegd" if last is not None else "concept", make)


def _last(db: ReadSession, row: Verslag, readers: Iterable[str] | None = None) -> bytes | None:
    """The PDF of its last fixed version, of those for these readers where they are named."""
    spec = db.catalogue.specs["verslag"].part["versies"].spec
    lines = [line for line in db.lines(spec, row.id) if readers is None or line.publiek in readers]
    if not lines:
        return None
    return b"".join(contents.pieces(db, max(lines, key=lambda line: line.versie).inhoud))


def _letters(db: ReadSession, row: Any, before: Any | None, secret: Geheim) -> Iterator[Stuk]:
    """The adviezen that went out since the last meeting, as they were sent; with a landlord those to him alone."""
    since = before.datum if before is not None else row.datum - BEFORE
    query = (
        select(Brief)
        .where(
            _alive(Brief),
            Brief.soort.in_(OF_A_CASE),
            Brief.verstuurd_op > since,
            Brief.verstuurd_op <= row.datum,
            Brief.vertrouwelijk.is_not(True),
        )
        .order_by(Brief.verstuurd_op, Brief.nummer)
    )
    for letter in db.scalars(query):
        case: Any = db.get(Advies, letter.advies_id) if letter.advies_id else None
        if case is not None and row.verhuurder_id and case.verhuurder_id != row.verhuurder_id:
            continue
        if case is None or not secret.has("advies", case):
            sent = letter.verstuurd_op or row.datum
            told = f"{printed(LETTERS, letter.soort)}, verstuurd op {day_long(sent)}"
            yield Stuk(f"brief-{letter.nummer}", letter.onderwerp, told, _letter(letter))


def _letter(row: Brief) -> Callable[[Context, ReadSession], Document | bytes]:
    """The letter as it was fixed; of one that was sent without that, its words of now."""

    def make(ctx: Context, db: ReadSession) -> Document | bytes:
        last = brief_versies.last_version(db, row)
        if last is not None:
            return brief_versies.content(db, row, last.number)
        return brieven.document_at(ctx, db, row)

    return make


def _fixed(title: str, data: bytes) -> Paper:
    """A version as it was fixed: its pages and nothing that opens from them."""
    from huurdersapp.reports.bundle import Piece, page_counts

    document = Document(title=title, author="", blocks=())
    return Paper(document, data, page_counts([Piece(title, data)])[0], (), ())
