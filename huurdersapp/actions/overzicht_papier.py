"""The papers about overviews: the overview of a party, the prestatieafspraken of a year, the input for an overleg, a visie."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import lists, overzichten, overzichten_jaar, overzichten_stappen
from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.overzichten import Line, Overview, Sum, Theme
from huurdersapp.actions.papier import (
    Paper,
    Printed,
    laid_out,
    meeting_name,
    printed,
    save,
    small_numbers,
    writer_for,
)
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.records import find
from huurdersapp.actions.telling import one
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.activiteit import OUTLOOK
from huurdersapp.records.activiteit import STATUS as LINE_STATUS
from huurdersapp.records.activiteitenoverzicht import ADVIESRECHT, STATUS
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_keuzes import PRECISIE
from huurdersapp.records.inbrengpunt import REACTIES, SOORTEN, Inbrengpunt
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.visie import SOORTEN as VISIESOORTEN
from huurdersapp.records.visie import STATUS as VISIESTATUS
from huurdersapp.records.visie import Visie
from huurdersapp.reports import overzicht_values as paper
from huurdersapp.reports.document import Document, Source
from huurdersapp.store.step import ReadSession

KINDS = ("activiteitenoverzicht", "prestatieafspraken", "inbreng", "visie")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a paper is about besides its number: the year of the prestatieafspraken (None: see `first_year`); of the input
    only what is not answered yet."""

    jaar: int | None = None
    onbeantwoord: bool = False


NONE = Choices()


def preview(
    ctx: Context,
    kind: str,
    number: int,
    choices: Choices = NONE,
    *,
    wanted: Callable[[], bool] = lambda: True,
) -> Job[Paper]:
    """The pages of a paper as they are shown, saved and printed.

    `number` is that of the overview, the akkoord (prestatieafspraken), the overleg (inbreng; 0: all that is gathered and
    not brought in) or the visie. Raises UserError when that is not there, Stopped when no longer `wanted`.
    """
    yield Progress(0, 2, _("Gegevens lezen"))
    document = document_of(ctx, kind, number, choices)
    yield Progress(1, 2, _("Bladzijden maken"))
    return laid_out(ctx, document, wanted=wanted)


def document_of(ctx: Context, kind: str, number: int, choices: Choices = NONE) -> Document:
    """The paper as a neutral document; raises UserError as `preview`."""
    makers: dict[str, Callable[[Context, int, Choices], Document]] = {
        "activiteitenoverzicht": _overview,
        "prestatieafspraken": _agreements,
        "inbreng": _input,
        "visie": _visie,
    }
    if kind not in makers:
        raise UserError(_("Dit papier kennen wij niet: {kind}."), kind=kind[:40])
    return makers[kind](ctx, number, choices)


def write(ctx: Context, kind: str, number: int, path: Path, choices: Choices = NONE) -> Job[Printed]:
    """Write a paper to .pdf or .docx; raises UserError as `preview`, and when it cannot be written."""
    writer_for(path)
    found = yield from preview(ctx, kind, number, choices)
    return (yield from save(found, path))


def _sender(db: ReadSession) -> str:
    return own(db).naam


# -- the overview of a party ---------------------------------------------------------------------------------------


def _overview(ctx: Context, number: int, _choices: Choices) -> Document:
    from huurdersapp.reports.activiteitenoverzicht import overzicht_document

    found = overzichten.overview(ctx, number)
    with ctx.store.reading() as db:
        akkoord = _akkoord(db, found.akkoord)
        depth = [
            (year, printed(PRECISIE, item.precisie))
            for item in overzichten.depths(db, akkoord.id)
            for year in range(found.jaar + item.jaar_van - 1, found.jaar + item.jaar_tot)
            if year in found.years
        ]
        values = paper.OverzichtValues(
            organisatie=_sender(db),
            partij=found.party_name,
            akkoord=akkoord.naam,
            jaar=found.jaar,
            jaren=found.years,
            themas=themes_of(db, found.themes),
            sommen=sums_of(found.sums),
            diepte=tuple(depth),
            status=printed(STATUS, found.state),
            aangeleverd_op=found.handed_in,
            besproken_op=found.discussed,
            vastgesteld_op=found.settled,
            datum=clock.today(),
            voorbeeld=ctx.store.example,
        )
    return overzicht_document(values)


def _akkoord(db: ReadSession, number: int) -> Akkoord:
    row = find(db, db.catalogue.specs["akkoord"], number)
    assert isinstance(row, Akkoord)
    return row


