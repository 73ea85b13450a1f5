"""A rekentarief: what a saved m³ or kWh is worth in a year."""

from __future__ import annotations

from typing import Any

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
