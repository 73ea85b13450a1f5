"""How the measures of an akkoord stand on a day: values, targets and the rule in words, as plain values.

The rules are those of records/indicator_stand.py. What an own measure counts comes from its rule (telling.py), and every
value says by which list it can be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.akkoord_lezen import read
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver, simple
from huurdersapp.actions.records import missing
from huurdersapp.actions.standen_lezen import Gemeten as Gemeten
from huurdersapp.actions.standen_lezen import Reader
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_keuzes import STAND
from huurdersapp.records.draft import Fault
from huurdersapp.records.indicator_stand import worst
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Doelwaarde:
    """A target with its own stand: `words` as people say it, `low` and `high` for a chart (both the same for exactly
    a number), `value` what it was tested with."""

    year: int | None
    words: str
    klass: str
    place: str
    precision: str
    circa: bool
    low: Decimal | None
    high: Decimal | None
    key: str
    label: str
    rule: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """How a measure stands. `key`, `label` and `rule` are by the rule; `own_key` and `own_reason` what the organisation
    says instead, where it does (`shown` is what to show first).

    `target` is the target that decides now, in words. `last` is the value that counted last, `series` all values in
    order of time (the whole, and those of parties and places), `targets` each with its own stand. `missing_from`: since
    when nothing is known, where a value should have come. `counted`: it fills itself from what is logged. `follows`:
    the codes of the measures that a reference took its stand from. `mean`: `last` is the mean of whole years.
    """

    indicator: int
    code: str
    key: str
    label: str
    rule: str
    own_key: str | None = None
    own_reason: str | None = None
    target: str = ""
    last: Gemeten | None = None
    series: tuple[Gemeten, ...] = ()
    targets: tuple[Doelwaarde, ...] = ()
    missing_from: date | None = None
    counted: bool = False
    follows: tuple[str, ...] = ()
    nulmeting: Decimal | None = None
    nulmeting_jaar: int | None = None
    soort: str = ""
    eenheid: str = ""
    mean: bool = False

    @property
    def shown(self) -> str:
        """The stand to show first: our own where we gave one."""
        return self.own_key or self.key

    @property
    def shown_label(self) -> str:
        """The same in words."""
        return STAND.label(self.shown)


def stand(ctx: Context, indicator_number: int, on: date | None = None) -> Stand:
    """How one measure stands on a day (by default that of the administration); raises UserError when it is not there."""
    with ctx.store.reading() as db:
        akkoord = _akkoord_of(db, indicator_number)
        if akkoord is None:
            raise missing(db.catalogue.specs["indicator"], indicator_number)
        found = _Standen(Reader(db, akkoord, on or day_of(ctx), one_by_one=True))
        return found.of(found.reader.keys[indicator_number])


def standen(ctx: Context, akkoord_number: int | None = None, on: date | None = None) -> dict[int, Stand]:
    """How all measures of an akkoord stand, by their number and in its order; without a number of the akkoord that
    holds now, or else the newest. Empty when there is none; raises UserError when that akkoord is not there."""
    with ctx.store.reading() as db:
        akkoord = _chosen(db, akkoord_number)
        if akkoord is None:
            return {}
        found = _Standen(Reader(db, akkoord, on or day_of(ctx)))
        return {row.nummer: found.of(key) for key, row in found.reader.rows.items()}


def standen_in(
    db: ReadSession, akkoord_id: str, on: date, *, judged_on: date | None = None
) -> dict[int, Stand]:
    """The same within a reading that goes on, of the akkoord with this key. With `judged_on` what was known on a day is
    judged from a later one, such as a year from the day of its evaluation."""
    found = _Standen(Reader(db, akkoord_id, on, judged_on=judged_on))
    return {row.nummer: found.of(key) for key, row in found.reader.rows.items()}


def of_goal(measures: Iterable[tuple[Stand, bool]]) -> str:
    """The stand of a goal from those of its measures, each with whether it is a hoofdmaat: the worst of these, and
    without them the worst of all of which something can be said."""
    told = list(measures)
    main = [one.shown for one, hoofd in told if hoofd]
    return worst(main or (one.shown for one, _hoofd in told if one.shown != "nog_niet_te_zeggen"))


def _akkoord_of(db: ReadSession, number: int) -> str | None:
    specs = db.catalogue.specs
    row = next(iter(db.alive(specs["indicator"], specs["indicator"].table.c.nummer == number)), None)
    doel: Any = None if row is None else db.get(specs["doel"].cls, row.doel_id)
    thema: Any = None if doel is None else db.get(specs["thema"].cls, doel.thema_id)
    return None if thema is None else str(thema.akkoord_id)


def _chosen(db: ReadSession, number: int | None) -> str | None:
    spec = db.catalogue.specs["akkoord"]
    rows = sorted(db.alive(spec), key=lambda row: (not row.geldig, -row.van_jaar, row.nummer))
    if number is None:
        return rows[0].id if rows else None
    found = next((row.id for row in rows if row.nummer == number), None)
    if found is None:
        raise missing(spec, number)
    return str(found)


class _Standen:
    """The stands of the measures of one akkoord, each reckoned once."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._done: dict[str, Stand] = {}
        self._busy: set[str] = set()

    def of(self, key: str) -> Stand:
        """The stand of a measure by its key."""
        if (done := self._done.get(key)) is None:
            self._busy.add(key)
            done = self._done[key] = self._made(key)
            self._busy.discard(key)
        return done

    def _made(self, key: str) -> Stand:
        read, row = self.reader, self.reader.rows[key]
        if row.soort == "verwijzing":
            return self._referring(key)
        measure, judged, series = read.measure(key), read.judged(key), read.series(key)
        own, last = read.own(key), read.last(key, judged.value, series)
        return Stand(
            row.nummer,
            row.code,
            judged.key,
            STAND.label(judged.key),
            judged.rule,
            own[0] if own else None,
            own[1] if own else None,
            read.target_words(key, judged.target) if judged.target else "",
            last,
            series,
            tuple(
                Doelwaarde(
                    one.target.year, read.target_words(key, one.target), one.target.klass, one.target.place,
                    one.target.precision, one.target.circa, *read.limits(measure, one.target),
                    one.key, STAND.label(one.key), one.rule, one.value.value if one.value else None,
                )
                for one in judged.verdicts
                if one.target is not None
            ),
            judged.missing_from,
            measure.counted,
            (),
            measure.nulmeting,
            measure.nulmeting_jaar,
            measure.soort,
            measure.eenheid,
            measure.tijd == "jaargemiddelde" and last is not None and not last.kind,
        )  # fmt: skip

    def _referring(self, key: str) -> Stand:
        """A reference has the stand of what it leads to; one that leads back to itself says nothing new."""
        read, row = self.reader, self.reader.rows[key]
        led = [other for other in read.referred(key) if other not in self._busy]
        found = [self.of(other) for other in led]
        own = read.own(key)
        judged = worst(one.shown for one in found)
        chosen = next((one for one in found if one.shown == judged), None)
        return Stand(
            row.nummer,
            row.code,
            judged,
            STAND.label(judged),
            read.referring_words(chosen.code if chosen else None, chosen.rule if chosen else "", len(found)),
            own[0] if own else None,
            own[1] if own else None,
            chosen.target if chosen else "",
            chosen.last if chosen else None,
            (),
            (),
            chosen.missing_from if chosen else None,
            False,
            tuple(one.code for one in found),
            soort="verwijzing",
            mean=chosen is not None and chosen.mean,
        )