def themes_of(db: ReadSession, themes: Iterable[Theme]) -> tuple[paper.OverzichtThema, ...]:
    """The themes of an overview as paper knows them."""
    return tuple(
        paper.OverzichtThema(
            theme.name,
            tuple(_line(db, line) for line in theme.lines),
            sums_of(theme.sums),
        )
        for theme in themes
    )


def _line(db: ReadSession, line: Line) -> paper.OverzichtRegel:
    row = find(db, db.catalogue.specs[overzichten.LINE], line.number)
    return paper.OverzichtRegel(
        line.name,
        line.theme,
        line.unit,
        line.place,
        line.project,
        line.along,
        printed(LINE_STATUS, line.state),
        line.result,
        line.agreed,
        tuple(
            paper.OverzichtJaar(year.jaar, year.aantal, year.bedrag, year.aantal_gedaan, year.bedrag_gedaan)
            for year in line.years
        ),
        one(overzichten.LINE, row),
    )


def sums_of(found: Iterable[Sum]) -> tuple[paper.OverzichtSom, ...]:
    """What lines add up to, as paper knows it."""
    return tuple(paper.OverzichtSom(item.unit, item.jaar, item.planned, item.done) for item in found)


# -- the prestatieafspraken of a year ------------------------------------------------------------------------------


def agreed_only(found: Overview, years: Iterable[int]) -> Overview:
    """An overview with only what stands in the prestatieafspraken, in these years."""
    wanted = set(years)
    themes = []
    for theme in found.themes:
        lines = tuple(
            replace(line, years=tuple(year for year in line.years if year.jaar in wanted))
            for line in theme.lines
            if line.agreed and line.state != "vervallen"
        )
        if lines:
            themes.append(Theme(theme.name, lines, overzichten.sums(lines)))
    lines = tuple(line for theme in themes for line in theme.lines)
    return replace(found, themes=tuple(themes), sums=overzichten.sums(lines))


def _agreements(ctx: Context, number: int, choices: Choices) -> Document:
    from huurdersapp.reports.prestatieafspraken import prestatieafspraken_document

    jaar = choices.jaar or overzichten_jaar.first_year(ctx, number)
    board = overzichten_jaar.board(ctx, number, jaar)
    years = tuple(range(jaar, jaar + OUTLOOK + 1))
    advice = {row.party: row for row in overzichten_stappen.advice_of(ctx, number, jaar)}
    parties = []
    with ctx.store.reading() as db:
        for seat in board.seats:
            found = None if seat.overview is None else agreed_only(seat.overview, years)
            right = advice.get(seat.party)
            settled = right is not None and right.answer != "open"
            parties.append(
                paper.AfspraakPartij(
                    seat.name,
                    () if found is None else themes_of(db, found.themes),
                    () if found is None else sums_of(found.sums),
                    aangeleverd=found is not None,
                    verwacht_op=seat.until if seat.late else None,
                    vastgesteld_op=None if found is None else found.settled,
                    adviesrecht=printed(ADVIESRECHT, right.answer) if right else "",
                    adviesrecht_op=right.on if right and settled else None,
                    adviesrecht_reden=right.why if right else "",
                )
            )
        values = paper.PrestatieafsprakenValues(
            organisatie=_sender(db),
            akkoord=board.name,
            jaar=jaar,
            jaren=years,
            partijen=tuple(parties),
            datum=clock.today(),
            voorbeeld=ctx.store.example,
        )
    return prestatieafspraken_document(values)


# -- input ---------------------------------------------------------------------------------------------------------


def _input(ctx: Context, number: int, choices: Choices) -> Document:
    from huurdersapp.reports.inbreng import inbreng_document

    where = [f"overleg={number}"] if number else ["status=verzameld"]
    if choices.onbeantwoord:
        where.append("reactie=")
    records = lists.find(ctx, ctx.spec(overzichten_stappen.INPUT), where, order="nummer")
    order = list(SOORTEN.keys())
    with ctx.store.reading() as db:
        meeting, on = "", None
        if number:
            row = find(db, db.catalogue.specs["overleg"], number)
            assert isinstance(row, Overleg)
            meeting, on = meeting_name(row), row.datum
        by_party: dict[str, list[paper.InbrengPunt]] = {}
        names = Names(db)
        for record in sorted(records, key=lambda each: (order.index(each["soort"]), each["nummer"])):
            by_party.setdefault(_party_of(db, record), []).append(point_of(db, record, names))
        values = paper.InbrengValues(
            organisatie=_sender(db),
            overleg=meeting,
            overleg_op=on,
            partijen=tuple((name, tuple(points)) for name, points in sorted(by_party.items())),
            datum=clock.today(),
            small=small_numbers(ctx),
            voorbeeld=ctx.store.example,
        )
    return inbreng_document(values)


