"""The themarapport about one theme of an akkoord, from the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import printed
from huurdersapp.actions.places import Places
from huurdersapp.actions.renovatie_regels import of_akkoord, questions
from huurdersapp.actions.telling import Found, found, one
from huurdersapp.actions.trimester_maten import stands_on, with_stands
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.samen import beschermd
from huurdersapp.actions.verslagen.trimester import beside
from huurdersapp.actions.verslagen.vragen import Voorstel, gevraagd, voorgesteld
from huurdersapp.actions.verslagen.wijk import audience
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_tables import REACTIES, UITKOMSTEN
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.knelpunt_status import STATUS
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports import themarapport_values as paper
from huurdersapp.reports.language import clause, day_long, enumeration
from huurdersapp.reports.prose import plain_line
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.themarapport import is_empty, thema_kader, thema_onderdelen
from huurdersapp.reports.trimester_publiek import for_audience
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.wijkrapport_values import Melding, Zaak
from huurdersapp.store.step import ReadSession

ASKED = 5
"""So many proposals are asked by themselves."""


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The report with all its parts; raises UserError without a theme."""
    if job.thema is None:
        raise UserError(
            _("Kies het thema waar dit rapport over gaat."), _("Een thema hoort bij een akkoord.")
        )
    thema: Any = records.find(db, db.catalogue.specs["thema"], job.thema)
    akkoord = db.get(Akkoord, thema.akkoord_id)
    assert akkoord is not None
    safe = beschermd(ctx, db, akkoord, job.span)
    until = min(clock.today(), job.span.last)
    basis = for_audience(safe.values, job.buiten)
    basis = replace(
        basis,
        themas=with_stands(db, akkoord, basis.themas, stands_on(ctx, db, akkoord, until)),
        gemaakt_op=job.datum or basis.gemaakt_op,
        reden_leeg=job.reden_leeg,
        versie=job.versie,
        los=safe.alleen,
    )
    reader = _Thema(db, job, basis, thema, akkoord)
    proposals = tuple(reader.proposals())
    values = replace(reader.values(), gevraagd=gevraagd(db, job, proposals, ASKED))
    return Gelezen(
        thema_kader(values, job.kort),
        thema_onderdelen(values, job.kort, safe.counter()),
        tuple(beside(akkoord, job.span)),
        is_empty(values),
        vragen=voorgesteld(proposals),
    )


