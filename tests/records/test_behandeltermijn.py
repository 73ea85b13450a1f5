"""A behandeltermijn: how long a reaction may take."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "categorie": "vocht_schimmel",
    "verhuurder": "Lefier",
    "dagen": 28,
    "soort": "kalenderdagen",
    "bron": "Afgesproken in het overleg van 12 februari 2019",
}
