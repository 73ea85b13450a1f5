"""A bezoekformulier: which sheets are still out."""

from __future__ import annotations

from datetime import date
from typing import Any

from huurdersapp.records.bezoekformulier import Bezoekformulier
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "B 0001",
    "coach": "J. Voorbeeld",
    "uitgegeven_op": "2019-03-01",
    "vervallen_op": None,
    "reden": None,
}


def test_numbers_go_on_from_the_highest_that_was_ever_printed(world: World) -> None:
    assert world.make("bezoekformulier").naam == "B 0001"
    assert world.make("bezoekformulier", naam="b120").naam == "B 0120"
    last = world.make("bezoekformulier")
    assert last.naam == "B 0121"
    last.verwijderd = "prullenbak"
    world.db.flush()
    assert world.make("bezoekformulier").naam == "B 0122"
    assert world.make("bezoekformulier", naam="Rood 3").naam == "Rood 3"
    assert world.make("bezoekformulier").naam == "B 0123"
    assert world.make("bezoekformulier", naam="B 12345").naam == "B 12345"
    assert world.make("bezoekformulier").naam == "B 12346"


def test_the_same_number_twice_is_asked_about(world: World) -> None:
    row = world.make("bezoekformulier", naam="B 0007")
    assert world.warned("bezoekformulier", {"naam": "b 7"}) == ["naam"]
    assert world.warned("bezoekformulier", {"naam": "B 0007", "reden": "Nat"}, row) == []


def test_a_sheet_is_out_until_it_is_entered_or_given_up(world: World) -> None:
    for _each in range(3):
        world.make("bezoekformulier", uitgegeven_op="2019-05-01")
    world.make("energiebezoek", zonder_adres=True, aangevraagd_op="2019-06-01", formulier="B 0001")
    world.change(world.db.get_one(Bezoekformulier, "bezoekformulier-2"), vervallen_op="2019-06-10")

    def out(on: date) -> list[int]:
        return world.found("bezoekformulier", "nog_uit_op", on)

    assert out(date(2019, 4, 30)) == []
    assert out(date(2019, 6, 9)) == [2, 3]
    assert out(date(2019, 6, 10)) == [3]
    assert world.found("bezoekformulier", "ingevoerd", True) == [1]
    assert world.refused(
        "bezoekformulier", {"uitgegeven_op": "2019-05-01", "vervallen_op": "2019-04-01"}
    ) == ["vervallen_op"]