def of_party(ctx: Context, name: str, akkoord_number: int | None = None) -> frozenset[int]:
    """The numbers of the measures of a party of an akkoord, by its name or its role there ("corporaties").

    Raises UserError with those who take part when it is none of them.
    """
    reading = read(ctx, akkoord_number)
    if reading is None:
        return frozenset()
    with ctx.store.reading() as db:
        key = Resolver(db)("partij", name)
        table = db.catalogue.specs["partij"].table
        known = None if isinstance(key, Fault) else db.scalar(select(table.c.nummer).where(table.c.id == key))
    wanted = {
        party.number
        for party in reading.parties
        if party.number == known or name.strip().casefold() in (party.name.casefold(), party.role.casefold())
    }
    if not wanted:
        raise UserError(
            _("De partij ‘{name}’ doet niet mee in dit akkoord."),
            _("Kies uit: {known}."),
            name=name[:60],
            known=", ".join(party.name for party in reading.parties),
        )
    return frozenset(
        point.number for point in reading.points if point.kind == "indicator" and wanted & set(point.parties)
    )


def as_json(found: Stand) -> Plain:
    """A stand as JSON values, by Dutch names."""
    last = found.last
    return {
        "indicator": found.indicator,
        "code": found.code,
        "stand": found.shown,
        "label": found.shown_label,
        "regel": found.rule,
        "stand_volgens_regel": found.key,
        "eigen_oordeel": found.own_key,
        "reden": found.own_reason,
        "doel": found.target or None,
        "waarde": None if last is None or last.value is None else simple(last.value),
        "in_woorden": last.words if last else None,
        "gemeten_op": last.tot.isoformat() if last else None,
        "meting": last.number if last else None,
        "ontbreekt_vanaf": found.missing_from.isoformat() if found.missing_from else None,
        "telt_vanzelf": found.counted,
    }
