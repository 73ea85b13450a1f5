"""What the measures of a visit are expected to save in a year: reckoning with plain values, without the store.

All of it is `indicatief`: averages of other homes. What holds:

* Only what was put in place counts as expected. What was handed out or is still to be done is told apart, as what may
  come on top. What was only discussed, was not placed, or was gone at the aftercare counts for nothing.
* Measures of one group save on the same use, so their savings are not added. Where the yearly use of the household is
  known, each one saves its part of what the others left: use × (1 − Π(1 − saving / use)). Where it is not known the
  largest of the group counts alone. Groups are added, and never come above the yearly use.
* A figure for a whole energiebox (`geheel`) never counts beside its parts: per kind of energy the larger of the two.
* Euros only with the variable prices of the year of the visit; CO2 with the factors of that year, else of the last year
  before it that has any. What is not known stays None, and is never taken for nothing.

Results are rounded down to a thousandth, so that rounding never adds to what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

GAS, STROOM, WATER = "gas_m3", "stroom_kwh", "water_liter"
SAVES_ON = (GAS, STROOM, WATER)
WHOLE = "geheel"
"""The group of a figure for everything together."""
PLACED = ("geplaatst_coach", "geplaatst_bewoner")
"""Only what was put in place is sure to save; merely showing it changes little (ECN, on energy coaching)."""
_STEP = Decimal("0.001")
_LITRES = 1000


@dataclass(frozen=True, slots=True)
class Amounts:
    """Savings in a year: m³ gas, kWh, litres of water, euro and kg CO2; None is not known."""

    gas_m3: Decimal | None = None
    stroom_kwh: Decimal | None = None
    water_liter: Decimal | None = None
    euro: Decimal | None = None
    co2_kg: Decimal | None = None

    @property
    def known(self) -> bool:
        """Whether anything of it is known."""
        return any(getattr(self, key) is not None for key in SAVES_ON)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of a visit: what it saves per unit and how many units there are, with who said so and when.

    `per` is `woning`, `stuk`, `meter` or `vierkante_meter`; `overlap` the group; `hoe_ver`, `stand`, `wie` and
    `na_nazorg` are those of the line.
    """

    key: str
    naam: str
    per: str = "woning"
    overlap: str | None = None
    gas_m3: Decimal | None = None
    stroom_kwh: Decimal | None = None
    water_liter: Decimal | None = None
    aantal: Decimal | None = None
    hoe_ver: str = "geplaatst_coach"
    stand: str | None = None
    wie: str | None = None
    na_nazorg: str | None = None
    bron: str | None = None
    bron_jaar: int | None = None
    nagezocht: bool = False
    voorwaarden: str | None = None

    @property
    def placed(self) -> bool:
        """It was put in place, and nobody found that it is gone."""
        return self.hoe_ver in PLACED and self.na_nazorg != "nee"

    @property
    def possible(self) -> bool:
        """It may still be put in place by the household itself."""
        if self.hoe_ver in PLACED or self.hoe_ver == "niet_geplaatst" or self.wie == "verhuurder":
            return False
        return self.hoe_ver == "uitgereikt" or self.stand == "te_doen"

    @property
    def units(self) -> Decimal | None:
        """How many units save; of pieces at least one, of metres nothing is known until somebody measures."""
        if self.per == "woning" or (self.per == "stuk" and self.aantal is None):
            return Decimal(1)
        return self.aantal

    def saving(self, key: str) -> Decimal | None:
        """What it saves by itself of one kind of energy; None where figure or amount is not known."""
        figure: Decimal | None = getattr(self, key)
        return None if figure is None or self.units is None else figure * self.units


@dataclass(frozen=True, slots=True)
class Use:
    """What the household uses in a year: m³ gas, kWh, m³ water; None is not known."""

    gas_m3: int | None = None
    stroom_kwh: int | None = None
    water_m3: int | None = None

    def of(self, key: str) -> Fraction | None:
        """The use in the unit of the saving."""
        if key == WATER:
            return None if self.water_m3 is None else Fraction(self.water_m3 * _LITRES)
        found: int | None = getattr(self, key)
        return None if found is None else Fraction(found)


@dataclass(frozen=True, slots=True)
class Prices:
    """The variable prices of a year in euro per m³ and per kWh, with day and source."""

    jaar: int
    gas_euro: Decimal | None = None
    stroom_euro: Decimal | None = None
    peildatum: date | None = None
    bron: str | None = None
    nagezocht: bool = False


