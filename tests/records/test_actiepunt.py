"""An actiepunt: whose it is, and whether it is open or late on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "wat": "Ventilatie Kerkhoflaan onderzoeken",
    "partij": "Lefier",
    "persoon": "De manager wonen",
    "afgesproken_op": "2019-02-12",
    "uiterlijk": "2019-06-30",
    "gedaan_op": "2019-06-01",
    "vervallen_op": None,
    "overleg": "BO 12-02-2019",
    "thema": "Duurzaamheid",
    "afspraak": "De huurdersorganisaties zetten energiecoaches in.",
    "knelpunt": "Schimmel in badkamers aan de Kerkhoflaan",
    "indicator": "Aandeel huurders dat instemt met een renovatie.",
    "afwijking": "D1-b niet op schema",
    "uitkomst": "Het rapport is er.",
    "toelichting": "Met een rapport per blok.",
}


@pytest.fixture
def agreed(world: World) -> World:
    """Three actiepunten: of another party, of our own organisation and of a person."""
    world.make("partij", naam="Lefier", soort="corporatie")
    world.make("partij", naam="Wij", soort="huurdersorganisatie", eigen=True)
    world.make("actiepunt", wat="a", partij="Lefier", afgesproken_op="2019-02-12", uiterlijk="2019-03-01")
    world.make("actiepunt", wat="b", partij="Wij", afgesproken_op="2019-02-12", gedaan_op="2019-03-05")
    world.make(
        "actiepunt", wat="c", persoon="Secretaris", afgesproken_op="2019-02-12", vervallen_op="2019-03-05"
    )
    return world


def test_what_another_party_owes_is_a_toezegging(agreed: World) -> None:
    assert agreed.found("actiepunt", "toezegging", True) == [1]
    assert agreed.found("actiepunt", "toezegging", False) == [2, 3]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2019-02-11", []), ("2019-02-12", [1, 2, 3]), ("2019-03-04", [1, 2, 3]), ("2019-03-05", [1])],
)
def test_it_is_open_from_the_agreement_until_it_is_done_or_dropped(
    agreed: World, day: str, expected: list[int]
) -> None:
    assert agreed.found("actiepunt", "open_op", date.fromisoformat(day)) == expected


def test_it_is_late_after_its_last_day(agreed: World) -> None:
    assert agreed.found("actiepunt", "te_laat_op", date(2019, 3, 1)) == []
    assert agreed.found("actiepunt", "te_laat_op", date(2019, 3, 2)) == [1]


def test_without_a_day_of_its_own_it_is_agreed_on_the_day_of_the_meeting(world: World) -> None:
    world.make("overleg", soort="bo", datum="2019-02-12")
    world.make("actiepunt", wat="a", persoon="p", overleg=1)
    world.make("actiepunt", wat="b", persoon="p")
    assert world.found("actiepunt", "open_op", date(2019, 2, 11)) == [2]
    assert world.found("actiepunt", "afgesproken_in", (date(2019, 2, 12), date(2019, 2, 12))) == [1]


def test_what_was_done_in_a_period_is_found(agreed: World) -> None:
    assert agreed.found("actiepunt", "gedaan_in", (date(2019, 3, 5), date(2019, 3, 5))) == [2]


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"gedaan_op": "2019-02-11"}, ["gedaan_op"]),
        ({"uiterlijk": "2019-02-11"}, ["uiterlijk"]),
        ({"gedaan_op": "2019-07-02"}, ["gedaan_op"]),
        ({"gedaan_op": "2019-03-01", "vervallen_op": "2019-03-01"}, ["vervallen_op"]),
    ],
)
def test_days_that_cannot_be_are_refused(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert (
        world.refused("actiepunt", {"wat": "a", "persoon": "p", "afgesproken_op": "2019-02-12"} | given)
        == places
    )


def test_an_actiepunt_of_nobody_is_kept_with_a_warning(world: World) -> None:
    assert world.warned("actiepunt", {"wat": "a"}) == ["partij"]


def test_what_is_of_nobody_is_found(agreed: World) -> None:
    agreed.make("actiepunt", wat="d")
    assert agreed.found("actiepunt", "zonder_wie", True) == [4]
    assert agreed.found("actiepunt", "zonder_wie", False) == [1, 2, 3]
    assert agreed.found("actiepunt", "uiterlijk_voor", date(2019, 3, 1)) == [1]


def test_an_outcome_without_a_day_is_kept_with_a_warning(world: World) -> None:
    assert world.warned("actiepunt", {"wat": "a", "persoon": "p", "uitkomst": "Klaar."}) == ["gedaan_op"]
