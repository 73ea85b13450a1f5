"""What visits add up to: of one visit what it is expected to save, of a period how many there were and what came of them.

Counts use the conditions of the list, so that a number and its list are one and the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions.conditions import typed
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.records import find
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.energie_besparing import PLACED, Amounts, Measure, Saving, Use, added, merged, reckon
from huurdersapp.records.energiebezoek_tables import HOE_VER, BezoekMaatregel, Energiebezoek
from huurdersapp.records.maatregel import Maatregel
from huurdersapp.records.rekentarief import Rates
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.step import ReadSession

VISIT = "energiebezoek"
PUT_IN_PLACE = f"maatregel_stand={','.join(PLACED)}"
"""The condition that something was put in place at a visit."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Count:
    """A number of visits, and the conditions of the list that shows them, as they are typed after `--waar`."""

    number: int
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureTotal:
    """How often a measure came how far, by the keys of HOE_VER, and the list of its visits."""

    number: int
    name: str
    states: Mapping[str, int]
    visits: Count

    @property
    def placed(self) -> int:
        """How often it was put in place."""
        return sum(self.states.get(key, 0) for key in PLACED)


@dataclass(frozen=True, slots=True)
class PlaceTotal:
    """The visits of a kern or complex (number None: not filled), and what is expected to be saved there."""

    number: int | None
    name: str
    visits: Count
    placed: Count
    saving: Amounts


@dataclass(frozen=True, slots=True)
class Totals:
    """The visits of a period.

    Attributes:
        visits: somebody was spoken with. `households`: the same, where a home that was visited twice counts once.
        attempts: the coach stood at the door, also when nobody opened. `not_spoken`: nobody was spoken with.
        no_shows: nobody was at home for an appointment.
        placed: visits at which at least one measure was put in place. `knelpunten`: visits with a knelpunt.
        states: how many lines of measures came how far, by the keys of HOE_VER.
        saving: what is expected of what was placed, over all homes; `possible` what may come on top. Indicatief.
        unknown: homes where something was placed of which no saving is known.
        measures, kernen, complexen: the same apart, the most first.
    """

    visits: Count
    households: Count
    attempts: Count
    not_spoken: Count
    no_shows: Count
    placed: Count
    knelpunten: Count
    states: Mapping[str, int]
    saving: Amounts
    possible: Amounts
    unknown: int
    measures: tuple[MeasureTotal, ...]
    kernen: tuple[PlaceTotal, ...]
    complexen: tuple[PlaceTotal, ...]


