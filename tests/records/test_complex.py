"""A complex: homes that belong together."""

from __future__ import annotations

from typing import Any

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Kerkhoflaan",
    "code": "C-1204",
    "verhuurder": "Lefier",
    "kern": "Emmermeer",
    "adressen": "Kerkhoflaan 2 tot en met 80, even",
    "aantal_woningen": 40,
    "bouwjaar": 1964,
    "woningtype": "portiek",
    "actief": True,
    "toelichting": "Vier blokken van tien.",
}


def test_a_complex_is_found_by_the_number_of_the_landlord(world: World) -> None:
    row = world.make("complex", naam="Kerkhoflaan", code="C-1204")
    assert world.resolve("complex", "C-1204") == row.id


def test_a_number_of_homes_below_nothing_is_refused(world: World) -> None:
    assert world.refused("complex", {"naam": "Kerkhoflaan", "aantal_woningen": -1}) == ["aantal_woningen"]