@dataclass(frozen=True, slots=True)
class Factors:
    """The CO2 of a year in kg per m³ and per kWh, with the source."""

    jaar: int
    gas_co2: Decimal | None = None
    stroom_co2: Decimal | None = None
    bron: str | None = None
    nagezocht: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one measure saves by itself, with its source. `expected`: it was placed; else it is possible."""

    measure: Measure
    amounts: Amounts
    expected: bool


@dataclass(frozen=True, slots=True)
class Saving:
    """What a home is expected to save in a year; always to be called `indicatief`.

    Attributes:
        expected: of what was placed, with overlapping savings counted once.
        possible: what may come on top of that, of what was handed out or is still to be done.
        parts: each measure by itself; these are not to be added.
        unknown: names of placed measures of which no saving is known.
        prices, factors: what euros and CO2 were reckoned with; None where there is nothing for that year.
    """

    expected: Amounts
    possible: Amounts
    parts: tuple[Part, ...] = ()
    unknown: tuple[str, ...] = ()
    prices: Prices | None = None
    factors: Factors | None = None

    @property
    def together(self) -> Amounts:
        """What was placed and what may still come on top, as one amount."""
        return added([self.expected, self.possible])


def reckon(
    measures: Sequence[Measure],
    use: Use,
    prices: Prices | None = None,
    factors: Factors | None = None,
    *,
    parts: bool = True,
) -> Saving:
    """The saving of one home; the order of the measures makes no difference. Without `parts` only the totals."""
    placed = [one for one in measures if one.placed]
    possible = [one for one in measures if one.possible]
    now = _together(placed, use)
    all_of_it = _together([*placed, *possible], use) if possible else now
    more = {
        key: _difference(all_of_it[key], now[key])
        if any(one.saving(key) is not None for one in possible)
        else None
        for key in SAVES_ON
    }

    def valued(amounts: Mapping[str, Decimal | None]) -> Amounts:
        return _valued(amounts, prices, factors)

    return Saving(
        valued(now),
        valued(more),
        tuple(Part(one, valued(_alone(one, use)), one.placed) for one in (*placed, *possible) if parts),
        tuple(one.naam for one in placed if all(one.saving(key) is None for key in SAVES_ON)),
        prices,
        factors,
    )


def merged(measures: Iterable[Measure]) -> list[Measure]:
    """The measures of several visits to one home, each once: placed before possible, and pieces added."""
    found: dict[tuple[str, bool, bool], Measure] = {}
    for one in measures:
        key = (one.key, one.placed, one.possible)
        there = found.get(key)
        if there is None:
            found[key] = one
        elif one.per != "woning" and None not in (there.units, one.units):
            found[key] = replace(there, aantal=(there.units or Decimal(0)) + (one.units or Decimal(0)))
        elif there.units is None:
            found[key] = one
    placed = {one.key for one in found.values() if one.placed}
    return [one for one in found.values() if one.placed or one.key not in placed]


def added(savings: Iterable[Amounts]) -> Amounts:
    """The sum over homes of what is known; None where of no home anything is known.

    Euros and CO2 are None as soon as they miss for a home that saves something: a sum of a part would pass for all.
    """
    savings = [one for one in savings if one.known]
    found: dict[str, Decimal | None] = {}
    for key in (*SAVES_ON, "euro", "co2_kg"):
        values: list[Decimal | None] = [getattr(one, key) for one in savings]
        told = [value for value in values if value is not None]
        whole = key in SAVES_ON or not any(_lacks(one, key) for one in savings)
        found[key] = sum(told, Decimal(0)) if told and whole else None
    return Amounts(**found)


def _lacks(one: Amounts, key: str) -> bool:
    """Whether gas or power is saved while its worth is not known; water has no price here."""
    return getattr(one, key) is None and (one.gas_m3 is not None or one.stroom_kwh is not None)


def _together(measures: Sequence[Measure], use: Use) -> dict[str, Decimal | None]:
    return {key: _total(measures, key, use.of(key)) for key in SAVES_ON}


def _total(measures: Sequence[Measure], key: str, base: Fraction | None) -> Decimal | None:
    """All measures on one kind of energy, None where none has a figure."""
    groups: dict[str | None, list[Fraction]] = {}
    for one in measures:
        if (saving := one.saving(key)) is not None:
            groups.setdefault(one.overlap, []).append(Fraction(saving))
    if not groups:
        return None
    sums = {group: _overlapping(values, base) for group, values in groups.items()}
    whole = sums.pop(WHOLE, Fraction(0))
    return _rounded(_at_most(max(whole, sum(sums.values(), Fraction(0))), base))


def _overlapping(savings: Sequence[Fraction], base: Fraction | None) -> Fraction:
    """Savings on one and the same use."""
    if base is None:
        return max(savings)
    if base == 0:
        return Fraction(0)
    left = Fraction(1)
    for saving in savings:
        left *= 1 - min(saving, base) / base
    return base * (1 - left)


def _at_most(value: Fraction, base: Fraction | None) -> Fraction:
    return value if base is None else min(value, base)


def _rounded(value: Fraction) -> Decimal:
    return Decimal(int(value * 1000 // 1)).scaleb(-3)


def _difference(more: Decimal | None, less: Decimal | None) -> Decimal | None:
    return None if more is None else more - (less or Decimal(0))


def _alone(one: Measure, use: Use) -> dict[str, Decimal | None]:
    return {key: _total([one], key, use.of(key)) for key in SAVES_ON}


def _valued(amounts: Mapping[str, Decimal | None], prices: Prices | None, factors: Factors | None) -> Amounts:
    euro = _worth(amounts, prices.gas_euro, prices.stroom_euro) if prices else None
    co2 = _worth(amounts, factors.gas_co2, factors.stroom_co2) if factors else None
    return Amounts(amounts[GAS], amounts[STROOM], amounts[WATER], euro, co2)


def _worth(
    amounts: Mapping[str, Decimal | None], per_gas: Decimal | None, per_kwh: Decimal | None
) -> Decimal | None:
    """Gas and power times what one is worth; None where either is saved and its worth is not known."""
    total: Decimal | None = None
    for amount, each in ((amounts[GAS], per_gas), (amounts[STROOM], per_kwh)):
        if amount is None or (amount == 0 and each is None):
            continue
        if each is None:
            return None
        total = (total or Decimal(0)) + amount * each
    return None if total is None else total.quantize(_STEP, ROUND_FLOOR)