class _Thema:
    def __init__(
        self, db: ReadSession, job: Opdracht, basis: TrimesterValues, row: Any, akkoord: Akkoord
    ) -> None:
        self.db, self.job, self.basis, self.row, self.akkoord = db, job, basis, row, akkoord
        self.specs = db.catalogue.specs
        self.about = ("thema", str(row.nummer))
        self.code = job.span.code()
        self.today = min(clock.today(), job.span.last)
        self.partijen = {each.id: each for each in db.scalars(select(Partij))}
        self.verhuurders = {each.id: each for each in db.scalars(select(Verhuurder))}
        self.place = Places(db)
        self.geheim = Geheim(db)

    def values(self) -> paper.ThemaValues:
        end, collective = self.today.isoformat(), ("collectief", "ja")
        open_now = self._found("knelpunt", ("open_op", end), collective)
        new = self._found("knelpunt", ("nieuw_in", self.code), collective)
        solved = self._found("knelpunt", ("opgelost_in", self.code), collective)
        sent = self._rows("advies", self._found("advies", ("verstuurd_in", self.code)).ids)
        told = [each for each in sent if self._told("advies", each)]
        key = f"thema-{self.row.nummer}"
        at = next(place for place, thema in enumerate(self.basis.themas) if thema.sleutel == key)
        return paper.ThemaValues(
            basis=self.basis,
            plaats=at,
            thema=self.basis.themas[at],
            doelen=tuple(self._goals()),
            collectief_nieuw=new.getal,
            collectief_open=open_now.getal,
            collectief_opgelost=solved.getal,
            meldingen=tuple(self._problems((*new.ids, *open_now.ids, *solved.ids))),
            raadplegingen=tuple(self._consulted()),
            campagnes=tuple(self._campaigns()),
            renovaties=tuple(self._renovations()),
            adviezen=tuple(self._advies(each) for each in told),
            verzwegen=len(sent) - len(told),
            beloften=tuple(self._promises()),
            voor=audience(self.db, self.job.publiek, self.akkoord),
        )

    def _found(self, kind: str, *where: tuple[str, str]) -> Found:
        return found(self.db, kind, (*where, self.about))

    def _rows(self, kind: str, keys: Iterable[str]) -> list[Any]:
        cls = self.specs[kind].cls
        return [row for key in keys if (row := self.db.get(cls, key)) is not None]

    def _told(self, kind: str, row: Any) -> bool:
        return not (self.job.buiten and self.geheim.has(kind, row))

    def _goals(self) -> Iterator[paper.Doel]:
        part = self.specs["afspraak"].part["partijen"].spec
        for row in self._points("doel", "thema_id", self.row.id):
            tasks = []
            for task in self._points("afspraak", "doel_id", row.id):
                names = [line.naam for line in self.db.lines(part, task.id)]
                tasks.append(
                    paper.Belofte(task.tekst, task.code or "", enumeration(names), one("afspraak", task))
                )
            yield paper.Doel(row.tekst, row.code or "", row.onderwerp or "", tuple(tasks), one("doel", row))

    def _points(self, kind: str, column: str, owner: str) -> list[Any]:
        rows = self.db.alive(self.specs[kind], self.specs[kind].table.c[column] == owner)
        return sorted(rows, key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))

    def _problems(self, keys: Iterable[str]) -> Iterator[Melding]:
        spec = self.specs["knelpunt"].part["stappen"].spec
        urgency = {"hoog": 0, "normaal": 1, "laag": 2}
        rows = self._rows("knelpunt", dict.fromkeys(keys))
        for row in sorted(
            rows, key=lambda each: (urgency.get(each.prioriteit, 1), each.gemeld_op, each.nummer)
        ):
            steps = [step for step in self.db.lines(spec, row.id) if step.datum <= self.today]
            status = max(steps, key=lambda step: (step.datum, step.volgorde)).status if steps else "gemeld"
            where = self.place(row.kern_id).name if row.kern_id else ""
            stand = printed(STATUS, status).lower()
            yield Melding(row.titel, where, "", row.gemeld_op, stand, one("knelpunt", row))

    def _consulted(self) -> Iterator[int]:
        here = {
            str(row.nummer)
            for row in self._rows("raadpleging", self._found("raadpleging", ("gehouden_in", self.code)).ids)
        }
        for at, item in enumerate(self.basis.raadplegingen):
            if item.nummer in here and not (self.job.buiten and item.nummer in self.basis.geheim):
                yield at

    def _campaigns(self) -> Iterator[int]:
        here = set(self._found("campagne", ("gehouden_in", self.code)).ids)
        for at, item in enumerate(self.basis.campagnes):
            if item.source is not None and here.intersection(item.source.ids):
                yield at

    def _renovations(self) -> Iterator[Renovatie]:
        """Those of all of the period that are about it."""
        here = set(self._found("renovatieproject", ("bekend_in", self.code)).ids)
        for item in self.basis.renovaties:
            if item.source is not None and here.intersection(item.source.ids):
                yield item

    def _advies(self, row: Any) -> Zaak:
        came = printed(UITKOMSTEN, row.uitkomst).lower()
        if row.reactie:
            came = f"{came}; {printed(REACTIES, row.reactie).lower()}"
        return Zaak(
            row.onderwerp, self._landlord(row.verhuurder_id), row.verstuurd_op, came, one("advies", row)
        )

    def _open_promises(self) -> list[Any]:
        where = self._found("actiepunt", ("open_op", self.today.isoformat()), ("toezegging", "ja"))
        rows = [row for row in self._rows("actiepunt", where.ids) if self._told("actiepunt", row)]
        return sorted(rows, key=lambda row: (row.uiterlijk or date.max, row.nummer))

    def _promises(self) -> Iterator[Zaak]:
        for row in self._open_promises():
            stand = (
                "te laat"
                if row.uiterlijk and row.uiterlijk < self.today
                else "op tijd"
                if row.uiterlijk
                else ""
            )
            yield Zaak(row.wat, self._party(row.partij_id), row.uiterlijk, stand, one("actiepunt", row))

    def proposals(self) -> Iterator[Voorstel]:
        """What could be asked: promises that are late, reactions that did not come, and what renovations ask for."""
        for row in self._open_promises():
            if row.uiterlijk and row.uiterlijk < self.today:
                what = clause(plain_line(row.wat))
                yield Voorstel(
                    f"actiepunt {row.nummer}",
                    f"Wij vragen {self._party(row.partij_id)} om na te komen: {what[:1].lower()}{what[1:]}",
                    f"De afgesproken dag was {day_long(row.uiterlijk)}.",
                    source=one("actiepunt", row),
                )
        late = self._found("knelpunt", ("reactie_te_laat_op", self.today.isoformat()), ("collectief", "ja"))
        for row in self._rows("knelpunt", late.ids):
            yield Voorstel(
                f"knelpunt {row.nummer}",
                f"Wij vragen een reactie op het knelpunt ‘{clause(row.titel)}’",
                f"Wij verwachtten die uiterlijk {day_long(row.reactie_verwacht_op)}.",
                source=one("knelpunt", row),
            )

        yield from questions(self.db, self.today, (*of_akkoord(self.db, self.akkoord), self.about))

    def _landlord(self, key: str | None) -> str:
        landlord = self.verhuurders.get(key or "")
        return landlord.naam if landlord else ""

    def _party(self, key: str | None) -> str:
        party = self.partijen.get(key or "")
        return (party.korte_naam or party.naam) if party else ""
