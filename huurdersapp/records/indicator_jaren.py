"""Whole years of a measure, and whether a value that should have been delivered is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from huurdersapp.base.period import Period, months_later, trimester

if TYPE_CHECKING:
    from huurdersapp.records.indicator_stand import Measure, Value, Years

DELIVERED_WITHIN = 2
"""Months after a period in which its value is expected: the parties evaluate the year together in February, and the
costs are accounted for within two months after the year (Lokaal Akkoord Emmen 2019-2024, "Evaluatie")."""


@dataclass(frozen=True, slots=True)
class Due:
    """A period without value, and the last day on which that value was expected."""

    period: Period
    expected: date


def whole_years(measure: Measure, values: Sequence[Value], on: date) -> dict[int, Value]:
    """The value of each whole calendar year that has ended, by year.

    A value over all of the year comes first. Counts and amounts of parts add up when they cover it wholly and do not
    overlap; of a share only what stood on 31 December does. Of a ja_nee one yes within the year is enough.
    """
    years: dict[int, list[Value]] = {}
    for one in values:
        if one.value is not None and one.van.year <= one.tot.year:
            years.setdefault(one.tot.year, []).append(one)
    found: dict[int, Value] = {}
    for year, parts in sorted(years.items()):
        whole = _of_year(measure.soort, year, parts) if date(year, 12, 31) <= on else None
        if whole is not None:
            found[year] = whole
    return found


def _of_year(soort: str, year: int, parts: Sequence[Value]) -> Value | None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    full = [one for one in parts if one.van <= first and one.tot == last]
    if full:
        return full[-1]
    if soort == "ja_nee":
        return max(parts, key=lambda one: (one.value or Decimal(0), one.tot))
    if soort not in ("aantal", "bedrag"):
        return next((one for one in reversed(parts) if one.van == one.tot == last), None)
    pieces = sorted((one for one in parts if one.van >= first), key=lambda one: one.van)
    following = first
    for one in pieces:
        if one.van != following:
            return None
        following = one.tot + timedelta(days=1)
    if following != date(year + 1, 1, 1):
        return None
    total = sum((one.value for one in pieces if one.value is not None), Decimal(0))
    return replace(pieces[-1], van=first, value=total, number=None)


def not_delivered(
    measure: Measure, values: Sequence[Value], whole: Mapping[int, Value], years: Years
) -> Due | None:
    """The last full period of the frequentie for which nothing came, though it should have; None when all is there."""
    period = last_period(measure, years)
    if period is None:
        return None
    yearly = measure.tijd in ("per_jaar", "jaargemiddelde") and measure.soort != "tekst"
    if yearly and measure.frequentie in (None, "jaar"):
        there = any(year >= period.last.year for year in whole)
    elif measure.frequentie == "eenmalig":
        there = bool(values)
    else:
        there = any(one.tot >= period.first for one in values)
    return None if there else Due(period, expected_by(period))


def last_period(measure: Measure, years: Years) -> Period | None:
    """The last full period within the akkoord whose value should be there by now; None when none should."""
    end = date(years.last, 12, 31)
    if measure.frequentie == "eenmalig":
        named = [target.year for target in measure.targets if target.year is not None]
        last = date(max(named), 12, 31) if named else end
        return Period(date(years.first, 1, 1), last) if years.on > last else None
    if measure.frequentie == "trimester":
        every = [trimester(year, part) for year in range(years.first, years.last + 1) for part in (1, 2, 3)]
    else:
        step = 2 if measure.frequentie == "twee_jaar" else 1
        every = [
            Period(date(year, 1, 1), date(year + step - 1, 12, 31))
            for year in range(years.first, years.last + 2 - step, step)
        ]
    passed = [one for one in every if years.on > expected_by(one)]
    return passed[-1] if passed else None


def expected_by(period: Period) -> date:
    """The last day on which the value of a period is expected."""
    return months_later(period.last, DELIVERED_WITHIN)


def missing_since(values: Sequence[Value], years: Years) -> date:
    """The day from which nothing is known any more, not before the akkoord."""
    begun = date(years.first, 1, 1)
    return max(begun, values[-1].tot + timedelta(days=1)) if values else begun
