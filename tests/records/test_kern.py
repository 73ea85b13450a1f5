"""A kern: places lie in wider places, never in a circle."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Emmermeer",
    "soort": "wijk",
    "ligt_in": None,
    "andere_namen": "Emmermeer-Noord, Emmermeer-Zuid",
    "postcodes": "7822, 7824",
    "toelichting": "Wijk in het noorden van Emmen.",
}


@pytest.fixture
def places(world: World) -> World:
    """Emmermeer in Emmen-Noord in the municipality."""
    world.make("kern", naam="gemeente Emmen", soort="gemeente")
    world.make("kern", naam="Emmen-Noord", soort="gebied", ligt_in="gemeente Emmen")
    world.make("kern", naam="Emmermeer", soort="wijk", ligt_in="Emmen-Noord")
    return world


def kern(world: World, number: int) -> Any:
    cls: Any = world.make("kern", naam=f"x{number}").__class__
    return world.db.query(cls).filter_by(nummer=number).one()


def test_a_place_lies_in_a_wider_one(places: World) -> None:
    assert places.refused("kern", {"naam": "Weerdinge", "soort": "kern", "ligt_in": "Emmermeer"}) == []
    assert places.refused("kern", {"naam": "Oost", "soort": "gebied", "ligt_in": "Emmermeer"}) == ["ligt_in"]
    assert places.refused("kern", {"naam": "Drenthe", "soort": "gemeente", "ligt_in": "Emmen-Noord"}) == [
        "ligt_in"
    ]


def test_a_place_does_not_lie_in_itself(places: World) -> None:
    assert places.refused("kern", {"ligt_in": "Emmermeer"}, kern(places, 3)) == ["ligt_in"]


def test_a_circle_is_refused(places: World) -> None:
    places.make("kern", naam="Emmen", soort="kern", ligt_in="Emmermeer")
    assert places.refused("kern", {"ligt_in": "Emmen"}, kern(places, 3)) == ["ligt_in"]


def test_a_place_stays_fit_for_what_lies_in_it(places: World) -> None:
    assert places.refused("kern", {"soort": "kern"}, kern(places, 2)) == []
    assert places.refused("kern", {"soort": "gebied", "ligt_in": None}, kern(places, 1)) == ["soort"]


def test_a_wider_place_holds_all_below_it_even_in_a_circle_that_a_merge_made(places: World) -> None:
    places.make("complex", naam="Kerkhoflaan", kern="Emmermeer")
    gebied, wijk = kern(places, 2), kern(places, 3)
    gebied.ligt_in_id = wijk.id
    places.db.flush()
    from huurdersapp.records.complex import Complex
    from huurdersapp.records.kern import inside

    assert places.where("complex", inside(Complex.kern_id, gebied.id)) == [1]
