"""What is needed to say how the measures of an akkoord stand, read in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import renovatie_maat
from huurdersapp.actions.standen_tellen import Memo, counts
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.actions.telregel import PER_BUILDING
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records import indicator_stand as rules
from huurdersapp.records import meting
from huurdersapp.records.akkoord_keuzes import PRECISIE
from huurdersapp.records.draagvlak import LEGAL_SHARE
from huurdersapp.records.indicator_grens import bounds_of
from huurdersapp.records.indicator_samen import of_projects
from huurdersapp.records.indicator_zinnen import with_unit
from huurdersapp.records.rules import lines_of
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Gemeten:
    """A value of a measure. `number` is that of the meting (None: counted by its rule, or reckoned from others), and
    `kind` with `where` the list behind the value (empty for what was reckoned).

    `classes` are name and percentage. `status` is a key of meting.STATUS, empty for what was counted. `earlier`: the code
    of the measure of an earlier akkoord that it comes from. Not `final`: it is known, and nothing is judged by it yet.
    """

    number: int | None
    van: date
    tot: date
    value: Decimal | None
    words: str
    classes: tuple[tuple[str, Decimal], ...] = ()
    status: str = ""
    source: str = ""
    party: str = ""
    place: str = ""
    version: int = 1
    kind: str = "meting"
    where: tuple[str, ...] = ()
    by: str = ""
    project: str = ""
    note: str = ""
    earlier: str = ""
    final: bool = True


class Reader:
    """The measures of one akkoord (by its key) on a day, in the order of the akkoord; values are read when asked for,
    all at once or only those of the measure that is asked for (`one_by_one`). With `judged_on` the values of that day are
    looked at from a later one: a year from the day on which it is evaluated."""

    def __init__(
        self,
        db: ReadSession,
        akkoord: str,
        on: date,
        *,
        one_by_one: bool = False,
        judged_on: date | None = None,
    ) -> None:
        self.db, self.on, self._one_by_one = db, on, one_by_one
        self._judged_on = judged_on or on
        specs = self._specs = db.catalogue.specs
        self.akkoord: Any = db.get(specs["akkoord"].cls, akkoord)
        themas, doelen = specs["thema"].table, specs["doel"].table
        goals = (
            select(doelen.c.id)
            .join(themas, themas.c.id == doelen.c.thema_id)
            .where(
                themas.c.akkoord_id == akkoord, themas.c.verwijderd.is_(None), doelen.c.verwijderd.is_(None)
            )
        )
        found = db.alive(specs["indicator"], specs["indicator"].table.c.doel_id.in_(goals))
        found.sort(key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))
        self.rows: dict[str, Any] = {row.id: row for row in found}
        self.keys: dict[int, str] = {row.nummer: row.id for row in found}
        self._names = {kind: self._named(kind) for kind in ("partij", "kern")}
        self._lines = {
            part: self._of("indicator", part, tuple(self.rows))
            for part in ("streefwaarden", "verwijzingen", "voorgangers", "oordelen", "partijen")
        }
        self._measured: dict[str, list[Gemeten]] | None = None
        self._series: dict[str, tuple[Gemeten, ...]] = {}
        self._memo: Memo = {}
        self._words: dict[tuple[str, str, str], str] = {}

    # -- what is there ---------------------------------------------------------------------------------------------

    def measure(self, key: str) -> rules.Measure:
        """A measure as its rule asks for it."""
        row = self.rows[key]
        return rules.Measure(
            row.soort,
            row.norm,
            row.richting,
            row.tijd,
            row.eenheid or "",
            tuple(lines_of(row.klassen)),
            tuple(self._target(line) for line in self._lines["streefwaarden"].get(key, ())),
            row.nulmeting_waarde,
            row.nulmeting_jaar,
            row.frequentie,
            counted=any(not one.earlier and one.kind != "meting" for one in self.series(key)),
        )

    def _target(self, line: Any) -> rules.Target:
        return rules.Target(
            line.jaar, line.waarde, line.min, line.max, line.klasse or "",
            self._names["kern"].get(line.kern_id, ""), line.precisie or "", bool(line.circa),
        )  # fmt: skip

    def judged(self, key: str) -> rules.Judgement:
        """How a measure stands by its rule."""
        measure = self.measure(key)
        series = [
            one
            for one in first_of_all(self.series(key))
            if not one.earlier and (not measure.counted or one.kind != "meting")
        ]
        if self.rows[key].regel_telt == PER_BUILDING:
            series = _lowest(series)
        series = [one for one in series if one.final]
        values = [
            rules.Value(one.van, one.tot, one.value, dict(one.classes), one.party, one.place, one.number)
            for one in series
        ]
        values = of_projects(values, [one.project for one in series], adds=measure.soort in rules.ADDED_UP)
        years = rules.Years(self.akkoord.van_jaar, self.akkoord.tot_jaar, self._judged_on)
        return rules.judge(measure, values, years)

    def own(self, key: str) -> tuple[str, str] | None:
        """What the organisation itself says on this day: the stand and why; the newest holds."""
        held = [
            line
            for line in self._lines["oordelen"].get(key, ())
            if line.datum <= self.on and (line.tot is None or line.tot >= self.on)
        ]
        newest = max(held, key=lambda line: (line.datum, line.volgorde), default=None)
        return None if newest is None else (newest.stand, newest.reden)

    def last(self, key: str, value: rules.Value | None, series: Sequence[Gemeten]) -> Gemeten | None:
        """The value that decided, as it stands in the series; one that was reckoned from others by itself. Where none
        decided, the newest there is."""
        own = [one for one in reversed(series) if not one.earlier]
        if value is None:
            return next(iter(own), None)
        for one in own:
            if value.number is not None and value.number == one.number:
                return one
            same = (one.van, one.tot, one.party, one.value) == (
                value.van,
                value.tot,
                value.party,
                value.value,
            )
            if value.number is None and same:
                return one
        row = self.rows[key]
        words = "" if value.value is None else with_unit(row.soort, row.eenheid or "", value.value)
        if words and row.tijd == "jaargemiddelde":
            words = _("gemiddeld {value}").format(value=words)
        return Gemeten(None, value.van, value.tot, value.value, words, kind="")

    def target_words(self, key: str, target: rules.Target) -> str:
        """A target as people say it."""
        row = self.rows[key]
        maat = SimpleNamespace(norm=row.norm, soort=row.soort, eenheid=row.eenheid)
        line = SimpleNamespace(
            waarde=target.value, min=target.low, max=target.high, jaar=target.year, klasse=target.klass
        )
        text = target_in_words(maat, line, _)
        if target.circa:
            text = _("ongeveer {target}").format(target=text)
        if target.place:
            text = _("{place}: {target}").format(place=target.place, target=text)
        return text

    def limits(self, measure: rules.Measure, target: rules.Target) -> tuple[Decimal | None, Decimal | None]:
        """Between what a value meets a target, as the akkoord has it."""
        bounds = bounds_of(measure, target)
        return bounds.low, bounds.high

    # -- references ------------------------------------------------------------------------------------------------

    def referred(self, key: str) -> list[str]:
        """The measures that a reference leads to: those that were named, else those of the party in the same theme."""
        lines = [line.indicator_id for line in self._lines["verwijzingen"].get(key, ())]
        if lines:
            return [one for one in lines if one in self.rows and one != key]
        words = {word.casefold() for word in lines_of(self.rows[key].verwijst_naar)}
        parties = self._parties_called(words)
        theme = self._theme(key)
        return [
            other
            for other, row in self.rows.items()
            if other != key
            and (
                row.code.casefold() in words
                or (
                    row.soort != "verwijzing"
                    and self._theme(other) == theme
                    and self._is_of(other, words, parties)
                )
            )
        ]

    def _theme(self, key: str) -> str:
        doel: Any = self.db.get(self._specs["doel"].cls, self.rows[key].doel_id)
        return str(doel.thema_id)

    def _parties_called(self, words: set[str]) -> set[str]:
        return {key for word in words for key in self._called.get(word, ())}

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """The parties of the akkoord by each word that stands for them: role, name and short name."""
        lines = self.db.lines(self._specs["akkoord"].part["partijen"].spec, self.akkoord.id)
        table = self._specs["partij"].table
        columns = (table.c.id, table.c.naam, table.c.korte_naam)
        known = {row.id: (row.naam, row.korte_naam) for row in self.db.execute(select(*columns))}
        found: dict[str, set[str]] = {}
        for line in lines:
            for name in (line.rol, *known.get(line.partij_id, ())):
                if name:
                    found.setdefault(name.casefold(), set()).add(line.partij_id)
        return found

    def _is_of(self, key: str, words: set[str], parties: set[str]) -> bool:
        for line in self._lines["partijen"].get(key, ()):
            name = line.naam.casefold()
            if name in words or ({line.partij_id} | self._parties_called({name})) & parties:
                return True
        return False

    def referring_words(self, code: str | None, rule: str, count: int) -> str:
        """That a measure takes over the stand of another."""
        if code is None:
            return _("De maat waar dit naar verwijst, is er niet.")
        if count == 1:
            return _("Zie {code}. {rule}").format(code=code, rule=rule)
        return _("Van {count} maten telt de minste: {code}. {rule}").format(count=count, code=code, rule=rule)

    # -- values ----------------------------------------------------------------------------------------------------

    def series(self, key: str) -> tuple[Gemeten, ...]:
        """All values of a measure in order of time, those of the measures that it carries on first."""
        if (found := self._series.get(key)) is None:
            found = self._series[key] = (*self._earlier(key), *self._own_series(key))
        return found

    def _own_series(self, key: str) -> list[Gemeten]:
        row = self.rows[key]
        values = [*self._metingen(key), *self._counted(row, self.akkoord)]
        return sorted(values, key=lambda one: (one.tot, one.van, one.number or 0))

    def _earlier(self, key: str) -> Iterator[Gemeten]:
        for line in self._lines["voorgangers"].get(key, ()):
            row: Any = self.db.get(self._specs["indicator"].cls, line.indicator_id)
            if row is None or row.verwijderd is not None:
                continue
            values = [*self._metingen(row.id), *self._counted(row, self._akkoord_of(row))]
            for one in sorted(values, key=lambda one: (one.tot, one.van, one.number or 0)):
                yield Gemeten(
                    one.number, one.van, one.tot, one.value, one.words, one.classes, one.status, one.source,
                    one.party, one.place, one.version, one.kind, one.where, one.by, one.project, one.note,
                    row.code, one.final,
                )  # fmt: skip

    def _akkoord_of(self, row: Any) -> Any:
        doel: Any = self.db.get(self._specs["doel"].cls, row.doel_id)
        thema: Any = self.db.get(self._specs["thema"].cls, doel.thema_id)
        return self.db.get(self._specs["akkoord"].cls, thema.akkoord_id)

    def _counted(self, row: Any, akkoord: Any) -> Iterator[Gemeten]:
        """A value per year of the akkoord, the running year up to the day; of a norm with an end, from the beginning."""
        if not row.regel_telt:
            return
        begun = date(akkoord.van_jaar, 1, 1)
        years = range(akkoord.van_jaar, min(akkoord.tot_jaar, self.on.year) + 1)
        periods = [
            Period(begun if row.tijd == "uiterlijk" else date(year, 1, 1), min(date(year, 12, 31), self.on))
            for year in years
        ]
        if row.regel_telt == PER_BUILDING and row.soort == "aandeel":
            yield from self._per_building(row, periods)
            return
        for days, count, kind, conditions in counts(self.db, row, periods, self._memo):
            value = Decimal(count)
            where = tuple(f"{key}={text}" for key, text in conditions)
            words = with_unit(row.soort, row.eenheid or "", value)
            yield Gemeten(None, days.first, days.last, value, words, kind=kind, where=where)

    def _per_building(self, row: Any, periods: Sequence[Period]) -> Iterator[Gemeten]:
        """The percentage of tenants that agreed in each building, at the end of each period in which they were asked."""
        for days, one in renovatie_maat.buildings(self.db, row, periods):
            if (value := one.telling.percentage) is None:
                continue
            where = tuple(f"{key}={text}" for key, text in one.where("telt_mee_op"))
            final = one.telling.gehaald or not one.runs
            yield Gemeten(
                None,
                days.first,
                days.last,
                value,
                self._in_words(row.soort, row.eenheid or "", value),
                kind=renovatie_maat.HOME,
                where=where,
                project=f"{one.project.titel}: {one.unit.naam}",
                note="" if final else _("Huurders kunnen nog antwoorden."),
                final=final,
            )

    def _metingen(self, key: str) -> Sequence[Gemeten]:
        """The metingen of a measure of this akkoord, or of one that is carried on."""
        if self._measured is None or (self._one_by_one and key not in self._measured):
            earlier = [line.indicator_id for lines in self._lines["voorgangers"].values() for line in lines]
            wanted = [key] if self._one_by_one else [*self.rows, *earlier]
            self._measured = (self._measured or {}) | {one: [] for one in wanted} | self._read(wanted)
        return self._measured.get(key, ())

    def _read(self, wanted: Sequence[str]) -> dict[str, list[Gemeten]]:
        """The metingen of these measures that count, by the key of the measure."""
        table, klassen = self._specs["meting"].table, meting.MetingKlasse.__table__
        live = (
            table.c.indicator_id.in_(wanted), table.c.verwijderd.is_(None), table.c.tot <= self.on,
            meting.current(True),
        )  # fmt: skip
        shares: dict[str, list[tuple[str, Decimal]]] = {}
        for line in self.db.execute(
            select(klassen.c.ouder_id, klassen.c.klasse, klassen.c.waarde)
            .join(table, table.c.id == klassen.c.ouder_id)
            .where(klassen.c.verwijderd.is_(None), *live)
            .order_by(klassen.c.volgorde)
        ):
            if line.waarde is not None:
                shares.setdefault(line.ouder_id, []).append((line.klasse, line.waarde))
        units = {
            key: (self.rows[key].soort, self.rows[key].eenheid or "") if key in self.rows else self._unit(key)
            for key in wanted
        }
        found: dict[str, list[Gemeten]] = {}
        for row in self.db.execute(select(table).where(*live).order_by(table.c.tot, table.c.nummer)):
            found.setdefault(row.indicator_id, []).append(
                self._gemeten(row, shares.get(row.id, ()), *units[row.indicator_id])
            )
        return found

    def _unit(self, key: str) -> tuple[str, str]:
        row: Any = self.db.get(self._specs["indicator"].cls, key)
        return row.soort, row.eenheid or ""

    def _in_words(self, soort: str, unit: str, value: Decimal) -> str:
        """A value in words; of many metingen most say the same few numbers, and writing one takes a while."""
        key = (soort, unit, str(value))
        if (words := self._words.get(key)) is None:
            words = self._words[key] = with_unit(soort, unit, value)
        return words

    def _gemeten(self, row: Any, shares: Iterable[tuple[str, Decimal]], soort: str, unit: str) -> Gemeten:
        shares = tuple(shares)
        if shares:
            words = "; ".join(f"{name}: {with_unit('aandeel', '', share)}" for name, share in shares)
        elif row.waarde is not None:
            words = self._in_words(soort, unit, row.waarde)
        else:
            words = row.tekst or ""
        return Gemeten(
            row.nummer, row.van, row.tot, row.waarde, words, shares, row.status, row.bron or "",
            self._names["partij"].get(row.partij_id, ""), self._names["kern"].get(row.kern_id, ""), row.versie,
            "meting", (f"nummer={row.nummer}",), self._names["partij"].get(row.aangeleverd_door_id, ""),
            row.project or "", row.toelichting or "",
        )  # fmt: skip

    # -- reading ---------------------------------------------------------------------------------------------------

    def _named(self, kind: str) -> dict[str, str]:
        table = self._specs[kind].table
        short = table.c.korte_naam if "korte_naam" in table.c else table.c.naam
        return {row[0]: row[1] or row[2] for row in self.db.execute(select(table.c.id, short, table.c.naam))}

    def _of(self, kind: str, part: str, owners: Sequence[str]) -> dict[str, list[Any]]:
        spec = self._specs[kind].part[part].spec
        found: dict[str, list[Any]] = {}
        for line in self.db.alive(spec, spec.table.c.ouder_id.in_(owners)):
            found.setdefault(line.ouder_id, []).append(line)
        return found


def _lowest(series: Sequence[Gemeten]) -> list[Gemeten]:
    """Of the buildings of each period the one where the smallest share agreed: each has to reach what was agreed.

    One where it failed for good comes first: until then one where tenants may still answer says that it is not known yet.
    """

    def first(each: Gemeten) -> tuple[bool, Decimal]:
        value = each.value or Decimal(0)
        return not (each.final and value < LEGAL_SHARE), value

    found: dict[tuple[date, date], Gemeten] = {}
    for one in series:
        if one.kind != "meting":
            found[one.van, one.tot] = min((found.get((one.van, one.tot), one), one), key=first)
    return [*(one for one in series if one.kind == "meting"), *found.values()]


def first_of_all(series: Sequence[Gemeten]) -> list[Gemeten]:
    """Of values that are about the same the one that counts: what was settled goes before what was only entered, and
    then the newest. The rest in the order that they had."""
    rank = {"vastgesteld": 2, "bevestigd": 1}
    best: dict[tuple[Any, ...], Gemeten] = {}
    for one in series:
        about = (one.van, one.tot, one.party, one.place, one.project, one.kind, one.earlier)
        other = best.get(about)
        if other is None or rank.get(one.status, 0) >= rank.get(other.status, 0):
            best[about] = one
    kept = {id(one) for one in best.values()}
    return [one for one in series if id(one) in kept]


def precision_words(key: str) -> str:
    """How precise a target is, in words; empty where the akkoord does not say."""
    return PRECISIE.label(key) if key else ""
