"""The jaarverslag for the achterban, from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.afzender import as_sender
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunt_cijfers import highlights, knelpunt_figures
from huurdersapp.actions.papier import meeting_name, printed, small_numbers
from huurdersapp.actions.places import Places
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.register_cijfers import campaign_lines, committee_lines, visit_figures
from huurdersapp.actions.renovatie_regels import renovation_lines
from huurdersapp.actions.telling import Found, Where, found, one
from huurdersapp.actions.trimester import paper_period
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.samen import Beschermd, beschermd, protected
from huurdersapp.actions.verslagen.trimester import akkoord_for, beside
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.period import Period
from huurdersapp.records.advies_tables import REACTIES, UITKOMSTEN
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports import jaarverslag_values as paper
from huurdersapp.reports.jaarverslag import is_empty, jaar_kader, jaar_onderdelen
from huurdersapp.reports.language import clause, day_long, subject
from huurdersapp.reports.renovatie_delen import for_outside
from huurdersapp.reports.trimester_values import OverlegRegel, TrimesterValues
from huurdersapp.store.step import ReadSession

TOLD = 15
"""So many solved problems, kept promises and plans are named at most; the rest are in the figures."""
OURS = "de huurdersorganisatie"
"""What we are called as long as no organisation is marked as our own."""


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError where there are several akkoorden to choose from."""
    akkoord = akkoord_for(db, job) if job.akkoord or db.alive(db.catalogue.specs["akkoord"]) else None
    safe = counts_of(ctx, db, job.span, akkoord)
    renovations = safe.values.renovaties
    basis = replace(
        safe.values,
        gemaakt_op=job.datum or safe.values.gemaakt_op,
        reden_leeg=job.reden_leeg,
        renovaties=for_outside(renovations) if job.buiten else renovations,
    )
    values = _Year(db, job, basis).values()
    return Gelezen(
        jaar_kader(values, job.kort),
        jaar_onderdelen(values, job.kort, safe.counter()),
        tuple(beside(akkoord, job.span)) if akkoord is not None else (),
        is_empty(values),
    )


def counts_of(ctx: Context, db: ReadSession, span: Period, akkoord: Akkoord | None) -> Beschermd:
    """The counts of a period, as the trimesterverslag has them. An organisation without an akkoord has no such report, but
    its jaarverslag and wijkrapporten lie side by side as well."""
    if akkoord is not None:
        return beschermd(ctx, db, akkoord, span)
    return protected(ctx, db, None, span, lambda each: _without_akkoord(ctx, db, each))


def _without_akkoord(ctx: Context, db: ReadSession, span: Period) -> TrimesterValues:
    """What the period is about for an organisation without an akkoord."""
    keys = found(db, "raadpleging", (("gehouden_in", span.code()),)).ids
    rows = [db.get(db.catalogue.specs["raadpleging"].cls, key) for key in keys]
    meetings = found(db, "overleg", (("bijgewoond_in", span.code()),)).ids
    held: list[Any] = [db.get(db.catalogue.specs["overleg"].cls, key) for key in meetings]
    return TrimesterValues(
        organisaties=own_names(db),
        akkoord="",
        periode=paper_period(span),
        gemaakt_op=clock.today(),
        raadplegingen=tuple(raadpleging_values(db, row) for row in rows if row is not None),
        knelpunten=knelpunt_figures(db, span),
        uitgelicht=highlights(db, span),
        bezoeken=visit_figures(db, span),
        campagnes=campaign_lines(db, span),
        commissies=committee_lines(db, span),
        renovaties=renovation_lines(db, span),
        overleggen=tuple(
            OverlegRegel(meeting_name(row), row.datum, source=one("overleg", row)) for row in held
        ),
        voorbeeld=ctx.store.example,
        small=small_numbers(ctx),
    )


def own_names(db: ReadSession) -> tuple[str, ...]:
    """What our own organisation (or organisations) is called."""
    rows = db.alive(db.catalogue.specs["partij"], Partij.eigen.is_(True))
    return tuple(row.naam for row in rows) or (OURS,)