def expected(ctx: Context, number: int) -> Saving:
    """What the measures of one visit are expected to save in a year; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return saving_of(db, find(db, ctx.spec(VISIT), number))


def saving_of(db: ReadSession, visit: Any) -> Saving:
    """The same of a visit that was read already."""
    lines = _lines(db, [visit.id]).get(visit.id, [])
    return _saving(Rates(db), [visit], [lines])


def lines_of_visit(db: ReadSession, visit_id: str) -> list[tuple[Any, Maatregel]]:
    """The measures of one visit in their order, each with its record."""
    return _lines(db, [visit_id]).get(visit_id, [])


def overview(ctx: Context, period: Period, kern: int | None = None) -> Totals:
    """What the visits of a period add up to; with `kern` (its number) only those inside that place."""
    within = () if kern is None else (f"binnen={kern}",)
    with ctx.store.reading() as db:
        return _Overview(db, period.code(), within).totals()


class _Overview:
    def __init__(self, db: ReadSession, code: str, within: tuple[str, ...]) -> None:
        self.db, self.spec = db, db.catalogue.specs[VISIT]
        self.names = Names(db)
        self.tried = (f"aan_de_deur_in={code}", *within)
        self.done = (f"gedaan_in={code}", *within)
        self.households = (f"huishouden_in={code}", *within)
        self.absent = (f"niet_thuis_in={code}", *within)
        self.rates = Rates(db)

    def totals(self) -> Totals:
        visits = self._visits()
        lines = _lines(self.db, [visit.id for visit in visits])
        placed = {key for key, found in lines.items() if any(line.hoe_ver in PLACED for line, _row in found)}
        savings = list(self._savings(visits, lines))
        all_lines = [line for found in lines.values() for line in found]
        return Totals(
            visits=self._count(self.done),
            households=self._count(self.households),
            attempts=self._count(self.tried),
            not_spoken=self._count((*self.tried, "status=niet_gesproken")),
            no_shows=self._count(self.absent),
            placed=self._count((*self.done, PUT_IN_PLACE)),
            knelpunten=self._count((*self.done, "met_knelpunt=ja")),
            states={
                item.key: sum(line.hoe_ver == item.key for line, _row in all_lines) for item in HOE_VER.items
            },
            saving=added(saving.expected for _visit, saving in savings),
            possible=added(saving.possible for _visit, saving in savings),
            unknown=sum(bool(saving.unknown) for _visit, saving in savings),
            measures=tuple(self._measures(all_lines)),
            kernen=tuple(self._places("kern", visits, placed, savings)),
            complexen=tuple(self._places("complex", visits, placed, savings)),
        )

    def _count(self, where: tuple[str, ...]) -> Count:
        return Count(queries.count(self.db, self._query(where)), where)

    def _query(self, where: Iterable[str]) -> Query:
        return Query(self.spec, tuple(typed(self.db, self.spec, text) for text in where))

    def _visits(self) -> list[Any]:
        """Oldest first, so that of a home the last one says where and how much is used."""
        condition = self._query(self.done).condition()
        order = (Energiebezoek.datum, Energiebezoek.id)
        return list(self.db.execute(select(*_COLUMNS).where(condition).order_by(*order)))

    def _savings(self, visits: Sequence[Any], lines: Mapping[str, list[Any]]) -> Iterator[tuple[Any, Saving]]:
        """The saving of each home with its last visit: what was put there twice does not count twice."""
        homes: dict[str, list[Any]] = {}
        known: dict[Any, str] = {}
        for visit in visits:
            home = visit.zelfde_woning_id or visit.id
            if visit.postcode:
                home = known.setdefault((visit.postcode, visit.huisnummer, visit.toevoeging or ""), home)
            homes.setdefault(home, []).append(visit)
        for found in homes.values():
            yield (
                found[-1],
                _saving(self.rates, found, [lines.get(visit.id, []) for visit in found], parts=False),
            )

    def _measures(self, lines: Sequence[Any]) -> Iterator[MeasureTotal]:
        found: dict[str, tuple[Any, dict[str, int]]] = {}
        for line, row in lines:
            states = found.setdefault(row.id, (row, {}))[1]
            states[line.hoe_ver] = states.get(line.hoe_ver, 0) + 1
        # A measure stands at a visit once, so its lines are its visits.
        made = [
            MeasureTotal(
                row.nummer,
                row.naam,
                states,
                Count(sum(states.values()), (*self.done, f"met_maatregel={row.nummer}")),
            )
            for row, states in found.values()
            if row.verwijderd is None
        ]
        yield from sorted(made, key=lambda one: (-one.placed, -one.visits.number, one.number))

    def _places(
        self, kind: str, visits: Sequence[Any], placed: Set[str], savings: Sequence[tuple[Any, Saving]]
    ) -> Iterator[PlaceTotal]:
        here: dict[str | None, list[str]] = {}
        saved: dict[str | None, list[Amounts]] = {}
        for visit in visits:
            here.setdefault(getattr(visit, f"{kind}_id"), []).append(visit.id)
        for visit, saving in savings:
            saved.setdefault(getattr(visit, f"{kind}_id"), []).append(saving.expected)
        self.names.load(kind, [key for key in here if key])
        made = []
        for key, keys in here.items():
            number, name = self.names.numbered(kind, key) if key else (None, _("Niet ingevuld"))
            where = (*self.done, f"{kind}={number or ''}")
            made.append(
                PlaceTotal(
                    number,
                    name,
                    Count(len(keys), where),
                    Count(len(placed & set(keys)), (*where, PUT_IN_PLACE)),
                    added(saved.get(key, [])),
                )
            )
        yield from sorted(made, key=lambda one: (one.number is None, -one.visits.number, one.name.casefold()))


_COLUMNS = (
    Energiebezoek.id,
    Energiebezoek.datum,
    Energiebezoek.postcode,
    Energiebezoek.huisnummer,
    func.coalesce(Energiebezoek.toevoeging, "").label("toevoeging"),
    Energiebezoek.zelfde_woning_id,
    Energiebezoek.kern_id,
    Energiebezoek.complex_id,
    Energiebezoek.gas_jaar,
    Energiebezoek.stroom_jaar,
    Energiebezoek.water_jaar,
)


_OF_LINE = (
    BezoekMaatregel.ouder_id,
    BezoekMaatregel.maatregel_id,
    BezoekMaatregel.hoe_ver,
    BezoekMaatregel.stand,
    BezoekMaatregel.wie,
    BezoekMaatregel.aantal,
    BezoekMaatregel.toelichting,
    BezoekMaatregel.na_nazorg,
)


def _lines(db: ReadSession, visits: Sequence[str]) -> dict[str, list[tuple[Any, Maatregel]]]:
    """The live lines of visits with their measures, by visit; a measure in the waste bin still saves."""
    found: dict[str, list[tuple[Any, Maatregel]]] = {}
    known = {row.id: row for row in db.scalars(select(Maatregel))}
    for start in range(0, len(visits), _AT_ONCE):
        asked = (
            select(*_OF_LINE)
            .where(
                BezoekMaatregel.ouder_id.in_(visits[start : start + _AT_ONCE]),
                BezoekMaatregel.verwijderd.is_(None),
            )
            .order_by(BezoekMaatregel.ouder_id, BezoekMaatregel.volgorde)
        )
        for line in db.execute(asked):
            found.setdefault(line.ouder_id, []).append((line, known[line.maatregel_id]))
    return found


def _saving(rates: Rates, visits: Sequence[Any], lines: Sequence[list[Any]], *, parts: bool = True) -> Saving:
    """The saving of one home of which these are the visits, oldest first."""
    last = visits[-1]
    use = Use(*(_last_known(visits, key) for key in ("gas_jaar", "stroom_jaar", "water_jaar")))
    measures = [measure_of(line, row) for found in lines for line, row in found]
    year = last.datum.year if last.datum else None
    prices, factors = (rates.prices(year), rates.factors(year)) if year is not None else (None, None)
    home = merged(measures) if len(visits) > 1 else measures
    return reckon(home, use, prices, factors, parts=parts)


def _last_known(visits: Sequence[Any], key: str) -> int | None:
    return next((getattr(visit, key) for visit in reversed(visits) if getattr(visit, key) is not None), None)


def measure_of(line: Any, row: Maatregel) -> Measure:
    """A line of a visit with its measure, as plain values to reckon with."""
    return Measure(
        row.id,
        row.naam,
        row.per,
        row.overlap,
        row.gas_m3,
        row.stroom_kwh,
        row.water_liter,
        line.aantal,
        line.hoe_ver,
        line.stand,
        line.wie,
        line.na_nazorg,
        row.bron,
        row.bron_jaar,
        row.nagezocht,
        row.voorwaarden,
    )
