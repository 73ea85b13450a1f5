"""A verwerking: what is kept of people, why, and how long."""

from __future__ import annotations

from typing import Any

SAMPLE: dict[str, Any] = {
    "naam": "Energiebezoeken bij huurders",
    "soort": "energiebezoeken",
    "doel": "Huurders helpen met minder energie",
    "betrokkenen": "Huurders die een coach laten komen",
    "gegevens": "Naam, adres, telefoon en verbruik",
    "grondslag": "toestemming",
    "grondslag_toelichting": "De bewoner vraagt zelf om het bezoek",
    "ontvangers": "Niemand buiten de organisatie",
    "bewaarmaanden": 12,
    "motivering": "Zo lang kan een bewoner terugkomen op het bezoek",
    "beveiliging": "Versleuteld op één computer",
    "sinds": "2019-01-01",
    "beeindigd_op": "2019-06-30",
}
