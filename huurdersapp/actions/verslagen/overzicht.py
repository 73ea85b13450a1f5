"""The own activiteitenoverzicht for a year, from the store (Lokaal Akkoord Emmen 2019-2024, "Tweede kwartaal": every party makes
one, also the huurdersorganisaties)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from huurdersapp.actions import overzicht_papier, overzichten, overzichten_jaar
from huurdersapp.actions.akkoord_schrijven import file_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import printed, small_numbers
from huurdersapp.actions.telling import by_rule, counts_persons, one
from huurdersapp.actions.verslagen.evaluatie import hidden_counts
from huurdersapp.actions.verslagen.input import bound_goals
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.trimester import akkoord_for, beside
from huurdersapp.actions.verslagen.vragen import gevraagd
from huurdersapp.base import clock
from huurdersapp.base.i18n import in_dutch
from huurdersapp.base.period import Period
from huurdersapp.records.activiteit import Activiteit
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.afspraak import Afspraak
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_keuzes import PRECISIE
from huurdersapp.records.akkoord_namen import Namen
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.partij import Partij
from huurdersapp.records.thema import Thema
from huurdersapp.reports import eigen_overzicht_values as paper
from huurdersapp.reports.eigen_overzicht import is_empty, overzicht_kader, overzicht_onderdelen
from huurdersapp.store.step import ReadSession

TOGETHER = "Samenwerken"
"""What afspraken that stand under the akkoord itself are about."""


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without an akkoord, or with more than one to choose from."""
    chosen = akkoord_for(db, job)
    with in_dutch():
        values = eigen_values(ctx, db, chosen, job)
    return Gelezen(
        overzicht_kader(values, job.kort),
        overzicht_onderdelen(values, job.kort),
        tuple(beside(chosen, job.span)),
        is_empty(values),
    )


def eigen_values(ctx: Context, db: ReadSession, akkoord: Akkoord, job: Opdracht) -> paper.EigenValues:
    """All values of the overview whose first year is that of the period of `job`."""
    today = job.datum or clock.today()
    reader = _Reader(ctx, db, akkoord, job.span.last.year, today)
    parties: list[Partij] = db.alive(db.catalogue.specs["partij"], Partij.eigen.is_(True))
    parties.sort(key=lambda partij: partij.nummer)
    return paper.EigenValues(
        organisaties=tuple(partij.naam for partij in parties) or ("de huurdersorganisatie",),
        akkoord=akkoord.naam,
        jaar=reader.year,
        jaren=tuple(reader.years),
        gemaakt_op=today,
        overzichten=tuple(reader.eigen(partij) for partij in parties),
        diepte=tuple(reader.depth()),
        gevraagd=gevraagd(db, job, ()),
        reden_leeg=job.reden_leeg,
        small=small_numbers(ctx),
        voorbeeld=ctx.store.example,
    )