def _party_of(db: ReadSession, record: Plain) -> str:
    row: Any = find(db, db.catalogue.specs[overzichten.KIND], record["overzicht"])
    return Names(db).of("partij", row.partij_id)


def point_of(db: ReadSession, record: Plain, names: Names) -> paper.InbrengPunt:
    """A point of input, read as JSON, as paper knows it: with what it rests on."""
    spec = db.catalogue.specs[overzichten_stappen.INPUT]
    row = find(db, spec, record["nummer"])
    assert isinstance(row, Inbrengpunt)
    grounds = [*_consulted(db, record["raadplegingen"]), *_reported(db, record["knelpunten"])]
    return paper.InbrengPunt(
        soort=printed(SOORTEN, row.soort),
        naam=row.naam,
        thema=names.of("thema", row.thema_id) if row.thema_id else "",
        activiteit=names.of("activiteit", row.activiteit_id) if row.activiteit_id else "",
        tekst=row.tekst or "",
        onderbouwing=row.onderbouwing or "",
        gronden=tuple(grounds),
        reactie=printed(REACTIES, row.reactie),
        reactie_tekst=row.reactie_tekst or "",
        reactie_op=row.reactie_op,
        source=one(spec.key, row),
    )


def _consulted(db: ReadSession, numbers: Iterable[int]) -> Iterable[paper.InbrengGrond]:
    for number in numbers:
        row = db.scalars(select(Raadpleging).where(Raadpleging.nummer == number)).one()
        yield paper.InbrengGrond("raadpleging", row.titel, row.respons_totaal, one("raadpleging", row))


def _reported(db: ReadSession, numbers: Iterable[int]) -> Iterable[paper.InbrengGrond]:
    """Knelpunten per category, with how many reports: a title may say whose home it is about."""
    found: dict[str, list[Knelpunt]] = {}
    for number in numbers:
        row = db.scalars(select(Knelpunt).where(Knelpunt.nummer == number)).one()
        found.setdefault(row.categorie, []).append(row)
    for category, rows in found.items():
        source = Source(
            "knelpunt",
            (("nummer", ",".join(str(row.nummer) for row in rows)),),
            tuple(row.id for row in rows),
        )
        reports = sum(1 + (row.ook_last_van or 0) for row in rows)
        yield paper.InbrengGrond("knelpunt", printed(CATEGORIEEN, category).lower(), reports, source)


# -- a visie -------------------------------------------------------------------------------------------------------


def _visie(ctx: Context, number: int, _choices: Choices) -> Document:
    from huurdersapp.actions.records import show
    from huurdersapp.reports.visie import visie_document

    record = show(ctx, ctx.spec("visie"), number)
    with ctx.store.reading() as db:
        row = find(db, ctx.spec("visie"), number)
        assert isinstance(row, Visie)
        names = Names(db)
        values = paper.VisieValues(
            organisatie=_sender(db),
            naam=row.naam,
            soort=printed(VISIESOORTEN, row.soort),
            kernen=tuple(_called(db, "kern", each) for each in record["kernen"]),
            jaar=row.jaar,
            status=printed(VISIESTATUS, row.status),
            vastgesteld_op=row.vastgesteld_op,
            trekker=names.of("partij", row.trekker_id) if row.trekker_id else "",
            inhoud=row.inhoud or "",
            eigen_inbreng=row.eigen_inbreng or "",
            inbreng_op=row.inbreng_op,
            bijeenkomsten=tuple(
                paper.VisieBijeenkomst(
                    line["wat"],
                    _day(line["datum"]),
                    line["bewoners"],
                    line["eigen_aanwezig"],
                    line["uitkomst"] or "",
                )
                for line in record["bijeenkomsten"]
            ),
            onderdelen=tuple(
                paper.VisieOnderdeel(
                    line["wat"],
                    _called(db, "partij", line["partij"]) if line["partij"] else "",
                    line["eigen"],
                    line["kosten"],
                    _day(line["gepland_op"]),
                    _day(line["gedaan_op"]),
                )
                for line in record["onderdelen"]
            ),
            raadplegingen=tuple(_consulted(db, record["raadplegingen"])),
            afspraken=tuple(_called(db, "afspraak", each) for each in record["afspraken"]),
            datum=clock.today(),
            small=small_numbers(ctx),
            source=one("visie", row),
            voorbeeld=ctx.store.example,
        )
    return visie_document(values)


def _called(db: ReadSession, kind: str, number: int) -> str:
    table = db.catalogue.specs[kind].table
    key = db.scalars(select(table.c.id).where(table.c.nummer == number)).first()
    return Names(db).of(kind, key) if key else ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
