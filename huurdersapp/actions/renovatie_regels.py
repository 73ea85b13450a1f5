"""What reports say of renovations: a line for each project, with its buildings as they were counted on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from huurdersapp.actions.conditions import FOR_AKKOORD
from huurdersapp.actions.papier import printed
from huurdersapp.actions.renovatie_maat import HOME, OVER, PROJECT, UNIT, Geteld, counted_on, projects
from huurdersapp.actions.telling import Where, found, one
from huurdersapp.actions.verslagen.vragen import Voorstel
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.period import Period
from huurdersapp.records.advies_tables import UITKOMSTEN, Advies
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.renovatie_tables import Renovatieproject
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports import renovatie_values as paper
from huurdersapp.reports.language import clause, sentence
from huurdersapp.reports.prose import one_line, plain_line
from huurdersapp.reports.renovatie_delen import in_short
from huurdersapp.store.step import ReadSession


def renovation_lines(db: ReadSession, span: Period, only: Where = ()) -> tuple[paper.Renovatie, ...]:
    """The renovations of a period that meet `only`, each with its buildings at the end of it."""
    rows = projects(db, (("bekend_in", span.code()), *only))
    if not rows:
        return ()
    reader = Lines(db, min(clock.today(), span.last))
    asked = set(found(db, PROJECT, (("meting_in", span.code()), *only)).ids)
    return tuple(reader.line(row, row.id in asked) for row in rows)


def lines_on(db: ReadSession, on: date, only: Where = ()) -> tuple[paper.Renovatie, ...]:
    """The renovations that were proposed and not closed on a day."""
    rows = projects(db, (("bekend_op", on.isoformat()), *only))
    reader = Lines(db, on) if rows else None
    return () if reader is None else tuple(reader.line(row, asked=False) for row in rows)


def of_akkoord(db: ReadSession, akkoord: Akkoord) -> Where:
    """With more akkoorden a report tells of its own municipality; with one there is nothing to tell apart."""
    if len(db.alive(db.catalogue.specs["akkoord"])) < 2:
        return ()
    return ((FOR_AKKOORD, str(akkoord.nummer)),)


def questions(db: ReadSession, on: date, only: Where = ()) -> Iterator[Voorstel]:
    """What the meeting could be asked about the renovations that were proposed and not closed on a day."""
    lines = Lines(db, on)
    for row in projects(db, (("bekend_op", on.isoformat()), *only)):
        asked = clause(plain_line(row.gevraagd or ""))
        if asked and row.status not in OVER:
            yield Voorstel(
                f"{PROJECT} {row.nummer}",
                f"Wij vragen bij ‘{clause(one_line(row.titel))}’: {asked}",
                sentence(in_short(lines.line(row, asked=False))),
                source=one(PROJECT, row),
            )


def renovations_of(db: ReadSession, advies: Advies, on: date) -> tuple[paper.Renovatie, ...]:
    """The renovations that an advies is about, as they stood on a day, or today where that has not come; only those of which
    a tenant answered: before that there is nothing to tell."""
    until = min(on, clock.today())
    rows = projects(db, (("adviezen.advies", str(advies.nummer)),))
    answered = [
        row
        for row in rows
        if any(each.telling.ja or each.telling.nee for each in counted_on(db, [row], until))
    ]
    return tuple(Lines(db, until).line(row, asked=False) for row in answered)


class Lines:
    """Makes the lines of projects on a day."""

    def __init__(self, db: ReadSession, on: date) -> None:
        self.db, self.on = db, on
        self.secret = Geheim(db)

    def line(self, row: Renovatieproject, asked: bool) -> paper.Renovatie:
        """A project as reports tell of it."""
        landlord = self.db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
        counted = list(counted_on(self.db, [row], self.on))
        running = row.meting_tot if row.meting_van and row.meting_van <= self.on else None
        return paper.Renovatie(
            nummer=row.nummer,
            titel=row.titel,
            verhuurder=landlord.naam if landlord else "",
            gebouwen=tuple(self._unit(each) for each in counted),
            stand=row.stand or "",
            gevraagd=row.gevraagd or "" if row.status not in OVER else "",
            advies=self._advice(row, outside=False),
            advies_buiten=self._advice(row, outside=True),
            loopt=any(each.runs for each in counted),
            loopt_tot=running if running is not None and running >= self.on else None,
            gemeten=asked,
            source=one(PROJECT, row),
        )

    def _unit(self, each: Geteld) -> paper.Gebouw:
        return paper.gebouw(
            each.unit.naam,
            each.telling,
            found(self.db, HOME, each.where("telt_mee_op")).source,
            found(self.db, HOME, each.where("ingestemd_op")).source,
            one(UNIT, each.unit),
        )

    def _advice(self, row: Renovatieproject, *, outside: bool) -> str:
        """What we advised about it by that day, in the order in which it was sent."""
        part = self.db.catalogue.specs[PROJECT].part["adviezen"].spec
        rows = [self.db.get(Advies, line.advies_id) for line in self.db.lines(part, row.id)]
        sent = [
            each
            for each in rows
            if each is not None
            and each.verwijderd is None
            and each.uitkomst
            and each.verstuurd_op is not None
            and each.verstuurd_op <= self.on
            and not (outside and self.secret.has("advies", each))
        ]
        sent.sort(key=lambda each: (each.verstuurd_op or date.max, each.nummer))
        return ", ".join(dict.fromkeys(printed(UITKOMSTEN, each.uitkomst).lower() for each in sent))
