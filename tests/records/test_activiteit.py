"""An activiteit: what is planned and what came of it, per year."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Isoleren van de Kerkhoflaan",
    "overzicht": "Activiteitenoverzicht 2020 Lefier",
    "thema": "Duurzaamheid",
    "afspraak": "De huurdersorganisaties zetten energiecoaches in.",
    "indicator": "Aandeel huurders dat instemt met een renovatie.",
    "trefwoord": "achterban",
    "samen_met": "Gemeente Emmen",
    "kern": "Emmermeer",
    "project": "Kerkhoflaan",
    "eenheid": "woningen",
    "status": "gepland",
    "afgesproken": True,
    "afgesproken_op": "2019-06-01",
    "resultaat": "Nog niet begonnen.",
    "bron": "Bladzijde 3",
    "toelichting": "In twee fasen.",
    "jaren": [
        {
            "jaar": 2020,
            "precisie": "project",
            "aantal": 40,
            "bedrag": 120000000,
            "aantal_gedaan": 0,
            "bedrag_gedaan": 0,
            "toelichting": "Fase 1.",
        },
        {"jaar": 2021, "precisie": "project", "aantal": 36.5, "bedrag": None},
    ],
}
