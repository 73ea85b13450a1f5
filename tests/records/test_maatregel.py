"""A maatregel of the catalogue: what it saves, said by whom and when."""

from __future__ import annotations

from typing import Any

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