class _Reader:
    def __init__(self, ctx: Context, db: ReadSession, akkoord: Akkoord, year: int, today: date) -> None:
        self.db, self.akkoord, self.year, self.today = db, akkoord, year, today
        self.specs = db.catalogue.specs
        before = Period(date(year - 1, 1, 1), date(year - 1, 12, 31))
        self.hidden = set(hidden_counts(ctx, db, akkoord, before))
        self.names = Namen(file_of(db, akkoord))
        self.depths = overzichten.depths(db, akkoord.id)
        self.years = range(year, year + overzichten.ahead(self.depths))
        lines = db.lines(self.specs["akkoord"].part["partijen"].spec, akkoord.id)
        self.roles = {line.partij_id: line.rol for line in lines}
        self.themes = {
            row.naam: f"thema-{row.nummer}"
            for row in db.alive(self.specs["thema"], Thema.akkoord_id == akkoord.id)
        }

    def depth(self) -> Iterator[tuple[int, str]]:
        for item in self.depths:
            for year in range(self.year + item.jaar_van - 1, self.year + item.jaar_tot):
                if year in self.years:
                    yield year, printed(PRECISIE, item.precisie)

    def eigen(self, partij: Partij) -> paper.Eigen:
        """The overview of one own organisation, or that there is none."""
        until = overzichten_jaar.due(self.db, self.akkoord, partij, self.roles.get(partij.id, ""), self.year)
        row, before = self._row(partij, self.year), self._row(partij, self.year - 1)
        vorig = tuple(
            self._counted(line)
            for thema in (self._themes(before) if before is not None else ())
            for line in thema.regels
            if any(item.jaar == self.year - 1 for item in line.regel.jaren)
        )
        gaten = tuple(self._gaps(partij, row))
        if row is None:
            return paper.Eigen(partij.nummer, partij.naam, uiterlijk=until, vorig=vorig, gaten=gaten)
        whole = overzichten.read(self.db, row)
        return paper.Eigen(
            partij.nummer,
            partij.naam,
            True,
            until,
            row.aangeleverd_op,
            row.besproken_op,
            row.vastgesteld_op,
            self._themes(row),
            overzicht_papier.sums_of(whole.sums),
            vorig,
            gaten,
            one("activiteitenoverzicht", row),
        )

    def _row(self, partij: Partij, year: int) -> Any:
        rows = self.db.alive(
            self.specs["activiteitenoverzicht"],
            Activiteitenoverzicht.akkoord_id == self.akkoord.id,
            Activiteitenoverzicht.partij_id == partij.id,
            Activiteitenoverzicht.jaar == year,
        )
        return min(rows, key=lambda row: row.nummer, default=None)

    # -- lines ---------------------------------------------------------------------------------------------------------

    def _themes(self, row: Any) -> tuple[paper.Thema, ...]:
        whole = overzichten.read(self.db, row)
        rows = self.db.alive(self.specs["activiteit"], Activiteit.overzicht_id == row.id)
        lines: dict[int, Any] = {line.nummer: line for line in rows}
        told = overzicht_papier.themes_of(self.db, whole.themes)
        return tuple(
            paper.Thema(
                theme.name,
                self.themes.get(theme.name, "zonder-thema"),
                tuple(
                    self._line(printed_line, line, lines[line.number])
                    for printed_line, line in zip(printed_theme.regels, theme.lines, strict=True)
                ),
            )
            for printed_theme, theme in zip(told, whole.themes, strict=True)
        )

    def _line(self, regel: Any, line: overzichten.Line, row: Any) -> paper.Regel:
        task: Any = self.db.get(Afspraak, row.afspraak_id) if row.afspraak_id else None
        kind = "afspraak"
        if task is None and row.indicator_id:
            task, kind = self.db.get(Indicator, row.indicator_id), "indicator"
        return paper.Regel(
            regel,
            task.code if task is not None else "",
            task.tekst if task is not None else "",
            one(kind, task) if task is not None else None,
            line.remarks,
            row.status != "vervallen",
        )

    def _counted(self, line: paper.Regel) -> paper.Regel:
        """The line with what its measure counts in the year before, once that year has passed."""
        year = self.year - 1
        source = line.regel.source
        row: Any = self.db.get(Activiteit, source.ids[0]) if source is not None else None
        measure: Any = (
            self.db.get(Indicator, row.indicator_id) if row is not None and row.indicator_id else None
        )
        if measure is None or not measure.regel_telt or date(year, 12, 31) > self.today:
            return line
        found = by_rule(self.db, measure, Period(date(year, 1, 1), date(year, 12, 31)))
        if found is None or found.source in self.hidden:
            return line  # what the reports about that year do not print, is not printed here
        return replace(line, telling=found.getal, personen=counts_persons(measure.regel_telt))

    # -- what is missing -----------------------------------------------------------------------------------------------

    def _gaps(self, partij: Partij, row: Any) -> Iterator[paper.Gat]:
        """The afspraken that bind us for which no activity of this overview is planned."""
        planned = self._served(row)
        for bound in bound_goals(self.db, self.akkoord, self.names, partij.naam, self.year):
            for task in bound.afspraken:
                if task.id not in planned:
                    yield paper.Gat(task.code, task.tekst, bound.theme, one("afspraak", task))

    def _served(self, row: Any) -> set[str]:
        """The keys of the afspraken that the lines of an overview name, themselves or by a measure of theirs."""
        if row is None:
            return set()
        lines = self.db.alive(
            self.specs["activiteit"], Activiteit.overzicht_id == row.id, Activiteit.status != "vervallen"
        )
        served = {line.afspraak_id for line in lines if line.afspraak_id}
        for line in lines:
            measure: Any = self.db.get(Indicator, line.indicator_id) if line.indicator_id else None
            if measure is not None:
                part = self.specs["indicator"].part["afspraken"].spec
                served |= {each.afspraak_id for each in self.db.lines(part, measure.id)}
        return served
