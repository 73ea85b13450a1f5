"""A year with a landlord: the overleg, the training and the account that the law asks for."""

from __future__ import annotations

from typing import Any

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "verhuurder": "Lefier",
    "jaar": 2018,
    "overleg_op": "2018-10-04",
    "overleg_bewijs": "Verslag van het overleg",
    "scholing_dagen": 4,
    "vergoeding": 2_500_000,
    "besteed": 2_312_550,
    "verantwoord_op": "2019-02-20",
    "verantwoord_bewijs": "E-mail met de jaarrekening",
    "toelichting": "De rest gaat mee naar 2019.",
    "scholingen": [
        {"datum": "2018-05-17", "wie": "De secretaris", "onderwerp": "De Overlegwet", "dagen": 0.5}
    ],
}


def test_three_days_of_training_are_the_least(world: World) -> None:
    world.make("verhuurder", naam="Domesta")
    year = {"verhuurder": "Domesta", "jaar": 2019}
    assert world.warned("verhuurderjaar", year | {"scholing_dagen": 2}) == ["scholing_dagen"]
    assert world.warned("verhuurderjaar", year | {"scholing_dagen": 3}) == []
    assert world.make("verhuurderjaar", **year).scholing_dagen == 3


def test_a_year_is_called_after_itself_and_its_landlord(world: World) -> None:
    world.make("verhuurder", naam="Domesta")
    world.make("verhuurder", naam="Lefier")
    row = world.make("verhuurderjaar", verhuurder="Domesta", jaar=2019)
    assert row.naam == "2019 Domesta"
    assert world.change(row, verhuurder="Lefier", jaar=2020).naam == "2020 Lefier"
