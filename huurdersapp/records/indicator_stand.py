"""How a measure stands on a day, and by which rule: pure, without database. Which stands there are: akkoord_keuzes.STAND.

All numbers are exact. A straight line counts each year as equally long, and is rounded to the side that favours the
value, so that the number somebody reads is the number that was tested. For toename and afname the values, the targets
and the nulmeting (normally 0) hold the growth or fall since the nulmeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import indicator_jaren as jaren
from huurdersapp.records import indicator_zinnen as zinnen
from huurdersapp.records.indicator_grens import Bounds, Line, bounds_of, line_to
from huurdersapp.records.indicator_samen import added_up, wholes

WORST_FIRST = (
    "niet_gehaald", "achter", "boven_de_bandbreedte", "niet_aangeleverd", "nog_niet_te_zeggen", "op_schema", "gehaald",
)  # fmt: skip
"""Of several stands the first of these that occurs is that of the whole."""
DECIDED = ("gehaald", "niet_gehaald", "boven_de_bandbreedte")
ADDED_UP = ("aantal", "bedrag")
"""Soorten of which values of parties, places and parts of a year can be added; shares cannot."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the akkoord wants; `place` is the name of a kern, `klass` that of a class."""

    year: int | None = None
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    klass: str = ""
    place: str = ""
    precision: str = ""
    circa: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What was measured over `van` to `tot`, or on `tot`. `classes` are shares in percent by the name of the class;
    `number` is that of the meting, for the caller."""

    van: date
    tot: date
    value: Decimal | None = None
    classes: Mapping[str, Decimal] = field(default_factory=dict)
    party: str = ""
    place: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as far as its stand asks. `counted`: it fills itself, so nobody has to deliver it."""

    soort: str
    norm: str = "geen"
    richting: str = "stand"
    tijd: str | None = None
    eenheid: str = ""
    klassen: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    nulmeting: Decimal | None = None
    nulmeting_jaar: int | None = None
    frequentie: str | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The stand of one target (or of the measure when it has none), the rule in words, and the value it looked at."""

    key: str
    rule: str
    target: Target | None = None
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The stand of a measure: that of the targets that decide now, and each target's own."""

    key: str
    rule: str
    target: Target | None
    value: Value | None
    verdicts: tuple[Verdict, ...]
    missing_from: date | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """The years of the akkoord and the day on which somebody looks."""

    first: int
    last: int
    on: date


def worst(keys: Iterable[str]) -> str:
    """The stand of a whole of which these are the parts; nog_niet_te_zeggen when there are none."""
    return min(keys, key=WORST_FIRST.index, default="nog_niet_te_zeggen")


def judge(measure: Measure, values: Iterable[Value], years: Years) -> Judgement:
    """The stand of a measure on a day. Values that end after the day do not count; pass no values that were replaced."""
    known = sorted((one for one in values if one.tot <= years.on), key=lambda one: (one.tot, one.number or 0))
    parties = sorted({one.party for one in known})
    if "" in parties and measure.soort in ADDED_UP:
        return _judge(measure, wholes(known), years)
    if "" in parties or len(parties) < 2:
        return _judge(measure, [one for one in known if one.party == (parties or [""])[0]], years)
    if measure.soort in ADDED_UP:
        return _without_some(_judge(measure, added_up(known, parties, "party"), years), known)
    if measure.norm == "geen":
        return _judge(measure, known, years)
    each = [(name, _judge(measure, [one for one in known if one.party == name], years)) for name in parties]
    name, found = min(each, key=lambda pair: WORST_FIRST.index(pair[1].key))
    return replace(found, rule=_("Van {party}: {rule}").format(party=name, rule=found.rule))


def _without_some(found: Judgement, known: Sequence[Value]) -> Judgement:
    """Where the whole is missing because some parties gave nothing, their names."""
    last: dict[str, date] = {one.party: one.tot for one in known}
    late = sorted(name for name, day in last.items() if day < known[-1].tot)
    if found.key != "niet_aangeleverd" or not late:
        return found
    rule = _("Nog niet alles is er; het laatste ontbreekt van {names}. {rule}")
    return replace(found, rule=rule.format(names=", ".join(late), rule=found.rule))


def _judge(measure: Measure, values: list[Value], years: Years) -> Judgement:
    yearly = measure.tijd in ("per_jaar", "jaargemiddelde")
    whole = jaren.whole_years(measure, values, years.on) if yearly else {}
    due = None if measure.counted else jaren.not_delivered(measure, values, whole, years)
    missing = None if due is None else jaren.missing_since(values, years)
    if measure.norm == "geen" or not measure.targets:
        # The value of the whole is what the measure says; one place of it says less, also when it is as new.
        last = max(values, key=lambda one: (one.tot, not one.place), default=None)
        if due is not None:
            return Judgement("niet_aangeleverd", zinnen.not_delivered(due), None, last, (), missing)
        return Judgement("nog_niet_te_zeggen", zinnen.no_norm(measure, last), None, last, ())
    verdicts = [
        _verdict(measure, target, _about(measure, target, values), due, years) for target in measure.targets
    ]
    decide = _deciding(measure, verdicts, years.on)
    key = worst(one.key for one in decide)
    chosen = next(one for one in decide if one.key == key)
    if key != "niet_aangeleverd":
        missing = None
    rule = chosen.rule
    if chosen.target is not None and (name := chosen.target.klass or chosen.target.place):
        rule = _("{name}: {rule}").format(name=name, rule=rule)
    return Judgement(key, rule, chosen.target, chosen.value, tuple(verdicts), missing)


