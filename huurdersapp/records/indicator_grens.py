"""Between which limits a value meets its target, and the straight line that leads there. Exact: no floats."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from huurdersapp.records.indicator_stand import Measure, Target

CIRCA = Decimal("0.1")
"""How far from "circa" still meets it: a tenth of the number. The akkoord does not say; a constant, because the same
word must not mean something else for each measure. Who sees it otherwise gives an own oordeel."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `low` up to and including `high`; None: no limit on that side. `wide` are the limits that count where the
    akkoord says circa. `band`: both limits come from the akkoord, so too much is told apart from too little."""

    low: Decimal | None
    high: Decimal | None
    wide: tuple[Decimal | None, Decimal | None]
    band: bool
    circa: bool
    more: bool

    def meets(self, value: Decimal) -> bool:
        """Whether a value lies within the limits, those included."""
        low, high = self.wide
        return (low is None or value >= low) and (high is None or value <= high)

    def above_band(self, value: Decimal) -> bool:
        """Whether a value lies above a bandwidth."""
        return self.band and self.wide[1] is not None and value > self.wide[1]

    def decimals(self, *more: Decimal | None) -> int:
        """Decimals of the numbers in the rule, and one at least."""
        return max([1, *(decimals_of(one) for one in (self.low, self.high, *more) if one is not None)])

    def mean(self, values: Sequence[Decimal]) -> Decimal:
        """The mean, rounded to one decimal or as many as the target has."""
        found = sum(map(Fraction, values), Fraction(0)) / len(values)
        return rounded(found, self.decimals(), ROUND_HALF_UP)

    def gap(self, value: Decimal) -> Decimal:
        """How far a value lies from what the akkoord names; 0 when it meets that without rounding."""
        if self.low is not None and value < self.low:
            return self.low - value
        if self.high is not None and value > self.high:
            return value - self.high
        return Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """The straight line from the nulmeting to a target, at the day of a value: there it is `at`."""

    start: Decimal
    start_year: int
    end: Decimal
    at: Decimal
    rising: bool

    def reached(self, value: Decimal) -> bool:
        """Whether a value is on the line or past it."""
        return value >= self.at if self.rising else value <= self.at


def bounds_of(measure: Measure, target: Target) -> Bounds:
    """The limits of a target under the norm of its measure."""
    low, high = target.low, target.high
    more = False
    match measure.norm:
        case "minstens":
            low, high = (low if low is not None else target.value), None
        case "hoogstens":
            low, high = None, (high if high is not None else target.value)
        case "precies":
            low = high = target.value
            # "Gemiddeld 200 woningen per jaar" is not missed by building 205; where less is wanted the akkoord says hoogstens.
            more = measure.richting != "stand" or measure.tijd == "jaargemiddelde"
            if more:
                high = None
    band = measure.norm == "tussen" and low is not None and high is not None
    wide = (low, high)
    if target.circa:
        wide = (
            None if low is None else low - abs(low) * CIRCA,
            None if high is None else high + abs(high) * CIRCA,
        )
    return Bounds(low, high, wide, band, target.circa, more)


def line_to(measure: Measure, target: Target, bounds: Bounds, year: int, day: date) -> Line | None:
    """The line from the end of the year of the nulmeting to the end of the target's year; None without nulmeting, or
    where the nulmeting is of the whole and the target of one place or class (0 is 0 everywhere)."""
    start, start_year = measure.nulmeting, measure.nulmeting_jaar
    if start is None or start_year is None or start_year >= year:
        return None
    if (target.klass or target.place) and start != 0:
        return None
    end = bounds.low if bounds.low is not None else bounds.high
    if end is None:
        return None
    rising = bounds.low is not None and (bounds.high is None or bounds.band or start <= end)
    passed = min(max(_years(day) - start_year, Fraction(0)), Fraction(year - start_year))
    exact = Fraction(start) + (Fraction(end) - Fraction(start)) * passed / (year - start_year)
    at = rounded(exact, bounds.decimals(start), ROUND_FLOOR if rising else ROUND_CEILING)
    return Line(start, start_year, end, at, rising)


def _years(day: date) -> Fraction:
    """Years since the year 0 at the end of a day, each year as long as another."""
    return day.year - 1 + Fraction(day.timetuple().tm_yday, 366 if isleap(day.year) else 365)


def decimals_of(value: Decimal) -> int:
    """How many decimals a number has, zeros at its end left out."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Fraction, places: int, rounding: str) -> Decimal:
    """A fraction with so many decimals."""
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    up = rest and (
        rounding == ROUND_CEILING or (rounding == ROUND_HALF_UP and 2 * rest >= scaled.denominator)
    )
    return Decimal(whole + (1 if up else 0)).scaleb(-places)
