"""A maatregel of the catalogue: what it saves, said by whom and when."""

from __future__ import annotations

from typing import Any

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Radiatorfolie",
    "code": "radiatorfolie",
    "soort": "product",
    "plek": 1,
    "overlap": "verwarming",
    "per": "vierkante_meter",
    "gas_m3": 10,
    "stroom_kwh": 0,
    "water_liter": 0,
    "voorwaarden": "Achter een radiator op een buitenmuur zonder isolatie.",
    "bron": "Vuistregel, niet nagezocht",
    "bron_jaar": 2022,
    "nagezocht": False,
    "veiligheid": "Eerst de radiator laten afkoelen.",
    "voorraad": 40,
    "actief": True,
}


def test_a_saving_asks_for_its_source_and_for_what_it_saves_on(world: World) -> None:
    assert world.warned("maatregel", {"naam": "Folie"}) == []
    assert world.warned("maatregel", {"naam": "Folie", "gas_m3": 10}) == ["bron", "overlap"]
    told = {"bron": "Proef", "bron_jaar": 2024, "overlap": "verwarming"}
    assert world.warned("maatregel", {"naam": "Folie", "gas_m3": 10, **told}) == []
    assert world.refused("maatregel", {"naam": "Folie", "gas_m3": -1}) == ["gas_m3"]