def _about(measure: Measure, target: Target, values: Sequence[Value]) -> list[Value]:
    """The values that a target is about: those of its place and class."""
    found = [one for one in values if one.place == target.place]
    places = sorted({one.place for one in values})
    if not found and target.place and all(other.place == target.place for other in measure.targets):
        found = [one for one in values if not one.place]
    elif not found and not target.place and places:
        if len(places) == 1:
            found = list(values)
        elif measure.soort in ADDED_UP:
            found = added_up(values, places, "place")
    if target.klass:
        return [replace(one, value=one.classes[target.klass]) for one in found if target.klass in one.classes]
    return [one for one in found if one.value is not None]


def _deciding(measure: Measure, verdicts: Sequence[Verdict], on: date) -> list[Verdict]:
    """Those of the next target whose year has not ended, else of the last one; all when no year is named. Where nothing
    can be said of the next one yet, what was decided about the last one stands."""
    dated = sorted({one.target.year for one in verdicts if one.target and one.target.year is not None})
    if not dated:
        return list(verdicts)
    loose = [one for one in verdicts if one.target is None or one.target.year is None]
    if measure.tijd in ("steeds", "per_jaar"):
        told = [one.value.tot.year for one in verdicts if one.value is not None]
        reached = [year for year in dated if year <= max(told, default=on.year)]
        held = _of_year(verdicts, reached[-1] if reached else dated[0])
        return held + loose if measure.tijd == "steeds" else held
    passed = [year for year in dated if on > date(year, 12, 31)]
    coming = [year for year in dated if year not in passed]
    chosen = _of_year(verdicts, coming[0] if coming else passed[-1])
    if coming and passed and worst(one.key for one in chosen) == "nog_niet_te_zeggen":
        before = _of_year(verdicts, passed[-1])
        if worst(one.key for one in before) in DECIDED:
            chosen = before
    return chosen + loose if measure.tijd is None else chosen


def _of_year(verdicts: Sequence[Verdict], year: int) -> list[Verdict]:
    return [one for one in verdicts if one.target is not None and one.target.year == year]


def _verdict(
    measure: Measure, target: Target, values: list[Value], due: jaren.Due | None, years: Years
) -> Verdict:
    bounds = bounds_of(measure, target)
    match measure.tijd:
        case "per_jaar":
            return _each_year(measure, target, bounds, values, due, years)
        case "jaargemiddelde":
            return _on_average(measure, target, bounds, values, due, years)
        case "steeds":
            return _always(measure, target, bounds, values, due)
    if target.year is not None:
        return _by_year(measure, target, target.year, bounds, values, due, years)
    return _without_year(measure, target, bounds, values, due, years)


def _final(bounds: Bounds, value: Decimal) -> str:
    """Whether a value that decides meets its target."""
    if bounds.meets(value):
        return "gehaald"
    return "boven_de_bandbreedte" if bounds.above_band(value) else "niet_gehaald"


def _missing(due: jaren.Due | None, target: Target, last: Value | None) -> Verdict | None:
    return None if due is None else Verdict("niet_aangeleverd", zinnen.not_delivered(due), target, last)


def _by_year(
    measure: Measure,
    target: Target,
    year: int,
    bounds: Bounds,
    values: list[Value],
    due: jaren.Due | None,
    years: Years,
) -> Verdict:
    """Uiterlijk in a year: afterwards the last value of that year, before it the straight line."""
    within = [one for one in values if one.tot.year == year]
    last = values[-1] if values else None
    there = _already_there(measure, bounds, values, year)
    if years.on > date(year, 12, 31):
        one = within[-1] if within else there
        if one is None or one.value is None:
            return Verdict("niet_aangeleverd", zinnen.nothing_in(measure, bounds, year), target, last)
        return Verdict(_final(bounds, one.value), zinnen.at_end(measure, bounds, year, one), target, one)
    if there is not None and not within:
        return Verdict("gehaald", zinnen.at_end(measure, bounds, year, there), target, there)
    if missing := _missing(due, target, last):
        return missing
    if last is None or last.value is None:
        return Verdict("nog_niet_te_zeggen", zinnen.nothing_yet(measure, bounds, year), target)
    line = line_to(measure, target, bounds, year, last.tot)
    key = _on_the_way(bounds, line, last.value, in_year=last.tot.year == year)
    return Verdict(key, zinnen.on_the_way(measure, bounds, year, last, line, key), target, last)


