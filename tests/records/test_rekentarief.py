"""A rekentarief: what a saved m³ or kWh is worth in a year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from huurdersapp.records.energie_besparing import Prices
from huurdersapp.records.rekentarief import Rates
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "jaar": 2019,
    "gas_euro": 0.75,
    "stroom_euro": 0.25,
    "peildatum": "2019-01-01",
    "bron_prijs": "Rekening van een gemiddeld huishouden",
    "gas_co2": 1.875,
    "stroom_co2": 0.5,
    "bron_co2": "CO2-emissiefactoren 2019",
    "nagezocht": False,
    "toelichting": "Alleen het deel dat meegaat met het verbruik.",
}


def _rates(world: World) -> Rates:
    return Rates(world.db)


def test_prices_are_of_their_own_year_only(world: World) -> None:
    world.make("rekentarief", jaar=2022, gas_euro=2.3, bron_prijs="CBS", nagezocht=True)
    found = _rates(world).prices(2022)
    assert found == Prices(2022, Decimal("2.3"), None, None, "CBS", True)
    assert _rates(world).prices(2021) is None
    assert _rates(world).prices(2023) is None


def test_factors_hold_until_newer_ones_come_out(world: World) -> None:
    world.make("rekentarief", jaar=2021, stroom_co2=0.374)
    world.make("rekentarief", jaar=2022, gas_euro=2.3)
    world.make("rekentarief", jaar=2024, gas_co2=2.134)
    found = {year: _rates(world).factors(year) for year in (2020, 2021, 2023, 2024, 2030)}
    assert found[2020] is None
    assert {year: one.jaar for year, one in found.items() if one} == {
        2021: 2021,
        2023: 2021,
        2024: 2024,
        2030: 2024,
    }
    assert found[2030] is not None
    assert found[2030].stroom_co2 is None  # never one figure of this year and one of that


def test_of_a_year_that_is_there_twice_the_later_entered_holds(world: World) -> None:
    world.make("rekentarief", jaar=2026, gas_euro=1)
    assert world.warned("rekentarief", {"jaar": 2026, "gas_euro": 2}) == ["bron_prijs", "jaar"]
    second = world.make("rekentarief", jaar=2026, gas_euro=2)
    assert _rates(world).prices(2026) == Prices(2026, Decimal(2))
    second.verwijderd = "prullenbak"
    world.db.flush()
    assert _rates(world).prices(2026) == Prices(2026, Decimal(1))


def test_figures_without_a_source_are_asked_about(world: World) -> None:
    assert world.warned("rekentarief", {"jaar": 2026, "gas_co2": 2}) == ["bron_co2"]
    assert world.make("rekentarief", jaar=2026).naam == "Rekentarief 2026"
