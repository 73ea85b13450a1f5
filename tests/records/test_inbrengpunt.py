"""Input on an overview: what we say, and what came of it."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Eerst de slechtste woningen",
    "soort": "wens",
    "overzicht": "Activiteitenoverzicht 2020 Lefier",
    "activiteit": "Isoleren van de Kerkhoflaan",
    "thema": "Duurzaamheid",
    "tekst": "Begin met de woningen met label F en G.",
    "onderbouwing": "Daar zijn de klachten over tocht het grootst.",
    "status": "beantwoord",
    "ingebracht_op": "2019-02-12",
    "overleg": "BO 12-02-2019",
    "reactie": "deels",
    "reactie_tekst": "Fase 1 begint met label G.",
    "reactie_op": "2019-03-01",
    "raadplegingen": ["Renovatie Kerkhoflaan"],
    "knelpunten": ["Schimmel in badkamers aan de Kerkhoflaan"],
}