def _already_there(measure: Measure, bounds: Bounds, values: Sequence[Value], year: int) -> Value | None:
    """The last value before the year of a ja_nee that meets it: what is there need not be told again."""
    before = [one for one in values if one.tot.year < year]
    if measure.soort != "ja_nee" or not before or before[-1].value is None:
        return None
    return before[-1] if bounds.meets(before[-1].value) else None


def _on_the_way(bounds: Bounds, line: Line | None, value: Decimal, *, in_year: bool) -> str:
    meets = bounds.meets(value)
    if meets and in_year:
        return "gehaald"
    if bounds.above_band(value):
        return "boven_de_bandbreedte"
    if meets and (bounds.band or line is not None):
        return "op_schema"  # who began past the target need not be further from it than the target itself
    if line is not None:
        return "op_schema" if line.reached(value) else "achter"
    return "achter" if in_year else "nog_niet_te_zeggen"


def _without_year(
    measure: Measure,
    target: Target,
    bounds: Bounds,
    values: list[Value],
    due: jaren.Due | None,
    years: Years,
) -> Verdict:
    """The akkoord names a number and no year: it has until the end of the akkoord."""
    last = values[-1] if values else None
    if last is not None and last.value is not None and bounds.meets(last.value):
        return Verdict("gehaald", zinnen.no_year(measure, bounds, last, years.last), target, last)
    if missing := _missing(due, target, last):
        return missing
    if last is None or last.value is None:
        return Verdict("nog_niet_te_zeggen", zinnen.nothing_yet(measure, bounds, None), target)
    key = _final(bounds, last.value)
    if key == "niet_gehaald" and years.on <= date(years.last, 12, 31):
        key = "nog_niet_te_zeggen"
    return Verdict(key, zinnen.no_year(measure, bounds, last, years.last), target, last)


def _always(
    measure: Measure,
    target: Target,
    bounds: Bounds,
    values: list[Value],
    due: jaren.Due | None,
) -> Verdict:
    """Steeds: the last value decides; a target with a year holds from that year on."""
    held = [one for one in values if target.year is None or one.tot.year >= target.year]
    if missing := _missing(due, target, values[-1] if values else None):
        return missing
    if not held or (last := held[-1]).value is None:
        return Verdict("nog_niet_te_zeggen", zinnen.nothing_yet(measure, bounds, target.year), target)
    return Verdict(_final(bounds, last.value), zinnen.always(measure, bounds, last), target, last)


def _each_year(
    measure: Measure,
    target: Target,
    bounds: Bounds,
    values: list[Value],
    due: jaren.Due | None,
    years: Years,
) -> Verdict:
    """Per jaar: the last whole year with a value; a target with a year is about that year alone."""
    whole = jaren.whole_years(measure, values, years.on)
    told = [year for year in whole if target.year in (None, year)]
    last = values[-1] if values else None
    if not told and target.year is not None and years.on > date(target.year, 12, 31) and not measure.counted:
        return Verdict("niet_aangeleverd", zinnen.nothing_in(measure, bounds, target.year), target, last)
    if target.year is None and (missing := _missing(due, target, last)):
        return missing
    if not told:
        return Verdict("nog_niet_te_zeggen", zinnen.no_whole_year(measure, bounds, target.year), target, last)
    one = whole[max(told)]
    assert one.value is not None
    return Verdict(
        _final(bounds, one.value),
        zinnen.each_year(measure, bounds, max(told), one.value),
        target,
        one,
    )


def _on_average(
    measure: Measure,
    target: Target,
    bounds: Bounds,
    values: list[Value],
    due: jaren.Due | None,
    years: Years,
) -> Verdict:
    """Jaargemiddelde: over the whole years since the akkoord began (or the nulmeting, when that is earlier)."""
    whole = jaren.whole_years(measure, values, years.on)
    first = years.first
    if measure.nulmeting_jaar is not None:
        first = min(first, measure.nulmeting_jaar + 1)
    told = [year for year in whole if year >= first and (target.year is None or year <= target.year)]
    last = values[-1] if values else None
    ended = target.year is not None and max(told, default=0) >= target.year
    if not ended and (missing := _missing(due, target, last)):
        return missing
    if not told:
        return Verdict("nog_niet_te_zeggen", zinnen.no_whole_year(measure, bounds, None), target, last)
    end = max(told)
    gaps = [year for year in range(first, end) if year not in whole]
    if gaps:
        return Verdict("nog_niet_te_zeggen", zinnen.gaps(measure, bounds, gaps), target, last)
    found = [whole[year].value or Decimal(0) for year in range(first, end + 1)]
    mean = bounds.mean(found)
    key = _final(bounds, mean)
    if target.year is not None and end < target.year:
        key = {"gehaald": "op_schema", "niet_gehaald": "achter"}.get(key, key)
    rule = zinnen.on_average(measure, bounds, (first, end), mean, target.year)
    return Verdict(key, rule, target, replace(whole[end], value=mean, van=date(first, 1, 1), number=None))