class _Year:
    def __init__(self, db: ReadSession, job: Opdracht, basis: TrimesterValues) -> None:
        self.db, self.job, self.basis = db, job, basis
        self.specs = db.catalogue.specs
        self.code = job.span.code()
        self.today = min(clock.today(), job.span.last)
        # With those in the waste bin: what they promised still stands.
        self.partijen = {row.id: row for row in db.scalars(select(Partij))}
        self.verhuurders = {row.id: row for row in db.scalars(select(Verhuurder))}
        self.place = Places(db)
        self.geheim = Geheim(db)

    def _told(self, those: Found) -> list[Any]:
        """The records of a list that this audience may read of; all of them are counted."""
        rows = self._rows(those)
        return [row for row in rows if not (self.job.buiten and self.geheim.has(those.kind, row))]

    def values(self) -> paper.JaarValues:
        sent = self._found("advies", ("verstuurd_in", self.code))
        told = self._told(sent)
        met = self._found("overleg", ("bijgewoond_in", self.code))
        solved = self._found("knelpunt", ("opgelost_in", self.code), ("collectief", "ja"))
        kept = self._found("actiepunt", ("gedaan_in", self.code), ("toezegging", "ja"))
        late = self._found("actiepunt", ("te_laat_op", self.today.isoformat()), ("toezegging", "ja"))
        active = self._found("commissie", ("actief_op", self.today.isoformat()))
        return paper.JaarValues(
            basis=self.basis,
            organisaties=tuple(self._organisations()),
            verhuurders=tuple(row.naam for row in self.db.alive(self.specs["verhuurder"])),
            adviezen_verstuurd=sent.getal,
            per_antwoord=tuple(self._per_answer()),
            adviezen=tuple(self._advies(row) for row in sorted(told, key=_sent)),
            geheim=tuple(self._secret()),
            verzwegen=len(sent.ids) - len(told),
            gebruikt=tuple(self._used(told)),
            overleggen=met.getal,
            per_overleg=tuple(self._per_kind(met)),
            collectief_opgelost=solved.getal,
            opgelost=tuple(self._solved(row) for row in self._rows(solved)[:TOLD]),
            nagekomen_aantal=kept.getal,
            nagekomen=tuple(self._kept(row) for row in sorted(self._told(kept), key=_done)[:TOLD]),
            te_laat_aantal=late.getal,
            te_laat=tuple(self._late(row) for row in sorted(self._told(late), key=_due)[:TOLD]),
            geld=tuple(self._money()),
            commissies=tuple(self._committee(row) for row in self._rows(active)),
            commissies_aantal=active.getal,
            voornemens=tuple(self._plans()),
            buiten=self.job.buiten,
        )

    def _found(self, kind: str, *where: tuple[str, str]) -> Found:
        return found(self.db, kind, where)

    def _rows(self, those: Found) -> list[Any]:
        cls = self.specs[those.kind].cls
        return [row for key in those.ids if (row := self.db.get(cls, key)) is not None]

    def _organisations(self) -> Iterator[paper.Organisatie]:
        for row in self.db.alive(self.specs["partij"], Partij.eigen.is_(True)):
            sender = as_sender(row)
            yield paper.Organisatie(
                sender.naam, row.plaats or "", sender.adres, sender.telefoon, sender.email, sender.website
            )

    def _per_answer(self) -> Iterator[tuple[paper.Antwoord, Any]]:
        keys: tuple[paper.Antwoord, ...] = ("gevolgd", "deels", "niet", "geen", "")
        assert {key for key in keys if key} == set(REACTIES.keys())
        for key in keys:
            where: Where = (("verstuurd_in", self.code), ("reactie", key))
            yield key, found(self.db, "advies", where).getal

    def _advies(self, row: Any) -> paper.Uitgebracht:
        landlord = self.verhuurders.get(row.verhuurder_id or "")
        return paper.Uitgebracht(
            onderwerp=row.onderwerp,
            verhuurder=landlord.naam if landlord else "",
            uitkomst=printed(UITKOMSTEN, row.uitkomst).lower(),
            verstuurd_op=row.verstuurd_op,
            antwoord=row.reactie or "",
            redenen=row.reactie_toelichting or "",
            source=one("advies", row),
        )

    def _used(self, adviezen: Sequence[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What was done with a raadpleging, by its number: the adviezen in which it was used, and the meeting it was for."""
        part = self.specs["advies"].part["raadplegingen"].spec
        by_key: dict[str, list[str]] = {}
        for row in adviezen:
            for line in self.db.lines(part, row.id):
                landlord = self.verhuurders.get(row.verhuurder_id or "")
                to = f" aan {landlord.naam}" if landlord else ""
                by_key.setdefault(line.raadpleging_id, []).append(
                    f"wij gebruikten het in ons advies{to} over {subject(row.onderwerp)}"
                )
        meetings = {row.id: row for row in self.db.scalars(select(Overleg))}
        for item in self.basis.raadplegingen:
            asked = self._consulted(item.nummer)
            if asked is None:
                continue
            done = list(dict.fromkeys(by_key.get(asked.id, [])))
            meeting = meetings.get(asked.overleg_id or "")
            secret = self.job.buiten and self.geheim.names("overleg", asked.overleg_id)
            if meeting is not None and meeting.datum <= self.today and not secret:
                name = clause(meeting_name(meeting))
                done.append(f"wij bespraken het op {day_long(meeting.datum)} ({name})")
            yield item.nummer, tuple(done)

    def _secret(self) -> Iterator[str]:
        """The numbers of the raadplegingen that people outside do not read of."""
        for item in self.basis.raadplegingen:
            row = self._consulted(item.nummer)
            if self.job.buiten and row is not None and self.geheim.has("raadpleging", row):
                yield item.nummer

    def _consulted(self, number: str) -> Any:
        table = self.specs["raadpleging"].table
        rows = self.db.alive(self.specs["raadpleging"], table.c.nummer == int(number or 0))
        return next(iter(rows), None)

    def _per_kind(self, met: Found) -> Iterator[paper.SoortOverleg]:
        there = {row.soort for row in self._rows(met)}
        for item in OVERLEGSOORTEN.items:
            if (key := item.key) in there:
                where: Where = (*met.where, ("soort", key))
                name = printed(OVERLEGSOORTEN, key)
                yield paper.SoortOverleg(name, found(self.db, "overleg", where).getal)

    def _solved(self, row: Any) -> paper.Bereikt:
        return paper.Bereikt(
            row.titel, self.place(row.kern_id).name if row.kern_id else "", source=one("knelpunt", row)
        )

    def _kept(self, row: Any) -> paper.Bereikt:
        return paper.Bereikt(
            row.wat,
            wie=self._party(row.partij_id),
            op=row.gedaan_op,
            uitkomst=row.uitkomst or "",
            source=one("actiepunt", row),
        )

    def _late(self, row: Any) -> paper.Vertraagd:
        return paper.Vertraagd(row.wat, self._party(row.partij_id), row.uiterlijk, one("actiepunt", row))

    def _party(self, key: str | None) -> str:
        party = self.partijen.get(key or "")
        return (party.korte_naam or party.naam) if party else ""

    def _money(self) -> Iterator[paper.Geld]:
        spec = self.specs["verhuurderjaar"]
        for row in self.db.alive(spec, spec.table.c.jaar == self.job.span.last.year):
            landlord = self.verhuurders.get(row.verhuurder_id or "")
            yield paper.Geld(
                landlord.naam if landlord else row.naam,
                row.vergoeding,
                row.besteed,
                row.verantwoord_op,
                one("verhuurderjaar", row),
            )

    def _committee(self, row: Any) -> paper.Commissie:
        place = self.place(row.kern_id).name if row.kern_id else ""
        return paper.Commissie(row.naam, place, row.vacatures, one("commissie", row))

    def _plans(self) -> Iterator[paper.Voornemen]:
        """What our own overview plans for the year that follows."""
        after = self.job.span.last + timedelta(days=1)
        overview = self.specs["activiteitenoverzicht"]
        own = [key for key, row in self.partijen.items() if row.eigen]
        ours = self.db.alive(
            overview, overview.table.c.partij_id.in_(own), overview.table.c.jaar == after.year
        )
        spec = self.specs["activiteit"]
        for row in self.db.alive(spec, spec.table.c.overzicht_id.in_([each.id for each in ours]))[:TOLD]:
            if row.status != "vervallen":
                yield paper.Voornemen(row.naam, one("activiteit", row))


def _sent(row: Any) -> tuple[date, int]:
    return (row.verstuurd_op, row.nummer)


def _done(row: Any) -> tuple[date, int]:
    return (row.gedaan_op, row.nummer)


def _due(row: Any) -> tuple[date, int]:
    return (row.uiterlijk or date.max, row.nummer)
