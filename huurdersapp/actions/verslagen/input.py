"""The input on the activiteitenoverzichten of gemeente and corporaties, from the store (Lokaal Akkoord Emmen 2019-2024,
"Tweede kwartaal": the huurdersorganisaties give it via the BO)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import overzicht_papier, overzichten, overzichten_jaar
from huurdersapp.actions.akkoord_schrijven import file_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.papier import meeting_name, printed, small_numbers
from huurdersapp.actions.plain import plain_of
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.records import find
from huurdersapp.actions.renovatie_regels import of_akkoord, questions, renovation_lines
from huurdersapp.actions.telling import one
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.trimester import akkoord_for, beside
from huurdersapp.actions.verslagen.vragen import Voorstel, gevraagd, voorgesteld
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.i18n import in_dutch
from huurdersapp.records.activiteit import Activiteit
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.afspraak import Afspraak
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_keuzes import PRECISIE
from huurdersapp.records.akkoord_namen import Namen
from huurdersapp.records.doel import Doel
from huurdersapp.records.inbrengpunt import REACTIES, SOORTEN, Inbrengpunt
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.partij import Partij
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.thema import Thema
from huurdersapp.reports import input_values as paper
from huurdersapp.reports import overzicht_values
from huurdersapp.reports.inbreng import CONSULTED
from huurdersapp.reports.input import input_kader, input_onderdelen, is_empty
from huurdersapp.reports.language import capital, clause, day_long
from huurdersapp.reports.renovatie_delen import for_outside
from huurdersapp.reports.values import Raadpleging as Consulted
from huurdersapp.store.step import ReadSession

OURS = "huurdersorganisatie"
"""The kind of party of whose overview tenants give no input: it is their own."""
BACK = 2
"""So many earlier years of input are looked back upon."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A goal with the afspraken that bind a party to it."""

    goal: Any
    theme: str
    afspraken: tuple[Any, ...]


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without an akkoord, or with more than one to choose from."""
    chosen = akkoord_for(db, job)
    with in_dutch():
        values, proposals = input_values(ctx, db, chosen, job)
    return Gelezen(
        input_kader(values, job.kort),
        input_onderdelen(values, job.kort),
        tuple(beside(chosen, job.span)),
        is_empty(values),
        vragen=voorgesteld(proposals),
    )


def input_values(
    ctx: Context, db: ReadSession, akkoord: Akkoord, job: Opdracht
) -> tuple[paper.InputValues, tuple[Voorstel, ...]]:
    """All values of the input that is given in the period of `job`, on the overviews of the year for which these are made
    then; and all that could be asked."""
    year = job.span.last.year + overzichten_jaar.ahead(db, akkoord.id)
    reader = _Reader(db, akkoord, year, job)
    plans = tuple(reader.plans())
    here = of_akkoord(db, akkoord)
    renovations = renovation_lines(db, job.span, here)
    until = min(clock.today(), job.span.last)
    proposals = (*_proposals(plans, year), *questions(db, until, here))
    meeting = find(db, db.catalogue.specs["overleg"], job.overleg) if job.overleg is not None else None
    row: Any = meeting
    own = [row.naam for row in db.alive(db.catalogue.specs["partij"], Partij.eigen.is_(True))]
    values = paper.InputValues(
        organisaties=tuple(own) or ("de huurdersorganisatie",),
        akkoord=akkoord.naam,
        planjaar=year,
        jaren=tuple(reader.years),
        gemaakt_op=job.datum or clock.today(),
        overleg=meeting_name(row) if row is not None else "",
        overleg_op=row.datum if row is not None else None,
        plannen=plans,
        eerder=tuple(reader.earlier()),
        gevraagd=gevraagd(db, job, proposals),
        diepte=tuple(reader.depth()),
        raadplegingen=reader.consulted(plans),
        renovaties=for_outside(renovations) if job.buiten else renovations,
        reden_leeg=job.reden_leeg,
        small=small_numbers(ctx),
        voorbeeld=ctx.store.example,
    )
    return values, proposals


class _Reader:
    def __init__(self, db: ReadSession, akkoord: Akkoord, year: int, job: Opdracht) -> None:
        self.db, self.akkoord, self.year, self.job = db, akkoord, year, job
        self.specs, self.names = db.catalogue.specs, Names(db)
        self.secret = Geheim(db) if job.buiten else None
        self.parties = Namen(file_of(db, akkoord))
        self.depths = overzichten.depths(db, akkoord.id)
        self.years = range(year, year + overzichten.ahead(self.depths))
        self.rows: list[Any] = db.alive(
            self.specs["activiteitenoverzicht"],
            Activiteitenoverzicht.akkoord_id == akkoord.id,
            Activiteitenoverzicht.jaar == year,
        )

    def depth(self) -> Iterator[tuple[int, str]]:
        for item in self.depths:
            for year in range(self.year + item.jaar_van - 1, self.year + item.jaar_tot):
                if year in self.years:
                    yield year, printed(PRECISIE, item.precisie)

    # -- parties -------------------------------------------------------------------------------------------------------

    def plans(self) -> Iterator[paper.Plan]:
        """The parties that signed, save the tenants themselves, in the order of the akkoord."""
        lines = self.db.lines(self.specs["akkoord"].part["partijen"].spec, self.akkoord.id)
        roles = {line.partij_id: line.rol for line in reversed(lines) if line.ondertekenaar}
        by_party = {row.partij_id: row for row in sorted(self.rows, key=lambda row: -row.nummer)}
        for key in dict.fromkeys((*(line.partij_id for line in lines), *by_party)):
            partij = self.db.get_one(Partij, key)
            row = by_party.get(key)
            points = self._points(row)
            if (partij.soort == OURS or partij.eigen) and not points:
                continue
            if key in roles or row is not None:
                yield self._plan(partij, roles.get(key, ""), row, points)

    def _plan(
        self, partij: Partij, role: str, row: Any, points: tuple[overzicht_values.InbrengPunt, ...]
    ) -> paper.Plan:
        until = overzichten_jaar.due(self.db, self.akkoord, partij, role, self.year)
        if row is None:
            return paper.Plan(partij.nummer, partij.naam, partij.soort, aanwezig=False, uiterlijk=until)
        whole = overzichten.read(self.db, row)
        vague = [f"{line.name}: {remark}" for line in whole.lines for remark in line.remarks]
        there = bool(whole.lines) or row.aangeleverd_op is not None or row.status != "voorbereiding"
        return paper.Plan(
            partij.nummer,
            partij.naam,
            partij.soort,
            there,
            until,
            row.aangeleverd_op,
            row.vastgesteld_op,
            overzicht_papier.themes_of(self.db, whole.themes),
            tuple(vague),
            points,
            tuple(self._gaps(partij, row)) if there else (),
            one("activiteitenoverzicht", row),
        )

    # -- points --------------------------------------------------------------------------------------------------------

    def _points(self, row: Any) -> tuple[overzicht_values.InbrengPunt, ...]:
        if row is None:
            return ()
        spec = self.specs["inbrengpunt"]
        found: list[Any] = self.db.alive(spec, Inbrengpunt.overzicht_id == row.id)
        if self.job.overleg is not None:
            found = [each for each in found if each.overleg_id in (None, self._meeting_key())]
        found.sort(key=lambda each: each.nummer)
        plain = list(plain_of(self.db, spec, [each.id for each in found]))
        return tuple(self._told(overzicht_papier.point_of(self.db, each, self.names)) for each in plain)

    def _meeting_key(self) -> str | None:
        row: Any = find(self.db, self.specs["overleg"], self.job.overleg or 0)
        return str(row.id)

    def _told(self, point: overzicht_values.InbrengPunt) -> overzicht_values.InbrengPunt:
        """The point as this audience reads it: outside nobody reads what a confidential raadpleging is called."""
        secret = self.secret
        if secret is None:
            return point
        grounds = tuple(
            replace(ground, naam="een vertrouwelijk onderwerp")
            if ground.soort == CONSULTED
            and ground.source is not None
            and any(secret.names("raadpleging", key) for key in ground.source.ids)
            else ground
            for ground in point.gronden
        )
        return replace(point, gronden=grounds)

    def consulted(self, plans: Iterable[paper.Plan]) -> dict[int, Consulted]:
        """The raadplegingen behind the points, by number."""
        keys = dict.fromkeys(
            key
            for plan in plans
            for punt in plan.punten
            for ground in punt.gronden
            if ground.soort == CONSULTED and ground.source is not None
            for key in ground.source.ids
        )
        found: dict[int, Consulted] = {}
        for row in self.db.scalars(select(Raadpleging).where(Raadpleging.id.in_(list(keys)))):
            values = raadpleging_values(self.db, row)
            hidden = self.secret is not None and self.secret.has("raadpleging", row)
            found[row.nummer] = replace(values, titel="Een vertrouwelijke raadpleging") if hidden else values
        return dict(sorted(found.items()))

    def earlier(self) -> Iterator[paper.Eerder]:
        """The points of the years before, the newest year first."""
        query = (
            select(Inbrengpunt, Activiteitenoverzicht.jaar, Activiteitenoverzicht.partij_id)
            .join(Activiteitenoverzicht, Activiteitenoverzicht.id == Inbrengpunt.overzicht_id)
            .where(
                Activiteitenoverzicht.akkoord_id == self.akkoord.id,
                Activiteitenoverzicht.jaar.between(self.year - BACK, self.year - 1),
                Activiteitenoverzicht.verwijderd.is_(None),
                Inbrengpunt.verwijderd.is_(None),
            )
            .order_by(Activiteitenoverzicht.jaar.desc(), Inbrengpunt.nummer)
        )
        for row, year, party in self.db.execute(query):
            yield paper.Eerder(
                row.naam,
                printed(SOORTEN, row.soort),
                self.names.of("partij", party),
                year,
                row.ingebracht_op,
                printed(REACTIES, row.reactie),
                row.reactie_tekst or "",
                row.reactie_op,
                one("inbrengpunt", row),
            )

    # -- gaps ----------------------------------------------------------------------------------------------------------

    def _gaps(self, partij: Partij, row: Any) -> Iterator[paper.Gat]:
        """The goals that bind this party and for which no line of its overview says anything."""
        served = planned_goals(self.db, [row.id])
        for bound in bound_goals(self.db, self.akkoord, self.parties, partij.naam, self.year):
            if bound.goal.id not in served:
                yield paper.Gat(
                    bound.goal.code,
                    bound.goal.tekst,
                    bound.theme,
                    tuple(row.code for row in bound.afspraken),
                    one("doel", bound.goal),
                )


def planned_goals(db: ReadSession, overviews: list[str]) -> set[str]:
    """The keys of the goals that the lines of these overviews serve, by their afspraak or measure; not what was dropped."""
    lines = db.alive(
        db.catalogue.specs["activiteit"],
        Activiteit.overzicht_id.in_(overviews),
        Activiteit.status != "vervallen",
    )
    tasks = [line.afspraak_id for line in lines if line.afspraak_id]
    measures = [line.indicator_id for line in lines if line.indicator_id]
    return {
        str(key)
        for table, keys in ((Afspraak, tasks), (Indicator, measures))
        for key in db.scalars(select(table.doel_id).where(table.id.in_(keys)))
        if key
    }


def bound_goals(db: ReadSession, akkoord: Akkoord, names: Namen, party: str, year: int) -> Iterator[Bound]:
    """The goals with an afspraak for a party (by its name) that holds in a year, in the order of the akkoord."""

    def ordered(kind: str, *where: Any) -> list[Any]:
        rows = db.alive(db.catalogue.specs[kind], *where)
        return sorted(rows, key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))

    for thema in ordered("thema", Thema.akkoord_id == akkoord.id):
        for doel in ordered("doel", Doel.thema_id == thema.id):
            held = tuple(
                row
                for row in ordered("afspraak", Afspraak.doel_id == doel.id)
                if _holds(row, year) and binds(db, names, row, party)
            )
            if held:
                yield Bound(doel, thema.naam, held)


def binds(db: ReadSession, names: Namen, row: Any, party: str) -> bool:
    """Whether an afspraak is for a party, by its own name or its role."""
    lines = db.lines(db.catalogue.specs["afspraak"].part["partijen"].spec, row.id)
    return any(party == meant.naam for line in lines for meant in names.partijen_van(line.naam))


def _holds(row: Any, year: int) -> bool:
    begun = row.van_jaar is None or row.van_jaar <= year
    return bool(begun and (row.tot_jaar is None or row.tot_jaar >= year) and row.status != "vervallen")


def _proposals(plans: tuple[paper.Plan, ...], year: int) -> Iterator[Voorstel]:
    """An overview that is not there, then objections, wishes and questions that wait for an answer."""
    for plan in plans:
        if not plan.aanwezig:
            until = f"De laatste dag was {day_long(plan.uiterlijk)}." if plan.uiterlijk else ""
            yield Voorstel(
                f"partij {plan.nummer}",
                f"Wij vragen {plan.naam} om het overzicht voor {year} aan te leveren",
                until,
            )
    for soort in ("Bezwaar", "Wens", "Vraag"):
        for plan in plans:
            for punt in plan.punten:
                if punt.soort == soort and not punt.reactie and punt.source is not None:
                    yield Voorstel(
                        f"inbrengpunt {punt.source.where[0][1]}",
                        f"{capital(plan.naam)}: {clause(punt.naam)}",
                        punt.tekst,
                        source=punt.source,
                    )
