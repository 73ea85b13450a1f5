"""How the parties worked together in a year: meetings, fixed moments, promises, overviews, adviezen and raadplegingen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import overzichten_jaar, scorekaart
from huurdersapp.actions.conditions import FOR_AKKOORD
from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_bronnen import agreements_of, summer_of, told_of
from huurdersapp.actions.jaaragenda_opbouw import Builder
from huurdersapp.actions.papier import meeting_name, printed
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.telling import Where, found, met, one
from huurdersapp.actions.vertrouwelijk import Geheim
from huurdersapp.base.i18n import in_dutch
from huurdersapp.base.period import Period
from huurdersapp.records.activiteit import Activiteit
from huurdersapp.records.activiteitenoverzicht import Activiteitenoverzicht
from huurdersapp.records.akkoord import Akkoord, AkkoordPartij
from huurdersapp.records.anker import Anker
from huurdersapp.records.jaaragenda_vorm import ANCHOR, DROPPED, PAST, Moment
from huurdersapp.records.overleg import VERSLAG
from huurdersapp.records.partij import Partij
from huurdersapp.reports import evaluatie_values as paper
from huurdersapp.reports.document import Source
from huurdersapp.reports.language import day_long, days_between
from huurdersapp.reports.values import Getal, Raadpleging
from huurdersapp.store.step import ReadSession

CONFIDENTIAL = "Een vertrouwelijke raadpleging"
TOGETHER = ("rg", "bo")
"""Kinds of overleg in which the parties of an akkoord decide."""
_AGREEMENTS = "prestatieafspraken"
"""The word by which an anchor of the akkoord is about these."""
_BY_LAW = (12, 14)
_STATES = {
    "gedaan": "gedaan",
    "vervallen": "vervallen",
    "voorbij": "niet vastgelegd of het gebeurde",
    "open": "nog niet",
}


class Reader:
    """Reads the process of a year under an akkoord, as it was known on a day."""

    def __init__(
        self,
        ctx: Context,
        db: ReadSession,
        akkoord: Akkoord,
        span: Period,
        on: date,
        secret: Geheim | None = None,
    ) -> None:
        self.ctx, self.db, self.akkoord, self.span, self.on = ctx, db, akkoord, span, on
        self.secret = secret
        self.specs = db.catalogue.specs
        self.until = min(span.last, on)
        several = len(db.alive(self.specs["akkoord"])) > 1
        self.here: Where = ((FOR_AKKOORD, str(akkoord.nummer)),) if several else ()

    # -- meetings and moments ------------------------------------------------------------------------------------------

    def overleggen(self) -> tuple[paper.Overleg, ...]:
        """The meetings of the parties in the year that took place, by day."""
        where: Where = (("soort", ",".join(TOGETHER)), ("valt_in", self.span.code()), *self.here)
        rows = self.db.alive(self.specs["overleg"], met(self.db, "overleg", where))
        held = sorted(
            (row for row in rows if row.datum <= self.until), key=lambda row: (row.datum, row.nummer)
        )
        return tuple(
            paper.Overleg(
                meeting_name(row),
                row.soort,
                row.datum,
                row.agenda_verstuurd_op,
                row.verslag_vastgesteld_op,
                printed(VERSLAG, row.verslag_status),
                bool(row.eigen_aanwezig),
                one("overleg", row),
            )
            for row in held
        )

    def momenten(self) -> tuple[paper.Moment, ...]:
        """The fixed moments of the akkoord in the year, with what became of them; what lasts all year says nothing."""
        year = self.span.last.year
        agreements = agreements_of(self.db, [year], self.akkoord.nummer)
        told = told_of(self.db, year, agreements, alone=True)
        with in_dutch():
            builder = Builder(year, self.until, agreements, told, summer_of(self.ctx.settings))
            moments = [moment for moment in builder.moments() if moment.kind == ANCHOR]
        together = {
            body
            for agreement in agreements
            for moment in moments
            for body in moment.bodies
            if agreement.kind_of(body) in TOGETHER
        }
        return tuple(self._moment(moment, together) for moment in moments if not moment.whole_year)

    def _moment(self, moment: Moment, together: set[str]) -> paper.Moment:
        held = [each for each in moment.meetings if each.day <= self.until]
        state, done = _STATES.get(moment.state, moment.state), moment.done_on
        if held:
            state, done = "gehouden op " + " en ".join(day_long(each.day) for each in held), None
        last = moment.planned_last or moment.last
        until = last if moment.date_kind in ("voor", "uiterlijk") else None
        return paper.Moment(
            moment.name,
            _planned(moment),
            state,
            done,
            until,
            moment.reason or moment.remark,
            overleg=bool(together & set(moment.bodies)),
            gehouden=bool(held) or moment.state not in (PAST, DROPPED),
            source=self._anchor(moment.anchor),
        )

    def _anchor(self, number: int | None) -> Source | None:
        rows = self.db.alive(self.specs["anker"], Anker.nummer == number) if number else []
        return one("anker", rows[0]) if rows else None

    # -- promises ------------------------------------------------------------------------------------------------------

    def nakomen(self) -> tuple[paper.Nakomen, ...]:
        """Per party what it had promised in the year or before and had not done by then, and how that went."""
        by_party: dict[str, list[Any]] = {}
        for row in self._promised():
            by_party.setdefault(row.partij_id, []).append(row)
        parties: list[Partij] = [self.db.get_one(Partij, key) for key in by_party]
        parties.sort(key=lambda partij: (partij.eigen, partij.naam.casefold()))
        return tuple(self._kept(partij, by_party[partij.id]) for partij in parties)

    def beloften(self) -> tuple[paper.Belofte, ...]:
        """What was done late or is late still, the party that owes it by name."""
        rows = [
            row
            for row in self._promised()
            if self._how(row) in ("te_laat", "open_te_laat") and not self._hides("actiepunt", row)
        ]
        owners = {row.partij_id: self.db.get_one(Partij, row.partij_id) for row in rows}
        rows.sort(
            key=lambda row: (owners[row.partij_id].eigen, owners[row.partij_id].naam.casefold(), row.nummer)
        )
        return tuple(
            paper.Belofte(
                owners[row.partij_id].naam,
                row.wat,
                row.uiterlijk,
                row.gedaan_op if row.gedaan_op is not None and row.gedaan_op <= self.on else None,
                row.gedaan_op is None and row.vervallen_op is None,
                bool(owners[row.partij_id].eigen),
                one("actiepunt", row),
            )
            for row in rows
        )

    def _promised(self) -> list[Any]:
        open_before = found(
            self.db, "actiepunt", (("open_op", (self.span.first - timedelta(days=1)).isoformat()), *self.here)
        )
        agreed = Period(self.span.first, self.until) if self.until >= self.span.first else self.span
        made = found(self.db, "actiepunt", (("afgesproken_in", agreed.code()), *self.here))
        keys = dict.fromkeys((*open_before.ids, *made.ids))
        rows: Iterable[Any] = (self.db.get(self.specs["actiepunt"].cls, key) for key in keys)
        return [row for row in rows if row is not None and row.partij_id is not None]

    def _how(self, row: Any) -> str:
        done = self._done(row)
        if done is not None:
            return "te_laat" if row.uiterlijk is not None and done > row.uiterlijk else "op_tijd"
        if row.vervallen_op is not None and row.vervallen_op <= self.until:
            return "vervallen"
        return "open_te_laat" if row.uiterlijk is not None and row.uiterlijk < self.until else "open"

    def _done(self, row: Any) -> date | None:
        day: date | None = row.gedaan_op
        return day if day is not None and day <= self.until else None

    def _kept(self, partij: Partij, rows: Iterable[Any]) -> paper.Nakomen:
        split: dict[str, list[Any]] = {}
        for row in rows:
            split.setdefault(self._how(row), []).append(row)
        counts = {
            key: _counted("actiepunt", split.get(key, []))
            for key in ("op_tijd", "te_laat", "vervallen", "open", "open_te_laat")
        }
        return paper.Nakomen(partij.naam, **counts, zelf=bool(partij.eigen))

    # -- overviews -----------------------------------------------------------------------------------------------------

    def overzichten(self) -> tuple[paper.OverzichtDag, ...]:
        """Per party when its overview for the next year came and was settled."""
        year = self.span.last.year + 1
        rows: list[Any] = self.db.alive(
            self.specs["activiteitenoverzicht"],
            Activiteitenoverzicht.akkoord_id == self.akkoord.id,
            Activiteitenoverzicht.jaar == year,
        )
        by_party = {row.partij_id: row for row in sorted(rows, key=lambda row: -row.nummer)}
        return tuple(self._overview(line, by_party.get(line.partij_id), year) for line in self._signed())

    def _signed(self) -> Iterator[Any]:
        lines = self.db.lines(self.specs["akkoord"].part["partijen"].spec, self.akkoord.id)
        seen: set[str] = set()
        for line in lines:
            assert isinstance(line, AkkoordPartij)
            if line.ondertekenaar and line.partij_id not in seen:
                seen.add(line.partij_id)
                yield line

    def _overview(self, line: Any, row: Any, year: int) -> paper.OverzichtDag:
        partij = self.db.get_one(Partij, line.partij_id)
        until = overzichten_jaar.due(self.db, self.akkoord, partij, line.rol, year)
        if row is None:
            return paper.OverzichtDag(partij.naam, until)
        agreed = self.db.scalar(
            select(func.max(Activiteit.afgesproken_op)).where(
                Activiteit.overzicht_id == row.id,
                Activiteit.afgesproken.is_(True),
                Activiteit.verwijderd.is_(None),
            )
        )
        return paper.OverzichtDag(
            partij.naam,
            until,
            row.aangeleverd_op,
            row.vastgesteld_op,
            agreed,
            one("activiteitenoverzicht", row),
        )

    def afspraken_voor(self) -> date:
        """The last day of this year for agreeing: as the akkoord says it, else the day before 15 December, by which a
        corporation sends what was agreed (Woningwet art. 44a, text of 22-07-2015)."""
        year = self.span.last.year
        rows = self.db.alive(
            self.specs["anker"],
            Anker.akkoord_id == self.akkoord.id,
            Anker.fase == "voorbereiding",
            Anker.soort_datum == "voor",
        )
        days = [
            day
            for row in rows
            if _AGREEMENTS in f"{row.sleutel} {row.naam}".casefold()
            and (day := overzichten_jaar.last_day(row, year)) is not None
        ]
        return min(days, default=date(year, *_BY_LAW))

    # -- adviezen and raadplegingen ------------------------------------------------------------------------------------

    def adviezen(self) -> dict[str, Getal]:
        """The numbers of the scorecard over the year, by their keys."""
        row = scorekaart.totals(self.db, self.span, self.on, self.here)
        made: dict[str, Getal] = {}
        for each in row.cijfers:
            behind = found(self.db, each.kind, each.where) if each.count else None
            made[each.key] = Getal(each.count, behind.source if behind else None)
        return made

    def raadplegingen(self) -> tuple[Raadpleging, ...]:
        """The raadplegingen that were held in the year, by day; of a confidential one people outside read the counts."""
        keys = found(self.db, "raadpleging", (("gehouden_in", self.span.code()), *self.here)).ids
        rows: list[Any] = [
            row for key in keys if (row := self.db.get(self.specs["raadpleging"].cls, key)) is not None
        ]
        rows.sort(key=lambda row: (row.sluit_op or row.start_op or date.max, row.nummer))
        return tuple(self._consulted(row) for row in rows)

    def _consulted(self, row: Any) -> Raadpleging:
        values = raadpleging_values(self.db, row)
        return replace(values, titel=CONFIDENTIAL) if self._hides("raadpleging", row) else values

    def _hides(self, kind: str, row: Any) -> bool:
        return self.secret is not None and self.secret.has(kind, row)


def _planned(moment: Moment) -> str:
    first, last = moment.planned_first or moment.first, moment.planned_last or moment.last
    if first is None or last is None:
        return "in de loop van het jaar"
    if moment.date_kind == "voor":
        return f"vóór {day_long(last + timedelta(days=1))}"
    if moment.date_kind == "uiterlijk":
        return f"uiterlijk {day_long(last)}"
    return days_between(first, last)


def _counted(kind: str, rows: list[Any]) -> Getal:
    if not rows:
        return Getal(0)
    numbers = ",".join(str(row.nummer) for row in sorted(rows, key=lambda row: row.nummer))
    return Getal(len(rows), Source(kind, (("nummer", numbers),), tuple(row.id for row in rows)))
