"""The goals of an akkoord after a year: stands, what was done for them, and what was signalled and decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.afwijkingen import option_words
from huurdersapp.actions.akkoord_schrijven import names_of
from huurdersapp.actions.names import Names
from huurdersapp.actions.overleggen import KIND as MEETING
from huurdersapp.actions.renovatie_maat import reached_in
from huurdersapp.actions.standen import Stand, of_goal, standen_in
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.actions.telling import Where, counts_persons, found, one
from huurdersapp.actions.telregel import PER_BUILDING
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base.period import Period
from huurdersapp.records import afwijking as cases
from huurdersapp.records.activiteit import Activiteit, ActiviteitJaar
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.afspraak import Afspraak
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.bijstelling import Bijstelling, options
from huurdersapp.records.doel import Doel
from huurdersapp.records.indicator import Indicator
from huurdersapp.records.thema import Thema
from huurdersapp.reports import evaluatie_values as paper
from huurdersapp.reports.document import Source
from huurdersapp.reports.language import day_short, days_between, enumeration, money, number
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.reports.values import Getal
from huurdersapp.store.step import ReadSession


class Reader:
    """Reads the themes of an akkoord as they stood at the end of `span`, looked at from a later day.

    `elsewhere` are the lists whose number the reports of the same year do not print: it is not printed here either.
    """

    def __init__(
        self,
        db: ReadSession,
        akkoord: Akkoord,
        span: Period,
        on: date,
        known: date,
        small: SmallNumberSettings,
        secret: Geheim | None = None,
        elsewhere: Iterable[Source] = (),
    ) -> None:
        self.db, self.akkoord, self.span, self.known, self.small = db, akkoord, span, known, small
        self.secret, self.elsewhere = secret, set(elsewhere)
        self.specs, self.names = db.catalogue.specs, Names(db)
        self.parties = names_of(db, akkoord)
        self.standen = standen_in(db, akkoord.id, min(span.last, on), judged_on=known)
        self.ways = dict(options(db, akkoord))
        doelen = select(Doel.id).join(Thema, Thema.id == Doel.thema_id).where(Thema.akkoord_id == akkoord.id)
        self.maten = self._ordered("indicator", Indicator.doel_id.in_(doelen))
        self.done = dict[str, list[paper.Gedaan]]()
        self._read_done()

    def themas(self) -> Iterator[paper.Thema]:
        """The themes with their goals, in the order of the akkoord."""
        for thema in self._ordered("thema", Thema.akkoord_id == self.akkoord.id):
            doelen = self._ordered("doel", Doel.thema_id == thema.id)
            yield paper.Thema(
                thema.naam,
                f"thema-{thema.nummer}",
                thema.hoofddoel or "",
                tuple(self._doel(row) for row in doelen),
            )

    def _ordered(self, kind: str, *where: Any) -> list[Any]:
        rows = self.db.alive(self.specs[kind], *where)
        return sorted(rows, key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))

    def _lines(self, kind: str, part: str, row: Any) -> list[Any]:
        return self.db.lines(self.specs[kind].part[part].spec, row.id)

    # -- goals and measures --------------------------------------------------------------------------------------------

    def _doel(self, row: Any) -> paper.Doel:
        rows = [maat for maat in self.maten if maat.doel_id == row.id]
        read = [(maat, self._maat(maat)) for maat in rows]
        stands = [
            (replace(self.standen[maat.nummer], key=told.stand, own_key=None), bool(maat.hoofd))
            for maat, told in read
        ]
        return paper.Doel(
            row.nummer,
            row.code,
            row.tekst,
            of_goal(stands),
            tuple(told for _maat, told in read),
            tuple(self.done.get(row.id, ())),
            tuple(self._cases(row)),
            tuple(self._changes(row, rows)),
            one("doel", row),
        )

    def _maat(self, row: Any) -> paper.Maat:
        stand = self.standen[row.nummer]
        made = paper.Maat(
            row.nummer,
            row.code,
            row.tekst,
            stand=stand.shown,
            afgesproken="; ".join(target_in_words(row, line, str) for line in self._targets(row)),
            regel=stand.rule,
            oordeel=(stand.own_reason or "") if stand.own_key else "",
            door=self._owed_by(row),
            eigen_voorstel=row.herkomst == "voorstel",
            source=one("indicator", row),
        )
        return self._valued(made, row, stand)

    def _targets(self, row: Any) -> list[Any]:
        """Its targets; of a division over classes, with a target each, those of the year that comes first."""
        lines = self._lines("indicator", "streefwaarden", row)
        years = sorted({line.jaar for line in lines if line.jaar is not None})
        if row.soort != "klassenverdeling" or len(years) < 2:
            return lines
        coming = [year for year in years if year >= self.span.last.year]
        chosen = coming[0] if coming else years[-1]
        return [line for line in lines if line.jaar in (None, chosen)]

    def _valued(self, made: paper.Maat, row: Any, stand: Stand) -> paper.Maat:
        last = stand.last
        if last is None or (last.value is None and not last.words):
            return made
        if row.regel_telt == PER_BUILDING and last.kind not in ("", "meting"):
            return self._agreed(made, row, Period(last.van, last.tot))
        when = days_between(last.van, last.tot) if last.van < last.tot else f"op {day_short(last.tot)}"
        source = self._behind(last.kind, last.where) or made.source
        if last.kind != "meting":
            made = replace(made, nul=not last.value)
        if last.kind not in ("", "meting") and row.regel_telt and counts_persons(row.regel_telt):
            count = int(last.value or 0)
            made = replace(
                made,
                telling=Getal(count, source),
                bereikt=row.eenheid or "",
                peil=when,
                source=one("indicator", row),
            )
            # By its verdict, or as the worst of its goal, a small count would be known more precisely than it is printed.
            also = source in self.elsewhere
            if also or self.small.is_small(count):
                return replace(made, stand="nog_niet_te_zeggen", regel="", oordeel="", verborgen=also)
            return made
        return replace(made, bereikt=last.words, peil=when, source=source)

    def _agreed(self, made: paper.Maat, row: Any, days: Period) -> paper.Maat:
        """Of who agreed with renovations in how many buildings enough did: a percentage would tell how many said what."""
        found = reached_in(self.db, row, days)
        if not found.whole:
            made = replace(made, stand="nog_niet_te_zeggen", oordeel="")
        counts = f"{number(len(found.reached))} van de {number(len(found.counted))} {found.words}"
        when = days_between(days.first, days.last)
        return replace(made, regel="", bereikt=counts if found.counted else "", peil=when)

    def _behind(self, kind: str, where: Iterable[str]) -> Source | None:
        """The list behind a value: one meting, or what was counted."""
        if not kind:
            return None
        pairs: Where = tuple((key, value) for key, _sign, value in (each.partition("=") for each in where))
        return found(self.db, kind, pairs).source if pairs else None

    def _owed_by(self, row: Any) -> str:
        if row.verantwoordelijk_id:
            return self.names.of("partij", row.verantwoordelijk_id)
        return enumeration([self._called(line.naam) for line in self._lines("indicator", "partijen", row)])

    def _called(self, word: str) -> str:
        """A party by its name; a role that several have stays a role."""
        meant = self.parties.partijen_van(word)
        return meant[0].naam if len(meant) == 1 else f"de {word}" if meant else word

    # -- what was done -------------------------------------------------------------------------------------------------

    def _read_done(self) -> None:
        """The activities of the overviews of the year, by the goal that they serve."""
        goals: dict[str, str] = {maat.id: maat.doel_id for maat in self.maten}
        goals |= {
            row.id: row.doel_id
            for row in self.db.alive(self.specs["afspraak"], Afspraak.doel_id.is_not(None))
        }
        year = self.span.last.year
        query = (
            select(Activiteit, ActiviteitJaar, Activiteitenoverzicht.partij_id)
            .join(Activiteitenoverzicht, Activiteitenoverzicht.id == Activiteit.overzicht_id)
            .join(ActiviteitJaar, ActiviteitJaar.ouder_id == Activiteit.id)
            .where(
                Activiteitenoverzicht.akkoord_id == self.akkoord.id,
                Activiteitenoverzicht.jaar == year,
                Activiteitenoverzicht.verwijderd.is_(None),
                Activiteit.verwijderd.is_(None),
                ActiviteitJaar.verwijderd.is_(None),
                ActiviteitJaar.jaar == year,
            )
            .order_by(Activiteitenoverzicht.nummer, Activiteit.naam, Activiteit.nummer)
        )
        for line, planned, party in self.db.execute(query):
            goal = goals.get(line.afspraak_id or "") or goals.get(line.indicator_id or "")
            if goal is not None and line.status != "vervallen":
                self.done.setdefault(goal, []).append(self._done(line, planned, party))

    def _done(self, line: Any, planned: Any, party: str) -> paper.Gedaan:
        unit = line.eenheid or ""
        more = ", ".join(text for text in (line.project, self._place(line.kern_id)) if text)
        return paper.Gedaan(
            self.names.of("partij", party),
            f"{line.naam} ({more})" if more else line.naam,
            _said(planned.aantal, planned.bedrag, unit),
            _said(planned.aantal_gedaan, planned.bedrag_gedaan, unit),
            line.resultaat or "",
            one("activiteit", line),
        )

    def _place(self, key: str | None) -> str:
        return self.names.of("kern", key) if key else ""

    # -- off schedule --------------------------------------------------------------------------------------------------

    def _cases(self, goal: Any) -> Iterator[paper.Afwijking]:
        """The cases that were open in the year or its evaluation: what came after belongs to the next one."""
        rows = self.db.alive(self.specs["afwijking"], cases.Afwijking.doel_id == goal.id)
        for row in sorted(rows, key=lambda row: (row.gesignaleerd_op or date.min, row.nummer)):
            steps = self._lines("afwijking", "stappen", row)
            closed = [step.datum for step in steps if step.stap == "afgerond" and step.datum]
            if row.gesignaleerd_op is None or row.gesignaleerd_op > self.known:
                continue
            if row.status == "afgerond" and closed and max(closed) < self.span.first:
                continue
            yield self._case(row, steps)

    def _case(self, row: Any, steps: list[Any]) -> paper.Afwijking:
        decision = next((step for step in reversed(steps) if step.stap == "besluit" and step.optie), None)
        efforts = self.db.alive(
            self.specs["actiepunt"], self.specs["actiepunt"].table.c.afwijking_id == row.id
        )
        chosen = option_words(self.ways, decision.optie) if decision else ""
        return paper.Afwijking(
            over=row.naam,
            waarom=row.waarom,
            voorstel=row.gevraagd or "",
            keuze=chosen,
            gekozen_op=decision.datum if decision else None,
            overleg=self.names.of(MEETING, decision.overleg_id) if decision and decision.overleg_id else "",
            toelichting=(decision.toelichting or "") if decision else "",
            inspanningen=tuple(
                paper.Inspanning(
                    self.names.of("partij", each.partij_id) if each.partij_id else "",
                    each.wat,
                    each.uiterlijk,
                    each.gedaan_op,
                    one("actiepunt", each),
                )
                for each in sorted(efforts, key=lambda each: (each.uiterlijk or date.max, each.nummer))
                if each.vervallen_op is None and not (self.secret and self.secret.has("actiepunt", each))
            ),
            afgerond=row.status == "afgerond",
            source=one("afwijking", row),
        )

    def _changes(self, goal: Any, maten: list[Any]) -> Iterator[paper.Bijstelling]:
        keys = [maat.id for maat in maten]
        rows = self.db.alive(
            self.specs["bijstelling"],
            (Bijstelling.doel_id == goal.id) | Bijstelling.indicator_id.in_(keys),
            Bijstelling.besloten_op >= self.span.first,
        )
        codes = {maat.id: maat.code for maat in maten}
        for row in sorted(rows, key=lambda row: (row.besloten_op, row.nummer)):
            yield paper.Bijstelling(
                over=codes.get(row.indicator_id, goal.code),
                besloten_op=row.besloten_op,
                reden=row.reden,
                keuze=option_words(self.ways, row.optie),
                verschillen=tuple(
                    (line.veld, line.oud or "", line.nieuw or "")
                    for line in self._lines("bijstelling", "verschillen", row)
                ),
                source=one("bijstelling", row),
            )


def _said(count: Decimal | None, amount: int | None, unit: str) -> str:
    told = [] if count is None else [f"{number(count)} {unit}".strip()]
    if amount is not None:
        told.append(money(amount))
    return "; ".join(told)
