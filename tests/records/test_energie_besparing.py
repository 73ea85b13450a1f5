"""What measures save: sums that never promise more than there is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.records.energie_besparing import (
    GAS,
    SAVES_ON,
    STROOM,
    WATER,
    Amounts,
    Factors,
    Measure,
    Prices,
    Use,
    added,
    merged,
    reckon,
)

FIGURES = st.none() | st.decimals(0, 20_000, places=2)
MEASURES = st.builds(
    Measure,
    key=st.uuids().map(str),
    naam=st.just("Maatregel"),
    per=st.sampled_from(("woning", "stuk", "meter", "vierkante_meter")),
    overlap=st.sampled_from(("verwarming", "warm_water", "verlichting", "apparaten", "geheel", None)),
    gas_m3=FIGURES,
    stroom_kwh=FIGURES,
    water_liter=FIGURES,
    aantal=st.none() | st.decimals(0, 50, places=1),
    hoe_ver=st.sampled_from(
        ("besproken", "uitgereikt", "geplaatst_coach", "geplaatst_bewoner", "niet_geplaatst")
    ),
    stand=st.sampled_from((None, "gedaan", "te_doen", "later")),
    wie=st.sampled_from((None, "coach", "bewoner", "verhuurder")),
    na_nazorg=st.sampled_from((None, "ja", "nee")),
)
SOME = st.lists(MEASURES, max_size=6)
USES = st.builds(
    Use,
    st.none() | st.integers(0, 5000),
    st.none() | st.integers(0, 9000),
    st.none() | st.integers(0, 300),
)
PRICES = Prices(2026, Decimal("1.35"), Decimal("0.28"))
FACTORS = Factors(2024, Decimal("2.134"), Decimal("0.328"))
FOIL = Measure(
    "folie", "Radiatorfolie", "vierkante_meter", "verwarming", Decimal(10), aantal=Decimal(4), bron="Proef"
)
STRIPS = Measure("strips", "Tochtstrips", "woning", "verwarming", Decimal(50))
SHOWER = Measure("douche", "Douchekop", "woning", "warm_water", Decimal(42))
LAMPS = Measure("led", "Ledlampen", "stuk", "verlichting", stroom_kwh=Decimal(18), aantal=Decimal(3))


def _all(saving: Amounts) -> dict[str, Decimal | None]:
    return {key: getattr(saving, key) for key in SAVES_ON}


@given(SOME, USES)
def test_a_saving_is_never_negative_and_never_more_than_the_use(measures: list[Measure], use: Use) -> None:
    saving = reckon(measures, use, PRICES, FACTORS)
    for key in SAVES_ON:
        now, more = getattr(saving.expected, key), getattr(saving.possible, key)
        assert now is None or now >= 0
        assert more is None or more >= 0
        if (base := use.of(key)) is not None:
            assert (now or 0) + (more or 0) <= base
    for amounts in (saving.expected, saving.possible):
        assert amounts.euro is None or amounts.euro >= 0
        assert amounts.co2_kg is None or amounts.co2_kg >= 0


@given(SOME, USES, st.randoms(use_true_random=False))
def test_the_order_of_the_measures_makes_no_difference(
    measures: list[Measure], use: Use, dice: Random
) -> None:
    mixed = list(measures)
    dice.shuffle(mixed)
    first, second = reckon(measures, use, PRICES, FACTORS), reckon(mixed, use, PRICES, FACTORS)
    assert (first.expected, first.possible) == (second.expected, second.possible)


@given(SOME, MEASURES, USES)
def test_a_measure_more_never_lowers_what_is_expected(
    measures: list[Measure], one: Measure, use: Use
) -> None:
    before, after = reckon(measures, use).expected, reckon([*measures, one], use).expected
    for key in SAVES_ON:
        was, now = getattr(before, key), getattr(after, key)
        assert was is None or (now is not None and now >= was)


@given(SOME, USES)
def test_together_is_never_more_than_all_added(measures: list[Measure], use: Use) -> None:
    expected = reckon(measures, use).expected
    for key in SAVES_ON:
        alone = [saving for one in measures if one.placed and (saving := one.saving(key)) is not None]
        total = getattr(expected, key)
        assert (total is None) == (not alone)
        assert total is None or total <= sum(alone)


@given(SOME, USES)
def test_what_is_not_known_is_never_taken_for_nothing(measures: list[Measure], use: Use) -> None:
    saving = reckon([replace(one, gas_m3=None) for one in measures], use, PRICES, FACTORS)
    assert saving.expected.gas_m3 is None
    assert saving.possible.gas_m3 is None
    nothing_known = reckon(measures, use)
    assert (nothing_known.expected.euro, nothing_known.expected.co2_kg) == (None, None)


def test_savings_on_one_use_each_take_a_part_of_what_is_left() -> None:
    gas = reckon([FOIL, STRIPS], Use(gas_m3=1000)).expected.gas_m3
    assert gas == Decimal("88.000")  # 1000 × (1 − 0,96 × 0,95)


def test_without_a_known_use_the_largest_of_a_group_counts_alone() -> None:
    assert reckon([FOIL, STRIPS], Use()).expected.gas_m3 == 50


def test_savings_on_different_uses_are_added() -> None:
    saving = reckon([STRIPS, SHOWER, LAMPS], Use()).expected
    assert _all(saving) == {GAS: 92, STROOM: 54, WATER: None}


def test_a_whole_energiebox_never_counts_beside_its_parts() -> None:
    box = Measure("box", "Energiebox", "woning", "geheel", stroom_kwh=Decimal(250))
    saving = reckon([box, LAMPS, STRIPS], Use(stroom_kwh=2000))
    assert saving.expected.stroom_kwh == 250
    assert saving.expected.gas_m3 == 50
    lamps = replace(LAMPS, aantal=Decimal(20))
    assert reckon([box, lamps], Use(stroom_kwh=2000)).expected.stroom_kwh == 360


@pytest.mark.parametrize(
    ("changes", "expected", "possible"),
    [
        ({"hoe_ver": "geplaatst_coach"}, 50, None),
        ({"hoe_ver": "geplaatst_bewoner"}, 50, None),
        ({"hoe_ver": "uitgereikt"}, None, 50),
        ({"hoe_ver": "besproken", "stand": "te_doen"}, None, 50),
        ({"hoe_ver": "besproken", "stand": "te_doen", "wie": "verhuurder"}, None, None),
        ({"hoe_ver": "besproken", "stand": "later"}, None, None),
        ({"hoe_ver": "besproken"}, None, None),
        ({"hoe_ver": "niet_geplaatst", "stand": "te_doen"}, None, None),
        ({"hoe_ver": "geplaatst_coach", "na_nazorg": "nee"}, None, None),
        ({"hoe_ver": "geplaatst_coach", "na_nazorg": "weet_niet"}, 50, None),
    ],
)
def test_only_what_was_placed_is_expected(
    changes: dict[str, Any], expected: int | None, possible: int | None
) -> None:
    saving = reckon([replace(STRIPS, **changes)], Use())
    assert (saving.expected.gas_m3, saving.possible.gas_m3) == (expected, possible)


def test_what_may_come_on_top_is_without_what_is_there_already() -> None:
    more = reckon([STRIPS, replace(FOIL, hoe_ver="uitgereikt")], Use(gas_m3=1000))
    assert (more.expected.gas_m3, more.possible.gas_m3) == (Decimal(50), Decimal(38))
    assert more.together.gas_m3 == 88


def test_pieces_are_at_least_one_and_metres_are_not_guessed() -> None:
    saving = reckon([replace(LAMPS, aantal=None), replace(FOIL, aantal=None)], Use())
    assert (saving.expected.stroom_kwh, saving.expected.gas_m3) == (Decimal(18), None)
    assert saving.unknown == ("Radiatorfolie",)


def test_euros_and_co2_are_of_gas_and_power_and_miss_as_soon_as_one_of_them_misses() -> None:
    both = reckon([STRIPS, LAMPS], Use(), PRICES, FACTORS).expected
    assert both.euro == Decimal("82.620")  # 50 × 1,35 + 54 × 0,28
    assert both.co2_kg == Decimal("124.412")
    only_power = reckon(
        [STRIPS, LAMPS], Use(), replace(PRICES, gas_euro=None), replace(FACTORS, gas_co2=None)
    )
    assert (only_power.expected.euro, only_power.expected.co2_kg) == (None, None)


def test_each_part_keeps_its_source() -> None:
    (part,) = reckon([FOIL], Use(gas_m3=30)).parts
    assert (part.measure.bron, part.expected, part.amounts.gas_m3) == ("Proef", True, Decimal(30))


def test_two_visits_to_a_home_count_a_setting_once_and_add_pieces() -> None:
    handed_out = replace(LAMPS, hoe_ver="uitgereikt")
    found = merged([STRIPS, handed_out, STRIPS, LAMPS, replace(LAMPS, aantal=Decimal(2))])
    assert [(one.key, one.hoe_ver, one.aantal) for one in found] == [
        ("strips", "geplaatst_coach", None),
        ("led", "geplaatst_coach", 5),
    ]


def test_a_sum_over_homes_says_no_euros_where_they_miss_for_one() -> None:
    with_price, without = Amounts(Decimal(10), euro=Decimal(13)), Amounts(Decimal(5))
    assert added([with_price, without, Amounts()]) == Amounts(Decimal(15))
    assert added([with_price, with_price, Amounts()]).euro == 26
    assert added([Amounts(), Amounts()]) == Amounts()
